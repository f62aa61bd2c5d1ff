// The topic of every section of a document.
import { predictTopic, type TopicProfile } from "../terms/predict.ts"
import type { Prepared } from "./prepare.ts"

/** One profile a section. A sub-section without evidence of its own inherits from the section above it. */
export function topicsOf(document: Prepared): TopicProfile[] {
  const found: TopicProfile[] = []
  for (const [at, section] of document.sections.entries()) {
    let profile = section.isMeta ? noTopic : predictTopic(section.concepts)
    const parent = document.sections.findLastIndex(
      (other, index) => index < at && other.level > 0 && other.level < section.level,
    )
    if (section.level >= 3 && parent >= 0 && profile.confidence < 0.5 && found[parent]) profile = found[parent]
    found.push(profile)
  }
  return found
}

const noTopic: TopicProfile = { topic: null, confidence: 0, scores: new Float64Array(0) }
