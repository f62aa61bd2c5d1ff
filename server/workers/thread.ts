// Starting a thread on a file of ours, compiled or not.
import { Worker, type WorkerOptions } from "node:worker_threads"

/** Running from sources the thread first loads what reads TypeScript (until Node ≥ 22, `--import` does not reach it). */
const isSource = import.meta.url.endsWith(".ts")
const loader = isSource ? import.meta.resolve("tsx/esm/api") : ""

/** @param module relative to this file, without extension */
export function startThread(module: string, options: WorkerOptions): Worker {
  const file = new URL(`${module}.${isSource ? "ts" : "js"}`, import.meta.url)
  return isSource
    ? new Worker(`import("${loader}").then((tsx) => { tsx.register(); return import("${file.href}") })`, {
        ...options,
        eval: true,
      })
    : new Worker(file, options)
}
