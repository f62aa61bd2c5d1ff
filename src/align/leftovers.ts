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

/** The links, widened by the sections that belong to them; the surest first. */
export function withLeftovers(beads: readonly SectionBead[], search: LeftoverSearch): SectionBead[] {
  const found = [...beads]
  const free = { source: unlinked(search.source, beads, "source"), target: unlinked(search.target, beads, "target") }
  let offers: Offer[] = []
  const offer = (bead: number) => {
    for (const side of ["source", "target"] as const) {
      const over = isOpen(found[bead]!, side) && free[side].size > 0 ? leftIn(found[bead]!, side, search) : []
      if (over.length === 0) continue
      for (const section of free[side]) {
        if (isExcluded(found[bead]!, side, section, search)) continue
        const gain = gainOf(search[side][section]!, over, side, search)
        if (gain >= least) offers.push({ gain, bead, side, section })
      }
    }
  }
  for (const bead of found.keys()) offer(bead)
  for (;;) {
    const best = offers.reduce<Offer | undefined>((top, each) => (top && top.gain >= each.gain ? top : each), undefined)
    if (!best) return found
    const { bead, side, section, gain } = best
    free[side].delete(section)
    const before = found[bead]!
    const wider = [...before[side], section].sort((a, b) => a - b)
    found[bead] = { ...before, [side]: wider, score: Math.min(before.score, 2 * gain) }
    offers = offers.filter((each) => each.bead !== bead && free[each.side].has(each.section))
    offer(bead)
  }
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
