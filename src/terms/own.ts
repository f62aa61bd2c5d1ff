// A project's own concepts laid over the built-in ones. Its word counts first: a concept of the same id takes the place
// of the built-in one, whose terms stay known as admitted ones, so that they are still found in texts.
import type { Concept, Term, TermsOfLanguage } from "./concept.ts"
import { termbase, termbaseOf, type Termbase } from "./index.ts"

type Languages = Record<string, TermsOfLanguage>

const builtIn = new Map(termbase.map((concept) => [concept.id, concept]))

/** A project's own concepts, completed by the built-in ones of the same ids. */
export function ownTermbase(own: readonly Concept[]): Termbase {
  return termbaseOf(own.map((concept) => overlaid(concept, builtIn.get(concept.id))))
}

/** The concepts in force: the project's own, then the built-in ones it says nothing about. */
export function withOwn(own: readonly Concept[]): Concept[] {
  const ids = new Set(own.map(({ id }) => id))
  return [...ownTermbase(own).concepts, ...termbase.filter(({ id }) => !ids.has(id))]
}

function overlaid(own: Concept, base: Concept | undefined): Concept {
  const languages: Languages = { ...base?.languages }
  for (const [tag, data] of Object.entries(byLanguage(own.languages))) languages[tag] = both(data, languages[tag])
  return {
    ...own,
    domain: own.domain || (base?.domain ?? ""),
    definition: own.definition || (base?.definition ?? ""),
    topics: own.topics.length > 0 ? own.topics : (base?.topics ?? []),
    languages,
  }
}

/** Regions of a language together: en-GB and en-US are en. What is written in another script stays apart. */
function byLanguage(languages: Concept["languages"]): Languages {
  const found: Languages = {}
  for (const [tag, data] of Object.entries(languages)) {
    const { language, script } = new Intl.Locale(tag)
    const folded = script && script !== new Intl.Locale(language).maximize().script ? `${language}-${script}` : language
    found[folded] = joined(found[folded], data)
  }
  return found
}

function joined(one: TermsOfLanguage | undefined, two: TermsOfLanguage): TermsOfLanguage {
  if (!one) return two
  return { terms: distinct([...one.terms, ...two.terms]), stems: [...new Set([...one.stems, ...two.stems])] }
}

function both(own: TermsOfLanguage, base: TermsOfLanguage | undefined): TermsOfLanguage {
  const isSaid = own.terms.some(isPreferred)
  const terms = isSaid ? base?.terms.map((term) => (isPreferred(term) ? admitted(term) : term)) : base?.terms
  const all = distinct([...own.terms, ...(terms ?? [])])
  // Files of other tools often give no status at all; then the first term is the one to offer.
  const first = all.some(isPreferred) ? undefined : all.find(({ status }) => status === "admitted")
  return {
    terms: all.map((term) => (term === first ? { ...term, status: "preferred" as const } : term)),
    stems: [...new Set([...own.stems, ...(base?.stems ?? [])])],
  }
}

const isPreferred = ({ status }: Term) => status === "preferred"
const admitted = (term: Term): Term => ({ ...term, status: "admitted" })

/** Each term once; what is said first counts. */
function distinct(terms: readonly Term[]): Term[] {
  const seen = new Map<string, Term>()
  for (const term of terms) if (!seen.has(term.text)) seen.set(term.text, term)
  return [...seen.values()]
}
