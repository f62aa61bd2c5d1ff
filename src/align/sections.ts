// Sections of two parallel documents: which answers which, when some moved, some were merged or split, some are
// missing. An assignment finds moves (no order is assumed, neighbours that stay neighbours are rewarded); then a local
// search over beads adds, steals and gives up neighbouring sections as long as the evidence grows. A global prior on
// position is left out on purpose: it hurts as soon as a section moves.
import { assign } from "./assignment.ts"
import type { Bead, BeadScore, Range } from "./beads.ts"

export interface SectionScore {
  readonly rows: number
  readonly columns: number
  /** Evidence for [i, i+n) ~ [j, j+m). */
  readonly score: BeadScore
}

/** What a neighbouring pair adds to a pair, at most, in nats. */
const continuity = 5
/** A pair must be worth more than this to be linked. */
const threshold = 0
const mergeCost = 0.3
const widest = 4

export function alignSections({ rows, columns, score }: SectionScore): Bead[] {
  if (rows === 0 || columns === 0) return []
  const single = Array.from({ length: rows }, (_, i) =>
    Float64Array.from({ length: columns }, (__, j) => score(i, 1, j, 1)),
  )
  const supported = single.map((row, i) => row.map((value, j) => value + neighbourhood(single, i, j) - threshold))
  const pairs = assign(supported, columns)
  const beads: Bead[] = []
  for (const [i, j] of pairs.entries())
    if (j >= 0)
      beads.push({ source: { start: i, end: i + 1 }, target: { start: j, end: j + 1 }, score: single[i]![j]! })
  return improve(beads, rows, columns, score)
}

function neighbourhood(single: readonly Float64Array[], i: number, j: number): number {
  const at = (row: number, column: number) =>
    Math.max(-0.3, Math.min(1, (single[row]?.[column] ?? 0) / 6)) * continuity * 0.5
  return at(i - 1, j - 1) + at(i + 1, j + 1)
}

/** Hill climbing over beads: each round takes the change that gains most. */
function improve(start: readonly Bead[], rows: number, columns: number, score: BeadScore): Bead[] {
  const beads = new Set(start)
  const owners = { source: empty(rows), target: empty(columns) }
  const put = (bead: Bead) => {
    beads.add(bead)
    for (let i = bead.source.start; i < bead.source.end; i++) owners.source[i] = bead
    for (let j = bead.target.start; j < bead.target.end; j++) owners.target[j] = bead
  }
  const drop = (bead: Bead) => {
    beads.delete(bead)
    for (let i = bead.source.start; i < bead.source.end; i++) owners.source[i] = undefined
    for (let j = bead.target.start; j < bead.target.end; j++) owners.target[j] = undefined
  }
  for (const bead of start) put(bead)
  const make = (source: Range, target: Range): Bead | undefined => {
    const n = source.end - source.start
    const m = target.end - target.start
    if (n < 1 || m < 1 || n > widest || m > widest || (n > 1 && m > 1)) return undefined
    const value = score(source.start, n, target.start, m)
    return Number.isFinite(value) ? { source, target, score: value } : undefined
  }
  const worth = (bead: Bead) =>
    bead.score - threshold - mergeCost * (bead.source.end - bead.source.start + bead.target.end - bead.target.start - 2)
  const value = (bead: Bead) => worth(bead) + joined(bead, owners, rows, columns)

  for (let round = 0; round < 4 * (rows + columns); round++) {
    let best: { gain: number; out: Bead[]; into: Bead[] } | undefined
    const consider = (out: Bead[], into: (Bead | undefined)[]) => {
      if (into.includes(undefined)) return
      const fresh = into as Bead[]
      const before = out.reduce((sum, bead) => sum + value(bead), 0)
      const after = fresh.reduce((sum, bead) => sum + worth(bead) + joined(bead, owners, rows, columns, out, fresh), 0)
      const gain = after - before
      if (gain > 0.1 && (!best || gain > best.gain)) best = { gain, out, into: fresh }
    }
    for (const bead of beads) {
      consider([bead], [])
      for (const side of ["source", "target"] as const) {
        const limit = side === "source" ? rows : columns
        const range = bead[side]
        for (const at of [range.start - 1, range.end]) {
          if (at < 0 || at >= limit) continue
          const grown = make2(bead, side, { start: Math.min(at, range.start), end: Math.max(at + 1, range.end) })
          const owner = owners[side][at]
          if (!owner) consider([bead], [grown])
          else if (owner !== bead) {
            const rest = without(owner[side], at)
            consider([bead, owner], rest ? [grown, make2(owner, side, rest)] : [grown])
          }
        }
        if (range.end - range.start > 1) {
          consider([bead], [make2(bead, side, { start: range.start + 1, end: range.end })])
          consider([bead], [make2(bead, side, { start: range.start, end: range.end - 1 })])
        }
      }
    }
    const freeRows = free(owners.source, rows)
    const freeColumns = free(owners.target, columns)
    if (freeRows.length * freeColumns.length < 4_000)
      for (const i of freeRows)
        for (const j of freeColumns) consider([], [make({ start: i, end: i + 1 }, { start: j, end: j + 1 })])
    if (!best) break
    for (const bead of best.out) drop(bead)
    for (const bead of best.into) put(bead)
  }
  return [...beads].sort((a, b) => a.source.start - b.source.start)

  function make2(bead: Bead, side: "source" | "target", range: Range): Bead | undefined {
    return side === "source" ? make(range, bead.target) : make(bead.source, range)
  }
}

const empty = (length: number): (Bead | undefined)[] => Array.from({ length }, () => undefined)

function free(owners: readonly (Bead | undefined)[], size: number): number[] {
  const found: number[] = []
  for (let at = 0; at < size; at++) if (!owners[at]) found.push(at)
  return found
}

/** What is left of a range without its first or last piece; undefined when nothing is, or it would break in two. */
function without(range: Range, at: number): Range | undefined {
  if (range.end - range.start < 2) return undefined
  if (at === range.start) return { start: range.start + 1, end: range.end }
  if (at === range.end - 1) return { start: range.start, end: range.end - 1 }
  return undefined
}

/** Reward for neighbours that stay neighbours; pieces linked to nothing are stepped over, so swallowing them gains nothing. */
function joined(
  bead: Bead,
  owners: { readonly source: readonly (Bead | undefined)[]; readonly target: readonly (Bead | undefined)[] },
  rows: number,
  columns: number,
  gone: readonly Bead[] = [],
  fresh: readonly Bead[] = [],
): number {
  const owner = (side: "source" | "target", at: number): Bead | undefined => {
    const now = fresh.find((each) => at >= each[side].start && at < each[side].end)
    if (now) return now
    const then = owners[side][at]
    return then && gone.includes(then) ? undefined : then
  }
  const neighbour = (side: "source" | "target", from: number, step: 1 | -1): Bead | undefined => {
    const limit = side === "source" ? rows : columns
    for (let at = from; at >= 0 && at < limit; at += step) {
      const found = owner(side, at)
      if (found) return found
    }
    return undefined
  }
  let count = 0
  const after = neighbour("source", bead.source.end, 1)
  const before = neighbour("source", bead.source.start - 1, -1)
  if (after === neighbour("target", bead.target.end, 1)) count += after ? 1 : 0.5
  if (before === neighbour("target", bead.target.start - 1, -1)) count += before ? 1 : 0.5
  return count * continuity * 0.5
}
