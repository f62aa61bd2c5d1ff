// What the reports of `besh align` are made of.
import type { Alignment } from "../../src/align/index.ts"
import type { Link } from "../../src/model/bitext.ts"
import type { Document, Section, Segment } from "../../src/model/document.ts"

export interface AlignedDocument {
  readonly path: string
  readonly document: Document
  readonly language: string
}

export interface LinkedText {
  readonly link: Link
  /** Document indices. */
  readonly from: number
  readonly to: number
  readonly source: string
  readonly target: string
}

/** The links of one level that have two sides, with their texts, in order of the first document. */
export function linkedTexts(
  documents: readonly AlignedDocument[],
  alignment: Alignment,
  level: Link["level"],
): LinkedText[] {
  return alignment.links
    .filter((link) => link.level === level && link.source.length > 0 && link.target.length > 0)
    .map((link) => ({
      link,
      from: documentOf(link.source[0]!),
      to: documentOf(link.target[0]!),
      source: textOf(documents, link.source),
      target: textOf(documents, link.target),
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to || place(a.link.source[0]!) - place(b.link.source[0]!))
}

/** The text of sections or segments, joined. */
export function textOf(documents: readonly AlignedDocument[], ids: readonly string[]): string {
  return ids
    .map((id) => {
      const segment = segmentOf(documents, id)
      if (segment) return segment.text.trim()
      return (sectionOf(documents, id)?.segments ?? []).map(({ text }) => text.trim()).join("\n")
    })
    .join(" ")
}

export function sectionOf(documents: readonly AlignedDocument[], id: string): Section | undefined {
  return documents[documentOf(id)]?.document.sections[Number(id.split("/")[1])]
}

function segmentOf(documents: readonly AlignedDocument[], id: string): Segment | undefined {
  const number = id.split("/")[2]
  return number === undefined ? undefined : sectionOf(documents, id)?.segments[Number(number)]
}

export function documentOf(id: string): number {
  return Number(id.split("/")[0])
}

function place(id: string): number {
  const [, section = 0, segment = 0] = id.split("/").map(Number)
  return section * 100_000 + segment
}
