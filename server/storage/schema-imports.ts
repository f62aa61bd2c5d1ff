// The tables of imports: plans, their making, and what translators noted.
import type { ColumnType } from "kysely"

type Fixed<T> = ColumnType<T, T, never>
type Json = string
type Truth = number
type Time = string

export interface ImportTable {
  id: Fixed<string>
  name: string
  digest: string
  status: string
  revision: number
  created_at: Fixed<Time>
  created_by: Fixed<string | null>
  applied_at: Time | null
  undone_at: Time | null
}

export interface ImportFileTable {
  import_id: Fixed<string>
  number: Fixed<number>
  path: Fixed<string>
  bundle_id: Fixed<string | null>
  policy_id: Fixed<string | null>
  source_language: Fixed<string>
  target_language: Fixed<string>
  accepted: Fixed<Truth>
  problem: Fixed<Json | null>
  warnings: Fixed<Json>
}

export interface ImportChangeTable {
  import_id: Fixed<string>
  number: Fixed<number>
  file: Fixed<number>
  /** Unit id as the file says; may be unknown here. */
  unit_id: Fixed<string>
  change: Fixed<string>
  code: Fixed<string>
  base: Fixed<Json | null>
  before: Fixed<Json | null>
  after: Fixed<Json | null>
  state_before: Fixed<string>
  state_after: Fixed<string>
  flag_after: Fixed<string | null>
  /** Revision of the unit the plan was made from; 0 when unknown. */
  revision: Fixed<number>
  decision: string
  /** "" until applied: "applied", "suggested", "kept", "skipped". */
  result: string
  result_code: string
  /** Revision the application wrote. */
  result_revision: number | null
  warnings: Fixed<Json | null>
  /** What the translator noted. */
  notes: Fixed<Json | null>
  line: Fixed<number | null>
  /** What the checks say of the text, between the check and the writing of it. */
  findings: ColumnType<Json | null, never, Json | null>
}

/** Imports under way. `done` and `total` are in bytes over both readings, or in changes. */
export interface ImportJobTable {
  import_id: Fixed<string>
  status: string
  phase: string
  done: number
  total: number
  units: number
  all_units: number
  problem: Json | null
  /** When somebody last worked on it. */
  beat_at: Time
}

/** Files as they came, in parts, until their plan is made. */
export interface ImportPartTable {
  import_id: Fixed<string>
  file: Fixed<number>
  part: Fixed<number>
  name: Fixed<string>
  size: Fixed<number>
  bytes: Fixed<Buffer>
}

export interface CommentTable {
  id: Fixed<string>
  unit_id: Fixed<string>
  /** Of the text: the same words are kept once. */
  hash: Fixed<string>
  text: Fixed<string>
  author: Fixed<string>
  import_id: Fixed<string | null>
  created_at: Fixed<Time>
}
