// From a block's plain text to the file. Runs of equal length map one to one; over an escape or an entity the whole
// of it is taken.
import type { Block, Run, Span } from "../model/document.ts"

/** The file span of a half-open span of `plain(block.content)`. An empty block or span gives its place as an empty span. */
export function fileSpan(block: Block, span: Span): Span {
  const { runs } = block
  if (runs.length === 0) return { start: block.start, end: block.start }
  const first = runs[runAt(runs, span.start)]!
  const start = inside(first, span.start, first.start)
  if (span.end <= span.start) return { start, end: start }
  const last = runs[runAt(runs, span.end - 1)]!
  return { start, end: inside(last, span.end, last.end) }
}

/** Index of the run that holds an offset; before the first and after the last, those. Binary search. */
function runAt(runs: readonly Run[], offset: number): number {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (runs[middle]!.at <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function inside(run: Run, offset: number, whole: number): number {
  const isPlain = run.length === run.end - run.start
  return isPlain ? run.start + Math.min(run.length, Math.max(0, offset - run.at)) : whole
}
