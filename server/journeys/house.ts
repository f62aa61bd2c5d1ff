// What every journey is handed, and who asks. Journeys reach nothing else: no clock, no randomness, no globals.
import type { FilePart, Tick } from "../storage/jobs.ts"
import type { Storage } from "../storage/storage.ts"
import type { Membership } from "../storage/types.ts"
import type { Analyse } from "../workers/tasks.ts"

export interface House {
  readonly storage: Storage
  readonly now: () => Date
  /** Opaque NMTOKEN that starts with a letter, 20 characters. */
  readonly randomId: () => string
  /** Parsing, aligning, checking, XLIFF: in a worker on the server, inline on the command line. */
  readonly analyse: Analyse
  readonly log: Log
  /** Where imports are kept, planned and written beside the requests; absent: here and now. */
  readonly beside?: Beside
  /** A message of the catalogues, for files that speak to people: the README of a bundle. */
  readonly sentence: (language: string, key: string, data: Readonly<Record<string, string | number>>) => Promise<string>
}

export interface ImportWork {
  readonly kind: "plan" | "apply" | "undo"
  readonly import: string
  readonly actor: Actor
}

export interface Beside {
  /** Never rejects; the import's job tells. */
  carry(work: ImportWork): Promise<void>
  keepPart(part: FilePart): Promise<void>
  /** How far work is that goes on here, later than its job can say; null: none does. */
  progress(id: string): Tick | null
  /** Imports somebody works on here. */
  working(): readonly string[]
  /** Work on it is to end without result. */
  stop(id: string): void
}

/** The part of pino that journeys use. */
export interface Log {
  info(data: object, message: string): void
  warn(data: object, message: string): void
  error(data: object, message: string): void
}

export interface Actor {
  /** null: the command line on the machine itself, or nobody (not signed in). */
  readonly id: string | null
  readonly name: string
  readonly isAdministrator: boolean
  readonly memberships: readonly Membership[]
}

/** Whoever can run commands on the machine may do everything. */
export const local: Actor = { id: null, name: "besh", isAdministrator: true, memberships: [] }

/** Not signed in. */
export const nobody: Actor = { id: null, name: "", isAdministrator: false, memberships: [] }

/** A page of a long list; `next` is handed back as `after`, null at the end. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}
