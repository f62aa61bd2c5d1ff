// Everyday words in five languages: what translations share besides the terms of policies. A line of a data file is
// one meaning: English ; Uyghur ; Kyrgyz ; Turkmen ; Azerbaijani, stems with "|" between, "=" before one that must be
// the whole word, "-" where a language has no good stem. A meaning that is a number is that number.
import { lower, profileOf } from "../language/index.ts"
import { isEnding, stemsOf } from "../terms/endings.ts"
import { dealings } from "./vocabulary/dealings.ts"
import { everyday } from "./vocabulary/everyday.ts"
import { things } from "./vocabulary/things.ts"

const columns = ["en", "ug", "ky", "tk", "az"]

interface Lexicon {
  /** Meanings of a lower-case word, by its longest stem; with the next word, of the two together first. */
  meanings(key: string, next?: string): readonly string[]
  /** May the word be the first of two that have a meaning together? */
  isOpener(key: string): boolean
}

const lexicons = new Map<string, Lexicon>()

/** The lexicon of a language; one without a column knows nothing. */
export function lexiconOf(language: string): Lexicon {
  let lexicon = lexicons.get(language)
  if (!lexicon) lexicons.set(language, (lexicon = compile(language)))
  return lexicon
}

function compile(language: string): Lexicon {
  const column = columns.indexOf(language)
  const stems = new Map<string, string[]>()
  const exact = new Map<string, string[]>()
  const { casing } = profileOf(language)
  if (column >= 0)
    for (const [at, line] of `${everyday}\n${things}\n${dealings}`
      .split("\n")
      .filter((line) => line.trim() !== "")
      .entries()) {
      const cells = line.split(";").map((cell) => cell.trim())
      if (cells.length !== columns.length) throw new Error(`Vocabulary: five columns wanted in "${line}"`)
      const meaning = /^\d+$/.test(cells[0]!.split("|")[0]!) ? `#${cells[0]!.split("|")[0]}` : `v${at}`
      for (const stem of cells[column]!.split("|").map((each) => lower(each.trim(), casing))) {
        if (stem === "-" || stem === "" || /^\d/.test(stem)) continue
        if (stem.startsWith("=")) push(exact, stem.slice(1), meaning)
        else for (const form of stemsOf(language, stem)) push(stems, form, meaning)
      }
    }
  const longest = Math.max(0, ...[...stems.keys()].map(({ length }) => length))
  const known = new Map<string, readonly string[]>()
  const openers = new Set([...stems.keys()].filter((stem) => stem.includes("_")).map((stem) => stem.split("_")[0]!))
  const one = (key: string): readonly string[] => {
    let found = known.get(key)
    if (found) return found
    found = exact.get(key) ?? []
    for (let length = Math.min(key.length, longest); found.length === 0 && length >= 2; length--) {
      const stem = key.slice(0, length)
      const meanings = stems.get(stem)
      if (meanings && isEnding(language, stem.replace(/^.*_/, ""), key.slice(length))) found = meanings
    }
    if (known.size < 200_000) known.set(key, found)
    return found
  }
  return {
    isOpener: (key) => openers.has(key),
    meanings(key, next) {
      const both = next !== undefined && openers.has(key) ? one(`${key}_${next}`) : []
      return both.length > 0 ? both : one(key)
    },
  }
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}
