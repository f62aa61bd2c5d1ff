// Where a long search has to look: a chain of sentence pairs that share something rare, and a band along it.
//
// What stands in few sentences of both sides votes for pairs; features that are each common are rare together, so the
// rarest of a sentence also vote in pairs and threes, and texts without numbers or names have anchors too. The heaviest rising chain of pairs (a longest
// increasing subsequence, by a Fenwick tree, O(k log k)) is the skeleton; where it has a gap, the band widens.
import type { Band } from "./beads.ts"
import type { Piece } from "./features.ts"

/** A feature in more sentences than this, on either side, votes for nobody. */
const rare = 4
/** Votes a pair needs to be an anchor: one rare feature may be chance. */
const leastVotes = 1.5
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
  const common = commonness(source, target)
  const left = source.map((piece) => keysOf(piece, common))
  const right = target.map((piece) => keysOf(piece, common))
  const inSource = countKeys(left)
  const inTarget = countKeys(right)
  const isRare = (bucket: number) => {
    const a = inSource[bucket]!
    const b = inTarget[bucket]!
    return a > 0 && b > 0 && a <= rare && b <= rare
  }
  const rows = postings(left, isRare)
  const found = new Map<number, Vote>()
  const columns = postings(right, isRare)
  for (const [bucket, list] of rows) {
    const others = columns.get(bucket) ?? []
    const weight = 1 / (list.length * others.length)
    for (const i of list)
      for (const j of others) {
        const at = i * target.length + j
        const vote = found.get(at)
        if (vote) vote.weight += weight
        else found.set(at, { i, j, weight })
      }
  }
  return [...found.values()].filter(({ weight }) => weight >= leastVotes)
}

/** Keys are buckets of a table; what shares one by accident is outvoted. */
const bucketBits = 23
/** Of a sentence its rarest features speak, alone, in pairs and in threes. */
const speakers = 5

/** In how many pieces features stand; 0 for those that only one side knows. */
function commonness(source: readonly Piece[], target: readonly Piece[]): Int32Array {
  const last = (pieces: readonly Piece[]) =>
    pieces.reduce((most, { features }) => Math.max(most, features.at(-1) ?? 0), 0)
  const size = Math.max(last(source), last(target)) + 1
  const [a, b] = [source, target].map((pieces) => {
    const counts = new Int32Array(size)
    for (const { features } of pieces) for (const id of features) counts[id]!++
    return counts
  }) as [Int32Array, Int32Array]
  return a.map((count, id) => (count > 0 && b[id]! > 0 ? count + b[id]! : 0))
}

/** The keys of a piece: its rarest features, pairs and threes of them, whatever their order. */
function keysOf({ features }: Piece, common: Int32Array): Int32Array {
  const rarest: number[] = []
  for (const id of features) {
    if (common[id] === 0) continue
    let at = rarest.length
    while (at > 0 && common[rarest[at - 1]!]! > common[id]!) at--
    if (at < speakers) rarest.splice(at, 0, id)
    if (rarest.length > speakers) rarest.pop()
  }
  const hashes = rarest.map((id) => Math.imul(id + 1, 0x9e3779b1) ^ (Math.imul(id + 1, 0x85ebca6b) >>> 13))
  const keys: number[] = []
  const put = (hash: number) => keys.push(Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> (32 - bucketBits))
  for (const [x, a] of hashes.entries()) {
    put(a)
    for (const [y, b] of hashes.entries()) {
      if (y <= x) continue
      put((a + b) | 0)
      for (let z = y + 1; z < hashes.length; z++) put((a + b + hashes[z]!) | 0)
    }
  }
  return Int32Array.from(new Set(keys))
}

/** How many pieces have a key in each bucket, up to 255. */
function countKeys(pieces: readonly Int32Array[]): Uint8Array {
  const counts = new Uint8Array(1 << bucketBits)
  for (const keys of pieces) for (const bucket of keys) if (counts[bucket]! < 255) counts[bucket]!++
  return counts
}

function postings(pieces: readonly Int32Array[], isWanted: (bucket: number) => boolean): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const [at, keys] of pieces.entries())
    for (const bucket of keys) {
      if (!isWanted(bucket)) continue
      const list = found.get(bucket)
      if (list) list.push(at)
      else found.set(bucket, [at])
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
