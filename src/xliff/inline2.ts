// Inline codes of XLIFF 2: ph, pc, sc and ec are codes; mrk, sm and em annotate and leave the text as it is; cp is a
// character. Ends that do not nest are written as sc and ec.
import type { Code, CodeType, Content } from "../model/document.ts"
import { contentOf } from "../content.ts"
import { attributes, attributeText, escape, isForbidden, replaceForbidden } from "./print.ts"
import { attribute, type XmlElement } from "./xml.ts"

const written: Readonly<Record<CodeType, readonly [type: string, subType?: string]>> = {
  bold: ["fmt", "xlf:b"],
  italic: ["fmt", "xlf:i"],
  strike: ["fmt", "besh:strike"],
  code: ["other", "besh:code"],
  link: ["link"],
  image: ["image"],
  break: ["fmt", "xlf:lb"],
  markup: ["other"],
  variable: ["ui", "xlf:var"],
}
const bySubType = new Map<string, CodeType>()
const byType = new Map<string, CodeType>([
  ["link", "link"],
  ["image", "image"],
])
for (const type of Object.keys(written) as CodeType[]) {
  const subType = written[type][1]
  if (subType) bySubType.set(subType, type)
}

export interface Inline2 {
  readonly parts: (string | Code)[]
  /** Original data of the unit, by id. */
  readonly data: ReadonlyMap<string, string>
  /** Id of a copy → id of what it copies. */
  readonly copies: Map<string, string>
}

/** Adds what is in a source or target to `into.parts`. */
export function readInline2(element: XmlElement, into: Inline2): void {
  for (const node of element.children) {
    if (typeof node === "string") into.parts.push(node)
    else if (node.kind === "cdata") into.parts.push(node.text)
    else if (node.kind === "element" && node.uri === element.uri) readCode(node, into)
  }
}

function readCode(element: XmlElement, into: Inline2): void {
  const id = attribute(element, "id") ?? ""
  const copyOf = attribute(element, "copyOf")
  if (copyOf !== undefined) into.copies.set(id, copyOf)
  switch (element.local) {
    case "ph":
      into.parts.push(codeOf(element, "alone", id, "", into.data))
      return
    case "pc":
      into.parts.push(codeOf(element, "open", id, "Start", into.data))
      readInline2(element, into)
      into.parts.push(codeOf(element, "close", id, "End", into.data))
      return
    case "sc":
      into.parts.push(codeOf(element, "open", id, "", into.data))
      return
    case "ec":
      into.parts.push(codeOf(element, "close", attribute(element, "startRef") ?? id, "", into.data))
      return
    case "cp":
      into.parts.push(characterOf(attribute(element, "hex")))
      return
    case "mrk":
      readInline2(element, into)
  }
}

export function characterOf(hex: string | undefined): string {
  const code = /^[\da-f]{1,6}$/i.test(hex ?? "") ? parseInt(hex!, 16) : 0xfffd
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd"
}

function codeOf(
  element: XmlElement,
  kind: Code["kind"],
  id: string,
  end: "" | "Start" | "End",
  data: ReadonlyMap<string, string>,
): Code {
  const equiv = attribute(element, `equiv${end}`)
  const disp = attribute(element, `disp${end}`)
  const reference = attribute(element, `dataRef${end}`)
  const type =
    bySubType.get(attribute(element, "subType") ?? "") ?? byType.get(attribute(element, "type") ?? "") ?? "markup"
  return {
    id,
    kind,
    type,
    data: reference === undefined ? "" : (data.get(reference) ?? ""),
    ...(equiv ? { equiv } : {}),
    ...(disp ? { disp } : {}),
  }
}

export interface WriteInline2 {
  /** Id in originalData for a markup; grows as codes are written. */
  readonly data: Map<string, string>
  /** May the translator drop this code? `false` becomes canDelete="no". */
  readonly isRemovable: (id: string) => boolean
}

export function writeInline2(content: Content, into: WriteInline2): string {
  const nested = nestedPairs(content)
  const opened = new Set<string>()
  let text = ""
  content.forEach((part, at) => {
    if (typeof part === "string") {
      text += writeText2(part)
      return
    }
    if (part.kind === "alone") {
      text += writeAlone(part, into)
      return
    }
    const [type, subType] = written[part.type]
    const canDelete = into.isRemovable(part.id) ? undefined : "no"
    const common = { canCopy: "no", canDelete, type, subType }
    if (nested.has(at)) {
      const closing = content[nested.get(at)!] as Code
      text +=
        part.kind === "open"
          ? `<pc${attributes({ id: part.id, ...common, ...shown(part, "Start", into.data), ...shown(closing, "End", into.data) })}>`
          : "</pc>"
    } else if (part.kind === "open") {
      const isPaired = content.some((each, later) => later > at && typeof each !== "string" && isEndOf(each, part))
      if (isPaired) opened.add(part.id)
      const isolated = isPaired ? undefined : "yes"
      text += `<sc${attributes({ id: part.id, ...common, isolated, canOverlap: "yes", ...shown(part, "", into.data) })}/>`
    } else {
      const own = opened.delete(part.id) ? { startRef: part.id } : { id: part.id, isolated: "yes" }
      text += `<ec${attributes({ ...own, ...common, canOverlap: "yes", ...shown(part, "", into.data) })}/>`
    }
  })
  return text
}

function writeAlone(code: Code, into: WriteInline2): string {
  const [type, subType] = written[code.type]
  const end = subType ? ` type="${type}" subType="${subType}"` : ` type="${type}"`
  const own = `${attributeText("id", code.id)} canCopy="no"${into.isRemovable(code.id) ? "" : ' canDelete="no"'}${end}`
  const seen = `${attributeText("equiv", code.equiv ?? "")}${attributeText("disp", code.disp || undefined)}`
  return `<ph${own}${seen}${attributeText("dataRef", referenceTo(code, into.data))}/>`
}

/** Text and data: what XML cannot hold becomes <cp>. */
export function writeText2(text: string): string {
  const safe = escape(text)
  return isForbidden(safe) ? replaceForbidden(safe, (hex) => `<cp hex="${hex}"/>`) : safe
}

function referenceTo(code: Code, data: Map<string, string>): string | undefined {
  if (code.data === "") return undefined
  const known = data.get(code.data)
  if (known !== undefined) return known
  const reference = `d${data.size + 1}`
  data.set(code.data, reference)
  return reference
}

/** An empty equivalent is the standard's default; Angular refuses `ph` and `pc` that do not say so. */
function shown(code: Code, end: "" | "Start" | "End", data: Map<string, string>): Record<string, string | undefined> {
  return {
    [`equiv${end}`]: code.equiv || (end === "" ? undefined : ""),
    [`disp${end}`]: code.disp === "" ? undefined : code.disp,
    [`dataRef${end}`]: referenceTo(code, data),
  }
}

function isEndOf(code: Code, open: Code): boolean {
  return code.kind === "close" && code.id === open.id
}

/** Pairs that nest, both ways: index of the opening code ↔ index of the closing one. */
export function nestedPairs(content: Content): Map<number, number> {
  const pairs = new Map<number, number>()
  if (!content.some((part) => typeof part !== "string" && part.kind === "open")) return pairs
  const open: number[] = []
  content.forEach((part, at) => {
    if (typeof part === "string" || part.kind === "alone") return
    if (part.kind === "open") {
      open.push(at)
      return
    }
    const last = open.findLastIndex((index) => (content[index] as Code).id === part.id)
    if (last < 0) return
    // Everything opened since and still open overlaps this pair; the pair itself stays whole.
    if (last === open.length - 1) {
      pairs.set(open[last]!, at)
      pairs.set(at, open[last]!)
      open.pop()
    } else open.splice(last, 1)
  })
  return crossing(content, pairs)
}

/** A pair that another one crosses is not nested, though it closed first. */
function crossing(content: Content, pairs: Map<number, number>): Map<number, number> {
  const ends = new Map<number, number>()
  const waiting = new Map<string, number>()
  content.forEach((part, at) => {
    if (typeof part === "string" || part.kind === "alone") return
    if (part.kind === "open") waiting.set(part.id, at)
    else if (waiting.has(part.id)) ends.set(waiting.get(part.id)!, at)
  })
  for (const [start, end] of ends) {
    if (pairs.has(start)) continue
    for (const [from, to] of ends)
      if (pairs.has(from) && ((from < start && start < to && to < end) || (start < from && from < end && end < to))) {
        pairs.delete(from)
        pairs.delete(to)
      }
  }
  return pairs
}

export function joined(into: Inline2): Content {
  return contentOf(into.parts)
}
