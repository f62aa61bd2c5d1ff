// What a document is once it has come in at the door. Types only.
// Offsets are half-open, in UTF-16 code units of the decoded text (byte order mark removed, line ends as they came).

/** A half-open stretch of text, in UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What an inline code does for the reader of the text; decides how it is shown and what XLIFF calls it. */
export type CodeType = "link" | "bold" | "italic" | "strike" | "code" | "image" | "break" | "markup" | "variable"

/** Markup inside a sentence: one end of a pair, or a code that stands alone. Never part of the text. */
export interface Code {
  /** Unique within its content; the two ends of a pair share it. Equal ids mean the same code in source and target. */
  readonly id: string
  readonly kind: "open" | "close" | "alone"
  readonly type: CodeType
  /** The markup as it stands in the file, written back unchanged. */
  readonly data: string
  /** The plain text it stands for ("\n" for a line break, a code span's text); "" when absent. */
  readonly equiv?: string
  /** What a translator is shown. */
  readonly disp?: string
}

/** Text with inline codes, in reading order. Adjacent strings are joined; there are no empty strings. */
export type Content = readonly (string | Code)[]

export type BlockKind = "heading" | "paragraph" | "item" | "cell" | "meta" | "title" | "attribute"

/** Where a stretch of a block's plain text lies in the file. Lengths differ only over an escape or an entity. */
export interface Run extends Span {
  /** Offset in `plain(block.content)`. */
  readonly at: number
  /** Length in `plain(block.content)`. */
  readonly length: number
}

/** The smallest piece with a place of its own in the file: a paragraph, heading, list item, table cell, front-matter value. */
export interface Block extends Span {
  /** Unique in the document and stable for the same bytes: "b0", "b1" … in reading order. */
  readonly id: string
  readonly kind: BlockKind
  /** 1–6 for headings. */
  readonly level?: number
  /** For "meta", "attribute" and texts by key: the key it belongs to ("title", "alt", "editor.save"). */
  readonly name?: string
  readonly content: Content
  readonly runs: readonly Run[]
}

/** A sentence-like piece of a block. Segments tile the plain text of their block: joined they are that text. */
export interface Segment extends Span {
  /** "<section>/<n>" in reading order. start and end are file offsets. */
  readonly id: string
  /** The block it is cut from. */
  readonly block: string
  readonly text: string
}

/** A heading and the blocks under it. Sections tile the file. */
export interface Section extends Span {
  /** Ordinal from "0". */
  readonly id: string
  /** Plain text of the heading, "" for text before the first heading. */
  readonly heading: string
  /** Depth of the heading, 1–6; 0 without one. */
  readonly level: number
  readonly blocks: readonly string[]
  readonly segments: readonly Segment[]
}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be"

/** A document as read: everything that can be derived from its bytes alone. */
export interface Document {
  /** File name, for messages and delivery; no folders. */
  readonly name: string
  /** Id of the format that read it: "markdown", "html", "text", … */
  readonly format: string
  readonly encoding: Encoding
  readonly bom: boolean
  readonly text: string
  /** Language the file declares of itself (html lang, front matter), if any. */
  readonly declared?: string
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}
