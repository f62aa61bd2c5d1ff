// What people decided about links, change by change, so that each can be taken back.
import type { Kysely } from "kysely"
import type { Engine } from "../engine.ts"

export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .createTable("alignment_change")
    .addColumn("policy_id", "text", (column) => column.notNull())
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("action", "text", (column) => column.notNull())
    .addColumn("made", "text", (column) => column.notNull())
    .addColumn("unmade", "text", (column) => column.notNull())
    .addColumn("documents", "text", (column) => column.notNull())
    .addColumn("reverts", "integer")
    .addColumn("author_id", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("alignment_change_key", ["policy_id", "revision"])
    .addForeignKeyConstraint("alignment_change_policy", ["policy_id"], "policy", ["id"])
    .execute()
  await engine.seal(db, "alignment_change")
}
