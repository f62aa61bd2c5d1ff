// The identity of a finding over re-scans: what it says about which words, with a word on either side, and the how-
// manieth of its like in the text. Edits elsewhere leave it alone; an edit of the words themselves makes it new.
import type { Finding } from "../model/finding.ts"
import type { CheckedBlock } from "./check.ts"

/** A function that names findings; call it once for each, in reading order. */
export function fingerprints(blocks: readonly CheckedBlock[]) {
  const seen = new Map<string, number>()
  return ({ check, kind, start, end }: Pick<Finding, "check" | "kind" | "start" | "end">, at: number): string => {
    const { text } = blocks[at]!
    const before =
      /([\p{L}\p{M}\p{N}]+)[^\p{L}\p{M}\p{N}]*$/u.exec(text.slice(Math.max(0, start - 40), start))?.[1] ?? ""
    const after = /^[^\p{L}\p{M}\p{N}]*([\p{L}\p{M}\p{N}]+)/u.exec(text.slice(end, end + 40))?.[1] ?? ""
    const key = [check, kind, before, text.slice(start, end).replace(/\s+/g, " "), after]
      .join("\u0000")
      .normalize("NFC")
    const turn = seen.get(key) ?? 0
    seen.set(key, turn + 1)
    return digest(turn === 0 ? key : `${key}\u0000${turn}`)
  }
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
