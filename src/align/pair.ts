// Two documents: their sections, the sentences inside linked sections, and whether they are translations at all.
// Two passes: the first learns from the pair itself how much survives translation and which words answer which; the
// second aligns again with that knowledge.
import type { Range } from "./beads.ts"
import { learnedPieces } from "./dictionary.ts"
import { evidenceOf, survivalOf, type EvidenceOptions } from "./evidence.ts"
import { merged, type Features, type Piece } from "./features.ts"
import type { Prepared, PreparedSection, PreparedSentence } from "./prepare.ts"
import { alignSections } from "./sections.ts"
import { alignSentences } from "./sentences.ts"

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

const turkic = new Set(["ug", "ky", "tk", "az", "tr", "kk", "uz", "tt", "ba"])

export function alignPair(
  source: Prepared,
  target: Prepared,
  table: Features,
  options: PairOptions = {},
): PairAlignment {
  const isSister = turkic.has(source.language) && turkic.has(target.language)
  const first = pass(source.sections, target.sections, table, { isSister }, options)
  const good = first.sentences.filter(({ score, source: a, target: b }) => score > 1 && a.length > 0 && b.length > 0)
  const pairs = good.map((bead) => [merged(bead.source), merged(bead.target)] as const)
  const all = (sections: readonly PreparedSection[]) => sections.flatMap(({ sentences }) => sentences)
  const survival = survivalOf(table, all(source.sections), all(target.sections), pairs, isSister)
  const learned = learnedPieces(source.sections, target.sections, good, table)
  return pass(learned.source, learned.target, table, { isSister, survival }, options)
}

function pass(
  source: readonly PreparedSection[],
  target: readonly PreparedSection[],
  table: Features,
  knowledge: Pick<EvidenceOptions, "isSister" | "survival">,
  options: PairOptions,
): PairAlignment {
  const ratio = lengthRatio(source, target)
  const bodies = evidenceOf(table, source.map(body), target.map(body), {
    ...knowledge,
    ratio,
    spread: 0.22,
    isLong: true,
  })
  const heads = (sections: readonly PreparedSection[]) => sections.flatMap(({ heading }) => (heading ? [heading] : []))
  const headings = evidenceOf(table, heads(source), heads(target), { ...knowledge, ratio, spread: 0.5 })
  const single = (i: number, j: number): number => {
    const a = source[i]!
    const b = target[j]!
    if (a.isMeta !== b.isMeta) return -30
    let value = a.isMeta ? 15 : 0
    if (a.heading && b.heading) value += Math.max(-2.5, headings.score(a.heading, b.heading))
    if (a.number && b.number) value += a.number === b.number ? 1 : -0.4
    if (a.level !== b.level && a.level > 0 && b.level > 0) value -= 1
    if (a.items + b.items > 0) value += 1 - (2.5 * Math.abs(a.items - b.items)) / (a.items + b.items)
    return value
  }
  const left = runs(source)
  const right = runs(target)
  const score = (i: number, n: number, j: number, m: number): number => {
    let value = bodyWeight * bodies.score(left(i, n), right(j, m))
    value += n === 1 && m === 1 ? single(i, j) : Math.min(0, single(i, j)) * 0.3 + Math.max(0, single(i, j)) * 0.6
    if (options.sectionBonus) {
      for (let a = i; a < i + n; a++) for (let b = j; b < j + m; b++) value += options.sectionBonus(a, b)
    }
    return value
  }
  const matrix = source.map((_, i) => Float64Array.from(target, (__, j) => score(i, 1, j, 1)))
  const found = alignSections({ rows: source.length, columns: target.length, score })
  const sections: SectionBead[] = [
    ...(options.fixed ?? []).filter(({ source: a, target: b }) => a.length > 0 && b.length > 0),
    ...found.map((bead) => ({ source: indices(bead.source), target: indices(bead.target), score: bead.score })),
  ]
  const allSource = source.flatMap(({ sentences }) => sentences)
  const allTarget = target.flatMap(({ sentences }) => sentences)
  const evidence = evidenceOf(table, allSource, allTarget, { ...knowledge, ratio, spread: 0.28 })
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
      evidence,
      extra: bonus ? (i, j) => bonus(a[i]!.id, b[j]!.id) : undefined,
    })
    for (const { source: from, target: to, score: value } of beads) {
      sentences.push({ source: a.slice(from.start, from.end), target: b.slice(to.start, to.end), score: value })
      sum += Math.max(-2, Math.min(8, value))
    }
    count += Math.max(a.length, b.length)
  }
  return { sections, sentences, matrix, quality: count === 0 ? 0 : sum / count }
}

/** Words of a section depend on one another; its evidence counts in part. Found on dev. */
const bodyWeight = 0.7

const indices = ({ start, end }: Range): number[] => Array.from({ length: end - start }, (_, at) => start + at)

const body = (section: PreparedSection): Piece => section.body

function runs(sections: readonly PreparedSection[]): (at: number, count: number) => Piece {
  const kept = new Map<number, Piece>()
  return (at, count) => {
    if (count === 1) return sections[at]!.body
    const key = at * 8 + count
    let piece = kept.get(key)
    if (!piece) kept.set(key, (piece = merged(sections.slice(at, at + count).map(body))))
    return piece
  }
}

function lengthRatio(source: readonly PreparedSection[], target: readonly PreparedSection[]): number {
  const mean = (sections: readonly PreparedSection[]) => {
    const lengths = sections.flatMap(({ sentences }) => sentences.map(({ length }) => length)).sort((a, b) => a - b)
    const middle = lengths.slice(Math.floor(lengths.length * 0.2), Math.ceil(lengths.length * 0.8))
    return middle.reduce((sum, each) => sum + each, 0) / Math.max(1, middle.length)
  }
  const ratio = mean(target) / Math.max(1, mean(source))
  return Math.min(2, Math.max(0.5, ratio || 1))
}
