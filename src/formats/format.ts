// What a format is. A new one is a file beside this and a line in index.ts.
import type { Block, Content } from "../model/document.ts"

/** The language a written document is marked with. */
export interface LanguageMark {
  readonly tag: string
  readonly direction: "ltr" | "rtl"
}

export interface Parsed {
  readonly blocks: readonly Block[]
  /** Language the file declares of itself. */
  readonly declared?: string
}

export interface Format {
  readonly id: string
  /** Without the dot, lower case. */
  readonly extensions: readonly string[]
  readonly mediaType: string
  /** How much a text looks like this format, 0–1. Linear, and in a bounded prefix where that can tell. */
  sniff(text: string): number
  /** For formats whose extension names more than they read: throws a Problem that says so. */
  verify?(text: string, name: string): void
  /** Never throws; text without blocks is a document without blocks. Linear in the text. */
  parse(text: string): Parsed
  /** The text with some blocks replaced and, if asked, the language marks set. Without either: the text itself. */
  write(
    text: string,
    blocks: readonly Block[],
    replacements: ReadonlyMap<string, Content>,
    language?: LanguageMark,
  ): string
}
