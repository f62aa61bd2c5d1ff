// `npm run eval alignment`: link F1 of sections and strict bead F1 of sentences, all pairs of languages, damage by
// damage, beside position, Gale–Church and hunalign on the same documents; missing and untranslated sections;
// confidence; comparable documents.
import { align } from "../../src/align/index.ts"
import { beside, peerNames, type PeerName, type SentenceLink } from "./alignment-beside.ts"
import { damaged, damages, documentOf, type Damage, type DamagedSection } from "./alignment-damage.ts"
import { languages, parallelSets, type ParallelSet } from "./alignment-sets.ts"
import { comparableFigures } from "./alignment-comparable.ts"
import { findHunalign, type Hunalign } from "./hunalign.ts"
import type { Figures } from "./run.ts"
import { Tally } from "./tally.ts"

const seeds = Number(process.env["BESH_EVAL_SEEDS"] ?? 2)
const isVerbose = process.argv.includes("--verbose")

interface Judged {
  readonly confidence: number
  readonly isRight: boolean
}

export async function evaluate(): Promise<Figures> {
  const figures: Figures = {}
  const judged: Judged[] = []
  const hunalign = findHunalign()
  const chosen = process.env["BESH_EVAL_SETS"]?.split(",")
  const sets = parallelSets().filter(({ name }) => !chosen || chosen.includes(name))
  for (const split of ["dev", "test"] as const) {
    const own = sets.filter((set) => set.split === split)
    if (own.length === 0) continue
    console.log(`\n${split}: ${own.map(({ name }) => name).join(", ")}; peer: ${hunalign.name}`)
    console.log(
      `${"F1".padEnd(31)} sections, worst pair  ${peerNames.join(" ")} | missing P/R   english P/R   | sentences ${peerNames.join(" ")}`,
    )
    for (const damage of damages) {
      const { row, ...found } = await evaluateDamage(own, damage, hunalign, judged)
      console.log(row)
      for (const [name, value] of Object.entries(found.figures))
        figures[`alignment/${name.replace("*", `${split}/${damage}`)}`] = value
    }
  }
  return { ...figures, ...confidenceFigures(judged), ...comparableFigures() }
}

/** All pairs of all sets under one damage; figures have "*" where split and damage belong. */
async function evaluateDamage(sets: readonly ParallelSet[], damage: Damage, hunalign: Hunalign, judged: Judged[]) {
  const pairs = new Map<string, Tally>()
  const peers = new Map<PeerName, { sections: Tally; beads: Tally }>(
    peerNames.map((name) => [name, { sections: new Tally(), beads: new Tally() }]),
  )
  const [sections, missing, english, beads] = [new Tally(), new Tally(), new Tally(), new Tally()]
  for (const set of sets)
    for (const [from, to] of pairsOf(set))
      for (let seed = 1; seed <= (damage === "none" ? 1 : seeds); seed++) {
        const result = one(set, from, to, damage, seed * 7 + from.length)
        const peersOf = await beside(...result.documents, hunalign)
        const pair = pairs.get(`${from}-${to}`) ?? new Tally()
        pairs.set(`${from}-${to}`, pair)
        pair.add(result.links, result.gold)
        sections.add(result.links, result.gold)
        for (const [name, peer] of peers) {
          peer.sections.add(peersOf.sections[name], result.gold)
          const { found, wanted } = result.judge(peersOf.sentences[name])
          peer.beads.add(found, wanted)
        }
        missing.add(result.missing, result.goldMissing)
        english.add(result.english, result.goldEnglish)
        beads.add(result.beads, result.goldBeads)
        judged.push(...result.confident)
        if (isVerbose && result.complaints.length > 0)
          console.log(`  ${set.name} ${from}-${to} ${damage} ${seed}: ${result.complaints.join(" ")}`)
      }
  const [name = "", worst = sections] = [...pairs].sort((a, b) => a[1].f1 - b[1].f1)[0] ?? []
  const percents = (...values: number[]) => values.map((value) => (100 * value).toFixed(2).padStart(6)).join(" ")
  const ofPeers = (which: "sections" | "beads") => percents(...[...peers.values()].map((peer) => peer[which].f1))
  return {
    row:
      `${damage.padEnd(31)} ${percents(sections.f1)} ${name} ${percents(worst.f1)}  ${ofPeers("sections")} | ` +
      `${percents(missing.precision, missing.recall, english.precision, english.recall)} | ${percents(beads.f1)}  ${ofPeers("beads")}`,
    figures: {
      "sections/*/f1": sections.f1,
      "sections/*/worst": worst.f1,
      "sentences/*/f1": beads.f1,
      ...(missing.wanted === 0 ? {} : { "missing/*/precision": missing.precision, "missing/*/recall": missing.recall }),
      ...(english.wanted === 0 ? {} : { "english/*/precision": english.precision, "english/*/recall": english.recall }),
    },
  }
}

function confidenceFigures(judged: readonly Judged[]): Figures {
  const sure = judged.filter(({ confidence }) => confidence > 0.9)
  const right = sure.filter(({ isRight }) => isRight).length / Math.max(1, sure.length)
  const error = calibrationError(judged)
  console.log(
    `\nlinks above 0.9 (${((100 * sure.length) / judged.length).toFixed(1)} % of all): ${(100 * right).toFixed(2)} % right;` +
      ` expected calibration error ${error.toFixed(4)}`,
  )
  if (isVerbose)
    for (let bin = 0; bin < 10; bin++) {
      const own = judged.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin)
      const share = own.filter(({ isRight }) => isRight).length / Math.max(1, own.length)
      console.log(`  confidence ${bin / 10}: ${own.length} links, ${(100 * share).toFixed(1)} % right`)
    }
  return { "alignment/confident/right": right, "alignment/confident/calibration": 1 - error }
}

export function pairsOf(set: ParallelSet): [string, string][] {
  const own = languages.filter((language) => set.languages[language])
  return own.flatMap((a, at) => own.slice(at + 1).map((b) => [a, b] as [string, string]))
}

/** One pair of one set, damaged on one side: what was found, and what is right. */
export function one(set: ParallelSet, from: string, to: string, damage: Damage, seed: number) {
  const english = set.languages["en"]!
  const source = damaged(set.languages[from]!, english, "none", seed)
  const target = damaged(set.languages[to]!, english, damage, seed)
  const left = documentOf(source)
  const right = documentOf(target)
  const alignment = align([
    { document: left.document, language: from },
    { document: right.document, language: to },
  ])
  const gold = new Set<string>()
  for (const [i, a] of source.entries())
    for (const [j, b] of target.entries()) if (b.keys.includes(a.key)) gold.add(`${i} ${j}`)
  const links = new Set<string>()
  const confident: Judged[] = []
  const number = (id: string) => Number(id.split("/")[1])
  for (const { level, source: s, target: t, confidence, relation } of alignment.links)
    if (level === "section" && relation === "parallel")
      for (const x of s)
        for (const y of t) {
          links.add(`${number(x)} ${number(y)}`)
          confident.push({ confidence, isRight: gold.has(`${number(x)} ${number(y)}`) })
        }
  const present = new Set(target.flatMap(({ keys }) => keys))
  const goldMissing = new Set(source.flatMap(({ key }, at) => (present.has(key) ? [] : [`0/${at}`])))
  const left0 = new Set(alignment.unaligned)
  const judge = (links: readonly SentenceLink[]) =>
    beadsOf(left.beads, right.beads, links, source, target, set.hasBeads)
  const { found, wanted } = judge(alignment.links)
  const complaints = [
    ...[...gold].filter((each) => !links.has(each)).map((each) => `lost ${name(each, source, target)}`),
    ...[...links].filter((each) => !gold.has(each)).map((each) => `wrong ${name(each, source, target)}`),
    ...(set.hasBeads ? [...found].filter((each) => !wanted.has(each)).map((each) => `bead ${each}`) : []),
    ...(alignment.relations[0]!.relation === "comparable" ? ["COMPARABLE"] : []),
  ]
  return {
    links,
    gold,
    confident,
    complaints,
    judge,
    documents: [left.document, right.document] as const,
    missing: left0,
    goldMissing,
    english: new Set(
      alignment.sections.filter(({ id, language }) => id.startsWith("1/") && language === "en").map(({ id }) => id),
    ),
    goldEnglish: new Set(target.flatMap(({ isEnglish }, at) => (isEnglish && to !== "en" ? [`1/${at}`] : []))),
    beads: found,
    goldBeads: wanted,
  }
}

function name(link: string, source: readonly DamagedSection[], target: readonly DamagedSection[]): string {
  const [i = 0, j = 0] = link.split(" ").map(Number)
  return `${source[i]?.key}~${target[j]?.keys.join("+")}`
}

/** Strict beads with two sides, as sets of segment ids. */
function beadsOf(
  left: ReadonlyMap<string, string>,
  right: ReadonlyMap<string, string>,
  links: readonly SentenceLink[],
  source: readonly DamagedSection[],
  target: readonly DamagedSection[],
  hasBeads: boolean,
) {
  const group = (ids: ReadonlyMap<string, string>, sections: readonly DamagedSection[]) => {
    const groups = new Map<string, string[]>()
    for (const [id, key] of ids) {
      const unique = key.startsWith("h") ? `h${sections[Number(id.split("/")[0])]!.key}` : key
      groups.set(unique, [...(groups.get(unique) ?? []), id])
    }
    return groups
  }
  const a = group(left, source)
  const b = group(right, target)
  const wanted = new Set<string>()
  const judged = new Set<string>()
  for (const [key, ids] of a) {
    const others = b.get(key)
    // As many sentences on both sides answer one by one; other counts are beads only where the set says so.
    if (!others || (ids.length !== others.length && !hasBeads)) continue
    for (const id of ids) judged.add(id)
    if (ids.length === others.length) for (const [at, id] of ids.entries()) wanted.add(`${id}=${others[at]}`)
    else wanted.add(`${ids.join(",")}=${others.join(",")}`)
  }
  const strip = (ids: readonly string[]) => ids.map((id) => id.split("/").slice(1).join("/"))
  const found = new Set(
    links
      .filter(({ level, source: s }) => level === "segment" && (hasBeads || strip(s).every((id) => judged.has(id))))
      .map(({ source: s, target: t }) => `${strip(s).join(",")}=${strip(t).join(",")}`),
  )
  return { found, wanted }
}

function calibrationError(all: readonly Judged[]): number {
  let sum = 0
  for (let bin = 0; bin < 10; bin++) {
    const own = all.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin)
    if (own.length === 0) continue
    const mean = own.reduce((total, { confidence }) => total + confidence, 0) / own.length
    const right = own.filter(({ isRight }) => isRight).length / own.length
    sum += (own.length / all.length) * Math.abs(mean - right)
  }
  return sum
}
