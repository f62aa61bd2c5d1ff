// What a translator is told about the words of one text: terms of the termbase that stand in it, each with the term
// the target language prefers. Everyday words that the termbase knows but has no translation for say nothing.
import type { GlossaryTerm } from "../model/bitext.ts"
import { matcherOf, termbase, termsIn } from "./index.ts"

/** Terms in the order in which they first stand in the text, each concept once; at most `most`. */
export function glossary(text: string, from: string, to: string, most = 20): GlossaryTerm[] {
  const target = matcherOf(to).language
  const source = matcherOf(from).language
  const found = new Map<number, GlossaryTerm>()
  if (source === target) return []
  for (const { concept, term, status } of termsIn(text, from).matches) {
    if (found.has(concept)) continue
    const { languages, definition } = termbase[concept]!
    const translation = preferred(languages[target]?.terms)
    // A stem is no word; it is told as the term it stands for.
    const named = status === null ? preferred(languages[source]?.terms) : term
    if (translation === undefined || named === undefined) continue
    // Definitions are English: a help to those who read English anyway.
    found.set(concept, { term: named, translation, ...(source === "en" ? { definition } : {}) })
    if (found.size === most) break
  }
  return [...found.values()]
}

function preferred(terms: readonly { readonly text: string; readonly status: string }[] | undefined) {
  return terms?.find(({ status }) => status === "preferred")?.text.replaceAll("_", " ")
}
