// Terms found in running text. All stems of a language are compiled once into flat tables; a word is looked up once
// in its life (the answer is kept), so a long text costs a map access a word.
import { lower, profileOf, type Profile } from "../language/index.ts"
import { isEnding, stemsOf } from "./endings.ts"
import type { Concept, TermStatus } from "./concept.ts"

export interface Word {
  /** As written. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** Lower case as the language does it. */
  readonly key: string
}

export interface TermMatch {
  /** Index in the termbase. */
  readonly concept: number
  readonly start: number
  readonly end: number
  /** null: found by a stem that is no term of its own. */
  readonly status: TermStatus | null
  /** The term as in the termbase, or the stem. */
  readonly term: string
}

export interface Matcher {
  readonly language: string
  /** All matches in order of their start; a longer one hides those inside it. */
  match(words: readonly Word[]): TermMatch[]
}

const wordPattern = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’ʼ]*(?:-[\p{L}\p{M}\p{N}]+)*/gu

const casings = new Map<string, Profile["casing"]>()

function casingOf(language: string): Profile["casing"] {
  let casing = casings.get(language)
  if (!casing) casings.set(language, (casing = profileOf(language).casing))
  return casing
}

/** The words of a text, hyphenated ones whole. */
export function wordsOf(text: string, language: string): Word[] {
  const casing = casingOf(language)
  return Array.from(text.matchAll(wordPattern), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    key: lower(match[0].normalize("NFC"), casing),
  }))
}

interface Entry {
  readonly concept: number
  readonly term: string
  readonly status: TermStatus | null
  /** Stem numbers, one set a word. */
  readonly words: readonly ReadonlySet<number>[]
}

/** @param language BCP 47 language without region; one without data matches nothing */
export function compile(concepts: readonly Concept[], language: string): Matcher {
  const { casing } = profileOf(language)
  const stems = new Map<string, number>()
  const numberOf = (stem: string) => {
    const known = stems.get(stem)
    if (known !== undefined) return known
    stems.set(stem, stems.size)
    return stems.size - 1
  }
  const entries: Entry[] = []
  for (const [concept, { languages }] of concepts.entries()) {
    const data = languages[language]
    if (!data) continue
    const parts = (text: string) => lower(text, casing).split(/[\s_]+/)
    const add = (text: string, status: TermStatus | null, expand: boolean) =>
      entries.push({
        concept,
        term: text.replaceAll("_", " "),
        status,
        words: parts(text).map((word) => new Set((expand ? stemsOf(language, word) : [word]).map(numberOf))),
      })
    for (const { text, status } of data.terms) add(text, status, true)
    for (const stem of data.stems) add(stem, null, false)
  }
  // Postings: for each stem the entries whose first word it begins.
  const lists: number[][] = Array.from({ length: stems.size }, () => [])
  for (const [at, entry] of entries.entries()) for (const stem of entry.words[0]!) lists[stem]!.push(at)
  const offsets = new Int32Array(stems.size + 1)
  for (const [stem, list] of lists.entries()) offsets[stem + 1] = offsets[stem]! + list.length
  const postings = Int32Array.from(lists.flat())
  const longest = Math.max(0, ...[...stems.keys()].map(({ length }) => length))

  const seen = new Map<string, readonly number[]>()
  /** Stems of a word, longest first. */
  const stemsIn = (key: string): readonly number[] => {
    const known = seen.get(key)
    if (known) return known
    const found: number[] = []
    for (let length = Math.min(key.length, longest); length >= 2; length--) {
      const stem = stems.get(key.slice(0, length))
      if (stem !== undefined && isEnding(language, key.slice(0, length), key.slice(length))) found.push(stem)
    }
    if (seen.size < 200_000) seen.set(key, found)
    return found
  }

  const match = (words: readonly Word[]): TermMatch[] => {
    const found: TermMatch[] = []
    let hiddenUntil = 0
    for (const [at, word] of words.entries()) {
      let length = 0
      let best: Entry[] = []
      for (const stem of stemsIn(word.key)) {
        for (let p = offsets[stem]!; p < offsets[stem + 1]!; p++) {
          const entry = entries[postings[p]!]!
          if (entry.words.length < Math.max(1, length)) continue
          if (!isPhraseAt(entry, words, at)) continue
          if (entry.words.length > length) best = []
          length = entry.words.length
          best.push(entry)
        }
        if (length === 1) break // a longer stem hides shorter ones; a phrase may still begin with a shorter stem
      }
      if (length === 0 || at + length <= hiddenUntil) continue
      hiddenUntil = Math.max(hiddenUntil, at + length)
      const end = words[at + length - 1]!.end
      const concepts = new Set<number>()
      for (const { concept, term, status } of best) {
        if (concepts.has(concept)) continue
        concepts.add(concept)
        found.push({ concept, term, status, start: word.start, end })
      }
    }
    return found
  }

  const isPhraseAt = (entry: Entry, words: readonly Word[], at: number): boolean =>
    entry.words.every((stemSet, offset) => {
      if (offset === 0) return true
      const word = words[at + offset]
      return word !== undefined && stemsIn(word.key).some((stem) => stemSet.has(stem))
    })

  return { language, match }
}
