// What would be read from a file, for the import wizard. Nothing is written.
import type { IncomingFile } from "./add-documents.ts"
import type { Actor, House } from "./house.ts"
import { notYet } from "./not-yet.ts"

export interface PreviewDocumentInput {
  readonly files: readonly IncomingFile[]
  readonly project?: string
  readonly policy?: string
}

export interface PreviewedDocument {
  readonly name: string
  /** null when it was read. */
  readonly problem: {
    readonly code: string
    readonly data: Readonly<Record<string, string | number>>
    readonly line: number | null
    readonly column: number | null
  } | null
  readonly format: string
  readonly encoding: string
  readonly length: number
  /** Claimed, else declared by the file, else identified. */
  readonly language: string
  readonly declared: string | null
  /** Ranked, best first. */
  readonly identified: readonly { readonly tag: string; readonly confidence: number }[]
  readonly sections: readonly {
    readonly heading: string
    readonly level: number
    readonly segments: number
    readonly words: number
    /** Language of the section where it can be told; null otherwise. */
    readonly language: string | null
    /** First words, for the eye. */
    readonly start: string
  }[]
  readonly segments: number
  readonly words: number
  /** Findings by check and kind. */
  readonly findings: readonly { readonly check: string; readonly kind: string; readonly count: number }[]
  /** A document of that language is already in the policy: this would be its next revision. */
  readonly replaces: { readonly name: string; readonly revision: number } | null
}

export async function previewDocument(
  house: House,
  input: PreviewDocumentInput,
  actor: Actor,
): Promise<PreviewedDocument[]> {
  return notYet()
}
