// Carrying out a merge plan: every unit gets a result with its reason, applying twice is applying once, and one click
// takes it all back where nobody has edited since.
import { Problem } from "../../src/errors.ts"
import type { ChangeResult, Import } from "../storage/types.ts"
import type { Actor, House } from "./house.ts"
import { breakOffSilent } from "./imports/job.ts"
import { mayApply, readable } from "./imports/readable.ts"
import { asTold } from "./imports/verdicts.ts"
import { noResults, writeImport, type WritingWork } from "./imports/write.ts"

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

interface Named {
  readonly import: string
}

/** Between two looks at what somebody else is doing, in ms. */
const pause = 50

/** Applying what is applied says what was done then. @throws Problem "plan/unknown", "plan/applied" when undone since */
export async function applyPlan(house: House, input: Named, actor: Actor): Promise<ApplyPlanResult> {
  return told(house, await ended(house, { kind: "apply", import: input.import, actor }))
}

/** Writes back the prior values as new revisions where nobody has edited since. Undoing twice is undoing once. */
export async function undoImport(house: House, input: Named, actor: Actor): Promise<ApplyPlanResult> {
  return told(house, await ended(house, { kind: "undo", import: input.import, actor }))
}

/**
 * Begins, unless somebody has.
 *
 * @returns resolves when the work has ended, however it did; its job tells. Where there is nothing beside the requests
 *   it is done here, and rejects with what went wrong
 * @throws Problem "plan/applied", "plan/stale", "session/forbidden" when it cannot begin
 */
export async function startWriting(house: House, work: WritingWork): Promise<{ readonly ended: Promise<void> }> {
  const { made } = await mayApply(house, work.import, work.actor)
  if (isDone(made, work)) return { ended: Promise.resolve() }
  const counts = await house.storage.imports.counts([made.id])
  const changes = counts.reduce((sum, { count }) => sum + count, 0)
  const status = work.kind === "apply" ? "applying" : "undoing"
  const isMine = await house.storage.jobs.begin(made.id, status, changes, house.now().toISOString())
  return { ended: isMine ? carry(house, work) : othersEnd(house, made.id) }
}

async function ended(house: House, work: WritingWork): Promise<Import> {
  await (
    await startWriting(house, work)
  ).ended
  const made = await house.storage.imports.byId(work.import)
  if (!isDone(made, work)) throw new Problem("plan/stale", { import: made.id, base: made.revision })
  return made
}

async function carry(house: House, work: WritingWork): Promise<void> {
  if (house.beside) return house.beside.carry(work)
  try {
    await writeImport(house, work)
  } catch (error) {
    await house.storage.jobs.breakOff(work.import)
    throw error
  }
}

async function othersEnd(house: House, id: string): Promise<void> {
  for (;;) {
    await breakOffSilent(house)
    const status = (await house.storage.jobs.ofImports([id])).get(id)?.status
    if (status !== "applying" && status !== "undoing") return
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

function isDone({ id, status, revision }: Import, { kind }: WritingWork): boolean {
  if (kind === "apply") {
    if (status === "undone") throw new Problem("plan/applied", { import: id })
    return status === "applied"
  }
  if (status === "planned") throw new Problem("plan/stale", { import: id, base: revision })
  return status === "undone"
}

async function told({ storage }: House, { id, status }: Import): Promise<ApplyPlanResult> {
  const units = (await storage.imports.changes(id)).map((change): AppliedUnit => {
    const { revision: _revision, ...verdict } = asTold(change)
    return verdict
  })
  const counts = noResults()
  for (const { result } of units) if (result !== "") counts[result] += 1
  return { import: id, status: status === "undone" ? "undone" : "applied", counts, units }
}

/** How many changes ended how. @throws Problem "plan/unknown", "plan/planning" */
export async function countResults(house: House, input: Named, actor: Actor): Promise<ApplyPlanResult["counts"]> {
  await readable(house, input.import, actor)
  const counts = noResults()
  for (const { result, count } of await house.storage.imports.results(input.import))
    if (result !== "") counts[result] = count
  return counts
}
