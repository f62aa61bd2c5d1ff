// Sections that found no counterpart of their own may stand inside one that another section already answers: two were
// merged, and what stood between them is gone or elsewhere. The search over beads (sections.ts) joins neighbours only
// and weighs whole bodies; here the sentences of a section left over are laid beside those that a link leaves over.
import { mass, type PreparedSection, type PreparedSentence } from "./prepare.ts"
import type { SectionBead, SentenceBead } from "./pair.ts"

/** A link of more sections than this is not widened. */
const widest = 3
/** Nats for each sentence from which a section joins a link; a sentence counts at most so much. Found on dev. */
const least = 1.2
const most = 10

type Side = "source" | "target"

export interface LeftoverSearch {
  readonly source: readonly PreparedSection[]
  readonly target: readonly PreparedSection[]
  readonly sentencesIn: (bead: SectionBead) => readonly SentenceBead[]
  /** The best beads of two runs of sentences. */
  readonly align: (
    source: readonly PreparedSentence[],
    target: readonly PreparedSentence[],
  ) => readonly { readonly score: number }[]
  readonly isExcluded: (i: number, j: number) => boolean
}

interface Offer {
  readonly gain: number
  readonly bead: number
  readonly side: Side
  readonly section: number
}

/**
 * The links, widened by the sections that belong to them, and links between sections that both had none; the surest
 * first. Links of whose sentences none answers another are given up when their sections find better.
 */
export function withLeftovers(beads: readonly SectionBead[], search: LeftoverSearch): SectionBead[] {
  const weak = beads.filter((bead) => isWeak(bead, search))
  const found = beads.filter((bead) => !weak.includes(bead))
  const free = { source: unlinked(search.source, found, "source"), target: unlinked(search.target, found, "target") }
  let offers = [...found.keys()].flatMap((bead) => offersTo(bead, found[bead]!, free, search))
  offers.push(...offersBetween(free.source, free.target, search))
  for (;;) {
    const best = offers.reduce<Offer | undefined>((top, each) => (top && top.gain >= each.gain ? top : each), undefined)
    if (!best) break
    const { side, section, gain } = best
    const bead = best.bead < 0 ? found.length : best.bead
    const before = found[bead] ?? { source: [], target: [-1 - best.bead], score: Infinity }
    const wider = [...before[side], section].sort((a, b) => a - b)
    found[bead] = { ...before, [side]: wider, score: Math.min(before.score, 2 * gain) }
    free[side].delete(section)
    for (const j of found[bead].target) free.target.delete(j)
    offers = offers.filter(
      (each) =>
        each.bead !== best.bead &&
        free[each.side].has(each.section) &&
        (each.bead >= 0 || free.target.has(-1 - each.bead)),
    )
    offers.push(...offersTo(bead, found[bead], free, search))
  }
  const isFree = ({ source, target }: SectionBead) =>
    source.every((i) => free.source.has(i)) && target.every((j) => free.target.has(j))
  return [...found, ...weak.filter(isFree)]
}

/** Links between sections that have none, wherever they stand: what moved. */
export function movedSections(
  source: readonly number[],
  target: readonly number[],
  search: LeftoverSearch,
): SectionBead[] {
  const [rows, columns] = [new Set(source), new Set(target)]
  const found: SectionBead[] = []
  for (const { section, bead, gain } of offersBetween(source, target, search).sort((x, y) => y.gain - x.gain)) {
    const other = -1 - bead
    if (!rows.delete(section)) continue
    if (columns.delete(other)) found.push({ source: [section], target: [other], score: 2 * gain })
    else rows.add(section)
  }
  return found
}

/** Offers of free sections to one another; the target stands for a link yet to be made, as -1 - target. */
function offersBetween(source: Iterable<number>, target: Iterable<number>, search: LeftoverSearch): Offer[] {
  const found: Offer[] = []
  const columns = [...target]
  for (const section of source)
    for (const j of columns) {
      if (search.isExcluded(section, j)) continue
      const gain = gainOf(search.source[section]!, search.target[j]!.sentences, "source", search)
      if (gain >= least) found.push({ gain, bead: -1 - j, side: "source", section })
    }
  return found
}

/** Below this evidence a link has to show sentences that answer one another. */
const doubtful = 4
const leastShown = 0.5

function isWeak(bead: SectionBead, search: LeftoverSearch): boolean {
  if (bead.score >= doubtful || bead.source.length !== 1 || bead.target.length !== 1) return false
  const [i, j] = [search.source[bead.source[0]!]!, search.target[bead.target[0]!]!]
  return !i.isMeta && gainOf(i, j.sentences, "source", search) < leastShown
}

function offersTo(
  at: number,
  bead: SectionBead,
  free: Readonly<Record<Side, ReadonlySet<number>>>,
  search: LeftoverSearch,
): Offer[] {
  const found: Offer[] = []
  for (const side of ["source", "target"] as const) {
    const over = isOpen(bead, side) && free[side].size > 0 ? leftIn(bead, side, search) : []
    if (over.length === 0) continue
    for (const section of free[side]) {
      const gain = isExcluded(bead, side, section, search) ? 0 : gainOf(search[side][section]!, over, side, search)
      if (gain >= least) found.push({ gain, bead: at, side, section })
    }
  }
  return found
}

function unlinked(sections: readonly PreparedSection[], beads: readonly SectionBead[], side: Side): Set<number> {
  const linked = new Set(beads.flatMap((bead) => bead[side]))
  return new Set(sections.flatMap(({ isMeta, index }) => (isMeta || linked.has(index) ? [] : [index])))
}

/** Links people made stay as they are, and only one side of a link grows. */
function isOpen(bead: SectionBead, side: Side): boolean {
  const other = side === "source" ? bead.target : bead.source
  return Number.isFinite(bead.score) && bead[side].length < widest && other.length === 1
}

function isExcluded(bead: SectionBead, side: Side, section: number, { isExcluded: is }: LeftoverSearch): boolean {
  return side === "source" ? bead.target.some((j) => is(section, j)) : bead.source.some((i) => is(i, section))
}

/** Sentences of the other side that nothing on this side answers. */
function leftIn(bead: SectionBead, side: Side, search: LeftoverSearch): PreparedSentence[] {
  const other = side === "source" ? "target" : "source"
  const held = new Set(
    search
      .sentencesIn(bead)
      .flatMap((each) => (each.score > 0 && each[side].length > 0 && each[other].length > 0 ? each[other] : [])),
  )
  return bead[other].flatMap((at) => search[other][at]!.sentences.filter((each) => !held.has(each)))
}

/** How well a section answers sentences left over: nats for each sentence, less where there is no room for all of it. */
function gainOf(section: PreparedSection, over: readonly PreparedSentence[], side: Side, search: LeftoverSearch) {
  const [a, b] = side === "source" ? [section.sentences, over] : [over, section.sentences]
  const sum = search.align(a, b).reduce((total, { score }) => total + Math.max(0, Math.min(most, score)), 0)
  const bodies = (sentences: readonly PreparedSentence[]) => sentences.filter(({ kind }) => kind !== "heading").length
  const room = Math.min(1, mass(over) / Math.max(1, mass(section.sentences)))
  return (room * sum) / Math.max(1, Math.min(bodies(section.sentences), bodies(over)))
}
