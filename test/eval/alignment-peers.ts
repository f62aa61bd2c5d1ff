// What alignment is measured beside: position alone, and Gale & Church (1993), for sections and sentences. For the
// bench and the evaluation only; hunalign has a file of its own.

/** Half-open ranges of piece numbers, one side and the other. */
export interface PeerBead {
  readonly source: readonly [start: number, end: number]
  readonly target: readonly [start: number, end: number]
}

/** Every piece with the one that stands at the same part of the way. */
export function positionBeads(rows: number, columns: number): PeerBead[] {
  return Array.from({ length: columns === 0 ? 0 : rows }, (_, i) => {
    const j = Math.min(columns - 1, Math.round(((i + 0.5) * columns) / rows - 0.5))
    return { source: [i, i + 1], target: [j, j + 1] }
  })
}

/** The paper's shapes and how rare they are. */
const shapes = [
  [1, 1, -Math.log(0.89)],
  [1, 0, -Math.log(0.0099)],
  [0, 1, -Math.log(0.0099)],
  [1, 2, -Math.log(0.089)],
  [2, 1, -Math.log(0.089)],
  [2, 2, -Math.log(0.011)],
] as const
/** Columns on either side of the diagonal that are searched; the paper searches all, which 10,000 pieces forbid. */
const halfBand = 500

/** Beads from lengths alone. */
export function galeChurch(source: readonly number[], target: readonly number[]): PeerBead[] {
  const rows = source.length
  const columns = target.length
  const a = sums(source)
  const b = sums(target)
  const ratio = Math.max(1, b[columns]!) / Math.max(1, a[rows]!)
  const width = Math.min(columns, 2 * halfBand) + 1
  const start = (i: number) =>
    Math.max(0, Math.min(columns + 1 - width, Math.round((i * columns) / Math.max(1, rows)) - halfBand))
  const best = new Float32Array((rows + 1) * width).fill(Infinity)
  const back = new Uint8Array(best.length)
  const cell = (i: number, j: number) => {
    const at = j - start(i)
    return at >= 0 && at < width ? i * width + at : -1
  }
  best[cell(0, 0)] = 0
  for (let i = 0; i <= rows; i++)
    for (let j = start(i); j < start(i) + width; j++)
      for (let at = 0; at < shapes.length; at++) {
        const [n, m, cost] = shapes[at]!
        if (i < n || j < m) continue
        const from = cell(i - n, j - m)
        if (from < 0 || best[from] === Infinity) continue
        const length = n === 0 || m === 0 ? 0 : lengthCost(a[i]! - a[i - n]!, b[j]! - b[j - m]!, ratio)
        const value = best[from]! + cost + length
        const here = cell(i, j)
        if (value < best[here]!) {
          best[here] = value
          back[here] = at
        }
      }
  const beads: PeerBead[] = []
  for (let i = rows, j = columns; i > 0 || j > 0;) {
    const [n, m] = shapes[back[cell(i, j)]!]!
    beads.push({ source: [i - n, i], target: [j - m, j] })
    i -= n
    j -= m
  }
  return beads.toReversed()
}

function sums(lengths: readonly number[]): Float64Array {
  const found = new Float64Array(lengths.length + 1)
  for (const [at, length] of lengths.entries()) found[at + 1] = found[at]! + length
  return found
}

function lengthCost(a: number, b: number, ratio: number): number {
  const mean = (a + b / ratio) / 2
  const z = Math.abs((ratio * a - b) / Math.sqrt(6.8 * mean))
  return -Math.log(Math.max(1e-12, 2 * (1 - normal(z))))
}

function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const tail = t * (0.3193815 + t * (-0.3565638 + t * (1.781478 + t * (-1.821256 + t * 1.330274))))
  return 1 - 0.3989423 * Math.exp((-z * z) / 2) * tail
}
