// Inline codes between languages. A target taken from a document brings its own codes; to be compared, edited and
// exchanged they need the ids of the source's codes: equal ids mean the same code.
import { contentOf, plain } from "../../../src/content.ts"
import type { Code, Content } from "../../../src/model/document.ts"

/**
 * The target with the ids of the source's codes: first those with the same type and markup, in order, then (between
 * formats, where markup differs) those of the same type, which also take the source's markup. The rest get fresh ids.
 */
export function adoptCodes(target: Content, source: Content, isSameFormat: boolean): Content {
  const wanted = groups(target)
  if (wanted.size === 0) return target
  const offered = [...groups(source).values()]
  const taken = new Map<string, Code[]>()
  const isUsed = new Set<Code[]>()
  const take = (fits: (mine: Code[], theirs: Code[]) => boolean) => {
    for (const [id, mine] of wanted) {
      const theirs = taken.has(id) ? undefined : offered.find((each) => !isUsed.has(each) && fits(mine, each))
      if (!theirs) continue
      taken.set(id, theirs)
      isUsed.add(theirs)
    }
  }
  take((mine, theirs) => shape(mine) === shape(theirs) && mine.every((code, at) => code.data === theirs[at]!.data))
  take((mine, theirs) => shape(mine) === shape(theirs))
  const used = new Set(offered.map((each) => each[0]!.id))
  const fresh = new Map<string, string>()
  for (const id of wanted.keys()) {
    if (taken.has(id)) continue
    let number = 1
    while (used.has(String(number))) number++
    used.add(String(number))
    fresh.set(id, String(number))
  }
  return target.map((part) => {
    if (typeof part === "string") return part
    const theirs = taken.get(part.id)?.find(({ kind }) => kind === part.kind)
    if (!theirs) return { ...part, id: fresh.get(part.id) ?? part.id }
    return isSameFormat ? { ...part, id: theirs.id } : { ...theirs, ...equivOf(part) }
  })
}

/** Several contents as one, a space between them; ids are kept apart. */
export function joinContents(contents: readonly Content[]): Content {
  if (contents.length === 1) return contents[0]!
  return contentOf(
    contents.flatMap((content, at): (string | Code)[] => [
      ...(at === 0 || plain(content) === "" ? [] : [" "]),
      ...content.map((part) => (typeof part === "string" ? part : { ...part, id: `${at}.${part.id}` })),
    ]),
  )
}

/**
 * The part of a content between two offsets of its plain text, blanks at the ends left out; null when that would tear
 * a pair of codes apart.
 */
export function sliceContent(content: Content, start: number, end: number): Content | null {
  const parts: (string | Code)[] = []
  let at = 0
  for (const part of content) {
    if (typeof part === "string") {
      parts.push(part.slice(Math.max(0, start - at), Math.max(0, end - at)))
      at += part.length
      continue
    }
    const length = part.equiv?.length ?? 0
    // A code on the border belongs to what it opens or closes.
    const isInside = part.kind === "close" ? at > start && at <= end : at >= start && at < end
    if (isInside) parts.push(part)
    at += length
  }
  const slice = contentOf(parts)
  for (const codes of groups(slice).values()) {
    if (codes[0]!.kind !== "alone" && codes.length !== 2) return null
  }
  return trimmed(slice)
}

function trimmed(content: Content): Content {
  const last = content.length - 1
  return contentOf(
    content.map((part, at) => {
      if (typeof part !== "string") return part
      const head = at === 0 ? part.trimStart() : part
      return at === last ? head.trimEnd() : head
    }),
  )
}

function groups(content: Content): Map<string, Code[]> {
  const found = new Map<string, Code[]>()
  for (const part of content) {
    if (typeof part === "string") continue
    const group = found.get(part.id)
    if (group) group.push(part)
    else found.set(part.id, [part])
  }
  return found
}

function shape(codes: readonly Code[]): string {
  return codes.map(({ kind, type }) => `${kind}:${type}`).join()
}

/** A code span or an image keeps the text it stands for in its own language. */
function equivOf(code: Code): Pick<Code, "equiv"> {
  return code.equiv === undefined ? {} : { equiv: code.equiv }
}
