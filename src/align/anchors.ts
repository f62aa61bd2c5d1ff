// Where a long search has to look: a chain of sentence pairs that share something rare, and a band along it.
//
// Features that stand in few sentences of both sides vote for pairs; two neighbouring features that are each common
// are rare together, so texts without numbers or names have votes too. The heaviest rising chain of pairs (a longest
// increasing subsequence, by a Fenwick tree, O(k log k)) is the skeleton; where it has a gap, the band widens.
import type { Band } from "./beads.ts"
import type { Piece } from "./features.ts"

/** A feature in more sentences than this, on either side, votes for nobody. */
const rare = 4
/** Half the width of the band at an anchor, and what a gap adds to it, in sentences. */
const halfWidth = 12
const widestHalf = 250

export function anchorBand(source: readonly Piece[], target: readonly Piece[]): Band {
  const chain = heaviestChain(votes(source, target), target.length)
  return bandAlong(chain, source.length, target.length)
}

interface Vote {
  readonly i: number
  readonly j: number
  weight: number
}

function votes(source: readonly Piece[], target: readonly Piece[]): Vote[] {
  const left = postings(source)
  const right = postings(target)
  const found = new Map<number, Vote>()
  for (const [key, rows] of left) {
    const columns = right.get(key)
    if (!columns || rows.length > rare || columns.length > rare) continue
    const weight = 1 / (rows.length * columns.length)
    for (const i of rows)
      for (const j of columns) {
        const at = i * target.length + j
        const vote = found.get(at)
        if (vote) vote.weight += weight
        else found.set(at, { i, j, weight })
      }
  }
  return [...found.values()].filter(({ weight }) => weight >= 1.5)
}

/** Features and pairs of neighbouring features → sentences they stand in; lists stop growing past `rare`. */
function postings(pieces: readonly Piece[]): Map<number, number[]> {
  const found = new Map<number, number[]>()
  const add = (key: number, at: number) => {
    const list = found.get(key)
    if (!list) found.set(key, [at])
    else if (list.length <= rare && list.at(-1) !== at) list.push(at)
  }
  for (const [at, { features }] of pieces.entries())
    for (let k = 0; k < features.length; k++) {
      add(features[k]!, at)
      const next = features[k + 1]
      if (next !== undefined) add(-(features[k]! * 65_537 + next) - 1, at)
    }
  return found
}

/** The rising chain of greatest weight, rows and columns both strictly rising. */
function heaviestChain(all: Vote[], columns: number): Vote[] {
  const order = all.sort((a, b) => a.i - b.i || b.j - a.j)
  const tree = new Int32Array(columns + 2).fill(-1)
  const total = new Float64Array(order.length)
  const before = new Int32Array(order.length).fill(-1)
  const better = (a: number, b: number) => (a < 0 ? b : b < 0 ? a : total[a]! >= total[b]! ? a : b)
  let top = -1
  for (const [at, vote] of order.entries()) {
    let previous = -1
    for (let k = vote.j; k > 0; k -= k & -k) previous = better(previous, tree[k]!)
    before[at] = previous
    total[at] = vote.weight + (previous < 0 ? 0 : total[previous]!)
    for (let k = vote.j + 1; k <= columns + 1; k += k & -k) tree[k] = better(tree[k]!, at)
    top = better(top, at)
  }
  const chain: Vote[] = []
  for (let at = top; at >= 0; at = before[at]!) chain.push(order[at]!)
  return chain.toReversed()
}

function bandAlong(chain: readonly Vote[], rows: number, columns: number): Band {
  const low = new Int32Array(rows + 1)
  const high = new Int32Array(rows + 1)
  const points = [{ i: 0, j: 0 }, ...chain, { i: rows, j: columns }]
  for (let at = 0; at + 1 < points.length; at++) {
    const from = points[at]!
    const to = points[at + 1]!
    const wide = to.i - from.i
    const tall = to.j - from.j
    // A gap of unequal sides hides something missing: the band must hold every way through.
    const half = Math.min(
      widestHalf,
      halfWidth + Math.abs(tall - wide) + Math.round(Math.sqrt(Math.max(wide, tall)) * 2),
    )
    for (let i = from.i; i <= to.i; i++) {
      const middle = wide === 0 ? from.j : from.j + (tall * (i - from.i)) / wide
      const lowest = Math.max(0, Math.floor(middle - half))
      const highest = Math.min(columns + 1, Math.ceil(middle + half) + 1)
      low[i] = i === from.i && at > 0 ? Math.min(low[i]!, lowest) : lowest
      high[i] = i === from.i && at > 0 ? Math.max(high[i]!, highest) : highest
    }
    if (wide === 0) {
      low[from.i] = Math.min(low[from.i]!, from.j)
      high[from.i] = Math.max(high[from.i]!, to.j + 1)
    }
  }
  low[0] = 0
  high[rows] = columns + 1
  // Rows must overlap for a path to exist.
  for (let i = 1; i <= rows; i++) {
    if (high[i]! < high[i - 1]!) high[i] = high[i - 1]!
  }
  for (let i = rows - 1; i >= 0; i--) if (low[i]! > low[i + 1]!) low[i] = low[i + 1]!
  for (let i = 1; i <= rows; i++) if (low[i]! >= high[i - 1]!) low[i] = high[i - 1]! - 1
  return { low, high }
}
