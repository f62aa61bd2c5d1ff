// The translated document in the format of its source: only translated text and the language marks differ.
import type { Actor, House } from "./house.ts"
import { notYet } from "./not-yet.ts"

export interface DeliverInput {
  readonly project?: string
  readonly policy: string
  /** The source language when absent; the same as `to` for the language's own document. */
  readonly from?: string
  readonly to: string
}

export interface DeliverResult {
  /** privacy.tk.md */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly units: { readonly total: number; readonly translated: number }
  /** What still stands in the source language. */
  readonly untranslated: readonly { readonly unit: string; readonly section: number | null; readonly source: string }[]
}

export async function deliver(house: House, input: DeliverInput, actor: Actor): Promise<DeliverResult> {
  return notYet()
}
