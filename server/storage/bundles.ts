// What left the house: bundles, with every unit as it was.
import type { Insertable, Selectable } from "kysely"
import { Problem } from "../../src/errors.ts"
import type { Flag, State } from "../../src/model/bitext.ts"
import { chunks, json, jsonOrNull, portions, textOrNull, type Context } from "./context.ts"
import type { BundleTable, BundleUnitTable } from "./schema.ts"
import type { Bundle, BundleUnit } from "./types.ts"

const bundleColumns = [
  "id",
  "project_id",
  "name",
  "version",
  "request",
  "units",
  "words",
  "digest",
  "created_at",
  "created_by",
] as const

export function bundleRepository({ db, engine }: Context) {
  return {
    async byId(id: string): Promise<Bundle | null> {
      const row = await db.selectFrom("bundle").select(bundleColumns).where("id", "=", id).executeTakeFirst()
      return row ? bundle(row) : null
    },

    async bytes(id: string): Promise<Uint8Array> {
      const row = await db.selectFrom("bundle").select("bytes").where("id", "=", id).executeTakeFirst()
      if (!row) throw new Problem("bundle/unknown", { bundle: id })
      return row.bytes
    },

    /** Newest first, the parts of one in their order. */
    async list(projects: readonly string[], limit: number): Promise<Bundle[]> {
      if (projects.length === 0) return []
      const rows = await db
        .selectFrom("bundle")
        .select(bundleColumns)
        .where("project_id", "in", [...projects])
        .orderBy("created_at", "desc")
        .orderBy("name")
        .limit(limit)
        .execute()
      return rows.map(bundle)
    },

    async insert(each: Bundle, bytes: Uint8Array, units: readonly BundleUnit[]): Promise<void> {
      await db
        .insertInto("bundle")
        .values({
          id: each.id,
          project_id: each.project,
          name: each.name,
          version: each.request.version,
          request: JSON.stringify(each.request),
          units: each.units,
          words: each.words,
          bytes: Buffer.from(bytes),
          digest: each.digest,
          created_at: each.createdAt,
          created_by: each.createdBy,
        })
        .execute()
      for (const portion of portions(units.map(bundleUnitRow), engine)) {
        await db.insertInto("bundle_unit").values(portion).execute()
      }
    },

    /** The bundle in which most of these units left at these revisions; the newest of several; null for none. */
    async likeliest(units: readonly { readonly unit: string; readonly revision: number }[]): Promise<string | null> {
      const revisions = new Map(units.map(({ unit, revision }) => [unit, revision]))
      const votes = new Map<string, { votes: number; createdAt: string }>()
      for (const portion of chunks([...revisions.keys()])) {
        const rows = await db
          .selectFrom("bundle_unit")
          .innerJoin("bundle", "bundle.id", "bundle_unit.bundle_id")
          .select(["bundle.id as id", "bundle.created_at as createdAt", "unit_id as unit", "revision"])
          .where("unit_id", "in", portion)
          .execute()
        for (const row of rows) {
          const vote = votes.get(row.id) ?? { votes: 0, createdAt: row.createdAt }
          votes.set(row.id, { ...vote, votes: vote.votes + (revisions.get(row.unit) === row.revision ? 1 : 0) })
        }
      }
      const [best] = [...votes]
        .filter(([, each]) => each.votes > 0)
        .sort((a, b) => b[1].votes - a[1].votes || (a[1].createdAt < b[1].createdAt ? 1 : -1))
      return best?.[0] ?? null
    },

    /** How many units of each bundle came back in an import that was applied. */
    async returned(ids: readonly string[]): Promise<Map<string, number>> {
      if (ids.length === 0) return new Map()
      const rows = await db
        .selectFrom("import_file")
        .innerJoin("import", "import.id", "import_file.import_id")
        .innerJoin("import_change", (join) =>
          join
            .onRef("import_change.import_id", "=", "import_file.import_id")
            .onRef("import_change.file", "=", "import_file.number"),
        )
        .select(({ fn }) => ["import_file.bundle_id as id", fn.count("import_change.unit_id").distinct().as("count")])
        .where("import_file.bundle_id", "in", [...ids])
        .where("import.status", "=", "applied")
        .where("import_change.change", "not in", ["missing", "unknown"])
        .groupBy("import_file.bundle_id")
        .execute()
      return new Map(rows.map(({ id, count }) => [id ?? "", Number(count)]))
    },

    /** How many units of each bundle have another source now, or are gone. */
    async moved(ids: readonly string[]): Promise<Map<string, number>> {
      if (ids.length === 0) return new Map()
      const rows = await db
        .selectFrom("bundle_unit")
        .innerJoin("unit", "unit.id", "bundle_unit.unit_id")
        .select(({ fn }) => ["bundle_unit.bundle_id as id", fn.countAll().as("count")])
        .where("bundle_unit.bundle_id", "in", [...ids])
        .where((eb) =>
          eb.or([eb("unit.removed_at", "is not", null), eb("unit.source", "!=", eb.ref("bundle_unit.source"))]),
        )
        .groupBy("bundle_unit.bundle_id")
        .execute()
      return new Map(rows.map(({ id, count }) => [id, Number(count)]))
    },

    /** Units of one file of a bundle, in the order of their ids, after the given one. */
    async page(id: string, file: string, after: string, limit: number): Promise<BundleUnit[]> {
      const rows = await db
        .selectFrom("bundle_unit")
        .selectAll()
        .where("bundle_id", "=", id)
        .where("file", "=", file)
        .where("unit_id", ">", after)
        .orderBy("unit_id")
        .limit(limit)
        .execute()
      return rows.map(bundleUnit)
    },

    async units(id: string, units?: readonly string[]): Promise<Map<string, BundleUnit>> {
      const found = new Map<string, BundleUnit>()
      for (const portion of units ? chunks(units) : [null]) {
        let query = db.selectFrom("bundle_unit").selectAll().where("bundle_id", "=", id)
        if (portion) query = query.where("unit_id", "in", portion)
        for (const row of await query.execute()) found.set(row.unit_id, bundleUnit(row))
      }
      return found
    },
  }
}

function bundle(row: Omit<Selectable<BundleTable>, "bytes">): Bundle {
  return {
    id: row.id,
    project: row.project_id,
    name: row.name,
    request: json(row.request),
    units: row.units,
    words: row.words,
    digest: row.digest,
    createdAt: row.created_at,
    createdBy: row.created_by,
  }
}

function bundleUnit(row: Selectable<BundleUnitTable>): BundleUnit {
  return {
    bundle: row.bundle_id,
    unit: row.unit_id,
    file: row.file,
    source: json(row.source),
    target: jsonOrNull(row.target),
    state: row.state as State,
    flag: row.flag as Flag | null,
    revision: row.revision,
  }
}

function bundleUnitRow(each: BundleUnit): Insertable<BundleUnitTable> {
  return {
    bundle_id: each.bundle,
    unit_id: each.unit,
    file: each.file,
    source: JSON.stringify(each.source),
    target: textOrNull(each.target),
    state: each.state,
    flag: each.flag,
    revision: each.revision,
  }
}
