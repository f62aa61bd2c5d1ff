// Topic by language: is there text on it, and how much beside the other languages. It says what was found in a
// document, never whether the law is kept.
import type { ShowAlignmentResult } from "../../journeys/show-alignment.ts"

export interface CoverageCell {
  readonly language: string
  readonly presence: "present" | "short" | "absent"
  readonly words: number
  /** Of the longest text on this topic, 0–100. */
  readonly share: number
  readonly sections: readonly { readonly ordinal: number; readonly heading: string }[]
}

export interface Coverage {
  readonly topic: string
  readonly cells: readonly CoverageCell[]
}

// Turkic texts have some 20 % fewer words than English ones; half of the longest is short in any of the five.
const short = 0.5

/** How many of the topics each language speaks of. */
export function found(topics: readonly Coverage[], language: string): number {
  return topics.filter(({ cells }) => cells.some((each) => each.language === language && each.presence !== "absent"))
    .length
}

export function coverage({ languages, rows }: ShowAlignmentResult): Coverage[] {
  const topics = new Map<string, Map<string, { ordinal: number; heading: string; words: number }[]>>()
  for (const row of rows) {
    const { cells } = row
    for (const { language, sections } of cells) {
      for (const { topic: own, ordinal, heading, words } of sections) {
        // What stands in one row speaks of one thing; the surest of its sections says of what.
        const topic = row.topic ?? own
        if (topic === null || topic === "noise") continue
        const byLanguage = topics.get(topic) ?? new Map<string, { ordinal: number; heading: string; words: number }[]>()
        topics.set(topic, byLanguage)
        const known = byLanguage.get(language) ?? []
        if (!known.some((each) => each.ordinal === ordinal)) known.push({ ordinal, heading, words })
        byLanguage.set(language, known)
      }
    }
  }
  return [...topics].map(([topic, byLanguage]) => {
    const wordsOf = (language: string) => (byLanguage.get(language) ?? []).reduce((sum, { words }) => sum + words, 0)
    const most = Math.max(1, ...languages.map(({ language }) => wordsOf(language)))
    return {
      topic,
      cells: languages.map(({ language }): CoverageCell => {
        const sections = byLanguage.get(language) ?? []
        const words = wordsOf(language)
        const presence = sections.length === 0 ? "absent" : words < most * short ? "short" : "present"
        return { language, presence, words, share: Math.round((100 * words) / most), sections }
      }),
    }
  })
}
