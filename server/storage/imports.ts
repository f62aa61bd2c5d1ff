// What came back: imports, as merge plans with their decisions and results.
import type { Insertable, Selectable } from "kysely"
import { Problem } from "../../src/errors.ts"
import type { Flag, State } from "../../src/model/bitext.ts"
import type { Finding } from "../../src/model/finding.ts"
import { chunks, json, jsonOrNull, portions, textOrNull, truth, type Context } from "./context.ts"
import type { ImportChangeTable, ImportFileTable, ImportTable } from "./schema-imports.ts"
import type { ChangeKind, ChangeResult, Decision, Import, ImportChange, ImportFile, ImportStatus } from "./types.ts"

export interface ChangeFilter {
  readonly change?: ChangeKind
  readonly file?: number
  readonly after?: number
  readonly limit?: number
}

export function importRepository({ db, engine }: Context) {
  return {
    async byId(id: string): Promise<Import> {
      const row = await db.selectFrom("import").selectAll().where("id", "=", id).executeTakeFirst()
      if (!row) throw new Problem("plan/unknown", { import: id })
      return anImport(row)
    },

    /** Newest first. */
    async list(limit: number): Promise<Import[]> {
      const rows = await db
        .selectFrom("import")
        .selectAll()
        .orderBy("created_at", "desc")
        .orderBy("id")
        .limit(limit)
        .execute()
      return rows.map(anImport)
    },

    async byDigest(digest: string): Promise<Import[]> {
      return (await db.selectFrom("import").selectAll().where("digest", "=", digest).execute()).map(anImport)
    },

    /** Imports that came from these bundles. */
    async ofBundles(bundles: readonly string[]): Promise<{ bundle: string; import: Import }[]> {
      if (bundles.length === 0) return []
      const rows = await db
        .selectFrom("import_file")
        .innerJoin("import", "import.id", "import_file.import_id")
        .selectAll("import")
        .select("import_file.bundle_id as bundle")
        .where("import_file.bundle_id", "in", [...bundles])
        .where("import.status", "!=", "planning")
        .distinct()
        .execute()
      return rows.map((row) => ({ bundle: row.bundle ?? "", import: anImport(row) }))
    },

    async insert(each: Import, files: readonly ImportFile[], changes: readonly ImportChange[]): Promise<void> {
      await db
        .insertInto("import")
        .values({
          id: each.id,
          name: each.name,
          digest: each.digest,
          status: each.status,
          revision: each.revision,
          created_at: each.createdAt,
          created_by: each.createdBy,
          applied_at: each.appliedAt,
          undone_at: each.undoneAt,
        })
        .execute()
      await this.append(files, changes)
    },

    /** More of a plan. */
    async append(files: readonly ImportFile[], changes: readonly ImportChange[]): Promise<void> {
      for (const portion of portions(files.map(fileRow), engine))
        await db.insertInto("import_file").values(portion).execute()
      for (const portion of portions(changes.map(changeRow), engine)) {
        await db.insertInto("import_change").values(portion).execute()
      }
    },

    /** All files are here: how they are called together, and what they are known by. */
    async received(id: string, name: string, digest: string): Promise<void> {
      await db.updateTable("import").set({ name, digest }).where("id", "=", id).execute()
    },

    async planned(id: string): Promise<void> {
      await db
        .updateTable("import")
        .set({ status: "planned" })
        .where("id", "=", id)
        .where("status", "=", "planning")
        .execute()
    },

    /** Of an upload that broke off. */
    async remove(id: string): Promise<void> {
      await db.deleteFrom("import_job").where("import_id", "=", id).execute()
      await db.deleteFrom("import").where("id", "=", id).where("status", "=", "planning").execute()
    },

    /** One more revision of the plan. @throws Problem "plan/stale" */
    async advance(each: Import): Promise<Import> {
      const { numUpdatedRows } = await db
        .updateTable("import")
        .set({
          status: each.status,
          revision: each.revision + 1,
          applied_at: each.appliedAt,
          undone_at: each.undoneAt,
        })
        .where("id", "=", each.id)
        .where("revision", "=", each.revision)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) throw new Problem("plan/stale", { import: each.id, base: each.revision })
      return { ...each, revision: each.revision + 1 }
    },

    async files(imports: readonly string[]): Promise<ImportFile[]> {
      if (imports.length === 0) return []
      const rows = await db
        .selectFrom("import_file")
        .selectAll()
        .where("import_id", "in", [...imports])
        .orderBy("import_id")
        .orderBy("number")
        .execute()
      return rows.map(file)
    },

    async changes(
      id: string,
      { change: kind, file: number, after, limit }: ChangeFilter = {},
    ): Promise<ImportChange[]> {
      let query = db.selectFrom("import_change").selectAll().where("import_id", "=", id)
      if (kind !== undefined) query = query.where("change", "=", kind)
      if (number !== undefined) query = query.where("file", "=", number)
      if (after !== undefined) query = query.where("number", ">", after)
      query = query.orderBy("number")
      if (limit !== undefined) query = query.limit(limit)
      return (await query.execute()).map(change)
    },

    async counts(
      imports: readonly string[],
    ): Promise<{ import: string; file: number; change: ChangeKind; count: number }[]> {
      if (imports.length === 0) return []
      const rows = await db
        .selectFrom("import_change")
        .select(({ fn }) => ["import_id as import", "file", "change", fn.countAll().as("count")])
        .where("import_id", "in", [...imports])
        .groupBy(["import_id", "file", "change"])
        .execute()
      return rows.map((row) => ({ ...row, change: row.change as ChangeKind, count: Number(row.count) }))
    },

    async decide(
      id: string,
      decision: Decision,
      which: { change: ChangeKind } | { numbers: readonly number[] },
    ): Promise<void> {
      const query = db.updateTable("import_change").set({ decision }).where("import_id", "=", id)
      if ("change" in which) {
        await query.where("change", "=", which.change).execute()
        return
      }
      for (const portion of chunks(which.numbers)) await query.where("number", "in", portion).execute()
    },

    /** Keeps what the checks say of texts that are to be written, by number of the change. */
    async keepFindings(id: string, findings: ReadonlyMap<number, readonly Finding[]>): Promise<void> {
      for (const [number, own] of findings)
        await db
          .updateTable("import_change")
          .set({ findings: JSON.stringify(own) })
          .where("import_id", "=", id)
          .where("number", "=", number)
          .execute()
    },

    async keptFindings(id: string, numbers: readonly number[]): Promise<Map<number, Finding[]>> {
      const found = new Map<number, Finding[]>()
      for (const portion of chunks(numbers)) {
        const rows = await db
          .selectFrom("import_change")
          .select(["number", "findings"])
          .where("import_id", "=", id)
          .where("number", "in", portion)
          .where("findings", "is not", null)
          .execute()
        for (const { number, findings } of rows) found.set(number, json(findings ?? "[]"))
      }
      return found
    },

    async dropFindings(id: string): Promise<void> {
      await db
        .updateTable("import_change")
        .set({ findings: null })
        .where("import_id", "=", id)
        .where("findings", "is not", null)
        .execute()
    },

    /** What became of these changes. */
    async record(
      id: string,
      numbers: readonly number[],
      { result, code, revision }: { result: ChangeResult; code: string; revision: number | null },
    ): Promise<void> {
      for (const portion of chunks(numbers))
        await db
          .updateTable("import_change")
          .set({ result, result_code: code, result_revision: revision, findings: null })
          .where("import_id", "=", id)
          .where("number", "in", portion)
          .execute()
    },

    async results(id: string): Promise<{ result: ChangeResult; count: number }[]> {
      const rows = await db
        .selectFrom("import_change")
        .select(({ fn }) => ["result", fn.countAll().as("count")])
        .where("import_id", "=", id)
        .groupBy("result")
        .execute()
      return rows.map(({ result, count }) => ({ result: result as ChangeResult, count: Number(count) }))
    },
  }
}

function anImport(row: Selectable<ImportTable>): Import {
  return {
    id: row.id,
    name: row.name,
    digest: row.digest,
    status: row.status as ImportStatus,
    revision: row.revision,
    createdAt: row.created_at,
    createdBy: row.created_by,
    appliedAt: row.applied_at,
    undoneAt: row.undone_at,
  }
}

function file(row: Selectable<ImportFileTable>): ImportFile {
  return {
    import: row.import_id,
    number: row.number,
    path: row.path,
    bundle: row.bundle_id,
    policy: row.policy_id,
    from: row.source_language,
    to: row.target_language,
    accepted: row.accepted === 1,
    problem: jsonOrNull(row.problem),
    warnings: json(row.warnings),
  }
}

function fileRow(each: ImportFile): Insertable<ImportFileTable> {
  return {
    import_id: each.import,
    number: each.number,
    path: each.path,
    bundle_id: each.bundle,
    policy_id: each.policy,
    source_language: each.from,
    target_language: each.to,
    accepted: truth(each.accepted),
    problem: textOrNull(each.problem),
    warnings: JSON.stringify(each.warnings),
  }
}

function change(row: Selectable<ImportChangeTable>): ImportChange {
  return {
    import: row.import_id,
    number: row.number,
    file: row.file,
    unit: row.unit_id,
    change: row.change as ChangeKind,
    code: row.code,
    base: jsonOrNull(row.base),
    before: jsonOrNull(row.before),
    after: jsonOrNull(row.after),
    stateBefore: row.state_before as State,
    stateAfter: row.state_after as State,
    flagAfter: row.flag_after as Flag | null,
    revision: row.revision,
    decision: row.decision as Decision,
    result: row.result as ChangeResult,
    resultCode: row.result_code,
    resultRevision: row.result_revision,
    warnings: jsonOrNull(row.warnings) ?? [],
    notes: jsonOrNull(row.notes) ?? [],
    line: row.line,
  }
}

function changeRow(each: ImportChange): Insertable<ImportChangeTable> {
  return {
    import_id: each.import,
    number: each.number,
    file: each.file,
    unit_id: each.unit,
    change: each.change,
    code: each.code,
    base: textOrNull(each.base),
    before: textOrNull(each.before),
    after: textOrNull(each.after),
    state_before: each.stateBefore,
    state_after: each.stateAfter,
    flag_after: each.flagAfter,
    revision: each.revision,
    decision: each.decision,
    result: each.result,
    result_code: each.resultCode,
    result_revision: each.resultRevision,
    warnings: each.warnings.length === 0 ? null : JSON.stringify(each.warnings),
    notes: each.notes.length === 0 ? null : JSON.stringify(each.notes),
    line: each.line,
  }
}
