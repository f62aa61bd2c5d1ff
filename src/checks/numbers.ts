// Numbers that the source has and the translation has not, and the other way round. Only where a source is given.
import type { Check } from "./check.ts"

const number = /\p{Nd}+(?:[.,٫٬' \u00a0\u202f]\p{Nd}+)*/gu

export const numbers: Check = {
  id: "numbers",
  kinds: ["number-missing", "number-added"],
  *run({ blocks }) {
    for (const [at, { text, source }] of blocks.entries()) {
      if (!source || !text.trim()) continue
      const theirs = valuesOf(source)
      const ours = valuesOf(text)
      for (const [value] of theirs)
        if (!ours.has(value))
          yield {
            at,
            start: 0,
            end: text.length,
            kind: "number-missing",
            severity: "warning",
            confidence: 0.85,
            message: { key: "number-missing", data: { number: value } },
          }
      for (const [value, { start, end }] of ours)
        if (!theirs.has(value))
          yield {
            at,
            start,
            end,
            kind: "number-added",
            severity: "info",
            confidence: 0.7,
            message: { key: "number-added", data: { number: value } },
          }
    }
  },
}

/** Digits of a number, grouping and decimal marks dropped: languages write 1,000.5 differently. */
function valuesOf(text: string): Map<string, { start: number; end: number }> {
  const values = new Map<string, { start: number; end: number }>()
  for (const match of text.matchAll(number)) {
    const value = [...match[0]].map(digitOf).join("")
    if (!values.has(value)) values.set(value, { start: match.index, end: match.index + match[0].length })
  }
  return values
}

/** ASCII digit of any decimal digit; "" for marks. Unicode keeps the ten digits of a script together, in order. */
function digitOf(character: string): string {
  if (!/\p{Nd}/u.test(character)) return ""
  const code = character.codePointAt(0)!
  if (code < 0x80) return character
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(code - zero)
}
