// Two documents: their sections, the sentences inside linked sections, and whether they are translations at all.
// Two passes: the first learns from the pair itself how much survives translation and which words answer which; the
// second aligns again with that knowledge.
import type { Range } from "./beads.ts"
import { learnedPieces } from "./dictionary.ts"
import { survivalOf } from "./evidence.ts"
import { merged, type Features } from "./features.ts"
import { alignSections } from "./sections.ts"
import { evidenceByLanguage, kinshipOf, sectionEvidence } from "./section-evidence.ts"
import { alignSentences } from "./sentences.ts"
import type { Prepared, PreparedSection, PreparedSentence } from "./prepare.ts"

export interface SentenceBead {
  readonly source: readonly PreparedSentence[]
  readonly target: readonly PreparedSentence[]
  readonly score: number
}

export interface SectionBead {
  /** Section indices, ascending. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly score: number
}

export interface PairAlignment {
  readonly sections: readonly SectionBead[]
  readonly sentences: readonly SentenceBead[]
  /** Evidence for every pair of single sections. */
  readonly matrix: readonly Float64Array[]
  /** Part of the sentences in linked sections that answer one another clearly, 0–1. */
  readonly quality: number
  /** Part of the sections that are linked, times the part of links whose next is next on both sides, 0–1. */
  readonly order: number
}

export interface PairOptions {
  /** Evidence from elsewhere (other documents, people) for a pair of sections, in nats; -Infinity forbids. */
  readonly sectionBonus?: (i: number, j: number) => number
  /** Links people made; their sections take part in no other. */
  readonly fixed?: readonly SectionBead[]
  readonly sentenceBonus?: (source: string, target: string) => number
}

/** Evidence from which a bead of sentences is taken as right, in nats. */
const clear = 2.5
/** Fewer clear beads than this teach nothing about a pair. */
const leastTaught = 12

export function alignPair(
  source: Prepared,
  target: Prepared,
  table: Features,
  options: PairOptions = {},
): PairAlignment {
  const kinship = kinshipOf(source.language, target.language)
  const first = pass(source, target, source.sections, target.sections, table, undefined, options)
  const good = first.sentences.filter(
    ({ score, source: a, target: b }) => score > clear && a.length > 0 && b.length > 0 && a[0]!.language !== b[0]!.language,
  )
  const pairs = good.map((bead) => [merged(bead.source), merged(bead.target)] as const)
  const all = (sections: readonly PreparedSection[]) => sections.flatMap(({ sentences }) => sentences)
  const survival =
    pairs.length < leastTaught ? undefined : survivalOf(table, all(source.sections), all(target.sections), pairs, kinship)
  const learned = learnedPieces(source.sections, target.sections, good, table)
  return pass(source, target, learned.source, learned.target, table, survival, options)
}

function pass(
  from: Prepared,
  to: Prepared,
  source: readonly PreparedSection[],
  target: readonly PreparedSection[],
  table: Features,
  survival: readonly number[] | undefined,
  options: PairOptions,
): PairAlignment {
  const { score, matrix } = sectionEvidence(from, to, source, target, table, survival, options.sectionBonus)
  const found = alignSections({ rows: source.length, columns: target.length, score })
  const sections: SectionBead[] = [
    ...(options.fixed ?? []).filter(({ source: a, target: b }) => a.length > 0 && b.length > 0),
    ...found.map((bead) => ({ source: indices(bead.source), target: indices(bead.target), score: bead.score })),
  ]
  const evidence = evidenceByLanguage(
    table,
    source.flatMap(({ sentences }) => sentences),
    target.flatMap(({ sentences }) => sentences),
    { languages: [from.language, to.language], spread: 0.28, isLong: false, ...(survival ? { survival } : {}) },
  )
  const sentences: SentenceBead[] = []
  let clearly = 0
  let count = 0
  for (const bead of sections) {
    const a = bead.source.flatMap((at) => source[at]!.sentences)
    const b = bead.target.flatMap((at) => target[at]!.sentences)
    const bonus = options.sentenceBonus
    const beads = alignSentences({
      source: a,
      target: b,
      evidence: evidence(source[bead.source[0]!]!.language, target[bead.target[0]!]!.language),
      extra: bonus ? (i, j) => bonus(a[i]!.id, b[j]!.id) : undefined,
    })
    for (const { source: left, target: right, score: value } of beads) {
      sentences.push({ source: a.slice(left.start, left.end), target: b.slice(right.start, right.end), score: value })
      if (value > clear) clearly++
    }
    count += Math.min(a.length, b.length)
  }
  return {
    sections,
    sentences,
    matrix,
    quality: count === 0 ? 0 : clearly / count,
    order: orderOf(sections, Math.min(source.length, target.length)),
  }
}

/** Linked sections in order: does the next linked one of the source answer the next linked one of the target? */
function orderOf(sections: readonly SectionBead[], size: number): number {
  if (size < 2 || sections.length < 2) return 0
  const bySource = [...sections].sort((a, b) => a.source[0]! - b.source[0]!)
  const byTarget = [...sections].sort((a, b) => a.target[0]! - b.target[0]!)
  const rank = new Map(byTarget.map((bead, at) => [bead, at]))
  const next = bySource.filter((bead, at) => at > 0 && rank.get(bySource[at - 1]!)! + 1 === rank.get(bead))
  const linked = sections.reduce((sum, { source, target }) => sum + Math.min(source.length, target.length), 0)
  return (Math.min(1, linked / size) * next.length) / (sections.length - 1)
}

const indices = ({ start, end }: Range): number[] => Array.from({ length: end - start }, (_, at) => start + at)
