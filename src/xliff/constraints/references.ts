// References inside a document: fragment identifiers (#f=…/g=…/u=…/n=…), notes that annotations speak of, sub-flows.
// Inside the same unit they must find what they point to; to other units as far as units go.
import { attribute, children, type XmlElement } from "../xml.ts"
import { modules } from "../names.ts"
import type { Part } from "../parts.ts"
import type { Tell } from "./rule.ts"

/** Fragment prefixes of the registered modules; "tbx" is the one registered extension in common use. */
const prefixes: ReadonlyMap<string, string> = new Map([
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
  ["tbx", ""],
])

const id = "[^#/=\\s]+"
const pattern = new RegExp(`^#/?(?:(?:[^#/=\\s]+=)?${id})(?:/(?:[^#/=\\s]+=)?${id})*$`)

export interface Fragment {
  readonly isAbsolute: boolean
  readonly file?: string | undefined
  readonly group?: string | undefined
  readonly unit?: string | undefined
  /** "" for a segment or source code, "t" for a target code, "n" a note, "d" data, or a module's prefix. */
  readonly leaf?: { readonly prefix: string; readonly id: string } | undefined
}

/** null when it is no fragment identifier of the standard. */
export function fragmentOf(reference: string): Fragment | null {
  if (!pattern.test(reference)) return null
  const found: { file?: string; group?: string; unit?: string; leaf?: { prefix: string; id: string } } = {}
  let rank = 0
  for (const selector of reference.replace(/^#\/?/, "").split("/")) {
    const at = selector.indexOf("=")
    const prefix = at < 0 ? "" : selector.slice(0, at)
    const value = selector.slice(at + 1)
    const place = prefix === "f" ? 1 : prefix === "g" ? 2 : prefix === "u" ? 3 : 4
    if (place <= rank) return null
    rank = place
    if (place === 1) found.file = value
    else if (place === 2) found.group = value
    else if (place === 3) found.unit = value
    else if (["", "t", "n", "d"].includes(prefix) || prefixes.has(prefix)) found.leaf = { prefix, id: value }
    else return null
  }
  return { isAbsolute: reference.startsWith("#/"), ...found }
}

/** What a unit offers to references: kind and id. */
export interface UnitIds {
  readonly unit: string
  readonly file: string
  readonly notes: ReadonlySet<string>
  readonly data: ReadonlySet<string>
  readonly spans: ReadonlySet<string>
  readonly targets: ReadonlySet<string>
  /** "<namespace> <id>" of elements in modules and extensions. */
  readonly others: ReadonlySet<string>
}

export function idsIn(unit: XmlElement, file: string): UnitIds {
  const spans = new Set<string>()
  const targets = new Set<string>()
  const others = new Set<string>()
  const notes = new Set<string>()
  const data = new Set<string>()
  const inline = (element: XmlElement, into: Set<string>): void => {
    for (const each of children(element)) {
      const own = attribute(each, "id")
      if (own !== undefined) into.add(own)
      inline(each, into)
    }
  }
  for (const each of children(unit)) {
    if (each.uri !== unit.uri) collect(each, others)
    else if (each.local === "notes") inline(each, notes)
    else if (each.local === "originalData") inline(each, data)
    else {
      const own = attribute(each, "id")
      if (own !== undefined) spans.add(own)
      for (const content of children(each)) inline(content, content.local === "target" ? targets : spans)
    }
  }
  return { unit: attribute(unit, "id") ?? "", file, notes, data, spans, targets, others }
}

export function collect(element: XmlElement, into: Set<string>): void {
  const own = attribute(element, "id")
  if (own !== undefined) into.add(`${element.uri} ${own}`)
  for (const each of children(element)) collect(each, into)
}

/** Does the fragment point to something, as far as this unit can tell? References to elsewhere are left to `isHere`. */
export function resolves(fragment: Fragment, ids: UnitIds): boolean {
  if (!isHere(fragment, ids)) return true
  if (!fragment.leaf) return true
  const { prefix, id: value } = fragment.leaf
  if (prefix === "") return ids.spans.has(value)
  if (prefix === "t") return ids.targets.has(value)
  if (prefix === "n") return ids.notes.has(value)
  if (prefix === "d") return ids.data.has(value)
  const namespace = prefixes.get(prefix)
  return !namespace || ids.others.has(`${namespace} ${value}`)
}

/** Is it about this unit? */
export function isHere(fragment: Fragment, ids: UnitIds): boolean {
  if (fragment.file !== undefined && fragment.file !== ids.file) return false
  if (fragment.unit !== undefined) return fragment.unit === ids.unit
  return fragment.file === undefined && fragment.group === undefined && !fragment.isAbsolute
}

/** ref of every annotation; comments say something, or point to a note of their own unit. */
export function checkReferences(unit: XmlElement, parts: readonly Part[], idsOf: () => UnitIds, tell: Tell): void {
  const walk = (element: XmlElement): void => {
    for (const each of element.children) {
      if (typeof each === "string" || each.kind !== "element" || each.uri !== unit.uri) continue
      if (each.local === "mrk" || each.local === "sm") annotation(each, idsOf, tell)
      walk(each)
    }
  }
  for (const { source, target } of parts) {
    if (source) walk(source)
    if (target) walk(target)
  }
}

function annotation(element: XmlElement, idsOf: () => UnitIds, tell: Tell): void {
  const reference = attribute(element, "ref")
  const value = attribute(element, "value")
  const type = attribute(element, "type") ?? "generic"
  const fragment = reference?.startsWith("#") ? fragmentOf(reference) : undefined
  if (fragment === null) tell("xliff/fragment", element, { attribute: "ref", value: reference! })
  else if (fragment && !resolves(fragment, idsOf()))
    tell("xliff/reference", element, { attribute: "ref", value: reference! })
  if (type !== "comment") return
  if (reference === undefined && value === undefined) tell("xliff/missing-attribute", element, { attribute: "value" })
  else if (reference !== undefined && value !== undefined) tell("xliff/attribute", element, { attribute: "value" })
  else if (reference !== undefined && !(fragment && isHere(fragment, idsOf()) && fragment.leaf?.prefix === "n"))
    tell("xliff/reference", element, { attribute: "ref", value: reference })
}

const flowNames = ["subFlows", "subFlowsStart", "subFlowsEnd"]

/** Units a code says its sub-flows are in. */
export function subFlowsOf(
  parts: readonly Part[],
): { readonly element: XmlElement; readonly attribute: string; readonly id: string }[] {
  const found: { element: XmlElement; attribute: string; id: string }[] = []
  const walk = (element: XmlElement): void => {
    for (const each of element.children) {
      if (typeof each === "string" || each.kind !== "element") continue
      for (const name of flowNames) {
        const value = attribute(each, name)
        if (value !== undefined)
          for (const id of value.trim().split(/\s+/)) found.push({ element: each, attribute: name, id })
      }
      if (each.children.length > 0) walk(each)
    }
  }
  for (const { source, target } of parts) {
    if (source) walk(source)
    if (target) walk(target)
  }
  return found
}
