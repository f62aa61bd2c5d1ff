// Which block of a new revision is which block of the old one: the same text in the same order, then the same text
// moved elsewhere, then, between two such anchors, the most similar of the same kind. What is left is new or gone.
import { diffArrays } from "diff"
import { contentKey, plain } from "../../../src/content.ts"
import type { Block, Document, Section } from "../../../src/model/document.ts"

export interface BlockMatch {
  /** Old block id → new block id. */
  readonly next: ReadonlyMap<string, string>
  /** New block id → old block id. */
  readonly former: ReadonlyMap<string, string>
}

// Below this share of common words a block is another block. A sentence rewritten by half keeps about 0.5.
const leastSimilarity = 0.4

export function matchBlocks(old: Document, now: Document): BlockMatch {
  const pairs = new Map<string, string>()
  if (old.text === now.text && old.format === now.format) {
    for (const { id } of now.blocks) pairs.set(id, id)
    return matchOf(pairs)
  }
  const key = (block: Block) => `${block.kind}${block.name ?? ""} ${contentKey(block.content)}`
  const oldKeys = old.blocks.map(key)
  const newKeys = now.blocks.map(key)
  let from = 0
  let to = 0
  const gaps: { old: Block[]; now: Block[] }[] = [{ old: [], now: [] }]
  for (const part of diffArrays(oldKeys, newKeys, { timeout: 2_000 }) ?? [
    { value: oldKeys, removed: true, added: true },
  ]) {
    const count = part.value.length
    const gap = gaps.at(-1)!
    if (part.removed) gap.old.push(...old.blocks.slice(from, (from += count)))
    else if (part.added) gap.now.push(...now.blocks.slice(to, (to += count)))
    else {
      for (let n = 0; n < count; n++) pairs.set(old.blocks[from++]!.id, now.blocks[to++]!.id)
      gaps.push({ old: [], now: [] })
    }
  }
  matchMoved(gaps, key, pairs)
  for (const gap of gaps) matchSimilar(gap, pairs)
  return matchOf(pairs)
}

/** Where most of a section's blocks went; null when nowhere. */
export function sectionAfter(section: Section, match: BlockMatch, now: Document): number | null {
  const homes = new Map(now.sections.flatMap(({ id, blocks }) => blocks.map((block) => [block, Number(id)] as const)))
  const votes = new Map<number, number>()
  for (const block of section.blocks) {
    const home = homes.get(match.next.get(block) ?? "")
    if (home !== undefined) votes.set(home, (votes.get(home) ?? 0) + 1)
  }
  return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null
}

function matchMoved(
  gaps: readonly { old: Block[]; now: Block[] }[],
  key: (block: Block) => string,
  pairs: Map<string, string>,
): void {
  const free = new Map<string, Block[]>()
  for (const block of gaps.flatMap(({ now }) => now)) free.set(key(block), [...(free.get(key(block)) ?? []), block])
  for (const block of gaps.flatMap(({ old }) => old)) {
    const found = free.get(key(block))?.shift()
    if (found) pairs.set(block.id, found.id)
  }
  const taken = new Set(pairs.values())
  for (const gap of gaps) {
    gap.old = gap.old.filter(({ id }) => !pairs.has(id))
    gap.now = gap.now.filter(({ id }) => !taken.has(id))
  }
}

function matchSimilar({ old, now }: { old: Block[]; now: Block[] }, pairs: Map<string, string>): void {
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

function matchOf(next: ReadonlyMap<string, string>): BlockMatch {
  return { next, former: new Map([...next].map(([old, now]) => [now, old])) }
}
