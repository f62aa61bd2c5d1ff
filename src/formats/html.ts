// HTML. parse5's tokenizer names the tags and where they stand; blocks are what lies between block-level tags.
// No tree is built: a tree moves misplaced text (tables), nests without limit and forgets the bytes.
import { decodeHTML } from "entities"
import { Tokenizer, TokenizerMode, Token } from "parse5"
import type { Block, CodeType, Content } from "../model/document.ts"
import type { Format, LanguageMark } from "./format.ts"
import { blockOf, numbered, type Piece, type Shape } from "./pieces.ts"
import { spliced, type Splice } from "./splice.ts"

const inline: Readonly<Record<string, CodeType>> = {
  a: "link", b: "bold", strong: "bold", i: "italic", em: "italic", s: "strike", del: "strike", strike: "strike", code: "code", kbd: "code", samp: "code",
  img: "image", br: "break", wbr: "markup", abbr: "markup", bdi: "markup", bdo: "markup", cite: "markup", data: "markup", dfn: "markup", font: "markup", ins: "markup",
  label: "markup", mark: "markup", q: "markup", small: "markup", span: "markup", sub: "markup", sup: "markup", time: "markup", tt: "markup", u: "markup", var: "markup", big: "markup", svg: "image",
} // prettier-ignore
const alone = new Set(["img", "br", "wbr"])
const shapes: Readonly<Record<string, Shape>> = {
  h1: { kind: "heading", level: 1 }, h2: { kind: "heading", level: 2 }, h3: { kind: "heading", level: 3 }, h4: { kind: "heading", level: 4 }, h5: { kind: "heading", level: 5 },
  h6: { kind: "heading", level: 6 }, li: { kind: "item" }, dt: { kind: "item" }, dd: { kind: "item" }, td: { kind: "cell" }, th: { kind: "cell" }, title: { kind: "title", name: "title" },
} // prettier-ignore
const raw: Readonly<Record<string, number>> = {
  title: TokenizerMode.RCDATA, textarea: TokenizerMode.RCDATA, script: TokenizerMode.SCRIPT_DATA, style: TokenizerMode.RAWTEXT, xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT, noembed: TokenizerMode.RAWTEXT, noframes: TokenizerMode.RAWTEXT, noscript: TokenizerMode.DATA, plaintext: TokenizerMode.PLAINTEXT,
} // prettier-ignore
const silent = new Set([
  "script",
  "style",
  "iframe",
  "xmp",
  "noembed",
  "noframes",
  "template",
  "svg",
  "math",
  "textarea",
])

export const html: Format = {
  id: "html",
  extensions: ["html", "htm"],
  mediaType: "text/html",
  sniff(text) {
    const start = text.slice(0, 4000)
    if (/^\s*(?:<!--[^]*?-->\s*)?(?:<!doctype html|<html[\s>])/i.test(start)) return 1
    if (/^\s*<(?:p|div|h[1-6]|ul|ol|table|section|article|main|body|head|meta)[\s>]/i.test(start)) return 0.8
    return 0
  },
  parse(text) {
    const declared = /<html\b[^>]{0,2000}?\slang\s*=\s*["']?([\w-]+)/i.exec(text.slice(0, 20_000))?.[1]
    return { blocks: numbered(scan(text)), ...(declared === undefined ? {} : { declared }) }
  },
  write(text, blocks, replacements, language) {
    return spliced(text, blocks, replacements, print, language ? marks(text, language) : [])
  },
}

/**
 * Blocks of an HTML text or fragment, in file order, without ids.
 *
 * @param offset added to every position; for HTML inside another format
 */
export function scan(source: string, offset = 0): Omit<Block, "id">[] {
  const found: Omit<Block, "id">[] = []
  const inside: string[] = []
  let pieces: Piece[] = []
  let shape: Shape = { kind: "paragraph" }
  let hidden = 0

  const close = (): void => {
    const block = pieces.length > 0 ? blockOf(pieces, shape) : undefined
    if (block) found.push(block)
    pieces = []
  }
  const settle = (): void => {
    const name = inside.findLast((each) => shapes[each])
    shape = (name && shapes[name]) || { kind: "paragraph" }
  }
  const tag = (token: Token.TagToken, kind: "open" | "close"): void => {
    const name = token.tagName
    const { startOffset: start, endOffset: end } = token.location!
    if (silent.has(name)) {
      if (kind === "open" && !token.selfClosing) hidden++
      else if (kind === "close") hidden = Math.max(0, hidden - 1)
      if (kind === "open" && raw[name] !== undefined) tokenizer.state = raw[name] as typeof tokenizer.state
      return
    }
    if (hidden > 0) return
    const type = Object.hasOwn(inline, name) ? inline[name] : undefined
    if (type) {
      const data = source.slice(start, end)
      const equiv = name === "br" ? "\n" : name === "img" ? (attribute(token, "alt") ?? "") : ""
      const code = {
        kind: alone.has(name) || token.selfClosing ? ("alone" as const) : kind,
        pair: name,
        type,
        data,
        ...(equiv === "" ? {} : { equiv }),
        disp: kind === "open" ? `<${name}>` : `</${name}>`,
      }
      pieces.push({ code, start: start + offset, end: end + offset })
      return
    }
    close()
    if (kind === "open") {
      if (!token.selfClosing && Object.hasOwn(shapes, name)) inside.push(name)
      if (Object.hasOwn(raw, name)) tokenizer.state = raw[name] as typeof tokenizer.state
      if (name === "meta") found.push(...description(source, token, offset))
    } else {
      const at = inside.lastIndexOf(name)
      if (at >= 0) inside.length = at
    }
    settle()
  }
  // Text is what lies between two tags: the tokenizer's own character tokens may begin inside an entity.
  let textStart = 0
  const upTo = (location: Token.Location | null | undefined): void => {
    const end = location?.startOffset ?? source.length
    if (hidden === 0 && end > textStart) pieces.push(...texts(source, textStart, end, offset))
    textStart = location?.endOffset ?? source.length
  }

  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (token) => {
        upTo(token.location)
        tag(token, "open")
      },
      onEndTag: (token) => {
        upTo(token.location)
        tag(token, "close")
      },
      onCharacter: () => {},
      onWhitespaceCharacter: () => {},
      onNullCharacter: () => {},
      onComment: (token) => {
        upTo(token.location)
        if (hidden > 0 || pieces.length === 0 || !token.location) return
        const { startOffset: start, endOffset: end } = token.location
        const code = { kind: "alone", type: "markup", data: source.slice(start, end), disp: "<!-- -->" } as const
        pieces.push({ code, start: start + offset, end: end + offset })
      },
      onDoctype: (token) => upTo(token.location),
      onEof: () => {
        upTo(undefined)
        close()
      },
    },
  )
  tokenizer.write(source, true)
  return found
}

/** Text pieces of a raw stretch: entities decoded, runs of white space with a line end collapsed to one space. */
export function texts(source: string, start: number, end: number, offset = 0): Piece[] {
  const pieces: Piece[] = []
  let from = start
  const stretch = source.slice(start, end)
  for (const match of stretch.matchAll(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});|[ \t\f]*[\r\n][\s]*/gi)) {
    const at = start + match.index
    const decoded = match[0].startsWith("&") ? decodeHTML(match[0]) : " "
    if (decoded === match[0]) continue
    if (at > from) pieces.push({ text: source.slice(from, at), start: from + offset, end: at + offset })
    from = at + match[0].length
    pieces.push({ text: decoded, start: at + offset, end: from + offset })
  }
  if (end > from) pieces.push({ text: source.slice(from, end), start: from + offset, end: end + offset })
  return pieces
}

/** `<meta name="description" content="…">`: the one attribute of a page's head that people read. */
function description(source: string, token: Token.TagToken, offset: number): Omit<Block, "id">[] {
  if (
    !/^(?:description|og:title|og:description|keywords)$/i.test(
      attribute(token, "name") ?? attribute(token, "property") ?? "",
    )
  )
    return []
  const place = token.location!.attrs?.["content"]
  if (!place) return []
  const quoted = /^content\s*=\s*(["'])([^]*)\1$/i.exec(source.slice(place.startOffset, place.endOffset))
  if (!quoted) return []
  const end = place.endOffset - 1
  const block = blockOf(texts(source, end - quoted[2]!.length, end, offset), { kind: "attribute", name: "description" })
  return block ? [block] : []
}

function attribute(token: Token.TagToken, name: string): string | undefined {
  return token.attrs.find((each) => each.name === name)?.value
}

function print(content: Content, block: Block): string {
  const escaped = (text: string) =>
    text
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/\u00a0/g, "&nbsp;")
  return content
    .map((part) =>
      typeof part === "string"
        ? block.kind === "attribute"
          ? escaped(part).replace(/"/g, "&quot;").replace(/'/g, "&#39;")
          : escaped(part)
        : part.data,
    )
    .join("")
}

/** `lang` and `dir` on the html tag; a direction is only added where the language needs one or the page had one. */
function marks(source: string, { tag, direction }: LanguageMark): Splice[] {
  const found = /<html\b([^>]{0,2000})>/i.exec(source.slice(0, 20_000))
  if (!found) return []
  const start = found.index + "<html".length
  const without = found[1]!.replace(/\s(?:lang|xml:lang)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, "")
  const rest = without.replace(/\sdir\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, "")
  const dir = direction === "rtl" || rest !== without ? ` dir="${direction}"` : ""
  return [{ start, end: start + found[1]!.length, text: ` lang="${tag}"${dir}${rest}` }]
}
