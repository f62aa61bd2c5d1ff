// Where the sections and sentences of a document went in its next revision. A section goes where its text went, or
// stays under its title; a sentence is the same sentence only while it says the same.
import { contentKey, plain } from "../content.ts"
import type { Document, Segment } from "../model/document.ts"
import type { BlockMatch } from "./blocks.ts"
import { samePieces } from "./same.ts"

export interface Successor {
  /** Ids in the new revision, ascending. */
  readonly pieces: readonly string[]
  /** They hold little else: it was not merged into something bigger. */
  readonly isOwn: boolean
}

/** "gone": nothing of it is left; "changed": less than half of a section, or not what a sentence said. */
export type Ending = "gone" | "changed"

export interface Successors {
  section(piece: string): Successor | Ending
  segment(piece: string): Successor | Ending
  /** Has the new revision sections, or sentences, that the old one had not? */
  hasNew(level: "section" | "segment"): boolean
}

/** This part of a section's text makes it the section. */
const enough = 0.5

export function successors(old: Document, now: Document, match: BlockMatch): Successors {
  const { bySection, fresh } = sectionSuccessors(old, now, match)
  let segments: ReturnType<typeof sameSegments> | undefined
  const sentences = () => (segments ??= sameSegments(old, now, match))
  return {
    section: (piece) => bySection.get(piece) ?? "gone",
    segment: (piece) => {
      const next = sentences().next.get(piece)
      if (next !== undefined) return { pieces: [next], isOwn: true }
      return match.next.has(blockOf(old, piece)) ? "changed" : "gone"
    },
    hasNew: (level) => (level === "section" ? fresh > 0 : sentences().fresh > 0),
  }
}

function sectionSuccessors(old: Document, now: Document, match: BlockMatch) {
  const [oldSize, newSize] = [sizesOf(old), sizesOf(now)]
  const homes = new Map(now.sections.flatMap(({ id, blocks }) => blocks.map((block) => [block, id] as const)))
  const size = (blocks: readonly string[], sizes: ReadonlyMap<string, number>) =>
    blocks.reduce((sum, block) => sum + (sizes.get(block) ?? 0), 0)
  const whole = new Map(now.sections.map(({ id, blocks }) => [id, size(blocks, newSize)]))
  const [oldTitles, newTitles] = [titlesOf(old), titlesOf(now)]
  const bySection = new Map<string, Successor | Ending>()
  for (const section of old.sections) {
    const same = match.sections.get(section.id)
    if (same !== undefined) {
      bySection.set(section.id, { pieces: [same], isOwn: true })
      continue
    }
    /** New section → what it took of the old one, and how much of the new one that is. */
    const shares = new Map<string, { taken: number; own: number }>()
    for (const block of section.blocks) {
      const next = match.next.get(block)
      const home = next === undefined ? undefined : homes.get(next)
      if (next === undefined || home === undefined) continue
      const share = shares.get(home) ?? { taken: 0, own: 0 }
      share.taken += oldSize.get(block)!
      share.own += newSize.get(next)! / whole.get(home)!
      shares.set(home, share)
    }
    const [main] = [...shares].sort((a, b) => b[1].taken - a[1].taken)
    const kept = [...shares].filter(([id, { own }]) => own >= enough || id === main?.[0])
    const taken = kept.reduce((sum, [, each]) => sum + each.taken, 0)
    const titled = oldTitles.get(section.heading) === section.id ? newTitles.get(section.heading) : undefined
    if (main && taken >= enough * size(section.blocks, oldSize)) {
      const isOwn = kept.every(([id, { own }]) => own >= enough || id === titled)
      bySection.set(section.id, { pieces: ascending(kept.map(([id]) => id)), isOwn })
    } else if (titled !== undefined) bySection.set(section.id, { pieces: [titled], isOwn: true })
    else bySection.set(section.id, main ? "changed" : "gone")
  }
  const known = new Set([...bySection.values()].flatMap((each) => (typeof each === "string" ? [] : each.pieces)))
  return { bySection, fresh: now.sections.filter(({ id }) => !known.has(id)).length }
}

/** Lengths of blocks; none is nothing. */
function sizesOf({ blocks }: Document): Map<string, number> {
  return new Map(blocks.map(({ id, content }) => [id, plain(content).length + 1]))
}

/** Title → section, of titles that only one section has. */
function titlesOf({ sections }: Document): Map<string, string> {
  const found = new Map<string, string>()
  const twice = new Set<string>([""])
  for (const { id, heading } of sections) {
    if (found.has(heading)) twice.add(heading)
    found.set(heading, id)
  }
  for (const heading of twice) found.delete(heading)
  return found
}

function sameSegments(old: Document, now: Document, match: BlockMatch) {
  const [before, after] = [segmentsOf(old), segmentsOf(now)]
  const contents = new Map(old.blocks.map(({ id, content }) => [id, contentKey(content)]))
  /** New blocks that say what they said: their sentences answer those of the same block only. */
  const same = new Set(
    now.blocks
      .filter(({ id, content }) => contents.get(match.former.get(id) ?? "") === contentKey(content))
      .map(({ id }) => id),
  )
  const key = ({ text }: Segment, block: string | undefined) =>
    `${block !== undefined && same.has(block) ? block : ""} ${text.replace(/\s+/gu, " ").trim()}`
  const { pairs, gaps } = samePieces(
    before.map((each) => key(each, match.next.get(each.block))),
    after.map((each) => key(each, each.block)),
  )
  return {
    next: new Map([...pairs].map(([from, to]) => [before[from]!.id, after[to]!.id])),
    fresh: gaps.reduce((sum, gap) => sum + gap.now.length, 0),
  }
}

function segmentsOf({ sections }: Document): Segment[] {
  return sections.flatMap(({ segments }) => segments)
}

function blockOf({ sections }: Document, piece: string): string {
  const section = sections[Number(piece.split("/")[0])]
  return section?.segments.find(({ id }) => id === piece)?.block ?? ""
}

function ascending(pieces: readonly string[]): string[] {
  return [...pieces].sort((a, b) => Number(a) - Number(b))
}
