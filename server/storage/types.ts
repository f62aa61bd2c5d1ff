// What repositories take and give: the model of src/, with the facts a house has to remember about it.
import type { Flag, LinkStatus, Note, Origin, Relation, State, Unit } from "../../src/model/bitext.ts"
import type { BlockKind, Content, Document } from "../../src/model/document.ts"
import type { Finding } from "../../src/model/finding.ts"

/** UTC, ISO 8601. */
export type Time = string

export const roles = ["viewer", "translator", "reviewer", "manager", "maintainer", "administrator"] as const
export type Role = (typeof roles)[number]

export interface User {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly password: string | null
  readonly locale: string | null
  readonly isAdministrator: boolean
  readonly isActive: boolean
  readonly revision: number
  readonly createdAt: Time
}

export interface Membership {
  readonly user: string
  readonly project: string
  /** "" for every language. */
  readonly language: string
  readonly role: Role
}

export interface Session {
  /** SHA-256 of what the cookie holds. */
  readonly id: string
  readonly user: string
  readonly agent: string
  readonly createdAt: Time
  readonly seenAt: Time
  readonly expiresAt: Time
}

export interface Token {
  readonly id: string
  readonly purpose: "first" | "invitation" | "sign-in"
  readonly user: string | null
  readonly email: string
  readonly name: string
  readonly project: string | null
  readonly language: string
  readonly role: Role
  readonly createdBy: string | null
  readonly createdAt: Time
  readonly expiresAt: Time
  readonly usedAt: Time | null
}

export interface Project {
  readonly id: string
  readonly name: string
  readonly createdAt: Time
}

export interface Policy {
  readonly id: string
  readonly project: string
  readonly name: string
  readonly sourceLanguage: string
  /** Grows with every change of documents or links. */
  readonly revision: number
  readonly createdAt: Time
  readonly updatedAt: Time
}

export interface StoredDocument {
  readonly id: string
  readonly policy: string
  readonly language: string
  readonly name: string
  readonly format: string
  readonly revision: number
  readonly updatedAt: Time
}

export interface DocumentRevision {
  readonly document: string
  readonly number: number
  readonly name: string
  readonly format: string
  readonly bytes: Uint8Array
  readonly digest: string
  readonly reading: Document
  readonly createdAt: Time
  readonly createdBy: string | null
}

export interface StoredSection {
  readonly document: string
  readonly ordinal: number
  readonly heading: string
  readonly level: number
  readonly topic: string | null
  readonly topicConfidence: number
  readonly words: number
}

export interface StoredLink {
  readonly id: string
  readonly policy: string
  readonly level: "section" | "segment"
  readonly sourceDocument: string
  readonly targetDocument: string
  /** Piece ids without the document: ["3"] or ["3/0", "3/1"]; [] says "no counterpart". */
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly relation: Relation
  readonly confidence: number
  readonly status: LinkStatus
  readonly decidedBy: string | null
  readonly revision: number
  readonly updatedAt: Time
}

export interface Bitext {
  readonly id: string
  readonly policy: string
  readonly from: string
  readonly to: string
  readonly isPrimary: boolean
}

/** A unit and where it stands. */
export interface StoredUnit extends Unit {
  readonly policy: string
  readonly bitext: string
  readonly from: string
  readonly to: string
  /** Reading order in its bitext, from 0. */
  readonly position: number
  readonly sourceBlock: string | null
  readonly sourceSection: number | null
  readonly targetBlocks: readonly string[]
  readonly targetSection: number | null
  readonly kind: BlockKind
  readonly relation: Relation | null
  readonly confidence: number
  readonly previousSource: Content | null
  readonly origin: Origin
  readonly words: number
  readonly createdAt: Time
  readonly updatedAt: Time
  readonly updatedBy: string | null
  readonly removedAt: Time | null
}

export interface UnitRevision {
  readonly unit: string
  readonly revision: number
  readonly source: Content
  readonly target: Content | null
  readonly state: State
  readonly flag: Flag | null
  readonly origin: Origin
  readonly author: string | null
  readonly import: string | null
  readonly comment: string
  readonly createdAt: Time
}

export interface Suggestion {
  readonly id: string
  readonly unit: string
  readonly target: Content
  readonly origin: "stale" | "import" | "document" | "human"
  readonly baseRevision: number
  readonly author: string | null
  readonly import: string | null
  readonly createdAt: Time
  readonly resolvedAt: Time | null
}

export type FindingStatus = "open" | "fixed" | "ignored"

/** A finding in the target of a unit: offsets are in plain(target). `block` is the unit id. */
export interface StoredFinding extends Finding {
  readonly id: string
  readonly unit: string
  readonly policy: string
  /** Language of the text it was found in; `language` is the language found. */
  readonly textLanguage: string
  readonly position: number
  readonly status: FindingStatus
  readonly reason: string
  readonly decidedBy: string | null
  readonly revision: number
  readonly createdAt: Time
  readonly updatedAt: Time
}

export type XliffVersion = "1.2" | "2.0" | "2.1" | "2.2"

export interface BundleRequest {
  readonly policies: readonly string[]
  readonly from: string | null
  readonly languages: readonly string[]
  readonly version: XliffVersion
  readonly units: "all" | "unresolved" | "changed"
  /** For "changed": only units changed after this time, or since this bundle left. */
  readonly since: string | null
  readonly copySource: boolean
  /** One of several that left together. */
  readonly part?: { readonly number: number; readonly of: number }
}

export interface Bundle {
  readonly id: string
  readonly project: string
  readonly name: string
  readonly request: BundleRequest
  readonly units: number
  readonly words: number
  readonly digest: string
  readonly createdAt: Time
  readonly createdBy: string | null
}

/** A unit as it left in a bundle. */
export interface BundleUnit {
  readonly bundle: string
  readonly unit: string
  readonly file: string
  readonly source: Content
  readonly target: Content | null
  readonly state: State
  readonly flag: Flag | null
  readonly revision: number
}

/** "planning": there is no plan yet; its job says how far it is. */
export type ImportStatus = "planning" | "planned" | "applied" | "undone"

/** Of making the plan: planning, cancelled, failed. Of carrying it out: applying, undoing, broken (nothing was written). */
export type JobStatus = "planning" | "ready" | "cancelled" | "failed" | "applying" | "undoing" | "broken"
export type JobPhase = "receiving" | "reading" | "comparing" | "checking" | "writing"

export interface ImportJob {
  readonly import: string
  readonly status: JobStatus
  readonly phase: JobPhase
  /** Work: of planning in bytes, every file being read twice; of carrying it out in changes, each checked and written. */
  readonly done: number
  readonly total: number
  /** Units compared, checked or written, and how many there are (0 until all have been read). */
  readonly units: number
  readonly allUnits: number
  readonly problem: FileProblem | null
  readonly beatAt: Time
}

/** What somebody noted about a unit. */
export interface Comment {
  readonly id: string
  readonly unit: string
  readonly text: string
  /** As given in the file. */
  readonly author: string
  readonly import: string | null
  readonly createdAt: Time
}

export interface Import {
  readonly id: string
  readonly name: string
  readonly digest: string
  readonly status: ImportStatus
  readonly revision: number
  readonly createdAt: Time
  readonly createdBy: string | null
  readonly appliedAt: Time | null
  readonly undoneAt: Time | null
}

export interface FileProblem {
  readonly code: string
  readonly line: number | null
  readonly column: number | null
  /** Values for the sentence `errors.<code>`. */
  readonly data: Readonly<Record<string, string | number>>
}

export interface UnitWarning {
  readonly code: string
  readonly unit: string | null
  readonly data: Readonly<Record<string, string | number>>
}

export interface ImportFile {
  readonly import: string
  readonly number: number
  readonly path: string
  readonly bundle: string | null
  readonly policy: string | null
  readonly from: string
  readonly to: string
  readonly accepted: boolean
  readonly problem: FileProblem | null
  readonly warnings: readonly UnitWarning[]
}

export const changeKinds = [
  "update",
  "unchanged",
  "conflict",
  "stale",
  "refused",
  "unknown",
  "missing",
  "protected",
  "empty",
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** take: becomes the target; keep: ours stays; suggest: ours stays, theirs becomes a suggestion. */
export type Decision = "take" | "keep" | "suggest"
export type ChangeResult = "" | "applied" | "suggested" | "kept" | "skipped"

/** What somebody decided about links in one go. */
export interface AlignmentChange {
  readonly policy: string
  /** Of the alignment, after the change. */
  readonly revision: number
  readonly action: string
  readonly made: readonly StoredLink[]
  /** Links that were there before instead. */
  readonly unmade: readonly StoredLink[]
  /** Revisions of the documents then, by id. */
  readonly documents: Readonly<Record<string, number>>
  /** Revision of the change that this one took back. */
  readonly reverts: number | null
  readonly author: string | null
  readonly createdAt: Time
}

export interface ImportChange {
  readonly import: string
  readonly number: number
  readonly file: number
  readonly unit: string
  readonly change: ChangeKind
  readonly code: string
  readonly base: Content | null
  readonly before: Content | null
  readonly after: Content | null
  readonly stateBefore: State
  readonly stateAfter: State
  readonly flagAfter: Flag | null
  readonly revision: number
  readonly decision: Decision
  readonly result: ChangeResult
  readonly resultCode: string
  readonly resultRevision: number | null
  /** Doubts about this unit, and what its translator noted. */
  readonly warnings: readonly UnitWarning[]
  readonly notes: readonly Note[]
  /** In the returned file; null for units that did not come back. */
  readonly line: number | null
}

export interface AuditEntry {
  readonly id: string
  readonly at: Time
  readonly actorId: string | null
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
}
