// A thread beside the requests, with a connection of its own: imports are planned here, several in turns.
import { randomBytes } from "node:crypto"
import { setPriority } from "node:os"
import { parentPort, workerData } from "node:worker_threads"
import { openStorage } from "../../storage/storage.ts"
import { run } from "../../workers/run.ts"
import type { Actor, House } from "../house.ts"
import { carryOut } from "./carry-out.ts"

export interface PlanningOrder {
  readonly import: string
  readonly actor: Actor
}

export type PlanningAnswer = { readonly import: string } & ({ readonly error?: string } | { readonly log: string })

/** Small: the pages of an import are read once. */
const cache = 8

// On Linux niceness is a thread's own: where processors are scarce, pages come first. Elsewhere it would be the server's.
if (process.platform === "linux") setPriority(15)

const { database } = workerData as { readonly database: string }
const storage = openStorage(database, { cache, connections: 2 })

parentPort?.on("message", (order: PlanningOrder) => {
  void plan(order).then(
    () => parentPort?.postMessage({ import: order.import }),
    (error: unknown) => parentPort?.postMessage({ import: order.import, error: textOf(error) }),
  )
})

async function plan(order: PlanningOrder): Promise<void> {
  const tell = (data: object, message: string) => {
    const { err } = data as { err?: unknown }
    parentPort?.postMessage({ import: order.import, log: `${message}: ${textOf(err)}` })
  }
  const house: House = {
    storage: await storage,
    now: () => new Date(),
    randomId: () => `p${randomBytes(12).toString("hex").slice(0, 19)}`,
    analyse: run,
    log: { info: () => {}, warn: tell, error: tell },
    sentence: async (_language, key) => key,
  }
  await carryOut(house, order.import, order.actor)
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
