// Which piece of a sequence is which piece of another one, by keys: the same key in the same order, then the same key
// moved elsewhere. What is left stands in gaps between those that kept their order.
import { diffArrays } from "diff"

/** Places in the two sequences that answer nothing, between two pairs in order. */
export interface Gap {
  readonly old: readonly number[]
  readonly now: readonly number[]
}

/** Sequences with more differences than this are compared without regard to order; the search is quadratic in them. */
const mostEdits = 3_000

/** Pairs of places, old → new, and what is left. */
export function samePieces(
  old: readonly string[],
  now: readonly string[],
): { pairs: ReadonlyMap<number, number>; gaps: readonly Gap[] } {
  const pairs = new Map<number, number>()
  const gaps = inOrder(old, now, pairs)
  const free = new Map<string, number[]>()
  for (const at of gaps.flatMap((gap) => gap.now).toReversed()) {
    const places = free.get(now[at]!)
    if (places) places.push(at)
    else free.set(now[at]!, [at])
  }
  for (const at of gaps.flatMap((gap) => gap.old)) {
    const found = free.get(old[at]!)?.pop()
    if (found !== undefined) pairs.set(at, found)
  }
  const taken = new Set(pairs.values())
  const left = gaps.map((gap) => ({
    old: gap.old.filter((at) => !pairs.has(at)),
    now: gap.now.filter((at) => !taken.has(at)),
  }))
  return { pairs, gaps: left }
}

function inOrder(old: readonly string[], now: readonly string[], pairs: Map<number, number>): Gap[] {
  const parts = diffArrays([...old], [...now], { maxEditLength: mostEdits })
  if (!parts) return [{ old: [...old.keys()], now: [...now.keys()] }]
  let gap: { old: number[]; now: number[] } = { old: [], now: [] }
  const gaps = [gap]
  let from = 0
  let to = 0
  for (const { value, removed, added } of parts) {
    if (!removed && !added) gaps.push((gap = { old: [], now: [] }))
    for (let n = 0; n < value.length; n++) {
      if (removed) gap.old.push(from++)
      else if (added) gap.now.push(to++)
      else pairs.set(from++, to++)
    }
  }
  return gaps
}
