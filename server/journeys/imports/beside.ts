// Hands work on imports to the threads beside the requests. They are started when first needed; if one dies, what it was
// at is broken off, the next order gets a new one, and the requests never notice.
import type { Worker } from "node:worker_threads"
import { startThread } from "../../workers/thread.ts"
import type { Tick } from "../../storage/jobs.ts"
import type { Beside, House, Log } from "../house.ts"
import type { Answer, Message, Order, ThreadData } from "./thread.ts"

interface Options {
  readonly database: string
  readonly storage: House["storage"]
  readonly log: Log
}

/** MiB of old objects, and of new ones: a reader makes many and keeps few, so little room for them costs little. */
const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16, stackSizeMb: 8 }

/** A thread without work ends after this long, in ms, and gives its memory back. */
const rest = 10_000

/** What is planned is read once; what is written goes all over the tables. */
const planningThread = { cache: 8, isPatient: true }
const writingThread = { cache: 32, isPatient: false }

export function openBeside({ database, storage, log }: Options): Beside & { close(): Promise<void> } {
  const ticks = new Map<string, Tick | null>()
  const carried = new Set<Promise<void>>()
  const heard = (answer: Exclude<Answer, { order: number }>) => {
    if ("log" in answer) log.error({ import: answer.import }, answer.log)
    else if (ticks.has(answer.import)) ticks.set(answer.import, answer.tick)
  }
  const planner = openThread({ ...planningThread, database }, heard, log)
  const writer = openThread({ ...writingThread, database }, heard, log)

  const carry: Beside["carry"] = async (work) => {
    const { kind, import: id } = work
    ticks.set(id, null)
    try {
      await (kind === "plan" ? planner : writer).obey({ work })
    } catch (error) {
      log.error({ err: error, import: id }, "work on an import broke off")
      await storage.jobs
        .breakOff(id)
        .catch((cause: unknown) => log.error({ err: cause, import: id }, "a broken import could not be marked"))
    } finally {
      ticks.delete(id)
    }
  }

  return {
    async carry(work) {
      const one = carry(work)
      carried.add(one)
      await one
      carried.delete(one)
    },
    keepPart: (part) => writer.obey({ part }),
    progress: (id) => ticks.get(id) ?? null,
    working: () => [...ticks.keys()],
    stop: (id) => writer.tell({ stop: id }),
    async close() {
      await Promise.all([planner.close(), writer.close()])
      await Promise.all(carried)
    },
  }
}

type Wanted = Order extends infer O ? Omit<Extract<O, object>, "order"> : never

interface Thread {
  /** Rejects when the thread dies before it answers. */
  obey(wanted: Wanted): Promise<void>
  /** Only if it is there. */
  tell(message: Message): void
  close(): Promise<void>
}

function openThread(data: ThreadData, heard: (answer: Exclude<Answer, { order: number }>) => void, log: Log): Thread {
  const waiting = new Map<number, { resolve(): void; reject(error: Error): void }>()
  let thread: Worker | null = null
  let orders = 0
  let ending: NodeJS.Timeout | undefined

  const settle = (order: number, error?: string) => {
    const one = waiting.get(order)
    waiting.delete(order)
    if (waiting.size === 0) {
      thread?.unref()
      ending = setTimeout(() => void end(), rest).unref()
    }
    if (error === undefined) one?.resolve()
    else one?.reject(new Error(error))
  }
  const end = async () => {
    const ended = thread
    thread = null
    await ended?.terminate()
  }
  const start = (): Worker => {
    const made = startThread("../journeys/imports/thread", { resourceLimits: memory, workerData: data })
    made.on("message", (answer: Answer) => {
      if ("order" in answer) settle(answer.order, answer.error)
      else heard(answer)
    })
    made.on("error", (error) => log.error({ err: error }, "a thread for imports broke off"))
    made.on("exit", () => {
      if (thread !== made) return
      thread = null
      for (const order of waiting.keys()) settle(order, "The thread ended")
    })
    return made
  }

  return {
    obey: (wanted) =>
      new Promise((resolve, reject) => {
        clearTimeout(ending)
        const order = ++orders
        waiting.set(order, { resolve, reject })
        thread ??= start()
        thread.ref()
        thread.postMessage({ ...wanted, order } as Order)
      }),
    tell: (message) => thread?.postMessage(message),
    async close() {
      clearTimeout(ending)
      await thread?.terminate()
    },
  }
}
