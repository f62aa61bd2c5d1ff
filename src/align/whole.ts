// Two documents aligned as one run of sentences each: for documents too long to compare every section with every
// other, and for pairs where one has lost its headings, so that its sections answer many of the other's. Section
// links are then read off the sentences. Sections that found nothing this way may have moved: they are compared with
// one another.
import { movedSections } from "./leftovers.ts"
import type { PairOptions, SectionBead, SentenceBead } from "./pair.ts"
import { mass, type PreparedSection, type PreparedSentence } from "./prepare.ts"

/** More pairs of sections than this are not all compared. */
const manyPairs = 10_000
/** A section belongs to a link when this part of it, or of its counterpart, is in it. */
const leastShare = 0.3

/** Should two documents be aligned as a whole? */
export function isWhole(source: readonly PreparedSection[], target: readonly PreparedSection[]): boolean {
  if (source.length * target.length > manyPairs) return true
  const count = (sections: readonly PreparedSection[]) => sections.filter(({ isMeta }) => !isMeta).length
  const sentences = (sections: readonly PreparedSection[]) =>
    sections.reduce((sum, section) => sum + section.sentences.length, 0)
  const few = Math.min(count(source), count(target))
  const many = Math.max(count(source), count(target))
  const ratio = sentences(source) / Math.max(1, sentences(target))
  return many >= 5 && few * 4 <= many && ratio > 0.5 && ratio < 2
}

type Search = (source: readonly PreparedSentence[], target: readonly PreparedSentence[]) => SentenceBead[]

/** Sentences of two documents in one run, section links from them, and what moved; links people made stand apart. */
export function alignWhole(
  source: readonly PreparedSection[],
  target: readonly PreparedSection[],
  search: Search,
  { sectionBonus, fixed = [] }: Pick<PairOptions, "sectionBonus" | "fixed">,
): { sections: SectionBead[]; sentences: SentenceBead[] } {
  const isExcluded = (i: number, j: number) => sectionBonus?.(i, j) === -Infinity
  const isAllowed = (left: readonly number[], right: readonly number[]) =>
    !left.some((i) => right.some((j) => isExcluded(i, j)))
  const decided = fixed.filter((bead) => bead.source.every((i) => source[i]) && bead.target.every((j) => target[j]))
  const open = (own: readonly PreparedSection[], side: "source" | "target") => {
    const taken = new Set(decided.flatMap((bead) => bead[side]))
    return sentencesOf(own.filter(({ index }) => !taken.has(index)))
  }
  const free = search(open(source, "source"), open(target, "target")).filter((bead) =>
    isAllowed(
      bead.source.map(({ section }) => section),
      bead.target.map(({ section }) => section),
    ),
  )
  const sections = [
    ...decided,
    ...sectionsFrom(source, target, free).filter((bead) => isAllowed(bead.source, bead.target)),
  ]
  const sentences = [
    ...free,
    ...decided.flatMap((bead) =>
      search(sentencesOf(bead.source.map((i) => source[i]!)), sentencesOf(bead.target.map((j) => target[j]!))),
    ),
  ]
  const rest = (own: readonly PreparedSection[], side: "source" | "target") => {
    const linked = new Set(sections.flatMap((bead) => bead[side]))
    return own.filter(({ index, isMeta }) => !isMeta && !linked.has(index)).map(({ index }) => index)
  }
  const [rows, columns] = [rest(source, "source"), rest(target, "target")]
  if (rows.length * columns.length === 0 || rows.length * columns.length > manyPairs) return { sections, sentences }
  const moved = movedSections(rows, columns, {
    source,
    target,
    sentencesIn: () => [],
    align: search,
    isExcluded,
  })
  const isMoved = {
    source: new Set(moved.flatMap((bead) => bead.source)),
    target: new Set(moved.flatMap((bead) => bead.target)),
  }
  return {
    sections: [...sections, ...moved],
    sentences: [
      ...sentences.filter(
        ({ source: a, target: b }) =>
          !a.some(({ section }) => isMoved.source.has(section)) &&
          !b.some(({ section }) => isMoved.target.has(section)),
      ),
      ...moved.flatMap(({ source: [i], target: [j] }) => search(source[i!]!.sentences, target[j!]!.sentences)),
    ],
  }
}

const sentencesOf = (sections: readonly PreparedSection[]) => sections.flatMap(({ sentences }) => sentences)

/** Section links that sentence beads imply. */
function sectionsFrom(
  source: readonly PreparedSection[],
  target: readonly PreparedSection[],
  sentences: readonly SentenceBead[],
): SectionBead[] {
  const shared = new Map<string, { i: number; j: number; mass: number; score: number }>()
  for (const bead of sentences) {
    if (bead.source.length === 0 || bead.target.length === 0 || bead.score <= 0) continue
    const i = bead.source[0]!.section
    const j = bead.target[0]!.section
    const entry = shared.get(`${i} ${j}`) ?? { i, j, mass: 0, score: 0 }
    entry.mass += mass(bead.source)
    entry.score += bead.score
    shared.set(`${i} ${j}`, entry)
  }
  const size = (section: PreparedSection) => Math.max(1, mass(section.sentences))
  const groupOf = new Map<string, { source: Set<number>; target: Set<number>; score: number }>()
  for (const { i, j, mass: common, score } of shared.values()) {
    if (common < leastShare * Math.min(size(source[i]!), size(target[j]!))) continue
    const a = groupOf.get(`s${i}`)
    const b = groupOf.get(`t${j}`)
    const group = a ?? b ?? { source: new Set<number>(), target: new Set<number>(), score: 0 }
    group.source.add(i)
    group.target.add(j)
    group.score += score
    if (a && b && a !== b) {
      for (const each of b.source) a.source.add(each)
      for (const each of b.target) a.target.add(each)
      a.score += b.score
    }
    for (const each of group.source) groupOf.set(`s${each}`, group)
    for (const each of group.target) groupOf.set(`t${each}`, group)
  }
  const ascending = (set: ReadonlySet<number>) => [...set].sort((x, y) => x - y)
  return [...new Set(groupOf.values())].map((group) => ({
    source: ascending(group.source),
    target: ascending(group.target),
    score: Math.min(18, group.score / 3),
  }))
}
