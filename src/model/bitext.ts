// Links between documents, and the units people edit and exchange. Types only.
import type { Content } from "./document.ts"

export type Relation = "parallel" | "comparable"
export type LinkStatus = "suggested" | "confirmed" | "rejected"

/** n source pieces to m target pieces. An empty side is a decision: "no counterpart". */
export interface Link {
  readonly level: "section" | "segment"
  /** Piece ids, "<document index>/<section>" or "<document index>/<section>/<segment>". */
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly relation: Relation
  /** Calibrated probability that the link is right, 0–1. */
  readonly confidence: number
  readonly status?: LinkStatus
}

/** XLIFF 2's four states, in rising order. */
export type State = "initial" | "translated" | "reviewed" | "final"
export const states: readonly State[] = ["initial", "translated", "reviewed", "final"]

/** Why a target is not what its state alone says. */
export type Flag = "draft" | "outdated" | "conflict" | "mixed" | "excluded"

/** How a target came to be. */
export type Origin = "document" | "human" | "import" | "memory" | "fix" | "restore"

export interface Note {
  readonly text: string
  /** "section", "before", "after", "finding", "term", "comment" … */
  readonly category: string
  readonly author?: string
}

/** A word that is to be translated in one way. At least one of translation and definition; no line breaks. */
export interface GlossaryTerm {
  readonly term: string
  readonly translation?: string
  readonly definition?: string
}

/** A suggestion: what was said before, here or elsewhere. */
export interface TranslationMatch {
  readonly source: Content
  readonly target: Content
  /** 0–100. */
  readonly quality?: number
  readonly origin?: string
  /** What this very unit said before its source changed. */
  readonly isPrevious?: boolean
}

/** What is edited and exchanged: a source block and its translation in one target language. The id is stable for ever. */
export interface Unit {
  /** NMTOKEN, opaque, starts with a letter. */
  readonly id: string
  readonly source: Content
  /** null: not translated. */
  readonly target: Content | null
  readonly state: State
  readonly flag: Flag | null
  /** Grows by one with every saved change. */
  readonly revision: number
  readonly notes: readonly Note[]
  /** false: locked, travels as translate="no". */
  readonly translatable: boolean
  readonly terms?: readonly GlossaryTerm[]
  readonly matches?: readonly TranslationMatch[]
  /** Of the target, in characters (code points). */
  readonly maxLength?: number
}
