// test/bench/xliff.ts
import { execFileSync } from "node:child_process";
import { once as once2 } from "node:events";
import { createWriteStream, existsSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// src/errors.ts
var problems = {
  "input/empty": 400,
  "input/not-text": 400,
  "input/encoding": 400,
  "input/too-large": 413,
  "input/format": 415,
  "input/unreadable": 400,
  "input/usage": 400,
  "input/invalid": 400,
  "policy/unknown": 404,
  "policy/language": 400,
  "document/unknown": 404,
  "unit/unknown": 404,
  "unit/stale": 409,
  "unit/locked": 409,
  "unit/codes": 400,
  "alignment/stale": 409,
  "finding/unknown": 404,
  "bundle/unknown": 404,
  "plan/unknown": 404,
  "plan/stale": 409,
  "user/unknown": 404,
  "session/required": 401,
  "session/credentials": 401,
  "session/link": 400,
  "session/forbidden": 403,
  "session/origin": 403,
  "session/rate": 429,
  "page/unknown": 404,
  "input/slow": 422,
  "zip/corrupt": 400,
  "zip/path": 400,
  "zip/ratio": 413,
  "zip/entries": 413,
  "zip/duplicate": 400,
  "zip/encrypted": 400,
  "zip/nested": 400,
  "zip/link": 400,
  "user/exists": 409,
  "user/last": 409,
  "plan/applied": 409,
  "project/unknown": 404,
  "xliff/not-xliff": 400,
  "xliff/doctype": 400,
  "xliff/encoding": 400,
  "xliff/character": 400,
  "xliff/entity": 400,
  "xliff/malformed": 400,
  "xliff/too-deep": 413,
  "xliff/attribute-size": 413,
  "xliff/too-many": 413,
  "xliff/version": 400,
  "xliff/element": 400,
  "xliff/missing-element": 400,
  "xliff/attribute": 400,
  "xliff/missing-attribute": 400,
  "xliff/value": 400,
  "xliff/text": 400,
  "xliff/duplicate-id": 400,
  "xliff/reference": 400,
  "xliff/fragment": 400,
  "xliff/language": 400,
  "xliff/target-language": 400,
  "xliff/state": 400,
  "xliff/pair": 400,
  "xliff/pair-differs": 400,
  "xliff/code-missing": 400,
  "xliff/code-order": 400,
  "xliff/code-duplicate": 400,
  "xliff/space": 400,
  "xliff/order": 400,
  "xliff/rule": 400,
  "alignment/link": 404,
  "xliff/source-language": 400,
  "xliff/other-language": 400,
  "import/source-language": 400,
  "import/target-language": 400,
  "bundle/empty": 409
};
var Problem = class extends Error {
  code;
  data;
  place;
  name = "Problem";
  constructor(code, data = {}, place = {}, options) {
    super(`${code} ${JSON.stringify(data)}`, options);
    this.code = code;
    this.data = data;
    this.place = place;
  }
  get status() {
    return problems[this.code];
  }
};

// src/content.ts
function plain(content) {
  return content.map((part) => typeof part === "string" ? part : part.equiv ?? "").join("");
}
function codesOf(content) {
  return content.filter((part) => typeof part !== "string");
}
function contentOf(parts) {
  const content = [];
  for (const part of parts) {
    const last = content.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") content[content.length - 1] = last + part;
    else content.push(part);
  }
  return content;
}
var marker = { open: (id2) => `\u27E6${id2}\u27E7`, close: (id2) => `\u27E6/${id2}\u27E7`, alone: (id2) => `\u27E6${id2}/\u27E7` };
function tagged(content) {
  return content.map((part) => typeof part === "string" ? part.replaceAll("\u27E6", "\u27E6\u27E6") : marker[part.kind](part.id)).join("");
}
function isSameContent(a, b) {
  if (a === null || b === null) return a === b;
  return tagged(a).normalize("NFC") === tagged(b).normalize("NFC");
}

// src/xliff/xml.ts
import { SaxesParser } from "saxes";
var MiB = 1024 * 1024;
var xmlLimits = { bytes: 128 * MiB, depth: 64, attribute: 65536, attributes: 256, held: 4e5 };
function xmlParser(file2, limits, handler) {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const before = [];
  const after = [];
  let root;
  let current = null;
  let depth = 0;
  let held = 0;
  const heldBefore = [];
  let line = 1;
  let column = 1;
  let prolog = 0;
  const place = () => ({ file: file2, line: parser.line, column: Math.max(1, parser.columnIndex) });
  const refuse = (code, data = {}) => {
    throw new Problem(code, { name: file2, ...data }, place());
  };
  const put = (node) => {
    if (current) current.children.push(node);
    else if (root) after.push(node);
    else before.push(node);
  };
  parser.on(
    "doctype",
    (text2) => refuse(/^\s*html\b/i.test(text2) ? "xliff/not-xliff" : "xliff/doctype", { root: "html" })
  );
  parser.on("opentagstart", (tag) => {
    depth += 1;
    if (depth > limits.depth) refuse("xliff/too-deep", { limit: limits.depth });
    const at = parser.columnIndex - tag.name.length - 1;
    line = at > 0 ? parser.line : Math.max(1, parser.line - 1);
    column = Math.max(1, at);
  });
  parser.on("opentag", (tag) => {
    const attributes2 = [];
    for (const name in tag.attributes) {
      const each = tag.attributes[name];
      attributes2.push(each);
      if (each.value.length > limits.attribute)
        refuse("xliff/attribute-size", { attribute: name, limit: limits.attribute });
    }
    if (attributes2.length > limits.attributes) refuse("xliff/too-many", { limit: limits.attributes });
    heldBefore.push(held);
    held += 1;
    if (held > limits.held) refuse("xliff/too-many", { limit: limits.held });
    const element = {
      kind: "element",
      name: tag.name,
      local: tag.local,
      uri: tag.uri,
      attributes: attributes2,
      children: [],
      parent: current,
      line,
      column
    };
    if (current) current.children.push(element);
    else root = element;
    current = element;
    handler.open?.(element);
  });
  parser.on("closetag", () => {
    depth -= 1;
    const element = current;
    current = element.parent;
    const mark2 = heldBefore.pop();
    if (!handler.close?.(element) || !current) return;
    current.children.pop();
    if (typeof current.children.at(-1) === "string") current.children.pop();
    held = mark2;
  });
  parser.on("text", (text2) => {
    if (current) current.children.push(text2);
  });
  parser.on("cdata", (text2) => put({ kind: "cdata", text: text2 }));
  if (handler.keepsAll) {
    parser.on("comment", (text2) => put({ kind: "comment", text: text2 }));
    parser.on("processinginstruction", ({ target, body }) => put({ kind: "instruction", target, text: body }));
  }
  const guarded = (run2) => {
    try {
      run2();
    } catch (error) {
      if (error instanceof Problem || !(error instanceof Error) || !/^(?:.*:)?\d+:\d+: /.test(error.message))
        throw error;
      throw malformed(error, file2, place());
    }
  };
  return {
    write(text2) {
      guarded(() => parser.write(text2));
      if (root) return;
      prolog += text2.length;
      if (prolog > MiB) refuse("xliff/not-xliff", { root: "" });
    },
    end() {
      guarded(() => parser.close());
      return { root, before, after };
    }
  };
}
function malformed(error, name, place) {
  const detail = error.message.replace(/^(?:[^:]*:)?\d+:\d+:\s*/, "").replace(/\.$/, "");
  if (/disallowed character|malformed character entity|invalid character entity|character reference/i.test(detail))
    return new Problem("xliff/character", { name, detail }, place, { cause: error });
  if (/undefined entity|entity/i.test(detail))
    return new Problem("xliff/entity", { name, detail }, place, { cause: error });
  if (/must contain a root element/i.test(detail))
    return new Problem("xliff/not-xliff", { name, root: "" }, place, { cause: error });
  return new Problem("xliff/malformed", { name, detail }, place, { cause: error });
}
function attribute(element, name) {
  const { attributes: attributes2 } = element;
  for (let at = 0; at < attributes2.length; at += 1) if (attributes2[at].name === name) return attributes2[at].value;
  return void 0;
}
function attributeIn(element, uri, local) {
  for (const each of element.attributes) if (each.local === local && each.uri === uri) return each.value;
  return void 0;
}
function children(element, local, uri = element.uri) {
  const found = [];
  for (const child2 of element.children)
    if (typeof child2 !== "string" && child2.kind === "element") {
      if (local === void 0 || child2.local === local && child2.uri === uri) found.push(child2);
    }
  return found;
}
function child(element, local, uri = element.uri) {
  for (const each of element.children)
    if (typeof each !== "string" && each.kind === "element" && each.local === local && each.uri === uri) return each;
  return void 0;
}
function textOf(element) {
  let text2 = "";
  for (const each of element.children)
    if (typeof each === "string") text2 += each;
    else if (each.kind === "cdata") text2 += each.text;
    else if (each.kind === "element") text2 += textOf(each);
  return text2;
}

// src/xliff/parts.ts
function partsOf(unit) {
  const parts = [];
  for (const element of unit.children) {
    if (typeof element === "string" || element.kind !== "element" || element.uri !== unit.uri) continue;
    const isSegment = element.local === "segment";
    if (!isSegment && element.local !== "ignorable") continue;
    let source;
    let target;
    for (const each of element.children) {
      if (typeof each === "string" || each.kind !== "element" || each.uri !== unit.uri) continue;
      if (each.local === "source") source ??= each;
      else if (each.local === "target") target ??= each;
    }
    parts.push({ element, isSegment, source, target });
  }
  return parts;
}
function hasInline(content) {
  if (!content) return false;
  for (const node of content.children) if (typeof node !== "string" && node.kind === "element") return true;
  return false;
}

// src/xliff/constraints/ids.ts
function fewIds() {
  const names = [];
  const lines = [];
  let many;
  return {
    names,
    get(id2) {
      if (many) return many.get(id2);
      const at = names.indexOf(id2);
      return at < 0 ? void 0 : lines[at];
    },
    set(id2, line) {
      names.push(id2);
      lines.push(line);
      if (names.length === 16) many = new Map(names.map((name, at) => [name, lines[at]]));
      many?.set(id2, line);
    }
  };
}
function once(ids, element, tell, id2 = attribute(element, "id")) {
  if (id2 === void 0) return;
  const first = ids.get(id2);
  if (first !== void 0) tell("xliff/duplicate-id", element, { id: id2, first });
  else ids.set(id2, element.line);
}
function notesOnce(element, tell) {
  const ids = /* @__PURE__ */ new Map();
  for (const notes2 of children(element, "notes")) for (const note of children(notes2, "note")) once(ids, note, tell);
}
function idsOfUnit(unit, parts, tell, tellUnit) {
  for (const each of unit.children) {
    if (typeof each === "string" || each.kind !== "element" || each.uri !== unit.uri) continue;
    if (each.local !== "notes" && each.local !== "originalData") continue;
    const own2 = fewIds();
    for (const child2 of children(each)) once(own2, child2, tell);
  }
  const ids = fewIds();
  for (const part of parts) once(ids, part.element, tell);
  const count = ids.names.length;
  for (const { source } of parts) if (hasInline(source)) inlineOnce(source, ids, tell);
  if (!parts.some(({ target }) => hasInline(target))) return;
  const targetIds = fewIds();
  const tellTarget = (_, element) => tellUnit("xliff/code-duplicate", element, { id: attribute(element, "id") ?? "" });
  for (const { target } of parts) if (target) inlineOnce(target, targetIds, tellTarget);
  for (const id2 of ids.names.slice(0, count))
    if (targetIds.get(id2) !== void 0) tell("xliff/duplicate-id", unit, { id: id2, first: targetIds.get(id2) });
}
function inlineOnce(element, ids, tell) {
  for (const code of element.children) {
    if (typeof code === "string" || code.kind !== "element" || code.uri !== element.uri) continue;
    once(ids, code, tell);
    inlineOnce(code, ids, tell);
  }
}
function extensionsOnce(parent, core2, tell) {
  for (const extension of parent.children) {
    if (typeof extension === "string" || extension.kind !== "element" || extension.uri === core2) continue;
    if (extension.uri.startsWith("urn:oasis:names:tc:xliff:")) continue;
    extensionIds(extension, /* @__PURE__ */ new Map(), tell);
  }
}
function extensionIds(element, ids, tell) {
  once(ids, element, tell, attribute(element, "id") ?? attribute(element, "xml:id"));
  for (const each of children(element)) extensionIds(each, ids, tell);
}

// src/model/bitext.ts
var states = ["initial", "translated", "reviewed", "final"];

// src/xliff/print.ts
var forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
var forbiddenAll = new RegExp(forbidden.source, "g");
function isForbidden(text2) {
  return forbidden.test(text2);
}
function replaceForbidden(text2, instead) {
  return text2.replace(forbiddenAll, (found) => instead(found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")));
}
var special = /[&<>\r]/;
var references = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "	": "&#9;"
};
function escape(text2) {
  return special.test(text2) ? text2.replace(/[&<>\r]/g, (found) => references[found]) : text2;
}
function escapeAttribute(text2) {
  return /[&<>"\r\n\t]/.test(text2) ? text2.replace(/[&<>"\r\n\t]/g, (found) => references[found]) : text2;
}
function attributes(values) {
  let text2 = "";
  for (const name in values) {
    const value = values[name];
    if (value === void 0) continue;
    const held = typeof value === "string" && isForbidden(value) ? replaceForbidden(value, () => "\uFFFD") : String(value);
    text2 += ` ${name}="${escapeAttribute(held)}"`;
  }
  return text2;
}
function words(text2) {
  return escape(isForbidden(text2) ? replaceForbidden(text2, () => "\uFFFD") : text2);
}

// src/xliff/inline2.ts
var written = {
  bold: ["fmt", "xlf:b"],
  italic: ["fmt", "xlf:i"],
  strike: ["fmt", "besh:strike"],
  code: ["other", "besh:code"],
  link: ["link"],
  image: ["image"],
  break: ["fmt", "xlf:lb"],
  markup: ["other"],
  variable: ["ui", "xlf:var"]
};
var bySubType = /* @__PURE__ */ new Map();
var byType = /* @__PURE__ */ new Map([
  ["link", "link"],
  ["image", "image"]
]);
for (const type of Object.keys(written)) {
  const subType = written[type][1];
  if (subType) bySubType.set(subType, type);
}
function readInline2(element, into) {
  for (const node of element.children) {
    if (typeof node === "string") into.parts.push(node);
    else if (node.kind === "cdata") into.parts.push(node.text);
    else if (node.kind === "element" && node.uri === element.uri) readCode(node, into);
  }
}
function readCode(element, into) {
  const id2 = attribute(element, "id") ?? "";
  const copyOf = attribute(element, "copyOf");
  if (copyOf !== void 0) into.copies.set(id2, copyOf);
  switch (element.local) {
    case "ph":
      into.parts.push(codeOf(element, "alone", id2, "", into.data));
      return;
    case "pc":
      into.parts.push(codeOf(element, "open", id2, "Start", into.data));
      readInline2(element, into);
      into.parts.push(codeOf(element, "close", id2, "End", into.data));
      return;
    case "sc":
      into.parts.push(codeOf(element, "open", id2, "", into.data));
      return;
    case "ec":
      into.parts.push(codeOf(element, "close", attribute(element, "startRef") ?? id2, "", into.data));
      return;
    case "cp":
      into.parts.push(characterOf(attribute(element, "hex")));
      return;
    case "mrk":
      readInline2(element, into);
  }
}
function characterOf(hex) {
  const code = /^[\da-f]{1,6}$/i.test(hex ?? "") ? parseInt(hex, 16) : 65533;
  return code <= 1114111 ? String.fromCodePoint(code) : "\uFFFD";
}
function codeOf(element, kind2, id2, end, data) {
  const equiv = attribute(element, `equiv${end}`);
  const disp = attribute(element, `disp${end}`);
  const reference = attribute(element, `dataRef${end}`);
  const type = bySubType.get(attribute(element, "subType") ?? "") ?? byType.get(attribute(element, "type") ?? "") ?? "markup";
  return {
    id: id2,
    kind: kind2,
    type,
    data: reference === void 0 ? "" : data.get(reference) ?? "",
    ...equiv ? { equiv } : {},
    ...disp ? { disp } : {}
  };
}
function writeInline2(content, into) {
  const nested = nestedPairs(content);
  const opened = /* @__PURE__ */ new Set();
  let text2 = "";
  content.forEach((part, at) => {
    if (typeof part === "string") {
      text2 += writeText2(part);
      return;
    }
    const [type, subType] = written[part.type];
    const canDelete = into.isRemovable(part.id) ? void 0 : "no";
    const common = { canCopy: "no", canDelete, type, subType };
    if (part.kind === "alone") {
      text2 += `<ph${attributes({ id: part.id, ...common, ...shown(part, "", into.data) })}/>`;
    } else if (nested.has(at)) {
      const closing = content[nested.get(at)];
      text2 += part.kind === "open" ? `<pc${attributes({ id: part.id, ...common, ...shown(part, "Start", into.data), ...shown(closing, "End", into.data) })}>` : "</pc>";
    } else if (part.kind === "open") {
      const isPaired = content.some((each, later2) => later2 > at && typeof each !== "string" && isEndOf(each, part));
      if (isPaired) opened.add(part.id);
      const isolated = isPaired ? void 0 : "yes";
      text2 += `<sc${attributes({ id: part.id, ...common, isolated, canOverlap: "yes", ...shown(part, "", into.data) })}/>`;
    } else {
      const own2 = opened.delete(part.id) ? { startRef: part.id } : { id: part.id, isolated: "yes" };
      text2 += `<ec${attributes({ ...own2, ...common, canOverlap: "yes", ...shown(part, "", into.data) })}/>`;
    }
  });
  return text2;
}
function writeText2(text2) {
  const safe = escape(text2);
  return isForbidden(safe) ? replaceForbidden(safe, (hex) => `<cp hex="${hex}"/>`) : safe;
}
function shown(code, end, data) {
  let reference;
  if (code.data !== "") {
    reference = data.get(code.data) ?? `d${data.size + 1}`;
    data.set(code.data, reference);
  }
  return {
    [`equiv${end}`]: code.equiv === "" ? void 0 : code.equiv,
    [`disp${end}`]: code.disp === "" ? void 0 : code.disp,
    [`dataRef${end}`]: reference
  };
}
function isEndOf(code, open) {
  return code.kind === "close" && code.id === open.id;
}
function nestedPairs(content) {
  const pairs2 = /* @__PURE__ */ new Map();
  const open = [];
  content.forEach((part, at) => {
    if (typeof part === "string" || part.kind === "alone") return;
    if (part.kind === "open") {
      open.push(at);
      return;
    }
    const last = open.findLastIndex((index) => content[index].id === part.id);
    if (last < 0) return;
    if (last === open.length - 1) {
      pairs2.set(open[last], at);
      pairs2.set(at, open[last]);
      open.pop();
    } else open.splice(last, 1);
  });
  return crossing(content, pairs2);
}
function crossing(content, pairs2) {
  const ends = /* @__PURE__ */ new Map();
  const waiting = /* @__PURE__ */ new Map();
  content.forEach((part, at) => {
    if (typeof part === "string" || part.kind === "alone") return;
    if (part.kind === "open") waiting.set(part.id, at);
    else if (waiting.has(part.id)) ends.set(waiting.get(part.id), at);
  });
  for (const [start, end] of ends) {
    if (pairs2.has(start)) continue;
    for (const [from, to] of ends)
      if (pairs2.has(from) && (from < start && start < to && to < end || start < from && from < end && end < to)) {
        pairs2.delete(from);
        pairs2.delete(to);
      }
  }
  return pairs2;
}
function joined(into) {
  return contentOf(into.parts);
}

// src/xliff/names.ts
var xliffVersions = ["1.2", "2.0", "2.1", "2.2"];
var core = "urn:oasis:names:tc:xliff:document:";
var namespaces = {
  "1.2": `${core}1.2`,
  "2.0": `${core}2.0`,
  "2.1": `${core}2.0`,
  "2.2": `${core}2.2`
};
var modules = {
  ctr: "urn:oasis:names:tc:xliff:changetracking:2.0",
  ctr1: "urn:oasis:names:tc:xliff:changetracking:2.1",
  fs: "urn:oasis:names:tc:xliff:fs:2.0",
  gls: "urn:oasis:names:tc:xliff:glossary:2.0",
  its: "http://www.w3.org/2005/11/its",
  itsm: "urn:oasis:names:tc:xliff:itsm:2.1",
  mda: "urn:oasis:names:tc:xliff:metadata:2.0",
  mtc: "urn:oasis:names:tc:xliff:matches:2.0",
  pgs: "urn:oasis:names:tc:xliff:pgs:1.0",
  res: "urn:oasis:names:tc:xliff:resourcedata:2.0",
  slr: "urn:oasis:names:tc:xliff:sizerestriction:2.0",
  val: "urn:oasis:names:tc:xliff:validation:2.0"
};
var xml = "http://www.w3.org/XML/1998/namespace";
var xmlns = "http://www.w3.org/2000/xmlns/";
var own = "besh";
function versionOf(uri, version) {
  const found = xliffVersions.find((each) => each === version);
  return found && namespaces[found] === uri ? found : null;
}

// src/xliff/state.ts
function writeState2({ state, flag }, hasTarget) {
  if (!hasTarget) return {};
  if (flag === "outdated") return { state: "initial", subState: "besh:stale" };
  if (flag === "draft" || flag === "mixed" || flag === "conflict") return { state: "initial", subState: `besh:${flag}` };
  return { state };
}
function readState2(state, subState, isFilled) {
  const isClaimed = state === "translated" || state === "reviewed" || state === "final";
  if (isClaimed) return { state, flag: null, isClaimed, doubt: null };
  const reason = /^besh:(\w+)$/.exec(subState ?? "")?.[1];
  if (reason === "stale") return { state: "initial", flag: "outdated", isClaimed, doubt: null };
  if (reason === "mixed" || reason === "conflict") return { state: "initial", flag: reason, isClaimed, doubt: null };
  if (!isFilled) return { state: "initial", flag: null, isClaimed, doubt: null };
  if (state === void 0) return { state: "translated", flag: null, isClaimed, doubt: null };
  return { state: "initial", flag: "draft", isClaimed, doubt: null };
}
var written12 = {
  initial: "needs-translation",
  translated: "translated",
  reviewed: "signed-off",
  final: "final"
};
function writeState12({ state, flag }, hasTarget) {
  if (!hasTarget) return {};
  if (flag === "outdated" || flag === "conflict") return { state: "needs-adaptation" };
  if (flag === "draft" || flag === "mixed") return { state: "needs-review-translation" };
  return { state: written12[state], approved: state === "final" };
}
function readState12(state, approved, isFilled, isCopy) {
  const isApproved = approved === "yes";
  const isClaimed = isApproved || state === "translated" || state === "signed-off" || state === "final";
  const read = (to, flag = null, doubt = null) => ({
    state: isApproved && (to === "initial" || to === "translated") ? "reviewed" : to,
    flag: isApproved ? null : flag,
    isClaimed,
    doubt
  });
  if (!isFilled) return { state: "initial", flag: null, isClaimed, doubt: null };
  switch (state) {
    case void 0:
    case "translated":
      return read("translated");
    case "signed-off":
      return read("reviewed");
    case "final":
      return approved === "no" ? read("reviewed", null, "state-doubtful") : read("final");
    case "new":
    case "needs-translation":
      return isCopy ? read("initial") : read("initial", "draft");
    case "needs-adaptation":
    case "needs-l10n":
    case "needs-review-adaptation":
    case "needs-review-l10n":
    case "needs-review-translation":
      return read("initial", "draft");
    default:
      return read("translated", "draft", "state-unknown");
  }
}

// src/xliff/read2.ts
var none = /* @__PURE__ */ new Map();
function readUnit2(unit, file2) {
  const id2 = attribute(unit, "id") ?? "";
  const data = originalData(unit);
  const copies = /* @__PURE__ */ new Map();
  const parts = partsOf(unit);
  const source = { parts: [], data, copies };
  const pieces2 = [];
  let lowest;
  let filled = 0;
  let missing = 0;
  let targets = 0;
  parts.forEach((part, at) => {
    const { source: from, target: to, isSegment } = part;
    if (from) readInline2(from, source);
    const content2 = { parts: [], data, copies };
    if (to) readInline2(to, content2);
    else if (from) readInline2(from, content2);
    const isFilled = to !== void 0 && hasText(content2.parts);
    if (to) targets += 1;
    const order = Number(to && attribute(to, "order")) || at + 1;
    pieces2.push({ order, content: content2 });
    if (!isSegment || !from) return;
    if (isFilled) filled += 1;
    else if (hasText(sourceOf(from, data))) missing += 1;
    const state2 = readState2(attribute(part.element, "state"), attribute(part.element, "subState"), isFilled);
    if (!lowest || rank(state2) < rank(lowest)) lowest = state2;
  });
  const state = lowest ?? readState2(void 0, void 0, false);
  const isPartial = filled > 0 && missing > 0;
  const target = targets === 0 ? null : filled === 0 ? [] : inOrder(pieces2);
  const content = joined(source);
  const isCopy = target !== null && state.flag === "draft" && isSameContent(content, target);
  const warnings = isPartial ? [{ code: "partial", unit: id2, data: { missing } }] : [];
  return {
    file: file2,
    id: id2,
    source: content,
    target,
    state: isPartial ? "initial" : state.state,
    flag: isPartial ? "draft" : isCopy ? null : state.flag,
    isClaimed: state.isClaimed,
    isPartial,
    notes: notesOf(unit),
    translatable: inherited(unit, "translate") !== "no",
    isSpacePreserved: isPreserved(unit, parts),
    segments: parts.length,
    copies,
    exported: exportedOf(unit),
    warnings,
    violations: [],
    line: unit.line,
    column: unit.column
  };
}
function rank({ state, flag }) {
  return states.indexOf(state) * 2 + (flag === null ? 1 : 0);
}
function hasText(parts) {
  return parts.some((part) => typeof part !== "string" || part.trim() !== "");
}
function sourceOf(source, data) {
  const content = { parts: [], data, copies: /* @__PURE__ */ new Map() };
  readInline2(source, content);
  return content.parts;
}
function inOrder(pieces2) {
  const all = { parts: [], data: none, copies: /* @__PURE__ */ new Map() };
  for (const piece of pieces2.toSorted((a, b) => a.order - b.order)) all.parts.push(...piece.content.parts);
  return joined(all);
}
function originalData(unit) {
  const list = child(unit, "originalData");
  if (!list) return none;
  const data = /* @__PURE__ */ new Map();
  for (const each of children(list, "data")) {
    const text2 = each.children.map(
      (node) => typeof node === "string" ? node : node.kind === "cdata" ? node.text : node.kind === "element" && node.local === "cp" ? characterOf(attribute(node, "hex")) : ""
    ).join("");
    data.set(attribute(each, "id") ?? "", text2);
  }
  return data;
}
function notesOf(unit) {
  const list = child(unit, "notes");
  if (!list) return [];
  return children(list, "note").map((note) => ({ text: textOf(note), category: attribute(note, "category") ?? "" }));
}
function ownMetadata(element) {
  const metadata3 = child(element, "metadata", modules.mda);
  const group = metadata3 && children(metadata3, "metaGroup").find((each) => attribute(each, "category") === own);
  return new Map(group ? children(group, "meta").map((meta) => [attribute(meta, "type") ?? "", textOf(meta)]) : []);
}
function exportedOf(unit) {
  if (!child(unit, "metadata", modules.mda)) return nothing;
  const metadata3 = ownMetadata(unit);
  const revision = metadata3.get("revision");
  return {
    revision: revision !== void 0 && /^\d{1,9}$/.test(revision) ? Number(revision) : null,
    digest: metadata3.get("source-digest") ?? null
  };
}
var nothing = { revision: null, digest: null };
function inherited(element, name) {
  for (let at = element; at; at = at.parent) {
    const value = attribute(at, name);
    if (value !== void 0) return value;
  }
  return void 0;
}
function isPreserved(unit, parts) {
  return inherited(parts[0]?.source ?? unit, "xml:space") === "preserve";
}

// src/xliff/constraints/languages.ts
var langtag = /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$/i;
var other = /^(?:x(?:-[a-z\d]{1,8})+|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|en-gb-oed|sgn-(?:be-fr|be-nl|ch-de)|art-lojban|cel-gaulish|no-bok|no-nyn|zh-(?:guoyu|hakka|min|min-nan|xiang))$/i;
function isLanguageTag(tag) {
  return tag.length <= 100 && (langtag.test(tag) || other.test(tag));
}
function languagesOf(element, tell) {
  const names = element.parent ? [] : ["srcLang", "trgLang"];
  for (const name of names) {
    const value = attribute(element, name);
    if (value !== void 0 && !isLanguageTag(value)) tell("xliff/language", element, { value });
  }
  stated(element, tell);
}
function stated(element, tell) {
  const value = attribute(element, "xml:lang");
  if (value !== void 0 && value !== "" && !isLanguageTag(value)) tell("xliff/language", element, { value });
}
function languagesOfUnit(unit, parts, root, tell) {
  const sourceLanguage = attribute(root, "srcLang");
  const targetLanguage = attribute(root, "trgLang");
  stated(unit, tell);
  for (const { source, target } of parts) {
    if (source) agrees(source, sourceLanguage, tell);
    if (!target) continue;
    if (targetLanguage === void 0) tell("xliff/target-language", target);
    agrees(target, targetLanguage, tell);
  }
}
function agrees(element, language, tell) {
  const value = inherited(element, "xml:lang");
  if (value === void 0 || language === void 0) return;
  if (value.toLowerCase() !== language.toLowerCase()) tell("xliff/language", element, { value });
}

// src/xliff/constraints/rule.ts
function teller(report, scope = "file") {
  return (code, element, data = {}) => {
    report({ code, data: { element: element.name, ...data }, line: element.line, column: element.column, scope });
  };
}

// src/xliff/constraints/rules12.ts
function rules12(report) {
  const tell = teller(report);
  let units2 = /* @__PURE__ */ new Map();
  let file2;
  return {
    open(element) {
      if (element.local !== "file" || element.parent?.parent !== null) return;
      file2 = element;
      units2 = /* @__PURE__ */ new Map();
      for (const name of ["original", "source-language", "datatype"])
        if (attribute(element, name) === void 0) tell("xliff/missing-attribute", element, { attribute: name });
      for (const name of ["source-language", "target-language"]) {
        const value = attribute(element, name);
        if (value !== void 0 && !isLanguageTag(value)) tell("xliff/language", element, { value });
      }
    },
    close() {
    },
    unit(unit) {
      const own2 = [];
      const tellUnit = teller((violation) => own2.push(violation), "unit");
      if (attribute(unit, "id") === void 0) tell("xliff/missing-attribute", unit, { attribute: "id" });
      once(units2, unit, tell);
      const source = child(unit, "source");
      const target = child(unit, "target");
      if (!source) tell("xliff/missing-element", unit, { child: "source" });
      if (target && file2 && attribute(file2, "target-language") === void 0) tell("xliff/target-language", target);
      if (source) codesOnce(source, /* @__PURE__ */ new Map(), tell);
      if (target)
        codesOnce(
          target,
          /* @__PURE__ */ new Map(),
          (_, element) => tellUnit("xliff/code-duplicate", element, { id: attribute(element, "id") ?? "" })
        );
      return own2;
    },
    end() {
    }
  };
}
function codesOnce(element, ids, tell) {
  for (const code of children(element)) {
    const id2 = attribute(code, "id");
    if (id2 !== void 0 && code.uri === element.uri) {
      const end = /^(?:ex|ept)$/.test(code.local) || attribute(code, "pos") === "close" ? "/" : "";
      once(ids, code, tell, `${end}${id2}`);
    }
    codesOnce(code, ids, tell);
  }
}

// src/xliff/constraints/schema.ts
function step(text2) {
  const count = /[*+?]$/.exec(text2)?.[0] ?? "";
  const names = new Set((count ? text2.slice(0, -1) : text2).split("|").map((name) => name === "~" ? "*" : name));
  return { names, min: count === "*" || count === "?" ? 0 : 1, max: count === "*" || count === "+" ? Infinity : 1 };
}
function shape(declared) {
  const names = Object.keys(declared.attributes ?? {});
  return {
    attributes: new Map(names.map((name) => [name.replace("!", ""), declared.attributes[name]])),
    required: names.filter((name) => name.endsWith("!")).map((name) => name.slice(0, -1)),
    foreign: declared.foreign ?? "none",
    xml: declared.xml?.split(" ") ?? [],
    steps: declared.content ? declared.content.split(" ").map(step) : [],
    hasText: declared.hasText ?? false
  };
}
function grammar(uri, declared) {
  return { uri, shapes: new Map(Object.entries(declared).map(([name, each]) => [name, shape(each)])) };
}
var oasis = "urn:oasis:names:tc:xliff:";
function checkAttributes(element, found, tell) {
  let isRestricted = false;
  for (const { name, uri, local, value } of element.attributes) {
    if (uri === "") {
      const kind2 = found.attributes.get(name);
      if (!kind2) tell("xliff/attribute", element, { attribute: name });
      else if (!kind2(value)) tell("xliff/value", element, { attribute: name, value: value.slice(0, 100) });
    } else if (uri === xmlns) continue;
    else if (uri === modules.fs || uri === modules.slr) {
      isRestricted = true;
      if (found.foreign === "none" || !isDefined(uri, local)) tell("xliff/attribute", element, { attribute: name });
    } else if (uri === xml) {
      if (!found.xml.includes(local) && found.foreign !== "any") tell("xliff/attribute", element, { attribute: name });
      else if (local === "space" && value !== "default" && value !== "preserve")
        tell("xliff/value", element, { attribute: name, value: value.slice(0, 100) });
    } else if (found.foreign === "none" || found.foreign === "modules" && !isModule(uri) || !isDefined(uri, local))
      tell("xliff/attribute", element, { attribute: name });
  }
  for (const name of found.required)
    if (attribute(element, name) === void 0) tell("xliff/missing-attribute", element, { attribute: name });
  return isRestricted;
}
var defined = /* @__PURE__ */ new Map([
  [modules.fs, /* @__PURE__ */ new Set(["fs", "subFs"])],
  [modules.slr, /* @__PURE__ */ new Set(["equivStorage", "sizeInfo", "sizeInfoRef", "sizeRestriction", "storageRestriction"])],
  [modules.pgs, /* @__PURE__ */ new Set(["switch", "case"])]
]);
function isDefined(uri, local) {
  return defined.get(uri)?.has(local) ?? true;
}
function isModule(uri) {
  return uri.startsWith(oasis) || uri === "http://www.w3.org/2005/11/its";
}
function follower(element, found, tell) {
  const { steps } = found;
  let at = 0;
  let count = 0;
  return {
    next(child2) {
      const name = child2.uri === element.uri ? child2.local : "*";
      while (at < steps.length && (!steps[at].names.has(name) || count >= steps[at].max)) {
        if (count < steps[at].min) break;
        at += 1;
        count = 0;
      }
      if (at < steps.length && steps[at].names.has(name)) {
        count += 1;
        return true;
      }
      tell("xliff/element", child2, { parent: element.name });
      return false;
    },
    end() {
      for (; at < steps.length; at += 1, count = 0) {
        const { min, names } = steps[at];
        if (count >= min) continue;
        tell("xliff/missing-element", element, { child: [...names][0] });
        return;
      }
    }
  };
}
function checkContent(element, found, tell) {
  const { children: children2 } = element;
  if (!found.hasText) {
    for (const node of children2)
      if (isText(node)) {
        tell("xliff/text", element);
        break;
      }
  }
  let isLeaf = true;
  for (const node of children2) if (typeof node !== "string" && node.kind === "element") isLeaf = false;
  if (isLeaf && (found.steps.length === 0 || found.steps.every(({ min }) => min === 0))) return;
  const follow = follower(element, found, tell);
  for (const node of children2) if (typeof node !== "string" && node.kind === "element" && !follow.next(node)) return;
  follow.end();
}
function isText(node) {
  if (typeof node === "string") return /[^ \t\r\n]/.test(node);
  return node.kind === "cdata" && /[^ \t\r\n]/.test(node.text);
}
var nmtokenPattern = /^[-.:\w\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}]+$/u;
var one = (...values) => (value) => values.includes(value);
var kinds = {
  any: () => true,
  nmtoken: (value) => /^[\w.:-]+$/.test(value) || nmtokenPattern.test(value.trim()),
  nmtokens: (value) => value.trim().split(/\s+/).every((each) => nmtokenPattern.test(each)),
  yesNo: one("yes", "no"),
  yesNoFirstNo: one("yes", "firstNo", "no"),
  direction: one("ltr", "rtl", "auto"),
  side: one("source", "target"),
  state: one("initial", "translated", "reviewed", "final"),
  codeType: one("fmt", "ui", "quote", "link", "image", "other"),
  own: (value) => /^[^\s:]+:[^\s:]+$/.test(value),
  markType: (value) => /^(?:generic|comment|term|[^\s:]+:[^\s:]+)$/.test(value),
  priority: (value) => /^(?:[1-9]|10)$/.test(value.trim()),
  positive: (value) => /^\+?0*[1-9]\d*$/.test(value.trim()),
  percent: (value) => /^\+?\d*(?:\.\d*)?$/.test(value) && /\d/.test(value) && Number(value) <= 100,
  hex: (value) => /^(?:[\da-f]{2})+$/i.test(value),
  uri: (value) => !/[<>"{}|\\^`\s]/.test(value.trim()),
  one
};

// src/xliff/constraints/grammar2.ts
var inline = "cp|ph|pc|sc|ec|mrk|sm|em*";
var { any, nmtoken, nmtokens, yesNo, yesNoFirstNo, direction } = kinds;
var changes = { canCopy: yesNo, canDelete: yesNo, canReorder: yesNoFirstNo, copyOf: nmtoken };
var kind = { subType: kinds.own, type: kinds.codeType };
var container = { canResegment: yesNo, translate: yesNo, srcDir: direction, trgDir: direction };
var mark = { translate: yesNo, type: kinds.markType, ref: kinds.uri, value: any };
var single = { ...changes, disp: any, equiv: any, dataRef: nmtoken, subFlows: nmtokens, ...kind };
var shared = {
  xliff: {
    attributes: { "version!": any, "srcLang!": any, trgLang: any },
    foreign: "any",
    xml: "space",
    content: "file+"
  },
  file: {
    attributes: { "id!": nmtoken, original: any, ...container },
    foreign: "any",
    xml: "space",
    content: "skeleton? ~* notes? unit|group+"
  },
  skeleton: { attributes: { href: any }, content: "~*", hasText: true },
  group: {
    attributes: { "id!": nmtoken, name: any, type: kinds.own, ...container },
    foreign: "any",
    xml: "space",
    content: "~* notes? unit|group*"
  },
  unit: {
    attributes: { "id!": nmtoken, name: any, type: kinds.own, ...container },
    foreign: "any",
    xml: "space",
    content: "~* notes? originalData? segment|ignorable+"
  },
  segment: {
    attributes: { id: nmtoken, canResegment: yesNo, state: kinds.state, subState: any },
    content: "source target?"
  },
  ignorable: { attributes: { id: nmtoken }, content: "source target?" },
  notes: { content: "note+" },
  note: {
    attributes: { id: nmtoken, appliesTo: kinds.side, category: any, priority: kinds.priority },
    foreign: "any",
    hasText: true
  },
  originalData: { content: "data+" },
  data: { attributes: { "id!": nmtoken, dir: direction }, xml: "space", content: "cp*", hasText: true },
  source: { xml: "lang space", content: inline, hasText: true },
  target: { attributes: { order: kinds.positive }, xml: "lang space", content: inline, hasText: true },
  cp: { attributes: { "hex!": kinds.hex } },
  ph: { attributes: { "id!": nmtoken, ...single }, foreign: "modules" },
  pc: {
    attributes: {
      "id!": nmtoken,
      ...changes,
      ...kind,
      canOverlap: yesNo,
      dispStart: any,
      dispEnd: any,
      equivStart: any,
      equivEnd: any,
      dataRefStart: nmtoken,
      dataRefEnd: nmtoken,
      subFlowsStart: nmtokens,
      subFlowsEnd: nmtokens,
      dir: direction
    },
    foreign: "modules",
    content: inline,
    hasText: true
  },
  sc: {
    attributes: { "id!": nmtoken, ...single, canOverlap: yesNo, dir: direction, isolated: yesNo },
    foreign: "modules"
  },
  ec: {
    attributes: { id: nmtoken, ...single, canOverlap: yesNo, dir: direction, isolated: yesNo, startRef: nmtoken },
    foreign: "modules"
  },
  mrk: { attributes: { "id!": nmtoken, ...mark }, foreign: "any", content: inline, hasText: true },
  sm: { attributes: { "id!": nmtoken, ...mark }, foreign: "any" },
  em: { attributes: { "startRef!": nmtoken } }
};
var grammar20 = grammar(namespaces["2.0"], shared);
var grammar22 = grammar(namespaces["2.2"], {
  ...shared,
  xliff: { ...shared["xliff"], content: "notes? ~? file+" },
  note: { ...shared["note"], attributes: { ...shared["note"].attributes, ref: kinds.uri } }
});
function grammar2(version) {
  return version === "2.2" ? grammar22 : grammar20;
}

// src/xliff/constraints/sub-types.ts
var standard = {
  "xlf:lb": "fmt",
  "xlf:pb": "fmt",
  "xlf:b": "fmt",
  "xlf:i": "fmt",
  "xlf:u": "fmt",
  "xlf:var": "ui"
};
function subTypes(element, tell) {
  const subType = attribute(element, "subType");
  if (subType === void 0) return;
  const type = attribute(element, "type");
  if (type === void 0) tell("xliff/missing-attribute", element, { attribute: "type" });
  else if (subType.startsWith("xlf:") && standard[subType] !== type)
    tell("xliff/value", element, { attribute: "subType", value: subType });
}

// src/xliff/constraints/inline.ts
function checkInline(parts, tell, tellUnit) {
  const sources = parts.map((part) => part.source);
  const targets = inOrder2(parts);
  const source = eventsOf(sources);
  const target = eventsOf(targets);
  const data = dataOf(parts[0].element.parent);
  let found;
  const idsOf = () => found ??= codesById([...source, ...target]);
  if (source.length > 0) {
    checkCodes(source, data, idsOf, tell);
    checkPairs(source, tell);
    checkOrderAttributes(source, tell);
  }
  if (target.length > 0) {
    checkCodes(target, data, idsOf, tell);
    checkPairs(target, tellUnit);
    checkOrderAttributes(target, tell);
  }
  if (targets.some(Boolean) && source.length > 0) {
    checkKept(parts, target, tellUnit);
    checkSequences(source, target, tellUnit);
  }
}
function codesById(events) {
  const ids = /* @__PURE__ */ new Map();
  for (const { element, isEnd } of events) {
    const id2 = attribute(element, "id");
    if (!isEnd && id2 !== void 0 && !ids.has(id2)) ids.set(id2, element);
  }
  return ids;
}
function checkMatchInline(match, core2, tell) {
  const list = child(match, "originalData", core2);
  const data = new Set(list ? children(list, "data").map((each) => attribute(each, "id") ?? "") : []);
  for (const name of ["source", "target"]) {
    const events = eventsOf([child(match, name, core2)]);
    checkCodes(events, data, () => /* @__PURE__ */ new Map(), tell);
    checkPairs(events, tell);
  }
}
function inOrder2(parts) {
  return parts.map(({ target }, at) => {
    return { target, order: Number(target && attribute(target, "order")) || at + 1 };
  }).toSorted((a, b) => a.order - b.order).map(({ target }) => target);
}
function dataOf(unit) {
  const ids = /* @__PURE__ */ new Set();
  for (const list of children(unit, "originalData"))
    for (const data of children(list, "data")) ids.add(attribute(data, "id") ?? "");
  return ids;
}
function eventsOf(contents) {
  const events = [];
  const walk = (element) => {
    for (const node of element.children) {
      if (typeof node === "string" || node.kind !== "element" || node.uri !== element.uri) continue;
      events.push({ element: node, isEnd: false });
      if (node.local !== "pc" && node.local !== "mrk") continue;
      walk(node);
      if (node.local === "pc") events.push({ element: node, isEnd: true });
    }
  };
  for (const content of contents) if (content) walk(content);
  return events;
}
function isCode({ element }) {
  return element.local === "ph" || element.local === "pc" || element.local === "sc" || element.local === "ec";
}
var references2 = ["dataRef", "dataRefStart", "dataRefEnd"];
function checkCodes(events, data, idsOf, tell) {
  for (const event of events) {
    const { element } = event;
    if (event.isEnd) continue;
    if (element.local === "cp") checkCharacter(element, tell);
    if (!isCode(event)) continue;
    for (const name of references2) {
      const value = attribute(element, name);
      if (value !== void 0 && !data.has(value)) tell("xliff/reference", element, { attribute: name, value });
    }
    subTypes(element, tell);
    const copyOf = attribute(element, "copyOf");
    if (copyOf === void 0) continue;
    const original = idsOf().get(copyOf);
    const isCopied = original !== void 0 && original !== element && attribute(original, "canCopy") !== "no";
    if (!isCopied || references2.some((name) => attribute(element, name) !== void 0))
      tell("xliff/reference", element, { attribute: "copyOf", value: copyOf });
  }
}
function checkCharacter(element, tell) {
  const hex = attribute(element, "hex") ?? "";
  const code = parseInt(hex, 16);
  const isXml = code === 9 || code === 10 || code === 13 || code >= 32 && code <= 55295 || code >= 57344 && code <= 65533 || code >= 65536 && code <= 1114111;
  if (!/^[\da-f]{1,8}$/i.test(hex) || isXml || code > 1114111)
    tell("xliff/value", element, { attribute: "hex", value: hex.slice(0, 20) });
}
var twins = ["canCopy", "canDelete", "canOverlap", "canReorder"];
function checkPairs(events, tell) {
  const starts = /* @__PURE__ */ new Map();
  const marks = /* @__PURE__ */ new Map();
  const ended = /* @__PURE__ */ new Set();
  for (const { element, isEnd } of events) {
    if (isEnd) continue;
    const id2 = attribute(element, "id") ?? "";
    const startRef = attribute(element, "startRef");
    if (element.local === "sc") starts.set(id2, element);
    else if (element.local === "sm") marks.set(id2, element);
    else if (element.local === "ec") {
      const isIsolated = attribute(element, "isolated") === "yes";
      if (isIsolated === (startRef !== void 0) || isIsolated !== (id2 !== "")) {
        tell("xliff/pair", element, { id: startRef ?? id2 });
        continue;
      }
      if (isIsolated) continue;
      const start = starts.get(startRef);
      if (!start || attribute(start, "isolated") === "yes" || ended.has(startRef))
        tell("xliff/pair", element, { id: startRef });
      else differs(start, element, startRef, tell);
      ended.add(startRef);
    } else if (element.local === "em") {
      if (!marks.delete(startRef ?? "")) tell("xliff/pair", element, { id: startRef ?? "" });
    }
  }
  for (const [id2, start] of starts)
    if (attribute(start, "isolated") !== "yes" && !ended.has(id2)) tell("xliff/pair", start, { id: id2 });
  for (const [id2, mark2] of marks) tell("xliff/pair", mark2, { id: id2 });
}
function differs(start, end, id2, tell) {
  for (const name of twins) {
    const said = attribute(end, name);
    if (said === void 0) continue;
    const first = attribute(start, name) ?? "yes";
    if (said !== (first === "firstNo" ? "no" : first)) tell("xliff/pair-differs", end, { id: id2, attribute: name });
  }
}
function checkOrderAttributes(events, tell) {
  let isStarted = false;
  for (const event of events) {
    if (event.isEnd || !isCode(event)) continue;
    const { element } = event;
    const canReorder = attribute(element, "canReorder");
    if (canReorder === void 0 || canReorder === "yes") continue;
    for (const name of ["canCopy", "canDelete"])
      if (attribute(element, name) !== "no")
        tell("xliff/rule", element, { rule: `canReorder="${canReorder}" needs ${name}="no"` });
    if (canReorder === "firstNo") isStarted = true;
    else if (!isStarted && attribute(element, "isolated") !== "yes")
      tell("xliff/rule", element, { rule: 'canReorder="no" needs a code with canReorder="firstNo" before it' });
  }
}
function checkKept(parts, target, tell) {
  const kept = new Set(target.map(({ element }) => attribute(element, "id") ?? ""));
  for (const part of parts) {
    const translation = part.target;
    if (!translation) continue;
    for (const event of eventsOf([part.source])) {
      const id2 = attribute(event.element, "id");
      if (event.isEnd || id2 === void 0 || attribute(event.element, "canDelete") !== "no") continue;
      if (!kept.has(id2)) tell("xliff/code-missing", translation, { id: id2 });
    }
  }
}
function checkSequences(source, target, tell) {
  const before = source.filter(isCode);
  const after = target.filter(isCode);
  for (let at = 0; at < before.length; at += 1) {
    if (before[at].isEnd || attribute(before[at].element, "canReorder") !== "firstNo") continue;
    let last = at;
    for (let next = at + 1; next < before.length; next += 1) {
      const canReorder = attribute(before[next].element, "canReorder");
      if (before[next].isEnd) continue;
      if (canReorder === "firstNo") break;
      if (canReorder === "no") last = next;
    }
    if (last === at) continue;
    const chain = before.slice(at, last + 1).map(nameOf);
    const start = after.findIndex((event) => nameOf(event) === chain[0]);
    const isWhole = chain.every((name) => after.some((event) => nameOf(event) === name));
    if (start < 0 || !isWhole) continue;
    const wrong = chain.findIndex((name, index) => nameOf(after[start + index] ?? before[at]) !== name);
    if (wrong >= 0) tell("xliff/code-order", after[start].element, { id: chain[wrong].replace(/^\W/, "") });
  }
}
function nameOf({ element, isEnd }) {
  return `${isEnd ? "/" : element.local === "ec" ? "." : ""}${attribute(element, "id") ?? attribute(element, "startRef") ?? ""}`;
}

// src/xliff/constraints/references.ts
var prefixes = /* @__PURE__ */ new Map([
  ["gls", modules.gls],
  ["mtc", modules.mtc],
  ["mda", modules.mda],
  ["res", modules.res],
  ["ctr", modules.ctr],
  ["slr", modules.slr],
  ["val", modules.val],
  ["fs", modules.fs],
  ["its", modules.its],
  ["itsm", modules.itsm],
  ["pgs", modules.pgs],
  ["tbx", ""]
]);
var id = "[^#/=\\s]+";
var pattern = new RegExp(`^#/?(?:(?:[^#/=\\s]+=)?${id})(?:/(?:[^#/=\\s]+=)?${id})*$`);
function fragmentOf(reference) {
  if (!pattern.test(reference)) return null;
  const found = {};
  let rank2 = 0;
  for (const selector of reference.replace(/^#\/?/, "").split("/")) {
    const at = selector.indexOf("=");
    const prefix = at < 0 ? "" : selector.slice(0, at);
    const value = selector.slice(at + 1);
    const place = prefix === "f" ? 1 : prefix === "g" ? 2 : prefix === "u" ? 3 : 4;
    if (place <= rank2) return null;
    rank2 = place;
    if (place === 1) found.file = value;
    else if (place === 2) found.group = value;
    else if (place === 3) found.unit = value;
    else if (["", "t", "n", "d"].includes(prefix) || prefixes.has(prefix)) found.leaf = { prefix, id: value };
    else return null;
  }
  return { isAbsolute: reference.startsWith("#/"), ...found };
}
function idsIn(unit, file2) {
  const spans = /* @__PURE__ */ new Set();
  const targets = /* @__PURE__ */ new Set();
  const others = /* @__PURE__ */ new Set();
  const notes2 = /* @__PURE__ */ new Set();
  const data = /* @__PURE__ */ new Set();
  const inline2 = (element, into) => {
    for (const each of children(element)) {
      const own2 = attribute(each, "id");
      if (own2 !== void 0) into.add(own2);
      inline2(each, into);
    }
  };
  for (const each of children(unit)) {
    if (each.uri !== unit.uri) collect(each, others);
    else if (each.local === "notes") inline2(each, notes2);
    else if (each.local === "originalData") inline2(each, data);
    else {
      const own2 = attribute(each, "id");
      if (own2 !== void 0) spans.add(own2);
      for (const content of children(each)) inline2(content, content.local === "target" ? targets : spans);
    }
  }
  return { unit: attribute(unit, "id") ?? "", file: file2, notes: notes2, data, spans, targets, others };
}
function collect(element, into) {
  const own2 = attribute(element, "id");
  if (own2 !== void 0) into.add(`${element.uri} ${own2}`);
  for (const each of children(element)) collect(each, into);
}
function resolves(fragment, ids) {
  if (!isHere(fragment, ids)) return true;
  if (!fragment.leaf) return true;
  const { prefix, id: value } = fragment.leaf;
  if (prefix === "") return ids.spans.has(value);
  if (prefix === "t") return ids.targets.has(value);
  if (prefix === "n") return ids.notes.has(value);
  if (prefix === "d") return ids.data.has(value);
  const namespace = prefixes.get(prefix);
  return !namespace || ids.others.has(`${namespace} ${value}`);
}
function isHere(fragment, ids) {
  if (fragment.file !== void 0 && fragment.file !== ids.file) return false;
  if (fragment.unit !== void 0) return fragment.unit === ids.unit;
  return fragment.file === void 0 && fragment.group === void 0 && !fragment.isAbsolute;
}
function checkReferences(unit, parts, idsOf, tell) {
  const walk = (element) => {
    for (const each of element.children) {
      if (typeof each === "string" || each.kind !== "element" || each.uri !== unit.uri) continue;
      if (each.local === "mrk" || each.local === "sm") annotation(each, idsOf, tell);
      walk(each);
    }
  };
  for (const { source, target } of parts) {
    if (source) walk(source);
    if (target) walk(target);
  }
}
function annotation(element, idsOf, tell) {
  const reference = attribute(element, "ref");
  const value = attribute(element, "value");
  const type = attribute(element, "type") ?? "generic";
  const fragment = reference?.startsWith("#") ? fragmentOf(reference) : void 0;
  if (fragment === null) tell("xliff/fragment", element, { attribute: "ref", value: reference });
  else if (fragment && !resolves(fragment, idsOf()))
    tell("xliff/reference", element, { attribute: "ref", value: reference });
  if (type !== "comment") return;
  if (reference === void 0 && value === void 0) tell("xliff/missing-attribute", element, { attribute: "value" });
  else if (reference !== void 0 && value !== void 0) tell("xliff/attribute", element, { attribute: "value" });
  else if (reference !== void 0 && !(fragment && isHere(fragment, idsOf()) && fragment.leaf?.prefix === "n"))
    tell("xliff/reference", element, { attribute: "ref", value: reference });
}
var flowNames = ["subFlows", "subFlowsStart", "subFlowsEnd"];
function subFlowsOf(parts) {
  const found = [];
  const walk = (element) => {
    for (const each of element.children) {
      if (typeof each === "string" || each.kind !== "element") continue;
      for (const name of flowNames) {
        const value = attribute(each, name);
        if (value !== void 0)
          for (const id2 of value.trim().split(/\s+/)) found.push({ element: each, attribute: name, id: id2 });
      }
      if (each.children.length > 0) walk(each);
    }
  };
  for (const { source, target } of parts) {
    if (source) walk(source);
    if (target) walk(target);
  }
  return found;
}

// src/xliff/constraints/modules.ts
function checkModules(parent, root, tell, idsOf) {
  const resources = /* @__PURE__ */ new Map();
  for (const element of parent.children) {
    if (typeof element === "string" || element.kind !== "element" || element.uri === root.uri) continue;
    switch (element.uri) {
      case modules.gls:
        glossary(element, tell, idsOf?.());
        break;
      case modules.mtc:
        matches(element, root.uri, tell, idsOf?.());
        break;
      case modules.mda:
        metadata(element, tell);
        break;
      case modules.res:
        resourceData(element, root, resources, tell);
        break;
      case modules.val:
        validation(element, tell);
        break;
      case modules.ctr:
      case modules.ctr1:
        changeTrack(element, parent, tell);
    }
  }
}
function glossary(element, tell, ids) {
  const own2 = /* @__PURE__ */ new Map();
  for (const entry of children(element, "glossEntry")) {
    once(own2, entry, tell);
    const translations = children(entry, "translation");
    for (const translation of translations) once(own2, translation, tell);
    if (translations.length === 0 && !child(entry, "definition"))
      tell("xliff/missing-element", entry, { child: "translation" });
    for (const each of [entry, ...translations]) pointsTo(each, ids, tell);
  }
}
function pointsTo(element, ids, tell) {
  const value = attribute(element, "ref");
  if (value === void 0) return;
  const fragment = fragmentOf(value);
  if (!fragment) {
    if (value.startsWith("#") || element.local === "match") tell("xliff/fragment", element, { attribute: "ref", value });
    return;
  }
  if (!ids) return;
  const isSpan = fragment.leaf?.prefix === "" || fragment.leaf?.prefix === "t";
  if (!isHere(fragment, ids) || !isSpan || !resolves(fragment, ids))
    tell("xliff/reference", element, { attribute: "ref", value });
}
function matches(element, core2, tell, ids) {
  const own2 = /* @__PURE__ */ new Map();
  for (const match of children(element, "match")) {
    once(own2, match, tell);
    pointsTo(match, ids, tell);
    if (attribute(match, "subType") !== void 0 && attribute(match, "type") === void 0)
      tell("xliff/missing-attribute", match, { attribute: "type" });
    if (attribute(match, "xml:lang") !== void 0) tell("xliff/attribute", match, { attribute: "xml:lang" });
    checkMatchInline(match, core2, tell);
  }
}
function metadata(element, tell) {
  const own2 = /* @__PURE__ */ new Map();
  const walk = (group) => {
    once(own2, group, tell);
    for (const each of children(group)) walk(each);
  };
  walk(element);
}
function resourceData(element, root, own2, tell) {
  const file2 = fileOf(element);
  const shared2 = /* @__PURE__ */ new Set();
  for (const data of children(file2, "resourceData", modules.res))
    for (const item of children(data, "resourceItem")) shared2.add(attribute(item, "id") ?? "");
  for (const each of children(element)) {
    once(own2, each, tell);
    if (each.local !== "resourceItem") continue;
    const source = child(each, "source");
    const target = child(each, "target");
    if (!source && !target && !child(each, "reference")) tell("xliff/missing-element", each, { child: "source" });
    for (const side of [source, target]) {
      if (!side) continue;
      const isEmpty = children(side).length === 0 && textOf(side).trim() === "";
      if (isEmpty !== (attribute(side, "href") !== void 0))
        tell("xliff/rule", side, { rule: "it holds content, or has an href, but not both" });
    }
    sameLanguage(source, attribute(root, "srcLang"), tell);
  }
}
function sameLanguage(element, language, tell) {
  const value = element && attribute(element, "xml:lang");
  if (value !== void 0 && language !== void 0 && value.toLowerCase() !== language.toLowerCase())
    tell("xliff/language", element, { value });
}
var tests = ["isPresent", "isNotPresent", "startsWith", "endsWith"];
function validation(element, tell) {
  for (const rule of children(element, "rule")) {
    const own2 = tests.filter((name) => attribute(rule, name) !== void 0);
    const custom = rule.attributes.filter(
      ({ uri }) => uri !== "" && uri !== xml && !uri.includes("/xmlns/") && !uri.startsWith("urn:oasis:names:tc:xliff:")
    ).length;
    if (own2.length > 1 || (own2.length === 0 ? custom === 0 : custom > 0))
      tell("xliff/rule", rule, {
        rule: "exactly one of isPresent, isNotPresent, startsWith, endsWith or a custom rule"
      });
    if (attribute(rule, "existsInSource") === "yes" && (own2.length !== 1 || own2[0] === "isNotPresent"))
      tell("xliff/rule", rule, { rule: "existsInSource goes with isPresent, startsWith or endsWith" });
  }
}
function changeTrack(element, parent, tell) {
  for (const revisions of children(element, "revisions")) {
    const name = attribute(revisions, "appliesTo") ?? "";
    const reference = attribute(revisions, "ref");
    const found = below(parent, name);
    const hasIds = found.some((each) => attribute(each, "id") !== void 0);
    const subject = reference === void 0 ? found[0] : found.find((each) => attribute(each, "id") === reference);
    const isResolved = subject !== void 0 || !hasIds && below(parent, "note").some((each) => attribute(each, "id") === reference);
    if (reference !== void 0 && !isResolved)
      tell("xliff/reference", revisions, { attribute: "ref", value: reference });
    else if (reference === void 0 && found.length > 1 && hasIds)
      tell("xliff/missing-attribute", revisions, { attribute: "ref" });
    const current = attribute(revisions, "currentVersion");
    const versions = children(revisions, "revision").map((each) => attribute(each, "version"));
    if (current !== void 0 && !versions.includes(current))
      tell("xliff/reference", revisions, { attribute: "currentVersion", value: current });
    for (const revision of children(revisions, "revision")) {
      const seen = /* @__PURE__ */ new Set();
      for (const item of children(revision, "item")) {
        const property = attribute(item, "property") ?? "";
        const isKnown = property === "content" || !subject || attribute(subject, property) !== void 0;
        if (!isKnown || seen.has(property)) tell("xliff/value", item, { attribute: "property", value: property });
        seen.add(property);
      }
    }
  }
}
function below(parent, local) {
  const found = [];
  const walk = (element) => {
    for (const each of children(element)) {
      if (each.uri !== parent.uri) continue;
      if (each.local === local) found.push(each);
      if (each.local !== "unit" && each.local !== "group") walk(each);
    }
  };
  walk(parent);
  return found;
}
function fileOf(element) {
  let at = element;
  while (at.parent?.parent) at = at.parent;
  return at;
}

// src/xliff/constraints/restrictions.ts
var html = new Set(
  "a abbr acronym address applet area aside article audio b base basefont bdo bdi big blockquote body br button canvas caption center cite code col colgroup command content datalist dd del details dfn dialog dir div dl dt element em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark menu menuitem meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rp rt rtc ruby s samp script section select shadow small source spacer span strike strong style sub summary sup table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp".split(" ")
);
var range = /^(?:\*|\d+|\d+,(?:\d+|\*))$/;
var whole = /^\d+$/;
function checkRestrictions(element, tell) {
  const isLoneEnd = element.local === "ec" && attribute(element, "isolated") !== "yes";
  formatStyle(element, isLoneEnd, tell);
  size(element, isLoneEnd, tell);
}
function formatStyle(element, isLoneEnd, tell) {
  const style = attributeIn(element, modules.fs, "fs");
  const more = attributeIn(element, modules.fs, "subFs");
  if (style !== void 0 && !html.has(style)) tell("xliff/value", element, { attribute: "fs:fs", value: style });
  if (more !== void 0 && style === void 0) tell("xliff/missing-attribute", element, { attribute: "fs:fs" });
  if (isLoneEnd && (style !== void 0 || more !== void 0)) tell("xliff/attribute", element, { attribute: "fs:fs" });
}
function size(element, isLoneEnd, tell) {
  const value = (name) => attributeIn(element, modules.slr, name);
  const invalid = (name, found) => {
    tell("xliff/value", element, { attribute: `slr:${name}`, value: found.slice(0, 50) });
  };
  const profiles = profilesOf(element);
  const isStandard = (name, prefix) => {
    const profile = profiles && attribute(profiles, name);
    return profile === void 0 || profile === "" || profile.startsWith(prefix);
  };
  const isCounted = isStandard("generalProfile", "xliff:codepoints");
  const isStored = isStandard("storageProfile", "xliff:utf");
  const restriction = value("sizeRestriction");
  if (isCounted && restriction !== void 0 && !isRange(restriction)) invalid("sizeRestriction", restriction);
  const storage = value("storageRestriction");
  if (isStored && storage !== void 0 && !isRange(storage)) invalid("storageRestriction", storage);
  const info = value("sizeInfo");
  if (info !== void 0 && !isSize(info, isCounted && profiles !== void 0)) invalid("sizeInfo", info);
  const equiv = value("equivStorage");
  if (isStored && equiv !== void 0 && !whole.test(equiv)) invalid("equivStorage", equiv);
  const reference = value("sizeInfoRef");
  if (reference !== void 0 && info !== void 0) tell("xliff/attribute", element, { attribute: "slr:sizeInfo" });
  if (reference !== void 0 && !isInData(element, reference))
    tell("xliff/reference", element, { attribute: "slr:sizeInfoRef", value: reference });
  if (isLoneEnd && [info, equiv, reference, restriction, storage].some((each) => each !== void 0))
    tell("xliff/attribute", element, { attribute: "slr:*" });
}
function isSize(value, isCounted) {
  return whole.test(value) || !isCounted && !Number.isFinite(Number(value));
}
function isRange(value) {
  if (!range.test(value)) return false;
  const [low, high] = value.split(",");
  return high === void 0 || high === "*" || Number(low) <= Number(high);
}
function profilesOf(element) {
  let at = element;
  while (at.parent?.parent) at = at.parent;
  return child(at, "profiles", modules.slr);
}
function isInData(element, id2) {
  const has = (each) => attribute(each, "id") === id2 || children(each).some(has);
  for (let at = element.parent; at; at = at.parent)
    if (children(at, "data", modules.slr).some((data) => children(data).some(has))) return true;
  return false;
}

// src/xliff/constraints/segments.ts
function checkSegments(unit, parts, tell) {
  if (!parts.some((part) => part.isSegment)) tell("xliff/missing-element", unit, { child: "segment" });
  const orders = /* @__PURE__ */ new Set();
  const isOrdered = parts.some((part) => part.target && attribute(part.target, "order") !== void 0);
  parts.forEach(({ element: part, source, target }, at) => {
    const subState = attribute(part, "subState");
    if (subState !== void 0 && (attribute(part, "state") === void 0 || !/^[^\s:]+:[^\s:]+$/.test(subState)))
      tell("xliff/state", part, { attribute: "subState", value: subState });
    if (!target) return;
    if (source && spaceOf(source) !== spaceOf(target)) tell("xliff/space", target);
    if (!isOrdered) return;
    const order = Number(attribute(target, "order") ?? at + 1);
    if (orders.has(order) || order > parts.length) tell("xliff/order", target, { value: order });
    orders.add(order);
  });
}
function spaceOf(element) {
  return inherited(element, "xml:space") ?? "default";
}
function checkSkeleton(skeleton, tell) {
  const isEmpty = skeleton.children.every(
    (node) => typeof node === "string" ? node.trim() === "" : node.kind !== "element" && node.kind !== "cdata"
  );
  const hasHref = attribute(skeleton, "href") !== void 0;
  if (isEmpty && !hasHref) tell("xliff/missing-attribute", skeleton, { attribute: "href" });
  if (!isEmpty && hasHref) tell("xliff/attribute", skeleton, { attribute: "href" });
}

// src/xliff/constraints/grammar-modules.ts
var { any: any2, nmtoken: nmtoken2, yesNo: yesNo2 } = kinds;
var normalization = kinds.one("none", "nfc", "nfd");
var text = { attributes: { source: any2 }, foreign: "any", hasText: true };
var resource = { attributes: { href: any2 }, foreign: "any", xml: "lang", content: "~*" };
var changeTracking = {
  changeTrack: { content: "revisions+" },
  revisions: {
    attributes: { "appliesTo!": nmtoken2, ref: nmtoken2, currentVersion: nmtoken2 },
    foreign: "any",
    content: "revision+"
  },
  revision: {
    attributes: { author: any2, datetime: any2, version: nmtoken2, checksum: any2 },
    foreign: "any",
    content: "item+"
  },
  item: { attributes: { "property!": any2 }, foreign: "any", hasText: true, content: "~*" }
};
var moduleGrammars = new Map(
  [
    grammar(modules.gls, {
      glossary: { content: "glossEntry+" },
      glossEntry: {
        attributes: { id: nmtoken2, ref: kinds.uri },
        foreign: "any",
        content: "term translation* definition? ~*"
      },
      term: text,
      translation: { ...text, attributes: { id: nmtoken2, ref: kinds.uri, source: any2 } },
      definition: text
    }),
    grammar(modules.mtc, {
      matches: { content: "match+" },
      match: {
        attributes: {
          id: nmtoken2,
          matchQuality: kinds.percent,
          matchSuitability: kinds.percent,
          origin: any2,
          "ref!": kinds.uri,
          reference: yesNo2,
          similarity: kinds.percent,
          subType: kinds.own,
          type: kinds.one("am", "mt", "icm", "idm", "tb", "tm", "other")
        },
        foreign: "any",
        content: "~+"
      }
    }),
    grammar(modules.mda, {
      metadata: { attributes: { id: nmtoken2 }, content: "metaGroup+" },
      metaGroup: {
        attributes: { id: nmtoken2, category: any2, appliesTo: kinds.one("source", "target", "ignorable") },
        content: "metaGroup|meta+"
      },
      meta: { attributes: { "type!": any2 }, hasText: true }
    }),
    grammar(modules.res, {
      resourceData: { content: "resourceItemRef* resourceItem*" },
      resourceItemRef: { attributes: { id: nmtoken2, "ref!": nmtoken2 }, foreign: "any" },
      resourceItem: {
        attributes: { id: nmtoken2, mimeType: any2, context: yesNo2 },
        foreign: "any",
        content: "source? target? reference*"
      },
      source: resource,
      target: resource,
      reference: { attributes: { "href!": any2 }, foreign: "any", xml: "lang" }
    }),
    grammar(modules.slr, {
      profiles: { attributes: { generalProfile: any2, storageProfile: any2 }, content: "normalization? ~*" },
      normalization: { attributes: { general: normalization, storage: normalization } },
      data: { attributes: { "profile!": any2 }, foreign: "any", content: "~*" }
    }),
    grammar(modules.val, {
      validation: { foreign: "any", content: "rule+" },
      rule: {
        attributes: {
          isPresent: any2,
          occurs: kinds.positive,
          isNotPresent: any2,
          startsWith: any2,
          endsWith: any2,
          existsInSource: yesNo2,
          caseSensitive: yesNo2,
          normalization,
          disabled: yesNo2
        },
        foreign: "any"
      }
    }),
    grammar(modules.ctr, changeTracking),
    grammar(modules.ctr1, changeTracking),
    grammar(modules.fs, {}),
    grammar(modules.pgs, {})
  ].map((each) => [each.uri, each])
);
var places = /* @__PURE__ */ new Map([
  [modules.gls, top("glossary", "unit")],
  [modules.mtc, top("matches", "unit")],
  [modules.mda, top("metadata", "xliff", "file", "group", "unit", "match")],
  [modules.res, top("resourceData", "file", "unit")],
  [modules.slr, new Map([...top("profiles", "file"), ...top("data", "file", "group", "unit")])],
  [modules.val, top("validation", "file", "group", "unit")],
  [modules.ctr, top("changeTrack", "file", "group", "unit")],
  [modules.ctr1, top("changeTrack", "file", "group", "unit")]
]);
function top(local, ...parents) {
  return /* @__PURE__ */ new Map([[local, new Set(parents)]]);
}
function mayStand(uri, local, parent) {
  return places.get(uri)?.get(local)?.has(parent) ?? false;
}

// src/xliff/constraints/tree.ts
function checkTree(element, core2, tell) {
  const isCore = element.uri === core2.uri;
  const rules = isCore ? core2 : moduleGrammars.get(element.uri);
  if (!rules) return;
  const parent = element.parent;
  if (!isCore && parent && parent.uri !== element.uri && !mayStand(element.uri, element.local, parent.local)) {
    tell("xliff/element", element, { parent: parent.name });
    return;
  }
  const found = rules.shapes.get(element.local);
  if (!found) {
    tell("xliff/element", element, { parent: parent?.name ?? "" });
    return;
  }
  if (checkAttributes(element, found, tell) && isCore) checkRestrictions(element, tell);
  checkContent(element, found, tell);
  for (const node of element.children) {
    if (typeof node === "string" || node.kind !== "element") continue;
    if (isCore || node.uri !== core2.uri) checkTree(node, core2, tell);
  }
  if (!isCore && element.local === "match") checkMatch(element, core2, tell);
}
function checkMatch(match, core2, tell) {
  const expected = ["originalData", "source", "target"];
  let at = 0;
  for (const each of children(match)) {
    if (each.uri !== core2.uri) continue;
    const found = expected.indexOf(each.local, at);
    if (found < 0) tell("xliff/element", each, { parent: match.name });
    else at = found + 1;
    checkTree(each, core2, tell);
  }
  for (const name of ["source", "target"])
    if (!child(match, name, core2.uri)) tell("xliff/missing-element", match, { child: name });
}

// src/xliff/constraints/rules2.ts
function rules2(version, report) {
  const tell = teller(report);
  const core2 = grammar2(version);
  const files = /* @__PURE__ */ new Map();
  let groups = /* @__PURE__ */ new Map();
  let units2 = /* @__PURE__ */ new Map();
  let flows = [];
  let root;
  const frame = [];
  let inside = null;
  const enter = (element) => {
    const shape2 = core2.shapes.get(element.local);
    frame.push({ element, follow: follower(element, shape2, tell) });
    if (checkAttributes(element, shape2, tell)) checkRestrictions(element, tell);
    languagesOf(element, tell);
  };
  return {
    open(element) {
      if (inside) return;
      const parent = frame.at(-1);
      if (!parent) {
        root = element;
        enter(element);
        return;
      }
      parent.follow.next(element);
      const isFrame = element.uri === root.uri && (element.local === "file" || element.local === "group");
      if (!isFrame) {
        inside = element;
        return;
      }
      enter(element);
      if (element.local === "group") once(groups, element, tell);
      else {
        once(files, element, tell);
        groups = /* @__PURE__ */ new Map();
        units2 = /* @__PURE__ */ new Map();
        flows = [];
      }
    },
    close(element) {
      if (inside) {
        if (element !== inside) return;
        inside = null;
        checkTree(element, core2, tell);
        if (element.uri === root.uri && element.local === "skeleton") checkSkeleton(element, tell);
        return;
      }
      const own2 = frame.pop();
      own2?.follow.end();
      if (strayText(element)) tell("xliff/text", element);
      notesOnce(element, tell);
      extensionsOnce(element, root.uri, tell);
      checkModules(element, root, tell);
      if (element.local !== "file") return;
      for (const flow of flows) if (!units2.has(flow.id)) flow.tell();
    },
    unit(unit) {
      const own2 = [];
      const tellUnit = teller((violation) => own2.push(violation), "unit");
      inside = null;
      once(units2, unit, tell);
      checkTree(unit, core2, tell);
      const parts = partsOf(unit);
      languagesOfUnit(unit, parts, root, tell);
      checkSegments(unit, parts, tell);
      idsOfUnit(unit, parts, tell, tellUnit);
      let ids;
      const idsOf = () => ids ??= idsIn(unit, attribute(fileOf2(unit), "id") ?? "");
      if (parts.some((part) => hasInline(part.source) || hasInline(part.target))) {
        checkInline(parts, tell, tellUnit);
        checkReferences(unit, parts, idsOf, tell);
        for (const { element, attribute: name, id: id2 } of subFlowsOf(parts))
          if (!units2.has(id2)) flows.push(later(element, name, id2, tell));
      }
      checkModules(unit, root, tell, idsOf);
      extensionsOnce(unit, root.uri, tell);
      return own2;
    },
    end() {
    }
  };
}
function later({ name: element, line, column }, attribute2, value, tell) {
  const place = { name: element, line, column };
  return { id: value, tell: () => tell("xliff/reference", place, { attribute: attribute2, value }) };
}
function strayText(element) {
  return element.children.some(
    (node) => typeof node === "string" && /[^ \t\r\n]/.test(node) || typeof node !== "string" && node.kind === "cdata" && node.text.trim() !== ""
  );
}
function fileOf2(element) {
  let at = element;
  while (at.parent?.parent) at = at.parent;
  return at;
}

// src/xliff/constraints/index.ts
function constraints(version, report) {
  return version === "1.2" ? rules12(report) : rules2(version, report);
}

// src/xliff/decode.ts
var sniffed = 256;
function xmlDecoder(name) {
  let waiting = new Uint8Array();
  let decoder;
  let unusual = null;
  const start = () => {
    const head = waiting;
    if (head.length === 0) throw new Problem("input/empty", { name });
    const { label, skip } = encodingOf(head, name);
    if (!/^utf-/.test(label)) unusual = label;
    try {
      decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
    } catch {
      throw new Problem("xliff/encoding", { name, encoding: label }, { file: name, line: 1, column: 1 });
    }
    waiting = head.subarray(skip);
  };
  const decode = (bytes) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new Problem("xliff/encoding", { name, encoding: decoder.encoding }, { file: name });
    }
  };
  return {
    write(bytes) {
      if (decoder) return decode(bytes);
      waiting = concat(waiting, bytes);
      if (waiting.length < sniffed) return "";
      start();
      const text2 = decode(waiting);
      waiting = null;
      return text2;
    },
    end() {
      if (decoder) return decode(void 0);
      start();
      return decode(waiting) + decode(void 0);
    },
    get unusual() {
      return unusual;
    }
  };
}
function encodingOf(head, name) {
  const [a, b, c, d] = head;
  const marked = a === 239 && b === 187 && c === 191 ? { label: "utf-8", skip: 3 } : a === 255 && b === 254 ? { label: "utf-16le", skip: 2 } : a === 254 && b === 255 ? { label: "utf-16be", skip: 2 } : a === 60 && b === 0 && c !== 0 && d === 0 ? { label: "utf-16le", skip: 0 } : a === 0 && b === 60 && c === 0 && d !== 0 ? { label: "utf-16be", skip: 0 } : void 0;
  const declared = declaredIn(head.subarray(marked?.skip ?? 0), marked?.label ?? "latin1");
  if (!marked && !declared) return { label: "utf-8", skip: 0 };
  const isWide = marked ? marked.label !== "utf-8" : false;
  const saysWide = declared === void 0 ? isWide : /^(?:utf-?16|ucs-2|iso-10646-ucs-2)/.test(declared);
  if (saysWide !== isWide || marked && !isWide && declared !== void 0 && !/^utf-?8$/.test(declared))
    throw new Problem("xliff/encoding", { name, encoding: declared ?? "utf-16" }, { file: name, line: 1, column: 1 });
  if (marked) return marked;
  return { label: declared === "us-ascii" || declared === "utf8" ? "utf-8" : declared, skip: 0 };
}
function declaredIn(head, label) {
  const text2 = new TextDecoder(label).decode(head.subarray(0, sniffed * 2));
  return /^<\?xml\s[^?>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(text2)?.[1]?.toLowerCase();
}
function concat(a, b) {
  if (a.length === 0) return b;
  const joined2 = new Uint8Array(a.length + b.length);
  joined2.set(a);
  joined2.set(b, a.length);
  return joined2;
}

// src/xliff/root.ts
function versionOfRoot(root, name) {
  const place = { file: name, line: root.line, column: root.column };
  if (root.local !== "xliff") throw new Problem("xliff/not-xliff", { name, root: root.name }, place);
  const stated2 = attribute(root, "version") ?? "";
  const version = versionOf(root.uri, stated2);
  if (!version) throw new Problem("xliff/version", { name, version: stated2, namespace: root.uri }, place);
  return version;
}

// src/language/profiles/az-calques.ts
var turkishInAzerbaijani = [
  { words: "gizlili", instead: "m\u0259xfili", from: "tr", reason: "word" },
  { words: "\xE7\u0259r\u0259z", instead: "kuki", from: "tr", reason: "sense" },
  { words: "sabit disk", instead: "s\u0259rt disk", from: "tr", reason: "word" },
  { words: "ba\u011Flant\u0131", instead: "ke\xE7id", from: "tr", reason: "sense" },
  { words: "kullan\u0131c\u0131", instead: "istifad\u0259\xE7i", from: "tr", reason: "word" },
  { words: "qullan\u0131c\u0131", instead: "istifad\u0259\xE7i", from: "tr", reason: "word" },
  { words: "bilgi", instead: "m\u0259lumat", from: "tr", reason: "word" },
  { words: "ki\u015Fis\u0259l", instead: "\u015F\u0259xsi", from: "tr", reason: "word" },
  { words: "ki\u015Fisel", instead: "\u015F\u0259xsi", from: "tr", reason: "word" },
  { words: "g\xFCv\u0259nli", instead: "etibarl\u0131", from: "tr", reason: "word" },
  { words: "g\xFCv\u0259nlik", instead: "t\u0259hl\xFCk\u0259sizlik", from: "tr", reason: "word" },
  { words: "g\xFCnc\u0259ll\u0259", instead: "yenil\u0259", from: "tr", reason: "word" },
  { words: "g\xFCnc\u0259ll\u0259m\u0259", instead: "yenil\u0259m\u0259", from: "tr", reason: "word" },
  { words: "t\u0131kla", instead: "klikl\u0259", from: "tr", reason: "word" },
  { words: "sunucu", instead: "server", from: "tr", reason: "word" },
  { words: "taray\u0131c\u0131", instead: "brauzer", from: "tr", reason: "word" },
  { words: "yaz\u0131l\u0131m", instead: "proqram", from: "tr", reason: "word" },
  { words: "donan\u0131m", instead: "avadanl\u0131q", from: "tr", reason: "word" },
  { words: "v\u0259ri taban", instead: "m\u0259lumat baza", from: "tr", reason: "word" },
  { words: "onayla", instead: "t\u0259sdiql\u0259", from: "tr", reason: "word" },
  { words: "kay\u0131t", instead: "qeydiyyat", from: "tr", reason: "word" },
  { words: "\xFCy\u0259lik", instead: "\xFCzvl\xFCk", from: "tr", reason: "word" },
  { words: "hizm\u0259t", instead: "xidm\u0259t", from: "tr", reason: "word" },
  { words: "s\xF6zl\u0259\u015Fm\u0259", instead: "m\xFCqavil\u0259", from: "tr", reason: "word" },
  { words: "ileti\u015Fim", instead: "\u0259laq\u0259", from: "tr", reason: "word" },
  { words: "il\u0259ti\u015Fim", instead: "\u0259laq\u0259", from: "tr", reason: "word" },
  { words: "bildirim", instead: "bildiri\u015F", from: "tr", reason: "word" },
  { words: "i\xE7\u0259rik", instead: "m\u0259zmun", from: "tr", reason: "word" },
  { words: "g\xF6rs\u0259l", instead: "t\u0259svir", from: "tr", reason: "word" },
  { words: "y\xF6nt\u0259m", instead: "\xFCsul", from: "tr", reason: "word" },
  { words: "s\xFCr\u0259c", instead: "proses", from: "tr", reason: "word" },
  { words: "n\u0259d\u0259niyl\u0259", instead: "s\u0259b\u0259bil\u0259", from: "tr", reason: "word" },
  { words: "\u0259snas\u0131nda", instead: "zaman\u0131", from: "tr", reason: "word" },
  { words: "ba\u011Flam\u0131nda", instead: "\xE7\u0259r\xE7iv\u0259sind\u0259", from: "tr", reason: "word" },
  { words: "yan\u0131tla", instead: "cavabla", from: "tr", reason: "word" },
  { words: "sorumluluk", instead: "m\u0259suliyy\u0259t", from: "tr", reason: "word" },
  { words: "sorumluluq", instead: "m\u0259suliyy\u0259t", from: "tr", reason: "word" },
  { words: "sorumlu", instead: "m\u0259sul", from: "tr", reason: "word" },
  { words: "b\u0259lirt", instead: "g\xF6st\u0259r", from: "tr", reason: "word" },
  { words: "b\u0259lirl\u0259", instead: "m\xFC\u0259yy\u0259nl\u0259\u015Fdir", from: "tr", reason: "word" },
  { words: "g\u0259li\u015Fdir", instead: "t\u0259kmill\u0259\u015Fdir", from: "tr", reason: "word" },
  { words: "olu\u015Ftur", instead: "yarat", from: "tr", reason: "word" },
  { words: "olu\u015Fdur", instead: "yarat", from: "tr", reason: "word" },
  { words: "yararlan", instead: "faydalan", from: "tr", reason: "word" },
  { words: "sayfa", instead: "s\u0259hif\u0259", from: "tr", reason: "word" },
  { words: "uygulama", instead: "t\u0259tbiq", from: "tr", reason: "word" },
  { words: "uy\u011Fulama", instead: "t\u0259tbiq", from: "tr", reason: "word" },
  { words: "=yasal", instead: "qanuni", from: "tr", reason: "word" },
  { words: "=yasalar", instead: "qanunlar", from: "tr", reason: "word" },
  { words: "\xF6nl\u0259m", instead: "t\u0259dbir", from: "tr", reason: "word" },
  { words: "\xE7evrimi\xE7i", instead: "onlayn", from: "tr", reason: "word" },
  { words: "\xE7evrimd\u0131\u015F\u0131", instead: "oflayn", from: "tr", reason: "word" },
  { words: "e-posta", instead: "e-po\xE7t", from: "tr", reason: "word" },
  { words: "eposta", instead: "e-po\xE7t", from: "tr", reason: "word" },
  { words: "zaman-zaman", instead: "vaxta\u015F\u0131r\u0131", from: "tr", reason: "word" },
  { words: "sa\u011Flay\u0131c\u0131", instead: "provayder", from: "tr", reason: "word" },
  { words: "=sa\u011Flayan", instead: "t\u0259min ed\u0259n", from: "tr", reason: "word" },
  { words: "=sa\u011Flay\u0131r", instead: "t\u0259min edir", from: "tr", reason: "word" },
  { words: "qay\u0131t ol", instead: "qeydiyyatdan ke\xE7", from: "tr", reason: "word" },
  { words: "abon\u0259lik", instead: "abun\u0259lik", from: "tr", reason: "word" },
  { words: "\xF6d\u0259m\u0259 y\xF6nt\u0259m", instead: "\xF6d\u0259ni\u015F \xFCsul", from: "tr", reason: "word" },
  { words: "indirim", instead: "endirim", from: "tr", reason: "word" },
  { words: "\xFCr\xFCn", instead: "m\u0259hsul", from: "tr", reason: "word" },
  { words: "sat\u0131n alma i\u015Fl\u0259m", instead: "al\u0131\u015F \u0259m\u0259liyyat", from: "tr", reason: "word" },
  { words: "i\u015Fl\u0259m", instead: "\u0259m\u0259liyyat", from: "tr", reason: "word" },
  { words: "payla\u015F\u0131m", instead: "payla\u015Fma", from: "tr", reason: "word" },
  { words: "kimlik do\u011Frulama", instead: "autentifikasiya", from: "tr", reason: "word" },
  { words: "do\u011Frulama", instead: "t\u0259sdiql\u0259m\u0259", from: "tr", reason: "word" },
  { words: "ger\xE7\u0259k", instead: "h\u0259qiqi", from: "tr", reason: "word" },
  { words: "\xF6z\u0259llik", instead: "x\xFCsusiyy\u0259t", from: "tr", reason: "word" },
  { words: "ekl\u0259nti", instead: "\u0259lav\u0259", from: "tr", reason: "word" },
  { words: "ekl\u0259m\u0259", instead: "\u0259lav\u0259", from: "tr", reason: "word" },
  { words: "y\xFCk\xFCml\xFCl\xFCk", instead: "\xF6hd\u0259lik", from: "tr", reason: "word" },
  { words: "y\xFCk\xFCml\xFC", instead: "borclu", from: "tr", reason: "word" },
  { words: "\xF6l\xE7\xFCm", instead: "\xF6l\xE7m\u0259", from: "tr", reason: "word" },
  { words: "ayr\u0131ca olaraq", instead: "\u0259lav\u0259 olaraq", from: "tr", reason: "word" },
  { words: "saxlanma s\xFCr\u0259", instead: "saxlanma m\xFCdd\u0259t", from: "tr", reason: "word" },
  { words: "=s\xFCr\u0259si", instead: "m\xFCdd\u0259ti", from: "tr", reason: "word" },
  { words: "=s\xFCr\u0259", instead: "m\xFCdd\u0259t", from: "tr", reason: "word" },
  { words: "=s\xFCreyle", instead: "m\xFCdd\u0259t\u0259", from: "tr", reason: "word" },
  { words: "r\u0259sim", instead: "\u015F\u0259kil", from: "tr", reason: "word" },
  { words: "\xE7\xF6z\xFCm", instead: "h\u0259ll", from: "tr", reason: "word" },
  { words: "d\u0259n\u0259tim", instead: "n\u0259zar\u0259t", from: "tr", reason: "word" },
  { words: "d\u0259n\u0259tl\u0259", instead: "n\u0259zar\u0259t et", from: "tr", reason: "word" },
  { words: "b\u0259lg\u0259", instead: "s\u0259n\u0259d", from: "tr", reason: "word" },
  {
    words: "\xFCz\u0259rind\u0259n",
    instead: "vasit\u0259sil\u0259",
    from: "tr",
    reason: "construction",
    near: ["internet", "\u015F\u0259b\u0259k\u0259", "sayt", "veb", "telefon", "po\xE7t", "proqram", "t\u0259tbiq", "hesab", "server"]
  },
  {
    words: "ziyar\u0259t et =zaman",
    instead: "daxil olduqda",
    from: "tr",
    reason: "construction",
    near: ["sayt", "s\u0259hif\u0259", "xidm\u0259t", "internet", "veb", "portal", "ma\u011Faza"]
  },
  { words: "k\u0259s\u0259 m\xFCraci\u0259t", instead: "\u015F\u0259xsl\u0259r \xFC\xE7\xFCn n\u0259z\u0259rd\u0259 tutulmay\u0131b", from: "tr", reason: "construction" }
];

// src/language/profiles/lookalikes.ts
var latinForCyrillic = Object.fromEntries(
  [..."a\u0430c\u0441e\u0435o\u043Ep\u0440x\u0445y\u0443A\u0410B\u0412C\u0421E\u0415H\u041DK\u041AM\u041CO\u041EP\u0420T\u0422X\u0425i\u0456I\u0406\xFF\u04F1"].flatMap(
    (letter, at, all) => at % 2 === 0 ? [[letter, all[at + 1]]] : []
  )
);
var cyrillicForLatin = Object.fromEntries(
  [..."\u0430a\u0441c\u0435e\u043Eo\u0440p\u0445x\u0443y\u0410A\u0412B\u0421C\u0415E\u041DH\u041AK\u041CM\u041EO\u0420P\u0422T\u0425X\u0456i\u0406I\u04D9\u0259\u04D8\u018F\u04BBh\u04BAH"].flatMap(
    (letter, at, all) => at % 2 === 0 ? [[letter, all[at + 1]]] : []
  )
);
function leadingTo(table, letters3) {
  return Object.fromEntries(Object.entries(table).filter(([, own2]) => letters3.includes(own2.toLowerCase())));
}

// src/language/profiles/shared.ts
var sharedLoans = "admin agent argument audio audit auditor balans bank blog blogger blok bonus brend chat detal detektor direktor disk doktor domen element faktor federal film final fokus forma formal format forum foto general host hosting import indeks inspektor instrument internet interval kabinet kamera kart kod kontrast korpus kredit kurs limit link login logistika market marketing material media menejer metro minus model modem modul moment monitor moral motor norma normal opera operator paket panel park parol partner pasport patent pin plan plus port printer problem profil protest protokol radio real region respublika resurs risk segment sektor sertifikat server sms spam sport standart start status student tender test tip token total transfer transit trend tur vektor veto video virus web".split(" ");

// src/language/profiles/az.ts
var az = {
  tag: "az",
  script: "latin",
  letters: "abc\xE7de\u0259fg\u011Fhx\u0131ijkqlmno\xF6prs\u015Ftu\xFCvyz",
  neighbours: ["tr", "tk", "uz", "fr"],
  lookalikes: { ...cyrillicForLatin, \u01DD: "\u0259", \u018E: "\u018F", \u00E4: "\u0259", \u00C4: "\u018F" },
  punctuation: { "\u060C": ",", "\u061B": ";", "\u061F": "?" },
  shared: [
    ...sharedLoans,
    ..."ad ada al ala alma alt amma an ana ara at ata ay az baba bal bar bin bit biz bol bo\u015F bu can dad dair dal dam dil din don dur el ela elan et etibar gor ham has hat h\u0259r iki ild\u0259n illik in is\u0259 it kim kin kor lal lap mal man mat may mil min nar naz nur n\u0259 o ol ola olan on orta ortaq ox pas pay pis pul raz ruh sal san sap sat siz sol son sona sor s\u0259n tam tap tar tel tez ton top tor toy tut us uz var yan yay yer yol yox zor".split(
      " "
    )
  ],
  conjunctions: ["v\u0259", "v\u0259 ya", "ya", "ya da", "yaxud", "h\u0259m"],
  abbreviations: ["v\u0259 s.", "s.", "v\u0259 b.", "v\u0259 i.a."],
  initials: "ymbd\u0259sihtxqgak\xF6\xFC\xE7vnz",
  casing: "dotted",
  boilerplate: ["ana s\u0259hif\u0259", "axtar\u0131\u015F", "payla\u015F", "\u0259trafl\u0131", "davam\u0131n\u0131 oxu", "menyu", "h\u0259l\u0259 fayl yoxdur"],
  calques: turkishInAzerbaijani,
  synonyms: [["kuki", "\xE7\u0259r\u0259z", "pe\xE7enye"]]
};

// src/language/profiles/ky.ts
var letters = "\u0430\u0431\u0432\u0433\u0434\u0435\u0451\u0436\u0437\u0438\u0439\u043A\u043B\u043C\u043D\u04A3\u043E\u04E9\u043F\u0440\u0441\u0442\u0443\u04AF\u0444\u0445\u0446\u0447\u0448\u0449\u044A\u044B\u044C\u044D\u044E\u044F";
var ky = {
  tag: "ky",
  script: "cyrillic",
  letters,
  neighbours: ["ru", "kk"],
  lookalikes: leadingTo(latinForCyrillic, letters),
  punctuation: { "\u060C": ",", "\u061B": ";", "\u061F": "?" },
  shared: [],
  conjunctions: ["\u0436\u0430\u043D\u0430", "\u0436\u0435", "\u0436\u0430\u043D\u0430/\u0436\u0435", "\u043C\u0435\u043D\u0435\u043D", "\u043E\u0448\u043E\u043D\u0434\u043E\u0439 \u044D\u043B\u0435"],
  abbreviations: ["\u0436.\u0431.", "\u0436.\u0431.\u0443.\u0441.", "\u0442.\u0431.", "\u0431.\u0430.", "\u0436-\u0430"],
  initials: "\u043A\u0431\u0441\u0436\u0442\u0430\u043E\u043C\u044D\u04AF\u0443\u0434\u0439\u044B\u04E9\u0438\u043F\u043D\u0447",
  casing: "plain",
  boilerplate: ["\u0431\u0430\u0448\u043A\u044B \u0431\u0435\u0442", "\u0438\u0437\u0434\u04E9\u04E9", "\u0431\u04E9\u043B\u04AF\u0448\u04AF\u04AF", "\u043A\u0435\u043D\u0435\u043D\u0438\u0440\u044D\u044D\u043A", "\u043C\u0435\u043D\u044E", "\u0444\u0430\u0439\u043B\u0434\u0430\u0440 \u0436\u043E\u043A", "\u0430\u0437\u044B\u0440\u044B\u043D\u0447\u0430 \u0444\u0430\u0439\u043B \u0436\u043E\u043A"],
  calques: [{ words: "\u04AF\u0447\u04AF\u043D\u0447\u04AF \u043F\u0430\u0440\u0442\u0438\u044F", instead: "\u04AF\u0447\u04AF\u043D\u0447\u04AF \u0442\u0430\u0440\u0430\u043F", from: "en", reason: "sense" }],
  synonyms: []
};

// src/language/profiles/tk.ts
var letters2 = "ab\xE7de\xE4fghij\u017Eklmn\u0148o\xF6prs\u015Ftu\xFCwy\xFDz";
var tk = {
  tag: "tk",
  script: "latin",
  letters: letters2,
  neighbours: ["tr", "az", "uz", "fr"],
  lookalikes: { ...leadingTo(cyrillicForLatin, letters2), \u00FF: "\xFD", \u0178: "\xDD" },
  punctuation: { "\u060C": ",", "\u061B": ";", "\u061F": "?" },
  shared: [
    ...sharedLoans,
    ..."ada al alma aman ara at ata bag bar ber bes bil bir biz bol bu dag dam dil dine diri dost dur edil ele elin ene eri gam gan gap gara gel git gum gurak hal han has hat haz hem her iki in is it kesel met ner ok on orta ot pes sag sal san sap sat sen size sol son tam tap ton top tor tut us uz we yat".split(
      " "
    )
  ],
  conjunctions: ["we", "\xFDa-da", "hem", "hem-de", "\xFDa"],
  abbreviations: ["\u015F.m.", "we \u015F.m.", "b.e.\xF6.", "s.k."],
  initials: "\xFDgbdsahtmou\xF6ike\xE4\xE7p\u015Fnwj",
  casing: "plain",
  boilerplate: ["ba\u015F sahypa", "g\xF6zleg", "pa\xFDla\u015F", "dowamyny oka", "men\xFDu", "heniz fa\xFDl \xFDok"],
  calques: [],
  synonyms: [["kuki", "gutapjyk"]]
};

// src/language/index.ts
function directionOf(tag) {
  const script = localeOf(tag)?.maximize().script ?? "";
  return /^(?:Arab|Aran|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg|Mand|Samr)$/.test(script) ? "rtl" : "ltr";
}
function localeOf(tag) {
  try {
    return new Intl.Locale(tag);
  } catch {
    return void 0;
  }
}

// src/xliff/inline12.ts
var pairs = {
  bold: "bold",
  italic: "italic",
  link: "link",
  strike: "x-strike",
  code: "x-code",
  image: "x-image",
  break: "x-break",
  markup: "x-markup",
  variable: "x-variable"
};
var alone = {
  ...pairs,
  bold: "x-bold",
  italic: "x-italic",
  link: "x-link",
  image: "image",
  break: "lb"
};
var types = /* @__PURE__ */ new Map();
for (const type of Object.keys(pairs)) types.set(pairs[type], type).set(alone[type], type);
var character = /^cp-([\dA-F]{4})-\d+$/;
function readInline12(element, parts) {
  for (const node of element.children) {
    if (typeof node === "string") parts.push(node);
    else if (node.kind === "cdata") parts.push(node.text);
    else if (node.kind === "element" && node.uri === element.uri) readCode2(node, parts);
  }
}
function readCode2(element, parts) {
  const id2 = attribute(element, "id") ?? "";
  const pair = attribute(element, "rid") ?? id2;
  switch (element.local) {
    case "g":
      parts.push(codeOf2(element, "open", id2));
      readInline12(element, parts);
      parts.push(codeOf2(element, "close", id2));
      return;
    case "x": {
      const hex = character.exec(id2)?.[1];
      parts.push(hex ? characterOf(hex) : codeOf2(element, "alone", id2));
      return;
    }
    case "bx":
    case "bpt":
      parts.push(codeOf2(element, "open", pair));
      return;
    case "ex":
    case "ept":
      parts.push(codeOf2(element, "close", pair));
      return;
    case "ph":
      parts.push(codeOf2(element, "alone", id2));
      return;
    case "it":
      parts.push(codeOf2(element, attribute(element, "pos") === "close" ? "close" : "open", pair));
      return;
    case "mrk":
      readInline12(element, parts);
  }
}
function codeOf2(element, kind2, id2) {
  const disp = attribute(element, "equiv-text");
  const type = types.get(attribute(element, "ctype") ?? "") ?? "markup";
  const data = element.local === "g" ? "" : textOf(element);
  return { id: id2, kind: kind2, type, data, ...disp && kind2 !== "close" ? { disp } : {} };
}
function writeInline12(content) {
  const nested = nestedPairs(content);
  let characters = 0;
  let text2 = "";
  content.forEach((part, at) => {
    if (typeof part === "string") {
      const safe = escape(part);
      text2 += isForbidden(safe) ? replaceForbidden(safe, (hex) => `<x id="cp-${hex}-${characters += 1}" ctype="x-character"/>`) : safe;
      return;
    }
    const id2 = part.id;
    const shown2 = part.disp || part.equiv || part.data || void 0;
    if (part.kind === "alone") text2 += `<x${attributes({ id: id2, ctype: alone[part.type], "equiv-text": shown2 })}/>`;
    else if (nested.has(at))
      text2 += part.kind === "open" ? `<g${attributes({ id: id2, ctype: pairs[part.type], "equiv-text": shown2 })}>` : "</g>";
    else {
      const other2 = part.kind === "open" ? "close" : "open";
      const isPaired = content.some(
        (each, index) => typeof each !== "string" && each.kind === other2 && each.id === id2 && (other2 === "close" ? index > at : index < at)
      );
      const name = part.kind === "open" ? "bx" : "ex";
      const ctype = part.kind === "open" ? pairs[part.type] : void 0;
      text2 += isPaired ? `<${name}${attributes({ id: id2, rid: id2, ctype, "equiv-text": shown2 })}/>` : `<it${attributes({ id: id2, pos: part.kind, ctype: pairs[part.type], "equiv-text": shown2 })}>${escape(replaceForbidden(part.data, () => "\uFFFD"))}</it>`;
    }
  });
  return text2;
}

// src/xliff/write12.ts
function* write12(files, options) {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<xliff${attributes({ xmlns: namespaces["1.2"], version: "1.2" })}>
`;
  for (const file2 of files) {
    yield header(file2, options);
    for (const unit of file2.units) yield writeUnit(unit, file2, options);
    yield "</body>\n</file>\n";
  }
  yield "</xliff>\n";
}
function header(file2, options) {
  const { exportId, created, tool } = options;
  const phase = exportId ? `<phase-group><phase${attributes({ "phase-name": "export", "process-name": "translation", "job-id": exportId, "tool-id": tool && own, date: created })}/></phase-group>
` : "";
  const note = exportId ? `<note${attributes({ from: `${own}:export` })}>${words(exportId)}</note>
` : "";
  const direction2 = directionOf(file2.to) === "rtl" ? `<note${attributes({ from: "direction" })}>rtl</note>
` : "";
  const made = tool ? `<tool${attributes({ "tool-id": own, "tool-name": tool.name, "tool-version": tool.version })}/>
` : "";
  const start = `<file${attributes({
    original: file2.original,
    "source-language": file2.from,
    "target-language": file2.to,
    datatype: file2.datatype ?? "plaintext",
    date: created,
    "tool-id": tool && own,
    "build-num": exportId && `${own}-${exportId}`,
    "xml:space": "preserve"
  })}>
`;
  const inside = phase + note + direction2 + made;
  return `${start}${inside && `<header>
${inside}</header>
`}<body>
`;
}
function writeUnit(unit, file2, options) {
  const isCopied = unit.target === null && options.copySource === true;
  const target = isCopied ? unit.source : unit.target;
  const state = isCopied ? { state: "needs-translation" } : writeState12(unit, target !== null);
  const id2 = { id: unit.id, translate: unit.translatable && unit.flag !== "excluded" ? void 0 : "no" };
  const digest = unit.digest ? `<context context-type="x-source-digest">${words(unit.digest)}</context>` : "";
  const notes2 = unit.notes.map(({ text: text2, category, author }) => {
    const said = author ? `${author}: ${text2}` : text2;
    return `<note${attributes({ from: category || void 0 })}>${words(said)}</note>
`;
  });
  return [
    `<trans-unit${attributes({ ...id2, approved: state.approved ? "yes" : void 0, "xml:space": "preserve" })}>
`,
    `<source${attributes({ "xml:lang": file2.from })}>${writeInline12(unit.source)}</source>
`,
    target === null ? "" : `<target${attributes({ "xml:lang": file2.to, state: state.state })}>${writeInline12(target)}</target>
`,
    `<context-group purpose="x-${own}"><context context-type="x-revision">${unit.revision}</context>${digest}</context-group>
`,
    ...notes2,
    "</trans-unit>\n"
  ].join("");
}

// src/xliff/write2.ts
function* write2(files, options) {
  const [first] = files;
  const version = options.version;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<xliff${attributes({
    xmlns: namespaces[version],
    "xmlns:mda": modules.mda,
    version,
    srcLang: first?.from,
    trgLang: first?.to
  })}>
`;
  for (const file2 of files) yield* writeFile(file2, options);
  yield "</xliff>\n";
}
function* writeFile(file2, options) {
  const directions = { srcDir: directionOf(file2.from), trgDir: directionOf(file2.to) };
  yield `<file${attributes({ id: file2.id, original: file2.original, ...directions })}>
`;
  const facts = [];
  if (options.exportId) facts.push(["export", options.exportId]);
  if (options.created) facts.push(["created", options.created]);
  if (options.tool) facts.push(["tool", `${options.tool.name} ${options.tool.version}`]);
  yield metadata2(facts);
  for (const unit of file2.units) yield writeUnit2(unit, options);
  yield "</file>\n";
}
function metadata2(facts) {
  if (facts.length === 0) return "";
  const list = facts.map(([type, value]) => `<mda:meta${attributes({ type })}>${words(value)}</mda:meta>`).join("");
  return `<mda:metadata><mda:metaGroup${attributes({ category: own })}>${list}</mda:metaGroup></mda:metadata>
`;
}
function writeUnit2(unit, options) {
  const isCopied = unit.target === null && options.copySource === true;
  const target = isCopied ? unit.source : unit.target;
  const kept = target && new Set(codesOf(target).map((code) => code.id));
  const into = { data: /* @__PURE__ */ new Map(), isRemovable: (id2) => kept !== null && !kept.has(id2) };
  const source = writeInline2(unit.source, into);
  const written2 = target && writeInline2(target, { ...into, isRemovable: (id2) => !hasCode(unit, id2) });
  const state = isCopied ? { state: "initial" } : writeState2(unit, target !== null);
  const facts = [["revision", String(unit.revision)]];
  if (unit.digest) facts.push(["source-digest", unit.digest]);
  const data = [...into.data].map(([text2, id2]) => `<data${attributes({ id: id2 })}>${writeText2(text2)}</data>`).join("");
  return [
    `<unit${attributes({ id: unit.id, translate: unit.translatable && unit.flag !== "excluded" ? void 0 : "no", "xml:space": "preserve" })}>
`,
    metadata2(facts),
    notes(unit),
    data && `<originalData>${data}</originalData>
`,
    `<segment${attributes({ id: "s1", state: state.state, subState: state.subState })}>`,
    `<source>${source}</source>`,
    written2 === null ? "" : `<target>${written2}</target>`,
    "</segment>\n</unit>\n"
  ].join("");
}
function hasCode(unit, id2) {
  return unit.source.some((part) => typeof part !== "string" && part.id === id2);
}
function notes(unit) {
  if (unit.notes.length === 0) return "";
  const list = unit.notes.map(({ text: text2, category, author }, at) => {
    const said = author ? `${author}: ${text2}` : text2;
    return `<note${attributes({ id: `n${at + 1}`, category: category || void 0 })}>${words(said)}</note>`;
  }).join("");
  return `<notes>${list}</notes>
`;
}

// src/xliff/write.ts
function xliffPieces(files, options) {
  return options.version === "1.2" ? write12(files, options) : write2(files, options);
}

// src/xliff/catalogue.ts
import xliff from "xliff";

// src/xliff/read12.ts
function readUnit12(unit, file2) {
  const id2 = attribute(unit, "id") ?? "";
  const source = contentIn(child(unit, "source")) ?? [];
  const element = child(unit, "target");
  const content = contentIn(element);
  const isFilled = content !== null && (plain(content).trim() !== "" || content.some((part) => typeof part !== "string"));
  const target = content === null || isFilled ? content : [];
  const isCopy = target !== null && isSameContent(source, target);
  const read = readState12(element && attribute(element, "state"), attribute(unit, "approved"), isFilled, isCopy);
  const doubt = element && read.doubt ? [{ code: read.doubt, unit: id2, data: { state: attribute(element, "state") ?? "" } }] : [];
  const warnings = doubt;
  return {
    file: file2,
    id: id2,
    source,
    target,
    state: read.state,
    flag: read.flag,
    isClaimed: read.isClaimed,
    isPartial: false,
    notes: notesOf2(unit),
    translatable: inherited(unit, "translate") !== "no",
    isSpacePreserved: inherited(unit, "xml:space") === "preserve",
    segments: Math.max(1, segmentsOf(unit)),
    copies: /* @__PURE__ */ new Map(),
    exported: exportedOf2(unit),
    warnings,
    violations: [],
    line: unit.line,
    column: unit.column
  };
}
function contentIn(element) {
  if (!element) return null;
  const parts = [];
  readInline12(element, parts);
  return contentOf(parts);
}
function notesOf2(unit) {
  return children(unit, "note").map((note) => ({ text: textOf(note), category: attribute(note, "from") ?? "" }));
}
function segmentsOf(unit) {
  const source = child(unit, "seg-source");
  return source ? children(source, "mrk").filter((mark2) => attribute(mark2, "mtype") === "seg").length : 1;
}
function exportedOf2(unit) {
  const group = children(unit, "context-group").find((each) => attribute(each, "purpose") === `x-${own}`);
  if (!group) return nothing;
  const value = (type) => {
    const context = children(group, "context").find((each) => attribute(each, "context-type") === type);
    return context ? textOf(context) : null;
  };
  const revision = value("x-revision");
  return {
    revision: revision !== null && /^\d{1,9}$/.test(revision) ? Number(revision) : null,
    digest: value("x-source-digest")
  };
}

// src/xliff/read.ts
function xliffReader(options, onUnit) {
  const { name } = options;
  const limits = { ...xmlLimits, ...options.limits };
  const decoder = xmlDecoder(name);
  const files = [];
  const warnings = [];
  let version;
  let rules;
  let uri = "";
  let unitName = "unit";
  let file2;
  let hasUnits = false;
  let units2 = 0;
  let taken = 0;
  let bytes = 0;
  let lost;
  const report = (violation) => {
    if (violation.scope === "file") throw problemOf(violation, name);
  };
  const parser = xmlParser(name, limits, {
    open(element) {
      if (!element.parent) {
        version = versionOfRoot(element, name);
        uri = element.uri;
        unitName = version === "1.2" ? "trans-unit" : "unit";
        rules = constraints(version, report);
      } else if (element.uri === uri && element.local === "file" && !element.parent.parent) {
        file2 = void 0;
        hasUnits = false;
      }
      rules.open(element);
    },
    close(element) {
      if (element.uri !== uri) {
        rules.close(element);
        return false;
      }
      if (element.local === unitName) {
        const violations = rules.unit(element);
        file2 ??= fileOf3(fileElement(element), version);
        if (!hasUnits) files.push(file2);
        hasUnits = true;
        units2 += 1;
        const unit = version === "1.2" ? readUnit12(element, file2) : readUnit2(element, file2);
        if (violations.length === 0) taken += 1;
        else lost ??= violations.find((each) => each.code === "xliff/code-missing" || each.code === "xliff/code-order");
        onUnit(violations.length === 0 ? unit : { ...unit, violations });
        return true;
      }
      rules.close(element);
      if (element.local === "file" && !hasUnits) files.push(fileOf3(element, version));
      return false;
    }
  });
  return {
    write(chunk) {
      bytes += chunk.length;
      if (bytes > limits.bytes) throw new Problem("input/too-large", { name, limit: limits.bytes });
      parser.write(decoder.write(chunk));
    },
    end() {
      parser.write(decoder.end());
      parser.end();
      rules.end();
      if (taken === 0 && lost) throw problemOf(lost, name);
      if (decoder.unusual) warnings.push({ code: "encoding", unit: null, data: { encoding: decoder.unusual } });
      return { name, version, files, units: units2, warnings };
    }
  };
}
function problemOf(violation, name) {
  const { line, column } = violation;
  return new Problem(violation.code, { name, ...violation.data }, { file: name, line, column });
}
function fileElement(unit) {
  let at = unit;
  while (at.parent?.parent) at = at.parent;
  return at;
}
function fileOf3(element, version) {
  const original = attribute(element, "original") ?? "";
  if (version === "1.2")
    return {
      id: original,
      original,
      from: attribute(element, "source-language") ?? "",
      to: attribute(element, "target-language") ?? "",
      exportId: exportId12(element),
      line: element.line
    };
  const root = element.parent;
  return {
    id: attribute(element, "id") ?? "",
    original,
    from: attribute(root, "srcLang") ?? "",
    to: attribute(root, "trgLang") ?? "",
    exportId: ownMetadata(element).get("export") ?? null,
    line: element.line
  };
}
function exportId12(file2) {
  const header2 = child(file2, "header");
  const note = header2 && children(header2, "note").find((each) => attribute(each, "from") === `${own}:export`);
  const number = attribute(file2, "build-num");
  return note ? textOf(note).trim() : number?.startsWith(`${own}-`) ? number.slice(own.length + 1) : null;
}

// test/bench/xliff.ts
var units = 1e5;
var file = join(tmpdir(), "besh-bench-100k.xlf");
function* unitsOf() {
  const variable = { id: "1", kind: "alone", type: "variable", data: "{days}" };
  for (let at = 0; at < units; at += 1)
    yield {
      id: `u${at}`,
      source: ["We keep your data for ", variable, ` days (rule ${at}) & delete it when you ask.`],
      target: ["Maglumatlary\u0148yzy ", variable, ` g\xFCn sakla\xFDarys (${at} d\xFCzg\xFCn) & sorany\u0148yzda poz\xFDarys.`],
      state: "translated",
      flag: null,
      revision: at % 7,
      notes: [],
      translatable: true
    };
}
var pieces = () => xliffPieces([{ id: "f1", original: "p.md", from: "en", to: "tk", units: unitsOf() }], {
  version: "2.0",
  exportId: "bench"
});
function eachChunk(take) {
  const handle = openSync(file, "r");
  for (; ; ) {
    const chunk = Buffer.allocUnsafe(65536);
    const length = readSync(handle, chunk);
    if (length === 0) return;
    take(chunk.subarray(0, length));
  }
}
var jobs = {
  async "read besh"() {
    let count = 0;
    const reader = xliffReader({ name: "bench.xlf" }, () => count += 1);
    eachChunk((chunk) => reader.write(chunk));
    reader.end();
    return count;
  },
  async "read saxes"() {
    const { SaxesParser: SaxesParser2 } = await import("saxes");
    const parser = new SaxesParser2({ xmlns: true, position: true });
    let count = 0;
    parser.on("opentag", (tag) => count += tag.local === "unit" ? 1 : 0);
    const decoder = new TextDecoder("utf-8", { fatal: true });
    eachChunk((chunk) => parser.write(decoder.decode(chunk, { stream: true })));
    parser.close();
    return count;
  },
  async "read npm xliff"() {
    const { default: xliff2 } = await import("xliff");
    const read = await xliff2.xliff2js(readFileSync(file, "utf8"));
    return Object.keys(Object.values(read.resources)[0] ?? {}).length;
  },
  async "write besh"() {
    const sink = createWriteStream("/dev/null");
    let length = 0;
    for (const piece of pieces()) {
      length += piece.length;
      if (!sink.write(piece)) await once2(sink, "drain");
    }
    return length > 0 ? units : 0;
  },
  async "write npm xliff"() {
    const { default: xliff2 } = await import("xliff");
    const resources = await xliff2.xliff2js(readFileSync(file, "utf8"));
    const before = process.cpuUsage();
    const text2 = await xliff2.js2xliff(resources);
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(`${JSON.stringify({ cpu: (user + system) / 1e6 })}
`);
    return text2.length > 0 ? units : 0;
  }
};
async function run(job) {
  const idle = process.memoryUsage().rss;
  const before = process.cpuUsage();
  let peak = 0;
  const watch = setInterval(() => peak = Math.max(peak, process.memoryUsage().rss), 20);
  const count = await jobs[job]();
  clearInterval(watch);
  const { user, system } = process.cpuUsage(before);
  const most = Math.max(peak, process.resourceUsage().maxRSS * 1024);
  process.stdout.write(
    `${JSON.stringify({ job, count, cpu: (user + system) / 1e6, memory: (most - idle) / 1024 / 1024 })}
`
  );
}
async function bench() {
  if (!existsSync(file)) {
    const out = createWriteStream(file);
    for (const piece of pieces()) if (!out.write(piece)) await once2(out, "drain");
    await new Promise((resolve) => out.end(resolve));
  }
  process.stdout.write(`${(statSync(file).size / 1e6).toFixed(0)} MB, ${units} units
`);
  const results = {};
  for (const job of Object.keys(jobs)) {
    const text2 = execFileSync(process.execPath, ["--import", "tsx", fileURLToPath(import.meta.url), job], {
      encoding: "utf8"
    });
    const lines = text2.trim().split("\n").map((line) => JSON.parse(line));
    const result = { ...lines.at(-1), cpu: lines[0].cpu };
    results[job] = result;
    process.stdout.write(
      `${job.padEnd(16)} ${result.cpu.toFixed(2)} s CPU  ${result.memory.toFixed(0).padStart(5)} MB above idle  ${result.count} units
`
    );
  }
  const ratio = (a, b) => (results[a].cpu / results[b].cpu).toFixed(2);
  process.stdout.write(
    `read: ${ratio("read npm xliff", "read besh")}\xD7 faster than npm xliff (bar 4), ${ratio("read besh", "read saxes")}\xD7 bare saxes
`
  );
  process.stdout.write(`write: ${ratio("write npm xliff", "write besh")}\xD7 faster than npm xliff
`);
}
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const job = process.argv[2];
  await (job && jobs[job] ? run(job) : bench());
}
export {
  bench
};
