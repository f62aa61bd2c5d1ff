// Markdown with front matter. Blocks by lines (this file), inline codes by markdown-inline.ts.
//
// A scanner of our own, because what is needed is not a tree but exact positions, in time linear in the text: the
// libraries take seconds on 40 kB of hostile asterisks. Supported: CommonMark blocks and GFM tables and lists, front
// matter, HTML blocks; a test holds it against mdast on our fixtures. Not translated: code blocks, link definitions.
import type { Block, Content } from "../model/document.ts"
import type { Format } from "./format.ts"
import { frontMatter, languageKey, printValue } from "./front-matter.ts"
import { scan } from "./html.ts"
import { inlinePieces, printInline } from "./markdown-inline.ts"
import { blockOf, numbered, type Piece, type Shape } from "./pieces.ts"
import { spliced } from "./splice.ts"

const container = /^(?:[ \t]{0,3}>[ \t]?|[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)[ \t]*(?:\[[ xX]\][ \t]+)?)/
const fence = /^[ \t]*(`{3,}|~{3,})[^`]*$/
const rule = /^[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
const atx = /^[ \t]{0,3}(#{1,6})(?:[ \t]+|$)/
const setext = /^[ \t]{0,3}(=+|-+)[ \t]*$/
const definition = /^[ \t]{0,3}\[[^\]\n]{1,999}\]:[ \t]*\S/
const delimiter = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/
const htmlStart =
  /^[ \t]{0,3}<(?:\/?(?:address|article|aside|blockquote|body|center|details|dialog|div|dl|dt|dd|fieldset|figure|figcaption|footer|form|h[1-6]|head|header|hr|html|iframe|li|main|menu|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|title|tr|ul|video)\b|!--|\?|![A-Z])/i

export const markdown: Format = {
  id: "markdown",
  extensions: ["md", "markdown", "mdown", "mkd"],
  mediaType: "text/markdown",
  sniff(text) {
    const start = text.slice(0, 20_000)
    if (/^---[ \t]*\r?\n(?:[^\n]*\n){0,200}?---[ \t]*(?:\r?\n|$)/.test(start)) return 0.9
    const signs = start.match(/^[ \t]{0,3}#{1,6}[ \t]+\S|\]\([^)\s]+\)|\*\*\S|^\|.*\|[ \t]*$|^```/gm)?.length ?? 0
    return signs === 0 ? 0.05 : Math.min(0.7, 0.2 + 0.1 * signs)
  },
  parse(text) {
    const front = frontMatter(text)
    const blocks = [...front.blocks, ...body(text, front.end)]
    return { blocks: numbered(blocks), ...(front.declared === undefined ? {} : { declared: front.declared }) }
  },
  write(text, blocks, replacements, language) {
    const mark = language ? languageKey(text, language.tag) : []
    const print = (content: Content, block: Block) =>
      block.kind === "meta" ? printValue(content, block, text) : printInline(content, block.kind)
    return spliced(text, blocks, replacements, print, mark)
  },
}

interface Line {
  readonly start: number
  readonly end: number
  /** Where the text begins after list marks, quote marks and indentation. */
  readonly from: number
  readonly isItem: boolean
}

function body(source: string, start: number): Omit<Block, "id">[] {
  const found: Omit<Block, "id">[] = []
  let open: Line[] = []
  let isItem = false
  const add = (pieces: readonly Piece[], shape: Shape): void => {
    const block = blockOf(pieces, shape)
    if (block) found.push(block)
  }
  const flush = (shape?: Shape): void => {
    if (open.length > 0)
      add(
        inlinePieces(
          source,
          open.map(({ from, end }) => ({ start: from, end })),
        ),
        shape ?? { kind: isItem ? "item" : "paragraph" },
      )
    open = []
    isItem = false
  }
  const lines = linesOf(source, start)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const text = source.slice(line.from, line.end)
    const isIndented =
      !line.isItem &&
      /^(?: {4}|\t)/.test(source.slice(line.start, line.end)) &&
      open.length === 0 &&
      !inList(found, lines, at, source)
    const level = atx.exec(text)
    const fenced = fence.exec(text)
    if (text.trim() === "" && !line.isItem) flush()
    else if (fenced) {
      flush()
      at = closing(lines, at, fenced[1]!, source)
    } else if (open.length > 0 && !line.isItem && setext.test(text))
      flush({ kind: "heading", level: text.trim().startsWith("=") ? 1 : 2 })
    else if (rule.test(source.slice(line.start, line.end))) flush()
    else if (isIndented) flush()
    else if (level) {
      flush()
      const from = line.from + level[0].length
      const end = line.from + text.replace(/[ \t]+#+[ \t]*$/, "").length
      add(inlinePieces(source, [{ start: from, end: Math.max(from, end) }]), {
        kind: "heading",
        level: level[1]!.length,
      })
    } else if (open.length === 0 && htmlStart.test(text)) {
      let last = at
      while (last + 1 < lines.length && source.slice(lines[last + 1]!.start, lines[last + 1]!.end).trim() !== "") last++
      found.push(...scan(source.slice(line.from, lines[last]!.end), line.from))
      at = last
    } else if (open.length === 0 && definition.test(text)) flush()
    else if (text.includes("|") && at + 1 < lines.length && isDelimiter(source, lines[at + 1]!)) {
      flush()
      at = table(source, lines, at, add)
    } else {
      if (line.isItem) flush()
      if (open.length === 0) isItem = line.isItem
      open.push(line)
    }
  }
  flush()
  return found
}

/** Indented text after a list item belongs to the item; elsewhere it is code. */
function inList(found: readonly Omit<Block, "id">[], lines: readonly Line[], at: number, source: string): boolean {
  if (found.at(-1)?.kind === "item") return true
  for (let back = at - 1; back >= Math.max(0, at - 50); back--) {
    const { start, end, isItem } = lines[back]!
    if (isItem) return true
    if (/^\S/.test(source.slice(start, end))) return false
  }
  return false
}

function isDelimiter(source: string, line: Line): boolean {
  const text = source.slice(line.from, line.end)
  return text.includes("-") && text.includes("|") && delimiter.test(text)
}

/** Cells of a table whose head is line `at`; gives the last line of it. */
function table(
  source: string,
  lines: readonly Line[],
  at: number,
  add: (pieces: Piece[], shape: Shape) => void,
): number {
  let last = at
  for (let row = at; row < lines.length; row++) {
    const { from, end } = lines[row]!
    if (!source.slice(from, end).includes("|")) break
    last = row
    if (row === at + 1) continue
    for (const cell of cells(source, from, end)) add(inlinePieces(source, [cell]), { kind: "cell" })
  }
  return last
}

function cells(source: string, from: number, end: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let start = from
  for (let at = from; at < end; at++) {
    if (source[at] === "\\") at++
    else if (source[at] === "|") {
      if (at > start) found.push({ start, end: at })
      start = at + 1
    }
  }
  if (end > start) found.push({ start, end })
  return found
}

/** The line that closes the fence opened at line `at`, or the last one. */
function closing(lines: readonly Line[], at: number, mark: string, source: string): number {
  const end = new RegExp(`^[ \\t>]*\\${mark[0]}{${mark.length},}[ \\t]*$`)
  for (let next = at + 1; next < lines.length; next++)
    if (end.test(source.slice(lines[next]!.start, lines[next]!.end))) return next
  return lines.length - 1
}

function linesOf(source: string, start: number): Line[] {
  const lines: Line[] = []
  const add = (from: number, end: number): void => {
    let text = from
    let isItem = false
    // Quote and list marks may nest: "> - 1. text". Six levels are more than any policy has.
    for (let depth = 0; depth < 6; depth++) {
      const rest = source.slice(text, Math.min(end, text + 200))
      if (rule.test(rest)) break
      const found = container.exec(rest)
      if (!found || found[0] === "") break
      if (!found[0].includes(">")) isItem = true
      text += found[0].length
    }
    text += /^[ \t]*/.exec(source.slice(text, Math.min(end, text + 1000)))![0].length
    lines.push({ start: from, end, from: text, isItem })
  }
  const ends = /\r\n|\r|\n/g
  ends.lastIndex = start
  let from = start
  for (let match = ends.exec(source); match; match = ends.exec(source)) {
    add(from, match.index)
    from = match.index + match[0].length
  }
  add(from, source.length)
  return lines
}
