// A few worker threads with a memory limit and a hard stop: no document can hold up the server, whatever it is made of.
// A worker that runs too long or dies is replaced; its task is refused, the others never notice.
import type { Worker } from "node:worker_threads"
import { availableParallelism } from "node:os"
import { Problem } from "../../src/errors.ts"
import type { Analyse, Task, Tasks } from "./tasks.ts"
import { startThread } from "./thread.ts"
import type { Answer, Order } from "./worker.ts"

export interface Pool {
  readonly analyse: Analyse
  close(): Promise<void>
}

export interface PoolOptions {
  readonly workers?: number
  /** Hard limit for one task, in ms. */
  readonly timeout?: number
  /** Heap of one worker, in MiB. */
  readonly memory?: number
}

interface Job {
  readonly task: Task
  readonly input: Tasks[Task]["input"]
  readonly resolve: (output: never) => void
  readonly reject: (error: Error) => void
}

export function openPool(options: PoolOptions = {}): Pool {
  const {
    workers: size = Math.max(1, Math.min(4, availableParallelism() - 1)),
    timeout = 60_000,
    memory = 1_024,
  } = options
  const waiting: Job[] = []
  const idle: Worker[] = []
  const all = new Set<Worker>()
  let orders = 0
  let isClosed = false

  const start = (): Worker => {
    const worker = startThread("./worker", {
      resourceLimits: { maxOldGenerationSizeMb: memory, stackSizeMb: 16 },
    })
    worker.unref()
    all.add(worker)
    return worker
  }

  const next = (): void => {
    while (waiting.length > 0 && (idle.length > 0 || all.size < size)) {
      const job = waiting.shift()
      if (job) perform(job, idle.pop() ?? start())
    }
  }

  const perform = (job: Job, worker: Worker): void => {
    const id = ++orders
    worker.ref()
    const finish = (isReusable: boolean) => {
      clearTimeout(alarm)
      // By name: without one, Node's own listeners go too, and the thread's next answer never arrives.
      for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event)
      worker.unref()
      if (isReusable && !isClosed) idle.push(worker)
      else {
        all.delete(worker)
        void worker.terminate()
      }
      next()
    }
    const alarm = setTimeout(() => {
      job.reject(new Problem("input/slow", { name: nameOf(job.input), seconds: Math.round(timeout / 1000) }))
      finish(false)
    }, timeout)
    worker.on("message", (answer: Answer) => {
      if (answer.id !== id) return
      if ("output" in answer) job.resolve(answer.output as never)
      else if ("problem" in answer) {
        job.reject(new Problem(answer.problem.code, answer.problem.data, answer.problem.place))
      } else job.reject(new Error(`${job.task} failed in its worker`, { cause: answer.error }))
      finish(true)
    })
    worker.on("error", (error: Error & { code?: string }) => {
      const isTooMuch = error.code === "ERR_WORKER_OUT_OF_MEMORY" || error instanceof RangeError
      job.reject(
        isTooMuch
          ? new Problem("input/unreadable", { name: nameOf(job.input) }, {}, { cause: error })
          : new Error(`${job.task} failed in its worker`, { cause: error }),
      )
      finish(false)
    })
    worker.on("exit", () => {
      job.reject(new Error(`The worker of ${job.task} ended`))
      finish(false)
    })
    worker.postMessage({ id, task: job.task, input: job.input } satisfies Order)
  }

  return {
    analyse: (task, input) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          reject(new Error("The workers have been closed"))
          return
        }
        waiting.push({ task, input, resolve: resolve as Job["resolve"], reject })
        next()
      }),
    async close() {
      isClosed = true
      for (const { reject } of waiting.splice(0)) reject(new Error("The workers have been closed"))
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}

function nameOf(input: Job["input"]): string {
  return "name" in input ? input.name : ""
}
