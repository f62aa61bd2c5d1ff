// Work on an import, on its way to a plan, into the texts, or out of them again: how far it is, stopping it, and starting
// again what was lost with its process.
import { Problem } from "../../../src/errors.ts"
import { isAtWork } from "../../storage/jobs.ts"
import type { Import, ImportJob } from "../../storage/types.ts"
import type { Actor, House } from "../house.ts"
import { record } from "../record.ts"
import { can, demand } from "../rights.ts"
import { carryOut } from "./carry-out.ts"
import { mayApply, readable } from "./readable.ts"

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

/** @returns null when nobody works on it and there is a plan to look at. @throws Problem "plan/unknown" */
export async function showJob(
  house: House,
  input: { readonly import: string },
  actor: Actor,
): Promise<ShownJob | null> {
  demand(actor, "import/plan")
  const { storage } = house
  const found = await storage.imports.byId(input.import)
  if (found.status !== "planning") return showWriting(house, found, actor)
  if (!can(actor, "project/manage") && (actor.id === null || found.createdBy !== actor.id))
    throw new Problem("plan/unknown", { import: found.id })
  await breakOffSilent(house)
  const job = (await storage.jobs.ofImports([found.id])).get(found.id)
  if (!job) throw new Problem("plan/unknown", { import: found.id })
  // What ended between the two looks has a plan now.
  if (job.status === "ready") return null
  return shown(found, job, job.status === "failed" && job.phase !== "receiving")
}

/** Of a plan that is being carried out or taken back. */
async function showWriting(house: House, found: Import, actor: Actor): Promise<ShownJob | null> {
  await breakOffSilent(house)
  const job = (await house.storage.jobs.ofImports([found.id])).get(found.id)
  if (!job || !isAtWork(job.status)) return null
  await readable(house, found.id, actor)
  return shown(found, { ...job, ...house.beside?.progress(found.id) }, false)
}

function shown(found: Import, job: ImportJob, canRestart: boolean): ShownJob {
  const share = job.phase === "receiving" || job.total === 0 ? 0 : Math.min(1, job.done / job.total)
  return { import: found, job, share, canRestart }
}

/** What nobody has worked on for long is given up. */
export function breakOffSilent(house: House): Promise<void> {
  const since = new Date(house.now().getTime() - silence).toISOString()
  return house.storage.jobs.failSilent(since, house.beside?.working() ?? [])
}

/** Plans it: beside the requests where the house has a place for that, else here. Never throws; the job tells. */
export async function startPlanning(house: House, id: string, actor: Actor): Promise<void> {
  await (house.beside ? house.beside.carry({ kind: "plan", import: id, actor }) : carryOut(house, id, actor))
}

/** Stops it: what there is of a plan is taken back, and of what was being written nothing has happened. */
export async function cancelImport(house: House, input: { readonly import: string }, actor: Actor): Promise<void> {
  const found = await showJob(house, input, actor)
  if (!found) throw new Problem("plan/stale", { import: input.import, base: 1 })
  const { id, name } = found.import
  const isPlanning = found.import.status === "planning"
  if (!isPlanning) await mayApply(house, id, actor)
  // At once, where it goes on here: its transaction would keep the next line waiting.
  house.beside?.stop(id)
  await house.storage.transaction(async (inside) => {
    if (await inside.jobs.end(id, isPlanning ? "cancelled" : "ready"))
      await record(house, inside, actor, "import/cancel", id, { name })
  })
}

/** Puts a failed one back in its place, to be planned. @throws Problem "plan/stale" when it has not failed */
export async function restartImport(house: House, input: { readonly import: string }, actor: Actor): Promise<void> {
  const shown = await showJob(house, input, actor)
  const isBack = shown && (await house.storage.jobs.restart(shown.import.id, house.now().toISOString()))
  if (!isBack) throw new Problem("plan/stale", { import: input.import, base: 1 })
}
