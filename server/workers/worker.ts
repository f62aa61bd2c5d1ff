// One worker thread: takes a task, does it, answers. A refusal travels as data, because classes do not.
import { parentPort } from "node:worker_threads"
import { Problem } from "../../src/errors.ts"
import { run } from "./run.ts"
import type { Task, Tasks } from "./tasks.ts"

export interface Order {
  readonly id: number
  readonly task: Task
  readonly input: Tasks[Task]["input"]
}

export type Answer =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly problem: Pick<Problem, "code" | "data" | "place"> }
  | { readonly id: number; readonly error: string }

parentPort?.on("message", (order: Order) => {
  void answer(order).then((reply) => parentPort?.postMessage(reply))
})

async function answer({ id, task, input }: Order): Promise<Answer> {
  try {
    return { id, output: await run(task, input) }
  } catch (error) {
    if (error instanceof Problem) return { id, problem: { code: error.code, data: error.data, place: error.place } }
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
