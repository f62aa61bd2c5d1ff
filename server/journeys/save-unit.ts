// Saving a translation. Every save names the revision it was based on; whoever comes second loses nothing:
// the refusal carries base, mine and theirs, and mine is kept as a suggestion.
import { codesOf, fromTagged, isSameContent } from "../../src/content.ts"
import { Problem } from "../../src/errors.ts"
import { states, type State } from "../../src/model/bitext.ts"
import type { Content } from "../../src/model/document.ts"
import type { StoredUnit } from "../storage/types.ts"
import type { Actor, House } from "./house.ts"
import { can, demand, highestState } from "./rights.ts"
import { refuseStale, writeRevision, type Edit } from "./units/save.ts"
import { viewOf, type UnitView } from "./views.ts"

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

/** Most characters of one target; XLIFF.md's limit for a text. */
const longest = 100_000

/**
 * @throws Problem "unit/stale" with data { unit, base: revision, current: revision, baseText, mine, theirs, theirState }
 *   (tagged texts), "unit/codes", "unit/locked", "session/forbidden"
 */
export async function saveUnit(house: House, input: SaveUnitInput, actor: Actor): Promise<UnitView> {
  const { unit, where } = await editable(house, input.unit, actor)
  const target = await contentOf(house, unit, input)
  const state = target === null ? "initial" : (input.state ?? "translated")
  if (target !== null && state === "initial") return saveDraft(house, unit, input, target, actor)
  allow(actor, state, where)
  return viewOf(house.storage, await write(house, unit, input, { target, state, flag: null }, actor))
}

/** Raises or lowers the state; same refusals. */
export async function setState(house: House, input: SetStateInput, actor: Actor): Promise<UnitView> {
  const { unit, where } = await editable(house, input.unit, actor)
  allow(actor, input.state, where)
  if (unit.target === null && input.state !== "initial") throw new Problem("input/invalid", { field: "state" })
  const flag = input.state === "initial" && unit.target !== null ? "draft" : null
  const edit = { target: unit.target, state: input.state, flag, origin: unit.origin } as const
  return viewOf(house.storage, await write(house, unit, input, edit, actor))
}

/** "No effect on translation": the source changed, the target still holds; clears the flag "outdated". */
export async function keepTranslation(
  house: House,
  input: { readonly unit: string; readonly revision: number },
  actor: Actor,
): Promise<UnitView> {
  const { unit } = await editable(house, input.unit, actor)
  const edit = { target: unit.target, state: unit.state, flag: null, origin: unit.origin }
  return viewOf(house.storage, await write(house, unit, input, edit, actor))
}

/** Text that is not finished: kept as it is, marked as a draft. */
async function saveDraft(
  house: House,
  unit: StoredUnit,
  input: SaveUnitInput,
  target: Content,
  actor: Actor,
): Promise<UnitView> {
  return viewOf(house.storage, await write(house, unit, input, { target, state: "initial", flag: "draft" }, actor))
}

/**
 * The unit, if the actor may edit it as it is now.
 *
 * @throws Problem "unit/unknown", "unit/locked", "session/forbidden" (final text takes the right to finish)
 */
export async function editable(
  house: House,
  id: string,
  actor: Actor,
): Promise<{ unit: StoredUnit; where: { project: string; language: string } }> {
  const unit = await house.storage.units.byId(id)
  const policy = await house.storage.policies.find(unit.policy)
  if (!policy) throw new Problem("unit/unknown", { unit: id })
  const where = { project: policy.project, language: unit.to }
  if (actor.id !== null && !can(actor, "policy/read", { project: policy.project }))
    throw new Problem("unit/unknown", { unit: id })
  demand(actor, unit.state === "final" ? "unit/finish" : "unit/translate", where)
  if (!unit.translatable || unit.removedAt !== null) throw new Problem("unit/locked", { unit: id })
  return { unit, where }
}

function allow(actor: Actor, state: State, where: { project: string; language: string }): void {
  const highest = highestState(actor, where)
  if (highest !== null && states.indexOf(state) <= states.indexOf(highest)) return
  demand(actor, state === "final" ? "unit/finish" : "unit/review", where)
}

/** Tagged text as it came from a form: line ends as in files, codes by their marks. */
async function contentOf(house: House, unit: StoredUnit, input: SaveUnitInput): Promise<Content | null> {
  if (input.target.length > longest)
    throw new Problem("input/too-large", { name: unit.id, size: input.target.length, limit: longest })
  const text = input.target.replaceAll("\r\n", "\n").replaceAll("\0", "").toWellFormed()
  if (text.trim() === "") return null
  // Codes of the revision the text was based on count too: somebody may have removed one meanwhile.
  const former = input.revision === unit.revision ? null : await house.storage.history.one(unit.id, input.revision)
  const codes = [unit.source, unit.target ?? [], former?.source ?? [], former?.target ?? []].flatMap(codesOf)
  return fromTagged(text, codes)
}

/** Writes the edit unless nothing changes; refuses when it was based on another revision. */
export async function write(
  house: House,
  unit: StoredUnit,
  input: { readonly revision: number; readonly comment?: string },
  edit: Pick<Edit, "target" | "state" | "flag"> & Partial<Edit>,
  actor: Actor,
): Promise<StoredUnit> {
  const isTextSame = isSameContent(edit.target, unit.target)
  const isSame = isTextSame && unit.state === edit.state && unit.flag === edit.flag
  if (isSame) return unit
  if (input.revision !== unit.revision) throw await stale(house, unit, input.revision, edit.target, actor)
  const origin = edit.origin ?? (isTextSame ? unit.origin : "human")
  try {
    return await writeRevision(house, unit, { comment: input.comment ?? "", ...edit, origin }, actor)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "unit/stale") throw error
    const current = await house.storage.units.byId(unit.id)
    throw await stale(house, current, input.revision, edit.target, actor)
  }
}

async function stale(
  house: House,
  current: StoredUnit,
  base: number,
  mine: Content | null,
  actor: Actor,
): Promise<Problem> {
  return refuseStale(house, current, base, mine ?? [], actor)
}
