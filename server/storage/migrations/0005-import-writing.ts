// Imports are carried out beside the requests: what the checks see is kept until all is written at once, and every import
// has a job that tells how far it is.
import { sql, type Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("import_change").addColumn("findings", "text").execute()
  await sql`insert into import_job (import_id, status, phase, done, total, units, all_units, problem, beat_at)
    select id, 'ready', 'comparing', 0, 0, 0, 0, null, created_at from import
    where status <> 'planning' and id not in (select import_id from import_job)`.execute(db)
}
