// A document as the aligner sees it: sections and sentences with their features, each read in the language it is in.
import { plain } from "../content.ts"
import type { BlockKind, Document, Section } from "../model/document.ts"
import type { ConceptCounts, SectionConcepts } from "../terms/predict.ts"
import { merged, noCounts, pieceOf, type Features, type Piece, type ReadPiece } from "./features.ts"
import { languageIn, sectionLanguageIn } from "./left.ts"

export interface PreparedSentence extends Piece {
  readonly id: string
  /** Number in the document, and of its section. */
  readonly at: number
  readonly section: number
  readonly text: string
  readonly language: string
  readonly kind: BlockKind
  readonly isBlockStart: boolean
  readonly isBlockEnd: boolean
}

export interface PreparedSection {
  readonly id: string
  readonly index: number
  readonly section: Section
  /** Language most of it is in; differs from the document's when it was left untranslated. */
  readonly language: string
  /** All languages a good part of it is in: "az", "az+en". */
  readonly spoken: string
  readonly sentences: readonly PreparedSentence[]
  readonly body: Piece
  readonly heading: Piece | null
  /** Number the heading begins with. */
  readonly number: string | null
  readonly level: number
  readonly items: number
  /** Front matter: counterpart of front matter only. */
  readonly isMeta: boolean
  readonly concepts: SectionConcepts
}

export interface Prepared {
  readonly index: number
  readonly language: string
  readonly document: Document
  readonly sections: readonly PreparedSection[]
  readonly sentences: number
}

export function prepare(document: Document, language: string, index: number, table: Features): Prepared {
  const tag = language.split("-")[0]!.toLowerCase()
  const blocks = new Map(document.blocks.map((block) => [block.id, block]))
  let isFirst = true
  let count = 0
  const firstHeading = document.sections.findIndex(({ heading }) => heading !== "")
  const sections = document.sections.map((section, at): PreparedSection => {
    const text = section.segments.map((segment) => segment.text).join(" ")
    const sectionLanguage = sectionLanguageIn(text, tag)
    const read: { piece: ReadPiece; sentence: PreparedSentence }[] = section.segments.map((segment, position) => {
      const seen = languageIn(segment.text, tag, sectionLanguage)
      // Of near languages a sentence alone tells little: it goes with its section.
      const sentenceLanguage = seen === tag && sectionLanguage !== "en" ? sectionLanguage : seen
      const piece = pieceOf(segment.text, sentenceLanguage, table)
      return {
        piece,
        sentence: {
          length: piece.length,
          features: piece.features,
          counts: noCounts,
          id: `${index}/${segment.id}`,
          at: count++,
          section: at,
          text: segment.text,
          language: sentenceLanguage,
          kind: blocks.get(segment.block)?.kind ?? "paragraph",
          isBlockStart: section.segments[position - 1]?.block !== segment.block,
          isBlockEnd: section.segments[position + 1]?.block !== segment.block,
        },
      }
    })
    const hasHeading = section.heading !== ""
    const headingCount = hasHeading
      ? read.filter(({ sentence }) => sentence.id.endsWith("/0") || isHeadOf(section, sentence, blocks)).length
      : 0
    const body = read.slice(headingCount)
    const heads = read.slice(0, headingCount)
    const isMeta = section.segments.length > 0 && section.blocks.every((id) => blocks.get(id)?.kind === "meta")
    const concepts: SectionConcepts = {
      heading: countsOf(heads.map(({ piece }) => piece)),
      title: section.heading,
      language: sectionLanguage,
      opening: countsOf(body.slice(0, 1).map(({ piece }) => piece)),
      body: countsOf(body.map(({ piece }) => piece)),
      isAbove: at < firstHeading,
      words: body.reduce((sum, { piece }) => sum + piece.words.length, 0),
      isFirst: isFirst && !isMeta && (section.heading !== "" || text.split(/\s+/).length >= 25),
    }
    if (concepts.isFirst) isFirst = false
    return {
      id: `${index}/${section.id}`,
      index: at,
      section,
      language: mostlyIn(read.map(({ sentence }) => sentence)) ?? sectionLanguage,
      spoken: spokenIn(read.map(({ sentence }) => sentence)) || sectionLanguage,
      sentences: read.map(({ sentence }) => sentence),
      body: read.length > 0 ? merged(read.map(({ piece }) => piece)) : pieceOf("", tag, table),
      heading: heads.length > 0 ? merged(heads.map(({ piece }) => piece)) : null,
      number: /^\s*(?:§\s*)?(\d{1,2}(?:\.\d{1,2})*)[.)\s]/.exec(section.heading)?.[1] ?? null,
      level: section.level,
      items: section.blocks.filter((id) => blocks.get(id)?.kind === "item" || blocks.get(id)?.kind === "cell").length,
      isMeta,
      concepts,
    }
  })
  return {
    index,
    language: tag,
    document,
    sections,
    sentences: count,
  }
}

/** Letters in sentences. */
export function mass(sentences: readonly Piece[]): number {
  return sentences.reduce((sum, { length }) => sum + length, 0)
}

/** A language with less of a section than this does not count. */
const leastSpoken = 0.2

function sharesOf(sentences: readonly PreparedSentence[]): Map<string, number> {
  const share = new Map<string, number>()
  for (const { language, length } of sentences) share.set(language, (share.get(language) ?? 0) + length)
  return share
}

function mostlyIn(sentences: readonly PreparedSentence[]): string | undefined {
  return [...sharesOf(sentences)].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function spokenIn(sentences: readonly PreparedSentence[]): string {
  const share = sharesOf(sentences)
  return [...share.keys()]
    .filter((language) => share.get(language)! >= leastSpoken * mass(sentences))
    .sort()
    .join("+")
}

/** Is the sentence part of the block that is the section's heading? */
function isHeadOf(
  section: Section,
  sentence: PreparedSentence,
  blocks: ReadonlyMap<string, Document["blocks"][number]>,
): boolean {
  const segment = section.segments[Number(sentence.id.split("/").at(-1))]
  const head = section.blocks[0]
  return (
    segment !== undefined && segment.block === head && plain(blocks.get(head)?.content ?? []).trim() === section.heading
  )
}

function countsOf(pieces: readonly ReadPiece[]): ConceptCounts {
  const counts = new Map<number, number>()
  for (const { matches } of pieces)
    for (const { concept } of matches) counts.set(concept, (counts.get(concept) ?? 0) + 1)
  return counts
}
