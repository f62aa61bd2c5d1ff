// XLIFF at size: 50 MB, 100,000 units, read and written by besh, by bare saxes and by npm xliff, each in a process of
// its own so that memory can be told apart, three times over, medians compared. `npm run bench xliff`, or
// `npx tsx test/bench/xliff.ts`.
import { execFileSync } from "node:child_process"
import { once } from "node:events"
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import ts from "typescript"
import { xliffPieces, xliffReader, type ExportUnit } from "../../src/xliff/index.ts"
import type { Code } from "../../src/model/document.ts"

const units = 100_000
const file = join(tmpdir(), "besh-bench-100k.xlf")

function* unitsOf(): Generator<ExportUnit> {
  const variable: Code = { id: "1", kind: "alone", type: "variable", data: "{days}" }
  for (let at = 0; at < units; at += 1)
    yield {
      id: `u${at}`,
      source: ["We keep your data for ", variable, ` days (rule ${at}) & delete it when you ask.`],
      target: ["Maglumatlaryňyzy ", variable, ` gün saklaýarys (${at} düzgün) & soranyňyzda pozýarys.`],
      state: "translated",
      flag: null,
      revision: at % 7,
      notes: [],
      translatable: true,
    }
}

const pieces = () =>
  xliffPieces([{ id: "f1", original: "p.md", from: "en", to: "tk", units: unitsOf() }], {
    version: "2.0",
    exportId: "bench",
  })

function eachChunk(take: (chunk: Buffer) => void): void {
  const handle = openSync(file, "r")
  for (;;) {
    const chunk = Buffer.allocUnsafe(65_536)
    const length = readSync(handle, chunk)
    if (length === 0) return
    take(chunk.subarray(0, length))
  }
}

const jobs: Record<string, () => Promise<number>> = {
  async "read besh"() {
    let count = 0
    const reader = xliffReader({ name: "bench.xlf" }, () => (count += 1))
    eachChunk((chunk) => reader.write(chunk))
    reader.end()
    return count
  },
  async "read saxes"() {
    const { SaxesParser } = await import("saxes")
    const parser = new SaxesParser({ xmlns: true, position: true })
    let count = 0
    parser.on("opentag", (tag) => (count += tag.local === "unit" ? 1 : 0))
    const decoder = new TextDecoder("utf-8", { fatal: true })
    eachChunk((chunk) => parser.write(decoder.decode(chunk, { stream: true })))
    parser.close()
    return count
  },
  async "read npm xliff"() {
    const { default: xliff } = await import("xliff")
    const read = await xliff.xliff2js(readFileSync(file, "utf8"))
    return Object.keys(Object.values(read.resources)[0] ?? {}).length
  },
  async "write besh"() {
    const sink = createWriteStream("/dev/null")
    let length = 0
    for (const piece of pieces()) {
      length += piece.length
      if (!sink.write(piece)) await once(sink, "drain")
    }
    return length > 0 ? units : 0
  },
  async "write npm xliff"() {
    const { default: xliff } = await import("xliff")
    const resources = await xliff.xliff2js(readFileSync(file, "utf8"))
    const before = process.cpuUsage()
    const text = await xliff.js2xliff(resources)
    const { user, system } = process.cpuUsage(before)
    process.stdout.write(`${JSON.stringify({ cpu: (user + system) / 1e6 })}\n`)
    return text.length > 0 ? units : 0
  },
}

async function run(job: string): Promise<void> {
  const idle = process.memoryUsage().rss
  const before = process.cpuUsage()
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20)
  const count = await jobs[job]!()
  clearInterval(watch)
  const { user, system } = process.cpuUsage(before)
  const most = Math.max(peak, process.resourceUsage().maxRSS * 1024)
  process.stdout.write(
    `${JSON.stringify({ job, count, cpu: (user + system) / 1e6, memory: (most - idle) / 1024 / 1024 })}\n`,
  )
}

/** The code as it is delivered: tsx names every function as it is made, which costs more than reading does. */
function compiled(): { readonly folder: string; readonly entry: string } {
  const root = resolve(import.meta.dirname, "../..")
  const folder = mkdtempSync(join(tmpdir(), "besh-bench-"))
  const files = walk(join(root, "src")).map((path) => path.slice(root.length + 1))
  for (const name of [...files, "test/bench/xliff.ts"]) {
    const { outputText } = ts.transpileModule(readFileSync(join(root, name), "utf8"), {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2023,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
      },
    })
    const out = join(folder, name.replace(/\.ts$/, ".js"))
    mkdirSync(dirname(out), { recursive: true })
    writeFileSync(out, outputText)
  }
  writeFileSync(join(folder, "package.json"), '{"type":"module"}')
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"))
  return { folder, entry: join(folder, "test/bench/xliff.js") }
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : path.endsWith(".ts") ? [path] : []
  })
}

interface Result {
  readonly cpu: number
  readonly memory: number
  readonly count: number
}

const rounds = 3

export async function bench(): Promise<void> {
  const out = createWriteStream(file)
  for (const piece of pieces()) if (!out.write(piece)) await once(out, "drain")
  await new Promise<void>((done) => out.end(done))
  process.stdout.write(`${(statSync(file).size / 1e6).toFixed(0)} MB, ${units} units, median of ${rounds}\n`)
  const { folder, entry } = compiled()
  const results = new Map<string, Result[]>(Object.keys(jobs).map((job) => [job, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const [job, list] of results) {
      const text = execFileSync(process.execPath, [entry, job], { encoding: "utf8" })
      const lines = text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Result)
      list.push({ ...lines.at(-1)!, cpu: lines[0]!.cpu })
    }
  rmSync(folder, { recursive: true, force: true })
  const median = (job: string, of: (result: Result) => number) =>
    results
      .get(job)!
      .map(of)
      .toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!
  for (const [job, [first]] of results) {
    const cpu = median(job, (result) => result.cpu).toFixed(2)
    const memory = median(job, (result) => result.memory)
    process.stdout.write(
      `${job.padEnd(16)} ${cpu} s CPU  ${memory.toFixed(0).padStart(5)} MB above idle  ${first!.count} units\n`,
    )
  }
  const ratio = (a: string, b: string) => (median(a, ({ cpu }) => cpu) / median(b, ({ cpu }) => cpu)).toFixed(2)
  process.stdout.write(
    `read: ${ratio("read npm xliff", "read besh")}× faster than npm xliff (bar 4), ${ratio("read besh", "read saxes")}× bare saxes\n`,
  )
  process.stdout.write(`write: ${ratio("write npm xliff", "write besh")}× faster than npm xliff (bar 4)\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const job = process.argv[2]
  await (job && jobs[job] ? run(job) : bench())
}
