// The topic of every section of a document.
import { noTopic, predictTopic, type TopicProfile } from "../terms/predict.ts"
import type { Prepared } from "./prepare.ts"

/** One profile a section. A sub-section shares the topic of the section above it unless it clearly speaks of another. */
export function topicsOf(document: Prepared): TopicProfile[] {
  const telling = tellingIn(document)
  const found: TopicProfile[] = []
  for (const [at, section] of document.sections.entries()) {
    const parent = document.sections.findLastIndex(
      (other, index) => index < at && other.level > 1 && other.level < section.level,
    )
    found.push(section.isMeta ? noTopic : predictTopic(section.concepts, telling, found[parent]))
  }
  return found
}

/** A concept in every section is what the document is about, and tells no section from another. */
function tellingIn(document: Prepared): (concept: number) => number {
  const seen = new Map<number, number>()
  for (const { concepts } of document.sections)
    for (const concept of new Set([...concepts.heading.keys(), ...concepts.body.keys()]))
      seen.set(concept, (seen.get(concept) ?? 0) + 1)
  const size = Math.max(4, document.sections.length)
  return (concept) => Math.max(0.05, 1 - Math.log(1 + (seen.get(concept) ?? 0)) / Math.log(1 + size * 0.75))
}
