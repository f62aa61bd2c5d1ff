// Where in the returned file each unit stands.
import type { Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("import_change").addColumn("line", "integer").execute()
}
