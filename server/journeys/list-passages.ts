// The passage tracker: every finding with the text around it, filtered, page by page.
import type { StoredFinding, StoredUnit } from "../storage/types.ts"
import type { FindingStatus } from "../storage/types.ts"
import type { Severity } from "../../src/model/finding.ts"
import type { Actor, House, Page } from "./house.ts"
import { notYet } from "./not-yet.ts"

export interface ListPassagesInput {
  readonly project?: string
  readonly policy?: string
  /** Language of the text. */
  readonly language?: string
  readonly check?: string
  readonly kind?: string
  readonly severity?: Severity
  /** "open" when absent. */
  readonly status?: FindingStatus | "all"
  /** Part of the passage's text. */
  readonly text?: string
  /** 50 when absent, at most 500. */
  readonly limit?: number
  readonly after?: string
}

export interface Passage extends StoredFinding {
  readonly policyName: string
  readonly unitView: Pick<StoredUnit, "from" | "to" | "sourceSection" | "targetSection" | "state" | "flag" | "revision">
  /** Up to 80 characters each side, for the eye. */
  readonly before: string
  readonly after: string
}

export interface ListPassagesResult extends Page<Passage> {
  /** Of everything the filters let through except kind. */
  readonly counts: readonly { readonly check: string; readonly kind: string; readonly count: number }[]
  readonly total: number
}

export async function listPassages(house: House, input: ListPassagesInput, actor: Actor): Promise<ListPassagesResult> {
  return notYet()
}
