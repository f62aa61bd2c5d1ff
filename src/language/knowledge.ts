// What a language knows of words, wherever they stand. Documents of a language share it: what is known of a word
// is found out once.
import { isFormOf } from "./morphology/index.ts"
import { withoutLookalikes } from "./mixed-script.ts"
import { englishSmallWords, technicalTerms, wellKnownNames } from "./names.ts"
import { mayBeFused } from "./fused.ts"
import type { Lexicon } from "./lexicon.ts"
import type { Profile } from "./profile.ts"
import { lexiconOf } from "./scorer.ts"
import {
  emission,
  isClippedEnglish,
  isCommonEnglish,
  isEnglish,
  isKnownAbroad,
  statesOf,
  type State,
} from "./states.ts"
import { isUyghurLooking, uyghurLetters } from "./uyghur-letters.ts"
import { fold, type Word } from "./words.ts"

export interface Facts {
  /** What each state says for the word, the best of them 0. */
  readonly scores: readonly number[]
  /** Does a foreign state say more for it than the native one? */
  readonly isLeading: boolean
  readonly isListed: boolean
  readonly isEnglish: boolean
  /** Does a foreign language know it? Asked of capitalised words alone. */
  readonly isKnownAbroad: boolean
  /** A name of the whole web, a term, or a word with a capital inside: the same in every language. */
  readonly isName: boolean
  /** May hold two languages, or letters of another alphabet. */
  readonly isSuspect: boolean
}

/** Past so many it begins anew. */
const mostWords = 100_000
const shared = new Map<Profile, Knowledge>()

/** What documents of a language share. */
export function knowledgeOf(profile: Profile): Knowledge {
  let known = shared.get(profile)
  if (!known || known.words.size > mostWords) shared.set(profile, (known = new Knowledge(profile)))
  return known
}

/** For tools that change the costs and measure again. */
export function forgetKnowledge(): void {
  shared.clear()
}

export class Knowledge {
  readonly profile: Profile
  readonly states: readonly State[]
  /** Words met so far, by their text. */
  readonly words = new Map<string, Word>()
  readonly #listed = new Map<string, boolean>()
  readonly #shared: ReadonlySet<string>
  readonly #list: Lexicon
  readonly #frequentAbroad: readonly Lexicon[]

  constructor(profile: Profile) {
    this.profile = profile
    this.states = statesOf(profile)
    this.#shared = new Set(profile.shared)
    this.#list = lexiconOf(profile.tag)
    this.#frequentAbroad = profile.neighbours.map((each) => lexiconOf(`${each}-frequent`))
  }

  facts(word: Word): Facts {
    return (word.facts ??= this.#factsOf(word))
  }

  /** Is a folded word native, as far as lists and grammar know? */
  readonly isListed = (folded: string): boolean => {
    let isListed = this.#listed.get(folded)
    if (isListed === undefined) {
      if (this.#listed.size > mostWords) this.#listed.clear()
      this.#listed.set(folded, (isListed = this.#isListed(folded)))
    }
    return isListed
  }

  #isListed(folded: string): boolean {
    return this.isInList(folded) || (!this.#isCommonAbroad(folded) && isFormOf(this.profile.tag, folded))
  }

  /** A common word of a near language is a form of a native stem by chance: Turkish "için", Russian "если". */
  #isCommonAbroad(folded: string): boolean {
    if (this.profile.tag !== "en" && isCommonEnglish(folded)) return true
    return this.#frequentAbroad.some((list) => list.has(folded))
  }

  /** Is a folded word in the language's list as it stands? */
  isInList(folded: string): boolean {
    const isForeign = this.profile.tag !== "en" && englishSmallWords.has(folded)
    return this.#shared.has(folded) || (!isForeign && this.#list.has(folded))
  }

  #factsOf(word: Word): Facts {
    const { folded, script } = word
    const isListed = this.isListed(folded)
    const scores = this.#scores(word, isListed)
    let isLeading = false
    for (let at = 1; at < scores.length; at++) if (scores[at]! > scores[0]!) isLeading = true
    return {
      scores,
      isLeading,
      isListed,
      isEnglish: isEnglish(folded) || (!isListed && isClippedEnglish(folded)),
      isKnownAbroad: word.text !== folded && isKnownAbroad(word, this.states),
      isName: script === "latin" && isNameAnywhere(word),
      isSuspect: this.#isSuspect(word, isListed),
    }
  }

  #scores(word: Word, isListed: boolean): readonly number[] {
    const { folded, script } = word
    const scores = emission(word, this.states, isListed, this.profile)
    const right = this.profile.tag === "ug" && script === "arabic" ? uyghurLetters(folded) : folded
    if (right === folded || !(isUyghurLooking(folded) || this.isListed(right))) return scores
    const mended = emission({ folded: right, script }, this.states, this.isListed(right), this.profile)
    scores[0] = Math.max(scores[0]!, mended[0]! - 1)
    return scores
  }

  #isSuspect(word: Word, isListed: boolean): boolean {
    const { script, text, folded } = word
    const { profile } = this
    if (script === "mixed") return true
    if (script !== profile.script) return false
    if (script === "arabic") return profile.tag === "ug" && uyghurLetters(text) !== text
    return script === "latin" && (withoutLookalikes(text, profile) !== null || (!isListed && mayBeFused(folded)))
  }
}

/** "PayPal", and "TurboQağayı" too: a front that is no English word of running text. */
function isNameAnywhere({ text, folded }: Word): boolean {
  if (wellKnownNames.has(folded) || technicalTerms.has(folded)) return true
  if (text === folded) return false
  const inner = text.length >= 3 ? /^\p{Lu}?\p{Ll}+(?=\p{Lu}\p{Ll})/u.exec(text)?.[0] : undefined
  return /^[A-Za-z]*\p{Ll}\p{Lu}[A-Za-z]*$/u.test(text) || (inner !== undefined && !isCommonEnglish(fold(inner)))
}
