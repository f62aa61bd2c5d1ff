// A large bundle in numbered parts. A translator gets whole sections, one language at a time.

/** What stays together: the units of one section of one document. */
export interface Stretch {
  /** Stretches of different languages share a part only when everything fits into one. */
  readonly language: string
  readonly words: number
}

/** In their order, at most `most` words in each part; a stretch that is longer by itself is a part of its own. */
export function portions<T extends Stretch>(stretches: readonly T[], most: number): T[][] {
  const all = stretches.reduce((sum, { words }) => sum + words, 0)
  if (all <= most) return stretches.length > 0 ? [[...stretches]] : []
  const parts: T[][] = []
  let room = 0
  let language: string | undefined
  for (const stretch of stretches) {
    if (stretch.language !== language || stretch.words > room) {
      parts.push([])
      room = most
      language = stretch.language
    }
    parts.at(-1)!.push(stretch)
    room -= stretch.words
  }
  return parts
}

/** "part-02" of 12: as wide as the last number, so that names stand in the order of the parts. */
export function partName({ number, of }: { readonly number: number; readonly of: number }): string {
  return `part-${String(number).padStart(String(of).length, "0")}`
}
