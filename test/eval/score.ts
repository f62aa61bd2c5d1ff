// Token-level counts: a token is a run of letters; addresses and names of the whole web inside foreign text take no side.
import { wellKnownNames } from "../../src/language/names.ts"
import { tokens } from "../../src/language/spans.ts"
import type { Span } from "../../src/model/document.ts"

export interface Counts {
  right: number
  wrong: number
  missed: number
  tokens: number
}

export const none = (): Counts => ({ right: 0, wrong: 0, missed: 0, tokens: 0 })

/** @param report called for each wrong and missed token */
export function count(
  text: string,
  gold: readonly Span[],
  found: readonly Span[],
  counts: Counts,
  report?: (kind: "wrong" | "missed", at: Span) => void,
): void {
  const inGold = membership(gold)
  const inFound = membership(found)
  for (const token of tokens(text)) {
    const isGold = inGold(token)
    const isFound = inFound(token)
    const isNeutral =
      token.isKept ||
      token.text.length < 2 ||
      /^\p{Lu}+$/u.test(token.text) ||
      wellKnownNames.has(token.text.toLowerCase())
    if (isGold && isNeutral) continue
    counts.tokens++
    if (isGold && isFound) counts.right++
    else if (isFound) {
      counts.wrong++
      report?.("wrong", token)
    } else if (isGold) {
      counts.missed++
      report?.("missed", token)
    }
  }
}

/** Does a token overlap one of the spans? Tokens must come in order. */
function membership(spans: readonly Span[]): (token: Span) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  return (token) => sorted.some((span) => span.start < token.end && span.end > token.start)
}

export function rates({ right, wrong, missed }: Counts) {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong)
  const recall = right + missed === 0 ? 1 : right / (right + missed)
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1 }
}
