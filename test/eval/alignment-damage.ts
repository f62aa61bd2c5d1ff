// Damage done to one side of a parallel text, with the answer carried along; the same seed gives the same damage.
import type { Block, Document, Section, Segment } from "../../src/model/document.ts"
import type { GoldSection } from "./alignment-sets.ts"

export const damages = [
  "none",
  "headings",
  "dropped",
  "moved",
  "merged",
  "english",
  "all",
  "shuffled",
  "dropped+merged+english",
  "dropped+merged+english+moved",
] as const
export type Damage = (typeof damages)[number]

/** A section as it stands after the damage: the keys of the gold sections in it. */
export interface DamagedSection extends GoldSection {
  readonly keys: readonly string[]
  readonly isEnglish: boolean
}

export function random(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

const all: Partial<Record<Damage, readonly Damage[]>> = {
  all: ["english", "dropped", "moved", "merged", "headings"],
  "dropped+merged+english": ["english", "dropped", "merged"],
  "dropped+merged+english+moved": ["english", "dropped", "moved", "merged"],
}

export function damaged(
  sections: readonly GoldSection[],
  english: readonly GoldSection[],
  damage: Damage,
  seed: number,
): DamagedSection[] {
  const next = random(seed)
  let found: DamagedSection[] = sections.map((section) => ({ ...section, keys: [section.key], isEnglish: false }))
  const fifth = Math.max(1, Math.round(sections.length / 5))
  const pick = (count: number, from: number) => {
    const order = Array.from({ length: from }, (_, at) => at)
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(next() * (at + 1))
      ;[order[at], order[other]] = [order[other]!, order[at]!]
    }
    return order.slice(0, count)
  }
  for (const each of all[damage] ?? [damage]) {
    if (each === "headings") found = found.map((section) => ({ ...section, heading: "", level: 0 }))
    if (each === "dropped") {
      const gone = new Set(pick(fifth, found.length))
      found = found.filter((_, at) => !gone.has(at))
    }
    if (each === "moved") {
      const size = 1 + Math.floor(next() * Math.min(3, found.length / 3))
      const from = Math.floor(next() * (found.length - size))
      const block = found.splice(from, size)
      let to = Math.floor(next() * (found.length + 1))
      if (to === from) to = (to + 2) % (found.length + 1)
      found.splice(to, 0, ...block)
    }
    if (each === "merged") {
      for (let count = 0; count < Math.max(1, Math.round(found.length / 10)); count++) {
        const at = Math.floor(next() * (found.length - 1))
        const [first, second] = [found[at]!, found[at + 1]!]
        if (first.keys.length + second.keys.length > 3) continue
        found.splice(at, 2, {
          ...first,
          keys: [...first.keys, ...second.keys],
          // What a section is in is what most of it is in.
          isEnglish: lengthOf(first) > lengthOf(second) ? first.isEnglish : second.isEnglish,
          blocks: [...first.blocks, ...second.blocks],
        })
      }
    }
    if (each === "english") {
      const left = new Set(pick(fifth, found.length).map((at) => found[at]!.key))
      found = found.map((section) => {
        const original = english.find(({ key }) => key === section.key)
        return left.has(section.key) && original ? { ...original, keys: section.keys, isEnglish: true } : section
      })
    }
    if (each === "shuffled") {
      const order = pick(found.length, found.length)
      found = order.map((at) => ({ ...found[at]!, heading: found[at]!.heading.replace(/^\s*(?:\d+[.)]\s*)+/, "") }))
    }
  }
  return found
}

function lengthOf({ blocks }: GoldSection): number {
  return blocks.reduce((sum, { beads }) => sum + beads.flatMap(({ sentences }) => sentences).join("").length, 0)
}

/** A document made of damaged sections, and which bead each of its segments belongs to. */
export function documentOf(sections: readonly DamagedSection[]): { document: Document; beads: Map<string, string> } {
  // Joined at the end: slices of a growing string would keep every state of it.
  const parts: string[] = []
  let length = 0
  const blocks: Block[] = []
  const beads = new Map<string, string>()
  const made = sections.map((section, index): Section => {
    const start = length
    const own: Block[] = []
    const segments: Segment[] = []
    const add = (kind: Block["kind"], sentences: readonly (readonly [string, string])[]) => {
      const id = `b${blocks.length}`
      const from = length
      for (const [key, sentence] of sentences) {
        beads.set(`${index}/${segments.length}`, key)
        const end = length + sentence.length + 1
        segments.push({ id: `${index}/${segments.length}`, block: id, text: `${sentence} `, start: length, end })
        length = end
      }
      const text = sentences.map(([, sentence]) => `${sentence} `).join("")
      const block: Block = {
        id,
        kind,
        content: [text],
        runs: [{ at: 0, length: text.length, start: from, end: length }],
        start: from,
        end: length,
      }
      parts.push(text, "\n")
      length++
      blocks.push(block)
      own.push(block)
    }
    if (section.heading !== "") add("heading", [[`h${section.key}`, section.heading]])
    for (const block of section.blocks)
      add(
        block.kind,
        block.beads.flatMap((bead) => bead.sentences.map((sentence) => [bead.key, sentence] as const)),
      )
    return {
      id: String(index),
      heading: section.heading,
      level: section.level,
      blocks: own.map(({ id }) => id),
      segments,
      start,
      end: length,
    }
  })
  return {
    document: {
      name: "x.md",
      format: "markdown",
      encoding: "utf-8",
      bom: false,
      text: parts.join(""),
      blocks,
      sections: made,
    },
    beads,
  }
}
