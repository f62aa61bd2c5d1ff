// Writing back: the file as it was, with some spans replaced. What nobody changed keeps its bytes.
import type { Block, Content, Span } from "../model/document.ts"

export interface Splice extends Span {
  readonly text: string
}

/** The source with the splices done. Splices may come in any order and must not overlap; one inside another is dropped. */
export function splice(source: string, splices: readonly Splice[]): string {
  let from = 0
  let out = ""
  for (const each of splices.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (each.start < from) continue
    out += source.slice(from, each.start) + each.text
    from = each.end
  }
  return out + source.slice(from)
}

/** The source with the given blocks replaced by new content, printed the format's way. */
export function spliced(
  source: string,
  blocks: readonly Block[],
  replacements: ReadonlyMap<string, Content>,
  print: (content: Content, block: Block) => string,
  marks: readonly Splice[] = [],
): string {
  const changes = blocks.flatMap((block) => {
    const content = replacements.get(block.id)
    return content === undefined ? [] : [{ start: block.start, end: block.end, text: print(content, block) }]
  })
  return splice(source, [...changes, ...marks])
}
