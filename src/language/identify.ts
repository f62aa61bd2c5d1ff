// The language of a text: what its words say together, each at most a little, so that no name decides.
import { scan } from "./scan.ts"
import { scorerOf } from "./scorer.ts"
import { costs, isModelled, knowledgeIn } from "./states.ts"
import { Vocabulary } from "./words.ts"

export interface Identified {
  readonly tag: string
  /** Calibrated probability, 0–1; they sum to 1 over the ranking. */
  readonly confidence: number
}

/** A word says at most this much, nats. */
const most = 6
const listed = 1.5
/** Longer texts are judged by a sample of this many words, taken evenly. */
const sample = 4000

/**
 * Languages of a text, likeliest first; [] when it has no words.
 *
 * @param candidates consider only these (language subtags)
 */
export function identify(text: string, { candidates }: { candidates?: readonly string[] } = {}): Identified[] {
  const vocabulary = new Vocabulary()
  const { length, ids } = scan(text.length > 1_000_000 ? text.slice(0, 1_000_000) : text, vocabulary)
  const totals = new Map<string, number>()
  const letters = new Map<string, number>()
  const step = Math.max(1, Math.floor(length / sample))
  const counts = new Map<number, number>()
  for (let at = 0; at < length; at += step) {
    const id = ids[at]!
    const { script, folded } = vocabulary.words[id]!
    if (vocabulary.counts[id] === 0 || script === "mixed") continue
    counts.set(id, (counts.get(id) ?? 0) + 1)
    letters.set(script, (letters.get(script) ?? 0) + (script === "han" ? folded.length * 3 : folded.length))
  }
  const script = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0]
  if (script === undefined) return []
  if (script === "han") return ranked(new Map([["zh", 0]]), candidates)
  if (!isModelled(script)) return ranked(new Map([["und", 0]]), candidates)
  const scorer = scorerOf(script)
  const scores = new Float32Array(scorer.languages.length)
  let weight = 0
  for (const [id, count] of counts) {
    const word = vocabulary.words[id]!
    if (word.script !== script) continue
    scorer.score(word.folded, scores)
    const best = scores.reduce((high, each) => Math.max(high, each), -Infinity)
    // A word that repeats is one piece of evidence more than once, not again and again.
    const times = 1 + Math.log2(count)
    weight += times
    for (const [at, tag] of scorer.languages.entries()) {
      const isPossible = scores[at]! > best - costs.hopeless
      const bonus = isPossible && knowledgeIn(tag, word.folded) > 0 ? listed : 0
      totals.set(tag, (totals.get(tag) ?? 0) + times * (Math.max(scores[at]! - best, -most) + bonus))
    }
  }
  return weight === 0 ? [] : ranked(totals, candidates)
}

function ranked(totals: ReadonlyMap<string, number>, candidates: readonly string[] | undefined): Identified[] {
  const left = [...totals].filter(([tag]) => !candidates || candidates.includes(tag))
  const best = Math.max(...left.map(([, total]) => total))
  const powers = left.map(([tag, total]) => [tag, Math.exp(Math.max(-50, total - best))] as const)
  const sum = powers.reduce((all, [, power]) => all + power, 0)
  return powers
    .map(([tag, power]) => ({ tag, confidence: power / sum }))
    .sort((a, b) => b.confidence - a.confidence || (a.tag < b.tag ? -1 : 1))
}
