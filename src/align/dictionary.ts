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
  const ofSource: Answers = []
  const ofTarget: Answers = []
  const give = (answers: Answers, word: number, feature: number) => (answers[word] ??= []).push(feature)
  for (const [x, row] of together)
    for (const [y, count] of row) {
      if (count < leastTogether || (2 * count) / (inSource.get(x)! + inTarget.get(y)!) < leastDice) continue
      const feature = table.intern(kinds.learned, `${x}~${y}`)
      give(ofSource, x, feature)
      give(ofTarget, y, feature)
    }
  return {
    source: source.map((section) => taughtTo(section, ofSource, table)),
    target: target.map((section) => taughtTo(section, ofTarget, table)),
  }
}

/** Learned features of a word, by its feature number. */
type Answers = (number[] | undefined)[]

function taughtTo(section: PreparedSection, answers: Answers, table: Features): PreparedSection {
  return {
    ...section,
    body: withLearned(section.body, answers, table),
    sentences: section.sentences.map((each) => withLearned(each, answers, table)),
  }
}

function withLearned<P extends { readonly features: Int32Array; readonly counts: Uint16Array }>(
  piece: P,
  answers: Answers,
  table: Features,
): P {
  const more: number[] = []
  for (const id of piece.features)
    for (const feature of answers[id] ?? []) if (!more.includes(feature)) more.push(feature)
  if (more.length === 0) return piece
  const size = piece.features.length
  // Learned features are younger than all others, so they come last.
  const features = table.room(size + more.length)
  features.set(piece.features)
  features.set(
    more.sort((a, b) => a - b),
    size,
  )
  if (piece.counts.length === 0) return { ...piece, features }
  const counts = new Uint16Array(size + more.length).fill(1)
  counts.set(piece.counts)
  return { ...piece, features, counts }
}
