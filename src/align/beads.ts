// Beads: n pieces of one side that say what m pieces of the other say; n or m may be 0.

export interface Bead {
  /** Half-open ranges of piece indices. */
  readonly source: Range
  readonly target: Range
  /** Evidence in nats, after the cost of its shape. */
  readonly score: number
}

export interface Range {
  readonly start: number
  readonly end: number
}

/** Score of the source pieces [i, i+n) with the target pieces [j, j+m); -Infinity when forbidden. */
export type BeadScore = (i: number, n: number, j: number, m: number) => number

export interface Shape {
  readonly source: number
  readonly target: number
  /** Nats, what the shape costs for being rare. */
  readonly cost: number
}

/** −log of how often shapes occur in parallel policies (Gale & Church's table, nulls dearer: evidence decides those). */
export const sentenceShapes: readonly Shape[] = [
  { source: 1, target: 1, cost: 0 },
  { source: 1, target: 0, cost: 4.5 },
  { source: 0, target: 1, cost: 4.5 },
  { source: 1, target: 2, cost: 2.8 },
  { source: 2, target: 1, cost: 2.8 },
  { source: 2, target: 2, cost: 9 },
  { source: 1, target: 3, cost: 5.6 },
  { source: 3, target: 1, cost: 5.6 },
]

/** Columns a row of the search may look at, half-open. Rows are 0…n. */
export interface Band {
  readonly low: Int32Array
  readonly high: Int32Array
}

export function fullBand(rows: number, columns: number): Band {
  return { low: new Int32Array(rows + 1), high: new Int32Array(rows + 1).fill(columns + 1) }
}

/** The best sequence of beads that covers both sides in order (dynamic programming over `band`). */
export function bestBeads(
  rows: number,
  columns: number,
  score: BeadScore,
  shapes: readonly Shape[],
  band: Band,
): Bead[] {
  const offsets = new Float64Array(rows + 2)
  for (let row = 0; row <= rows; row++) offsets[row + 1] = offsets[row]! + band.high[row]! - band.low[row]!
  const best = new Float32Array(offsets[rows + 1]!).fill(-Infinity)
  const back = new Uint8Array(best.length)
  const cell = (row: number, column: number) =>
    column >= band.low[row]! && column < band.high[row]! ? offsets[row]! + column - band.low[row]! : -1
  best[cell(0, 0)] = 0
  for (let row = 0; row <= rows; row++)
    for (let column = band.low[row]!; column < band.high[row]!; column++) {
      if (row === 0 && column === 0) continue
      let top = -Infinity
      let chosen = 0
      for (let at = 0; at < shapes.length; at++) {
        const { source, target, cost } = shapes[at]!
        if (row < source || column < target) continue
        const from = cell(row - source, column - target)
        if (from < 0 || best[from] === -Infinity) continue
        const gained = source === 0 || target === 0 ? 0 : score(row - source, source, column - target, target)
        const value = best[from]! + gained - cost
        if (value > top) {
          top = value
          chosen = at + 1
        }
      }
      const here = cell(row, column)
      best[here] = top
      back[here] = chosen
    }
  const beads: Bead[] = []
  for (let row = rows, column = columns; row > 0 || column > 0;) {
    const here = cell(row, column)
    const shape = here < 0 ? undefined : shapes[back[here]! - 1]
    if (!shape) throw new Error(`Band without a path at ${row}, ${column}`)
    const from = cell(row - shape.source, column - shape.target)
    beads.push({
      source: { start: row - shape.source, end: row },
      target: { start: column - shape.target, end: column },
      score: best[here]! - best[from]!,
    })
    row -= shape.source
    column -= shape.target
  }
  return beads.toReversed()
}
