// Words and constructions of a near language that no statistics can tell from native ones. The lists are in the
// language profiles.
import { lower, type Calque, type Profile } from "../language/index.ts"
import type { Check, Found } from "./check.ts"

interface Word {
  readonly start: number
  readonly end: number
  readonly folded: string
}

const pattern = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu
/** Words to either side in which `near` is looked for. */
const nearby = 8

export const calque: Check = {
  id: "calque",
  kinds: ["calque"],
  isLanguage: true,
  *run({ blocks, profile }) {
    if (profile.calques.length === 0) return
    const index = indexOf(profile.calques)
    for (const [at, { text }] of blocks.entries()) {
      const words = [...text.matchAll(pattern)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        folded: lower(match[0], profile.casing),
      }))
      for (let each = 0; each < words.length; each++) {
        for (const one of index.get(words[each]!.folded.slice(0, 3)) ?? []) {
          const stems = one.words.split(" ")
          if (!stems.every((stem, step) => isStem(words[each + step]?.folded, stem))) continue
          if (one.near && !isNear(words, each, one.near)) continue
          yield finding(at, text, words, each, stems.length, one, profile)
          break
        }
        if (profile.tag === "az") yield* azerbaijani(at, text, words, each)
      }
    }
  },
}

function indexOf(calques: readonly Calque[]): Map<string, Calque[]> {
  const index = new Map<string, Calque[]>()
  // Longer ones first: "sabit disk" before "disk".
  for (const each of calques.toSorted((a, b) => b.words.length - a.words.length)) {
    const key = each.words.replace(/^=/, "").slice(0, 3)
    index.set(key, [...(index.get(key) ?? []), each])
  }
  return index
}

function isStem(word: string | undefined, stem: string): boolean {
  if (word === undefined) return false
  return stem.startsWith("=") ? word === stem.slice(1) : word.startsWith(stem)
}

function isNear(words: readonly Word[], each: number, stems: readonly string[]): boolean {
  return words
    .slice(Math.max(0, each - nearby), each + nearby)
    .some(({ folded }) => stems.some((stem) => folded.startsWith(stem)))
}

function finding(
  at: number,
  text: string,
  words: readonly Word[],
  each: number,
  size: number,
  one: Calque,
  profile: Profile,
): Found {
  const start = words[each]!.start
  const last = words[each + size - 1]!
  const lastStem = one.words.split(" ").at(-1)!.replace(/^=/, "")
  const endings = last.folded.slice(lastStem.length)
  const instead = fitted(one.instead, endings)
  const isBig = /^\p{Lu}/u.test(text.slice(start))
  const written = instead === null ? null : isBig ? capital(instead, profile) : instead
  return {
    at,
    start,
    end: last.end,
    kind: "calque",
    language: one.from,
    severity: "warning",
    confidence: one.reason === "word" ? 0.92 : 0.85,
    message: {
      key: `calque-${one.reason}`,
      data: { word: text.slice(start, last.end), instead: one.instead, from: one.from, reason: one.reason },
    },
    ...(written === null || one.near ? {} : { fix: { start, end: last.end, text: written } }),
  }
}

/** The word with its endings after another stem: certain only for none, for the plural, or where the stems end alike. */
function fitted(stem: string, endings: string): string | null {
  if (endings === "") return stem.endsWith("li") ? null : stem
  const isFront = /[əeiöü][^aıouəeiöü]*$/.test(stem)
  if (stem.endsWith("li")) return stem + endings
  if (!/^l[aə]r/.test(endings)) return null
  return (
    stem + (isFront ? endings.replace(/a/g, "ə").replace(/ı/g, "i") : endings.replace(/ə/g, "a").replace(/i/g, "ı"))
  )
}

function capital(word: string, { casing }: Profile): string {
  return (casing === "dotted" && word.startsWith("i") ? "İ" : word[0]!.toUpperCase()) + word.slice(1)
}

/** Turkish grammar with Azerbaijani words: an object of istifadə etmək in the accusative; a participle with təqdirdə. */
function* azerbaijani(at: number, text: string, words: readonly Word[], each: number): Generator<Found> {
  const [one, two, three] = [words[each]!, words[each + 1], words[each + 2]]
  const make = (last: Word, instead: string): Found => ({
    at,
    start: one.start,
    end: last.end,
    kind: "calque",
    language: "tr",
    severity: "warning",
    confidence: 0.85,
    message: {
      key: "calque-construction",
      data: { word: text.slice(one.start, last.end), instead, from: "tr", reason: "construction" },
    },
  })
  const isJoined = (first: Word, next: Word | undefined): next is Word =>
    next !== undefined && /^\s+$/.test(text.slice(first.end, next.start))
  if (isJoined(one, two) && two.folded === "istifadə" && isJoined(two, three) && /^e[dt]/.test(three.folded)) {
    const isAccusative = /(?:[mn][ıiuü]z|l[aə]r|[ıiuü]n)[ıiuü]$/.test(one.folded)
    if (isAccusative) yield make(three, `${one.folded.replace(/n?[ıiuü]$/, "")}… + -dan/-dən istifadə`)
  }
  if (isJoined(one, two) && two.folded === "təqdirdə" && /(?:d[ıiuü]ğ|d[ıiuü]y)[ıiuü]/.test(one.folded))
    yield make(two, "-sa/-sə; halda")
}
