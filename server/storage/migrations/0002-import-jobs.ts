// Imports that take a while: a job any process can show, the bytes until the plan is made, what translators noted, and
// warnings beside the change they are about.
import type { Kysely } from "kysely"
import type { Engine } from "../engine.ts"

export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .createTable("import_job")
    .addColumn("import_id", "text", (column) => column.primaryKey().references("import.id"))
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("phase", "text", (column) => column.notNull())
    .addColumn("done", "integer", (column) => column.notNull())
    .addColumn("total", "integer", (column) => column.notNull())
    .addColumn("units", "integer", (column) => column.notNull())
    .addColumn("all_units", "integer", (column) => column.notNull())
    .addColumn("problem", "text")
    .addColumn("beat_at", "text", (column) => column.notNull())
    .execute()
  await db.schema.createIndex("import_job_by_status").on("import_job").columns(["status", "beat_at"]).execute()

  await db.schema
    .createTable("import_part")
    .addColumn("import_id", "text", (column) => column.notNull().references("import.id"))
    .addColumn("file", "integer", (column) => column.notNull())
    .addColumn("part", "integer", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("size", "integer", (column) => column.notNull())
    .addColumn("bytes", engine.bytes as "blob", (column) => column.notNull())
    .addPrimaryKeyConstraint("import_part_key", ["import_id", "file", "part"])
    .execute()

  await db.schema.alterTable("import_change").addColumn("warnings", "text").execute()
  await db.schema.alterTable("import_change").addColumn("notes", "text").execute()
  await db.schema
    .createIndex("import_change_by_kind")
    .on("import_change")
    .columns(["import_id", "change", "number", "file"])
    .execute()

  await db.schema
    .createTable("comment")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("unit_id", "text", (column) => column.notNull().references("unit.id"))
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("author", "text", (column) => column.notNull())
    .addColumn("import_id", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex("comment_has_one_unit_and_hash")
    .on("comment")
    .columns(["unit_id", "hash"])
    .unique()
    .execute()
  await db.schema.createIndex("comment_by_import").on("comment").column("import_id").execute()
}
