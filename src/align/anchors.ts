// Where a long search has to look: a chain of sentence pairs that share something rare, and a band along it.
//
// What stands in few sentences of both sides votes for pairs; features that are each common are rare together, so the
// rarest of a sentence also vote in pairs and threes, and texts without numbers or names have anchors too. The heaviest
// rising chain of pairs (a longest increasing subsequence, by a Fenwick tree, O(k log k)) is the skeleton. What is
// common in the whole may be rare between two anchors, so long gaps are searched again by themselves: this keeps the
// band as narrow in a hundred thousand sentences as in ten thousand. Where a gap stays, the band widens.
import type { Band } from "./beads.ts"
import type { Piece } from "./features.ts"

/** A key in more sentences than this, on either side, votes for nobody. */
const rare = 4
/** Votes a pair needs to be an anchor: one rare feature may be chance. */
const leastVotes = 1.5
/** Gaps of more sentences than this are searched by themselves, where a pair needs so many votes. */
const longGap = 16
const leastVotesInGap = 2.5
/** Half the width of the band at an anchor, and what a gap adds to it, in sentences. */
const halfWidth = 12
const widestHalf = 250

export function anchorBand(source: readonly Piece[], target: readonly Piece[]): Band {
  const vote = voter(source, target)
  const whole: Area = { top: 0, bottom: source.length, left: 0, right: target.length }
  const chain: Anchor[] = []
  addRefined(heaviestChain(vote(whole, leastVotes), whole), whole, vote, chain)
  return bandAlong(chain, source.length, target.length)
}

/** Rows (source) and columns (target), half-open. */
interface Area {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

interface Anchor {
  readonly i: number
  readonly j: number
  readonly weight: number
}

type Vote = (area: Area, least: number) => Anchor[]

/** Adds a chain that lies in an area, and what is found in its gaps. */
function addRefined(chain: readonly Anchor[], area: Area, vote: Vote, into: Anchor[]): void {
  let top = area.top
  let left = area.left
  for (let at = 0; at <= chain.length; at++) {
    const next = chain[at]
    const gap: Area = { top, bottom: next ? next.i : area.bottom, left, right: next ? next.j : area.right }
    const isNarrower = gap.bottom - gap.top < area.bottom - area.top || gap.right - gap.left < area.right - area.left
    if (isNarrower && gap.bottom > gap.top && gap.right > gap.left && longest(gap) > longGap) {
      const inner = heaviestChain(vote(gap, leastVotesInGap), gap)
      if (inner.length > 0) addRefined(inner, gap, vote, into)
    }
    if (!next) return
    into.push(next)
    top = next.i + 1
    left = next.j + 1
  }
}

const longest = ({ top, bottom, left, right }: Area): number => Math.max(bottom - top, right - left)

/** Of a sentence its rarest features speak, alone, in pairs and in threes. */
const speakers = 5
const keysEach = 25
/** Keys are buckets of a table; what shares one by accident is outvoted. */
const mostBits = 23
const none = -1

/** Pairs of an area that share rare keys. All tables are flat, and as large as the area. */
function voter(source: readonly Piece[], target: readonly Piece[]): Vote {
  const last = (pieces: readonly Piece[]) =>
    pieces.reduce((most, { features }) => Math.max(most, features.at(-1) ?? 0), 0)
  const size = Math.max(last(source), last(target)) + 1
  const inSource = new Int32Array(size)
  const inTarget = new Int32Array(size)
  return (area, least) => {
    count(source, area.top, area.bottom, inSource, 1)
    count(target, area.left, area.right, inTarget, 1)
    const bits = Math.min(mostBits, Math.max(8, Math.ceil(Math.log2(longest(area) * keysEach * 4))))
    const common = (id: number) => (inSource[id]! > 0 && inTarget[id]! > 0 ? inSource[id]! + inTarget[id]! : 0)
    const rows = keysOf(source, area.top, area.bottom, common, bits)
    const columns = keysOf(target, area.left, area.right, common, bits)
    count(source, area.top, area.bottom, inSource, -1)
    count(target, area.left, area.right, inTarget, -1)
    return shared(rows, columns, bits, area, least)
  }
}

/** Adds `by` to the count of every feature of the pieces; −1 takes a count back. */
function count(pieces: readonly Piece[], start: number, end: number, into: Int32Array, by: number): void {
  for (let at = start; at < end; at++) for (const id of pieces[at]!.features) into[id]! += by
}

/** The keys of pieces, `keysEach` places for each: its rarest features, pairs and threes of them, in any order. */
function keysOf(
  pieces: readonly Piece[],
  start: number,
  end: number,
  common: (id: number) => number,
  bits: number,
): Int32Array {
  const keys = new Int32Array((end - start) * keysEach).fill(none)
  const rarest = new Int32Array(speakers)
  const weights = new Int32Array(speakers)
  const hashes = new Int32Array(speakers)
  for (let piece = start; piece < end; piece++) {
    let found = 0
    for (const id of pieces[piece]!.features) {
      const weight = common(id)
      if (weight === 0) continue
      let at = found
      while (at > 0 && weights[at - 1]! > weight) at--
      if (at === speakers) continue
      if (found < speakers) found++
      rarest.copyWithin(at + 1, at, found - 1)
      weights.copyWithin(at + 1, at, found - 1)
      rarest[at] = id
      weights[at] = weight
    }
    for (let at = 0; at < found; at++)
      hashes[at] = Math.imul(rarest[at]! + 1, 0x9e3779b1) ^ (Math.imul(rarest[at]! + 1, 0x85ebca6b) >>> 13)
    const from = (piece - start) * keysEach
    let to = from
    const put = (hash: number) => {
      const key = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> (32 - bits)
      for (let at = from; at < to; at++) if (keys[at] === key) return
      keys[to++] = key
    }
    for (let x = 0; x < found; x++) {
      put(hashes[x]!)
      for (let y = x + 1; y < found; y++) {
        put((hashes[x]! + hashes[y]!) | 0)
        for (let z = y + 1; z < found; z++) put((hashes[x]! + hashes[y]! + hashes[z]!) | 0)
      }
    }
  }
  return keys
}

/** Pairs whose shared rare keys weigh `least` or more; a key weighs less where several pairs share it. */
function shared(rows: Int32Array, columns: Int32Array, bits: number, area: Area, least: number): Anchor[] {
  const inRows = countKeys(rows, bits)
  const inColumns = countKeys(columns, bits)
  const isRare = (key: number) =>
    key !== none && inRows[key]! > 0 && inColumns[key]! > 0 && inRows[key]! <= rare && inColumns[key]! <= rare
  // Columns of a key: a list through `next`, by place in `columns`.
  const head = new Int32Array(1 << bits).fill(none)
  const next = new Int32Array(columns.length).fill(none)
  for (let at = columns.length - 1; at >= 0; at--) {
    const key = columns[at]!
    if (!isRare(key)) continue
    next[at] = head[key]!
    head[key] = at
  }
  const found: Anchor[] = []
  const votes = new Map<number, number>()
  for (let row = 0; row * keysEach < rows.length; row++) {
    for (let at = row * keysEach; at < (row + 1) * keysEach; at++) {
      const key = rows[at]!
      if (!isRare(key)) continue
      const weight = 1 / (inRows[key]! * inColumns[key]!)
      for (let place = head[key]!; place !== none; place = next[place]!) {
        const column = Math.floor(place / keysEach)
        votes.set(column, (votes.get(column) ?? 0) + weight)
      }
    }
    for (const [column, weight] of votes)
      if (weight >= least) found.push({ i: area.top + row, j: area.left + column, weight })
    votes.clear()
  }
  return found
}

/** How many pieces have a key, up to 255. */
function countKeys(keys: Int32Array, bits: number): Uint8Array {
  const counts = new Uint8Array(1 << bits)
  for (const key of keys) if (key !== none && counts[key]! < 255) counts[key]!++
  return counts
}

/** The rising chain of greatest weight, rows and columns both strictly rising. */
function heaviestChain(all: Anchor[], { left, right }: Area): Anchor[] {
  const order = all.sort((a, b) => a.i - b.i || b.j - a.j)
  const tree = new Int32Array(right - left + 2).fill(-1)
  const total = new Float64Array(order.length)
  const before = new Int32Array(order.length).fill(-1)
  const better = (a: number, b: number) => (a < 0 ? b : b < 0 ? a : total[a]! >= total[b]! ? a : b)
  let top = -1
  for (const [at, { j, weight }] of order.entries()) {
    let previous = -1
    for (let k = j - left; k > 0; k -= k & -k) previous = better(previous, tree[k]!)
    before[at] = previous
    total[at] = weight + (previous < 0 ? 0 : total[previous]!)
    for (let k = j - left + 1; k < tree.length; k += k & -k) tree[k] = better(tree[k]!, at)
    top = better(top, at)
  }
  const chain: Anchor[] = []
  for (let at = top; at >= 0; at = before[at]!) chain.push(order[at]!)
  return chain.toReversed()
}

function bandAlong(chain: readonly Anchor[], rows: number, columns: number): Band {
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
