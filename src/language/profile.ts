// What is known of a language without a model: its script, letters, punctuation and a few small words. Types only.

export type Script = "latin" | "cyrillic" | "arabic" | "han" | "other"

/** A look-alike and what the language writes in its place. */
export type Lookalikes = Readonly<Record<string, string>>

/** A word or construction of a near language, and what a native writer would use. */
export interface Calque {
  /** Lower-case stems, apart by one space; each matches words that begin with it, with "=" exactly that word. */
  readonly words: string
  /** What to write; ends where its stem ends, so that the same endings follow, fitted to its vowels. */
  readonly instead: string
  /** Language it comes from. */
  readonly from: string
  /** word: not a word of the language; sense: it means something else there; construction: built like the other's. */
  readonly reason: "word" | "sense" | "construction"
  /** The words are good elsewhere; they count only beside one of these stems in the same sentence. */
  readonly near?: readonly string[]
}

export interface Profile {
  /** BCP 47 language without script or region. */
  readonly tag: string
  readonly script: Script
  /** Letters of the alphabet, lower case; "" when unknown. */
  readonly letters: string
  /** Languages that leak into it and share its script, besides English. */
  readonly neighbours: readonly string[]
  /** Letters that look like its own and are not, with their own. */
  readonly lookalikes: Lookalikes
  /** Punctuation of another script and its own. */
  readonly punctuation: Readonly<Record<string, string>>
  /** Native words that English spells alike: homographs and loans. Folded. */
  readonly shared: readonly string[]
  /** "and", "or": words that join a doublet. */
  readonly conjunctions: readonly string[]
  /** Abbreviations a text may end with. */
  readonly abbreviations: readonly string[]
  /** Letters a word may have lost behind a fused foreign one, commonest first. */
  readonly initials: string
  /** Letter that English "I" stands for: i/I in most, ı/I in Azerbaijani and Turkish. */
  readonly casing: "plain" | "dotted" | "none"
  /** Web-page residue: whole lines that are no text of the policy, lower case. */
  readonly boilerplate: readonly string[]
  /** Endings and spellings that only a near language has, by language: a word with one is no loan. */
  readonly foreignEndings?: Readonly<Record<string, RegExp>>
  /** Words that English spells alike and the stem that makes them native: `and iç` (to swear). */
  readonly idioms?: Readonly<Record<string, string>>
  readonly calques: readonly Calque[]
}
