// Hands imports to the thread that plans them. It is started with the first import; if it dies, what it was at is marked
// failed, the next import gets a new one, and the requests never notice.
import type { Worker } from "node:worker_threads"
import { startThread } from "../../workers/thread.ts"
import type { House, Log } from "../house.ts"
import type { PlanningAnswer, PlanningOrder } from "./thread.ts"

export interface PlanningThread {
  readonly planning: NonNullable<House["planning"]>
  close(): Promise<void>
}

interface Options {
  readonly database: string
  readonly storage: House["storage"]
  readonly log: Log
}

/** MiB of old objects, and of new ones: a reader makes many and keeps few, so little room for them costs little. */
const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16, stackSizeMb: 8 }

export function openPlanningThread({ database, storage, log }: Options): PlanningThread {
  const waiting = new Map<string, () => void>()
  let thread: Worker | null = null

  const done = (id: string) => {
    waiting.get(id)?.()
    waiting.delete(id)
    if (waiting.size === 0) thread?.unref()
  }
  const fail = async (id: string) => {
    await storage.jobs
      .end(id, "failed", null)
      .catch((error: unknown) => log.error({ err: error, import: id }, "a failed import could not be marked"))
    done(id)
  }
  const start = (): Worker => {
    const made = startThread("../journeys/imports/thread", { resourceLimits: memory, workerData: { database } })
    made.on("message", (answer: PlanningAnswer) => {
      if ("log" in answer) log.error({ import: answer.import }, answer.log)
      else if (answer.error === undefined) done(answer.import)
      else {
        log.error({ import: answer.import }, answer.error)
        void fail(answer.import)
      }
    })
    made.on("error", (error) => log.error({ err: error }, "the thread that plans imports broke off"))
    made.on("exit", () => {
      if (thread === made) thread = null
      for (const id of waiting.keys()) void fail(id)
    })
    return made
  }

  return {
    planning: ({ import: id, actor }) =>
      new Promise((resolve) => {
        waiting.set(id, resolve)
        thread ??= start()
        thread.ref()
        thread.postMessage({ import: id, actor } satisfies PlanningOrder)
      }),
    async close() {
      const open = [...waiting.keys()]
      await thread?.terminate()
      await Promise.all(open.map(fail))
    },
  }
}
