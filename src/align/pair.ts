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
  /** Mean evidence of a sentence in linked sections, in nats: what tells translations from texts of one kind. */
  readonly quality: number
}

export interface PairOptions {
  /** Evidence from elsewhere (other documents, people) for a pair of sections, in nats; -Infinity forbids. */
  readonly sectionBonus?: (i: number, j: number) => number
  /** Links people made; their sections take part in no other. */
  readonly fixed?: readonly SectionBead[]
  readonly sentenceBonus?: (source: string, target: string) => number
}

export function alignPair(
  source: Prepared,
  target: Prepared,
  table: Features,
  options: PairOptions = {},
): PairAlignment {
  const kinship = kinshipOf(source.language, target.language)
  const first = pass(source, target, source.sections, target.sections, table, undefined, options)
  const good = first.sentences.filter(
    ({ score, source: a, target: b }) => score > 1 && a.length > 0 && b.length > 0 && a[0]!.language !== b[0]!.language,
  )
  const pairs = good.map((bead) => [merged(bead.source), merged(bead.target)] as const)
  const all = (sections: readonly PreparedSection[]) => sections.flatMap(({ sentences }) => sentences)
  const survival = survivalOf(table, all(source.sections), all(target.sections), pairs, kinship)
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
  let sum = 0
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
      sum += Math.max(-2, Math.min(8, value))
    }
    count += Math.max(a.length, b.length)
  }
  return { sections, sentences, matrix, quality: count === 0 ? 0 : sum / count }
}

const indices = ({ start, end }: Range): number[] => Array.from({ length: end - start }, (_, at) => start + at)
