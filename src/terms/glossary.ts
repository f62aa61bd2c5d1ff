// What a translator is told about the words of one text: terms of the termbase that stand in it, each with the term
// the target language prefers. Everyday words that the termbase knows but has no translation for say nothing.
import type { GlossaryTerm } from "../model/bitext.ts"
import { builtIn, termsIn, type Termbase } from "./index.ts"

interface Entry {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly isOwn: boolean
  readonly told: GlossaryTerm
}

/**
 * Terms in the order in which they first stand in the text, each concept once; at most `most`. Of a project's own terms
 * and built-in ones in the same place the longer is told, and the project's where they are as long.
 */
export function glossary(text: string, from: string, to: string, most = 20, own?: Termbase): GlossaryTerm[] {
  const entries = entriesOf(builtIn, false, text, from, to)
  if (!own) return first(entries, most)
  const ids = new Set(own.concepts.map(({ id }) => id))
  const all = [...entriesOf(own, true, text, from, to), ...entries.filter(({ id }) => !ids.has(id))]
  const kept: Entry[] = []
  for (const entry of all.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || last.isOwn === entry.isOwn || entry.start >= last.end) kept.push(entry)
  }
  return first(kept, most)
}

function entriesOf(terms: Termbase, isOwn: boolean, text: string, from: string, to: string): Entry[] {
  const target = terms.matcherOf(to).language
  const source = terms.matcherOf(from).language
  if (source === target) return []
  return termsIn(text, from, terms).matches.flatMap(({ concept, start, end, term, status }) => {
    const { id, languages, definition } = terms.concepts[concept]!
    const translation = preferred(languages[target]?.terms)
    // A stem is no word; it is told as the term it stands for.
    const named = status === null ? preferred(languages[source]?.terms) : term
    if (translation === undefined || named === undefined) return []
    // Definitions are English: a help to those who read English anyway.
    const meant = source === "en" && definition !== "" ? { definition } : {}
    return [{ id, start, end, isOwn, told: { term: named, translation, ...meant } }]
  })
}

function first(entries: readonly Entry[], most: number): GlossaryTerm[] {
  const found = new Map<string, GlossaryTerm>()
  for (const { id, told } of entries) if (!found.has(id)) found.set(id, told)
  return [...found.values()].slice(0, most)
}

function preferred(terms: readonly { readonly text: string; readonly status: string }[] | undefined) {
  return terms?.find(({ status }) => status === "preferred")?.text.replaceAll("_", " ")
}
