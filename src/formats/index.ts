// The register of formats, and the two doors: bytes to document, document to bytes.
import { Problem } from "../errors.ts"
import type { Content, Document } from "../model/document.ts"
import { sections } from "../segment/sections.ts"
import { decode, encode } from "./decode.ts"
import type { Format, LanguageMark } from "./format.ts"
import { html } from "./html.ts"
import { i18nextJson } from "./i18next-json.ts"
import { markdown } from "./markdown.ts"
import { text } from "./text.ts"

export const formats: readonly Format[] = [markdown, html, text, i18nextJson]

export interface ReadOptions {
  /** File name with extension, or "" for pasted text. */
  readonly name: string
  /** Format id, when a person chose it. */
  readonly format?: string
  readonly maxBytes?: number
}

/**
 * The document in some bytes: decoded, its format found, cut into blocks, sections and segments.
 *
 * @throws Problem "input/empty", "input/not-text", "input/encoding", "input/format", "input/too-large", "input/json",
 *   "input/messages"
 */
export function readDocument(bytes: Uint8Array, { name, format: wanted, maxBytes }: ReadOptions): Document {
  if (maxBytes !== undefined && bytes.length > maxBytes)
    throw new Problem("input/too-large", { name, size: bytes.length, limit: maxBytes })
  const { text: source, encoding, bom } = decode(bytes, name)
  const format = formatOf(source, name, wanted)
  format.verify?.(source, name)
  const { blocks, declared } = format.parse(source)
  return {
    name,
    format: format.id,
    encoding,
    bom,
    text: source,
    ...(declared === undefined ? {} : { declared }),
    blocks,
    sections: sections(source, blocks),
  }
}

/** The bytes of a document with some blocks replaced; without replacements and language, the bytes it was read from. */
export function writeDocument(
  document: Document,
  replacements: ReadonlyMap<string, Content>,
  options: { readonly language?: LanguageMark } = {},
): Uint8Array {
  const format = formats.find(({ id }) => id === document.format)
  if (!format) throw new Problem("input/format", { name: document.name, known: known() })
  const text = format.write(document.text, document.blocks, replacements, options.language)
  return encode({ text, encoding: document.encoding, bom: document.bom })
}

/** By choice, then by what the text looks like; the extension decides between the two, and an unknown one refuses. */
function formatOf(source: string, name: string, wanted?: string): Format {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase()
  const named = formats.find(({ id, extensions }) =>
    wanted ? id === wanted : extension && extensions.includes(extension),
  )
  const refuse = (): never => {
    throw new Problem("input/format", { name, known: known() })
  }
  if (wanted) return named ?? refuse()
  if (extension && !named) return refuse()
  if (named?.verify) return named
  if (/^\s*(?:<\?xml|<xliff)\b/.test(source.slice(0, 200)) && !/<html[\s>]/i.test(source.slice(0, 2000)))
    return refuse()
  const score = (format: Format) => format.sniff(source) + (format === named ? (format.id === "text" ? 0.35 : 0.5) : 0)
  return formats.toSorted((a, b) => score(b) - score(a))[0] ?? refuse()
}

function known(): string {
  return formats.flatMap(({ extensions }) => extensions.map((each) => `.${each}`)).join(", ")
}
