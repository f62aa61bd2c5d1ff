// The work of an import, in a thread of its own on the server: every file is read twice, first to see that all of it can
// be read and whose units these are, then to compare them, a batch at a time. A batch is one short transaction with the
// job's progress in it; in between others have their turn, and a job that was cancelled notices there.
import { Problem } from "../../../src/errors.ts"
import type { Tick } from "../../storage/jobs.ts"
import type { ImportChange } from "../../storage/types.ts"
import { problemOf, returnedFiles, type Received } from "../../workers/returns.ts"
import type { Actor, House } from "../house.ts"
import { record } from "../record.ts"
import { planFile, type Work } from "./plan-file.ts"
import { Stopped } from "./stopped.ts"

/** Bytes read between two looks at the clock and at the job. */
const stretch = 2 * 1024 * 1024

/** Never throws for what is wrong with the import itself: its job tells. */
export async function carryOut(
  house: House,
  id: string,
  actor: Actor,
  onProgress: (tick: Tick) => void = () => {},
): Promise<void> {
  const { storage } = house
  try {
    await storage.jobs.clear(id)
    await planAll(house, id, actor, onProgress)
    await storage.jobs.dropParts(id)
  } catch (error) {
    if (!(error instanceof Stopped)) {
      house.log.error({ err: error, import: id }, "an import could not be planned")
      await storage.jobs.end(id, "failed", error instanceof Problem ? problemOf(error) : null)
    }
    await storage.jobs.clear(id)
    const job = (await storage.jobs.ofImports([id])).get(id)
    if (job?.status === "cancelled") await storage.jobs.dropParts(id)
  }
}

async function planAll(house: House, id: string, actor: Actor, onProgress: (tick: Tick) => void): Promise<void> {
  const { storage } = house
  const received = (await storage.jobs.receivedFiles(id)).map(({ file, name, size }): Received => ({
    name,
    size,
    open: () => storage.jobs.bytes(id, file),
  }))
  const files = await returnedFiles(received)
  let tick: Tick = {
    phase: "reading",
    done: 0,
    total: files.reduce((sum, file) => sum + (file.problem ? 0 : 2 * file.size), 0),
    units: 0,
    allUnits: 0,
  }
  let told = 0
  const tell = async (inside = storage) => {
    told = tick.done
    if (!(await inside.jobs.tick(id, tick, house.now().toISOString()))) throw new Stopped()
    onProgress(tick)
  }
  const pause = () => new Promise((resolve) => setImmediate(resolve))
  let changes = 0
  await tell()

  for (const [number, file] of files.entries()) {
    const before = tick.done
    const work: Work = {
      async advance(bytes) {
        tick = { ...tick, done: tick.done + bytes }
        if (tick.done - told < stretch) return
        await tell()
        await pause()
      },
      surveyed(units) {
        tick = { ...tick, phase: "comparing", allUnits: tick.allUnits + units }
      },
      async keep(planned, units) {
        tick = { ...tick, units: tick.units + units }
        const rows = planned.map((each, at): ImportChange => ({
          ...each,
          import: id,
          number: changes + at,
          file: number,
        }))
        changes += rows.length
        await storage.transaction(async (inside) => {
          await inside.imports.append([], rows)
          await tell(inside)
        })
        await pause()
      },
    }
    const planned = await planFile(house, file, actor, work)
    await storage.imports.append([{ ...planned, import: id, number }], [])
    // A file that is refused half-way has its share of the work done too.
    tick = { ...tick, phase: "reading", done: before + (file.problem ? 0 : 2 * file.size) }
  }

  const { name, digest } = await storage.imports.byId(id)
  await storage.transaction(async (inside) => {
    if (!(await inside.jobs.tick(id, tick, house.now().toISOString()))) throw new Stopped()
    await inside.jobs.end(id, "ready", null)
    await inside.imports.planned(id)
    await record(house, inside, actor, "import/plan", id, { name, digest, changes })
  })
  onProgress(tick)
}
