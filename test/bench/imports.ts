// A return of 50 MB and 100,000 units is sent, previewed and applied, by the server as it is run: how long each takes, what
// it takes in memory, and what everybody else notices of it: the same page asked for all the while, before and during,
// and somebody saving. `npm run bench imports`; `UNITS=10000` for less.
import { fork, spawnSync, type ChildProcess } from "node:child_process"
import { openAsBlob, mkdtempSync, rmSync, statSync } from "node:fs"
import { once } from "node:events"
import { monitorEventLoopDelay } from "node:perf_hooks"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { furnish, writeReturn } from "./large-return.ts"

const root = join(import.meta.dirname, "../..")
const count = Number(process.env["UNITS"] ?? 100_000)
/** How long the page is watched before and after, in ms. */
const idle = 10_000
/** Between two visits: what a busy team of people does; and between two saves. */
const pauses = { visit: 15, save: 500 }
const bar = { latency: 2 }

/** What the server says of itself since it was last asked: MiB resident, and how late its event loop was, in ms. */
interface Mark {
  readonly now: number
  readonly peak: number
  readonly late: number
  readonly latest: number
}

interface Seen {
  readonly visits: readonly number[]
  readonly saves: readonly number[]
  readonly seconds: number
  readonly mark: Mark
}

export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "besh-bench-imports-"))
  const children: ChildProcess[] = []
  try {
    const { cookie, page, unit } = await furnish(folder, count)
    const file = join(folder, "returned.xlf")
    await writeReturn(file, count)
    const size = (statSync(file).size / 1e6).toFixed(0)
    process.stdout.write(`imports: ${size} MB, ${count} units, SQLite\n`)
    build()
    const server = self("serve", folder)
    children.push(server)
    const [address] = (await once(server, "message")) as [string]
    const site = { address, page, unit, cookie, revision: 1 }
    const watch = watcher(server, site)
    await watch(3_000)

    const sender = self("send", address, file, cookie)
    children.push(sender)
    await once(sender, "message")
    const before = await watch(idle)
    sender.send("go")
    const arriving = await watch(once(sender, "message"))
    const [plan] = arriving.result as [string]
    const reading = await watch(planned(site, plan))
    const applying = await watch(applied(site, plan))
    const after = await watch(idle)
    const rest = quantile([...before.visits, ...after.visits], 0.99)
    const memory = before.mark.now
    print("idle", before, rest, memory)
    print("while it arrives", arriving, rest, memory)
    print("while it is read", reading, rest, memory)
    print("while it is applied", applying, rest, memory)
    print("idle again", after, rest, memory)
    const worst = Math.max(...[arriving, reading, applying].map(({ visits }) => quantile(visits, 0.99) / rest))
    process.stdout.write(`  worst p99 ${worst.toFixed(2)}× idle (bar ${bar.latency})\n`)
  } finally {
    for (const child of children) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      child.kill("SIGTERM")
      await once(child, "exit")
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is measured is what `npm start` runs: compiled. */
function build(): void {
  const words = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"]
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit" })
  if (status !== 0) throw new Error("The server could not be built")
}

/** This file in a process of its own, as another part of the play. */
function self(...words: string[]): ChildProcess {
  return fork(fileURLToPath(import.meta.url), words, {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, BESH_SAMPLES: "0", BESH_LOG: "silent" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  })
}

interface Site {
  readonly address: string
  readonly page: string
  readonly unit: string
  readonly cookie: string
  revision: number
}

function watcher(server: ChildProcess, site: Site) {
  const mark = async (): Promise<Mark> => {
    server.send("mark")
    return ((await once(server, "message")) as [Mark])[0]
  }
  /** Visits and saves, for so many ms or until something is done. */
  return async (until: number | Promise<unknown>): Promise<Seen & { readonly result: unknown }> => {
    await mark()
    const began = performance.now()
    const signal = { isOver: false }
    const end = typeof until === "number" ? new Promise((resolve) => setTimeout(resolve, until)) : until
    const over = end.finally(() => (signal.isOver = true))
    const [result, visits, saves] = await Promise.all([
      over,
      repeated(signal, pauses.visit, () => visit(site)),
      repeated(signal, pauses.save, () => save(site)),
    ])
    return { result, visits, saves, seconds: (performance.now() - began) / 1_000, mark: await mark() }
  }
}

/** @returns ms of each time */
async function repeated(signal: { readonly isOver: boolean }, pause: number, act: () => Promise<void>) {
  const times: number[] = []
  while (!signal.isOver) {
    const began = performance.now()
    await act()
    times.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return times
}

async function visit({ address, page, cookie }: Site): Promise<void> {
  const answer = await fetch(address + page, { headers: { cookie, accept: "text/html" } })
  const text = await answer.text()
  if (!answer.ok || !text.includes("</html>")) throw new Error(`${answer.status} from ${page}`)
}

async function save(site: Site): Promise<void> {
  const body = { revision: String(site.revision), target: `Biz ${site.revision} gün saklaýarys.`, state: "translated" }
  const answer = await post(site, `/units/${site.unit}`, new URLSearchParams(body))
  if (answer.status !== 303) throw new Error(`${answer.status} for a save: ${(await answer.text()).slice(0, 2_000)}`)
  site.revision += 1
}

function post({ address, cookie }: Pick<Site, "address" | "cookie">, path: string, body?: FormData | URLSearchParams) {
  const headers = { cookie, "sec-fetch-site": "same-origin", accept: "text/html" }
  return fetch(address + path, { method: "POST", headers, redirect: "manual", ...(body ? { body } : {}) })
}

/** @returns path of the plan that is being made */
async function send(address: string, file: string, cookie: string): Promise<string> {
  const form = new FormData()
  form.set("file", await openAsBlob(file), "returned.xlf")
  const sent = await post({ address, cookie }, "/import/translations", form)
  const plan = sent.headers.get("location")?.split("?")[0]
  if (!plan) throw new Error(`${sent.status} for the upload: ${(await sent.text()).slice(0, 2_000)}`)
  return plan
}

async function planned(site: Site, plan: string): Promise<void> {
  await ended(site, plan)
  const text = await pageOf(site, plan)
  const shown = /data-change="update"[^>]*>[^<]*<span class="figure">([\d,]+)/.exec(text)?.[1]?.replaceAll(",", "")
  if (Number(shown) !== count) throw new Error(`${shown} of ${count} units would be updated`)
}

async function applied(site: Site, plan: string): Promise<void> {
  const answer = await post(site, `${plan}/apply`)
  if (answer.status !== 303) throw new Error(`${answer.status} for the application`)
  await ended(site, plan)
  const text = await pageOf(site, plan)
  if (!text.includes("Result of the import")) throw new Error(`It was not applied: ${text.slice(0, 2_000)}`)
}

/** Looks at its progress as the page does. */
async function ended({ address, cookie }: Site, plan: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${address}${plan}/progress`, { headers: { cookie, accept: "text/html" } })
    await answer.text()
    if (answer.status === 204) return
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}

async function pageOf({ address, cookie }: Site, path: string): Promise<string> {
  return (await fetch(address + path, { headers: { cookie, accept: "text/html" } })).text()
}

function print(name: string, { visits, saves, seconds, mark }: Seen, rest: number, memory: number): void {
  const most = quantile(visits, 0.99)
  const parts = [
    `  ${name.padEnd(20)} ${seconds.toFixed(1).padStart(5)} s`,
    `${String(visits.length).padStart(5)} visits`,
    `p50 ${quantile(visits, 0.5).toFixed(1)} ms`,
    `p99 ${most.toFixed(1)} ms = ${(most / rest).toFixed(2)}×`,
    `most ${Math.max(...visits).toFixed(0)} ms`,
    `longest save ${Math.max(...saves).toFixed(0)} ms`,
    `event loop p99 ${mark.late.toFixed(1)} ms, most ${mark.latest.toFixed(0)} ms`,
    `peak +${(mark.peak - memory).toFixed(0)} MiB`,
  ]
  process.stdout.write(`${parts.join("  ")}\n`)
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}

async function serve(folder: string): Promise<void> {
  const main = pathToFileURL(join(root, "dist/server/main.js")).href
  const { start } = (await import(main)) as typeof import("../../server/main.ts")
  const { address } = await start({ port: "0", data: folder })
  const resident = () => process.memoryUsage.rss() / 1024 / 1024
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  let peak = 0
  setInterval(() => (peak = Math.max(peak, resident())), 50).unref()
  process.on("message", () => {
    const now = resident()
    process.send?.({ now, peak, late: delay.percentile(99) / 1e6, latest: delay.max / 1e6 } satisfies Mark)
    delay.reset()
    peak = now
  })
  process.send?.(address)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [role, ...words] = process.argv.slice(2) as [string?, ...string[]]
  if (role === "serve") await serve(words[0]!)
  else if (role === "send") {
    process.send?.("ready")
    await once(process, "message")
    process.send?.(await send(words[0]!, words[1]!, words[2]!), () => process.disconnect())
  } else await bench()
}
