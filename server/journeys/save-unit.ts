// Saving a translation. Every save names the revision it was based on; whoever comes second loses nothing:
// the refusal carries base, mine and theirs, and mine is kept as a suggestion.
import type { State } from "../../src/model/bitext.ts"
import type { Actor, House } from "./house.ts"
import type { UnitView } from "./views.ts"
import { notYet } from "./not-yet.ts"

export interface SaveUnitInput {
  readonly unit: string
  /** Revision the text was based on. */
  readonly revision: number
  /** Tagged text; "" clears the target (history keeps it). */
  readonly target: string
  /** "translated" when absent and there is text. */
  readonly state?: State
  readonly comment?: string
}

export interface SetStateInput {
  readonly unit: string
  readonly revision: number
  readonly state: State
}

/**
 * @throws Problem "unit/stale" with data { unit, base: revision, current: revision, baseText, mine, theirs } (tagged texts),
 *   "unit/codes", "unit/locked", "session/forbidden"
 */
export async function saveUnit(house: House, input: SaveUnitInput, actor: Actor): Promise<UnitView> {
  return notYet()
}

/** Raises or lowers the state; same refusals. */
export async function setState(house: House, input: SetStateInput, actor: Actor): Promise<UnitView> {
  return notYet()
}

/** "No effect on translation": the source changed, the target still holds; clears the flag "outdated". */
export async function keepTranslation(
  house: House,
  input: { readonly unit: string; readonly revision: number },
  actor: Actor,
): Promise<UnitView> {
  return notYet()
}
