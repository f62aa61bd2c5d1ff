// Most units of a file are built alike: the same tags in the same order around other words. Rules look at tags and at
// whether there are words, not at which; so a unit built like one that was found right is right as well.
import type { XmlElement } from "../xml.ts"

interface Step {
  key: unknown
  next: Step | null
  more: Map<unknown, Step> | null
  isSound: boolean
}

export interface Memo {
  /** Is it built like a unit that broke no rule? Its id is not looked at. */
  isKnown(unit: XmlElement): boolean
  /** The unit asked about last broke no rule. */
  keep(unit: XmlElement): void
}

/** Steps held at most; and after so many units it must have been of use. */
const most = 20_000
const trial = 512

const close = 0
const words = 1
const blank = 2
const named = new Set(["id", "name", "resname"])

export function unitMemo(): Memo {
  let first = step()
  let count = 0
  let asked = 0
  let known = 0
  let at: Step | null = first
  let isGrowing = false

  const go = (key: unknown): boolean => {
    const from = at!
    if (from.key === key) at = from.next
    else {
      at = from.more?.get(key) ?? null
      if (at === null && isGrowing) {
        at = step()
        count += 1
        if (from.next === null) {
          from.key = key
          from.next = at
        } else (from.more ??= new Map()).set(key, at)
      }
    }
    return at !== null
  }
  const inside = (element: XmlElement): boolean => {
    const { children } = element
    for (let index = 0; index < children.length; index += 1) {
      const node = children[index]!
      if (typeof node === "string") {
        if (!go(isBlank(node) ? blank : words)) return false
      } else {
        if (node.kind !== "element" || !go(node.tag) || !inside(node)) return false
        if (!go(close)) return false
      }
    }
    return true
  }
  const walk = (unit: XmlElement): boolean => {
    at = first
    if (!go(unit.parent)) return false
    for (const { name, value } of unit.attributes) if (!named.has(name) && (!go(name) || !go(value))) return false
    return go(close) && inside(unit)
  }

  return {
    isKnown(unit) {
      asked += 1
      if (asked > trial && known * 4 < asked) return false
      if (!walk(unit) || !at!.isSound) return false
      known += 1
      return true
    },
    keep(unit) {
      if ((asked > trial && known * 4 < asked) || !isSelfContained(unit)) return
      if (count > most) {
        first = step()
        count = 0
      }
      isGrowing = true
      if (walk(unit)) at!.isSound = true
      isGrowing = false
    },
  }
}

function step(): Step {
  return { key: null, next: null, more: null, isSound: false }
}

export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0d) return false
  }
  return true
}

/** Nothing in it names a unit: what does is right in one unit and wrong in the next. */
function isSelfContained(element: XmlElement): boolean {
  return element.children.every((node) => {
    if (typeof node === "string") return true
    if (node.kind !== "element" || node.tag === null) return false
    const isOwn = node.attributes.every(
      ({ name, value }) => !name.startsWith("subFlows") && !(value.startsWith("#") && value.includes("=")),
    )
    return isOwn && isSelfContained(node)
  })
}
