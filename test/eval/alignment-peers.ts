// What alignment is measured beside: position alone, and Gale & Church (1993) on section lengths. For the bench only.
import type { Document } from "../../src/model/document.ts"

export function positionLinks(rows: number, columns: number): Set<string> {
  return new Set(
    Array.from(
      { length: rows },
      (_, i) => `${i} ${Math.min(columns - 1, Math.round(((i + 0.5) * columns) / rows - 0.5))}`,
    ),
  )
}

const shapes = [
  [1, 1, -Math.log(0.89)],
  [1, 0, -Math.log(0.0099)],
  [0, 1, -Math.log(0.0099)],
  [1, 2, -Math.log(0.089)],
  [2, 1, -Math.log(0.089)],
  [2, 2, -Math.log(0.011)],
] as const

export function galeChurchLinks(source: Document, target: Document): Set<string> {
  const links = new Set<string>()
  const lengths = (document: Document) => document.sections.map(({ start, end }) => Math.max(1, end - start))
  for (const [from, to] of galeChurch(lengths(source), lengths(target)))
    for (const i of from) for (const j of to) links.add(`${i} ${j}`)
  return links
}

/** Beads of index lists from lengths alone. */
export function galeChurch(source: readonly number[], target: readonly number[]): [number[], number[]][] {
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
  const ratio = sum(target) / sum(source)
  const rows = source.length
  const columns = target.length
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1).fill(Infinity))
  const back = Array.from({ length: rows + 1 }, () => new Int8Array(columns + 1).fill(-1))
  best[0]![0] = 0
  for (let i = 0; i <= rows; i++)
    for (let j = 0; j <= columns; j++)
      for (const [at, [n, m, cost]] of shapes.entries()) {
        if (i < n || j < m || best[i - n]![j - m] === Infinity) continue
        const a = sum(source.slice(i - n, i))
        const b = sum(target.slice(j - m, j))
        const value = best[i - n]![j - m]! + cost + (n === 0 || m === 0 ? 0 : lengthCost(a, b, ratio))
        if (value < best[i]![j]!) {
          best[i]![j] = value
          back[i]![j] = at
        }
      }
  const beads: [number[], number[]][] = []
  for (let i = rows, j = columns; i > 0 || j > 0;) {
    const [n, m] = shapes[back[i]![j]!]!
    beads.push([range(i - n, i), range(j - m, j)])
    i -= n
    j -= m
  }
  return beads.toReversed()
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

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}
