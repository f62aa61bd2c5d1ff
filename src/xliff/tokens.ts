// What the tokenizer tells, and what it says when a text is no XML.

export interface Attribute {
  readonly name: string
  readonly local: string
  readonly uri: string
  readonly value: string
}

/** A start tag. Tags that are spelled the same are one object, so what is found out about one can be kept with it. */
export interface Tag {
  readonly name: string
  readonly local: string
  readonly uri: string
  /** In their order; namespace declarations are among them. */
  readonly attributes: readonly Attribute[]
  readonly isEmpty: boolean
  /** For a checker: its attributes are as they should be. */
  isSound: boolean
}

export interface TokenHandler {
  /** Place of "<", from 1. */
  open(tag: Tag, line: number, column: number): void
  close(): void
  /** Between two pieces of markup, references resolved; never empty; inside the root only. */
  text(text: string): void
  cdata(text: string): void
  comment(text: string): void
  instruction(target: string, text: string): void
}

export type FaultKind = "malformed" | "character" | "entity" | "empty" | "doctype" | "page" | "attribute" | "attributes"

/** The first thing that is wrong, with its place. */
export class XmlFault extends Error {
  readonly kind: FaultKind
  readonly line: number
  readonly column: number
  constructor(kind: FaultKind, detail: string, line: number, column: number) {
    super(detail)
    this.kind = kind
    this.line = line
    this.column = column
  }
}

export interface Tokenizer {
  /** @throws XmlFault */
  write(text: string): void
  /** @throws XmlFault */
  end(): void
  /** Where reading is, from 1. */
  place(): { line: number; column: number }
}
