// Inline Markdown: emphasis, links, code, HTML tags, escapes and entities, as pieces with positions. Linear in the text:
// every character is looked at once, closers find their openers on a stack per mark.
import { decodeHTML } from "entities"
import type { BlockKind, CodeType, Content, Span } from "../model/document.ts"
import type { LooseCode, Piece } from "./pieces.ts"

const token =
  /\\(?:\r\n|[^]|$)|(`+)|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});|<(?:[a-z][a-z\d+.-]{1,31}:[^\s<>]{0,2000}|[\w.+-]{1,64}@[\w.-]{1,255}|!--[^]{0,2000}?--|\/?[a-z][a-z\d-]{0,31}(?:\s[^<>]{0,2000})?\/?)>|\{\{[^{}\n]{1,200}\}\}|\{%[^{}\n]{1,200}%\}|\{[a-z_][\w.]{0,60}\}|!?\[|\]|\*+|_+|~~|[ \t]*(?:\r\n|\r|\n)/gi

interface Mark {
  readonly at: number
  readonly run: string
}

/** Pieces of the text in `lines` (spans of the file, in order); between two lines stands one space. */
export function inlinePieces(source: string, lines: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  const brackets: number[] = []
  const emphasis = new Map<string, Mark[]>()
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    scanLine(source, line, pieces, brackets, emphasis)
    if (next) pieces.push(lineEnd(source, line, next, pieces))
  })
  return pieces
}

function scanLine(
  source: string,
  line: Span,
  pieces: Piece[],
  brackets: number[],
  emphasis: Map<string, Mark[]>,
): void {
  const text = source.slice(line.start, line.end)
  const offset = line.start
  let from = 0
  const put = (code: LooseCode, start: number, end: number): void => {
    if (start > from) pieces.push({ text: text.slice(from, start), start: offset + from, end: offset + start })
    pieces.push({ code, start: offset + start, end: offset + end })
    from = end
  }
  const letters = (value: string, start: number, end: number): void => {
    if (start > from) pieces.push({ text: text.slice(from, start), start: offset + from, end: offset + start })
    pieces.push({ text: value, start: offset + start, end: offset + end })
    from = end
  }
  const missing = new Set<number>()
  token.lastIndex = 0
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found, ticks] = match
    const start = match.index
    const end = start + found.length
    if (ticks) {
      const close = missing.has(ticks.length) ? -1 : closingTicks(text, end, ticks)
      if (close < 0) missing.add(ticks.length)
      else {
        const data = text.slice(start, close)
        put(
          { kind: "alone", type: "code", data, equiv: data.slice(ticks.length, -ticks.length).trim(), disp: data },
          start,
          close,
        )
        token.lastIndex = close
      }
    } else if (found.startsWith("\\")) {
      if (/[!-/:-@[-`{-~]/.test(found[1] ?? "")) letters(found[1]!, start, end)
      else token.lastIndex = start + 1
    } else if (found.startsWith("&")) {
      const decoded = decodeHTML(found)
      if (decoded !== found) letters(decoded, start, end)
    } else if (found.startsWith("<"))
      tag(
        found,
        (code) => put(code, start, end),
        () => letters(found.slice(1, -1), start, end),
      )
    else if (found.startsWith("{")) put({ kind: "alone", type: "variable", data: found, disp: found }, start, end)
    else if (found === "[" || found === "![") {
      const image =
        found === "!["
          ? /^!\[([^\]]{0,500})\](\([^()\s]{0,2000}(?:[ \t]+"[^"]{0,500}")?\)|\[[^\]]{0,500}\])/.exec(
              text.slice(start, start + 3100),
            )
          : null
      if (image) {
        put(
          {
            kind: "alone",
            type: "image",
            data: image[0],
            ...(image[1] ? { equiv: image[1] } : {}),
            disp: image[1] || "🖼",
          },
          start,
          start + image[0].length,
        )
        token.lastIndex = start + image[0].length
      } else if (found === "[") {
        put({ kind: "open", pair: "", type: "link", data: "[", disp: "[" }, start, end)
        brackets.push(pieces.length - 1)
      }
    } else if (found === "]") {
      const opener = brackets.pop()
      const target =
        opener === undefined
          ? null
          : /^\]\((?:[^()\\\n]|\\.|\([^()\n]{0,500}\)){0,2000}\)|^\]\[[^\]\n]{0,500}\]/.exec(
              text.slice(start, start + 2100),
            )
      if (opener === undefined) continue
      const pair = `link${opener}`
      const open = pieces[opener]!
      if (target && "code" in open) {
        pieces[opener] = { ...open, code: { ...open.code, pair } }
        put({ kind: "close", pair, type: "link", data: target[0], disp: "]" }, start, start + target[0].length)
        token.lastIndex = start + target[0].length
      } else pieces[opener] = { text: "[", start: open.start, end: open.end }
    } else if (/^[*_~]/.test(found)) emphasise(text, found, start, pieces, emphasis, (code) => put(code, start, end))
  }
  if (from < text.length) pieces.push({ text: text.slice(from), start: offset + from, end: offset + text.length })
  if (brackets.length > 0 || [...emphasis.values()].some((marks) => marks.length > 0)) literal(pieces)
}

/** Emphasis by flanking (CommonMark 6.2): a mark opens before a letter and closes after one; `_` not inside a word. */
function emphasise(
  text: string,
  run: string,
  start: number,
  pieces: Piece[],
  open: Map<string, Mark[]>,
  put: (code: LooseCode) => void,
): void {
  const before = text[start - 1] ?? " "
  const after = text[start + run.length] ?? " "
  const isWord = (character: string) => /[\p{L}\p{N}]/u.test(character)
  const isIntraword = run.startsWith("_") && isWord(before) && isWord(after)
  if (run.length > 3 || isIntraword) return
  const type: CodeType = run === "~~" ? "strike" : run.length > 1 ? "bold" : "italic"
  const waiting = open.get(run) ?? []
  open.set(run, waiting)
  if (/\S/.test(before) && waiting.length > 0) {
    const { at } = waiting.pop()!
    const pair = `${run}${at}`
    const piece = pieces[at]!
    if ("code" in piece) pieces[at] = { ...piece, code: { ...piece.code, kind: "open", pair } }
    put({ kind: "close", pair, type, data: run, disp: run })
  } else if (/\S/.test(after)) {
    put({ kind: "alone", pair: "waiting", type, data: run, disp: run })
    waiting.push({ at: pieces.length - 1, run })
  }
}

/** Marks that never found their partner are text after all. */
function literal(pieces: Piece[]): void {
  pieces.forEach((piece, at) => {
    if (!("code" in piece)) return
    const isWaiting = piece.code.pair === "waiting" || (piece.code.kind === "open" && piece.code.pair === "")
    if (isWaiting) pieces[at] = { text: piece.code.data, start: piece.start, end: piece.end }
  })
}

function closingTicks(text: string, from: number, ticks: string): number {
  const run = /`+/g
  run.lastIndex = from
  for (let match = run.exec(text); match; match = run.exec(text))
    if (match[0].length === ticks.length) return match.index + ticks.length
  return -1
}

function tag(found: string, put: (code: LooseCode) => void, link: () => void): void {
  if (/^<(?:[a-z][a-z\d+.-]*:|[\w.+-]+@)/i.test(found)) return link()
  const name = /^<\/?([a-z][a-z\d-]*)/i.exec(found)?.[1]?.toLowerCase() ?? ""
  const type: CodeType =
    name === "br"
      ? "break"
      : /^(?:b|strong)$/.test(name)
        ? "bold"
        : /^(?:i|em)$/.test(name)
          ? "italic"
          : name === "a"
            ? "link"
            : "markup"
  const kind =
    name === "" || /^(?:br|img|hr|wbr|input)$/.test(name) || found.endsWith("/>")
      ? "alone"
      : found.startsWith("</")
        ? "close"
        : "open"
  put({ kind, pair: `<${name}`, type, data: found, ...(name === "br" ? { equiv: "\n" } : {}), disp: found })
}

/** A line end inside a paragraph: a hard break (two blanks or a backslash before it) or one space. */
function lineEnd(source: string, line: Span, next: Span, pieces: Piece[]): Piece {
  const blanks = /(?: {2,}|\\)$/.exec(source.slice(line.start, line.end))
  if (!blanks) return { text: " ", start: line.end, end: next.start }
  const start = line.end - blanks[0].length
  const last = pieces.at(-1)
  if (last && "text" in last)
    pieces[pieces.length - 1] = {
      text: last.text.slice(0, last.text.length - blanks[0].length),
      start: last.start,
      end: start,
    }
  return {
    code: { kind: "alone", type: "break", data: source.slice(start, next.start), equiv: "\n", disp: "↵" },
    start,
    end: next.start,
  }
}

/** Content as inline Markdown: what would be read as markup is escaped, line ends become spaces. */
export function printInline(content: Content, kind: BlockKind): string {
  const printed = content
    .map((part) => {
      if (typeof part !== "string") return part.data
      const text = part.replace(/\s*[\r\n]+\s*/g, " ").replace(/[\\`*]/g, "\\$&")
      const safe = text
        .replace(/_(?=\S)|(?<=\S)_/g, (mark, at: number) =>
          /[\p{L}\p{N}]/u.test(text[at - 1] ?? "") && /[\p{L}\p{N}]/u.test(text[at + 1] ?? "") ? mark : `\\${mark}`,
        )
        .replace(/\[(?=[^\]]{0,500}\][([])/g, "\\[")
        .replace(/<(?=[a-z/!])/gi, "\\<")
        .replace(/~~/g, "\\~~")
        .replace(/&(?=#?\w{1,31};)/g, "&amp;")
        .replace(/\{(?=[{%a-z_])/gi, "\\{")
      return kind === "cell" ? safe.replace(/\|/g, "\\|") : safe
    })
    .join("")
  return printed
    .replace(/^(?=(?:#{1,6}|[-+]|>)(?:\s|$)|(?:=+|-+)\s*$)/, "\\")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
}
