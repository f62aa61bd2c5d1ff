// An import on its way to a plan: how far it is, stopping it, and starting again what was lost with its process.
import { Problem } from "../../../src/errors.ts"
import type { Import, ImportJob } from "../../storage/types.ts"
import type { Actor, House } from "../house.ts"
import { record } from "../record.ts"
import { can, demand } from "../rights.ts"
import { carryOut } from "./carry-out.ts"

/** Who works on an import says so every few seconds; after this long without a word it is given up. */
const silence = 60_000

export interface ShownJob {
  readonly import: Import
  readonly job: ImportJob
  /** 0–1 */
  readonly share: number
  /** Failed, with all that is needed to begin again. */
  readonly canRestart: boolean
}

/** @returns null when there is a plan to look at. @throws Problem "plan/unknown" */
export async function showJob(
  house: House,
  input: { readonly import: string },
  actor: Actor,
): Promise<ShownJob | null> {
  demand(actor, "import/plan")
  const { storage } = house
  const found = await storage.imports.byId(input.import)
  if (found.status !== "planning") return null
  if (!can(actor, "project/manage") && (actor.id === null || found.createdBy !== actor.id))
    throw new Problem("plan/unknown", { import: found.id })
  await failSilent(house)
  const job = (await storage.jobs.ofImports([found.id])).get(found.id)
  if (!job) throw new Problem("plan/unknown", { import: found.id })
  // What ended between the two looks has a plan now.
  if (job.status === "ready") return null
  return {
    import: found,
    job,
    share: job.phase === "receiving" || job.total === 0 ? 0 : Math.min(1, job.done / job.total),
    canRestart: job.status === "failed" && job.phase !== "receiving",
  }
}

export function failSilent(house: House): Promise<void> {
  return house.storage.jobs.failSilent(new Date(house.now().getTime() - silence).toISOString())
}

/** Plans it: beside the requests where the house has a place for that, else here. Never throws; the job tells. */
export async function startPlanning(house: House, id: string, actor: Actor): Promise<void> {
  await (house.planning ? house.planning({ import: id, actor }) : carryOut(house, id, actor))
}

/** Stops it; whoever works on it takes back what there is of a plan. Nothing happens to one that has ended. */
export async function cancelImport(house: House, input: { readonly import: string }, actor: Actor): Promise<void> {
  const shown = await showJob(house, input, actor)
  if (!shown) throw new Problem("plan/stale", { import: input.import, base: 1 })
  await house.storage.transaction(async (inside) => {
    if (await inside.jobs.end(shown.import.id, "cancelled", null))
      await record(house, inside, actor, "import/cancel", shown.import.id, { name: shown.import.name })
  })
}

/** Puts a failed one back in its place, to be planned. @throws Problem "plan/stale" when it has not failed */
export async function restartImport(house: House, input: { readonly import: string }, actor: Actor): Promise<void> {
  const shown = await showJob(house, input, actor)
  const isBack = shown && (await house.storage.jobs.restart(shown.import.id, house.now().toISOString()))
  if (!isBack) throw new Problem("plan/stale", { import: input.import, base: 1 })
}
