// Character grams of a word, hashed into a table (the "hashing trick"; Weinberger et al. 2009). The generator and the
// scorer share this file, so that a gram has one slot.

/** Longer words are judged by their beginning: keeps one endless "word" linear. */
export const longestWord = 48
const longestGram = 5
const begin = 2
const end = 3

/** Most slots one word can have. */
export const mostGrams = (longestWord + 2) * longestGram

/**
 * Slots of all grams of 1 to 5 characters of ^word$.
 *
 * @param word lower case
 * @param bits the table has 2 ** bits slots
 * @param slots filled from 0; at least `mostGrams` long
 * @param isOpen no ^: the word lost its beginning
 * @returns how many were filled
 */
export function gramSlots(word: string, bits: number, slots: Int32Array, isOpen = false): number {
  const length = Math.min(word.length, longestWord)
  const shift = 32 - bits
  let count = 0
  for (let from = isOpen ? 0 : -1; from <= length; from++) {
    let hash = 0x811c9dc5
    for (let at = from; at < from + longestGram && at <= length; at++) {
      const code = at < 0 ? begin : at === length ? end : word.charCodeAt(at)
      hash = Math.imul(hash ^ code, 0x01000193)
      hash ^= hash >>> 13
      if (at === from && (at < 0 || at === length)) continue
      slots[count++] = Math.imul(hash, 0x85ebca6b) >>> shift
    }
  }
  return count
}

/**
 * Two independent hashes of each beginning of a word, for the lexicons.
 *
 * @param hashes filled from 0: those of the first `n` letters at 2n and 2n + 1; at least `2 * (word.length + 1)` long
 */
export function prefixHashes(word: string, hashes: Uint32Array): void {
  let one = 0x811c9dc5
  let two = 0x2545f491
  for (let at = 0; at <= word.length; at++) {
    let first = Math.imul(one ^ (one >>> 16), 0x85ebca6b)
    first ^= first >>> 13
    let second = Math.imul(two ^ (two >>> 13), 0xc2b2ae35)
    second = (second ^ (second >>> 16)) | 1
    hashes[at * 2] = first
    hashes[at * 2 + 1] = second
    if (at === word.length) return
    const code = word.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ code, 0x5bd1e995)
    two ^= two >>> 15
  }
}
