// XML 1.0 with namespaces, as a stream of events: elements, text, CDATA, comments, instructions; five entities and
// references by number, no DOCTYPE. What repeats is understood once: a start tag that is spelled as one before it,
// under the same prefixes, is the same object. Pieces of text may end anywhere; what is incomplete waits for more.
import { expand, isBlank, isNameAt, nameEnd, wrongCharacter } from "./characters.ts"
import { declared, outerScope, resolve, type Scope } from "./namespaces.ts"
import { XmlFault, type Attribute, type FaultKind, type Tag, type Tokenizer, type TokenHandler } from "./tokens.ts"

/** Longer tags are not kept; and so many at a time. */
const kept = { length: 256, tags: 1024 }
const lt = 0x3c
const gt = 0x3e
const slash = 0x2f
const amp = 0x26
const bracket = 0x5d

export function tokenizer(
  limits: { readonly attribute: number; readonly attributes: number },
  handler: TokenHandler,
): Tokenizer {
  let buffer = ""
  let position = 0
  /** End of what may be read: the end of the buffer, or the first character XML cannot hold. */
  let limit = 0
  let isFinal = false
  /** Waiting to be read: less than `needed` characters in all would not complete what has begun. */
  let waiting: string[] = []
  let length = 0
  let needed = 0
  let carried = ""
  let hasStarted = false
  let isBegun = false
  // Lines are counted up to the last place that was asked for.
  let line = 1
  let lineStart = 0
  let nextBreak = Infinity
  const names: string[] = []
  const scopes: Scope[] = []
  let scope = outerScope()
  let hasRoot = false
  /** Of the tag read last. */
  let tagEnd = 0

  const advance = (at: number): void => {
    while (nextBreak < at) {
      line += 1
      lineStart = nextBreak + 1
      nextBreak = breakAfter(lineStart)
    }
  }
  const breakAfter = (at: number): number => {
    const found = buffer.indexOf("\n", at)
    return found < 0 ? Infinity : found
  }
  const fail = (kind: FaultKind, detail: string, at: number): never => {
    advance(at)
    throw new XmlFault(kind, detail, line, at - lineStart + 1)
  }

  /** Reads one start tag of `text`, whose first character is at `base` of the buffer. null: there must be more. */
  const readTag = (text: string, start: number, end: number, base: number): Tag | null => {
    let at = nameEnd(text, start + 1, end)
    if (at === end) return null
    const name = text.slice(start + 1, at)
    const attributes: { name: string; local: string; uri: string; value: string }[] = []
    let isEmpty = false
    let declares = false
    for (;;) {
      const before = at
      while (at < end && isBlank(text.charCodeAt(at))) at += 1
      if (at >= end) return null
      const code = text.charCodeAt(at)
      if (code === gt) break
      if (code === slash) {
        if (at + 1 >= end) return null
        if (text.charCodeAt(at + 1) !== gt)
          fail("malformed", "forward-slash in opening tag not followed by >", base + at)
        isEmpty = true
        at += 1
        break
      }
      if (!isNameAt(text, at, end)) fail("malformed", "disallowed character in tag", base + at)
      if (at === before) fail("malformed", "no whitespace between attributes", base + at)
      const from = at
      at = nameEnd(text, at, end)
      const attribute = text.slice(from, at)
      while (at < end && isBlank(text.charCodeAt(at))) at += 1
      if (at >= end) return null
      if (text.charCodeAt(at) !== 0x3d) fail("malformed", `attribute without value: ${attribute}`, base + at)
      at += 1
      while (at < end && isBlank(text.charCodeAt(at))) at += 1
      if (at >= end) return null
      const quote = text.charCodeAt(at)
      if (quote !== 0x22 && quote !== 0x27) fail("malformed", `unquoted attribute value: ${attribute}`, base + at)
      at += 1
      const open = at
      let isPlain = true
      for (; at < end; at += 1) {
        const each = text.charCodeAt(at)
        if (each === quote) break
        if (each === lt) fail("malformed", `"<" in the value of ${attribute}`, base + at)
        if (each === amp || each < 0x20) isPlain = false
      }
      if (at >= end) return null
      let value = text.slice(open, at)
      if (!isPlain) value = references(value.replace(/[\t\n]/g, " "), base + open)
      at += 1
      if (value.length > limits.attribute) fail("attribute", attribute, base + from)
      if (attributes.length >= limits.attributes) fail("attributes", attribute, base + from)
      const colon = colonIn(attribute, base + from)
      const local = colon < 0 ? attribute : attribute.slice(colon + 1)
      // The namespace is known when all declarations have been seen.
      attributes.push({ name: attribute, local, uri: "", value })
      if (attribute.startsWith("xmlns") && (colon === 5 || attribute.length === 5)) declares = true
    }
    tagEnd = base + at + 1
    return resolved(name, attributes, isEmpty, declares, base + start)
  }

  const colonIn = (name: string, at: number): number => {
    const colon = name.indexOf(":")
    if (colon >= 0 && (colon === 0 || colon === name.length - 1 || name.includes(":", colon + 1)))
      fail("malformed", `malformed name: ${name}`, at)
    return colon
  }

  const resolved = (
    name: string,
    attributes: { name: string; local: string; uri: string; value: string }[],
    isEmpty: boolean,
    declares: boolean,
    at: number,
  ): Tag => {
    const tell = (detail: string) => fail("malformed", detail, at)
    const own = declares ? declared(scope, attributes, tell) : scope
    const colon = colonIn(name, at)
    const uri = resolve(own, colon < 0 ? "" : name.slice(0, colon), tell)
    if (colon === 5 && name.startsWith("xmlns")) tell('tags may not have "xmlns" as prefix')
    for (let index = 0; index < attributes.length; index += 1) {
      const each = attributes[index]!
      const length = each.name.length - each.local.length
      if (length > 0) each.uri = resolve(own, each.name.slice(0, length - 1), tell)
      else if (each.name === "xmlns") each.uri = resolve(own, "xmlns", tell)
      if (attributes.length > 16) continue
      for (let other = 0; other < index; other += 1)
        if (isSame(attributes[other]!, each)) tell(`duplicate attribute: ${each.name}`)
    }
    if (attributes.length > 16) {
      const seen = new Set(attributes.map((each) => `${each.uri} ${each.local} ${each.name === "xmlns"}`))
      if (seen.size < attributes.length) tell("duplicate attribute")
    }
    if (own !== scope) openedScope = own
    return { name, local: colon < 0 ? name : name.slice(colon + 1), uri, attributes, isEmpty, isSound: false }
  }
  /** Set when the tag read last declares prefixes. */
  let openedScope: Scope | null = null

  const references = (text: string, at: number): string =>
    text.includes("&") ? expand(text, (kind, detail, offset) => fail(kind, detail, at + offset)) : text

  const startTag = (start: number): boolean => {
    let tag: Tag | null = null
    let end = start + 1
    const last = Math.min(limit, start + kept.length)
    while (end < last && buffer.charCodeAt(end) !== gt) end += 1
    if (end < last) {
      const key = buffer.slice(start, end + 1)
      tag = scope.tags.get(key) ?? null
      if (tag) tagEnd = end + 1
      else {
        // A copy of its own, so that what is kept of the tag does not keep the whole piece.
        const copy = [key, " "].join("")
        tag = readTag(copy, 0, key.length, start)
        if (tag && !openedScope) {
          if (scope.tags.size >= kept.tags) scope.tags.clear()
          scope.tags.set(copy.slice(0, -1), tag)
        }
      }
    }
    tag ??= readTag(buffer, start, limit, 0)
    if (!tag) return false
    if (nextBreak < start) advance(start)
    if (names.length === 0) {
      if (hasRoot) fail("malformed", "documents may contain only one root", start)
      hasRoot = true
    }
    position = tagEnd
    handler.open(tag, line, start - lineStart + 1)
    if (tag.isEmpty) handler.close()
    else {
      names.push(tag.name)
      scopes.push(scope)
      if (openedScope) scope = openedScope
    }
    openedScope = null
    return true
  }

  const endTag = (start: number): boolean => {
    const name = names.at(-1)
    const from = start + 2
    if (name === undefined) return fail("malformed", "unmatched closing tag", start)
    let at = from
    const end = from + name.length
    if (end >= limit) {
      // Refused now if it cannot be the right one.
      if (!name.startsWith(buffer.slice(from, limit))) fail("malformed", `unexpected close tag in ${name}`, start)
      return false
    }
    for (let index = 0; at < end; at += 1, index += 1)
      if (buffer.charCodeAt(at) !== name.charCodeAt(index)) fail("malformed", `unexpected close tag in ${name}`, start)
    while (at < limit && isBlank(buffer.charCodeAt(at))) at += 1
    if (at >= limit) return false
    if (buffer.charCodeAt(at) !== gt) fail("malformed", `unexpected close tag in ${name}`, start)
    names.pop()
    scope = scopes.pop()!
    position = at + 1
    if (nextBreak < position) advance(position)
    handler.close()
    return true
  }

  const declaration = (start: number): boolean => {
    if (buffer.startsWith("<!--", start)) {
      const end = buffer.indexOf("--", start + 4)
      if (end < 0 || end + 2 >= limit) return false
      if (buffer.charCodeAt(end + 2) !== gt) fail("malformed", "malformed comment", end)
      position = end + 3
      handler.comment(buffer.slice(start + 4, end))
      return true
    }
    if (buffer.startsWith("<![CDATA[", start)) {
      if (names.length === 0) fail("malformed", "text data outside of root node", start)
      const end = buffer.indexOf("]]>", start + 9)
      if (end < 0 || end + 2 >= limit) return false
      position = end + 3
      handler.cdata(buffer.slice(start + 9, end))
      return true
    }
    if (/^<!doctype/i.test(buffer.slice(start, start + 9))) {
      // Long enough to tell a web page.
      if (limit - start < 40 && !isFinal && !buffer.includes(">", start)) return false
      if (/^\s*html\b/i.test(buffer.slice(start + 9, start + 40))) fail("page", "html", start)
      return fail("doctype", "a document type declaration", start)
    }
    const begun = buffer.slice(start, Math.min(limit, start + 9))
    if (begun.length >= 9 || !["<!--", "<![CDATA[", "<!DOCTYPE"].some((each) => each.startsWith(begun)))
      fail("malformed", "incorrect syntax", start)
    return false
  }

  const instruction = (start: number, isFirst: boolean): boolean => {
    const end = buffer.indexOf("?>", start + 2)
    if (end < 0 || end + 1 >= limit) return false
    const target = nameEnd(buffer, start + 2, end)
    const name = buffer.slice(start + 2, target)
    if (name === "" || name.includes(":"))
      fail("malformed", "disallowed character in processing instruction name", start)
    if (target < end && !isBlank(buffer.charCodeAt(target)))
      fail("malformed", "disallowed character in processing instruction name", target)
    if (name.toLowerCase() === "xml") {
      if (!isFirst || name !== "xml")
        fail("malformed", "the XML declaration must appear at the start of the document", start)
      if (!xmlDeclaration.test(buffer.slice(target, end))) fail("malformed", "XML declaration is incomplete", start)
    } else handler.instruction(name, buffer.slice(target, end).replace(/^[ \t\n]+/, ""))
    position = end + 2
    return true
  }

  const characters = (start: number): boolean => {
    let at = start
    let isPlain = true
    for (; at < limit; at += 1) {
      const code = buffer.charCodeAt(at)
      if (code === lt) break
      if (code === amp || code === bracket) isPlain = false
    }
    const isInside = names.length > 0
    if (!isInside)
      for (let each = start; each < at; each += 1)
        if (!isBlank(buffer.charCodeAt(each))) fail("malformed", "text data outside of root node", each)
    if (at >= limit && isInside) return false
    position = at
    if (!isInside) return true
    let text = buffer.slice(start, at)
    if (!isPlain) {
      const wrong = text.indexOf("]]>")
      if (wrong >= 0) fail("malformed", 'the string "]]>" is disallowed in char data', start + wrong)
      text = references(text, start)
    }
    handler.text(text)
    return true
  }

  const read = (): void => {
    for (;;) {
      const start = position
      if (start >= limit) return
      if (buffer.charCodeAt(start) !== lt) {
        if (!characters(start)) return
        isBegun = true
        continue
      }
      if (start + 1 >= limit) return
      const next = buffer.charCodeAt(start + 1)
      if (next === slash) {
        if (!endTag(start)) return
      } else if (next === 0x21) {
        if (!declaration(start)) return
      } else if (next === 0x3f) {
        if (!instruction(start, !isBegun)) return
      } else {
        if (!isNameAt(buffer, start + 1, limit)) fail("malformed", "disallowed character in tag name", start + 1)
        if (!startTag(start)) return
      }
      isBegun = true
    }
  }

  /** Takes what is waiting into the buffer and reads as far as it goes. */
  const proceed = (): void => {
    advance(position)
    const rest = buffer.slice(position)
    lineStart -= position
    // A joined string lies in one piece, which reading it letter by letter wants.
    buffer = rest === "" && waiting.length === 1 ? waiting[0]! : [rest, ...waiting].join("")
    waiting = []
    position = 0
    nextBreak = breakAfter(0)
    limit = buffer.length
    const wrong = wrongCharacter(buffer)
    if (wrong >= 0) limit = wrong
    read()
    if (wrong >= 0) fail("character", "disallowed character", wrong)
    length = limit - position
    needed = length * 2
  }

  return {
    write(text) {
      let piece = carried + text
      carried = ""
      if (piece === "") return
      if (!hasStarted) {
        hasStarted = true
        if (piece.charCodeAt(0) === 0xfeff) piece = piece.slice(1)
      }
      const last = piece.charCodeAt(piece.length - 1)
      // Half of a line end or of a character.
      if (last === 0x0d || (last >= 0xd800 && last <= 0xdbff)) {
        carried = piece.slice(-1)
        piece = piece.slice(0, -1)
      }
      if (piece.includes("\r")) piece = piece.replace(/\r\n?/g, "\n")
      waiting.push(piece)
      length += piece.length
      if (length >= needed) proceed()
    },
    end() {
      isFinal = true
      if (carried !== "") waiting.push(carried === "\r" ? "\n" : carried)
      proceed()
      if (!hasRoot) fail("empty", "document must contain a root element", position)
      const open = names.at(-1)
      if (open !== undefined) fail("malformed", `unclosed tag: ${open}`, limit)
      if (position < limit) fail("malformed", "unexpected end", limit)
    },
    place() {
      advance(position)
      return { line, column: position - lineStart + 1 }
    },
  }
}

const xmlDeclaration =
  /^[ \t\n]+version[ \t\n]*=[ \t\n]*(?:"1\.\d+"|'1\.\d+')(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\n]*$/

function isSame(a: Attribute, b: Attribute): boolean {
  return a.local === b.local && a.uri === b.uri && (a.name === "xmlns") === (b.name === "xmlns")
}
