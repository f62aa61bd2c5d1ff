// How units and findings are shown: ready for a page or for JSON, no further lookups needed.
import type { Content } from "../../src/model/document.ts"
import type { StoredFinding, StoredUnit, Suggestion } from "../storage/types.ts"

export interface UnitView extends StoredUnit {
  readonly findings: readonly StoredFinding[]
  readonly suggestions: readonly (Suggestion & { readonly authorName: string })[]
  /** The same source in the other languages of the policy. */
  readonly others: readonly { readonly language: string; readonly unit: string; readonly target: Content | null }[]
  readonly updatedByName: string
}
