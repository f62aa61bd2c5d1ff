// Ids are unique where the standard says so: files in the document, groups and units in their file, the rest in the
// element around it. A target repeats the ids of its source and adds its own.
import type { Part } from "../parts.ts"
import { attribute, children, type XmlElement } from "../xml.ts"
import type { Tell } from "./rule.ts"

/** id → line of its first use. */
export type Ids = Map<string, number>

export function once(ids: Ids, element: XmlElement, tell: Tell, id = attribute(element, "id")): void {
  if (id === undefined) return
  const first = ids.get(id)
  if (first !== undefined) tell("xliff/duplicate-id", element, { id, first })
  else ids.set(id, element.line)
}

/** Notes among themselves. */
export function notesOnce(element: XmlElement, tell: Tell): void {
  const ids: Ids = new Map()
  for (const notes of children(element, "notes")) for (const note of children(notes, "note")) once(ids, note, tell)
}

/** Segments, ignorables and inline elements of a unit share one set of ids; data have their own. */
export function idsOfUnit(unit: XmlElement, parts: readonly Part[], tell: Tell, tellUnit: Tell): void {
  for (const each of children(unit)) {
    if (each.uri !== unit.uri || (each.local !== "notes" && each.local !== "originalData")) continue
    const own: Ids = new Map()
    for (const child of children(each)) once(own, child, tell)
  }
  const ids: Ids = new Map()
  for (const part of parts) once(ids, part.element, tell)
  const partIds = new Set(ids.keys())
  for (const { source } of parts) if (source) inlineOnce(source, ids, tell)
  const targetIds: Ids = new Map()
  const tellTarget: Tell = (_, element) =>
    tellUnit("xliff/code-duplicate", element, { id: attribute(element, "id") ?? "" })
  for (const { target } of parts) if (target) inlineOnce(target, targetIds, tellTarget)
  if (partIds.size > 0)
    for (const [id, line] of targetIds) if (partIds.has(id)) tell("xliff/duplicate-id", unit, { id, first: line })
}

function inlineOnce(element: XmlElement, ids: Ids, tell: Tell): void {
  for (const code of element.children) {
    if (typeof code === "string" || code.kind !== "element" || code.uri !== element.uri) continue
    once(ids, code, tell)
    inlineOnce(code, ids, tell)
  }
}

/** Extension elements below one parent: id or xml:id, whatever their depth. */
export function extensionsOnce(parent: XmlElement, core: string, tell: Tell): void {
  for (const extension of parent.children) {
    if (typeof extension === "string" || extension.kind !== "element" || extension.uri === core) continue
    if (extension.uri.startsWith("urn:oasis:names:tc:xliff:")) continue
    extensionIds(extension, new Map(), tell)
  }
}

function extensionIds(element: XmlElement, ids: Ids, tell: Tell): void {
  once(ids, element, tell, attribute(element, "id") ?? attribute(element, "xml:id"))
  for (const each of children(element)) extensionIds(each, ids, tell)
}
