// A concept named with several words in one document: three words for cookie, two for privacy. Only concepts that a
// reader takes for two different things when they have two names; everyday words may vary.
import { lower, type Profile } from "../language/index.ts"
import { termbase, termsIn } from "../terms/index.ts"
import type { TermStatus } from "../terms/concept.ts"
import type { Check, Found } from "./check.ts"

const named = new Set(
  (
    "privacy policy personal-data sensitive-data third-party service-provider data-controller data-subject " +
    "data-protection-officer supervisory-authority legitimate-interest automated-decision consent cookie web-beacon " +
    "ip-address log-data operating-system encryption"
  ).split(" "),
)
/** A word used once beside another is a deviation only from a habit this firm. */
const habit = 4

interface Use {
  readonly at: number
  readonly start: number
  readonly end: number
}

interface Usage {
  readonly status: TermStatus
  readonly uses: Use[]
}

export const inconsistentTerm: Check = {
  id: "inconsistent-term",
  kinds: ["inconsistent-term"],
  isLanguage: true,
  *run({ blocks, language, profile }) {
    const concepts = new Map<number, Map<string, Usage>>()
    for (const [at, { text, kind }] of blocks.entries()) {
      if (kind === "meta" || kind === "attribute") continue
      for (const { concept, term, status, start, end } of termsIn(text, language).matches) {
        const { id } = termbase[concept]!
        // A stem says the concept, not which word for it.
        if (status === null || !named.has(id)) continue
        if (status === "deprecated" && isCalque(text.slice(start, end), profile)) continue
        const terms = concepts.get(concept) ?? new Map<string, Usage>()
        concepts.set(concept, terms)
        const usage = terms.get(term) ?? { status, uses: [] }
        terms.set(term, usage)
        usage.uses.push({ at, start, end })
      }
    }
    for (const [concept, terms] of concepts) {
      const preferred = termbase[concept]!.languages[profile.tag]?.terms[0]?.text
      const chosen = choice(terms, preferred)
      if (chosen === undefined && ![...terms.values()].some(({ status }) => status === "deprecated")) continue
      for (const [term, usage] of terms)
        if (term !== chosen && !(chosen !== undefined && isFamily(term, chosen)))
          yield* deviations(term, usage, terms.get(chosen ?? "")?.uses.length ?? 0, blocks, chosen ?? preferred ?? "")
    }
  },
}

/** The word to keep to: the preferred one where it is in use, else the commonest that is not deprecated. */
function choice(terms: ReadonlyMap<string, Usage>, preferred: string | undefined): string | undefined {
  const good = [...terms].filter(([, { status }]) => status !== "deprecated")
  const [most] = good.toSorted(([, a], [, b]) => b.uses.length - a.uses.length)
  if (!most) return undefined
  const own = good.find(([term]) => term === preferred)
  return own && own[1].uses.length * 2 >= most[1].uses.length ? own[0] : most[0]
}

/** "cookie" and "cookie file": one holds the words of the other. */
function isFamily(one: string, two: string): boolean {
  const [short, long] = [one.split(" "), two.split(" ")].toSorted((a, b) => a.length - b.length)
  return short!.every((word) => long!.includes(word))
}

/** A deprecated word is said once a block, an admitted one once a document. */
function* deviations(
  term: string,
  { status, uses }: Usage,
  habitual: number,
  blocks: readonly { readonly text: string }[],
  instead: string,
): Generator<Found> {
  const isDeprecated = status === "deprecated"
  if (instead === "" || instead === term) return
  if (!isDeprecated && (habitual < 2 || (uses.length < 2 && habitual < habit))) return
  let last = -1
  for (const { at, start, end } of uses) {
    if (at === last || (last >= 0 && !isDeprecated)) continue
    last = at
    yield {
      at,
      start,
      end,
      kind: "inconsistent-term",
      severity: isDeprecated ? "warning" : "info",
      confidence: isDeprecated ? 0.8 : uses.length < 2 ? 0.5 : 0.6,
      message: { key: "inconsistent-term", data: { word: blocks[at]!.text.slice(start, end), instead } },
    }
  }
}

/** The list of calques says it with a reason. */
function isCalque(words: string, { calques, casing }: Profile): boolean {
  const folded = lower(words, casing)
  return calques.some(({ words: stem, near }) => !near && folded.startsWith(stem.replace(/^=/, "")))
}
