// What a concept of the termbase is, and how its data files are read.
//
// A data file holds one domain as text that people can correct without knowing code:
//
//     cookie: A small file that a website leaves in the browser.
//       topics cookies 6
//       en cookie | browser cookie
//       az kuki | kuki faylı | -çərəz | -peçenye ~ kukilər
//
// On a language's line the first term is preferred, the others are admitted, one with "-" before it is deprecated.
// After "~" stand stems that no rule finds (`~ polic` for policy, policies); they match, and are never offered.
import type { Topic } from "./topics.ts"

export type TermStatus = "preferred" | "admitted" | "deprecated"

export interface Term {
  readonly text: string
  readonly status: TermStatus
}

export interface TermsOfLanguage {
  readonly terms: readonly Term[]
  /** Beginnings of words that also stand for the concept. */
  readonly stems: readonly string[]
}

export interface Concept {
  /** Lower-case, hyphens: "personal-data". For ever. */
  readonly id: string
  readonly domain: string
  /** One English sentence. */
  readonly definition: string
  /** How strongly the concept speaks for a topic, 0–9. */
  readonly topics: readonly (readonly [topic: Topic, weight: number])[]
  /** By BCP 47 language. */
  readonly languages: Readonly<Record<string, TermsOfLanguage>>
}

/**
 * The concepts of one domain.
 *
 * @throws Error for a line that is none of the above: the data is ours, so it is our mistake
 */
export function domain(name: string, data: string): Concept[] {
  const found: {
    id: string
    definition: string
    topics: [Topic, number][]
    languages: Record<string, TermsOfLanguage>
  }[] = []
  for (const line of data.split("\n")) {
    if (line.trim() === "") continue
    const head = /^([a-z0-9-]+): (.+)$/.exec(line)
    const entry = /^ {2}([a-z]{2,6}) (.+)$/.exec(line)
    const concept = found.at(-1)
    if (head) found.push({ id: head[1]!, definition: head[2]!, topics: [], languages: {} })
    else if (!entry || !concept) throw new Error(`Termbase ${name}: cannot read "${line}"`)
    else if (entry[1] === "topics") concept.topics = topicsOf(entry[2]!)
    else concept.languages[entry[1]!] = termsOf(entry[2]!)
  }
  return found.map((concept) => ({ ...concept, domain: name }))
}

function topicsOf(text: string): [Topic, number][] {
  return [...text.matchAll(/([a-z-]+) (\d)/g)].map((match) => [match[1] as Topic, Number(match[2])])
}

function termsOf(text: string): TermsOfLanguage {
  const [terms = "", stems = ""] = text.split("~")
  const texts = terms
    .split("|")
    .map((term) => term.trim())
    .filter((term) => term !== "")
  return {
    terms: texts.map((term, at) => ({
      text: term.replace(/^-/, ""),
      status: term.startsWith("-") ? "deprecated" : at === 0 ? "preferred" : "admitted",
    })),
    stems: stems.split(/\s+/).filter((stem) => stem !== ""),
  }
}
