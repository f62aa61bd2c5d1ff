// Megabytes of UTF-8 a second: the language check over whole documents, beside identifiers of npm that only name a
// sentence's language. Our side runs compiled, as it is installed; theirs comes compiled from npm.
import { execFileSync } from "node:child_process"
import { join, resolve } from "node:path"
import { corpus } from "../../server/tools/sources.ts"
import { sentences } from "../../src/segment/sentences.ts"
import { peers, type Peer } from "../eval/peers.ts"

type Checks = typeof import("../../src/checks/index.ts")

const languages = ["ug", "ky", "tk", "az", "en"]
const megabyte = 1e6
/** What counts as knowing a language: half of its sentences. */
const knows = 0.5
const bars = { speed: 5, timesPeer: 3 }

export async function bench(): Promise<void> {
  const { check } = await compiled()
  const checkAll = (language: string, text: string) => {
    const blocks = text.split("\n").map((line, at) => ({ id: `b${at}`, kind: "paragraph" as const, text: line }))
    check({ language, blocks }, { off: deterministic })
  }
  const others = await peers()
  // What is measured has not been seen: the process is warmed on the first half of the corpus.
  const halves = languages.map((language) => ({ language, lines: linesOf(language) }))
  for (let turn = 0; turn < 5; turn++)
    for (const { language, lines } of halves) checkAll(language, paragraphs(lines.filter((_, at) => at % 2 === 0)))
  const texts = halves.map(({ language, lines }) => ({
    language,
    text: paragraphs(lines.filter((_, at) => at % 2 === 1)),
  }))
  const size = sizeOf(texts)
  console.log(`\nLanguage, ${size.toFixed(1)} MB in ${languages.join(", ")}: MB/s`)
  const first = await speed(size, 1, () => texts.forEach(({ language, text }) => checkAll(language, text)))
  const again = await speed(size, 3, () => texts.forEach(({ language, text }) => checkAll(language, text)))
  show("besh check, documents not seen before", first)
  show("besh check, the same once more", again)
  let fastest = 0
  for (const peer of others) {
    const figure = await speed(size, 2, () => identifyAll(peer, texts))
    const known = await accuracy(peer, texts)
    const isAccurate = known.every((share) => share >= knows)
    if (isAccurate) fastest = Math.max(fastest, figure)
    show(
      `${peer.name}, one answer a sentence`,
      figure,
      known.map((share, at) => `${languages[at]} ${share.toFixed(2)}`).join(" "),
    )
  }
  const long = texts.map(({ language, text }) => ({ language, text: text.repeat(20) }))
  const steady = await speed(sizeOf(long), 2, () => long.forEach(({ language, text }) => checkAll(language, text)))
  show("besh check, documents 20 times as long", steady)
  // A new word costs far more than one that was seen before; the short texts are full of new ones.
  verdict(`whole documents, at least ${bars.speed} MB/s`, steady, bars.speed)
  verdict(`at least ${bars.timesPeer} times the fastest package that knows all five`, steady / fastest, bars.timesPeer)
  await oneLine(check)
}

/** `dist`, made anew. */
async function compiled(): Promise<Checks> {
  const root = resolve(import.meta.dirname, "../..")
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"], {
    cwd: root,
  })
  return (await import(join(root, "dist/src/checks/index.js"))) as Checks
}

/** Linear, also on one line. */
async function oneLine(check: Checks["check"]): Promise<void> {
  const line = linesOf("tk").join(" ")
  console.log("")
  for (const [name, text] of [
    ["One line of 1 MB", line.repeat(Math.ceil(1e6 / line.length)).slice(0, 1_000_000)],
    ["One line of 10 MB", line.repeat(Math.ceil(1e7 / line.length)).slice(0, 10_000_000)],
    ["1 MB of one letter", "a".repeat(1_000_000)],
    ["1 MB without a space", line.replace(/\s/g, "").repeat(8).slice(0, 1_000_000)],
  ] as const) {
    const before = process.memoryUsage().rss
    const start = performance.now()
    check({ language: "tk", blocks: [{ id: "b0", kind: "paragraph", text }] }, { off: deterministic })
    const grown = Math.max(0, process.memoryUsage().rss - before) / megabyte
    console.log(
      `  ${name.padEnd(44)} ${((performance.now() - start) / 1000).toFixed(2)} s, ${grown.toFixed(0)} MB more memory`,
    )
  }
}

const deterministic = [
  "glued",
  "punctuation",
  "duplicate",
  "doublet",
  "residue",
  "numbers",
  "placeholders",
  "bullet-word",
  "calque",
  "inconsistent-term",
]

interface Text {
  readonly language: string
  readonly text: string
}

function linesOf(language: string): string[] {
  return (["train", "dev", "test"] as const).flatMap((part) => corpus(language, part))
}

function paragraphs(lines: readonly string[]): string {
  const found: string[] = []
  for (let at = 0; at < lines.length; at += 5) found.push(lines.slice(at, at + 5).join(" "))
  return `${found.join("\n")}\n`
}

function sizeOf(texts: readonly Text[]): number {
  return texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / megabyte
}

async function identifyAll(peer: Peer, texts: readonly Text[]): Promise<void> {
  for (const { text } of texts)
    for (const sentence of sentences(text)) {
      const found = peer.identify(sentence)
      if (typeof found !== "string") await found
    }
}

/** Share of each language's sentences that a peer names rightly. */
async function accuracy(peer: Peer, texts: readonly Text[]): Promise<number[]> {
  const shares: number[] = []
  for (const { language, text } of texts) {
    const all = sentences(text)
    let right = 0
    for (const sentence of all) if ((await peer.identify(sentence)) === language) right++
    shares.push(right / all.length)
  }
  return shares
}

/** Best of some turns, processor time: other work on the machine does not count. */
async function speed(size: number, turns: number, run: () => void | Promise<void>): Promise<number> {
  let best = Infinity
  for (let turn = 0; turn < turns; turn++) {
    const start = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1e6)
  }
  return size / best
}

function show(name: string, figure: number, remark = ""): void {
  console.log(`  ${name.padEnd(44)} ${figure.toFixed(2).padStart(6)}  ${remark}`)
}

function verdict(name: string, figure: number, bar: number): void {
  console.log(`  ${name}: ${figure.toFixed(2)}, ${figure >= bar ? "met" : "not met"}`)
}
