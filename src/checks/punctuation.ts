// Punctuation of the wrong script, and spaces that stand before a mark or are missing behind it.
import { classes, classOf } from "../language/characters.ts"
import { isKeptAt } from "../language/scan.ts"
import type { Check, Found } from "./check.ts"

export const punctuation: Check = {
  id: "punctuation",
  kinds: ["punct-script", "punct-spacing"],
  *run({ blocks, profile, analysis }) {
    const { punctuation: wrong, script, tag } = profile
    const isArabic = script === "arabic"
    const letter = isArabic ? /\p{Script=Arabic}/u : /\p{L}/u
    const wanted = new RegExp(
      `[${Object.keys(wrong)
        .join("")
        .replace(/[\]\\^-]/g, "\\$&")}]`,
      "gu",
    )
    // French writes a space before : ; ? !, so its speakers may too; the others never do.
    const spaced = isArabic
      ? /(?<![ \t\u00a0])[ \t\u00a0]+(?=[،؛؟:!])/g
      : tag === "fr"
        ? /(?<![ \t])[ \t]+(?=[,.](?:\s|$))/g
        : /(?<=\p{L})[ \t\u00a0]+(?=[,;:!?](?:\s|$))/gu
    for (const [at, { text }] of blocks.entries()) {
      const first = text.search(/\S/)
      const scan = analysis.scans[at]!
      if (Object.keys(wrong).length > 0)
        for (const { 0: mark, index } of text.matchAll(wanted)) {
          const before = lastLetter(text, index)
          const isNumber = /\d/.test(text[index - 1] ?? "") && /\d/.test(text[index + 1] ?? "")
          if (!letter.test(before) || isNumber || isKeptAt(scan, index)) continue
          yield found(at, "punct-script", index, index + mark.length, wrong[mark]!, { mark, own: wrong[mark]! })
        }
      for (const { 0: space, index } of text.matchAll(spaced)) {
        const mark = text[index + space.length]!
        // ":-)" and "؟!" are as they are; a mark that begins a line has nothing before it.
        if (index <= first) continue
        yield found(at, "punct-spacing", index, index + space.length + 1, mark, { mark })
      }
      if (isArabic)
        for (const { 0: mark, index } of text.matchAll(/[،؛؟](?=\p{Script=Arabic})/gu))
          yield found(at, "punct-spacing", index, index + 1, `${mark} `, { mark })
    }
  },
}

function lastLetter(text: string, at: number): string {
  for (let each = at - 1; each >= Math.max(0, at - 12); each--)
    if (classOf(text.charCodeAt(each)) !== classes.space && /[\p{L}\p{M}\p{N}]/u.test(text[each]!)) return text[each]!
  return ""
}

function found(
  at: number,
  kind: string,
  start: number,
  end: number,
  text: string,
  data: Record<string, string>,
): Found {
  return {
    at,
    start,
    end,
    kind,
    severity: "warning",
    confidence: 0.97,
    message: { key: kind, data },
    fix: { start, end, text },
  }
}
