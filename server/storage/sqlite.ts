// SQLite in the data folder, through better-sqlite3: write-ahead log, every commit on disk before it is acknowledged
// (synchronous=FULL; NORMAL was five times faster and loses the last commits on a power cut).
// Transactions begin IMMEDIATE: a deferred one that reads first and writes later fails with SQLITE_BUSY the moment a
// second process (the command line beside the server) has written in between, whatever the busy timeout.
// While another thread or process writes we wait asynchronously: better-sqlite3 waits inside the call, which would stop
// the server. Reading goes through a connection of its own, so that pages do not stand in line behind a waiting save.
import { mkdirSync } from "node:fs"
import { dirname } from "node:path"
import Database from "better-sqlite3"
import {
  CompiledQuery,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  sql,
} from "kysely"
import type { Engine } from "./engine.ts"

/** How long the thread itself waits for another writer, in ms: hardly. */
const shortWait = 1
/** How long a query waits in all before it fails, in ms. */
const longWait = 60_000
/** Between two tries, in ms; a little longer each time. */
const pauses = { least: 1, most: 20 }
const keptStatements = 300
/** Page cache of the connection that writes, in MiB, where another one reads. */
const writerCache = 16

/**
 * @param path file, or ":memory:"
 * @param cache pages kept in memory, in MiB
 */
export function sqlite(path: string, cache = 64): Engine {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true })
  return {
    name: "sqlite",
    bytes: "blob",
    parameters: 30_000,
    dialect: dialect(path, cache),
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

function dialect(path: string, cache: number): Dialect {
  return {
    createDriver: () => new TwoConnections(path, cache),
    createAdapter: () => new TransactionalAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  }
}

/** SQLite can undo DDL; with it the migrator runs inside one immediate transaction, which is the lock between processes. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** One connection for transactions and single writes, in turns; one for all reading outside of them. */
class TwoConnections implements Driver {
  readonly #path: string
  readonly #cache: number
  readonly #turns = new Turns()
  #writer!: Statements
  /** A database in memory has but one connection. */
  #reader: Statements | null = null

  constructor(path: string, cache: number) {
    this.#path = path
    this.#cache = cache
  }

  async init(): Promise<void> {
    const isShared = this.#path !== ":memory:"
    this.#writer = await open(this.#path, isShared ? Math.min(this.#cache, writerCache) : this.#cache)
    if (isShared) this.#reader = await open(this.#path, this.#cache)
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new Connection(this.#writer, this.#reader, this.#turns)
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as Connection).begin()
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("commit"))
    ;(connection as Connection).end()
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw("rollback"))
    } finally {
      ;(connection as Connection).end()
    }
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    ;(connection as Connection).end()
  }

  async destroy(): Promise<void> {
    this.#reader?.close()
    this.#writer.close()
  }
}

class Connection implements DatabaseConnection {
  readonly #writer: Statements
  readonly #reader: Statements | null
  readonly #turns: Turns
  /** In a transaction: ends its turn. */
  #done: (() => void) | null = null

  constructor(writer: Statements, reader: Statements | null, turns: Turns) {
    this.#writer = writer
    this.#reader = reader
    this.#turns = turns
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#done) return patiently(() => this.#writer.run(query))
    const reader = this.#reader
    if (reader && SelectQueryNode.is(query.query)) return patiently(() => reader.run(query))
    const done = await this.#turns.next()
    try {
      return await patiently(() => this.#writer.run(query))
    } finally {
      done()
    }
  }

  streamQuery(): never {
    throw new Error("Rows are read in pages")
  }

  async begin(): Promise<void> {
    const done = await this.#turns.next()
    try {
      await patiently(() => this.#writer.run(CompiledQuery.raw("begin immediate")))
    } catch (error) {
      done()
      throw error
    }
    this.#done = done
  }

  end(): void {
    this.#done?.()
    this.#done = null
  }
}

/** First come, first served. */
class Turns {
  #last: Promise<void> = Promise.resolve()

  async next(): Promise<() => void> {
    const before = this.#last
    let done!: () => void
    this.#last = new Promise((resolve) => (done = resolve))
    await before
    return done
  }
}

/** Tries again while another process or thread holds the lock. A refused statement has done nothing, so that is safe. */
async function patiently<T>(work: () => T): Promise<T> {
  const started = performance.now()
  for (let tries = 0; ; tries += 1) {
    try {
      return work()
    } catch (error) {
      const isBusy = (error as { code?: unknown }).code === "SQLITE_BUSY"
      if (!isBusy || performance.now() - started > longWait) throw error
      const pause = Math.min(pauses.most, pauses.least + tries) * (0.5 + Math.random())
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

async function open(path: string, cache: number): Promise<Statements> {
  const database = new Database(path, { timeout: shortWait })
  await patiently(() => database.pragma("journal_mode = WAL"))
  database.pragma("synchronous = FULL")
  database.pragma("foreign_keys = ON")
  database.pragma(`cache_size = -${cache * 1024}`)
  database.pragma("temp_store = MEMORY")
  return new Statements(database)
}

/** Kysely prepares every statement anew; the same few hundred come again and again. */
class Statements {
  readonly #database: Database.Database
  readonly #known = new Map<string, Database.Statement>()

  constructor(database: Database.Database) {
    this.#database = database
  }

  run<R>({ sql: text, parameters }: CompiledQuery): QueryResult<R> {
    const statement = this.#prepare(text)
    if (statement.reader) return { rows: statement.all(parameters) as R[] }
    const { changes, lastInsertRowid } = statement.run(parameters)
    return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] }
  }

  close(): void {
    this.#database.close()
  }

  #prepare(text: string): Database.Statement {
    const known = this.#known.get(text)
    if (known) return known
    const statement = this.#database.prepare(text)
    if (text.length < 4_000) {
      if (this.#known.size >= keptStatements) this.#known.clear()
      this.#known.set(text, statement)
    }
    return statement
  }
}
