// Segments and ignorables of a unit: states, order, white space.
import type { Part } from "../parts.ts"
import { inherited } from "../read2.ts"
import { attribute, type XmlElement } from "../xml.ts"
import type { Tell } from "./rule.ts"

export function checkSegments(unit: XmlElement, parts: readonly Part[], tell: Tell): void {
  if (!parts.some((part) => part.isSegment)) tell("xliff/missing-element", unit, { child: "segment" })
  const orders = new Set<number>()
  const isOrdered = parts.some((part) => part.target && attribute(part.target, "order") !== undefined)
  parts.forEach(({ element: part, source, target }, at) => {
    const subState = attribute(part, "subState")
    if (subState !== undefined && (attribute(part, "state") === undefined || !/^[^\s:]+:[^\s:]+$/.test(subState)))
      tell("xliff/state", part, { attribute: "subState", value: subState })
    if (!target) return
    if (source && spaceOf(source) !== spaceOf(target)) tell("xliff/space", target)
    if (!isOrdered) return
    const order = Number(attribute(target, "order") ?? at + 1)
    if (orders.has(order) || order > parts.length) tell("xliff/order", target, { value: order })
    orders.add(order)
  })
}

function spaceOf(element: XmlElement): string {
  return inherited(element, "xml:space") ?? "default"
}

/** A skeleton is here or elsewhere, not both and not neither. */
export function checkSkeleton(skeleton: XmlElement, tell: Tell): void {
  const isEmpty = skeleton.children.every((node) =>
    typeof node === "string" ? node.trim() === "" : node.kind !== "element" && node.kind !== "cdata",
  )
  const hasHref = attribute(skeleton, "href") !== undefined
  if (isEmpty && !hasHref) tell("xliff/missing-attribute", skeleton, { attribute: "href" })
  if (!isEmpty && hasHref) tell("xliff/attribute", skeleton, { attribute: "href" })
}
