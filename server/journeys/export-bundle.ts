// Bundles out: chosen units as XLIFF in a zip. What left is remembered as the base of the merge; the same units at the
// same revisions give the same bytes and the same bundle id.
import type { Bundle, XliffVersion } from "../storage/types.ts"
import type { Actor, House } from "./house.ts"
import { notYet } from "./not-yet.ts"

export interface ExportBundleInput {
  readonly project?: string
  /** Names or ids. */
  readonly policies: readonly string[]
  /** Each policy's own source language when absent. */
  readonly from?: string
  readonly to: readonly string[]
  readonly version?: XliffVersion
  readonly units?: "all" | "unresolved" | "changed"
  readonly since?: string
  /** Copies the source into empty targets, for tools that show only filled ones. */
  readonly copySource?: boolean
}

export interface ExportedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

export interface ExportBundleResult {
  readonly bundle: Bundle
  readonly zip: Uint8Array
  /** What is in the zip, for `-o DIR`. */
  readonly files: readonly ExportedFile[]
}

/** @throws Problem "policy/unknown", "policy/language" when nothing can be exported to that language */
export async function exportBundle(house: House, input: ExportBundleInput, actor: Actor): Promise<ExportBundleResult> {
  return notYet()
}

export interface ListedBundle extends Bundle {
  readonly createdByName: string
  /** Imports that came back from it. */
  readonly returns: readonly { readonly import: string; readonly status: string; readonly createdAt: string }[]
}

/** Newest first. */
export async function listBundles(
  house: House,
  input: { readonly project?: string; readonly limit?: number },
  actor: Actor,
): Promise<ListedBundle[]> {
  return notYet()
}

export async function downloadBundle(
  house: House,
  input: { readonly bundle: string },
  actor: Actor,
): Promise<{ readonly bundle: Bundle; readonly zip: Uint8Array }> {
  return notYet()
}
