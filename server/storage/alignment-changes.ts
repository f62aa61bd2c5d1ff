// Changes of the alignment as people made them: which links each made and which it took the place of.
import type { Selectable } from "kysely"
import { json, type Context } from "./context.ts"
import type { AlignmentChangeTable } from "./schema.ts"
import type { AlignmentChange } from "./types.ts"

/** So far back somebody may go. */
const kept = 200

export function alignmentChangeRepository({ db }: Context) {
  return {
    async append(each: AlignmentChange): Promise<void> {
      await db
        .insertInto("alignment_change")
        .values({
          policy_id: each.policy,
          revision: each.revision,
          action: each.action,
          made: JSON.stringify(each.made),
          unmade: JSON.stringify(each.unmade),
          documents: JSON.stringify(each.documents),
          reverts: each.reverts,
          author_id: each.author,
          created_at: each.createdAt,
        })
        .execute()
    },

    /** One person's, newest first. */
    async by(policy: string, author: string | null): Promise<AlignmentChange[]> {
      const rows = await db
        .selectFrom("alignment_change")
        .selectAll()
        .where("policy_id", "=", policy)
        .where("author_id", author === null ? "is" : "=", author)
        .orderBy("revision", "desc")
        .limit(kept)
        .execute()
      return rows.map(change)
    },
  }
}

function change(row: Selectable<AlignmentChangeTable>): AlignmentChange {
  return {
    policy: row.policy_id,
    revision: row.revision,
    action: row.action,
    made: json(row.made),
    unmade: json(row.unmade),
    documents: json(row.documents),
    reverts: row.reverts,
    author: row.author_id,
    createdAt: row.created_at,
  }
}
