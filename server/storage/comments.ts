// What people noted about a unit; a text is kept once for each unit, however often it comes in.
import { createHash } from "node:crypto"
import { chunks, portions, type Context } from "./context.ts"
import type { Comment } from "./types.ts"

export function commentRepository({ db, engine }: Context) {
  return {
    /** Those that are new. */
    async insert(comments: readonly Comment[]): Promise<void> {
      const rows = comments.map((each) => ({
        id: each.id,
        unit_id: each.unit,
        hash: hashOf(each.text),
        text: each.text.replaceAll("\0", ""),
        author: each.author,
        import_id: each.import,
        created_at: each.createdAt,
      }))
      for (const portion of portions(rows, engine))
        await db
          .insertInto("comment")
          .values(portion)
          .onConflict((conflict) => conflict.columns(["unit_id", "hash"]).doNothing())
          .execute()
    },

    /** In the order they came. */
    async ofUnits(units: readonly string[]): Promise<Comment[]> {
      const found: Comment[] = []
      for (const portion of chunks(units)) {
        const rows = await db
          .selectFrom("comment")
          .selectAll()
          .where("unit_id", "in", portion)
          .orderBy("created_at")
          .orderBy("id")
          .execute()
        for (const { id, unit_id: unit, text, author, import_id, created_at: createdAt } of rows)
          found.push({ id, unit, text, author, import: import_id, createdAt })
      }
      return found
    },

    async removeOfImport(id: string): Promise<void> {
      await db.deleteFrom("comment").where("import_id", "=", id).execute()
    },
  }
}

/** Of the words alone: tools wrap lines and compose letters as they like. */
function hashOf(text: string): string {
  return createHash("sha256").update(text.normalize("NFC").replace(/\s+/g, " ").trim()).digest("hex")
}
