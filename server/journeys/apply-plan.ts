// Carrying out a merge plan: revisions are checked again inside the one transaction, every unit gets a result with its
// reason, applying twice is applying once, and one click takes it all back where nobody has edited since.
import type { ChangeResult } from "../storage/types.ts"
import type { Actor, House } from "./house.ts"
import { notYet } from "./not-yet.ts"

export interface AppliedUnit {
  readonly number: number
  readonly unit: string
  readonly result: ChangeResult
  /** Why: "update", "conflict", "moved-on" (edited since the plan was made), "same" … */
  readonly code: string
}

export interface ApplyPlanResult {
  readonly import: string
  readonly status: "applied" | "undone"
  readonly counts: Readonly<Record<Exclude<ChangeResult, "">, number>>
  readonly units: readonly AppliedUnit[]
}

/** @throws Problem "plan/unknown" */
export async function applyPlan(
  house: House,
  input: { readonly import: string },
  actor: Actor,
): Promise<ApplyPlanResult> {
  return notYet()
}

/** Writes back the prior values as new revisions where nobody has edited since. */
export async function undoImport(
  house: House,
  input: { readonly import: string },
  actor: Actor,
): Promise<ApplyPlanResult> {
  return notYet()
}
