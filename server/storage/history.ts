// What a unit was (its revisions, append-only) and what it might be (suggestions): nothing anyone typed is thrown away.
import type { Insertable, Selectable } from "kysely"
import type { Flag, State } from "../../src/model/bitext.ts"
import { chunks, json, jsonOrNull, portions, textOrNull, type Context } from "./context.ts"
import type { SuggestionTable, UnitRevisionTable } from "./schema.ts"
import type { Suggestion, Time, UnitRevision } from "./types.ts"

export function historyRepository({ db, engine }: Context) {
  return {
    async append(revisions: readonly UnitRevision[]): Promise<void> {
      for (const portion of portions(revisions.map(revisionRow), engine)) {
        await db.insertInto("unit_revision").values(portion).execute()
      }
    },

    /** Newest first. */
    async of(id: string): Promise<UnitRevision[]> {
      const rows = await db
        .selectFrom("unit_revision")
        .selectAll()
        .where("unit_id", "=", id)
        .orderBy("revision", "desc")
        .execute()
      return rows.map(revision)
    },

    /** Single revisions of many units; those that never were are left out. */
    async several(
      wanted: readonly { readonly unit: string; readonly revision: number }[],
    ): Promise<Map<string, UnitRevision>> {
      const numbers = new Map(wanted.map(({ unit, revision: number }) => [unit, number]))
      const found = new Map<string, UnitRevision>()
      for (const portion of chunks([...numbers])) {
        const rows = await db
          .selectFrom("unit_revision")
          .selectAll()
          .where(
            "unit_id",
            "in",
            portion.map(([unit]) => unit),
          )
          .where("revision", "in", [...new Set(portion.map(([, number]) => number))])
          .execute()
        for (const row of rows) if (numbers.get(row.unit_id) === row.revision) found.set(row.unit_id, revision(row))
      }
      return found
    },

    async one(id: string, number: number): Promise<UnitRevision | null> {
      const row = await db
        .selectFrom("unit_revision")
        .selectAll()
        .where("unit_id", "=", id)
        .where("revision", "=", number)
        .executeTakeFirst()
      return row ? revision(row) : null
    },
  }
}

export function suggestionRepository({ db, engine }: Context) {
  return {
    async insert(suggestions: readonly Suggestion[]): Promise<void> {
      const rows = suggestions.map(suggestionRow)
      for (const portion of portions(rows, engine)) await db.insertInto("suggestion").values(portion).execute()
    },

    async openOf(units: readonly string[]): Promise<Suggestion[]> {
      const found: Suggestion[] = []
      for (const portion of chunks(units)) {
        const rows = await db
          .selectFrom("suggestion")
          .selectAll()
          .where("unit_id", "in", portion)
          .where("resolved_at", "is", null)
          .orderBy("created_at")
          .orderBy("id")
          .execute()
        found.push(...rows.map(suggestion))
      }
      return found
    },

    async ofImport(importId: string): Promise<Suggestion[]> {
      const rows = await db.selectFrom("suggestion").selectAll().where("import_id", "=", importId).execute()
      return rows.map(suggestion)
    },

    async resolve(ids: readonly string[], at: Time): Promise<void> {
      for (const portion of chunks(ids)) {
        await db
          .updateTable("suggestion")
          .set({ resolved_at: at })
          .where("id", "in", portion)
          .where("resolved_at", "is", null)
          .execute()
      }
    },
  }
}

function revision(row: Selectable<UnitRevisionTable>): UnitRevision {
  return {
    unit: row.unit_id,
    revision: row.revision,
    source: json(row.source),
    target: jsonOrNull(row.target),
    state: row.state as State,
    flag: row.flag as Flag | null,
    origin: row.origin as UnitRevision["origin"],
    author: row.author_id,
    import: row.import_id,
    comment: row.comment,
    createdAt: row.created_at,
  }
}

function revisionRow(each: UnitRevision): Insertable<UnitRevisionTable> {
  return {
    unit_id: each.unit,
    revision: each.revision,
    source: JSON.stringify(each.source),
    target: textOrNull(each.target),
    state: each.state,
    flag: each.flag,
    origin: each.origin,
    author_id: each.author,
    import_id: each.import,
    comment: each.comment,
    created_at: each.createdAt,
  }
}

function suggestion(row: Selectable<SuggestionTable>): Suggestion {
  return {
    id: row.id,
    unit: row.unit_id,
    target: json(row.target),
    origin: row.origin as Suggestion["origin"],
    baseRevision: row.base_revision,
    author: row.author_id,
    import: row.import_id,
    createdAt: row.created_at,
    resolvedAt: row.resolved_at,
  }
}

function suggestionRow(each: Suggestion): Insertable<SuggestionTable> {
  return {
    id: each.id,
    unit_id: each.unit,
    target: JSON.stringify(each.target),
    origin: each.origin,
    base_revision: each.baseRevision,
    author_id: each.author,
    import_id: each.import,
    created_at: each.createdAt,
    resolved_at: each.resolvedAt,
  }
}
