// Words of a document. A word repeats, in a document and in the next one: everything that costs is done once a word.
import type { Facts } from "./knowledge.ts"

export type WordScript = "latin" | "cyrillic" | "arabic" | "han" | "other" | "mixed"

export class Word {
  readonly text: string
  readonly script: WordScript
  /** Lower case, plain casing, apostrophes alike. */
  readonly folded: string
  /** Two letters or more, all capitals. */
  readonly isCapitals: boolean
  /** What a language says of it, once it has been asked. */
  facts?: Facts

  constructor(text: string, script: WordScript) {
    this.text = text
    this.script = script
    this.folded = fold(text)
    this.isCapitals = text.length > 1 && text !== this.folded && /^\P{Ll}+$/u.test(text)
  }
}

export class Vocabulary {
  readonly words: Word[] = []
  /** Times each word is in the document; and of those, capitalised inside a sentence. */
  readonly counts: number[] = []
  readonly capitals: number[] = []
  readonly #ids = new Map<string, number>()
  readonly #known: Map<string, Word>

  /** @param known words of other documents, added to */
  constructor(known = new Map<string, Word>()) {
    this.#known = known
  }

  idOf(text: string, script: WordScript): number {
    let id = this.#ids.get(text)
    if (id === undefined) {
      let word = this.#known.get(text)
      if (!word || word.script !== script) this.#known.set(text, (word = new Word(text, script)))
      this.#ids.set(text, (id = this.words.push(word) - 1))
      this.counts.push(0)
      this.capitals.push(0)
    }
    return id
  }
}

/** Lower case for the models: İ and I are both i, apostrophes are one. */
export function fold(text: string): string {
  const plain = text.toLowerCase()
  return /[\u0307’ʼʻ‘`]/.test(plain) ? plain.replaceAll("i\u0307", "i").replace(/[’ʼʻ‘`]/g, "'") : plain
}
