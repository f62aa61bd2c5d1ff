// Two words in one token: a foreign one left in front of its own translation, which often lost its first letter
// ("Location" + "ýerleşiş" → "Locationerleşiş"), or a foreign stem with native endings.
//
// A split is believed for what speaks for its two halves (the list of English words, words of the document and of the
// language, the model) against what speaks for the whole as one native word.
import type { Profile } from "./profile.ts"
import type { Scorer } from "./scorer.ts"
import { isEnglish } from "./states.ts"

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
export const fusedNeeds = { capital: 4, small: 9 }

/**
 * @param word folded
 * @param isListed is a folded word in the language's list?
 * @param isAttested is it there, or is its stem in the document?
 */
export function fusedSplit(
  word: string,
  isCapital: boolean,
  { tag, initials }: Profile,
  scorer: Scorer,
  isListed: (folded: string) => boolean,
  isAttested: (folded: string) => boolean,
): Split | null {
  if (word.length < shortest.foreign + shortest.rest || word.length > longest) return null
  const native = scorer.languages.indexOf(tag)
  const english = scorer.languages.indexOf("en")
  if (native < 0 || english < 0 || isListed(word) || isEnglish(word)) return null
  const scores = new Float32Array(scorer.languages.length)
  const lead = (text: string, isOpen = false) => {
    scorer.score(text, scores, isOpen)
    return Math.max(-10, Math.min(10, scores[english]! - scores[native]!))
  }
  const whole = lead(word)
  let best: Split | null = null
  for (let at = word.length - shortest.rest; at >= shortest.foreign; at--) {
    const front = word.slice(0, at)
    if (!isEnglish(front) || isListed(front)) continue
    const rest = word.slice(at)
    if (isEnglish(rest) && !isListed(rest)) continue
    const repair = repaired(rest, initials, isAttested)
    const ending = isEnding(rest, tag)
    if (!repair && !ending && rest.length < 5) continue
    const forFront = lead(front) * 0.5 + (at - 4) * 0.8
    const forRest = repair ? 3 + Math.min(4, repair.length - 3) : (ending ? 2 : 0) - lead(rest, true) * 0.4
    const againstWhole = Math.max(0, -whole) * 0.5
    const evidence = forFront + forRest - againstWhole + (whole > 0 ? Math.min(3, whole * 0.5) : 0)
    if (!best || evidence > best.evidence) best = { at, evidence, ...(repair ? { repair } : {}) }
  }
  return best && best.evidence >= (isCapital ? fusedNeeds.capital : fusedNeeds.small) ? best : null
}

/** The rest as it stands, or with a lost letter, if that is a word we know. */
function repaired(rest: string, initials: string, isAttested: (folded: string) => boolean): string | undefined {
  if (rest.length >= 4 && isAttested(rest)) return rest
  if (rest.length < 3) return undefined
  for (const letter of initials) if (isAttested(letter + rest)) return letter + rest
  return undefined
}

const endings: Readonly<Record<string, RegExp>> = {
  tk: /^(?:la[rn]|le[rn]|lyk|lik)?(?:y[mň]|i[mň]|u[mň]|ü[mň]|ymyz|imiz|yňyz|iňiz|umyz|ümiz|s[yi]|[yi])?(?:n?d[ae]n?|n[ae]|[ae]|n?[yiuü]ň|n?[yi])?(?:k[yi]|d[yi]r)?$/,
  az: /^(?:l[aə]r|l[ıiuü]q)?(?:[ıiuü]m|[ıiuü]n|[ıiuü]m[ıiuü]z|[ıiuü]n[ıiuü]z|s?[ıiuü])?(?:n?d[aə]n?|[ny]?[aə]|n?[ıiuü]n|[ny]?[ıiuü])?(?:k[iı]|d[ıiuü]r)?$/,
}

function isEnding(rest: string, tag: string): boolean {
  return endings[tag]?.test(rest) ?? false
}
