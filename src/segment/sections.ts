// Sections: a heading and what stands under it. Headings are those the format marks; a text that marks none (or only
// its title) has them as numbered lines, questions, or bare short lines, and `isHeading` says which.
import { plain } from "../content.ts"
import type { Block, Section, Segment } from "../model/document.ts"
import { fileSpan } from "./offsets.ts"
import { sentences } from "./sentences.ts"

/**
 * The sections of a text, in file order; they tile it. Text before the first heading is a section with heading "".
 *
 * @param blocks in file order
 */
export function sections(text: string, blocks: readonly Block[]): Section[] {
  const readable = blocks.filter(({ kind }) => kind !== "meta" && kind !== "title" && kind !== "attribute")
  const marked = readable.filter(({ kind }) => kind === "heading")
  const heads = new Set(marked.length >= 2 ? marked : [...marked, ...bareHeadings(text, readable)])
  const groups: { head?: Block; blocks: Block[]; start: number }[] = []
  let previousEnd = 0
  for (const [at, block] of blocks.entries()) {
    const isHead = heads.has(block)
    // Front matter is a section of its own, so that the text under it starts where it starts.
    const isAfterFrontMatter = block.kind !== "meta" && blocks[at - 1]?.kind === "meta"
    if (isHead || isAfterFrontMatter || groups.length === 0) {
      groups.push({
        ...(isHead ? { head: block } : {}),
        blocks: [],
        start: groups.length === 0 ? 0 : lineStart(text, previousEnd, block.start),
      })
    }
    groups.at(-1)!.blocks.push(block)
    previousEnd = block.end
  }
  return groups.map(({ head, blocks: inside, start }, at) => ({
    id: String(at),
    heading: head ? plain(head.content).trim() : "",
    level: head ? (head.level ?? numberDepth(plain(head.content))) : 0,
    start,
    end: groups[at + 1]?.start ?? text.length,
    blocks: inside.map(({ id }) => id),
    segments: segmentsOf(String(at), inside),
  }))
}

function segmentsOf(section: string, blocks: readonly Block[]): Segment[] {
  const found: Segment[] = []
  for (const block of blocks) {
    let at = 0
    for (const text of sentences(plain(block.content))) {
      const { start, end } = fileSpan(block, { start: at, end: at + text.length })
      found.push({ id: `${section}/${found.length}`, block: block.id, text, start, end })
      at += text.length
    }
  }
  return found
}

/** Where the heading's own markup begins: its tag, or its line. */
function lineStart(text: string, previousEnd: number, start: number): number {
  const between = text.slice(previousEnd, start)
  const tag = between.search(/<h[1-6]\b[^<]*(?:<[^/][^<]*)*$/i)
  if (tag >= 0) return previousEnd + tag
  const line = Math.max(between.lastIndexOf("\n"), between.lastIndexOf("\r"))
  return line >= 0 ? previousEnd + line + 1 : start
}

const number = /^(?:§\s*)?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}[.)]|[A-Za-zА-Яа-я][.)])\s+(?=\S)/

function numberDepth(text: string): number {
  const found = number.exec(text)
  return found ? Math.min(6, 2 + (found[0].match(/\.\d/g)?.length ?? 0)) : 2
}

/** Lines that head a section though nothing marks them. Judged from the line and its neighbours alone. */
function bareHeadings(text: string, blocks: readonly Block[]): Block[] {
  const lines = blocks.map((block) => shapeOf(text, block))
  const found = blocks.filter((block, at) => {
    const line = lines[at]!
    const next = lines[at + 1]
    if (!next || block.kind === "cell" || block.kind === "heading" || line.isSentence) return false
    const isAnnounced =
      line.words <= 5 && next.isSentence && blocks[at + 1]!.kind !== "item" && (lines[at - 1]?.isSentence ?? false)
    if (line.isOpen && !(line.isColon && isAnnounced)) return false
    const isApart = (each: typeof line, other: typeof line | undefined) =>
      other === undefined ||
      /\n[^\S\n]*\r?\n|\r[^\S\r\n]*\r(?!\n)/.test(
        text.slice(Math.min(each.end, other.end), Math.max(each.start, other.start)),
      )
    if (block.kind === "item" && !line.isNumbered) return false
    if (line.isNumbered)
      return (
        line.words <= 14 &&
        line.length <= 110 &&
        !next.isNumbered &&
        (next.words > line.words || next.isSentence || isApart(line, next))
      )
    if (line.isQuestion) return line.words <= 16 && line.length <= 130 && !next.isQuestion
    if (line.words > 10 || line.length > 90) return false
    const isAlone = isApart(line, next) && isApart(line, lines[at - 1])
    return isAlone ? true : (next.isSentence || next.isOpen || next.words > 12) && (lines[at - 1]?.isSentence ?? true)
  })
  // "1)" under headings without numbers counts points, not sections.
  const shapes = new Map(blocks.map((block, at) => [block, lines[at]!]))
  const shape = (block: Block) => shapes.get(block)!
  const isUnnumbered = found.filter((block) => !shape(block).isNumbered).length >= 3
  return isUnnumbered ? found.filter((block) => !shape(block).isPoint) : found
}

function shapeOf(text: string, block: Block) {
  const line = plain(block.content).trim()
  const bare = line.replace(number, "")
  // In Markdown the number is a list mark, and stands before the block.
  const before =
    /(\d{1,2}[.)])[ \t]+(?:[*_]{0,3})$/.exec(text.slice(Math.max(0, block.start - 12), block.start))?.[1] ?? ""
  const isQuestion = /[?؟]["'»”)]?$/.test(bare) && !/[.!?؟]\s/.test(bare)
  return {
    start: block.start,
    end: block.end,
    length: bare.length,
    words: bare.split(/\s+/).length,
    isNumbered: bare !== line || before !== "",
    isPoint: /^\d{1,2}\)/.test(before || line),
    isColon: bare.endsWith(":"),
    isQuestion,
    /** Ends or holds a sentence. */
    isSentence: !isQuestion && /[.!。]["'»”)]?$|[.!?؟]\s+\p{L}/u.test(bare),
    /** Announces something or goes on: no heading. */
    isOpen: /[;:,،؛]$/.test(bare) || /^[\p{P}\p{S}]*(?:https?:|www\.|\+?\d[\d\s()-]{5,}|\S+@\S+)/u.test(bare),
  }
}
