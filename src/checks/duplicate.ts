// A paragraph that stands in the text twice. Short ones and headings may repeat; sentences inside a paragraph may too.
import type { Check } from "./check.ts"

const fewestWords = 6

export const duplicate: Check = {
  id: "duplicate",
  kinds: ["duplicate"],
  *run({ blocks }) {
    const seen = new Map<string, number>()
    for (const [at, { text, kind }] of blocks.entries()) {
      if (kind === "heading" || kind === "cell" || kind === "meta" || kind === "attribute") continue
      const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
      if (words.length < fewestWords) continue
      const key = words.join(" ").toLowerCase()
      const first = seen.get(key)
      if (first === undefined) {
        seen.set(key, at)
        continue
      }
      yield {
        at,
        start: 0,
        end: text.length,
        kind: "duplicate",
        severity: "warning",
        confidence: 0.93,
        message: { key: "duplicate", data: { block: blocks[first]!.id } },
      }
    }
  },
}
