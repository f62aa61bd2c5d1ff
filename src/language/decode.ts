// The likeliest language of every word of a text: Viterbi (1967) over words with the native language as state 0.
// Passages are rare, so beginning one costs, less at the start of a sentence; ending one costs too.
import { flags, type Scan } from "./scan.ts"
import { costs, type State } from "./states.ts"

/**
 * @param score fills the scores of the word at an index into an array as long as `states`
 * @returns the state of every word
 */
export function decode(
  scan: Scan,
  states: readonly State[],
  score: (at: number, into: Float32Array) => void,
): Uint8Array {
  const size = states.length
  const path = new Uint8Array(scan.length)
  if (scan.length === 0) return path
  const from = new Uint8Array(scan.length * size)
  let best = new Float64Array(size)
  let next = new Float64Array(size)
  const own = new Float32Array(size)
  for (let at = 0; at < scan.length; at++) {
    score(at, own)
    const isStart = at === 0 || (scan.flags[at]! & flags.start) !== 0
    let foreign = 0
    for (let state = 1; state < size; state++) if (foreign === 0 || best[state]! > best[foreign]!) foreign = state
    for (let state = 0; state < size; state++) {
      const { enter, enterStart } = states[state]!
      const cost = isStart ? enterStart : enter
      let value = at === 0 ? -cost : best[state]!
      let source = state
      if (at > 0) {
        const native = best[0]! - cost
        const other = best[foreign]! - (state === 0 ? costs.leave : cost + costs.leave)
        if (state !== 0 && native > value) {
          value = native
          source = 0
        }
        if (foreign !== state && other > value) {
          value = other
          source = foreign
        }
      }
      next[state] = value + own[state]!
      from[at * size + state] = source
    }
    ;[best, next] = [next, best]
    // Keep the numbers small on endless texts.
    if ((at & 1023) === 1023) {
      const most = Math.max(...best)
      for (let state = 0; state < size; state++) best[state]! -= most
    }
  }
  let state = 0
  for (let each = 1; each < size; each++)
    if (best[each]! - costs.leave > best[state]! - (state === 0 ? 0 : costs.leave)) state = each
  for (let at = scan.length - 1; at >= 0; at--) {
    path[at] = state
    state = from[at * size + state]!
  }
  return path
}
