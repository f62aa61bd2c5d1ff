// How likely a word is in each language of its script: a multinomial logistic regression over its character grams
// (model/*.ts, made by server/tools/build-model.ts). Every distinct word is scored once and remembered.
import { gramSlots, mostGrams } from "./grams.ts"
import { bytesOf, Lexicon } from "./lexicon.ts"
import { arabic } from "./model/arabic.ts"
import { cyrillic } from "./model/cyrillic.ts"
import { latin } from "./model/latin.ts"
import { lexicons } from "./model/lexicons.ts"

export interface ModelData {
  readonly languages: readonly string[]
  readonly bits: number
  /** Weight of one step of the 8-bit numbers. */
  readonly scale: number
  readonly bias: readonly number[]
  /** 2 ** bits × languages signed bytes, base64. */
  readonly weights: string
}

export class Scorer {
  readonly languages: readonly string[]
  readonly #bits: number
  readonly #scale: number
  readonly #bias: readonly number[]
  readonly #weights: Int8Array
  readonly #slots = new Int32Array(mostGrams)
  readonly #sums: Float64Array

  constructor(data: ModelData) {
    this.languages = data.languages
    this.#bits = data.bits
    this.#scale = data.scale
    this.#bias = data.bias
    this.#weights = new Int8Array(bytesOf(data.weights).buffer)
    this.#sums = new Float64Array(data.languages.length)
  }

  /**
   * Log-probabilities of the languages, none of them preferred beforehand; they sum to 1.
   *
   * @param word lower case (plain casing), letters of the script
   * @param isOpen the word lost its beginning
   */
  score(word: string, into: Float32Array, isOpen = false): void {
    const count = gramSlots(word, this.#bits, this.#slots, isOpen)
    const languages = this.languages.length
    const sums = this.#sums
    for (let language = 0; language < languages; language++) sums[language] = 0
    for (let at = 0; at < count; at++) {
      const row = this.#slots[at]! * languages
      for (let language = 0; language < languages; language++) sums[language]! += this.#weights[row + language]!
    }
    let most = -Infinity
    for (let language = 0; language < languages; language++) {
      sums[language] = sums[language]! * this.#scale + this.#bias[language]!
      if (sums[language]! > most) most = sums[language]!
    }
    let total = 0
    for (let language = 0; language < languages; language++) total += Math.exp(sums[language]! - most)
    const norm = most + Math.log(total)
    for (let language = 0; language < languages; language++) into[language] = sums[language]! - norm
  }
}

const models = { latin, cyrillic, arabic } as const
export type ModelScript = keyof typeof models
const scorers = new Map<ModelScript, Scorer>()

/** The scorer of a script, made at its first use. */
export function scorerOf(script: ModelScript): Scorer {
  let scorer = scorers.get(script)
  if (!scorer) scorers.set(script, (scorer = new Scorer(models[script])))
  return scorer
}

const lists = new Map<string, Lexicon>()

/** Words of a language known to be its own; empty for languages without a list. */
export function lexiconOf(tag: string): Lexicon {
  let list = lists.get(tag)
  if (!list) lists.set(tag, (list = new Lexicon(bytesOf((lexicons as Readonly<Record<string, string>>)[tag] ?? ""))))
  return list
}
