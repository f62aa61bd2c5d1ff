// Which block of a new revision is which block of the old one: blocks of sections that are wholly the same, then the
// same text in the same order, then the same text moved elsewhere, then, between two such anchors, the most similar of
// the same kind. What is left is new or gone.
import { contentKey, plain } from "../content.ts"
import type { Block, Document, Section } from "../model/document.ts"
import { samePieces } from "./same.ts"

export interface BlockMatch {
  /** Old block id → new block id. */
  readonly next: ReadonlyMap<string, string>
  /** New block id → old block id. */
  readonly former: ReadonlyMap<string, string>
  /** Old section id → new section id, of sections that are the same from the first block to the last. */
  readonly sections: ReadonlyMap<string, string>
}

// Below this share of common words a block is another block. A sentence rewritten by half keeps about 0.5.
const leastSimilarity = 0.4

export function matchBlocks(old: Document, now: Document): BlockMatch {
  if (old.text === now.text && old.format === now.format) {
    const blocks = new Map(now.blocks.map(({ id }) => [id, id]))
    return { next: blocks, former: blocks, sections: new Map(now.sections.map(({ id }) => [id, id])) }
  }
  const oldKeys = keysOf(old)
  const newKeys = keysOf(now)
  const sections = sameSections(old, now, oldKeys, newKeys)
  // A block of such a section answers its own counterpart only, whatever else says the same.
  for (const [from, to] of sections) {
    const target = now.sections[to]!.blocks
    for (const [at, block] of old.sections[from]!.blocks.entries()) {
      oldKeys.set(block, `=${to} ${at}`)
      newKeys.set(target[at]!, `=${to} ${at}`)
    }
  }
  const { pairs, gaps } = samePieces(
    old.blocks.map(({ id }) => oldKeys.get(id)!),
    now.blocks.map(({ id }) => newKeys.get(id)!),
  )
  const next = new Map([...pairs].map(([from, to]) => [old.blocks[from]!.id, now.blocks[to]!.id]))
  for (const gap of gaps) {
    const left = { old: gap.old.map((at) => old.blocks[at]!), now: gap.now.map((at) => now.blocks[at]!) }
    matchSimilar(left, next)
  }
  return {
    next,
    former: new Map([...next].map(([from, to]) => [to, from])),
    sections: new Map([...sections].map(([from, to]) => [old.sections[from]!.id, now.sections[to]!.id])),
  }
}

function keysOf({ blocks }: Document): Map<string, string> {
  return new Map(blocks.map(({ id, kind, name, content }) => [id, `${kind}${name ?? ""} ${contentKey(content)}`]))
}

function sameSections(
  old: Document,
  now: Document,
  oldKeys: ReadonlyMap<string, string>,
  newKeys: ReadonlyMap<string, string>,
): ReadonlyMap<number, number> {
  const key = (section: Section, keys: ReadonlyMap<string, string>) =>
    section.blocks.map((block) => keys.get(block)).join("\n")
  return samePieces(
    old.sections.map((section) => key(section, oldKeys)),
    now.sections.map((section) => key(section, newKeys)),
  ).pairs
}

function matchSimilar(
  { old, now }: { readonly old: readonly Block[]; readonly now: readonly Block[] },
  pairs: Map<string, string>,
): void {
  if (old.length === 0 || now.length === 0) return
  const words = (block: Block) =>
    new Set(
      plain(block.content)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
    )
  const newWords = now.map(words)
  const candidates: { old: number; now: number; score: number }[] = []
  for (const [o, block] of old.entries()) {
    const mine = words(block)
    // Far apart in a long gap nothing is compared: 200 × 200 words are quick, 5,000 × 5,000 are not.
    const centre = Math.round((o * now.length) / old.length)
    for (let n = Math.max(0, centre - 100); n < Math.min(now.length, centre + 100); n++) {
      if (now[n]!.kind !== block.kind || now[n]!.name !== block.name) continue
      const score = similarity(mine, newWords[n]!)
      if (score >= leastSimilarity || (block.kind === "meta" && block.name)) candidates.push({ old: o, now: n, score })
    }
  }
  const taken = new Set<number>()
  for (const { old: o, now: n } of candidates.sort((a, b) => b.score - a.score || a.old - b.old)) {
    if (pairs.has(old[o]!.id) || taken.has(n)) continue
    pairs.set(old[o]!.id, now[n]!.id)
    taken.add(n)
  }
}

/** Dice's coefficient over words, 0–1. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1
  let common = 0
  for (const word of a) if (b.has(word)) common++
  return (2 * common) / (a.size + b.size)
}
