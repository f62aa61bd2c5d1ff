// The tables, as both engines see them. Ids are opaque text, times are UTC ISO text, truths are 0 or 1, JSON is text;
// nothing here knows whether SQLite or PostgreSQL is underneath. Rows stay inside storage/: repositories speak in types.ts.
import type { ColumnType } from "kysely"
import type {
  CommentTable,
  ImportChangeTable,
  ImportFileTable,
  ImportJobTable,
  ImportPartTable,
  ImportTable,
} from "./schema-imports.ts"

/** Written once, never updated. */
type Fixed<T> = ColumnType<T, T, never>
type Json = string
type Truth = number
type Time = string

export interface Schema {
  user: UserTable
  session: SessionTable
  token: TokenTable
  membership: MembershipTable
  project: ProjectTable
  concept: ConceptTable
  policy: PolicyTable
  document: DocumentTable
  document_revision: DocumentRevisionTable
  section: SectionTable
  link: LinkTable
  alignment_change: AlignmentChangeTable
  bitext: BitextTable
  unit: UnitTable
  unit_revision: UnitRevisionTable
  suggestion: SuggestionTable
  finding: FindingTable
  bundle: BundleTable
  bundle_unit: BundleUnitTable
  import: ImportTable
  import_file: ImportFileTable
  import_change: ImportChangeTable
  import_job: ImportJobTable
  import_part: ImportPartTable
  comment: CommentTable
  audit: AuditTable
  setting: SettingTable
  rate: RateTable
}

export interface UserTable {
  id: Fixed<string>
  /** Lower case, unique. */
  email: string
  name: string
  /** "scrypt$N$r$p$salt$hash"; null until a password is chosen. */
  password: string | null
  /** Interface language; null: as the browser asks. */
  locale: string | null
  is_administrator: Truth
  is_active: Truth
  revision: number
  created_at: Fixed<Time>
}

export interface SessionTable {
  /** SHA-256 of the id in the cookie. */
  id: Fixed<string>
  user_id: Fixed<string>
  agent: Fixed<string>
  created_at: Fixed<Time>
  seen_at: Time
  expires_at: Time
}

/** One-time links: the first administrator's, invitations, password resets. Only the hash is kept. */
export interface TokenTable {
  id: Fixed<string>
  purpose: Fixed<string>
  user_id: Fixed<string | null>
  email: Fixed<string>
  name: Fixed<string>
  project_id: Fixed<string | null>
  language: Fixed<string>
  role: Fixed<string>
  created_by: Fixed<string | null>
  created_at: Fixed<Time>
  expires_at: Fixed<Time>
  used_at: Time | null
}

export interface MembershipTable {
  user_id: Fixed<string>
  project_id: Fixed<string>
  /** "" for every language of the project. */
  language: Fixed<string>
  role: string
  created_at: Fixed<Time>
}

export interface ProjectTable {
  id: Fixed<string>
  name: string
  created_at: Fixed<Time>
}

/** Of a project's own termbase. */
export interface ConceptTable {
  project_id: Fixed<string>
  id: Fixed<string>
  domain: string
  definition: string
  topics: Json
  /** Terms and stems by BCP 47 language. */
  languages: Json
  updated_at: Time
  updated_by: string | null
}

export interface PolicyTable {
  id: Fixed<string>
  project_id: Fixed<string>
  /** What people and the command line call it; unique in its project. */
  name: string
  source_language: Fixed<string>
  /** Grows with every change of documents or links; what a change of the alignment is based on. */
  revision: number
  created_at: Fixed<Time>
  updated_at: Time
}

export interface DocumentTable {
  id: Fixed<string>
  policy_id: Fixed<string>
  language: Fixed<string>
  name: string
  format: string
  /** Number of the revision that counts. */
  revision: number
  updated_at: Time
}

export interface DocumentRevisionTable {
  document_id: Fixed<string>
  number: Fixed<number>
  name: Fixed<string>
  format: Fixed<string>
  /** As they came. */
  bytes: Fixed<Buffer>
  /** SHA-256 of the bytes. */
  digest: Fixed<string>
  /** The document as read (blocks, sections), without its text: that is in the bytes. */
  reading: Fixed<Json>
  created_at: Fixed<Time>
  created_by: Fixed<string | null>
}

/** Sections of the current revision of each document: what the matrix shows. */
export interface SectionTable {
  document_id: string
  ordinal: number
  heading: string
  level: number
  topic: string | null
  topic_confidence: number
  words: number
}

export interface LinkTable {
  id: Fixed<string>
  policy_id: Fixed<string>
  level: Fixed<string>
  source_document: Fixed<string>
  target_document: Fixed<string>
  /** Piece ids without the document: ["3"], ["3/0", "3/1"]. An empty side says "no counterpart". */
  source: Fixed<Json>
  target: Fixed<Json>
  relation: string
  confidence: number
  status: string
  decided_by: string | null
  revision: number
  updated_at: Time
}

/** Append-only: what people decided about links, one row a change. */
export interface AlignmentChangeTable {
  policy_id: Fixed<string>
  /** Of the alignment, after the change. */
  revision: Fixed<number>
  action: Fixed<string>
  /** The links it made, and those it took the place of, whole. */
  made: Fixed<Json>
  unmade: Fixed<Json>
  /** Revision of each document it speaks of; section numbers hold for these. */
  documents: Fixed<Json>
  /** The change that this one took back. */
  reverts: Fixed<number | null>
  author_id: Fixed<string | null>
  created_at: Fixed<Time>
}

export interface BitextTable {
  id: Fixed<string>
  policy_id: Fixed<string>
  source_language: Fixed<string>
  target_language: Fixed<string>
  /** 1: from the policy's own source language; counted on the dashboard. */
  is_primary: Fixed<Truth>
  created_at: Fixed<Time>
}

export interface UnitTable {
  id: Fixed<string>
  policy_id: Fixed<string>
  bitext_id: Fixed<string>
  source_language: Fixed<string>
  target_language: Fixed<string>
  position: number
  /** Block of the source document; null for target-only units. */
  source_block: string | null
  source_section: number | null
  /** Blocks of the target document the target was taken from; [] when it was not. */
  target_blocks: Json
  target_section: number | null
  kind: string
  relation: string | null
  confidence: number
  source: Json
  source_text: string
  target: Json | null
  target_text: string | null
  /** The source before the last new revision of the document, while the flag is "outdated". */
  previous_source: Json | null
  state: string
  flag: string | null
  origin: string
  words: number
  translatable: Truth
  notes: Json
  revision: number
  created_at: Fixed<Time>
  updated_at: Time
  updated_by: string | null
  /** Gone from the documents; kept with its history. */
  removed_at: Time | null
}

/** Append-only: what a unit was at each of its revisions. */
export interface UnitRevisionTable {
  unit_id: Fixed<string>
  revision: Fixed<number>
  source: Fixed<Json>
  target: Fixed<Json | null>
  state: Fixed<string>
  flag: Fixed<string | null>
  origin: Fixed<string>
  author_id: Fixed<string | null>
  import_id: Fixed<string | null>
  comment: Fixed<string>
  created_at: Fixed<Time>
}

/** A text for a unit that did not become its target: nothing anyone typed is thrown away. */
export interface SuggestionTable {
  id: Fixed<string>
  unit_id: Fixed<string>
  target: Fixed<Json>
  origin: Fixed<string>
  base_revision: Fixed<number>
  author_id: Fixed<string | null>
  import_id: Fixed<string | null>
  created_at: Fixed<Time>
  resolved_at: Time | null
}

export interface FindingTable {
  id: Fixed<string>
  unit_id: Fixed<string>
  policy_id: Fixed<string>
  /** Language of the checked text. */
  language: Fixed<string>
  /** Position of the unit, for lists in reading order. */
  position: number
  check_id: string
  kind: string
  start_at: number
  end_at: number
  text: string
  found_language: string | null
  severity: string
  confidence: number
  message: Json
  fix: Json | null
  fingerprint: string
  status: string
  reason: string
  decided_by: string | null
  revision: number
  created_at: Fixed<Time>
  updated_at: Time
}

export interface BundleTable {
  id: Fixed<string>
  project_id: Fixed<string>
  name: Fixed<string>
  version: Fixed<string>
  /** What was asked for: policies, languages, which units. */
  request: Fixed<Json>
  units: Fixed<number>
  words: Fixed<number>
  bytes: Fixed<Buffer>
  digest: Fixed<string>
  created_at: Fixed<Time>
  created_by: Fixed<string | null>
}

/** Every unit as it left: the base of the later merge. */
export interface BundleUnitTable {
  bundle_id: Fixed<string>
  unit_id: Fixed<string>
  file: Fixed<string>
  source: Fixed<Json>
  target: Fixed<Json | null>
  state: Fixed<string>
  flag: Fixed<string | null>
  revision: Fixed<number>
}

export interface AuditTable {
  id: Fixed<string>
  at: Fixed<Time>
  actor_id: Fixed<string | null>
  actor: Fixed<string>
  action: Fixed<string>
  subject: Fixed<string>
  data: Fixed<Json>
}

export interface SettingTable {
  key: Fixed<string>
  value: string
  updated_at: Time
}

/** Counters shared by all processes: sign-in, import and API limits. */
export interface RateTable {
  key: Fixed<string>
  points: number
  expires_at: Time
}
