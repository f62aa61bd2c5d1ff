// What makes a returned text doubtful without making it wrong. Some doubts only warn; those a reader could be deceived
// by (direction controls, a text many times too long) come in as drafts.
import { plain } from "../content.ts"
import type { Content } from "../model/document.ts"

export interface Doubt {
  readonly code: string
  readonly data: Readonly<Record<string, string | number>>
  /** The text comes in as a draft, to be looked at. */
  readonly isDraft: boolean
}

const opening = /[\u202a\u202b\u202d\u202e]/
const override = /[\u202d\u202e]/
const isolate = /[\u2066-\u2068]/

export function doubts(source: Content, target: Content): Doubt[] {
  const from = plain(source)
  const to = plain(target)
  const found: Doubt[] = []
  const add = (code: string, data: Doubt["data"] = {}, isDraft = false) => found.push({ code, data, isDraft })
  if (!isBalanced(to) || (override.test(to) && !override.test(from))) add("bidi", {}, true)
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f]/.test(to) && !/[\u0000-\u0008\u000b-\u001f]/.test(from))
    add("control", {}, true)
  // A word may become a phrase; beyond 400 letters and ten times the source it is another text.
  if (to.length > 400 && to.length > 10 * Math.max(from.length, 20))
    add("length", { source: from.length, target: to.length }, true)
  const numbers = lost(numbersIn(from), numbersIn(to))
  if (numbers.length > 0) add("numbers", { values: numbers.slice(0, 5).join(", ") })
  const links = lost(linksIn(from), linksIn(to))
  if (links.length > 0) add("links", { values: links.slice(0, 3).join(", ") })
  if (/<\/?[a-z][^<>]*>/i.test(to) && !/<\/?[a-z][^<>]*>/i.test(from)) add("markup-text")
  return found
}

/** Every embedding and isolate is closed in the same text, in order. */
function isBalanced(text: string): boolean {
  const open: string[] = []
  for (const character of text) {
    if (opening.test(character)) open.push("\u202c")
    else if (isolate.test(character)) open.push("\u2069")
    else if ((character === "\u202c" || character === "\u2069") && open.pop() !== character) return false
  }
  return open.length === 0
}

/** Digits of any script as ASCII, grouping left out: 1 000, 1.000 and ١٠٠٠ are one number. */
function numbersIn(text: string): string[] {
  return (text.match(/\p{Nd}+(?:[.,\u00a0\u202f \u066b\u066c]\p{Nd}{3}(?!\p{Nd}))*(?:[.,\u066b]\p{Nd}+)?/gu) ?? []).map(
    (found) =>
      [...found]
        .map(digit)
        .join("")
        .replace(/^0+(?=\d)/, ""),
  )
}

function digit(character: string): string {
  if (!/\p{Nd}/u.test(character)) return ""
  const code = character.codePointAt(0)!
  // Decimal digits stand in runs of ten that start at a multiple of their script's zero.
  for (let zero = code; zero > code - 10; zero -= 1)
    if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String((code - zero) % 10)
  return String(code % 10)
}

function linksIn(text: string): string[] {
  return text.match(/\b(?:https?:\/\/|www\.)[^\s<>"'”»،]+[^\s<>"'”».,;:!?،]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi) ?? []
}

function lost(before: readonly string[], after: readonly string[]): string[] {
  const left = [...after]
  return before.filter((each) => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
