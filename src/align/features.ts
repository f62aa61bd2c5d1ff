// What a piece of text offers for comparison across languages, as sorted numbers: two pieces are compared by one walk
// over two lists. Features are numbers written in digits or words, addresses, Latin words, concepts of the termbase,
// everyday meanings, and word skeletons that cognates share.
import { termsIn } from "../terms/index.ts"
import type { TermMatch, Word } from "../terms/index.ts"
import { fold } from "./fold.ts"
import { lexiconOf } from "./lexicon.ts"

/** Classes of features: how far they are trusted is decided per class and pair of languages (evidence.ts). */
export const kinds = {
  number: 0,
  address: 1,
  word: 2,
  concept: 3,
  meaning: 4,
  cognate: 5,
  frame: 6,
  learned: 7,
} as const
export const kindCount = 8

export interface Piece {
  /** Letters and digits, ≥ 1. */
  readonly length: number
  /** Feature numbers, ascending, unique. */
  readonly features: Int32Array
  /** How often each occurs; `noCounts` for sentences, where once is as good as twice. */
  readonly counts: Uint16Array
}

export const noCounts = new Uint16Array(0)

/** Numbers for features, one table for all documents of a run. */
export interface Features {
  readonly kinds: number[]
  /** Room for feature numbers, cut from large blocks: an array of its own costs several times what a sentence holds. */
  room(length: number): Int32Array
  /** Language of a skeleton or word feature is of no matter; the same text is the same number. */
  intern(kind: number, text: string): number
  /** Features of a lower-case word; the next word decides whether it opens a meaning of two words. */
  ofWord(key: string, next: string | undefined, language: string): readonly number[]
}

export function featureTable(): Features {
  const known = new Map<string, number>()
  const kindsOf: number[] = []
  const intern = (kind: number, text: string): number => {
    const key = kind + text
    let id = known.get(key)
    if (id === undefined) {
      id = kindsOf.length
      kindsOf.push(kind)
      known.set(key, id)
    }
    return id
  }
  const ofLanguage = new Map<string, Map<string, readonly number[]>>()
  let block = new Int32Array(0)
  let used = 0
  return {
    kinds: kindsOf,
    intern,
    room(length) {
      if (used + length > block.length) {
        block = new Int32Array(Math.max(blockLength, length))
        used = 0
      }
      used += length
      return block.subarray(used - length, used)
    },
    ofWord(key, next, language) {
      let words = ofLanguage.get(language)
      if (!words) ofLanguage.set(language, (words = new Map()))
      const lexicon = lexiconOf(language)
      const both = next !== undefined && lexicon.isOpener(key) ? `${key}_${next}` : undefined
      let found = words.get(both ?? key)
      if (!found) words.set(both ?? key, (found = wordFeatures(key, next, language, intern)))
      return found
    },
  }
}

const blockLength = 1 << 14

function wordFeatures(
  key: string,
  next: string | undefined,
  language: string,
  intern: Features["intern"],
): readonly number[] {
  if (/^\d/.test(key)) return []
  const found: number[] = []
  for (const meaning of lexiconOf(language).meanings(key, next))
    if (meaning.startsWith("#")) found.push(intern(kinds.number, meaning.slice(1)))
    else found.push(intern(kinds.meaning, meaning))
  if (/^[a-z][a-z'’-]+$/.test(key)) found.push(intern(kinds.word, key.replace(/['’-].*$/, "")))
  const folded = fold(key, language)
  if (folded.length >= 4) {
    found.push(intern(kinds.cognate, folded.slice(0, 5)))
    const frame = folded.replace(/[aeiouy]/g, "")
    if (frame.length >= 3) found.push(intern(kinds.frame, frame.slice(0, 4)))
  }
  return found
}

export interface ReadPiece extends Piece {
  readonly matches: readonly TermMatch[]
  readonly words: readonly Word[]
}

const address =
  /https?:\/\/[^\s<>"')\]]+|www\.[^\s<>"')\]]+|[\w.+-]+(?:@|\[at\])[\w-]+\.[\w.]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|io|kg|az|tm|cn|edu|gov)\b/gi
const arabicDigits = /[٠-٩۰-۹]/g

/** The features of a text in one language. */
export function pieceOf(text: string, language: string, table: Features): ReadPiece {
  const found: number[] = []
  const add = (kind: number, key: string) => found.push(table.intern(kind, key))
  const digits = text.replace(arabicDigits, (digit) => String((digit.codePointAt(0)! & 0xf) % 16))
  for (const match of digits.matchAll(address)) add(kinds.address, match[0].toLowerCase().replace(/[.,;/]+$/, ""))
  for (const match of digits.matchAll(/\d+(?:[.,]\d+)*/g)) add(kinds.number, match[0].replaceAll(",", "."))
  const { words, matches } = termsIn(text, language)
  for (const { concept } of matches) add(kinds.concept, String(concept))
  let length = 0
  for (const [at, { key }] of words.entries()) {
    length += key.length
    for (const id of table.ofWord(key, words[at + 1]?.key, language)) found.push(id)
  }
  return { ...counted(found, table), length: Math.max(1, length), matches, words }
}

function counted(found: readonly number[], table: Features): { features: Int32Array; counts: Uint16Array } {
  const all = Int32Array.from(found).sort()
  let size = 0
  for (let at = 0; at < all.length; at++) if (all[at] !== all[at - 1]) size++
  const features = table.room(size)
  const counts = new Uint16Array(size)
  let to = -1
  for (let at = 0; at < all.length; at++) {
    if (all[at] !== all[at - 1]) features[++to] = all[at]!
    counts[to]!++
  }
  return { features, counts }
}

/** Several pieces as one. */
export function merged(pieces: readonly Piece[]): Piece {
  if (pieces.length < 3) return pieces.length === 1 ? pieces[0]! : union(pieces[0]!, pieces[1]!)
  const middle = pieces.length >> 1
  return union(merged(pieces.slice(0, middle)), merged(pieces.slice(middle)))
}

function union(a: Piece, b: Piece): Piece {
  const features = new Int32Array(a.features.length + b.features.length)
  const isCounted = a.counts.length === a.features.length && b.counts.length === b.features.length
  const counts = isCounted ? new Uint16Array(features.length) : noCounts
  let i = 0
  let j = 0
  let size = 0
  while (i < a.features.length || j < b.features.length) {
    const left = i < a.features.length ? a.features[i]! : Infinity
    const right = j < b.features.length ? b.features[j]! : Infinity
    features[size] = Math.min(left, right)
    if (isCounted) counts[size] = (left <= right ? a.counts[i]! : 0) + (right <= left ? b.counts[j]! : 0)
    if (left <= right) i++
    if (right <= left) j++
    size++
  }
  return { length: a.length + b.length, features: features.subarray(0, size), counts: counts.subarray(0, size) }
}
