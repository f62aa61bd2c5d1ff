// What a third document says about a pair: if a's section answers c's, and c's answers b's, a's likely answers b's.
// Near languages are aligned more surely (cognates), so this carries ug–tk through az (after ProbCons, Do et al. 2005).
import { sectionConfidence } from "./confidence.ts"
import type { PairAlignment } from "./pair.ts"

interface Known extends PairAlignment {
  readonly a: number
  readonly b: number
}

/** Nats for a pair that every other document agrees on. */
const weight = 5

export function supportFrom(pairs: readonly Known[]): (a: number, b: number) => (i: number, j: number) => number {
  // Probabilities of pairs of sections, by pair of documents, both ways round.
  const probable = new Map<string, Map<number, Map<number, number>>>()
  const note = (a: number, b: number, i: number, j: number, value: number) => {
    const key = `${a} ${b}`
    const rows = probable.get(key) ?? new Map<number, Map<number, number>>()
    probable.set(key, rows)
    const row = rows.get(i) ?? new Map<number, number>()
    rows.set(i, row)
    row.set(j, value)
  }
  for (const { a, b, sections } of pairs)
    for (const { source, target, score } of sections)
      for (const i of source)
        for (const j of target) {
          const value = score === Infinity ? 1 : sectionConfidence(score, score)
          note(a, b, i, j, value)
          note(b, a, j, i, value)
        }
  return (a, b) => {
    const through = [...new Set(pairs.flatMap((pair) => [pair.a, pair.b]))].filter(
      (c) => c !== a && c !== b && probable.has(`${a} ${c}`) && probable.has(`${c} ${b}`),
    )
    const sums = new Map<number, Map<number, number>>()
    const heard = new Map<number, number>()
    for (const c of through)
      for (const [i, row] of probable.get(`${a} ${c}`)!) {
        const sum = sums.get(i) ?? new Map<number, number>()
        sums.set(i, sum)
        heard.set(i, (heard.get(i) ?? 0) + 1)
        for (const [k, p] of row)
          for (const [j, q] of probable.get(`${c} ${b}`)!.get(k) ?? []) sum.set(j, (sum.get(j) ?? 0) + p * q)
      }
    return (i, j) => {
      const count = heard.get(i)
      if (!count) return 0
      const share = (sums.get(i)?.get(j) ?? 0) / through.length
      const other = Math.max(0, ...(sums.get(i)?.values() ?? [])) / through.length
      return weight * (share - (share < other ? 0.5 * other : 0))
    }
  }
}
