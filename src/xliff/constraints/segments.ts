// Segments and ignorables of a unit: states, order, white space.
import { xml } from "../names.ts"
import { inheritedIn } from "../read2.ts"
import { attribute, child, children, type XmlElement } from "../xml.ts"
import type { Tell } from "./rule.ts"

export function checkSegments(unit: XmlElement, tell: Tell): void {
  const parts = children(unit).filter((each) => each.uri === unit.uri && /^(?:segment|ignorable)$/.test(each.local))
  if (!parts.some((part) => part.local === "segment")) tell("xliff/missing-element", unit, { child: "segment" })
  const orders = new Set<number>()
  const isOrdered = parts.some((part) => attribute(child(part, "target") ?? part, "order") !== undefined)
  parts.forEach((part, at) => {
    const subState = attribute(part, "subState")
    if (subState !== undefined && (attribute(part, "state") === undefined || !/^[^\s:]+:[^\s:]+$/.test(subState)))
      tell("xliff/state", part, { attribute: "subState", value: subState })
    const source = child(part, "source")
    const target = child(part, "target")
    if (!target) return
    if (source && spaceOf(source) !== spaceOf(target)) tell("xliff/space", target)
    if (!isOrdered) return
    const order = Number(attribute(target, "order") ?? at + 1)
    if (orders.has(order) || order > parts.length) tell("xliff/order", target, { value: order })
    orders.add(order)
  })
}

function spaceOf(element: XmlElement): string {
  return inheritedIn(element, xml, "space") ?? "default"
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
