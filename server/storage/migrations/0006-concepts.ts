// Concepts of a project's own termbase, as they came in.
import type { Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("concept")
    .addColumn("project_id", "text", (column) => column.notNull().references("project.id"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("domain", "text", (column) => column.notNull())
    .addColumn("definition", "text", (column) => column.notNull())
    .addColumn("topics", "text", (column) => column.notNull())
    .addColumn("languages", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addColumn("updated_by", "text")
    .addPrimaryKeyConstraint("concept_key", ["project_id", "id"])
    .execute()
}
