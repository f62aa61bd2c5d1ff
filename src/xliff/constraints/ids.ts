// Ids are unique where the standard says so: files in the document, groups and units in their file, the rest in the
// element around it. A target repeats the ids of its source and adds its own.
import { attribute, attributeIn, children, type XmlElement } from "../xml.ts"
import { xml } from "../names.ts"
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
export function idsOfUnit(unit: XmlElement, tell: Tell, tellUnit: Tell): void {
  notesOnce(unit, tell)
  const data: Ids = new Map()
  for (const list of children(unit, "originalData")) for (const each of children(list, "data")) once(data, each, tell)
  const ids: Ids = new Map()
  const parts = children(unit).filter((each) => each.uri === unit.uri && /^(?:segment|ignorable)$/.test(each.local))
  for (const part of parts) once(ids, part, tell)
  const partIds = new Set(ids.keys())
  for (const part of parts) for (const source of children(part, "source")) inlineOnce(source, ids, tell)
  const targetIds: Ids = new Map()
  for (const part of parts)
    for (const target of children(part, "target")) {
      inlineOnce(target, targetIds, (code, element, details) => {
        if (code === "xliff/duplicate-id")
          tellUnit("xliff/code-duplicate", element, { id: attribute(element, "id") ?? "" })
        else tell(code, element, details)
      })
    }
  for (const [id, line] of targetIds)
    if (partIds.has(id) && !ids.has(id)) tell("xliff/duplicate-id", unit, { id, first: line })
}

function inlineOnce(element: XmlElement, ids: Ids, tell: Tell): void {
  for (const code of children(element)) {
    if (code.uri !== element.uri) continue
    once(ids, code, tell)
    inlineOnce(code, ids, tell)
  }
}

/** Extension elements below one parent: id or xml:id, whatever their depth. */
export function extensionsOnce(parent: XmlElement, core: string, tell: Tell): void {
  for (const extension of children(parent)) {
    if (extension.uri === core || extension.uri.startsWith("urn:oasis:names:tc:xliff:")) continue
    extensionIds(extension, new Map(), tell)
  }
}

function extensionIds(element: XmlElement, ids: Ids, tell: Tell): void {
  once(ids, element, tell, attribute(element, "id") ?? attributeIn(element, xml, "id"))
  for (const each of children(element)) extensionIds(each, ids, tell)
}
