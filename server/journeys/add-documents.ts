// Documents in: read, aligned with the others of their policy, cut into units, checked, kept. One transaction.
import type { Actor, House } from "./house.ts"
import { notYet } from "./not-yet.ts"

export interface IncomingFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Claimed language; identified when absent. */
  readonly language?: string
  /** Format id; sniffed when absent. */
  readonly format?: string
}

export interface AddDocumentsInput {
  /** Project id or name; the only project, or "main", when absent. */
  readonly project?: string
  /** Name or id of the policy; made when there is none. */
  readonly policy: string
  readonly files: readonly IncomingFile[]
  /** For a new policy; otherwise English if among the files, else the first. */
  readonly sourceLanguage?: string
}

export interface AddedDocument {
  readonly id: string
  readonly name: string
  readonly format: string
  readonly language: string
  /** What the text itself looks like, and how sure that is. */
  readonly identified: { readonly tag: string; readonly confidence: number }
  /** 1 for the first, more for a new revision; the same as before when the bytes are the same. */
  readonly revision: number
  readonly isUnchanged: boolean
  readonly sections: number
  readonly segments: number
  readonly words: number
}

export interface AddDocumentsResult {
  readonly policy: { readonly id: string; readonly name: string; readonly project: string }
  readonly documents: readonly AddedDocument[]
  readonly bitexts: readonly {
    readonly from: string
    readonly to: string
    readonly units: number
    readonly aligned: number
    readonly findings: number
    /** Against the former revision. */
    readonly kept: number
    readonly outdated: number
    readonly added: number
    readonly removed: number
  }[]
}

/** @throws Problem "input/…" of the format that refuses, "policy/language" when two files are in one language */
export async function addDocuments(house: House, input: AddDocumentsInput, actor: Actor): Promise<AddDocumentsResult> {
  return notYet()
}
