// Sentences inside linked sections: dynamic programming over beads, in a band around chains of anchors when the
// sections are long, so that a hundred thousand sentences cost ten times what ten thousand do.
import { bestBeads, fullBand, sentenceShapes, type Band, type Bead } from "./beads.ts"
import { anchorBand } from "./anchors.ts"
import type { Evidence } from "./evidence.ts"
import { merged, type Piece } from "./features.ts"
import type { PreparedSentence } from "./prepare.ts"

/** Up to this many cells are searched whole. */
const wholeSearch = 40_000

/** A bead of several is looked at when a pair in it has at least this evidence. */
const leastInWide = -2

export interface SentenceSearch {
  readonly source: readonly PreparedSentence[]
  readonly target: readonly PreparedSentence[]
  /** Evidence for two languages; each sentence is read in its own. */
  readonly evidence: (a: string, b: string) => Evidence
  /** Extra evidence for single sentences, in nats; undefined: none. */
  readonly extra?: ((i: number, j: number) => number) | undefined
}

export function alignSentences({ source, target, evidence, extra }: SentenceSearch): Bead[] {
  const evidenceAt = byLanguage(source, target, evidence)
  const rows = source.length
  const columns = target.length
  const left = wider(source)
  const right = wider(target)
  const one = remembered((i, j) => {
    const value = evidenceAt(i, j).score(source[i]!, target[j]!) + shapeEvidence(source, target, i, 1, j, 1)
    return extra ? value + extra(i, j) : value
  })
  const score = (i: number, n: number, j: number, m: number): number => {
    if (n === 1 && m === 1) return one(i, j)
    // Two that answer two one by one are no bead of four.
    if (n === 2 && m === 2 && one(i, j) > 0 && one(i + 1, j + 1) > 0) return -Infinity
    const wide = evidenceAt(i, j)
    // Most wide beads are out of the question by their lengths, or because no pair in them has anything in common.
    if (Math.abs(Math.log(lengthOf(target, j, m) / lengthOf(source, i, n)) - wide.meanLog) > 1.1) return -Infinity
    let best = -Infinity
    for (let a = i; a < i + n; a++) for (let b = j; b < j + m; b++) best = Math.max(best, one(a, b))
    if (best < leastInWide) return -Infinity
    let value = wide.score(left(i, n), right(j, m)) + shapeEvidence(source, target, i, n, j, m)
    if (extra) for (let a = i; a < i + n; a++) for (let b = j; b < j + m; b++) value += extra(a, b)
    return value
  }
  const band: Band = rows * columns <= wholeSearch ? fullBand(rows, columns) : anchorBand(source, target)
  return bestBeads(rows, columns, score, sentenceShapes, band)
}

function byLanguage(
  source: readonly PreparedSentence[],
  target: readonly PreparedSentence[],
  evidence: SentenceSearch["evidence"],
): (i: number, j: number) => Evidence {
  const left = [...new Set(source.map(({ language }) => language))]
  const right = [...new Set(target.map(({ language }) => language))]
  const all = left.map((a) => right.map((b) => evidence(a, b)))
  const only = all[0]?.[0]
  if (only && left.length === 1 && right.length === 1) return () => only
  const row = Uint8Array.from(source, ({ language }) => left.indexOf(language))
  const column = Uint8Array.from(target, ({ language }) => right.indexOf(language))
  return (i, j) => all[row[i]!]![column[j]!]!
}

/** The last scores of single pairs, in a table that forgets by overwriting. */
function remembered(score: (i: number, j: number) => number): (i: number, j: number) => number {
  const size = 4 << 11
  const rows = new Int32Array(size).fill(-1)
  const columns = new Int32Array(size).fill(-1)
  const values = new Float64Array(size)
  return (i, j) => {
    const at = ((i & 3) << 11) | (j & 2047)
    if (rows[at] !== i || columns[at] !== j) {
      values[at] = score(i, j)
      rows[at] = i
      columns[at] = j
    }
    return values[at]!
  }
}

function lengthOf(sentences: readonly Piece[], at: number, count: number): number {
  let length = 0
  for (let each = at; each < at + count; each++) length += sentences[each]!.length
  return length
}

/** Runs of two or three sentences as one piece; the last ones are kept, in a table that forgets by overwriting. */
function wider(sentences: readonly Piece[]): (at: number, count: number) => Piece {
  const size = 4 << 9
  const keys = new Int32Array(size).fill(-1)
  const pieces: Piece[] = []
  return (at, count) => {
    if (count === 1) return sentences[at]!
    const key = at * 4 + count
    const place = key & (size - 1)
    if (keys[place] !== key) {
      keys[place] = key
      pieces[place] = merged(sentences.slice(at, at + count))
    }
    return pieces[place]!
  }
}

/** Translations keep what a block is, and where it begins and ends. */
function shapeEvidence(
  source: readonly PreparedSentence[],
  target: readonly PreparedSentence[],
  i: number,
  n: number,
  j: number,
  m: number,
): number {
  const a = source[i]!
  const b = target[j]!
  let value = a.kind === b.kind ? (a.kind === "paragraph" ? 0.1 : 1) : -2
  value += a.isBlockStart === b.isBlockStart ? 0.5 : -0.7
  value += source[i + n - 1]!.isBlockEnd === target[j + m - 1]!.isBlockEnd ? 0.5 : -0.7
  for (let at = i + 1; at < i + n; at++) if (source[at]!.isBlockStart) value -= 2
  for (let at = j + 1; at < j + m; at++) if (target[at]!.isBlockStart) value -= 2
  return value
}
