// Words as a stem and a chain of endings. The Turkic languages put dozens of endings to a stem, so a list of words
// knows few of the forms that a text holds; a list of stems with a grammar of endings knows nearly all of them.

/** How a language puts endings to its stems. Built with `grammar`. */
export interface Grammar {
  /** Do these letters follow a noun, or a verb? Anchored at both ends; "" follows both. */
  readonly nominal: RegExp
  readonly verbal: RegExp
  /** Vowels that do not meet in one word: of a stem's last vowel and the endings, all are of one group. */
  readonly harmony: readonly string[]
  /** Consonants of endings that go with the vowels of each group: Azerbaijani -maq, -mək. */
  readonly consonants?: readonly string[]
  /** Endings that are the same behind every vowel. */
  readonly invariable?: RegExp
  /** What a stem may be written like in the list, for how it is written before an ending. */
  readonly stems: (stem: string, ending: string) => readonly string[]
}

export interface Slots {
  /** Letters that harmony and assimilation choose from, by a capital that stands for them. */
  readonly letters: Readonly<Record<string, string>>
  /** Endings of a noun, in order; each slot may be empty, holds alternatives apart by spaces; "*" repeats it up to twice. */
  readonly nominal: readonly string[]
  /** Before the endings of a verb: voice, ability, negation. */
  readonly stem: readonly string[]
  /** Verbal nouns and participles: endings of a noun follow. */
  readonly participles: string
  /** Tenses and moods, converbs: persons follow. */
  readonly finite: string
  readonly persons: string
}

type Rest = Pick<Grammar, "harmony" | "consonants" | "invariable" | "stems">

/**
 * Compiles the slots of a language.
 *
 * @param written the slots' letters in the language's alphabet; capitals stay
 */
export function grammar(
  { letters, nominal, stem, participles, finite, persons }: Slots,
  rest: Rest,
  written = (text: string) => text,
): Grammar {
  const expanded = (alternatives: string) =>
    written(alternatives)
      .split(" ")
      .map((each) => each.replace(/\p{Lu}/gu, (capital) => `[${letters[capital] ?? undefinedLetter(capital)}]`))
      .join("|")
  const optional = (slot: string) =>
    slot.startsWith("*") ? `(?:${expanded(slot.slice(1))}){0,2}` : `(?:${expanded(slot)})?`
  const noun = nominal.map(optional).join("")
  const verb = stem.map(optional).join("")
  return {
    nominal: new RegExp(`^${noun}$`, "u"),
    verbal: new RegExp(
      `^${verb}(?:(?:${expanded(participles)})${noun}|(?:${expanded(finite)})?${optional(persons)})$`,
      "u",
    ),
    ...rest,
  }
}

function undefinedLetter(capital: string): never {
  throw new TypeError(`No letters for ${capital} (U+${capital.codePointAt(0)!.toString(16)}) in a grammar of endings`)
}

/** The stems of a language; each may be asked for a beginning of a word, by its length. */
export interface Stems {
  isStem(word: string, length: number): boolean
  /** May a stem take the endings of nouns, of verbs? */
  isNoun(word: string, length: number): boolean
  isVerb(word: string, length: number): boolean
}

const shortestStem = 2
/** Nothing longer is one word with endings. */
const longest = 40

/** Letters of the longest stem of the list that a folded word is a form of; 0 when there is none. */
export function stemLength(word: string, grammar: Grammar, stems: Stems): number {
  if (word.length > longest) return 0
  // All cuts of the word as it is written first: they share one hash.
  for (let at = word.length; at >= shortestStem; at--)
    if (stems.isStem(word, at) && fits(word, at, word.slice(at), grammar, stems)) return at
  for (let at = word.length - 1; at >= shortestStem; at--) {
    const surface = word.slice(0, at)
    const ending = word.slice(at)
    for (const stem of grammar.stems(surface, ending))
      if (stems.isStem(stem, stem.length) && fits(stem, stem.length, ending, grammar, stems)) return stem.length
  }
  return 0
}

const noun = 1
const verb = 2
const mostEndings = 50_000
const known = new WeakMap<Grammar, Map<string, number>>()

/** What an ending may follow; few endings make up nearly all of a text, so each is parsed once. */
function kindOf(ending: string, grammar: Grammar): number {
  let kinds = known.get(grammar)
  if (!kinds || kinds.size > mostEndings) known.set(grammar, (kinds = new Map()))
  let kind = kinds.get(ending)
  if (kind === undefined) {
    kind = (grammar.nominal.test(ending) ? noun : 0) | (grammar.verbal.test(ending) ? verb : 0)
    kinds.set(ending, kind)
  }
  return kind
}

/** Do the endings follow a stem, given as the beginning of a text? */
function fits(text: string, length: number, ending: string, grammar: Grammar, stems: Stems): boolean {
  if (!agrees(text, length, ending, grammar)) return false
  const kind = kindOf(ending, grammar)
  return ((kind & noun) !== 0 && stems.isNoun(text, length)) || ((kind & verb) !== 0 && stems.isVerb(text, length))
}

function agrees(text: string, length: number, ending: string, grammar: Grammar): boolean {
  const { harmony, consonants = none, invariable } = grammar
  let group = -1
  for (let at = length - 1; at >= 0 && group < 0; at--) group = groupOf(text[at]!, harmony)
  if (group < 0) return true
  const changing = invariable ? ending.replace(invariable, "") : ending
  for (let at = 0; at < changing.length; at++) {
    const own = Math.max(groupOf(changing[at]!, harmony), groupOf(changing[at]!, consonants))
    if (own >= 0 && own !== group) return false
  }
  return true
}

const none: readonly string[] = []

function groupOf(letter: string, harmony: readonly string[]): number {
  for (let at = 0; at < harmony.length; at++) if (harmony[at]!.includes(letter)) return at
  return -1
}

/** The stem with its last letter as the list writes it: voiceless letters turn voiced before a vowel. */
export function hardened(stem: string, pairs: Readonly<Record<string, string>>): string[] {
  const hard = pairs[stem.at(-1) ?? ""]
  return hard === undefined ? [] : [...hard].map((letter) => stem.slice(0, -1) + letter)
}
