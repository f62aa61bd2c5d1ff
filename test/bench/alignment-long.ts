// Two long documents whose answer is known, for the bench of alignment.
import type { Document } from "../../src/model/document.ts"
import { documentOf, random, type DamagedSection } from "../eval/alignment-damage.ts"
import { parallelSets } from "../eval/alignment-sets.ts"

export interface LongPair {
  readonly source: Document
  readonly target: Document
  /** Sentences of the source that have a counterpart, "section/place" → "section/place". */
  readonly answer: ReadonlyMap<string, string>
}

/** Sections are this many sentences long; all of a section is one paragraph. */
const perSection = 50

/**
 * Turkmen and Azerbaijani sentences made of two of our parallel texts each, without their numbers and addresses; one
 * in twenty missing on either side; anchors are numbers that a sentence and its counterpart share.
 *
 * @param size    sentences before the gaps
 * @param anchors percent of the sentences that have one
 */
export function longPair(size: number, anchors: number): LongPair {
  const next = random(size + anchors)
  const pool = sentencePairs()
  const sections: [DamagedSection[], DamagedSection[]] = [[], []]
  const answer = new Map<string, string>()
  const places: [number, number] = [0, 0]
  for (let at = 0; at < size; at++) {
    const [first, second] = [pool[Math.floor(next() * pool.length)]!, pool[Math.floor(next() * pool.length)]!]
    const anchor = next() * 100 < anchors ? ` ${100_000 + Math.floor(next() * 900_000)}` : ""
    const chance = next()
    const isIn = [chance > 0.05, chance < 0.95] as const
    const ids: (string | undefined)[] = [undefined, undefined]
    const section = Math.floor(at / perSection)
    for (const side of [0, 1] as const) {
      if (!isIn[side]) continue
      if (!sections[side][section]) {
        sections[side][section] = emptySection(section)
        places[side] = 0
      }
      const beads = sections[side][section].blocks[0]!.beads as { key: string; sentences: string[] }[]
      beads.push({ key: String(at), sentences: [`${first[side]} ${second[side]}${anchor}`] })
      ids[side] = `${section}/${places[side]++}`
    }
    if (ids[0] && ids[1]) answer.set(ids[0], ids[1])
  }
  return { source: documentOf(sections[0]).document, target: documentOf(sections[1]).document, answer }
}

function emptySection(section: number): DamagedSection {
  const key = String(section)
  return {
    key,
    keys: [],
    heading: "",
    level: 0,
    isEnglish: false,
    blocks: [{ kind: "paragraph", beads: [] }],
  }
}

function sentencePairs(): (readonly [string, string])[] {
  const bare = (sentence: string) => sentence.replace(/\d/g, "").replace(/\S+@\S+|https?:\S+/g, "")
  return parallelSets().flatMap(({ languages }) => {
    const right = languages["az"]
    if (!right) return []
    return (languages["tk"] ?? []).flatMap((section, at) =>
      section.blocks.flatMap((block, index) =>
        block.beads.flatMap((bead, number) => {
          const other = right[at]?.blocks[index]?.beads[number]
          if (other?.sentences.length !== bead.sentences.length) return []
          return bead.sentences.map((sentence, which) => [bare(sentence), bare(other.sentences[which]!)] as const)
        }),
      ),
    )
  })
}
