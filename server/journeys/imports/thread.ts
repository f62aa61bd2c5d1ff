// A thread beside the requests, with connections of its own. There are two: one makes plans, several in turns; one waits
// for the disk while files arrive, and carries plans out, one after the other.
import { randomBytes } from "node:crypto"
import { setPriority } from "node:os"
import { parentPort, workerData } from "node:worker_threads"
import { Problem } from "../../../src/errors.ts"
import type { FilePart, Tick } from "../../storage/jobs.ts"
import { openStorage } from "../../storage/storage.ts"
import { run } from "../../workers/run.ts"
import type { House, ImportWork } from "../house.ts"
import { carryOut } from "./carry-out.ts"
import { keepPart } from "./receive.ts"
import { Stopped } from "./stopped.ts"
import { writeImport } from "./write.ts"

export interface ThreadData {
  readonly database: string
  /** Page cache in MiB. */
  readonly cache: number
  /** Gives way to everything else where processors are scarce. Not while it holds a lock others wait for. */
  readonly isPatient: boolean
}

export type Order = { readonly order: number } & ({ readonly work: ImportWork } | { readonly part: FilePart })
export type Message = Order | { readonly stop: string }

export type Answer =
  | { readonly order: number; readonly error?: string }
  | { readonly import: string; readonly tick: Tick }
  | { readonly log: string; readonly import: string }

const { database, cache, isPatient } = workerData as ThreadData

// On Linux niceness is a thread's own. Elsewhere it would be the server's.
if (isPatient && process.platform === "linux") setPriority(15)

const storage = openStorage(database, { cache, connections: 4 })
const stopped = new Set<string>()
/** Writing goes one after the other: on SQLite it must, elsewhere it would only wait for the same rows. */
let writing: Promise<unknown> = Promise.resolve()

parentPort?.on("message", (message: Message) => {
  if ("stop" in message) {
    stopped.add(message.stop)
    return
  }
  const { order } = message
  obey(message).then(
    () => tell({ order }),
    (error: unknown) => tell({ order, error: textOf(error) }),
  )
})

async function obey(order: Order): Promise<void> {
  if ("part" in order) return keepPart(await houseOf(""), order.part)
  const { kind, import: id, actor } = order.work
  const house = await houseOf(id)
  if (kind === "plan") return carryOut(house, id, actor)
  stopped.delete(id)
  const turn = writing.then(() =>
    writeImport(house, { kind, import: id, actor }, { onProgress, isStopped: () => stopped.has(id) }),
  )
  writing = turn.catch(() => {})
  return turn.catch(async (error: unknown) => {
    if (!(error instanceof Stopped)) await house.storage.jobs.breakOff(id)
    if (!(error instanceof Stopped || error instanceof Problem)) throw error
  })

  function onProgress(tick: Tick): void {
    tell({ import: id, tick })
  }
}

async function houseOf(id: string): Promise<House> {
  const log = (data: object, message: string) => {
    const { err } = data as { err?: unknown }
    tell({ import: id, log: `${message}: ${textOf(err)}` })
  }
  return {
    storage: await storage,
    now: () => new Date(),
    randomId: () => `p${randomBytes(12).toString("hex").slice(0, 19)}`,
    analyse: run,
    log: { info: () => {}, warn: log, error: log },
    sentence: async (_language, key) => key,
  }
}

function tell(answer: Answer): void {
  parentPort?.postMessage(answer)
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
