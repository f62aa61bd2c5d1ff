// The heavy work by name: what goes in and what comes out. The same functions run in a worker thread (the server,
// so that no document can stop it) or inline (the command line).
import type { Alignment } from "../../src/align/index.ts"
import type { CheckedText } from "../../src/checks/index.ts"
import type { Link } from "../../src/model/bitext.ts"
import type { Content, Document } from "../../src/model/document.ts"
import type { Finding } from "../../src/model/finding.ts"

export interface Tasks {
  /** Bytes → document, and the languages it seems to be in, best first. */
  read: { input: { bytes: Uint8Array; name: string; format?: string; maxBytes?: number }; output: Reading }
  align: {
    input: { documents: readonly { document: Document; language: string }[]; links: readonly Link[] }
    output: Alignment
  }
  check: { input: { texts: readonly CheckedText[] }; output: readonly (readonly Finding[])[] }
  write: {
    input: {
      document: Document
      replacements: ReadonlyMap<string, Content>
      language?: { tag: string; dir: "ltr" | "rtl" }
    }
    output: Uint8Array
  }
}

export interface Reading {
  readonly document: Document
  readonly languages: readonly { readonly tag: string; readonly confidence: number }[]
  /** Language of each section, in order; null when there is too little to go by. */
  readonly sectionLanguages: readonly (string | null)[]
}

export type Task = keyof Tasks
export type Analyse = <K extends Task>(task: K, input: Tasks[K]["input"]) => Promise<Tasks[K]["output"]>
