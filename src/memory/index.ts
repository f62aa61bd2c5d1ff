// A translation memory over the texts a house already has: what was said before for this text, or for one much like it.
// Likeness is counted in words, as translators' tools do: 100 is the same text with the same codes; below 70 a
// suggestion costs more time than it saves. Candidates come from an index of words, so that a memory of many thousand
// texts is asked in milliseconds.
import { diffArrays } from "diff"
import { codesOf, contentKey, plain } from "../content.ts"
import type { TranslationMatch } from "../model/bitext.ts"
import type { Content } from "../model/document.ts"

export interface MemoryEntry {
  /** Of the unit it is from: nothing is suggested to itself. */
  readonly id: string
  readonly source: Content
  readonly target: Content
  /** Where it was said, for people: the name of a policy. */
  readonly origin: string
}

export interface Memory {
  /**
   * Best first, at most three; equal ones in the order of the entries. The same pair of texts is told once.
   *
   * @param id of the unit that asks
   */
  matches(source: Content, id?: string): TranslationMatch[]
}

const leastQuality = 70
const mostMatches = 3
/** Looked at closely for one text. */
const mostCandidates = 24
/** A word in more entries than this tells nothing about any of them. */
const commonWord = 2_000

interface Prepared {
  readonly entry: MemoryEntry
  readonly text: string
  readonly words: readonly string[]
}

export function memory(entries: readonly MemoryEntry[]): Memory {
  const all: Prepared[] = []
  const exact = new Map<string, number[]>()
  const holding = new Map<string, number[]>()
  for (const entry of entries) {
    const text = textOf(entry.source)
    const words = wordsOf(text)
    if (words.length === 0 || textOf(entry.target) === "") continue
    const at = all.push({ entry, text, words }) - 1
    append(exact, text, at)
    for (const word of new Set(words)) append(holding, word, at)
  }
  return {
    matches(source, id) {
      const text = textOf(source)
      const words = wordsOf(text)
      if (words.length === 0) return []
      const near = [...new Set([...(exact.get(text) ?? []), ...candidates(words, all, holding)])]
      const told = new Set<string>()
      return near
        .filter((at) => all[at]!.entry.id !== id)
        .map((at) => ({ at, quality: likeness(source, text, words, all[at]!) }))
        .filter(({ quality }) => quality >= leastQuality)
        .sort((a, b) => b.quality - a.quality || a.at - b.at)
        .filter(({ at }) => {
          const { source: from, target } = all[at]!.entry
          const key = `${contentKey(from)} ${contentKey(target)}`
          return !told.has(key) && told.add(key)
        })
        .slice(0, mostMatches)
        .map(({ at, quality }) => {
          const { source: from, target, origin } = all[at]!.entry
          return { source: from, target, quality, origin }
        })
    },
  }
}

/** Entries of about this length that share most of its words, the likeliest first. */
function candidates(
  words: readonly string[],
  all: readonly Prepared[],
  holding: ReadonlyMap<string, readonly number[]>,
): number[] {
  const counts = new Map<number, number>()
  let untold = 0
  for (const word of new Set(words)) {
    const places = holding.get(word) ?? []
    if (places.length > commonWord) untold += 1
    else for (const at of places) counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  const different = new Set(words).size
  const least = (leastQuality / 100) * different - untold
  return [...counts]
    .filter(([at, count]) => {
      const [short, long] = [words.length, all[at]!.words.length].toSorted((a, b) => a - b)
      return count >= least && short! >= (leastQuality / 100) * long!
    })
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostCandidates)
    .map(([at]) => at)
}

/** 0–100: 100 less the share of words that would have to change; other codes or capitals cost a little. */
function likeness(source: Content, text: string, words: readonly string[], { entry, ...other }: Prepared): number {
  const longest = Math.max(words.length, other.words.length)
  const allowed = Math.ceil(((100 - leastQuality) / 100) * longest) * 2
  const parts = diffArrays([...words], [...other.words], { maxEditLength: allowed })
  if (!parts) return 0
  let changed = 0
  let removed = 0
  for (const { value, removed: isGone, added } of parts) {
    if (isGone) removed += value.length
    else if (added) {
      changed += Math.max(removed, value.length)
      removed = 0
    } else {
      changed += removed
      removed = 0
    }
  }
  changed += removed
  if (changed > 0) return Math.min(99, Math.floor(100 * (1 - changed / longest)))
  const areCodesSame = shape(source) === shape(entry.source)
  return 100 - (text === other.text ? 0 : 1) - (areCodesSame ? 0 : 1)
}

function shape(content: Content): string {
  return codesOf(content)
    .map(({ kind, type, data }) => `${kind} ${type} ${data}`)
    .join("\n")
}

function textOf(content: Content): string {
  return plain(content).normalize("NFC").replace(/\s+/g, " ").trim()
}

/** Words and marks; numbers are words. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []
}

function append(map: Map<string, number[]>, key: string, at: number): void {
  const list = map.get(key)
  if (list) list.push(at)
  else map.set(key, [at])
}
