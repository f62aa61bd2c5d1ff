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
  /** Turns a hash of 32 bits into a place; a division each would cost more than all the rest. */
  readonly #scale: number

  constructor(bits: Uint8Array) {
    this.#bits = bits
    this.#scale = (bits.length * 8) / 2 ** 32
  }

  /** @param length of the beginning that is asked for; all of the word without it */
  has(word: string, length = word.length): boolean {
    const scale = this.#scale
    if (scale === 0 || word.length > longestListed) return false
    const all = hashed(word)
    const bits = this.#bits
    const step = all[length * 2 + 1]!
    for (let at = 0, hash = all[length * 2]! | 0; at < hashes; at++, hash = (hash + step) | 0) {
      const bit = ((hash >>> 0) * scale) | 0
      if ((bits[bit >> 3]! & (1 << (bit & 7))) === 0) return false
    }
    return true
  }

  add(word: string): void {
    if (word.length > longestListed) return
    const all = hashed(word)
    const step = all[word.length * 2 + 1]!
    for (let at = 0, hash = all[word.length * 2]! | 0; at < hashes; at++, hash = (hash + step) | 0) {
      const bit = ((hash >>> 0) * this.#scale) | 0
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
