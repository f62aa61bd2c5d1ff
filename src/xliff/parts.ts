// Segments and ignorables of a 2.x unit, found once.
import type { XmlElement } from "./xml.ts"

export interface Part {
  readonly element: XmlElement
  readonly isSegment: boolean
  readonly source: XmlElement | undefined
  readonly target: XmlElement | undefined
}

export function partsOf(unit: XmlElement): Part[] {
  const parts: Part[] = []
  for (const element of unit.children) {
    if (typeof element === "string" || element.kind !== "element" || element.uri !== unit.uri) continue
    const isSegment = element.local === "segment"
    if (!isSegment && element.local !== "ignorable") continue
    let source: XmlElement | undefined
    let target: XmlElement | undefined
    for (const each of element.children) {
      if (typeof each === "string" || each.kind !== "element" || each.uri !== unit.uri) continue
      if (each.local === "source") source ??= each
      else if (each.local === "target") target ??= each
    }
    parts.push({ element, isSegment, source, target })
  }
  return parts
}

/** Has it any element below: code, annotation, character? */
export function hasInline(content: XmlElement | undefined): boolean {
  if (!content) return false
  for (const node of content.children) if (typeof node !== "string" && node.kind === "element") return true
  return false
}
