// What a section is about: concepts vote for topics with the weights of the termbase. The heading counts most, the
// first sentence more than the rest, and a concept counts by how often it occurs, damped, against the section's length.
import { lower, profileOf } from "../language/index.ts"
import { cues } from "./cues.ts"
import { termbase } from "./index.ts"
import { topicIndex, topics, type Topic } from "./topics.ts"

/** Concepts of a section: index in the termbase → number of occurrences. */
export type ConceptCounts = ReadonlyMap<number, number>

export interface SectionConcepts {
  readonly heading: ConceptCounts
  /** The heading as written, and the language it is in: headings ask in ways that hold no term (cues.ts). */
  readonly title: string
  readonly language: string
  /** First sentence under the heading. */
  readonly opening: ConceptCounts
  readonly body: ConceptCounts
  /** Words under the heading. */
  readonly words: number
  /** First section of its document with text. */
  readonly isFirst?: boolean
  /** Stands above the first heading of a document that has headings. */
  readonly isAbove?: boolean
}

export interface TopicProfile {
  readonly topic: Topic | null
  /** Calibrated, 0–1. */
  readonly confidence: number
  /** Scores by topic, in the order of `topics`, ≥ 0, sum 1 (all 0 without evidence). */
  readonly scores: Float64Array
  /** The votes they were made from. */
  readonly votes: Float64Array
}

// Weights found on our samples and the seeds' labels, by hand: a heading speaks as loud as its whole section.
const headingWeight = 2
const cueWeight = 14
const openingWeight = 0.6
const bodyWeight = 1.5
/** How sharply votes turn into probability; see test/eval/alignment.ts. */
const sharpness = 1.6

export const noTopic: TopicProfile = {
  topic: null,
  confidence: 0,
  scores: new Float64Array(topics.length),
  votes: new Float64Array(topics.length),
}

/**
 * Topics of a section; `noTopic` without evidence.
 *
 * @param telling how much a concept tells in this document, 0–1: what stands in every section tells nothing
 * @param parent the section above a sub-section, whose topic it shares unless it speaks of another
 */
export function predictTopic(
  section: SectionConcepts,
  telling: (concept: number) => number = () => 1,
  parent?: TopicProfile,
): TopicProfile {
  const votes = new Float64Array(topics.length)
  vote(votes, section.heading, headingWeight, () => 1)
  vote(votes, section.opening, openingWeight, telling)
  vote(votes, section.body, bodyWeight / Math.sqrt(1 + section.words / 60), telling)
  const cued = cuesIn(section.title, section.language)
  for (const topic of cued) votes[topic]! += cueWeight / cued.length
  const intro = topicIndex.get("intro")!
  // A heading that is a telephone number or an address with one is no title.
  if (section.isFirst && !isNumber.test(section.title))
    votes[intro]! += cued.includes(intro) || section.title === "" ? 14 : 5
  // A line or two above the title is the page's, not the policy's.
  else if (section.isAbove && section.words < 25) votes[topicIndex.get("noise")!]! += 8
  if (parent) {
    const own = votes.reduce((sum, each) => sum + each, 0)
    const share = section.words < 40 ? 2.5 : 0.35
    for (const [at, score] of parent.scores.entries()) votes[at]! += share * (own + 4) * score
  }
  const total = votes.reduce((sum, each) => sum + each ** sharpness, 0)
  if (total === 0) return noTopic
  const scores = votes.map((each) => each ** sharpness / total)
  const best = scores.reduce((at, each, index) => (each > scores[at]! ? index : at), 0)
  const second = scores.reduce((most, each, index) => (index !== best && each > most ? each : most), 0)
  return { topic: topics[best]!, confidence: confidenceOf(votes[best]!, scores[best]!, second), scores, votes }
}

/** Topics a heading asks for, by the longest turn of phrase; several when they are as long. */
const isNumber = /(?:\d[\s-]?){8}/

function cuesIn(title: string, language: string): number[] {
  const own = cues[language]
  if (!own || title === "") return []
  const text = lower(title, profileOf(language).casing)
  let longest = 0
  let found: number[] = []
  for (const [topic, phrases] of Object.entries(own))
    for (const phrase of phrases.split("|")) {
      // The name of the policy in a longer heading is what the heading speaks about, not what it says.
      if (topic === "intro" && text.split(/\s+/).length > 6) continue
      if (phrase.length < longest || !text.includes(phrase)) continue
      if (phrase.length > longest) found = []
      longest = phrase.length
      found.push(topicIndex.get(topic)!)
    }
  return [...new Set(found)]
}

function vote(
  votes: Float64Array,
  concepts: ConceptCounts,
  weight: number,
  telling: (concept: number) => number,
): void {
  for (const [concept, count] of concepts)
    for (const [topic, strength] of termbase[concept]!.topics)
      votes[topicIndex.get(topic)!]! += weight * telling(concept) * strength ** 1.2 * (1 + Math.log(count)) * 0.5
}

/** Share of the votes, lead and number, through a logistic fitted on dev. */
function confidenceOf(votes: number, share: number, second: number): number {
  const z = -2.6 + 3.4 * share + 3.4 * (share - second) + 0.35 * Math.log1p(votes)
  return 1 / (1 + Math.exp(-z))
}
