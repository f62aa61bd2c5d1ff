// What a section is about: concepts vote for topics with the weights of the termbase. The heading counts most, the
// first sentence more than the rest, and a concept counts by how often it occurs, damped, against the section's length.
import { termbase } from "./index.ts"
import { topicIndex, topics, type Topic } from "./topics.ts"

/** Concepts of a section: index in the termbase → number of occurrences. */
export type ConceptCounts = ReadonlyMap<number, number>

export interface SectionConcepts {
  readonly heading: ConceptCounts
  /** First sentence under the heading. */
  readonly opening: ConceptCounts
  readonly body: ConceptCounts
  /** Words under the heading. */
  readonly words: number
  /** First section of its document with text. */
  readonly isFirst?: boolean
}

export interface TopicProfile {
  readonly topic: Topic | null
  /** Calibrated, 0–1. */
  readonly confidence: number
  /** Scores by topic, in the order of `topics`, ≥ 0, sum 1 (all 0 without evidence). */
  readonly scores: Float64Array
}

// Weights found on our samples and the seeds' labels, by hand: a heading speaks as loud as its whole section.
const headingWeight = 3.2
const openingWeight = 0.5
const bodyWeight = 1
/** How sharply votes turn into probability; see test/eval/alignment.ts, "topics". */
const sharpness = 1.6

/** Topics of a section; null without evidence. */
export function predictTopic(section: SectionConcepts): TopicProfile {
  const votes = new Float64Array(topics.length)
  const scale = 1 / Math.sqrt(1 + section.words / 60)
  vote(votes, section.heading, headingWeight)
  vote(votes, section.opening, openingWeight)
  vote(votes, section.body, bodyWeight * scale)
  if (section.isFirst) votes[topicIndex.get("intro")!]! += 9
  const total = votes.reduce((sum, each) => sum + each ** sharpness, 0)
  if (total === 0) return { topic: null, confidence: 0, scores: votes }
  const scores = votes.map((each) => each ** sharpness / total)
  const best = scores.reduce((at, each, index) => (each > scores[at]! ? index : at), 0)
  return { topic: topics[best]!, confidence: confidenceOf(votes[best]!, scores[best]!), scores }
}

function vote(votes: Float64Array, concepts: ConceptCounts, weight: number): void {
  for (const [concept, count] of concepts)
    for (const [topic, strength] of termbase[concept]!.topics)
      votes[topicIndex.get(topic)!]! += weight * (strength - 0.5) ** 1.3 * (1 + Math.log(count)) * 0.5
}

/** Share of the votes and their number, through a logistic fitted on dev. */
function confidenceOf(votes: number, share: number): number {
  const z = -2.2 + 5.2 * share + 0.25 * Math.log1p(votes)
  return 1 / (1 + Math.exp(-z))
}
