// `npm run eval alignment`: link F1 of sections and strict bead F1 of sentences, all pairs of languages, damage by
// damage, beside position and Gale–Church; missing and untranslated sections; confidence; comparable documents.
import { align } from "../../src/align/index.ts"
import { damaged, damages, documentOf, type Damage, type DamagedSection } from "./alignment-damage.ts"
import { languages, parallelSets, type ParallelSet } from "./alignment-sets.ts"
import { galeChurchLinks, positionLinks } from "./alignment-peers.ts"
import { comparableFigures } from "./alignment-comparable.ts"
import type { Figures } from "./run.ts"

export class Tally {
  hit = 0
  found = 0
  wanted = 0
  add(found: ReadonlySet<string>, wanted: ReadonlySet<string>): void {
    for (const each of found) if (wanted.has(each)) this.hit++
    this.found += found.size
    this.wanted += wanted.size
  }
  get precision(): number {
    return this.found === 0 ? 1 : this.hit / this.found
  }
  get recall(): number {
    return this.wanted === 0 ? 1 : this.hit / this.wanted
  }
  get f1(): number {
    return this.hit === 0 ? 0 : (2 * this.hit) / (this.found + this.wanted)
  }
}

const seeds = Number(process.env["BESH_EVAL_SEEDS"] ?? 2)
const isVerbose = process.argv.includes("--verbose")

export async function evaluate(): Promise<Figures> {
  const figures: Figures = {}
  const confident: { confidence: number; isRight: boolean }[] = []
  const chosen = process.env["BESH_EVAL_SETS"]?.split(",")
  const sets = parallelSets().filter(({ name }) => !chosen || chosen.includes(name))
  for (const split of ["dev", "test"] as const) {
    console.log(
      `\n${split}: ${sets
        .filter((set) => set.split === split)
        .map(({ name }) => name)
        .join(", ")}`,
    )
    console.log(
      "damage                    sections  worst pair      position  gale-church  missing P/R  english P/R  sentences",
    )
    for (const damage of [...damages, "dropped+merged+english"] as Damage[]) {
      const pairs = new Map<string, Tally>()
      const all = new Tally()
      const position = new Tally()
      const church = new Tally()
      const missing = new Tally()
      const english = new Tally()
      const beads = new Tally()
      for (const set of sets.filter((each) => each.split === split))
        for (const [from, to] of pairsOf(set))
          for (let seed = 1; seed <= (damage === "none" ? 1 : seeds); seed++) {
            const result = one(set, from, to, damage, seed * 7 + from.length)
            const pair = pairs.get(`${from}-${to}`) ?? new Tally()
            pairs.set(`${from}-${to}`, pair)
            pair.add(result.links, result.gold)
            all.add(result.links, result.gold)
            position.add(result.position, result.gold)
            church.add(result.church, result.gold)
            missing.add(result.missing, result.goldMissing)
            english.add(result.english, result.goldEnglish)
            beads.add(result.beads, result.goldBeads)
            confident.push(...result.confident)
            if (isVerbose && result.complaints.length > 0)
              console.log(`  ${set.name} ${from}-${to} ${damage} ${seed}: ${result.complaints.join(" ")}`)
          }
      const worst = [...pairs].sort((a, b) => a[1].f1 - b[1].f1)[0]
      const percent = (value: number) => (100 * value).toFixed(2).padStart(6)
      console.log(
        `${damage.padEnd(25)} ${percent(all.f1)}   ${worst?.[0]} ${percent(worst?.[1].f1 ?? 0)}    ${percent(position.f1)}    ${percent(church.f1)}     ` +
          `${percent(missing.precision)} ${percent(missing.recall)} ${percent(english.precision)} ${percent(english.recall)}  ${percent(beads.f1)}`,
      )
      figures[`alignment/sections/${split}/${damage}/f1`] = all.f1
      figures[`alignment/sections/${split}/${damage}/worst`] = worst?.[1].f1 ?? 0
      if (beads.wanted > 0) figures[`alignment/sentences/${split}/${damage}/f1`] = beads.f1
    }
  }
  const sure = confident.filter(({ confidence }) => confidence > 0.9)
  figures["alignment/confident/right"] = sure.filter(({ isRight }) => isRight).length / Math.max(1, sure.length)
  console.log(
    `\nlinks above 0.9 (${((100 * sure.length) / confident.length).toFixed(1)} % of all): ${(100 * figures["alignment/confident/right"]).toFixed(2)} % right;` +
      ` expected calibration error ${calibrationError(confident).toFixed(4)}`,
  )
  if (isVerbose)
    for (let bin = 0; bin < 10; bin++) {
      const own = confident.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin)
      const right = own.filter(({ isRight }) => isRight).length
      console.log(
        `  confidence ${bin / 10}: ${own.length} links, ${((100 * right) / Math.max(1, own.length)).toFixed(1)} % right`,
      )
    }
  return { ...figures, ...comparableFigures() }
}

function pairsOf(set: ParallelSet): [string, string][] {
  const own = languages.filter((language) => set.languages[language])
  return own.flatMap((a, at) => own.slice(at + 1).map((b) => [a, b] as [string, string]))
}

function one(set: ParallelSet, from: string, to: string, damage: Damage, seed: number) {
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
  const confident: { confidence: number; isRight: boolean }[] = []
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
  const { found, wanted } = beadsOf(left.beads, right.beads, alignment.links, source, target, set.hasBeads)
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
    position: positionLinks(source.length, target.length),
    church: galeChurchLinks(left.document, right.document),
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
  links: ReturnType<typeof align>["links"],
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

function calibrationError(all: readonly { confidence: number; isRight: boolean }[]): number {
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
