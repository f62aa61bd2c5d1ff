// Word lists as Bloom filters (Bloom 1970): 16 bits a word, 7 hashes, one wrong "yes" in two thousand.
import { wordHashes } from "./grams.ts"

const hashes = 7
export const bitsPerWord = 16

let last = ""
let lastHashes = wordHashes(last)

/** Several lists are asked for one word in a row: it is hashed once. */
function hashed(word: string): readonly [number, number] {
  if (word !== last) {
    last = word
    lastHashes = wordHashes(word)
  }
  return lastHashes
}

export class Lexicon {
  readonly #bits: Uint8Array

  constructor(bits: Uint8Array) {
    this.#bits = bits
  }

  has(word: string): boolean {
    const size = this.#bits.length * 8
    if (size === 0) return false
    const [one, two] = hashed(word)
    for (let at = 0; at < hashes; at++) {
      const bit = ((one + at * two) >>> 0) % size
      if ((this.#bits[bit >> 3]! & (1 << (bit & 7))) === 0) return false
    }
    return true
  }

  add(word: string): void {
    const size = this.#bits.length * 8
    const [one, two] = wordHashes(word)
    for (let at = 0; at < hashes; at++) {
      const bit = ((one + at * two) >>> 0) % size
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
