// Two words in one token: a foreign one left in front of its own translation, which often lost its first letter
// ("Location" + "ýerleşiş" → "Locationerleşiş"), or a foreign stem with native endings.
//
// A split is believed for what speaks for its two halves (the list of English words, words of the document and of the
// language, the model) against what speaks for the whole as one native word.
import { isNounEnding } from "./morphology/index.ts"
import type { Profile } from "./profile.ts"
import type { Scorer } from "./scorer.ts"
import { isCommonEnglish, isEnglish } from "./states.ts"

export interface Split {
  /** Length of the foreign half. */
  readonly at: number
  /** The native word it hides, lower case, when it is attested. */
  readonly repair?: string
  /** Nats for the split. */
  readonly evidence: number
}

const shortest = { foreign: 3, rest: 3 }
const longest = 40

/** Nats needed: capitals come from sentence starts and titles, where machine translation leaves words behind. */
export const fusedNeeds = { capital: 0.6, small: 1.3 }

/**
 * Weights of the features below, fitted by server/tools/fit-fused.ts on words of the train part: English words joined
 * to native ones (whole, without their first letter, or only endings) against native words the list is made to forget.
 */
export const fusedWeights: number[] = [
  -2.37, 2.77, 0.42, 1.87, -1.78, -0.4, -0.57, 0.35, 0.08, 0.16, 2.23, 1.19, -0.44, 0.01, 0.64, 0.08, 0.98, -3.85, 0.31,
]

/** A way to cut a word in two. */
export interface Cut {
  readonly at: number
  readonly repair?: string
  /** How well the repair is known. */
  readonly strength: number
  readonly features: readonly number[]
}

/** What a word is looked up in. */
export interface Lookup {
  readonly profile: Profile
  readonly scorer: Scorer
  /** Is a folded word in the language's list? */
  readonly isListed: (folded: string) => boolean
  /** How well a folded word is known: 0 not at all, more by its stem, the list, the document. */
  readonly attested: (folded: string) => number
}

/** All cuts of a folded word that has an English word at its front. */
export function cuts(word: string, isCapital: boolean, { profile, scorer, isListed, attested }: Lookup): Cut[] {
  if (word.length < shortest.foreign + shortest.rest || word.length > longest) return []
  const native = scorer.languages.indexOf(profile.tag)
  const english = scorer.languages.indexOf("en")
  if (native < 0 || english < 0) return []
  const scores = new Float32Array(scorer.languages.length)
  const lead = (text: string, isOpen = false) => {
    scorer.score(text, scores, isOpen)
    return Math.max(-2, Math.min(2, (scores[english]! - scores[native]!) / 5))
  }
  const found: Cut[] = []
  let whole: number | undefined
  let own: number | undefined
  for (let at = word.length - shortest.rest; at >= shortest.foreign; at--) {
    const front = word.slice(0, at)
    if (!isEnglish(front)) continue
    const rest = word.slice(at)
    if (isEnglish(rest) && (!isListed(rest) || isCommonEnglish(rest))) continue
    const repair = bestKnown(rest, profile.initials, attested)
    const strength = repair === undefined ? 0 : attested(repair)
    const isWhole = repair === rest
    const ending = isNounEnding(profile.tag, rest)
    const stem = repair ? 0 : listedBeginning(rest, "", isListed)
    const mended = repair || stem > 0 ? 0 : mendedBeginning(rest, profile.initials, isListed)
    if (!repair && !ending && rest.length < 4) continue
    // Three letters are a word by accident ("pre", "res") unless what follows is one too.
    if (!repair && at === 3) continue
    own ??= listedBeginning(word, "", isListed) + 3
    whole ??= lead(word)
    const features = [
      1,
      lead(front),
      Math.min(6, at - 4),
      isCommonEnglish(front) ? 1 : 0,
      lead(rest, true),
      isWhole ? 1 : 0,
      repair && !isWhole ? 1 : 0,
      repair ? Math.min(6, repair.length - 4) : 0,
      ending ? 1 : 0,
      Math.min(6, rest.length - 4),
      whole,
      isCapital ? 1 : 0,
      at === 3 ? 1 : 0,
      isListed(front) ? 1 : 0,
      stem > 0 ? 1 : 0,
      mended > 0 ? 1 : 0,
      Math.max(stem, mended) / 4,
      own > at + 1 ? 1 : 0,
      isForeignSpelling(front, profile.letters) ? 1 : 0,
    ]
    found.push({ at, features, strength, ...(repair ? { repair } : {}) })
  }
  return found
}

export function evidenceOf({ features }: Cut): number {
  let sum = 0
  for (let at = 0; at < features.length; at++) sum += features[at]! * fusedWeights[at]!
  return sum
}

/** Could a folded word be two? Cheap, and never wrong when it says no. */
export function mayBeFused(word: string): boolean {
  if (word.length < shortest.foreign + shortest.rest || word.length > longest || isEnglish(word)) return false
  for (let at = shortest.foreign; at <= word.length - shortest.rest; at++) if (isEnglish(word.slice(0, at))) return true
  return false
}

/** @param word folded */
export function fusedSplit(word: string, isCapital: boolean, knowledge: Lookup): Split | null {
  if (knowledge.isListed(word) || isEnglish(word)) return null
  // That there is a split is said by the best evidence; where it is, by how well its native half is known as well.
  let best: Cut | undefined
  let evidence = -Infinity
  for (const cut of cuts(word, isCapital, knowledge)) {
    evidence = Math.max(evidence, evidenceOf(cut))
    if (!best || standing(cut) > standing(best)) best = cut
  }
  if (!best || evidence < (isCapital ? fusedNeeds.capital : fusedNeeds.small)) return null
  return { at: best.at, evidence, ...(best.repair ? { repair: best.repair } : {}) }
}

function standing(cut: Cut): number {
  return evidenceOf(cut) + 0.25 * cut.strength
}

/** The rest, or the rest with a lost letter, whichever is known best. */
export function bestKnown(rest: string, initials: string, attested: (folded: string) => number): string | undefined {
  let best: string | undefined
  let most = 0
  for (const letter of ["", ...initials]) {
    const known = letter + rest
    const strength = known.length < 4 ? 0 : attested(known)
    if (strength > most) {
      most = strength
      best = known
    }
  }
  return best
}

function isForeignSpelling(word: string, letters: string): boolean {
  for (const letter of word) if (!letters.includes(letter)) return true
  return false
}

/** Letters of the longest beginning of a word that the list knows, if at least five; the rest may be endings. */
function listedBeginning(word: string, before: string, isListed: (folded: string) => boolean): number {
  const whole = before + word
  for (let size = whole.length - 1; size >= Math.max(5, whole.length - 8); size--)
    if (isListed(whole.slice(0, size))) return size - 3
  return 0
}

function mendedBeginning(rest: string, initials: string, isListed: (folded: string) => boolean): number {
  let best = 0
  for (const letter of initials) best = Math.max(best, listedBeginning(rest, letter, isListed))
  return best
}
