// Plain text. A line is a paragraph, unless the lines are hard-wrapped; list marks stay outside the text.
import { plain } from "../content.ts"
import type { Block } from "../model/document.ts"
import type { Format } from "./format.ts"
import { blockOf, numbered, type Piece } from "./pieces.ts"
import { spliced } from "./splice.ts"

const mark = /^[\t ]*(?:[●•▪◦‣·*–—-][\t ]+|[●•▪◦‣]|[-*](?=\p{L}))/u

export const text: Format = {
  id: "text",
  extensions: ["txt", "text"],
  mediaType: "text/plain",
  sniff: () => 0.1,
  parse: (source) => ({ blocks: numbered(paragraphs(source)) }),
  write: (source, blocks, replacements) =>
    spliced(source, blocks, replacements, (content) => plain(content).replace(/\s*[\r\n]+\s*/g, " ")),
}

function paragraphs(source: string): Omit<Block, "id">[] {
  const found: Omit<Block, "id">[] = []
  for (const group of groups(linesOf(source))) {
    const item = mark.exec(source.slice(group[0]!.start, group[0]!.end))
    const pieces: Piece[] = []
    group.forEach(({ start, end }, at) => {
      const previous = group[at - 1]
      const from =
        at === 0 ? start + (item?.[0].length ?? 0) : start + /^[\t ]*/.exec(source.slice(start, end))![0].length
      if (previous) pieces.push({ text: " ", start: previous.end, end: from })
      pieces.push({ text: source.slice(from, end), start: from, end })
    })
    const block = blockOf(pieces, { kind: item ? "item" : "paragraph" })
    if (block) found.push(block)
  }
  return found
}

interface Line {
  readonly start: number
  readonly end: number
}

function linesOf(source: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const match of source.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  lines.push({ start, end: source.length })
  // Blanks at the end of a line are between paragraphs, not in one.
  return lines.map((line) => ({
    start: line.start,
    end: line.start + source.slice(line.start, line.end).trimEnd().length,
  }))
}

/** Lines that make one paragraph: each its own, or a run of full lines when the text is wrapped at a fixed width. */
function groups(lines: readonly Line[]): Line[][] {
  const length = ({ start, end }: Line) => end - start
  const inner = lines.filter((line, at) => length(line) > 0 && at + 1 < lines.length && length(lines[at + 1]!) > 0)
  const width = Math.max(0, ...inner.slice(0, 2000).map(length))
  const full = inner.filter((line) => length(line) > width - 15 && length(line) <= width).length
  const isWrapped = width >= 50 && width <= 120 && inner.length >= 8 && full > 0.6 * inner.length
  const made: Line[][] = []
  let isOpen = false
  for (const line of lines) {
    if (length(line) === 0) isOpen = false
    else if (isOpen) made.at(-1)!.push(line)
    else made.push([line])
    if (length(line) > 0) isOpen = isWrapped && length(line) > width - 25
  }
  return made
}
