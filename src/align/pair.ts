// Two documents: their sections, the sentences inside linked sections, and whether they are translations at all.
// Two passes: the first learns from the pair itself how much survives translation and which words answer which; the
// second aligns again with that knowledge.
import type { BeadScore, Range } from "./beads.ts"
import { learnedPieces } from "./dictionary.ts"
import { survivalOf } from "./evidence.ts"
import { merged, type Features } from "./features.ts"
import { alignKeys, isKeyed } from "./keyed.ts"
import { withLeftovers } from "./leftovers.ts"
import { alignSections } from "./sections.ts"
import { evidenceByLanguage, kinshipOf, sectionEvidence } from "./section-evidence.ts"
import { alignSentences } from "./sentences.ts"
import { alignWhole, isWhole } from "./whole.ts"
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
  /** Evidence of a sentence of the smaller document for its counterpart, in nats, on average. */
  readonly strength: number
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
  const good = teachers(source, target, table, options)
  const pairs = good.map((bead) => [merged(bead.source), merged(bead.target)] as const)
  const survival =
    pairs.length < leastTaught
      ? undefined
      : survivalOf(table, sentencesOf(source.sections), sentencesOf(target.sections), pairs, kinship)
  const learned = learnedPieces(source.sections, target.sections, good, table)
  return aligner(source, target, learned.source, learned.target, table, survival, options)
}

/** Beads that are clearly right, to learn from: of a long document those of its beginning, when they are enough. */
function teachers(source: Prepared, target: Prepared, table: Features, options: PairOptions): SentenceBead[] {
  const clearBeads = (left: readonly PreparedSection[], right: readonly PreparedSection[]) =>
    aligner(source, target, left, right, table, undefined, options)
      .run()
      .sentences.filter(
        ({ score, source: a, target: b }) =>
          score > clear && a.length > 0 && b.length > 0 && a[0]!.language !== b[0]!.language,
      )
      .slice(0, enoughTaught)
  const part = (1.5 * enoughTaught) / Math.min(source.sentences, target.sentences)
  if (part < 0.5 && isWhole(source.sections, target.sections)) {
    const found = clearBeads(opening(source, part), opening(target, part))
    if (found.length > enoughTaught / 2) return found
  }
  return clearBeads(source.sections, target.sections)
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
  const evidence = evidenceByLanguage(table, sentencesOf(source), sentencesOf(target), {
    languages: [from.language, to.language],
    spread: 0.28,
    isLong: false,
    ...(survival ? { survival } : {}),
  })
  const search = (a: readonly PreparedSentence[], b: readonly PreparedSentence[]) => {
    const bonus = options.sentenceBonus
    const extra = bonus ? (i: number, j: number) => bonus(a[i]!.id, b[j]!.id) : undefined
    return alignSentences({ source: a, target: b, evidence, extra }).map(
      ({ source: left, target: right, score: value }): SentenceBead => ({
        source: a.slice(left.start, left.end),
        target: b.slice(right.start, right.end),
        score: value,
      }),
    )
  }
  if (isKeyed(from, to)) {
    const found = alignKeys({ ...from, sections: source }, { ...to, sections: target }, search)
    const sections = found.sections.filter(
      ({ source: [i], target: [j] }) => options.sectionBonus?.(i!, j!) !== -Infinity,
    )
    return { run: () => ({ ...found, sections: [...(options.fixed ?? []), ...sections] }) }
  }
  if (isWhole(source, target)) {
    const found = alignWhole(source, target, search, options)
    const strength = strengthOf(found.sentences, Math.min(from.sentences, to.sentences))
    return { run: () => ({ ...found, matrix: [], strength, order: Math.min(1, strength / 6) }) }
  }
  /** Sentences of a bead do not change with what others say, so they are searched once. */
  const known = new Map<string, SentenceBead[]>()
  const sentencesIn = (bead: SectionBead): SentenceBead[] => {
    const key = `${bead.source.join()}=${bead.target.join()}`
    let found = known.get(key)
    if (!found) {
      const [a, b] = [bead.source.map((at) => source[at]!), bead.target.map((at) => target[at]!)]
      known.set(key, (found = search(sentencesOf(a), sentencesOf(b))))
    }
    return found
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
      const linked: SectionBead[] = [
        ...(options.fixed ?? []).filter(({ source: a, target: b }) => a.length > 0 && b.length > 0),
        ...found.map((bead) => ({ source: indices(bead.source), target: indices(bead.target), score: bead.score })),
      ]
      const sections = withLeftovers(linked, {
        source,
        target,
        sentencesIn,
        align: search,
        isExcluded: (i, j) => options.sectionBonus?.(i, j) === -Infinity,
      })
      const sentences = sections.flatMap(sentencesIn)
      return {
        sections,
        sentences,
        matrix,
        strength: strengthOf(sentences, Math.min(from.sentences, to.sentences)),
        order: orderOf(sections, Math.min(source.length, target.length)),
      }
    },
  }
}

function strengthOf(beads: readonly SentenceBead[], size: number): number {
  const two = beads.filter(({ source, target }) => source.length > 0 && target.length > 0)
  return two.reduce((sum, { score }) => sum + Math.max(-4, Math.min(12, score)), 0) / Math.max(1, size)
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

const sentencesOf = (sections: readonly PreparedSection[]) => sections.flatMap(({ sentences }) => sentences)

/** The first sections that hold this part of a document's sentences. */
function opening({ sections, sentences }: Prepared, part: number): readonly PreparedSection[] {
  let count = 0
  const end = sections.findIndex((section) => (count += section.sentences.length) >= part * sentences)
  return sections.slice(0, end + 1)
}

const indices = ({ start, end }: Range): number[] => Array.from({ length: end - start }, (_, at) => start + at)
