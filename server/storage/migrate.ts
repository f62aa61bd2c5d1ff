// Brings a database to the present schema. Two processes may start at once: the second waits and finds nothing to do.
import { Migrator, type Kysely, type Migration } from "kysely"
import type { Engine } from "./engine.ts"
import { migrations } from "./migrations/index.ts"

/** @returns names of the migrations that ran */
export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<string[]> {
  const provided = Object.entries(migrations).map(([name, up]): [string, Migration] => [
    name,
    { up: (database) => up(database, engine) },
  ])
  const migrator = new Migrator({ db, provider: { getMigrations: async () => Object.fromEntries(provided) } })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw new Error("The database could not be brought up to date", { cause: error })
  return (results ?? []).map(({ migrationName }) => migrationName)
}
