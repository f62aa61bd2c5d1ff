// Ids are unique where the standard says so: files in the document, groups and units in their file, the rest in the
// element around it. A target repeats the ids of its source and adds its own.
import { hasInline, type Part } from "../parts.ts"
import { attribute, children, type XmlElement } from "../xml.ts"
import type { Tell } from "./rule.ts"

/** id → line of its first use. */
export interface Ids {
  get(id: string): number | undefined
  set(id: string, line: number): unknown
}

/** For the few ids of one unit: a list while it is short, which is nearly always; a map only for many. */
function fewIds(): Ids & { readonly names: readonly string[] } {
  const names: string[] = []
  const lines: number[] = []
  let many: Map<string, number> | undefined
  return {
    names,
    get(id) {
      if (many) return many.get(id)
      const at = names.indexOf(id)
      return at < 0 ? undefined : lines[at]
    },
    set(id, line) {
      names.push(id)
      lines.push(line)
      if (names.length === 16) many = new Map(names.map((name, at) => [name, lines[at]!]))
      many?.set(id, line)
    },
  }
}

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
  for (const each of unit.children) {
    if (typeof each === "string" || each.kind !== "element" || each.uri !== unit.uri) continue
    if (each.local !== "notes" && each.local !== "originalData") continue
    const own = fewIds()
    for (const child of children(each)) once(own, child, tell)
  }
  const ids = fewIds()
  for (const part of parts) once(ids, part.element, tell)
  const count = ids.names.length
  for (const { source } of parts) if (hasInline(source)) inlineOnce(source!, ids, tell)
  if (!parts.some(({ target }) => hasInline(target))) return
  const targetIds = fewIds()
  const tellTarget: Tell = (_, element) =>
    tellUnit("xliff/code-duplicate", element, { id: attribute(element, "id") ?? "" })
  for (const { target } of parts) if (target) inlineOnce(target, targetIds, tellTarget)
  for (const id of ids.names.slice(0, count))
    if (targetIds.get(id) !== undefined) tell("xliff/duplicate-id", unit, { id, first: targetIds.get(id)! })
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
