// Words that are wrong in themselves: two languages in one, letters of another alphabet. What the document says
// elsewhere tells what such a word hides.
import { bestKnown, fusedSplit } from "./fused.ts"
import type { Knowledge } from "./knowledge.ts"
import { stemOf } from "./morphology/index.ts"
import { pieces, withoutLookalikes } from "./mixed-script.ts"
import { technicalTerms, wellKnownNames } from "./names.ts"
import { scorerOf } from "./scorer.ts"
import { emission, isEnglish, isModelled } from "./states.ts"
import { isUyghurLooking, uyghurLetters } from "./uyghur-letters.ts"
import { fold, type Vocabulary, type Word } from "./words.ts"

export interface Suspicion {
  readonly kind: "fused" | "look-alike"
  readonly language: string
  /** Nats. */
  readonly evidence: number
  readonly repair?: string
}

/** What is wrong with the words of one document. */
export class Suspects {
  readonly #knowledge: Knowledge
  readonly #vocabulary: Vocabulary
  readonly #brands: ReadonlySet<string>
  readonly #found = new Map<Word, Suspicion | null>()
  #attested: Set<string> | undefined

  constructor(knowledge: Knowledge, vocabulary: Vocabulary, brands: ReadonlySet<string>) {
    this.#knowledge = knowledge
    this.#vocabulary = vocabulary
    this.#brands = brands
  }

  of(word: Word): Suspicion | null {
    if (!this.#knowledge.facts(word).isSuspect) return null
    let found = this.#found.get(word)
    if (found === undefined) this.#found.set(word, (found = this.#judge(word)))
    return found
  }

  #judge(word: Word): Suspicion | null {
    const { script, text, folded } = word
    const { profile, states, isListed } = this.#knowledge
    if (script === "mixed") return this.#mixed(word)
    if (script === "arabic") {
      const right = uyghurLetters(text)
      const isSure = isListed(right) || /[\u0640\ufb50-\ufdff\ufe70-\ufefc]/.test(text)
      const scores = emission({ folded: right, script }, states, isListed(right), profile)
      return isSure || (scores[0] === 0 && isUyghurLooking(text))
        ? { kind: "look-alike", language: "ar", evidence: isSure ? 12 : 5, repair: right }
        : null
    }
    const right = withoutLookalikes(text, profile)
    if (right && (/[ǝƎ]/.test(text) || isListed(fold(right))))
      return { kind: "look-alike", language: "und", evidence: 10, repair: right }
    if (!isModelled(script)) return null
    const split = fusedSplit(folded, text !== folded, {
      profile,
      scorer: scorerOf(script),
      isListed,
      attested: (each) => this.#attestation(each),
    })
    if (!split) return null
    const { repair, evidence } = split
    return { kind: "fused", language: "en", evidence, ...(repair === undefined ? {} : { repair }) }
  }

  #mixed({ text }: Word): Suspicion | null {
    const { profile } = this.#knowledge
    const { own, start, end, script } = pieces(text, profile.script)
    const foreign = fold(text.slice(start, end))
    const right = withoutLookalikes(text, profile)
    if (own === 0 || script === "other") return null
    if (right && !(foreign.length >= 4 && isEnglish(foreign)))
      return { kind: "look-alike", language: script === "latin" ? "en" : "ru", evidence: 10, repair: right }
    const isName =
      script === "latin" && (this.#brands.has(foreign) || wellKnownNames.has(foreign) || technicalTerms.has(foreign))
    if (isName || (/^\p{Lu}+$/u.test(text.slice(start, end)) && end - start <= 6)) return null
    if (end - start < 2) return { kind: "look-alike", language: script === "latin" ? "en" : "ru", evidence: 6 }
    const rest = text.slice(0, start) + text.slice(end)
    const isUnknownName = script === "latin" && /^\p{Lu}/u.test(text) && !isEnglish(foreign) && rest.length <= 6
    if (isUnknownName) return null
    const known = bestKnown(rest, profile.initials, (each) => this.#attestation(fold(each)))
    const language = script === "latin" ? "en" : script === "cyrillic" ? "ru" : "ar"
    return { kind: "fused", language, evidence: 12, ...(known === undefined ? {} : { repair: known }) }
  }

  /** How well a word is known: best from the document, else by the list and the length of its stem; 0 for not at all. */
  #attestation(folded: string): number {
    const attested = (this.#attested ??= this.#stems())
    const size = folded.length >= 7 ? 6 : folded.length === 6 ? 5 : 0
    const isHere = attested.has(folded) || (size > 0 && attested.has(`${folded.slice(0, size)}*`))
    const isListed = this.#knowledge.isInList(folded)
    return (isHere ? 20 : 0) + (isListed ? 2 : 0) + stemOf(this.#knowledge.profile.tag, folded)
  }

  /** Words of the document and their beginnings; most documents never ask. */
  #stems(): Set<string> {
    const stems = new Set<string>()
    const { words, counts } = this.#vocabulary
    for (const [id, { folded, script }] of words.entries()) {
      if (script !== this.#knowledge.profile.script || counts[id] === 0 || folded.length < 4) continue
      stems.add(folded)
      for (const size of [5, 6]) if (folded.length >= size) stems.add(`${folded.slice(0, size)}*`)
    }
    return stems
  }
}
