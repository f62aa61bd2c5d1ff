// What a section of a policy is about. Topics carry documents that were never translations of one another, and the
// legal-coverage view. Prediction: `predict.ts`.

/** In the order in which policies usually speak of them. */
export const topics = [
  "intro",
  "definitions",
  "collect",
  "log-data",
  "cookies",
  "use",
  "communications",
  "share",
  "transfers",
  "security",
  "retention",
  "rights",
  "children",
  "links",
  "account",
  "content",
  "payment",
  "liability",
  "termination",
  "law",
  "changes",
  "contact",
  "noise",
] as const

export type Topic = (typeof topics)[number]

export const topicIndex: ReadonlyMap<string, number> = new Map(topics.map((topic, at) => [topic, at]))
