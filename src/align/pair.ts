// Two documents: their sections, the sentences inside linked sections, and whether they are translations at all.
// Two passes: the first learns from the pair itself how much survives translation and which words answer which; the
// second aligns again with that knowledge.
import type { BeadScore, Range } from "./beads.ts"
import { learnedPieces } from "./dictionary.ts"
import { survivalOf } from "./evidence.ts"
import { merged, type Features } from "./features.ts"
import { alignSections } from "./sections.ts"
import { evidenceByLanguage, kinshipOf, sectionEvidence } from "./section-evidence.ts"
import { alignSentences } from "./sentences.ts"
import { isWhole, sectionsFrom } from "./whole.ts"
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
/** And more than this nothing new. */
const enoughTaught = 5_000

export interface PairAligner {
  /** Aligns again, hearing also what other documents say of pairs of sections. */
  run(support?: (i: number, j: number) => number): PairAlignment
}

/** Learns what there is to learn from a pair, and aligns it as often as wanted. */
export function pairAligner(
  source: Prepared,
  target: Prepared,
  table: Features,
  options: PairOptions = {},
): PairAligner {
  const kinship = kinshipOf(source.language, target.language)
  const first = aligner(source, target, source.sections, target.sections, table, undefined, options).run()
  const good = first.sentences.filter(
    ({ score, source: a, target: b }) =>
      score > clear && a.length > 0 && b.length > 0 && a[0]!.language !== b[0]!.language,
  )
  const pairs = good.slice(0, enoughTaught).map((bead) => [merged(bead.source), merged(bead.target)] as const)
  const all = (sections: readonly PreparedSection[]) => sections.flatMap(({ sentences }) => sentences)
  const survival =
    pairs.length < leastTaught
      ? undefined
      : survivalOf(table, all(source.sections), all(target.sections), pairs, kinship)
  const learned = learnedPieces(source.sections, target.sections, good, table)
  return aligner(source, target, learned.source, learned.target, table, survival, options)
}

function aligner(
  from: Prepared,
  to: Prepared,
  source: readonly PreparedSection[],
  target: readonly PreparedSection[],
  table: Features,
  survival: readonly number[] | undefined,
  options: PairOptions,
): PairAligner {
  const evidence = evidenceByLanguage(
    table,
    source.flatMap(({ sentences }) => sentences),
    target.flatMap(({ sentences }) => sentences),
    { languages: [from.language, to.language], spread: 0.28, isLong: false, ...(survival ? { survival } : {}) },
  )
  /** Sentences of a bead do not change with what others say, so they are searched once. */
  const known = new Map<string, SentenceBead[]>()
  const sentencesIn = (bead: SectionBead): SentenceBead[] => {
    const key = `${bead.source.join()}=${bead.target.join()}`
    const before = known.get(key)
    if (before) return before
    const a = bead.source.flatMap((at) => source[at]!.sentences)
    const b = bead.target.flatMap((at) => target[at]!.sentences)
    const bonus = options.sentenceBonus
    const beads = alignSentences({
      source: a,
      target: b,
      evidence: evidence(source[bead.source[0]!]!.language, target[bead.target[0]!]!.language),
      extra: bonus ? (i, j) => bonus(a[i]!.id, b[j]!.id) : undefined,
    })
    const found = beads.map(({ source: left, target: right, score: value }) => ({
      source: a.slice(left.start, left.end),
      target: b.slice(right.start, right.end),
      score: value,
    }))
    known.set(key, found)
    return found
  }
  const count = (sections: readonly PreparedSection[], indexes: readonly number[]) =>
    indexes.reduce((sum, at) => sum + sections[at]!.sentences.length, 0)
  if (isWhole(source, target)) {
    const a = source.flatMap((section) => section.sentences)
    const b = target.flatMap((section) => section.sentences)
    const bonus = options.sentenceBonus
    const beads = alignSentences({
      source: a,
      target: b,
      evidence: evidence(from.language, to.language),
      extra: bonus ? (i, j) => bonus(a[i]!.id, b[j]!.id) : undefined,
    })
    const sentences = beads.map(({ source: left, target: right, score: value }) => ({
      source: a.slice(left.start, left.end),
      target: b.slice(right.start, right.end),
      score: value,
    }))
    const sections = sectionsFrom(source, target, sentences)
    const quality =
      sentences.filter(({ score: value }) => value > clear).length / Math.max(1, Math.min(a.length, b.length))
    return { run: () => ({ sections, sentences, matrix: [], quality, order: quality }) }
  }
  const { score, matrix } = sectionEvidence(from, to, source, target, table, survival, options.sectionBonus)
  return {
    run(support) {
      const heard: BeadScore = support
        ? (i, n, j, m) => {
            let value = score(i, n, j, m)
            for (let a = i; a < i + n; a++) for (let b = j; b < j + m; b++) value += support(a, b)
            return value
          }
        : score
      const found = alignSections({ rows: source.length, columns: target.length, score: heard })
      const sections: SectionBead[] = [
        ...(options.fixed ?? []).filter(({ source: a, target: b }) => a.length > 0 && b.length > 0),
        ...found.map((bead) => ({ source: indices(bead.source), target: indices(bead.target), score: bead.score })),
      ]
      const sentences = sections.flatMap(sentencesIn)
      const clearly = sentences.filter(({ score: value }) => value > clear).length
      const possible = sections.reduce(
        (sum, bead) => sum + Math.min(count(source, bead.source), count(target, bead.target)),
        0,
      )
      return {
        sections,
        sentences,
        matrix,
        quality: possible === 0 ? 0 : clearly / possible,
        order: orderOf(sections, Math.min(source.length, target.length)),
      }
    },
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
