// Changing the matrix. Every change names the revision of the alignment it was made on; what people decided stays
// when the rest is aligned again.
import type { Actor, House } from "./house.ts"
import { notYet } from "./not-yet.ts"

interface AlignmentInput {
  readonly policy: string
  /** `revision` of showAlignment. */
  readonly revision: number
}

export interface LinkInput extends AlignmentInput {
  readonly link: string
}

export interface LinkSectionsInput extends AlignmentInput {
  readonly from: string
  readonly to: string
  /** Section ordinals. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly relation?: "parallel" | "comparable"
}

export interface NoCounterpartInput extends AlignmentInput {
  /** The language whose sections these are. */
  readonly language: string
  readonly sections: readonly number[]
  /** The language that has nothing for them. */
  readonly missingIn: string
}

export interface AlignmentResult {
  /** The alignment's new revision. */
  readonly revision: number
  /** Units whose target changed with it. */
  readonly units: number
}

/** @throws Problem "alignment/stale" { policy, base, current } */
export async function confirmLink(house: House, input: LinkInput, actor: Actor): Promise<AlignmentResult> {
  return notYet()
}

export async function unlink(house: House, input: LinkInput, actor: Actor): Promise<AlignmentResult> {
  return notYet()
}

export async function linkSections(house: House, input: LinkSectionsInput, actor: Actor): Promise<AlignmentResult> {
  return notYet()
}

export async function markNoCounterpart(
  house: House,
  input: NoCounterpartInput,
  actor: Actor,
): Promise<AlignmentResult> {
  return notYet()
}

/** Aligns again around what people confirmed or rejected. */
export async function realign(house: House, input: AlignmentInput, actor: Actor): Promise<AlignmentResult> {
  return notYet()
}
