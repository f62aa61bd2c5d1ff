// A bullet that machine translation turned into a word: in a run of list items some begin with the bullet, others with
// the same few English words.
import type { Check, CheckedBlock } from "./check.ts"

const bullet = /^\s*([●•▪◦‣■◆–—*-])\s*/

export const bulletWord: Check = {
  id: "bullet-word",
  kinds: ["bullet-word"],
  isLanguage: true,
  *run({ blocks, analysis, profile }) {
    if (profile.tag === "en") return
    const isItem = (at: number) => blocks[at]?.kind === "item" || bullet.test(blocks[at]?.text ?? "")
    for (const [at, { text, kind }] of blocks.entries()) {
      if (isItem(at) || kind !== "paragraph") continue
      // A list: an item beside it, or the line before announces one or goes on.
      const isListed =
        [1, 2, 3].some((step) => isItem(at - step) || isItem(at + step)) || /[;:]\s*$/.test(blocks[at - 1]?.text ?? "")
      if (!isListed) continue
      const [first] = analysis.passages(at)
      if (first?.kind !== "foreign" || first.from !== 0 || first.to !== 1 || first.start > 0) continue
      const rest = text.slice(first.end)
      if (!/^\s+\p{Ll}|^\s+\p{Script=Arabic}/u.test(rest)) continue
      yield {
        at,
        start: first.start,
        end: first.end,
        kind: "bullet-word",
        language: first.language,
        severity: "warning",
        confidence: 0.85,
        message: { key: "bullet-word", data: { word: text.slice(first.start, first.end) } },
        fix: { start: first.start, end: first.end, text: bulletBeside(blocks, at) },
      }
    }
  },
}

/** The bullet of the nearest sibling; an item that has none in its text stands behind Markdown's. */
function bulletBeside(blocks: readonly CheckedBlock[], at: number): string {
  for (const step of [-1, 1, -2, 2, -3, 3]) {
    const beside = blocks[at + step]
    const own = bullet.exec(beside?.text ?? "")?.[1]
    if (own !== undefined) return own
    if (beside?.kind === "item") return "-"
  }
  return "●"
}
