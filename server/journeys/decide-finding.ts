// What people say about findings: ignored for a reason, open again, or mended as proposed.
import type { StoredFinding } from "../storage/types.ts"
import type { Actor, House } from "./house.ts"
import type { UnitView } from "./views.ts"
import { notYet } from "./not-yet.ts"

/** @throws Problem "finding/unknown", "input/invalid" without a reason. Ignoring twice is ignoring once. */
export async function ignoreFinding(
  house: House,
  input: { readonly finding: string; readonly reason: string },
  actor: Actor,
): Promise<StoredFinding> {
  return notYet()
}

export async function reopenFinding(
  house: House,
  input: { readonly finding: string },
  actor: Actor,
): Promise<StoredFinding> {
  return notYet()
}

/** Puts the proposed text in its place: a new revision. @throws Problem "unit/stale" when the unit moved on */
export async function applyFix(
  house: House,
  input: { readonly finding: string; readonly revision: number },
  actor: Actor,
): Promise<UnitView> {
  return notYet()
}
