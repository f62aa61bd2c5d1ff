// Links between the sections (and, where somebody decided, the sentences) of a policy's documents; and its bitexts.
import type { Selectable } from "kysely"
import { Problem } from "../../src/errors.ts"
import { json, portions, truth, type Context } from "./context.ts"
import type { BitextTable, LinkTable } from "./schema.ts"
import type { Bitext, StoredLink, Time } from "./types.ts"

export function linkRepository({ db, engine }: Context) {
  return {
    async ofPolicy(policy: string): Promise<StoredLink[]> {
      const rows = await db.selectFrom("link").selectAll().where("policy_id", "=", policy).orderBy("id").execute()
      return rows.map(link)
    },

    async insert(links: readonly StoredLink[]): Promise<void> {
      for (const portion of portions(links.map(linkRow), engine)) await db.insertInto("link").values(portion).execute()
    },

    async remove(ids: readonly string[]): Promise<void> {
      if (ids.length > 0)
        await db
          .deleteFrom("link")
          .where("id", "in", [...ids])
          .execute()
    },
  }
}

export function bitextRepository({ db }: Context) {
  return {
    async ofPolicies(policies: readonly string[]): Promise<Bitext[]> {
      if (policies.length === 0) return []
      const rows = await db
        .selectFrom("bitext")
        .selectAll()
        .where("policy_id", "in", [...policies])
        .orderBy("source_language")
        .orderBy("target_language")
        .execute()
      return rows.map(bitext)
    },

    async find(policy: string, from: string, to: string): Promise<Bitext | null> {
      const row = await db
        .selectFrom("bitext")
        .selectAll()
        .where("policy_id", "=", policy)
        .where("source_language", "=", from)
        .where("target_language", "=", to)
        .executeTakeFirst()
      return row ? bitext(row) : null
    },

    /** @throws Problem "alignment/stale" when somebody made the same bitext a moment ago */
    async insert(each: Bitext, at: Time): Promise<void> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("bitext")
        .values({
          id: each.id,
          policy_id: each.policy,
          source_language: each.from,
          target_language: each.to,
          is_primary: truth(each.isPrimary),
          created_at: at,
        })
        .onConflict((conflict) => conflict.columns(["policy_id", "source_language", "target_language"]).doNothing())
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows !== 1n)
        throw new Problem("alignment/stale", { policy: each.policy, base: 0, current: 1 })
    },
  }
}

function link(row: Selectable<LinkTable>): StoredLink {
  return {
    id: row.id,
    policy: row.policy_id,
    level: row.level as StoredLink["level"],
    sourceDocument: row.source_document,
    targetDocument: row.target_document,
    source: json(row.source),
    target: json(row.target),
    relation: row.relation as StoredLink["relation"],
    confidence: row.confidence,
    status: row.status as StoredLink["status"],
    decidedBy: row.decided_by,
    revision: row.revision,
    updatedAt: row.updated_at,
  }
}

function linkRow(each: StoredLink) {
  return {
    id: each.id,
    policy_id: each.policy,
    level: each.level,
    source_document: each.sourceDocument,
    target_document: each.targetDocument,
    source: JSON.stringify(each.source),
    target: JSON.stringify(each.target),
    relation: each.relation,
    confidence: each.confidence,
    status: each.status,
    decided_by: each.decidedBy,
    revision: each.revision,
    updated_at: each.updatedAt,
  }
}

function bitext(row: Selectable<BitextTable>): Bitext {
  return {
    id: row.id,
    policy: row.policy_id,
    from: row.source_language,
    to: row.target_language,
    isPrimary: row.is_primary === 1,
  }
}
