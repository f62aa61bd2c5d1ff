// SQLite in the data folder, through better-sqlite3: write-ahead log, every commit on disk before it is acknowledged
// (synchronous=FULL; NORMAL was five times faster and loses the last commits on a power cut).
// Transactions begin IMMEDIATE: a deferred one that reads first and writes later fails with SQLITE_BUSY the moment a
// second process (the command line beside the server) has written in between, whatever the busy timeout.
// While another process writes we wait asynchronously: better-sqlite3 waits inside the call, which would stop the server.
import { mkdirSync } from "node:fs"
import { dirname } from "node:path"
import Database from "better-sqlite3"
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  sql,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteDialectConfig,
} from "kysely"
import type { Engine } from "./engine.ts"

/** How long the thread itself waits for another process, in ms. */
const shortWait = 20
/** How long a query waits in all before it fails, in ms. */
const longWait = 30_000
const keptStatements = 300

/**
 * @param path file, or ":memory:"
 * @param cache pages kept in memory, in MiB
 */
export function sqlite(path: string, cache = 64): Engine {
  const memory = path === ":memory:"
  if (!memory) mkdirSync(dirname(path), { recursive: true })
  const open = async () => {
    const database = new Database(path, { timeout: shortWait })
    await patiently(async () => {
      database.pragma("journal_mode = WAL")
    })
    database.pragma("synchronous = FULL")
    database.pragma("foreign_keys = ON")
    database.pragma(`cache_size = -${cache * 1024}`)
    database.pragma("temp_store = MEMORY")
    return remembering(database)
  }
  return {
    name: "sqlite",
    bytes: "blob",
    parameters: 30_000,
    dialect: new ImmediateDialect({ database: open }),
    async seal(db, table) {
      for (const act of ["update", "delete"]) {
        const name = sql.id(`${table}_keeps_on_${act}`)
        const message = sql.lit(`${table} is append-only`)
        await sql`create trigger if not exists ${name} before ${sql.raw(act)} on ${sql.table(table)}
          begin select raise(abort, ${message}); end`.execute(db)
      }
    },
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig

  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config)
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}

class ImmediateDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    return {
      executeQuery: (query) => patiently(() => connection.executeQuery(query)),
      streamQuery: (query, size) => connection.streamQuery(query, size),
    }
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"))
  }
}

/** SQLite can undo DDL; with it the migrator runs inside one immediate transaction, which is the lock between processes. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** Tries again while another process holds the lock. A refused statement has done nothing, so trying again is safe. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const started = performance.now(); ;) {
    try {
      return await work()
    } catch (error) {
      const isBusy = (error as { code?: unknown }).code === "SQLITE_BUSY"
      if (!isBusy || performance.now() - started > longWait) throw error
      await new Promise((resolve) => setTimeout(resolve, 5 + 20 * Math.random()))
    }
  }
}

/** Kysely prepares every statement anew; the same few hundred come again and again. */
function remembering(database: Database.Database): SqliteDatabase {
  const statements = new Map<string, Database.Statement>()
  return {
    close: () => {
      database.close()
    },
    prepare(text) {
      const known = statements.get(text)
      if (known) return known as unknown as ReturnType<SqliteDatabase["prepare"]>
      const statement = database.prepare(text)
      if (text.length < 4_000) {
        if (statements.size >= keptStatements) statements.clear()
        statements.set(text, statement)
      }
      return statement as unknown as ReturnType<SqliteDatabase["prepare"]>
    },
  }
}
