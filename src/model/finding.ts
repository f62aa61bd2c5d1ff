// What a check saw. Types only.
import type { Span } from "./document.ts"

export type Severity = "error" | "warning" | "info"

/** Kinds of language findings; other checks name their own kinds. */
export type LanguageKind = "untranslated" | "mixed" | "fused" | "foreign-script" | "calque"

/** A replacement of exactly this span that mends the finding. */
export interface Fix extends Span {
  readonly text: string
}

/** Message key and its values; words are made at the edge (`check.<key>` in locales). */
export interface Message {
  readonly key: string
  readonly data: Readonly<Record<string, string | number>>
}

/** Something a check saw. Offsets are into the text that was checked: a block's plain text, or the file. */
export interface Finding extends Span {
  /** Id of the check: "mixed-language", "glued-sentence", … */
  readonly check: string
  readonly kind: string
  /** Equals the slice of the checked text. */
  readonly text: string
  /** Language found, for language findings. */
  readonly language?: string
  readonly severity: Severity
  /** Calibrated probability that a native reader agrees, 0–1. */
  readonly confidence: number
  readonly message: Message
  readonly fix?: Fix
  /** Block it lies in. */
  readonly block: string
  /** Same over re-scans and edits elsewhere: from check, kind, text and the words around it. */
  readonly fingerprint: string
}
