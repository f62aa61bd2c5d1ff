// Text whose answer is known: clean sentences the model has not seen, with foreign sentences, clauses, words and fused
// tokens put in. Deterministic.
import { corpus } from "../../server/tools/sources.ts"
import type { Span } from "../../src/model/document.ts"

export type Part = "dev" | "test"
export type Damage = "sentence" | "clause" | "word" | "fused" | "look-alike"

export interface Spliced {
  readonly text: string
  /** What must be found. */
  readonly foreign: readonly Span[]
}

/** Numbers from 0 to 1, the same every time (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const perDocument = 40
const wordsOf = (line: string) => line.split(/\s+/).filter(Boolean)
const isSentence = (line: string) => wordsOf(line).length >= 5

/** Clean documents of a language: paragraphs of a few sentences. */
export function clean(language: string, part: Part): string[] {
  return documents(corpus(language, part), dice(7)).map((paragraphs) =>
    paragraphs.map((each) => each.join(" ")).join("\n\n"),
  )
}

/** Documents with one sentence in six damaged. */
export function spliced(language: string, foreign: string, damage: Damage, part: Part): Spliced[] {
  const random = dice(hash(`${language} ${foreign} ${damage} ${part}`))
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const native = corpus(language, part)
  const pool = corpus(foreign, part).filter(isSentence)
  const nativeWords = native
    .flatMap(wordsOf)
    .map(bare)
    .filter((word) => word.length >= 5)
  const foreignWords = pool
    .flatMap((line) => wordsOf(line).slice(1))
    .map(bare)
    .filter((word) => word.length >= 3 && !/[\d.@/-]/.test(word) && !/^\p{Lu}/u.test(word))
  // A word that the native language has as well, a loan or a homograph, is no damage: Turkmen "has", Kyrgyz "телефон".
  const shared = new Set(corpus(language, "train").flatMap(wordsOf).map(bare))
  const strange = foreignWords.filter((word) => !shared.has(word))
  // The same sentences five times over, damaged elsewhere: single words are too few otherwise.
  return [1, 2, 3, 4, 5]
    .flatMap(() => documents(native, random))
    .map((paragraphs) => {
      let text = ""
      const found: Span[] = []
      const put = (piece: string) => {
        found.push({ start: text.length, end: text.length + piece.length })
        text += piece
      }
      for (const paragraph of paragraphs) {
        for (const line of paragraph) {
          const isHit = isSentence(line) && random() < 1 / 6
          const words = wordsOf(line)
          const at = 1 + Math.floor(random() * (words.length - 1))
          if (!isHit) text += line
          else if (damage === "sentence") {
            text += `${line} `
            put(pick(pool))
          } else if (damage === "clause") {
            const size = 3 + Math.floor(random() * 4)
            const from = wordsOf(pick(pool))
            const start = Math.floor(random() * Math.max(1, from.length - size))
            text += `${words.slice(0, at).join(" ")} `
            put(bare(from.slice(start, start + size).join(" ")))
            text += ` ${words.slice(at).join(" ")}`
          } else if (damage === "word") {
            const isFirst = random() < 0.25
            if (!isFirst) text += `${words.slice(0, at).join(" ")} `
            const word = pick(strange)
            put(isFirst ? capital(word) : word)
            text += ` ${words.slice(isFirst ? 0 : at).join(" ")}`
          } else if (damage === "fused") {
            const victim = words[at]!
            const core = bare(victim)
            const isLong = core.length >= 5
            const end = isLong ? core : pick(nativeWords)
            const front = pick(foreignWords.filter((word) => word.length >= 4))
            const big = random() < 0.8 ? capital(front) : front
            text += `${words.slice(0, at).join(" ")} `
            put(big + (random() < 0.6 ? end.slice(1) : end).toLowerCase())
            text += `${isLong ? victim.slice(victim.indexOf(core) + core.length) : ""} ${words.slice(at + (isLong ? 1 : 0)).join(" ")}`
          } else {
            const changed = words.map((word, each) => (each === at ? lookalike(word, language) : word))
            text += `${changed.slice(0, at).join(" ")} `
            if (changed[at] === words[at]) text += changed[at]!
            else put(changed[at]!)
            text += ` ${changed.slice(at + 1).join(" ")}`
          }
          text += " "
        }
        text += "\n\n"
      }
      return { text, foreign: found }
    })
}

function documents(lines: readonly string[], random: () => number): string[][][] {
  const found: string[][][] = []
  let paragraph: string[] = []
  let paragraphs: string[][] = []
  let count = 0
  for (const line of lines) {
    if (!isSentence(line)) {
      if (paragraph.length > 0) paragraphs.push(paragraph)
      paragraphs.push([line])
      paragraph = []
    } else {
      paragraph.push(line)
      if (paragraph.length >= 2 + random() * 4) {
        paragraphs.push(paragraph)
        paragraph = []
      }
    }
    if (++count === perDocument) {
      if (paragraph.length > 0) paragraphs.push(paragraph)
      found.push(paragraphs)
      paragraph = []
      paragraphs = []
      count = 0
    }
  }
  if (paragraph.length > 0) paragraphs.push(paragraph)
  if (paragraphs.length > 0) found.push(paragraphs)
  return found
}

const likes: Readonly<Record<string, readonly [string, string]>> = {
  ky: ["аеорсх", "aeopcx"],
  tk: ["aeop", "аеор"],
  az: ["əaeo", "ǝаео"],
  ug: ["ھى", "هی"],
}

function lookalike(word: string, language: string): string {
  const [own, like] = likes[language] ?? ["", ""]
  const at = [...word].findIndex((letter, each) => each > 0 && own.includes(letter))
  return at < 0 || word.length < 5 ? word : word.slice(0, at) + like[own.indexOf(word[at]!)]! + word.slice(at + 1)
}

const bare = (text: string) => text.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, "")
const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}
