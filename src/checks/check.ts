// What a check is: it sees all blocks of a text and yields what it saw, with offsets in a block. Types only.
import type { Analysis } from "../language/analysis.ts"
import type { Profile } from "../language/profile.ts"
import type { BlockKind, Span } from "../model/document.ts"
import type { Finding } from "../model/finding.ts"

export interface CheckedBlock {
  readonly id: string
  readonly kind: BlockKind
  readonly text: string
  /** The source it translates, where there is one. */
  readonly source?: string
  /** Stretches that are not text: code spans. In order. */
  readonly keep?: readonly Span[]
}

export interface CheckedText {
  readonly language: string
  readonly blocks: readonly CheckedBlock[]
  readonly brands?: readonly string[]
  readonly sourceLanguage?: string
}

/** What every check gets: the text, its language's profile, and the language analysis, made once. */
export interface Subject extends CheckedText {
  readonly profile: Profile
  readonly analysis: Analysis
}

/** A finding without what the register adds. */
export type Found = Omit<Finding, "check" | "block" | "text" | "fingerprint"> & {
  /** Index of the block. */
  readonly at: number
}

export interface Check {
  /** Lower-case words with hyphens; forever. */
  readonly id: string
  readonly kinds: readonly string[]
  /** May it run without a language profile of our own? All can; this says what it is about, for settings. */
  readonly isLanguage?: boolean
  run(subject: Subject): Iterable<Found>
}
