// A unit's life, and going back: restoring writes a new revision, history only grows.
import type { StoredUnit, UnitRevision } from "../storage/types.ts"
import type { Actor, House } from "./house.ts"
import type { UnitView } from "./views.ts"
import { notYet } from "./not-yet.ts"

export interface HistoryEntry extends UnitRevision {
  readonly authorName: string
}

export interface UnitHistoryResult {
  readonly unit: StoredUnit
  readonly policy: { readonly id: string; readonly name: string }
  /** Newest first. */
  readonly revisions: readonly HistoryEntry[]
}

export async function unitHistory(
  house: House,
  input: { readonly unit: string },
  actor: Actor,
): Promise<UnitHistoryResult> {
  return notYet()
}

/** @throws Problem "unit/stale" */
export async function restoreRevision(
  house: House,
  input: {
    readonly unit: string
    /** The revision to bring back. */
    readonly restore: number
    /** The revision the unit is thought to be at. */
    readonly revision: number
  },
  actor: Actor,
): Promise<UnitView> {
  return notYet()
}
