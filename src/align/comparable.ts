// Documents that were never translations of one another: their sections answer by topic. Precision first: a section
// whose topic is doubtful answers nobody. Sections of one topic answer all of that topic in the other document, so
// the links of many documents agree by themselves.
import type { TopicProfile } from "../terms/predict.ts"
import type { Prepared } from "./prepare.ts"
import type { PairLink } from "./rows.ts"

/** A topic must be at least so sure to link. */
const leastSure = 0.5

export function comparableLinks(
  source: Prepared,
  target: Prepared,
  topicsOf: (document: number) => readonly TopicProfile[],
): PairLink[] {
  const found: PairLink[] = []
  const left = topicsOf(source.index)
  const right = topicsOf(target.index)
  for (const [i, a] of left.entries())
    for (const [j, b] of right.entries()) {
      if (a.topic === null || a.topic !== b.topic || a.topic === "noise") continue
      if (a.confidence < leastSure || b.confidence < leastSure) continue
      found.push({
        a: source.index,
        b: target.index,
        source: [i],
        target: [j],
        confidence: a.confidence * b.confidence,
      })
    }
  return found
}
