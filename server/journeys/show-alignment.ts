// The matrix: rows of sections that say the same, one column a language.
import type { LinkStatus, Relation } from "../../src/model/bitext.ts"
import type { Actor, House } from "./house.ts"
import { notYet } from "./not-yet.ts"

export interface ShowAlignmentInput {
  readonly policy: string
}

export interface MatrixSection {
  /** Section ordinal in its document, as in piece ids. */
  readonly ordinal: number
  readonly heading: string
  readonly level: number
  readonly topic: string | null
  readonly words: number
}

export interface MatrixCell {
  readonly language: string
  /** Empty: nothing here. */
  readonly sections: readonly MatrixSection[]
  /** The link to the source language's sections of this row; null in the source column and where there is none. */
  readonly link: {
    readonly id: string
    readonly relation: Relation
    readonly confidence: number
    readonly status: LinkStatus
  } | null
  /** Somebody confirmed that this language has no counterpart. */
  readonly isAbsent: boolean
}

export interface MatrixRow {
  /** Stable within one revision of the alignment. */
  readonly id: string
  readonly topic: string | null
  /** One per language, in the order of `languages`. */
  readonly cells: readonly MatrixCell[]
}

export interface ShowAlignmentResult {
  readonly policy: { readonly id: string; readonly name: string; readonly project: string }
  /** What a change names as its base. */
  readonly revision: number
  readonly languages: readonly {
    readonly language: string
    readonly document: string
    readonly relation: Relation | null
  }[]
  readonly rows: readonly MatrixRow[]
}

export async function showAlignment(
  house: House,
  input: ShowAlignmentInput,
  actor: Actor,
): Promise<ShowAlignmentResult> {
  return notYet()
}
