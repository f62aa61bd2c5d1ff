// Words that answer one another in this very pair of documents: learned from sentences linked with confidence, given
// to the second pass as features both sides share.
import { kinds, type Features } from "./features.ts"
import type { SentenceBead } from "./pair.ts"
import type { PreparedSection, PreparedSentence } from "./prepare.ts"

/** Seen together at least so often, and in this part of all their sentences (Dice). */
const leastTogether = 2
const leastDice = 0.6
/** Sentences beyond this teach nothing new. */
const enough = 5_000

interface Learned {
  readonly source: readonly PreparedSection[]
  readonly target: readonly PreparedSection[]
}

export function learnedPieces(
  source: readonly PreparedSection[],
  target: readonly PreparedSection[],
  beads: readonly SentenceBead[],
  table: Features,
): Learned {
  const inSource = new Map<number, number>()
  const inTarget = new Map<number, number>()
  const together = new Map<number, Map<number, number>>()
  const words = (sentences: readonly PreparedSentence[]) => [
    ...new Set(sentences.flatMap(({ features }) => [...features].filter((id) => table.kinds[id] === kinds.cognate))),
  ]
  const taught = beads.slice(0, enough).map((bead) => ({ left: words(bead.source), right: words(bead.target) }))
  for (const { left, right } of taught) {
    for (const x of left) inSource.set(x, (inSource.get(x) ?? 0) + 1)
    for (const y of right) inTarget.set(y, (inTarget.get(y) ?? 0) + 1)
  }
  const tooCommon = Math.max(8, taught.length * 0.08)
  for (const { left, right } of taught)
    for (const x of left) {
      const seen = inSource.get(x)!
      if (seen < leastTogether || seen > tooCommon) continue
      let row = together.get(x)
      if (!row) together.set(x, (row = new Map()))
      for (const y of right) {
        const other = inTarget.get(y)!
        if (x !== y && other >= leastTogether && other <= tooCommon && other < 3 * seen && seen < 3 * other)
          row.set(y, (row.get(y) ?? 0) + 1)
      }
    }
  const ofSource = new Map<number, number[]>()
  const ofTarget = new Map<number, number[]>()
  const give = (map: Map<number, number[]>, word: number, feature: number) => {
    const list = map.get(word)
    if (list) list.push(feature)
    else map.set(word, [feature])
  }
  for (const [x, row] of together)
    for (const [y, count] of row) {
      if (count < leastTogether || (2 * count) / (inSource.get(x)! + inTarget.get(y)!) < leastDice) continue
      const feature = table.intern(kinds.learned, `${x}~${y}`)
      give(ofSource, x, feature)
      give(ofTarget, y, feature)
    }
  return {
    source: source.map((section) => taughtTo(section, ofSource)),
    target: target.map((section) => taughtTo(section, ofTarget)),
  }
}

function taughtTo(section: PreparedSection, words: ReadonlyMap<number, readonly number[]>): PreparedSection {
  return {
    ...section,
    body: withLearned(section.body, words),
    sentences: section.sentences.map((each) => withLearned(each, words)),
  }
}

function withLearned<P extends { readonly features: Int32Array; readonly counts: Uint16Array }>(
  piece: P,
  words: ReadonlyMap<number, readonly number[]>,
): P {
  const more = new Set<number>()
  for (const id of piece.features) for (const feature of words.get(id) ?? []) more.add(feature)
  if (more.size === 0) return piece
  // Learned features are younger than all others, so they come last.
  const added = [...more].sort((a, b) => a - b)
  return {
    ...piece,
    features: joined(new Int32Array(piece.features.length + added.length), piece.features, added),
    counts:
      piece.counts.length === 0
        ? piece.counts
        : joined(
            new Uint16Array(piece.counts.length + added.length),
            piece.counts,
            added.map(() => 1),
          ),
  }
}

function joined<A extends Int32Array | Uint16Array>(into: A, first: A, more: readonly number[]): A {
  into.set(first)
  into.set(more, first.length)
  return into
}
