// The door to everything remembered: one set of repositories, SQLite or PostgreSQL behind it.
import { isAbsolute, resolve } from "node:path"
import { Kysely } from "kysely"
import { Problem } from "../../src/errors.ts"
import { alignmentChangeRepository } from "./alignment-changes.ts"
import { bundleRepository } from "./bundles.ts"
import { commentRepository } from "./comments.ts"
import { conceptRepository } from "./concepts.ts"
import type { Context } from "./context.ts"
import type { Engine } from "./engine.ts"
import { findingRepository } from "./findings.ts"
import { historyRepository, suggestionRepository } from "./history.ts"
import { auditRepository, rateRepository, settingRepository } from "./house.ts"
import { importRepository } from "./imports.ts"
import { jobRepository } from "./jobs.ts"
import { bitextRepository, linkRepository } from "./links.ts"
import { migrate } from "./migrate.ts"
import { documentRepository, policyRepository, projectRepository } from "./policies.ts"
import { postgresql } from "./postgresql.ts"
import type { Schema } from "./schema.ts"
import { sqlite } from "./sqlite.ts"
import { unitRepository } from "./units.ts"
import { membershipRepository, sessionRepository, tokenRepository, userRepository } from "./users.ts"

export interface Storage extends Repositories {
  readonly engine: Engine["name"]
  /** All or nothing. Inside, use the storage that is handed in; a transaction within one joins it. */
  transaction<T>(work: (storage: Storage) => Promise<T>): Promise<T>
  /** Does the database answer? */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface StorageOptions {
  /** PostgreSQL: most connections at once. */
  readonly connections?: number
  /** SQLite: page cache in MiB. */
  readonly cache?: number
}

export type Repositories = ReturnType<typeof repositories>

/**
 * Opens the database and brings it up to date.
 *
 * @param url "sqlite:path/to/besh.db", "sqlite::memory:" or "postgres://user@host:port/database"
 */
export async function openStorage(url: string, options: StorageOptions = {}): Promise<Storage> {
  const engine = engineOf(url, options)
  const db = new Kysely<Schema>({ dialect: engine.dialect })
  try {
    await migrate(db as Kysely<unknown>, engine)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return storage({ db, engine })
}

function engineOf(url: string, { connections, cache }: StorageOptions): Engine {
  if (/^postgres(ql)?:\/\//.test(url)) return postgresql(url, connections)
  const path = /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(url)?.[1]
  if (path === undefined) throw new Problem("input/usage", { usage: "--database sqlite:FILE | postgres://…" })
  return sqlite(path === ":memory:" || isAbsolute(path) ? path : resolve(path), cache)
}

function storage(context: Context): Storage {
  const { db, engine } = context
  return {
    ...repositories(context),
    engine: engine.name,
    async transaction(work) {
      if (db.isTransaction) return work(storage(context))
      return db.transaction().execute((transaction) => work(storage({ db: transaction, engine })))
    },
    async ping() {
      await db.selectFrom("setting").select("key").limit(1).execute()
    },
    async close() {
      await db.destroy()
    },
  }
}

function repositories(context: Context) {
  return {
    users: userRepository(context),
    memberships: membershipRepository(context),
    sessions: sessionRepository(context),
    tokens: tokenRepository(context),
    projects: projectRepository(context),
    concepts: conceptRepository(context),
    policies: policyRepository(context),
    documents: documentRepository(context),
    links: linkRepository(context),
    alignmentChanges: alignmentChangeRepository(context),
    bitexts: bitextRepository(context),
    units: unitRepository(context),
    history: historyRepository(context),
    suggestions: suggestionRepository(context),
    findings: findingRepository(context),
    bundles: bundleRepository(context),
    imports: importRepository(context),
    jobs: jobRepository(context),
    comments: commentRepository(context),
    audit: auditRepository(context),
    settings: settingRepository(context),
    rates: rateRepository(context),
  }
}
