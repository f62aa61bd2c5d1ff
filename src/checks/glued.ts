// A full stop with the next sentence right behind it, and addresses glued to words: machine translation drops the space.
import { flags, isKeptAt } from "../language/scan.ts"
import type { Check, Found, Subject } from "./check.ts"

const joints =
  /(?<=[\p{Ll}\p{Nd})»”"])[.!?;](?=\p{Lu}\p{Ll})|(?<=[\p{Script=Arabic}\p{Nd})»])[.!?؟؛…](?=[\p{Script=Arabic}]{2})/gu

export const glued: Check = {
  id: "glued",
  kinds: ["glued-sentence", "glued-token"],
  *run(subject) {
    for (const [at, { text }] of subject.blocks.entries()) {
      const kept = keptSpans(subject, at)
      for (const match of text.matchAll(joints)) {
        const mark = match.index
        if (isKeptAt(subject.analysis.scans[at]!, mark) || isAbbreviation(text, mark)) continue
        yield finding(at, "glued-sentence", mark - 1, mark + 2, `${text.slice(mark - 1, mark + 1)} ${text[mark + 1]}`)
      }
      for (const { start, end } of kept) {
        const isBefore = /[\p{L}\p{Nd}]/u.test(text[start - 1] ?? "")
        const isAfter = /\p{L}/u.test(text[end] ?? "")
        if (!isBefore && !isAfter) continue
        const from = start - (isBefore ? 1 : 0)
        const to = end + (isAfter ? 1 : 0)
        const middle = text.slice(start, end)
        const mended = `${isBefore ? `${text[from]} ` : ""}${middle}${isAfter ? ` ${text[end]}` : ""}`
        yield finding(at, "glued-token", from, to, mended)
      }
    }
  },
}

/** Addresses of a block, by the scan that found them; placeholders may stand against letters. */
function keptSpans({ analysis, blocks }: Subject, at: number) {
  const scan = analysis.scans[at]!
  const found: { start: number; end: number }[] = []
  for (let each = 0; each < scan.length; each++) {
    if ((scan.flags[each]! & flags.keep) === 0) continue
    const span = { start: scan.starts[each]!, end: scan.ends[each]! }
    if (/\p{L}\.\p{L}|[/\])]/u.test(blocks[at]!.text.slice(span.start, span.end))) found.push(span)
  }
  return found
}

/** "ж.б", "A.S": one letter before the mark, or a full stop before that letter. */
function isAbbreviation(text: string, mark: number): boolean {
  return text[mark] === "." && /(?:^|[^\p{L}])\p{L}$/u.test(text.slice(Math.max(0, mark - 2), mark))
}

function finding(at: number, kind: string, start: number, end: number, text: string): Found {
  const isSentence = kind === "glued-sentence"
  return {
    at,
    start,
    end,
    kind,
    severity: "warning",
    confidence: isSentence ? 0.95 : 0.9,
    message: { key: kind, data: {} },
    fix: { start, end, text },
  }
}
