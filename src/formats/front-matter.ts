// YAML front matter, as far as a policy needs it: top-level `key: value` lines. Values that people read become blocks,
// the rest (dates, layouts, paths) stays as it is. Block scalars and nested maps are left alone.
import { plain } from "../content.ts"
import type { Block, Content } from "../model/document.ts"
import { blockOf, type Piece } from "./pieces.ts"
import type { Splice } from "./splice.ts"

const fenced = /^---[ \t]*(?:\r\n|\n)([^]*?)(?:\r\n|\n)---[ \t]*(?=\r\n|\n|$)/
const entry = /^([\w-]+)([ \t]*:[ \t]+)([^\r\n]*?)[ \t]*$/gm
const read =
  /^(?:title|subtitle|description|summary|excerpt|abstract|heading|headline|lead|name|label|keywords|author|company)$/i
const language = /^(?:lang|language|locale)$/i

export interface FrontMatter {
  readonly blocks: readonly Omit<Block, "id">[]
  readonly declared?: string
  /** Offset after the front matter, 0 without one. */
  readonly end: number
}

export function frontMatter(source: string): FrontMatter {
  const found = fenced.exec(source)
  if (!found) return { blocks: [], end: 0 }
  const blocks: Omit<Block, "id">[] = []
  let declared: string | undefined
  for (const { key, value, start } of entries(source, found[0].length)) {
    if (language.test(key)) declared = unquoted(value)
    if (!read.test(key) || /^[|>[{&*!]/.test(value)) continue
    const block = blockOf(pieces(value, start), { kind: "meta", name: key })
    if (block) blocks.push(block)
  }
  return { blocks, end: found[0].length, ...(declared === undefined ? {} : { declared }) }
}

/** The splice that sets an existing language key; a key is never added. */
export function languageKey(source: string, tag: string): Splice[] {
  const found = fenced.exec(source)
  if (!found) return []
  return entries(source, found[0].length)
    .filter(({ key }) => language.test(key))
    .map(({ value, start }) => ({
      start,
      end: start + value.length,
      text: /^["']/.test(value) ? `${value[0]}${tag}${value[0]}` : tag,
    }))
}

/** A value as YAML: escaped for the quotes it stands in, or put into quotes where YAML would misread it plain. */
export function printValue(content: Content, block: Block, source: string): string {
  const text = plain(content).replace(/\s*[\r\n]+\s*/g, " ")
  const quote = source[block.start - 1]
  if (quote === '"') return text.replace(/[\\"]/g, "\\$&")
  if (quote === "'") return text.replaceAll("'", "''")
  return /^[\s\-?:,[\]{}#&*!|>'"%@`]|:(?:\s|$)|\s#|\s$|^(?:true|false|null|yes|no|~|[\d.]+)$/i.test(text)
    ? JSON.stringify(text)
    : text
}

function entries(source: string, end: number): { key: string; value: string; start: number }[] {
  return [...source.slice(0, end).matchAll(entry)].map((match) => ({
    key: match[1]!,
    value: match[3]!,
    start: match.index + match[1]!.length + match[2]!.length,
  }))
}

function unquoted(value: string): string {
  return value.replace(/^(["'])(.*)\1$/, "$2")
}

/** The text of a value, inside its quotes, escapes undone. */
function pieces(value: string, start: number): Piece[] {
  const quoted = /^(["'])([^]*)\1$/.exec(value)
  if (!quoted) return [{ text: value, start, end: start + value.length }]
  const from = start + 1
  const inner = quoted[2]!
  const found: Piece[] = []
  let at = 0
  for (const match of inner.matchAll(quoted[1] === '"' ? /\\(?:u[\da-fA-F]{4}|.)/g : /''/g)) {
    if (match.index > at) found.push({ text: inner.slice(at, match.index), start: from + at, end: from + match.index })
    at = match.index + match[0].length
    found.push({ text: unescaped(match[0]), start: from + match.index, end: from + at })
  }
  if (at < inner.length) found.push({ text: inner.slice(at), start: from + at, end: from + inner.length })
  return found
}

function unescaped(escape: string): string {
  if (escape === "''") return "'"
  if (escape[1] === "u") return String.fromCharCode(Number.parseInt(escape.slice(2), 16))
  return { n: "\n", t: "\t" }[escape[1]!] ?? escape[1]!
}
