// The termbase: concepts of privacy policies and terms of service in five languages. The register of its domains.
import type { Concept } from "./concept.ts"
import { law } from "./concepts/law.ts"
import { organisation } from "./concepts/organisation.ts"
import { privacy } from "./concepts/privacy.ts"
import { rights } from "./concepts/rights.ts"
import { security } from "./concepts/security.ts"
import { service } from "./concepts/service.ts"
import { compile, wordsOf } from "./match.ts"
import type { Matcher, TermMatch, Word } from "./match.ts"

export type { Concept, Term, TermStatus } from "./concept.ts"
export type { TermMatch, Word } from "./match.ts"
export { wordsOf } from "./match.ts"
export { topics, type Topic } from "./topics.ts"

export const termbase: readonly Concept[] = [privacy, security, rights, service, law, organisation].flat()

export interface Termbase {
  readonly concepts: readonly Concept[]
  /** The matcher of a language; compiled at the first call. Languages the termbase lacks match nothing. */
  matcherOf(language: string): Matcher
}

export function termbaseOf(concepts: readonly Concept[]): Termbase {
  const matchers = new Map<string, Matcher>()
  return {
    concepts,
    matcherOf(language) {
      const tag = language.split("-")[0]!.toLowerCase()
      let matcher = matchers.get(tag)
      if (!matcher) matchers.set(tag, (matcher = compile(concepts, tag)))
      return matcher
    },
  }
}

export const builtIn = termbaseOf(termbase)

/** Terms in a text, with the words they were found in. */
export function termsIn(text: string, language: string, terms = builtIn): { words: Word[]; matches: TermMatch[] } {
  const words = wordsOf(text, language)
  return { words, matches: terms.matcherOf(language).match(words) }
}
