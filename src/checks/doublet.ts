// Two near-synonyms of law translated with one word ("secure and secure"), and words written twice.
import { lower } from "../language/index.ts"
import type { Check, Found } from "./check.ts"

const word = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu

export const doublet: Check = {
  id: "doublet",
  kinds: ["doublet", "duplicate-word"],
  *run({ blocks, profile }) {
    const conjunctions = new Set(profile.conjunctions)
    for (const [at, { text }] of blocks.entries()) {
      const words = [...text.matchAll(word)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        folded: lower(match[0], profile.casing),
      }))
      const between = (one: number, two: number) => text.slice(words[one]!.end, words[two]!.start)
      for (let each = 0; each + 1 < words.length; each++) {
        const first = words[each]!
        const next = words[each + 1]!
        if (first.folded.length < 4) continue
        if (first.folded === next.folded && /^[ \u00a0]+$|^, ?$/.test(between(each, each + 1))) {
          yield pair(at, "duplicate-word", first.start, next.end, text, first)
          continue
        }
        for (const size of [1, 2]) {
          const last = words[each + size + 1]
          if (last?.folded !== first.folded) continue
          const joint = words.slice(each + 1, each + size + 1)
          const isPlain = joint.every((_, step) => /^\s+$/.test(between(each + step, each + step + 1)))
          if (
            isPlain &&
            /^\s+$/.test(between(each + size, each + size + 1)) &&
            conjunctions.has(joint.map(({ folded }) => folded).join(" "))
          )
            yield pair(at, "doublet", first.start, last.end, text, first)
        }
      }
    }
  },
}

/** A word twice is certainly once too many only without a comma; reduplication is usual in Turkic, so it stays a warning. */
function pair(
  at: number,
  kind: string,
  start: number,
  end: number,
  text: string,
  first: { start: number; end: number },
): Found {
  const once = text.slice(first.start, first.end)
  return {
    at,
    start,
    end,
    kind,
    severity: "warning",
    confidence: kind === "doublet" ? 0.9 : 0.8,
    message: { key: kind, data: { word: once } },
    ...(kind === "duplicate-word" ? { fix: { start, end, text: once } } : {}),
  }
}
