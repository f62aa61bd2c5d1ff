// The identity of a finding over re-scans: what it says about which words, with a word on either side, and the how-
// manieth of its like in the text. Edits elsewhere leave it alone; an edit of the words themselves makes it new.
import type { Finding } from "../model/finding.ts"
import type { CheckedBlock } from "./check.ts"

/** A function that names findings; call it once for each, in reading order. */
export function fingerprints(blocks: readonly CheckedBlock[]) {
  const seen = new Map<string, number>()
  return ({ check, kind, start, end }: Pick<Finding, "check" | "kind" | "start" | "end">, at: number): string => {
    const { text } = blocks[at]!
    const before = wordBefore(text, start)
    const after = wordAfter(text, end)
    const key = [check, kind, before, text.slice(start, end).replace(/\s+/g, " "), after]
      .join("\u0000")
      .normalize("NFC")
    const turn = seen.get(key) ?? 0
    seen.set(key, turn + 1)
    return digest(turn === 0 ? key : `${key}\u0000${turn}`)
  }
}

/** How far the words on either side are looked for and how much of them counts: bounded, for texts without spaces. */
const reach = 40
const isWord = new Uint8Array(65536)

/** Is the character at an offset a letter, a mark or a number? 2: yes, 1: no. */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return (isWord[code] ||= /[\p{L}\p{M}\p{N}\p{Cs}]/u.test(text[at]!) ? 2 : 1)
}

function wordBefore(text: string, start: number): string {
  const floor = Math.max(0, start - reach)
  let end = start
  while (end > floor && kindAt(text, end - 1) === 1) end--
  let from = end
  while (from > floor && kindAt(text, from - 1) === 2) from--
  return text.slice(from, end)
}

function wordAfter(text: string, end: number): string {
  const top = Math.min(text.length, end + reach)
  let from = end
  while (from < top && kindAt(text, from) === 1) from++
  let to = from
  while (to < top && kindAt(text, to) === 2) to++
  return text.slice(from, to)
}

/** 64 bits in 13 letters (two FNV-1a with different seeds). */
export function digest(text: string): string {
  let one = 0x811c9dc5
  let two = 0x9747b28c
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ code, 0x5bd1e995)
    two ^= two >>> 13
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) >>> 0
  two = Math.imul(two ^ (two >>> 15), 0xc2b2ae35) >>> 0
  return one.toString(36).padStart(7, "0") + two.toString(36).padStart(7, "0")
}
