// A unit's life, and going back: restoring writes a new revision, history only grows.
import { Problem } from "../../src/errors.ts"
import { states } from "../../src/model/bitext.ts"
import type { StoredUnit, UnitRevision } from "../storage/types.ts"
import { findPolicy } from "./find.ts"
import type { Actor, House } from "./house.ts"
import { can, highestState } from "./rights.ts"
import { editable, write } from "./save-unit.ts"
import { viewOf, type UnitView } from "./views.ts"

export interface HistoryEntry extends UnitRevision {
  readonly authorName: string
}

export interface UnitHistoryResult {
  readonly unit: StoredUnit
  readonly policy: { readonly id: string; readonly name: string }
  /** Newest first. */
  readonly revisions: readonly HistoryEntry[]
}

/** Also of units that are gone from the documents. @throws Problem "unit/unknown" */
export async function unitHistory(
  house: House,
  input: { readonly unit: string },
  actor: Actor,
): Promise<UnitHistoryResult> {
  const { storage } = house
  const unit = await storage.units.byId(input.unit)
  const policy = await storage.policies.find(unit.policy)
  if (!policy || !can(actor, "policy/read", { project: policy.project })) throw new Problem("unit/unknown", input)
  const revisions = await storage.history.of(unit.id)
  const names = await storage.users.names(revisions.map(({ author }) => author))
  return {
    unit,
    policy: { id: policy.id, name: policy.name },
    revisions: revisions.map((each) => ({ ...each, authorName: names.get(each.author ?? "") ?? "" })),
  }
}

/** @throws Problem "unit/stale", "unit/unknown" for a revision that never was */
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
  const { unit, where } = await editable(house, input.unit, actor)
  const former = await house.storage.history.one(unit.id, input.restore)
  if (!former) throw new Problem("unit/unknown", { unit: `${unit.id}@${input.restore}` })
  const highest = highestState(actor, where) ?? "translated"
  const state = states[Math.min(states.indexOf(former.state), states.indexOf(highest))]!
  const edit = {
    target: former.target,
    state: former.target === null ? "initial" : state,
    flag: unit.flag === "outdated" ? unit.flag : null,
    origin: "restore",
  } as const
  const saved = await write(house, unit, { ...input, comment: String(input.restore) }, edit, actor)
  return viewOf(house.storage, saved)
}

/** Units of a bitext that are gone from the documents, newest first: nothing anyone typed is out of reach. */
export async function listRemoved(
  house: House,
  input: { readonly policy: string; readonly from?: string; readonly to: string },
  actor: Actor,
): Promise<StoredUnit[]> {
  const policy = await findPolicy(house.storage, input, actor)
  const bitext = await house.storage.bitexts.find(policy.id, input.from ?? policy.sourceLanguage, input.to)
  if (!bitext) throw new Problem("policy/language", { language: input.to })
  return house.storage.units.removed(bitext.id, 500)
}
