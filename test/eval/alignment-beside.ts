// The peers on one pair of documents: section links and sentence links, in the shape ours have.
import type { Link } from "../../src/model/bitext.ts"
import type { Document } from "../../src/model/document.ts"
import { galeChurch, positionBeads, type PeerBead } from "./alignment-peers.ts"
import type { Hunalign } from "./hunalign.ts"

export type SentenceLink = Pick<Link, "level" | "source" | "target">

export interface Beside {
  /** Section links "i j" by peer. */
  readonly sections: Readonly<Record<PeerName, ReadonlySet<string>>>
  readonly sentences: Readonly<Record<PeerName, readonly SentenceLink[]>>
}

export const peerNames = ["position", "gale-church", "hunalign"] as const
export type PeerName = (typeof peerNames)[number]

/** Position and Gale–Church link sections by themselves; hunalign knows sentences only, its sections are read off. */
export async function beside(left: Document, right: Document, hunalign: Hunalign): Promise<Beside> {
  const [a, b] = [sentencesOf(left), sentencesOf(right)]
  const lengths = (pieces: readonly { readonly start: number; readonly end: number }[]) =>
    pieces.map(({ start, end }) => Math.max(1, end - start))
  const paragraphs = (document: Document) => document.sections.map(({ segments }) => segments.map(({ text }) => text))
  const byPosition = positionBeads(a.length, b.length)
  const byLength = galeChurch(lengths(a), lengths(b))
  const { beads: byHunalign } = await hunalign.run(paragraphs(left), paragraphs(right))
  return {
    sections: {
      position: pairsIn(positionBeads(left.sections.length, right.sections.length)),
      "gale-church": pairsIn(galeChurch(lengths(left.sections), lengths(right.sections))),
      hunalign: sectionsOf(byHunalign, a, b),
    },
    sentences: {
      position: linksOf(byPosition, a, b),
      "gale-church": linksOf(byLength, a, b),
      hunalign: linksOf(byHunalign, a, b),
    },
  }
}

interface Sentence {
  readonly id: string
  readonly section: number
  readonly start: number
  readonly end: number
}

function sentencesOf({ sections }: Document): Sentence[] {
  return sections.flatMap(({ segments }, section) =>
    segments.map(({ id, start, end }) => ({ id, section, start, end })),
  )
}

function pairsIn(beads: readonly PeerBead[]): Set<string> {
  const found = new Set<string>()
  for (const { source, target } of beads)
    for (let i = source[0]; i < source[1]; i++) for (let j = target[0]; j < target[1]; j++) found.add(`${i} ${j}`)
  return found
}

function linksOf(beads: readonly PeerBead[], a: readonly Sentence[], b: readonly Sentence[]): SentenceLink[] {
  return beads
    .filter(({ source, target }) => source[0] < source[1] && target[0] < target[1])
    .map(({ source, target }) => ({
      level: "segment",
      source: a.slice(...source).map(({ id }) => `0/${id}`),
      target: b.slice(...target).map(({ id }) => `1/${id}`),
    }))
}

/** Sections belong together when half of the smaller one, by length, is in beads of both. */
function sectionsOf(beads: readonly PeerBead[], a: readonly Sentence[], b: readonly Sentence[]): Set<string> {
  const mass = (sentences: readonly Sentence[]) => sentences.reduce((sum, { start, end }) => sum + end - start, 0)
  const sizes = (sentences: readonly Sentence[]) => {
    const found = new Map<number, number>()
    for (const each of sentences) found.set(each.section, (found.get(each.section) ?? 0) + mass([each]))
    return found
  }
  const [left, right] = [sizes(a), sizes(b)]
  const shared = new Map<string, number>()
  for (const { source, target } of beads) {
    const [rows, columns] = [a.slice(...source), b.slice(...target)]
    for (const i of new Set(rows.map(({ section }) => section)))
      for (const j of new Set(columns.map(({ section }) => section))) {
        const own = (sentences: readonly Sentence[], section: number) =>
          sentences.filter((each) => each.section === section)
        const common = Math.min(mass(own(rows, i)), mass(own(columns, j)))
        shared.set(`${i} ${j}`, (shared.get(`${i} ${j}`) ?? 0) + common)
      }
  }
  return new Set(
    [...shared].flatMap(([link, common]) => {
      const [i = 0, j = 0] = link.split(" ").map(Number)
      return common >= 0.5 * Math.min(left.get(i)!, right.get(j)!) ? [link] : []
    }),
  )
}
