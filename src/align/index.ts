// Alignment: sections and sentences of the documents of a policy, every pair linked, the links in agreement.
//
// Pairs that are translations are aligned by evidence (evidence.ts): sections by assignment and local search
// (sections.ts), sentences by dynamic programming (sentences.ts). With three documents or more each pair then hears
// what the others say, and rows make the links agree (rows.ts). Pairs that were written apart are linked by topic
// (comparable.ts); such links are never called parallel. What people confirmed or rejected binds every run.
import type { Link, Relation } from "../model/bitext.ts"
import type { Document } from "../model/document.ts"
import type { Topic } from "../terms/topics.ts"
import { comparableLinks } from "./comparable.ts"
import { sectionConfidence, sentenceConfidence } from "./confidence.ts"
import { decisionsOf, type Decisions } from "./decisions.ts"
import { featureTable } from "./features.ts"
import { pairAligner, type PairAlignment } from "./pair.ts"
import { prepare, type Prepared } from "./prepare.ts"
import { consistent, type PairLink } from "./rows.ts"
import { similarityEvidence, type SimilarityProvider } from "./similarity.ts"
import { supportFrom } from "./support.ts"
import { topicsOf } from "./topics.ts"

export type { SimilarityProvider } from "./similarity.ts"

export interface AlignInput {
  readonly document: Document
  /** BCP 47. */
  readonly language: string
}

export interface AlignOptions {
  /** Links of earlier runs; those confirmed are kept, those rejected avoided, suggested ones ignored. */
  readonly links?: readonly Link[]
  /** Index of the document whose order rows follow and whose links decide ties; the best linked one when absent. */
  readonly pivot?: number
  readonly similarity?: SimilarityProvider
}

export interface AlignedSection {
  /** "<document>/<section>". */
  readonly id: string
  readonly topic: Topic | null
  readonly topicConfidence: number
  /** Language of the section where it is not the document's: left untranslated. */
  readonly language?: string
}

export interface Alignment {
  readonly sections: readonly AlignedSection[]
  readonly links: readonly Link[]
  /** Sections without a counterpart in any other document. */
  readonly unaligned: readonly string[]
  readonly relations: readonly { readonly source: number; readonly target: number; readonly relation: Relation }[]
  /** Index of the document whose order rows follow. */
  readonly pivot: number
  /** Name of the similarity provider that was used. */
  readonly provider?: string
}

/** Are two documents translations? Their sentences answer one another, and run side by side. Fitted on dev. */
function isTranslation({ strength, order }: PairAlignment): boolean {
  return strength + 3 * order ** 2 >= 3.6
}

export function align(documents: readonly AlignInput[], options: AlignOptions = {}): Alignment {
  const table = featureTable()
  const prepared = documents.map(({ document, language }, index) => prepare(document, language, index, table))
  const topics = prepared.map(topicsOf)
  const decisions = decisionsOf(options.links ?? [], prepared)
  const pairs = pairsOf(prepared)
  const similarity = options.similarity
  const sentenceBonus = (a: string, b: string): number => {
    const decided = decisions.sentenceBonus(a, b)
    if (!similarity || decided !== 0) return decided
    return similarityEvidence(similarity.similarity(textOf(prepared, a), textOf(prepared, b)))
  }
  const aligners = pairs.map(([a, b]) =>
    pairAligner(a, b, table, {
      sectionBonus: (i, j) => decisions.sectionBonus(a.index, i, b.index, j),
      fixed: decisions.fixed(a.index, b.index),
      ...(similarity || decisions.hasSentences ? { sentenceBonus } : {}),
    }),
  )
  let aligned = aligners.map((each) => each.run())
  // Translations of the same text are translations of one another, however little the two show of it.
  const family = prepared.map(({ index }) => index)
  for (const [at, [a, b]] of pairs.entries())
    if (isTranslation(aligned[at]!)) {
      const [kept, gone] = [family[a.index]!, family[b.index]!]
      for (const [index, each] of family.entries()) if (each === gone) family[index] = kept
    }
  const relations = pairs.map(([a, b]) => ({
    source: a.index,
    target: b.index,
    relation: family[a.index] === family[b.index] ? ("parallel" as const) : ("comparable" as const),
  }))
  const isParallel = (at: number) => relations[at]!.relation === "parallel"
  if (relations.filter(({ relation }) => relation === "parallel").length >= 3) {
    const support = supportFrom(
      pairs.map(([a, b], at) => ({ a: a.index, b: b.index, ...aligned[at]! })).filter((_, at) => isParallel(at)),
    )
    aligned = pairs.map(([a, b], at) => (isParallel(at) ? aligners[at]!.run(support(a.index, b.index)) : aligned[at]!))
  }

  const sectionLinks: PairLink[] = []
  const sentenceLinks: PairLink[] = []
  for (const [at, [a, b]] of pairs.entries()) {
    if (!isParallel(at)) continue
    const found = sectionsOf(a, b, aligned[at]!)
    sectionLinks.push(...found)
    sentenceLinks.push(...sentencesOf(a, b, aligned[at]!, found))
  }
  const isRejected = decisions.isRejected
  const pivot = options.pivot ?? bestLinked(sectionLinks, prepared.length)
  const parallel = consistent(sectionLinks, prepared.length, { isRejected, pivot })
  const segments = consistent(sentenceLinks, prepared.length, { pivot })
  const comparable = pairs.flatMap(([a, b], at) =>
    isParallel(at)
      ? []
      : [
          ...decisions
            .fixed(a.index, b.index)
            .map((bead) => ({ a: a.index, b: b.index, ...bead, confidence: 1, isFixed: true })),
          ...comparableLinks(a, b, (document) => topics[document]!).filter(({ source, target }) =>
            Number.isFinite(decisions.sectionBonus(a.index, source[0]!, b.index, target[0]!)),
          ),
        ],
  )
  const links: Link[] = [
    ...parallel.map((link) => sectionLink(prepared, link, "parallel", decisions)),
    ...comparable.map((link) => sectionLink(prepared, link, "comparable", decisions)),
    ...segments.map((link) => sentenceLink(prepared, link, decisions)),
  ]
  const linked = new Set(
    links.flatMap(({ level, source, target }) =>
      level === "section" && source.length > 0 && target.length > 0 ? [...source, ...target] : [],
    ),
  )
  const sections = prepared.flatMap((document) =>
    document.sections.map((section): AlignedSection => {
      const profile = topics[document.index]![section.index]!
      return {
        id: section.id,
        topic: profile.topic,
        topicConfidence: Math.round(profile.confidence * 1000) / 1000,
        ...(section.language === document.language ? {} : { language: section.language }),
      }
    }),
  )
  return {
    sections,
    links: [...links, ...decisions.absences],
    unaligned: sections.map(({ id }) => id).filter((id) => !linked.has(id)),
    relations,
    pivot,
    ...(similarity ? { provider: similarity.name } : {}),
  }
}

/** The document whose sections are linked most surely; the first of equals. */
function bestLinked(links: readonly PairLink[], documents: number): number {
  const sums = Array.from({ length: documents }, (_, at) =>
    links.reduce((sum, { a, b, confidence }) => sum + (a === at || b === at ? confidence : 0), 0),
  )
  return Math.max(0, sums.indexOf(Math.max(...sums)))
}

function pairsOf(prepared: readonly Prepared[]): (readonly [Prepared, Prepared])[] {
  return prepared.flatMap((a) => prepared.filter(({ index }) => index > a.index).map((b) => [a, b] as const))
}

function sectionsOf(a: Prepared, b: Prepared, pair: PairAlignment): PairLink[] {
  return pair.sections.map(({ source, target, score }) => {
    const isFixed = score === Infinity
    const rivals = (i: number, j: number) => {
      let best = 0
      for (let k = 0; k < b.sections.length; k++)
        if (!target.includes(k)) best = Math.max(best, pair.matrix[i]?.[k] ?? 0)
      for (let k = 0; k < a.sections.length; k++)
        if (!source.includes(k)) best = Math.max(best, pair.matrix[k]?.[j] ?? 0)
      return best
    }
    const lead = score - Math.max(...source.flatMap((i) => target.map((j) => rivals(i, j))))
    return {
      a: a.index,
      b: b.index,
      source,
      target,
      confidence: isFixed ? 1 : sectionConfidence(score, lead),
      ...(isFixed ? { isFixed } : {}),
    }
  })
}

function sentencesOf(a: Prepared, b: Prepared, pair: PairAlignment, sections: readonly PairLink[]): PairLink[] {
  const confidence = new Map(sections.flatMap((link) => link.source.map((i) => [i, link.confidence] as const)))
  return pair.sentences
    .filter(({ source, target }) => source.length > 0 && target.length > 0)
    .map(({ source, target, score }) => ({
      a: a.index,
      b: b.index,
      source: source.map(({ at }) => at),
      target: target.map(({ at }) => at),
      confidence: sentenceConfidence(score, source.length + target.length, confidence.get(source[0]!.section) ?? 0.5),
    }))
}

function sectionLink(prepared: readonly Prepared[], link: PairLink, relation: Relation, decisions: Decisions): Link {
  const source = link.source.map((at) => prepared[link.a]!.sections[at]!.id)
  const target = link.target.map((at) => prepared[link.b]!.sections[at]!.id)
  const isConfirmed = decisions.isConfirmed(source, target)
  const confirmed = isConfirmed ? decisions.relation(source, target) : undefined
  return {
    level: "section",
    source,
    target,
    relation: confirmed ?? relation,
    confidence: isConfirmed ? 1 : link.confidence,
    ...(isConfirmed ? { status: "confirmed" as const } : {}),
  }
}

function sentenceLink(prepared: readonly Prepared[], link: PairLink, decisions: Decisions): Link {
  const ids = (document: number) => sentenceIds(prepared[document]!)
  const source = link.source.map((at) => ids(link.a)[at]!)
  const target = link.target.map((at) => ids(link.b)[at]!)
  const isConfirmed = decisions.isConfirmed(source, target)
  return {
    level: "segment",
    source,
    target,
    relation: "parallel",
    confidence: isConfirmed ? 1 : link.confidence,
    ...(isConfirmed ? { status: "confirmed" as const } : {}),
  }
}

const idLists = new WeakMap<Prepared, string[]>()

function sentenceIds(document: Prepared): string[] {
  let list = idLists.get(document)
  if (!list) idLists.set(document, (list = document.sections.flatMap(({ sentences }) => sentences.map(({ id }) => id))))
  return list
}

function textOf(prepared: readonly Prepared[], id: string): string {
  const [document = 0, section = 0, sentence = 0] = id.split("/").map(Number)
  return prepared[document]?.sections[section]?.sentences[sentence]?.text ?? ""
}
