// How much two pieces speak for being translations of one another: a log-likelihood ratio, in nats, against two
// pieces taken at random. A feature on both sides counts log(r/p): r is how often a feature of its class survives
// translation, p how common it is. A feature on one side only counts log((1-r)/(1-p)), and nothing when the other
// document does not know it at all. Lengths add the ratio of two log-normal densities. Because evidence adds up, a
// bead of 1-2 is compared fairly with 1-1 and a piece left over (Gale & Church 1993 do the same with length alone).
import { kindCount, type Features, type Piece } from "./features.ts"

/** r by class: a start, for languages of one family and of two; `learn` replaces it by what the pair shows. */
const sister = [0.85, 0.95, 0.75, 0.7, 0.6, 0.45, 0.4, 0.6]
const same = [0.97, 0.97, 0.95, 0.95, 0.95, 0.95, 0.95, 0.6]
const stranger = [0.85, 0.95, 0.75, 0.65, 0.5, 0.08, 0.1, 0.6]
const starts = { same, sister, stranger }
/** Features of one word overlap (concept, meaning, skeleton): each counts in part. Found on dev. */
const share = [1, 1, 0.8, 0.65, 0.8, 0.6, 0.3, 0.7]

export interface Evidence {
  /** Score of two pieces; > 0 speaks for translation. */
  score(source: Piece, target: Piece): number
  /** Logarithm of the expected length of the target for one of the source. */
  readonly meanLog: number
}

/** How near two languages are: the same text, one family, or two. */
export type Kinship = "same" | "sister" | "stranger"

export interface EvidenceOptions {
  /** Pieces of the whole documents: those compared may be the few that were left in another language. */
  readonly pieces: readonly [source: number, target: number]
  readonly kinship: Kinship
  /** Letters of the target for one of the source. */
  readonly ratio: number
  /** Survival rates by class, where known. */
  readonly survival?: readonly number[]
  /** Standard deviation of the log ratio for long pieces. */
  readonly spread: number
  /** Pieces are sections: counts matter, and shared features weigh less where everything is shared. */
  readonly isLong?: boolean
}

export function evidenceOf(
  table: Features,
  source: readonly Piece[],
  target: readonly Piece[],
  options: EvidenceOptions,
): Evidence {
  const { gain, loss } = weightsOf(table, source, target, options)
  const { ratio, spread, isLong = false } = options
  const meanLog = Math.log(ratio)
  const length = (a: Piece, b: Piece): number => {
    const difference = Math.log(b.length / a.length) - meanLog
    // Short pieces vary more: about one word of either side.
    const variance = spread * spread + 5 / (a.length + 3) + 5 / (b.length / ratio + 3)
    const background = 0.9
    const value = -(difference * difference) / (2 * variance) - 0.5 * Math.log(variance)
    const random = -(difference * difference) / (2 * background) - 0.5 * Math.log(background)
    return Math.max(-9, value - random)
  }
  const score = (a: Piece, b: Piece): number => {
    let sum = 0
    let i = 0
    let j = 0
    const left = a.features
    const right = b.features
    while (i < left.length && j < right.length) {
      const x = left[i]!
      const y = right[j]!
      if (x === y) {
        if (isLong) {
          const m = a.counts[i]!
          const n = b.counts[j]!
          sum += gain[x]! * (0.55 + 0.45 * (m < n ? m / n : n / m))
        } else sum += gain[x]!
        i++
        j++
      } else if (x < y) {
        sum += loss[x]!
        i++
      } else {
        sum += loss[y]!
        j++
      }
    }
    for (; i < left.length; i++) sum += loss[left[i]!]!
    for (; j < right.length; j++) sum += loss[right[j]!]!
    return sum + length(a, b)
  }
  return { score, meanLog }
}

const leastPieces = 20

function weightsOf(table: Features, source: readonly Piece[], target: readonly Piece[], options: EvidenceOptions) {
  const size = table.kinds.length
  const inSource = occurrences(size, source)
  const inTarget = occurrences(size, target)
  const gain = new Float32Array(size)
  const loss = new Float32Array(size)
  // In a text of four sentences nothing is rare by count; words are as common in it as in a longer one.
  const [all, others] = options.pieces
  const rows = options.isLong ? all : Math.max(leastPieces, all)
  const columns = options.isLong ? others : Math.max(leastPieces, others)
  const survival = options.survival ?? starts[options.kinship]
  for (let id = 0; id < size; id++) {
    const a = inSource[id]!
    const b = inTarget[id]!
    if (a === 0 || b === 0) continue
    const kind = table.kinds[id]!
    const r = survival[kind]!
    const p = Math.min(0.97, ((a + 0.5) / (rows + 1) + (b + 0.5) / (columns + 1)) / 2)
    gain[id] = share[kind]! * Math.max(0, Math.log(Math.max(r, p) / p))
    loss[id] = share[kind]! * Math.min(0, Math.log((1 - r) / (1 - Math.min(p, r))))
  }
  return { gain, loss }
}

function occurrences(size: number, pieces: readonly Piece[]): Int32Array {
  const found = new Int32Array(size)
  for (const { features } of pieces) for (const id of features) found[id]!++
  return found
}

/** How often features survive in beads taken as right: the survival rates of this very pair, drawn to the start. */
export function survivalOf(
  table: Features,
  source: readonly Piece[],
  target: readonly Piece[],
  beads: readonly (readonly [Piece, Piece])[],
  kinship: Kinship,
): number[] {
  const start = starts[kinship]
  const shared = new Float64Array(kindCount)
  const seen = new Float64Array(kindCount)
  const inSource = occurrences(table.kinds.length, source)
  const inTarget = occurrences(table.kinds.length, target)
  for (const [a, b] of beads) {
    const right = new Set(b.features)
    const left = new Set(a.features)
    for (const id of left) {
      if (inTarget[id] === 0) continue
      seen[table.kinds[id]!]!++
      if (right.has(id)) shared[table.kinds[id]!]!++
    }
    for (const id of right) {
      if (inSource[id] === 0) continue
      seen[table.kinds[id]!]!++
      if (left.has(id)) shared[table.kinds[id]!]!++
    }
  }
  const prior = 30
  return start.map((rate, kind) =>
    Math.min(0.97, Math.max(0.03, (shared[kind]! + prior * rate) / (seen[kind]! + prior))),
  )
}
