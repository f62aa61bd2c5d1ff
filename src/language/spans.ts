// Text into runs of one language, and into tokens: the doors for those who want no more than that.
import type { Span } from "../model/document.ts"
import { Analysis, type AnalysisOptions, type Passage } from "./analysis.ts"
import { flags, scan } from "./scan.ts"
import { Vocabulary, type WordScript } from "./words.ts"

export interface Token extends Span {
  readonly text: string
  readonly script: WordScript
  /** An address, a placeholder or a code: the same in every language. */
  readonly isKept: boolean
}

/** Words of a text in order; numbers and punctuation are between them. */
export function tokens(text: string): Token[] {
  const vocabulary = new Vocabulary()
  const found = scan(text, vocabulary)
  return Array.from(found.ids, (id, at) => ({
    start: found.starts[at]!,
    end: found.ends[at]!,
    text: vocabulary.words[id]!.text,
    script: vocabulary.words[id]!.script,
    isKept: (found.flags[at]! & flags.keep) !== 0,
  }))
}

/** The passages of a text that are not in `options.language`, in order, not overlapping. */
export function languageSpans(text: string, options: AnalysisOptions): readonly Passage[] {
  return new Analysis([{ text }], options).passages(0)
}
