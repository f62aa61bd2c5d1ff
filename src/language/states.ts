// Which languages a word of a text may be in, and what each of them says for it: the script first, then the model,
// then the word lists. Scores are log-likelihoods relative to the best; 0 everywhere means "says nothing".
import { isFormOf } from "./morphology/index.ts"
import type { Lexicon } from "./lexicon.ts"
import type { Profile, Script } from "./profile.ts"
import type { Word } from "./words.ts"
import { lexiconOf, scorerOf, type ModelScript } from "./scorer.ts"

export interface State {
  readonly language: string
  readonly script: Script
  /** Place in the scores of its script's model, -1 without one. */
  readonly slot: number
  /** Cost of a passage in this language beginning, inside a sentence and at its start. */
  readonly enter: number
  readonly enterStart: number
}

/** Fitted to the dev part of the corpus (test/eval/fit.ts) and rounded by hand; nats. */
export const costs = {
  english: { inside: 4, start: 3.5 },
  /** Languages of the same script, by script: Turkic ones in Latin share most of their words. */
  neighbours: {
    latin: { inside: 5.5, start: 4 },
    cyrillic: { inside: 4, start: 3.5 },
    arabic: { inside: 1, start: 0.1 },
    han: { inside: 9, start: 7 },
    other: { inside: 9, start: 7 },
  },
  otherScript: { inside: 2, start: 1 },
  leave: 3,
  /** A word of another script cannot be native. */
  script: 20,
  /** No single word says more than this. */
  most: 12,
  /** For a word that a language knows as a form of a stem, in its list, as one of its commonest. */
  lexicon: [0, 2.2, 3, 3.4],
  /** Languages this much less likely by their letters are not looked up. */
  hopeless: 6,
  /** An English word of the dictionary that the native list does not know. */
  dictionary: 2.5,
  /** A word that a near language in Latin script knows and the native does not. */
  strange: 1.4,
  /** More for an English word seen in running text, which a native list would know if it were native. */
  common: 3,
  /** A word that no list of a Latin or Cyrillic language knows says at most this much for it: names are like that. */
  unlisted: 6,
  /** More for a word with an ending that only the other language has. */
  ending: 4.5,
  /** A word without one says at most this much where the language's endings tell: two loans in a row are no passage. */
  loan: 3.8,
  /** And one that the other language knows and the native does not. */
  borrowable: 7,
  /** The same for foreign words in Arabic script, where borrowed words are spelled anew. */
  arabicLexicon: [0, 0, 1, 1],
  /** A word the native language knows, so well, says at most this much for another that knows it too. */
  known: [0, 2.3, 2.3, 0.1],
  /** And a short one, of four letters at most. */
  short: 0,
  /** A word that only the native language knows says at least this much for it. */
  alone: 1,
} as const

const byScript: Readonly<Record<Script, readonly string[]>> = {
  latin: ["en", "fr", "tr"],
  cyrillic: ["ru", "kk"],
  arabic: ["ar", "fa"],
  han: ["zh"],
  other: ["und"],
}

/** The native language first, then what may leak into it. */
export function statesOf({ tag, script, neighbours }: Profile): State[] {
  const slot = (language: string, own: Script) => (isModelled(own) ? scorerOf(own).languages.indexOf(language) : -1)
  const own: State[] = [{ language: tag, script, slot: slot(tag, script), enter: 0, enterStart: 0 }]
  const near = script === "latin" && tag !== "en" ? ["en", ...neighbours.filter((each) => each !== "en")] : neighbours
  for (const language of near) {
    const { inside, start } = language === "en" ? costs.english : costs.neighbours[script]
    own.push({ language, script, slot: slot(language, script), enter: inside, enterStart: start })
  }
  for (const [other, languages] of Object.entries(byScript) as [Script, readonly string[]][]) {
    if (other === script) continue
    for (const language of languages) {
      const extra = language === languages[0] ? 0 : 1.5
      const { inside, start } = costs.otherScript
      own.push({
        language,
        script: other,
        slot: slot(language, other),
        enter: inside + extra,
        enterStart: start + extra,
      })
    }
  }
  return own
}

/** Does one of the foreign states know a word? Short forms are too many to say so. */
export function isKnownAbroad({ script, folded }: Pick<Word, "script" | "folded">, states: readonly State[]): boolean {
  const least = folded.length >= 6 ? 1 : 2
  return states.some(
    (state, at) => at > 0 && state.script === script && knowledgeIn(listOf(state.language, script), folded) >= least,
  )
}

/** Kazakh has two alphabets, and a list for each. */
function listOf(language: string, script: string): string {
  return language === "kk" && script === "arabic" ? "kk-Arab" : language
}

/** How well a language knows a folded word: 0 not, 1 as a form of a stem, 2 in its list, 3 as one of its commonest. */
export function knowledgeIn(language: string, folded: string): number {
  let lists = listsOf.get(language)
  if (!lists) listsOf.set(language, (lists = [lexiconOf(language), lexiconOf(`${language}-frequent`)]))
  if (lists[0].has(folded)) return lists[1].has(folded) ? 3 : 2
  return isFormOf(language, folded) ? 1 : 0
}

const listsOf = new Map<string, readonly [all: Lexicon, frequent: Lexicon]>()

/** Is it a form that nobody borrows: inflected, a verb, an adjective? By its endings where the language does not know it. */
function isInflectedIn(language: string, folded: string, level: number, endings: RegExp): boolean {
  return endings.test(folded) || (level > 0 && folded.length >= 4 && !lexiconOf(`${language}-loanable`).has(folded))
}

/** One word at a time is scored; its raw scores need no array of their own. */
const workspace = new Float32Array(16)
const knownStates = new Uint8Array(16)

export function isModelled(script: string): script is ModelScript {
  return script === "latin" || script === "cyrillic" || script === "arabic"
}

const english = lexiconOf("en")
/** Words of English prose, not only of its dictionary. */
const common = lexiconOf("en-common")

/** Is a folded word in the English list, possessives too? */
export function isEnglish(folded: string): boolean {
  return english.has(folded) || (folded.endsWith("'s") && english.has(folded.slice(0, -2)))
}

function isWrittenIn(word: string, letters: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const letter = word[at]!
    if (!letters.includes(letter) && /\p{L}/u.test(letter)) return false
  }
  return true
}

/** Two English words in one ("uptime", "webeacon"), which dictionaries do not list. */
function isCompound(folded: string): boolean {
  if (folded.length < 6 || folded.length > 30) return false
  for (let at = 2; at <= folded.length - 4; at++)
    if (english.has(folded.slice(at)) && english.has(folded.slice(0, at))) return true
  return false
}

/** An English word that lost its end to a scraper or a text field: "Applic". */
export function isClippedEnglish(folded: string): boolean {
  return lexiconOf("en-clipped").has(folded)
}

export function isCommonEnglish(folded: string): boolean {
  return common.has(folded)
}

/** What the states say for a word; `isOwn`: the native language knows it. */
export function emission(
  { script, folded }: Pick<Word, "script" | "folded">,
  states: readonly State[],
  isOwn: boolean,
  { letters, foreignEndings }: Pick<Profile, "letters" | "foreignEndings">,
): number[] {
  const scores: number[] = states.map(() => 0)
  if (script === "mixed" || (script !== "han" && script !== "other" && folded.length < 2)) return scores
  const native = states[0]!
  const model = isModelled(script) ? scorerOf(script) : undefined
  const raw = workspace
  model?.score(folded, raw)
  const isNative = native.script === script && isOwn
  const isEn =
    script === "latin" &&
    (isEnglish(folded) ||
      (raw[model!.languages.indexOf("en")]! > -0.5 && (isCompound(folded) || isClippedEnglish(folded))))
  const isKnown = knownStates
  let best = -Infinity
  if (model) for (let slot = 0; slot < model.languages.length; slot++) best = Math.max(best, raw[slot]!)
  let most = -Infinity
  for (let at = 0; at < states.length; at++) {
    const { language, script: own, slot } = states[at]!
    isKnown[at] = 0
    if (own !== script) scores[at] = -costs.script
    else {
      // A language without a model is never contradicted in its own script.
      if (native.script === script && native.slot < 0) scores[at] = at === 0 ? 0 : -costs.most
      else scores[at] = slot < 0 ? 0 : raw[slot]!
      // What its letters rule out is not looked up.
      const isPossible = slot < 0 || raw[slot]! > best - costs.hopeless
      const isIn = at === 0 ? isNative : language === "en" ? isEn : isPossible
      const level = isIn ? knowledgeIn(listOf(language, script), folded) : 0
      isKnown[at] = isIn && (at === 0 || language === "en") ? Math.max(1, level) : level
      scores[at]! += (script === "arabic" && at > 0 ? costs.arabicLexicon : costs.lexicon)[isKnown[at]!]!
      if (at > 0 && !isNative && language === "en" && isEn)
        scores[at]! += costs.dictionary + (common.has(folded) ? costs.common : 0)
      else if (at > 0 && !isNative && script === "latin" && native.script === script && isKnown[at]! > 0)
        scores[at]! += costs.strange
    }
    if (scores[at]! > most) most = scores[at]!
  }
  for (let at = 0; at < scores.length; at++) scores[at] = Math.max(scores[at]! - most, -costs.most)
  if (native.script !== script) return scores
  // Letters the native alphabet does not have: Arabic ع ط in Uyghur, Kazakh қ ұ in Kyrgyz.
  if (script !== "latin" && letters !== "" && !isWrittenIn(folded, letters)) scores[0] = -costs.most
  if (script !== "arabic")
    for (let at = 1; at < scores.length; at++) {
      const { language } = states[at]!
      const endings = foreignEndings?.[language]
      const isMarked = endings !== undefined && !isNative && isInflectedIn(language, folded, isKnown[at]!, endings)
      // Where endings tell, a word without one may be a loan, listed or not.
      if (isMarked) scores[at]! += costs.ending
      else if (endings)
        scores[at] = Math.min(scores[at]!, scores[0]! + (isKnown[at] === 0 || isNative ? costs.loan : costs.borrowable))
      else if (isKnown[at] === 0) scores[at] = Math.min(scores[at]!, scores[0]! + costs.unlisted)
    }
  if (isNative) {
    const lead = folded.length <= 4 ? costs.short : costs.known[isKnown[0]!]!
    if (scores[0]! < -lead) scores[0] = -lead
    // A word of this language alone.
    for (let at = 1; at < scores.length; at++)
      if (isKnown[at] === 0) scores[at] = Math.min(scores[at]!, scores[0]! - costs.alone)
  }
  return scores
}
