// A return of 50 MB and 100,000 units: how long its preview takes, what it takes in memory, and what everybody else
// notices of it: the same page asked for all the while, before and during. `npm run bench imports`.
import { spawn, type ChildProcess } from "node:child_process"
import { openAsBlob, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs"
import { once } from "node:events"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { addDocuments } from "../../server/journeys/add-documents.ts"
import { local } from "../../server/journeys/house.ts"
import { firstLink, useLink } from "../../server/journeys/sign-in.ts"
import { openHouse, type OpenHouse } from "../../server/open-house.ts"
import { xliffPieces } from "../../src/xliff/index.ts"
import { bundleUnit, returnedUnit, storedUnit } from "./units.ts"

const count = Number(process.env["UNITS"] ?? 100_000)
/** How long the page is watched before. */
const idleSeconds = 8
/** Between two visits: what a busy team of people does. */
const pauseMs = 15

export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "besh-bench-imports-"))
  let server: ChildProcess | undefined
  try {
    const { cookie, page } = await furnish(folder)
    const file = join(folder, "returned.xlf")
    await write(file)
    const size = (statSync(file).size / 1e6).toFixed(0)
    process.stdout.write(`imports: ${size} MB, ${count} units, SQLite\n`)
    server = spawn(process.execPath, ["--import", "tsx", fileURLToPath(import.meta.url), "serve", folder], {
      env: { ...process.env, BESH_SAMPLES: "0", BESH_LOG: "silent" },
      stdio: ["ignore", "pipe", "inherit"],
    })
    const address = await addressOf(server)
    const visit = visitor(address + page, cookie)
    await visit(2_000)
    const idleMemory = memoryOf(server.pid!).now
    const idle = await visit(idleSeconds * 1_000)

    const began = performance.now()
    const plan = upload(address, file, cookie)
    const arriving = await visit(plan)
    const uploaded = (performance.now() - began) / 1_000
    const preview = planned(address, await plan, cookie)
    const comparing = await visit(preview)
    await preview
    const seconds = (performance.now() - began) / 1_000
    const during = [...arriving, ...comparing]
    const peak = memoryOf(server.pid!).peak - idleMemory
    print("idle", idle)
    print("while it arrives", arriving)
    print("while it is read", comparing)
    process.stdout.write(
      `preview ${seconds.toFixed(1)} s (of which upload ${uploaded.toFixed(1)} s), peak ${(peak / 1024).toFixed(0)} MB above idle, p99 ${(quantile(during, 0.99) / quantile(idle, 0.99)).toFixed(2)}× idle (bar 2)\n`,
    )
  } finally {
    if (server && server.exitCode === null) {
      server.kill("SIGTERM")
      await once(server, "exit")
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A house with a small policy to look at, and a bundle of many units that is out. */
async function furnish(folder: string): Promise<{ cookie: string; page: string }> {
  const house = await openHouse({ data: folder }, { log: silent, isServer: false })
  try {
    const text = Array.from({ length: 40 }, (_, at) => `We keep rule ${at} for 30 days.`).join("\n\n")
    const small = await addDocuments(
      house,
      { policy: "small", files: [{ name: "a.en.md", bytes: Buffer.from(`# Privacy\n\n${text}\n`), language: "en" }] },
      local,
    )
    await addDocuments(
      house,
      {
        policy: "small",
        files: [{ name: "a.tk.md", bytes: Buffer.from("# Gizlinlik\n\nBiz saklaýarys.\n"), language: "tk" }],
      },
      local,
    )
    await fill(house, small.policy.id, small.policy.project)
    const secret = await firstLink(house)
    const { session } = await useLink(house, {
      secret: secret!,
      email: "a@example.org",
      password: "correct horse battery",
      agent: "bench",
    })
    return { cookie: `besh-session=${session}`, page: `/policies/${small.policy.id}/tk/sections` }
  } finally {
    await house.close()
  }
}

async function fill(house: OpenHouse, policy: string, project: string): Promise<void> {
  const now = house.now().toISOString()
  const bitext = "large"
  await house.storage.transaction(async (inside) => {
    await inside.bitexts.insert({ id: bitext, policy, from: "en", to: "az", isPrimary: false }, now)
    const all = Array.from({ length: count }, (_, at) => storedUnit(at, { policy, bitext, now }))
    await inside.units.insert(all)
    await inside.bundles.insert(
      {
        id: "bench",
        project,
        name: "bench.zip",
        request: {
          policies: [policy],
          from: "en",
          languages: ["az"],
          version: "2.0",
          units: "all",
          since: null,
          copySource: false,
        },
        units: count,
        words: count,
        digest: "bench",
        createdAt: now,
        createdBy: null,
      },
      new Uint8Array(),
      all.map((unit) => bundleUnit(unit)),
    )
  })
}

async function write(file: string): Promise<void> {
  const out = createWriteStream(file)
  const units = (function* () {
    for (let at = 0; at < count; at += 1) yield returnedUnit(at)
  })()
  const pieces = xliffPieces([{ id: "large", original: "p.md", from: "en", to: "az", units }], {
    version: "2.0",
    exportId: "bench",
  })
  for (const piece of pieces) if (!out.write(piece)) await once(out, "drain")
  await new Promise<void>((resolve) => out.end(resolve))
}

/** Visits one after the other, for so long or until something is done. @returns ms of each */
function visitor(address: string, cookie: string) {
  return async (until: number | Promise<unknown>): Promise<number[]> => {
    let isOver = false
    const end = typeof until === "number" ? new Promise((resolve) => setTimeout(resolve, until)) : until
    void end.finally(() => (isOver = true))
    const times: number[] = []
    while (!isOver) {
      const began = performance.now()
      const answer = await fetch(address, { headers: { cookie, accept: "text/html" } })
      const text = await answer.text()
      times.push(performance.now() - began)
      if (!answer.ok || !text.includes("</html>")) throw new Error(`${answer.status} from ${address}`)
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
    return times
  }
}

/** @returns address of the plan that is being made */
async function upload(address: string, file: string, cookie: string): Promise<string> {
  const form = new FormData()
  form.set("file", await openAsBlob(file), "returned.xlf")
  const headers = { cookie, "sec-fetch-site": "same-origin", accept: "text/html" }
  const sent = await fetch(`${address}/import/translations`, {
    method: "POST",
    body: form,
    headers,
    redirect: "manual",
  })
  const plan = sent.headers.get("location")?.split("?")[0]
  if (!plan) throw new Error(`${sent.status} for the upload: ${(await sent.text()).slice(0, 2_000)}`)
  return plan
}

async function planned(address: string, plan: string, cookie: string): Promise<void> {
  const headers = { cookie, accept: "text/html" }
  for (;;) {
    const answer = await fetch(`${address}${plan}/progress`, { headers })
    if (answer.status === 204) break
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  const page = await (await fetch(`${address}${plan}`, { headers })).text()
  const shown = /data-change="update"[^>]*>[^<]*<span class="figure">([\d,]+)/.exec(page)?.[1]?.replaceAll(",", "")
  if (Number(shown) !== count) throw new Error(`${shown} of ${count} units would be updated`)
}

/** kB resident, now and at most. */
function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8")
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1])
  return { now: of("VmRSS"), peak: of("VmHWM") }
}

async function addressOf(server: ChildProcess): Promise<string> {
  let said = ""
  for await (const chunk of server.stdout!) {
    said += String(chunk)
    const address = /http:\/\/\S+/.exec(said)?.[0]
    if (address) return address
  }
  throw new Error(`The server did not start: ${said}`)
}

function print(name: string, times: readonly number[]): void {
  const [half, most] = [quantile(times, 0.5), quantile(times, 0.99)]
  process.stdout.write(
    `  ${name.padEnd(20)} ${String(times.length).padStart(5)} visits  p50 ${half.toFixed(1)} ms  p99 ${most.toFixed(1)} ms  most ${Math.max(...times).toFixed(0)} ms\n`,
  )
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}

const silent = { info: () => {}, warn: () => {}, error: () => {} }

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === "serve") {
    const { start } = await import("../../server/main.ts")
    await start({ port: "0", data: process.argv[3] })
  } else await bench()
}
