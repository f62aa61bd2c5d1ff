// The fixed split of the corpus: by a hash of the line, so that it stays when lines are added or moved.

export type Part = "train" | "dev" | "test"

/** One line in ten is dev, one in ten is test (FNV-1a over UTF-16 code units, murmur finish). */
export function partOf(line: string): Part {
  let hash = 0x811c9dc5
  for (let at = 0; at < line.length; at++) hash = Math.imul(hash ^ line.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = (hash ^ (hash >>> 13)) >>> 0
  const tenth = hash % 10
  return tenth === 0 ? "dev" : tenth === 1 ? "test" : "train"
}
