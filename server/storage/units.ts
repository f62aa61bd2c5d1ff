// Units: the one table everybody writes to. A save names the revision it expects; the history row it leaves behind has
// (unit, revision) as its key, so that a lost update would be an error, not a loss.
import type { ExpressionBuilder, Insertable, Selectable } from "kysely"
import { plain } from "../../src/content.ts"
import { Problem } from "../../src/errors.ts"
import type { Content } from "../../src/model/document.ts"
import type { Flag, State } from "../../src/model/bitext.ts"
import { chunks, json, jsonOrNull, portions, textOrNull, truth, type Context } from "./context.ts"
import type { Schema, UnitTable } from "./schema.ts"
import type { StoredUnit } from "./types.ts"

export interface StateCount {
  readonly policy: string
  readonly bitext: string
  readonly state: State
  readonly flag: Flag | null
  readonly count: number
  readonly words: number
}

/** Part of a bitext. */
export interface UnitRange {
  /** Section of the source; "rest": target-only units. */
  readonly section?: number | "rest"
  /** Of the target-only units, those of this section of the target. */
  readonly targetSection?: number
  /** After this position. */
  readonly after?: number
  readonly limit?: number
}

export function unitRepository({ db, engine }: Context) {
  return {
    async byId(id: string): Promise<StoredUnit> {
      const row = await db.selectFrom("unit").selectAll().where("id", "=", id).executeTakeFirst()
      if (!row) throw new Problem("unit/unknown", { unit: id })
      return unit(row)
    },

    async byIds(ids: readonly string[]): Promise<Map<string, StoredUnit>> {
      const found = new Map<string, StoredUnit>()
      for (const portion of chunks(ids)) {
        const rows = await db.selectFrom("unit").selectAll().where("id", "in", portion).execute()
        for (const row of rows) found.set(row.id, unit(row))
      }
      return found
    },

    /** Nobody else writes these until the transaction ends; in SQLite nobody does anyway. */
    async hold(ids: readonly string[]): Promise<void> {
      if (engine.name === "sqlite") return
      for (const portion of chunks(ids))
        await db.selectFrom("unit").select("id").where("id", "in", portion).orderBy("id").forUpdate().execute()
    },

    /** Where units belong. */
    async bitextsOf(ids: readonly string[]): Promise<{ id: string; bitext: string }[]> {
      const found: { id: string; bitext: string }[] = []
      for (const portion of chunks(ids))
        found.push(
          ...(await db.selectFrom("unit").select(["id", "bitext_id as bitext"]).where("id", "in", portion).execute()),
        )
      return found
    },

    /** What is there now, in reading order. */
    async ofBitext(bitext: string, { section, targetSection, after, limit }: UnitRange = {}): Promise<StoredUnit[]> {
      let query = db.selectFrom("unit").selectAll().where("bitext_id", "=", bitext).where("removed_at", "is", null)
      if (targetSection !== undefined) {
        query = query.where("source_section", "is", null).where("target_section", "=", targetSection)
      } else if (section === "rest") query = query.where("source_section", "is", null)
      else if (section !== undefined) query = query.where("source_section", "=", section)
      if (after !== undefined) query = query.where("position", ">", after)
      query = query.orderBy("position").orderBy("id")
      if (limit !== undefined) query = query.limit(limit)
      return (await query.execute()).map(unit)
    },

    /** The targets alone, in reading order: for checks that compare all of a text. */
    async texts(bitext: string, limit: number): Promise<{ id: string; kind: StoredUnit["kind"]; text: string }[]> {
      const rows = await db
        .selectFrom("unit")
        .select(["id", "kind", "target_text as text"])
        .where("bitext_id", "=", bitext)
        .where("removed_at", "is", null)
        .orderBy("position")
        .orderBy("id")
        .limit(limit)
        .execute()
      return rows.flatMap(({ id, kind, text }) =>
        text === null ? [] : [{ id, kind: kind as StoredUnit["kind"], text }],
      )
    },

    /** What is gone from the documents, newest first. */
    async removed(bitext: string, limit: number): Promise<StoredUnit[]> {
      const rows = await db
        .selectFrom("unit")
        .selectAll()
        .where("bitext_id", "=", bitext)
        .where("removed_at", "is not", null)
        .orderBy("removed_at", "desc")
        .orderBy("position")
        .limit(limit)
        .execute()
      return rows.map(unit)
    },

    /** The same source blocks in the other bitexts of the policy. */
    async siblings(policy: string, from: string, blocks: readonly string[]): Promise<StoredUnit[]> {
      if (blocks.length === 0) return []
      const rows = await db
        .selectFrom("unit")
        .selectAll()
        .where("policy_id", "=", policy)
        .where("source_block", "in", [...blocks])
        .where("source_language", "=", from)
        .where("removed_at", "is", null)
        .orderBy("target_language")
        .execute()
      return rows.map(unit)
    },

    /** What is translated between two languages and doubted by nobody, in reading order: the memory of a project. */
    async translated(policies: readonly string[], from: string, to: string, limit: number): Promise<StoredUnit[]> {
      if (policies.length === 0) return []
      const rows = await db
        .selectFrom("unit")
        .selectAll()
        .where("policy_id", "in", [...policies])
        .where("source_language", "=", from)
        .where("target_language", "=", to)
        .where("state", "!=", "initial")
        .where("flag", "is", null)
        .where("target", "is not", null)
        .where("removed_at", "is", null)
        .orderBy("policy_id")
        .orderBy("position")
        .orderBy("id")
        .limit(limit)
        .execute()
      return rows.map(unit)
    },

    async insert(units: readonly StoredUnit[]): Promise<void> {
      for (const portion of portions(units.map(unitRow), engine)) await db.insertInto("unit").values(portion).execute()
    },

    /** Writes one more revision of a unit: `changed.revision` is its base. @throws Problem "unit/stale" */
    async save(changed: StoredUnit): Promise<StoredUnit> {
      const { id: _id, ...row } = unitRow(changed)
      const saved = await db
        .updateTable("unit")
        .set({ ...mutable(row), revision: changed.revision + 1 })
        .where("id", "=", changed.id)
        .where("revision", "=", changed.revision)
        .returning("revision")
        .executeTakeFirst()
      if (!saved) {
        const current = await db.selectFrom("unit").select("revision").where("id", "=", changed.id).executeTakeFirst()
        if (!current) throw new Problem("unit/unknown", { unit: changed.id })
        throw new Problem("unit/stale", { unit: changed.id, base: changed.revision, current: current.revision })
      }
      return { ...changed, revision: saved.revision }
    },

    /**
     * Many units at once, each already carrying the revision it will have.
     *
     * @param step 1: a new revision of each; 0: only their place changed
     * @throws Problem "unit/stale" when one of them moved on; the transaction is to be given up
     */
    async saveMany(units: readonly StoredUnit[], step: 0 | 1): Promise<void> {
      for (const portion of portions(units.map(unitRow), engine)) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto("unit")
          .values(portion)
          .onConflict((conflict) =>
            conflict
              .column("id")
              .doUpdateSet((eb) =>
                Object.fromEntries(mutableColumns.map((column) => [column, eb.ref(`excluded.${column}`)])),
              )
              .where((eb: ExpressionBuilder<Schema, "unit">) =>
                eb("unit.revision", "=", eb(eb.ref("excluded.revision" as "unit.revision"), "-", step)),
              ),
          )
          .executeTakeFirstOrThrow()
        if (Number(numInsertedOrUpdatedRows) !== portion.length) {
          throw new Problem("unit/stale", { unit: portion[0]?.id ?? "", base: 0, current: 0 })
        }
      }
    },

    /** Counts of what is there, by bitext, state and flag. */
    async counts(policies: readonly string[]): Promise<StateCount[]> {
      if (policies.length === 0) return []
      const rows = await db
        .selectFrom("unit")
        .select(({ fn }) => [
          "policy_id as policy",
          "bitext_id as bitext",
          "state",
          "flag",
          fn.countAll().as("count"),
          fn.sum("words").as("words"),
        ])
        .where("policy_id", "in", [...policies])
        .where("removed_at", "is", null)
        .groupBy(["policy_id", "bitext_id", "state", "flag"])
        .execute()
      return rows.map((row) => ({
        ...row,
        state: row.state as State,
        flag: row.flag as Flag | null,
        count: Number(row.count),
        words: Number(row.words),
      }))
    },

    /** Units of a bitext by section of one side: how many, and how many without target. */
    async sectionCounts(
      bitext: string,
      side: "source_section" | "target_section" = "source_section",
    ): Promise<{ section: number | null; units: number; untranslated: number }[]> {
      const rows = await db
        .selectFrom("unit")
        .select(({ fn, eb }) => [
          `${side} as section`,
          fn.countAll().as("units"),
          fn.sum(eb.case().when("state", "=", "initial").then(1).else(0).end()).as("untranslated"),
        ])
        .where("bitext_id", "=", bitext)
        .where("removed_at", "is", null)
        .groupBy(side)
        .execute()
      return rows.map((row) => ({
        section: row.section,
        units: Number(row.units),
        untranslated: Number(row.untranslated),
      }))
    },
  }
}

const mutableColumns = [
  "position",
  "source_block",
  "source_section",
  "target_blocks",
  "target_section",
  "kind",
  "relation",
  "confidence",
  "source",
  "source_text",
  "target",
  "target_text",
  "previous_source",
  "state",
  "flag",
  "origin",
  "words",
  "translatable",
  "notes",
  "revision",
  "updated_at",
  "updated_by",
  "removed_at",
] as const

function mutable(row: Omit<Insertable<UnitTable>, "id">) {
  return Object.fromEntries(mutableColumns.map((column) => [column, row[column]]))
}

/** For searching; PostgreSQL has no U+0000 in text. */
function searchable(content: Content): string {
  return plain(content).replaceAll("\0", "")
}

function unit(row: Selectable<UnitTable>): StoredUnit {
  return {
    id: row.id,
    policy: row.policy_id,
    bitext: row.bitext_id,
    from: row.source_language,
    to: row.target_language,
    position: row.position,
    sourceBlock: row.source_block,
    sourceSection: row.source_section,
    targetBlocks: json(row.target_blocks),
    targetSection: row.target_section,
    kind: row.kind as StoredUnit["kind"],
    relation: row.relation as StoredUnit["relation"],
    confidence: row.confidence,
    source: json(row.source),
    target: jsonOrNull(row.target),
    previousSource: jsonOrNull(row.previous_source),
    state: row.state as State,
    flag: row.flag as Flag | null,
    origin: row.origin as StoredUnit["origin"],
    words: row.words,
    translatable: row.translatable === 1,
    notes: json(row.notes),
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    removedAt: row.removed_at,
  }
}

function unitRow(each: StoredUnit): Insertable<UnitTable> {
  return {
    id: each.id,
    policy_id: each.policy,
    bitext_id: each.bitext,
    source_language: each.from,
    target_language: each.to,
    position: each.position,
    source_block: each.sourceBlock,
    source_section: each.sourceSection,
    target_blocks: JSON.stringify(each.targetBlocks),
    target_section: each.targetSection,
    kind: each.kind,
    relation: each.relation,
    confidence: each.confidence,
    source: JSON.stringify(each.source),
    source_text: searchable(each.source),
    target: textOrNull(each.target),
    target_text: each.target === null ? null : searchable(each.target),
    previous_source: textOrNull(each.previousSource),
    state: each.state,
    flag: each.flag,
    origin: each.origin,
    words: each.words,
    translatable: truth(each.translatable),
    notes: JSON.stringify(each.notes),
    revision: each.revision,
    created_at: each.createdAt,
    updated_at: each.updatedAt,
    updated_by: each.updatedBy,
    removed_at: each.removedAt,
  }
}
