// Completed translations come back: read under limits, compared unit by unit with what left and with what is here now.
// The plan is kept; nothing else is written until somebody applies it.
import type { ChangeKind, Decision, FileProblem, Import, ImportChange, UnitWarning } from "../storage/types.ts"
import type { Actor, House, Page } from "./house.ts"
import { notYet } from "./not-yet.ts"

export interface PlanImportInput {
  readonly project?: string
  /** Zips or single XLIFF files, any names. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

export interface PlannedFile {
  readonly number: number
  readonly path: string
  readonly accepted: boolean
  readonly problem: FileProblem | null
  readonly warnings: readonly UnitWarning[]
  readonly from: string
  readonly to: string
  readonly policy: { readonly id: string; readonly name: string } | null
  readonly bundle: string | null
  readonly counts: Readonly<Record<ChangeKind, number>>
}

export interface PlannedChange extends ImportChange {
  /** Reading position, section and source of the unit here; null when it is unknown. */
  readonly unitView: {
    readonly position: number
    readonly section: number | null
    readonly source: string
    readonly from: string
    readonly to: string
    readonly policy: string
  } | null
  /** Tagged text for diffs and forms. */
  readonly texts: { readonly base: string | null; readonly before: string | null; readonly after: string | null }
}

export interface PlanResult {
  readonly import: Import
  readonly files: readonly PlannedFile[]
  readonly counts: Readonly<Record<ChangeKind, number>>
  readonly changes: Page<PlannedChange>
  /** The very same files were imported and applied before. */
  readonly isRepeated: boolean
}

/** Refused files are in the result with their problem. @throws Problem "input/too-large", "input/empty" when there is no file at all */
export async function planImport(house: House, input: PlanImportInput, actor: Actor): Promise<PlanResult> {
  return notYet()
}

export interface ShowPlanInput {
  readonly import: string
  readonly change?: ChangeKind
  readonly file?: number
  /** 100 when absent; "all" for the command line. */
  readonly limit?: number | "all"
  readonly after?: string
}

export async function showPlan(house: House, input: ShowPlanInput, actor: Actor): Promise<PlanResult> {
  return notYet()
}

export interface DecidePlanInput {
  readonly import: string
  /** `import.revision` the decisions were made on. */
  readonly revision: number
  /** For single changes by number, or for all of a kind; single ones win. */
  readonly changes?: readonly { readonly number: number; readonly decision: Decision }[]
  readonly kinds?: readonly { readonly change: ChangeKind; readonly decision: Decision }[]
}

/** @throws Problem "plan/stale", "plan/unknown" */
export async function decidePlan(house: House, input: DecidePlanInput, actor: Actor): Promise<PlanResult> {
  return notYet()
}

/** Newest first. */
export async function listImports(
  house: House,
  input: { readonly project?: string; readonly limit?: number },
  actor: Actor,
): Promise<(Import & { readonly createdByName: string; readonly counts: Readonly<Record<ChangeKind, number>> })[]> {
  return notYet()
}

/** The plan as `besh import --format json` prints it (DESIGN.md). */
export interface ImportReport {
  readonly version: 1
  readonly files: readonly {
    readonly path: string
    readonly accepted: boolean
    readonly problem: {
      readonly code: string
      readonly line: number | null
      readonly column: number | null
      readonly message: string
    } | null
    readonly warnings: readonly { readonly code: string; readonly unit: string | null; readonly message: string }[]
    readonly units: readonly {
      readonly unit: string
      readonly change: ChangeKind
      readonly code: string
      readonly before: string | null
      readonly after: string | null
      readonly state: string
    }[]
  }[]
}

/** @param sentence makes the message of a code in the reader's language */
export function importReport(
  plan: PlanResult,
  sentence: (key: string, data: Readonly<Record<string, string | number>>) => string,
): ImportReport {
  return notYet()
}
