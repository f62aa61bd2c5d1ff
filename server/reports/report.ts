// What the reports of `besh check` are made of.
import type { Document } from "../../src/model/document.ts"
import type { Finding } from "../../src/model/finding.ts"
import type { Words } from "../i18n.ts"

export interface CheckedFile {
  readonly path: string
  readonly document: Document
  readonly language: { readonly tag: string; readonly confidence: number }
  /** Offsets into `document.text`. */
  readonly findings: readonly Finding[]
  /** Findings of the baseline that are still there; no news. */
  readonly known?: readonly Finding[]
}

export interface ReportOptions {
  readonly words: Words
  readonly isColoured: boolean
  /** Is there a baseline? Then findings are new or unchanged. */
  readonly hasBaseline?: boolean
  /** Only what fails, and no summary. */
  readonly isQuiet?: boolean
  /** Severities that fail. */
  readonly failing?: readonly string[]
  /** Of besh. */
  readonly version?: string
}

export type Report = (files: readonly CheckedFile[], options: ReportOptions) => string

/** Starts of the lines of a text, for many look-ups. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
  return starts
}

/** Line and column, from 1, columns in UTF-16 code units. */
export function position(
  starts: readonly number[],
  offset: number,
): { readonly line: number; readonly column: number } {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - starts[low]! + 1 }
}

/**
 * A stretch of a document on one line of a terminal: blanks as spaces; control characters, which could move the cursor,
 * and direction marks, which could leave their isolate, as nothing.
 */
export function shown(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/\s+/g, " ").replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "")
}

/** Isolated, in the direction of its own first letter; or in a given one. */
export function isolate(text: string, direction?: "ltr" | "rtl"): string {
  return `${direction === undefined ? "\u2068" : direction === "rtl" ? "\u2067" : "\u2066"}${text}\u2069`
}
