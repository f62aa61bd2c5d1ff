// PostgreSQL, for several processes on one database. Read committed is enough: every write names the revision it expects.
import { PostgresDialect, sql } from "kysely"
import pg from "pg"
import type { Engine } from "./engine.ts"

/** @param url postgres://user@host:port/database */
export function postgresql(url: string, connections = 10): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: "besh",
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
  })
  // A connection that breaks while idle must not end the process; the next query gets a new one.
  pool.on("error", () => undefined)
  return {
    name: "postgresql",
    bytes: "bytea",
    parameters: 60_000,
    dialect: new PostgresDialect({ pool }),
    async seal(db, table) {
      await sql`create or replace function refuse_change() returns trigger language plpgsql as
        $$ begin raise exception '% is append-only', tg_table_name; end $$`.execute(db)
      await sql`create trigger ${sql.id(`${table}_keeps`)} before update or delete on ${sql.table(table)}
        for each row execute function refuse_change()`.execute(db)
    },
  }
}
