// Word lists as Bloom filters (Bloom 1970): 16 bits a word, 7 hashes, one wrong "yes" in two thousand.
import { prefixHashes } from "./grams.ts"

const hashes = 7
export const bitsPerWord = 16

/** Longer words are in no list. */
export const longestListed = 63

let last = ""
const lastHashes = new Uint32Array(2 * (longestListed + 1))
prefixHashes(last, lastHashes)

/** Hashes of the beginnings of a word, until the next call: several lists are asked for one word in a row. */
function hashed(word: string): Uint32Array {
  if (word !== last) {
    last = word
    prefixHashes(word, lastHashes)
  }
  return lastHashes
}

export class Lexicon {
  readonly #bits: Uint8Array
  readonly #size: number

  constructor(bits: Uint8Array) {
    this.#bits = bits
    this.#size = bits.length * 8
  }

  /** @param length of the beginning that is asked for; all of the word without it */
  has(word: string, length = word.length): boolean {
    const size = this.#size
    if (size === 0 || word.length > longestListed) return false
    const all = hashed(word)
    const one = all[length * 2]!
    const two = all[length * 2 + 1]!
    for (let at = 0; at < hashes; at++) {
      const bit = ((one + at * two) >>> 0) % size
      if ((this.#bits[bit >> 3]! & (1 << (bit & 7))) === 0) return false
    }
    return true
  }

  add(word: string): void {
    if (word.length > longestListed) return
    const all = hashed(word)
    for (let at = 0; at < hashes; at++) {
      const bit = ((all[word.length * 2]! + at * all[word.length * 2 + 1]!) >>> 0) % this.#size
      this.#bits[bit >> 3]! |= 1 << (bit & 7)
    }
  }
}

/** Bytes from base64; plain loops, because this runs at every start. */
export function bytesOf(base64: string): Uint8Array {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}
