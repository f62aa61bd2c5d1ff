// One <unit> of XLIFF 2 as our unit: segments and ignorables joined, the target in its own order, the lowest state.
import { isSameContent } from "../content.ts"
import { states, type Note } from "../model/bitext.ts"
import type { Code, Content } from "../model/document.ts"
import type { Warning, XliffFile, XliffUnit } from "./document.ts"
import { readExtras2 } from "./extras.ts"
import { characterOf, joined, readInline2, type Inline2 } from "./inline2.ts"
import { modules, own } from "./names.ts"
import { readState2, type ReadState } from "./state.ts"
import { partsOf, type Part } from "./parts.ts"
import { attribute, child, children, textOf, type XmlElement } from "./xml.ts"

const none: ReadonlyMap<string, string> = new Map()

export function readUnit2(unit: XmlElement, file: XliffFile): XliffUnit {
  const id = attribute(unit, "id") ?? ""
  const data = originalData(unit)
  const copies = new Map<string, string>()
  const parts = partsOf(unit)
  const source: Inline2 = { parts: [], data, copies }
  const pieces: { order: number; content: Inline2 }[] = []
  let lowest: ReadState | undefined
  let filled = 0
  let missing = 0
  let targets = 0
  parts.forEach((part, at) => {
    const { source: from, target: to, isSegment } = part
    if (from) readInline2(from, source)
    const content: Inline2 = { parts: [], data, copies }
    if (to) readInline2(to, content)
    else if (from) readInline2(from, content)
    const isFilled = to !== undefined && hasText(content.parts)
    if (to) targets += 1
    const order = Number(to && attribute(to, "order")) || at + 1
    pieces.push({ order, content })
    if (!isSegment || !from) return
    if (isFilled) filled += 1
    else if (hasText(sourceOf(from, data))) missing += 1
    const state = readState2(attribute(part.element, "state"), attribute(part.element, "subState"), isFilled)
    if (!lowest || rank(state) < rank(lowest)) lowest = state
  })
  const state = lowest ?? readState2(undefined, undefined, false)
  const isPartial = filled > 0 && missing > 0
  const target = targets === 0 ? null : filled === 0 ? [] : inOrder(pieces)
  const content = joined(source)
  const isCopy = target !== null && state.flag === "draft" && isSameContent(content, target)
  const warnings: Warning[] = isPartial ? [{ code: "partial", unit: id, data: { missing } }] : []
  return {
    file,
    id,
    source: content,
    target,
    state: isPartial ? "initial" : state.state,
    flag: isPartial ? "draft" : isCopy ? null : state.flag,
    isClaimed: state.isClaimed,
    isPartial,
    notes: notesOf(unit),
    ...readExtras2(unit),
    translatable: inherited(unit, "translate") !== "no",
    isSpacePreserved: isPreserved(unit, parts),
    segments: parts.length,
    copies,
    exported: exportedOf(unit),
    warnings,
    violations: [],
    line: unit.line,
    column: unit.column,
  }
}

function rank({ state, flag }: ReadState): number {
  return states.indexOf(state) * 2 + (flag === null ? 1 : 0)
}

function hasText(parts: readonly (string | Code)[]): boolean {
  return parts.some((part) => typeof part !== "string" || part.trim() !== "")
}

function sourceOf(source: XmlElement, data: ReadonlyMap<string, string>): readonly (string | Code)[] {
  const content: Inline2 = { parts: [], data, copies: new Map() }
  readInline2(source, content)
  return content.parts
}

function inOrder(pieces: readonly { readonly order: number; readonly content: Inline2 }[]): Content {
  const all: Inline2 = { parts: [], data: none, copies: new Map() }
  for (const piece of pieces.toSorted((a, b) => a.order - b.order)) all.parts.push(...piece.content.parts)
  return joined(all)
}

function originalData(unit: XmlElement): ReadonlyMap<string, string> {
  const list = child(unit, "originalData")
  if (!list) return none
  const data = new Map<string, string>()
  for (const each of children(list, "data")) {
    const text = each.children
      .map((node) =>
        typeof node === "string"
          ? node
          : node.kind === "cdata"
            ? node.text
            : node.kind === "element" && node.local === "cp"
              ? characterOf(attribute(node, "hex"))
              : "",
      )
      .join("")
    data.set(attribute(each, "id") ?? "", text)
  }
  return data
}

function notesOf(unit: XmlElement): Note[] {
  const list = child(unit, "notes")
  if (!list) return []
  return children(list, "note").map((note) => ({ text: textOf(note), category: attribute(note, "category") ?? "" }))
}

/** Our metadata of an element: type → value. */
export function ownMetadata(element: XmlElement): ReadonlyMap<string, string> {
  const metadata = child(element, "metadata", modules.mda)
  const group = metadata && children(metadata, "metaGroup").find((each) => attribute(each, "category") === own)
  return new Map(group ? children(group, "meta").map((meta) => [attribute(meta, "type") ?? "", textOf(meta)]) : [])
}

function exportedOf(unit: XmlElement): XliffUnit["exported"] {
  if (!child(unit, "metadata", modules.mda)) return nothing
  const metadata = ownMetadata(unit)
  const revision = metadata.get("revision")
  return {
    revision: revision !== undefined && /^\d{1,9}$/.test(revision) ? Number(revision) : null,
    digest: metadata.get("source-digest") ?? null,
  }
}

export const nothing: XliffUnit["exported"] = { revision: null, digest: null }

/** Value of an attribute on the element or the nearest ancestor that has it. Only "xml:" can name the xml namespace. */
export function inherited(element: XmlElement, name: string): string | undefined {
  for (let at: XmlElement | null = element; at; at = at.parent) {
    const value = attribute(at, name)
    if (value !== undefined) return value
  }
  return undefined
}

function isPreserved(unit: XmlElement, parts: readonly Part[]): boolean {
  return inherited(parts[0]?.source ?? unit, "xml:space") === "preserve"
}
