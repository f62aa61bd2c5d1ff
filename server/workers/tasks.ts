// The heavy work by name: what goes in and what comes out. The same functions run in a worker thread (the server,
// so that no document can stop it) or inline (the command line).
import type { Alignment } from "../../src/align/index.ts"
import type { CheckedText } from "../../src/checks/index.ts"
import type { LanguageMark } from "../../src/formats/format.ts"
import type { MemoryEntry } from "../../src/memory/index.ts"
import type { GlossaryTerm, Link, TranslationMatch } from "../../src/model/bitext.ts"
import type { Content, Document } from "../../src/model/document.ts"
import type { Finding } from "../../src/model/finding.ts"
import type { Concept } from "../../src/terms/concept.ts"
import type { BundleInput } from "../../src/xliff/index.ts"
import type { CatalogueChanges, CatalogueIn, CatalogueOut } from "./catalogue.ts"
import type { Entry } from "./zip.ts"

export interface Tasks {
  /** Bytes → document, and the languages it seems to be in. */
  read: {
    input: { bytes: Uint8Array; name: string; format?: string; maxBytes?: number }
    output: Reading
  }
  align: {
    input: { documents: readonly { document: Document; language: string }[]; links: readonly Link[] }
    output: Alignment
  }
  /** `only` and `off` name checks. */
  check: {
    input: { texts: readonly CheckedText[]; only?: readonly string[]; off?: readonly string[] }
    output: readonly (readonly Finding[])[]
  }
  write: {
    input: { document: Document; replacements: ReadonlyMap<string, Content>; language?: LanguageMark }
    output: Uint8Array
  }
  /** What travels beside the units of a bitext: terms of their sources, and what was said before for those in need. */
  companions: {
    input: {
      from: string
      to: string
      units: readonly { id: string; source: Content; isOpen: boolean }[]
      memory: readonly MemoryEntry[]
      /** The project's own. */
      concepts: readonly Concept[]
    }
    output: readonly { terms: readonly GlossaryTerm[]; matches: readonly TranslationMatch[] }[]
  }
  /** Units → XLIFF files, checked against the standard, and the zip of them. */
  bundle: {
    input: { bundle: Omit<BundleInput, "words">; readme: Readonly<Record<string, string>> }
    output: { files: readonly Entry[]; zip: Uint8Array }
  }
  /** Catalogues of i18next → XLIFF, and XLIFF → the catalogue it would make. */
  "catalogue-out": {
    input: CatalogueOut
    output: { readonly text: string; readonly units: number; readonly refused: readonly string[] }
  }
  "catalogue-in": { input: CatalogueIn; output: CatalogueChanges }
}

export interface Reading {
  readonly document: Document
  /** Best first; [] when there is nothing to go by. */
  readonly languages: readonly { readonly tag: string; readonly confidence: number }[]
  /** Language of each section, in order; null when there is too little to go by. */
  readonly sectionLanguages: readonly (string | null)[]
}

export type Task = keyof Tasks
export type Analyse = <K extends Task>(task: K, input: Tasks[K]["input"]) => Promise<Tasks[K]["output"]>
