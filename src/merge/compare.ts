// When two texts are the same: after NFC, codes by id; where white space does not count, with it folded.
import { contentOf, isSameContent } from "../content.ts"
import { states, type Flag, type State } from "../model/bitext.ts"
import type { Content } from "../model/document.ts"

export function isSame(a: Content | null, b: Content | null, isSpacePreserved: boolean): boolean {
  if (isSameContent(a, b)) return true
  if (isSpacePreserved || a === null || b === null) return false
  return isSameContent(folded(a), folded(b))
}

/** Runs of white space as one blank, none at the ends. No-break spaces stay. */
export function folded(content: Content): Content {
  const parts = content.map((part) => (typeof part === "string" ? part.replace(/[ \t\r\n]+/g, " ") : part))
  const first = parts.findIndex((part) => part !== " ")
  const last = parts.findLastIndex((part) => part !== " ")
  return contentOf(
    parts.slice(Math.max(0, first), last + 1).map((part, at, all) => {
      if (typeof part !== "string") return part
      const start = at === 0 ? part.replace(/^ +/, "") : part
      return at === all.length - 1 ? start.replace(/ +$/, "") : start
    }),
  )
}

export function isEmpty(content: Content | null): boolean {
  return content === null || content.every((part) => typeof part === "string" && part.trim() === "")
}

/** untranslated < draft < translated < reviewed < final. */
export function rank(unit: {
  readonly target: Content | null
  readonly state: State
  readonly flag: Flag | null
}): number {
  if (isEmpty(unit.target)) return 0
  if (unit.state === "initial") return 1
  return states.indexOf(unit.state) + (unit.flag === null ? 1 : 0.5)
}
