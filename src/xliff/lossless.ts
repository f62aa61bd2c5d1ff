// A file kept whole: everything we do not understand stays where it is and is written back, comments and foreign
// elements included. Only targets and their states can be changed.
import type { Flag, State } from "../model/bitext.ts"
import type { Content } from "../model/document.ts"
import { Problem } from "../errors.ts"
import { xmlDecoder } from "./decode.ts"
import { writeInline12 } from "./inline12.ts"
import { writeInline2 } from "./inline2.ts"
import type { XliffVersion } from "./names.ts"
import { partsOf } from "./parts.ts"
import { printElement, printMisc } from "./print.ts"
import type { ReadOptions } from "./read.ts"
import { versionOfRoot } from "./root.ts"
import { writeState12, writeState2 } from "./state.ts"
import { attribute, child, xmlLimits, xmlParser, type XmlElement, type XmlMisc } from "./xml.ts"

export interface OpenXliff {
  readonly version: XliffVersion
  readonly root: XmlElement
  /** Ids of all units, in order, with the file they stand in. */
  readonly units: readonly { readonly file: string; readonly unit: string }[]
  /**
   * Puts a translation into a unit. Several segments become one text: the first holds it, the others are empty.
   *
   * @throws Problem "unit/unknown"
   */
  setTarget(
    file: string,
    unit: string,
    target: Content,
    state: { readonly state: State; readonly flag: Flag | null },
  ): void
  print(): string
}

/** @throws Problem as `readXliff`, but the rules of the standard are not asked */
export function openXliff(bytes: Uint8Array, options: ReadOptions): OpenXliff {
  const { name } = options
  const limits = { ...xmlLimits, held: 2_000_000, ...options.limits }
  if (bytes.length > limits.bytes) throw new Problem("input/too-large", { name, limit: limits.bytes })
  const decoder = xmlDecoder(name)
  const parser = xmlParser(name, limits, { keepsAll: true })
  for (let at = 0; at < bytes.length; at += 65_536) parser.write(decoder.write(bytes.subarray(at, at + 65_536)))
  parser.write(decoder.end())
  const { root, before, after } = parser.end()
  const version = versionOfRoot(root, name)
  const found = new Map<string, XmlElement>()
  collect(root, root.uri, version === "1.2" ? "trans-unit" : "unit", found)
  return {
    version,
    root,
    units: [...found.keys()].map((key) => JSON.parse(key) as [string, string]).map(([file, unit]) => ({ file, unit })),
    setTarget(file, unit, target, state) {
      const element = found.get(JSON.stringify([file, unit]))
      if (!element) throw new Problem("unit/unknown", { unit })
      if (version === "1.2") setTarget12(element, target, state)
      else setTarget2(element, target, state)
    },
    print() {
      const misc = (nodes: readonly XmlMisc[]) => nodes.map((node) => `${printMisc(node)}\n`).join("")
      return `<?xml version="1.0" encoding="UTF-8"?>\n${misc(before)}${printElement(root)}\n${misc(after)}`
    },
  }
}

function collect(element: XmlElement, uri: string, name: string, into: Map<string, XmlElement>, file = ""): void {
  for (const node of element.children) {
    if (typeof node === "string" || node.kind !== "element" || node.uri !== uri) continue
    const own = node.local === "file" ? (attribute(node, "id") ?? attribute(node, "original") ?? "") : file
    if (node.local === name) into.set(JSON.stringify([own, attribute(node, "id") ?? ""]), node)
    else if (node.local !== "source" && node.local !== "target") collect(node, uri, name, into, own)
  }
}

type Stated = Parameters<OpenXliff["setTarget"]>[3]

function setTarget12(unit: XmlElement, content: Content, stated: Stated): void {
  const target = child(unit, "target") ?? inserted(unit, "target", ["source", "seg-source"])
  const { state, approved } = writeState12(stated, true)
  set(target, "state", state)
  set(unit, "approved", approved ? "yes" : undefined)
  fill(target, writeInline12(content))
}

function setTarget2(unit: XmlElement, content: Content, stated: Stated): void {
  const parts = partsOf(unit)
  const first = parts.findIndex((part) => part.isSegment)
  const { state, subState } = writeState2(stated, true)
  parts.forEach(({ element, target, isSegment }, at) => {
    const into = target ?? inserted(element, "target", ["source"])
    // Codes of the file stay as they are described in its source; markup beside them is not repeated.
    const bare = content.map((part) => (typeof part === "string" ? part : { ...part, data: "" }))
    fill(into, at === first ? writeInline2(bare, { data: new Map(), isRemovable: () => true }) : "")
    if (!isSegment) return
    set(element, "state", state)
    set(element, "subState", subState)
  })
}

function inserted(parent: XmlElement, local: string, after: readonly string[]): XmlElement {
  const prefix = parent.name.includes(":") ? `${parent.name.split(":")[0]}:` : ""
  const { uri, line, column } = parent
  const element: XmlElement = {
    kind: "element",
    name: prefix + local,
    local,
    uri,
    attributes: [],
    children: [],
    parent,
    tag: null,
    line,
    column,
  }
  const at = parent.children.findLastIndex(
    (node) => typeof node !== "string" && node.kind === "element" && node.uri === uri && after.includes(node.local),
  )
  parent.children.splice(at + 1, 0, element)
  return element
}

function set(element: XmlElement, name: string, value: string | undefined): void {
  const at = element.attributes.findIndex((each) => each.name === name)
  const own = value === undefined ? [] : [{ name, local: name, uri: "", value }]
  // A new list: elements that are spelled the same share one.
  element.attributes = element.attributes.toSpliced(at < 0 ? element.attributes.length : at, at < 0 ? 0 : 1, ...own)
}

/** Replaces what is inside by markup of ours, read back as a tree. */
function fill(element: XmlElement, markup: string): void {
  const space = element.uri
  const parser = xmlParser("target", { ...xmlLimits, held: 100_000 }, {})
  const prefix = element.name.includes(":") ? element.name.split(":")[0]! : ""
  const renamed = prefix ? markup.replace(/<(\/?)(?=[a-z])/g, `<$1${prefix}:`) : markup
  parser.write(`<r xmlns${prefix ? `:${prefix}` : ""}="${space}">${renamed}</r>`)
  const { root } = parser.end()
  element.children.splice(0, element.children.length, ...root.children)
}
