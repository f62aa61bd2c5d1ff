// Imports under way: how far they are, and the bytes they are made from. Who works on one says so every few seconds;
// whoever finds one silent for long knows that its process is gone.
import { sql, type Insertable, type Selectable } from "kysely"
import { jsonOrNull, textOrNull, type Context } from "./context.ts"
import type { ImportJobTable } from "./schema-imports.ts"
import type { FileProblem, ImportJob, JobPhase, JobStatus, Time } from "./types.ts"

export type Tick = Pick<ImportJob, "phase" | "done" | "total" | "units" | "allUnits">

export interface FilePart {
  readonly import: string
  readonly file: number
  readonly part: number
  readonly name: string
  readonly bytes: Uint8Array
}

/** Rows removed in one statement: short enough not to be noticed by anybody else. */
const portion = 1_000

const atWork = ["planning", "applying", "undoing"] as const satisfies readonly JobStatus[]
/** A plan outlives an attempt to carry it out. */
const brokenOff = sql<JobStatus>`case when status = 'planning' then 'failed' else 'broken' end`

export function isAtWork(status: JobStatus): boolean {
  return (atWork as readonly JobStatus[]).includes(status)
}

export function jobRepository({ db }: Context) {
  return {
    async insert(job: ImportJob): Promise<void> {
      await db.insertInto("import_job").values(row(job)).execute()
    },

    async ofImports(imports: readonly string[]): Promise<Map<string, ImportJob>> {
      if (imports.length === 0) return new Map()
      const rows = await db
        .selectFrom("import_job")
        .selectAll()
        .where("import_id", "in", [...imports])
        .execute()
      return new Map(rows.map((each) => [each.import_id, job(each)]))
    },

    /** How far it is. @returns false when it is to stop: cancelled, or given up as lost */
    async tick(id: string, { phase, done, total, units, allUnits }: Tick, at: Time): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("import_job")
        .set({ phase, done, total, units, all_units: allUnits, beat_at: at })
        .where("import_id", "=", id)
        .where("status", "in", atWork)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    /** Takes a plan into work. @returns false when somebody else has, or there is no plan */
    async begin(id: string, status: "applying" | "undoing", units: number, at: Time): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("import_job")
        .set({ status, phase: "checking", done: 0, total: 2 * units, units: 0, all_units: units, beat_at: at })
        .where("import_id", "=", id)
        .where("status", "in", ["ready", "broken"])
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    /** @returns false when it had ended already */
    async end(
      id: string,
      status: Exclude<JobStatus, (typeof atWork)[number]>,
      problem: FileProblem | null = null,
    ): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("import_job")
        .set({ status, problem: textOrNull(problem) })
        .where("import_id", "=", id)
        .where("status", "in", atWork)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    /** @returns false unless it had failed with all of its bytes received */
    async restart(id: string, at: Time): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("import_job")
        .set({ status: "planning", phase: "reading", done: 0, units: 0, all_units: 0, problem: null, beat_at: at })
        .where("import_id", "=", id)
        .where("status", "=", "failed")
        .where("phase", "!=", "receiving")
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async breakOff(id: string): Promise<void> {
      await db
        .updateTable("import_job")
        .set({ status: brokenOff })
        .where("import_id", "=", id)
        .where("status", "in", atWork)
        .execute()
    },

    /** Breaks off what nobody has worked on since then, except what is known to be alive. */
    async failSilent(since: Time, alive: readonly string[]): Promise<void> {
      const silent = await db
        .selectFrom("import_job")
        .select("import_id as id")
        .where("status", "in", atWork)
        .where("beat_at", "<", since)
        .execute()
      const lost = silent.flatMap(({ id }) => (alive.includes(id) ? [] : [id]))
      // Looked for first: nobody waits for a large write only to see that nothing is lost.
      if (lost.length === 0) return
      await db
        .updateTable("import_job")
        .set({ status: brokenOff })
        .where("import_id", "in", lost)
        .where("status", "in", atWork)
        .where("beat_at", "<", since)
        .execute()
    },

    /** Part of a file that is arriving; the job counts its bytes. */
    async addPart({ import: id, file, part, name, bytes }: FilePart, at: Time): Promise<void> {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      await db
        .insertInto("import_part")
        .values({ import_id: id, file, part, name, size: bytes.length, bytes: buffer })
        .execute()
      await db
        .updateTable("import_job")
        .set(({ eb }) => ({ total: eb("total", "+", bytes.length), beat_at: at }))
        .where("import_id", "=", id)
        .execute()
    },

    async receivedFiles(id: string): Promise<{ file: number; name: string; size: number }[]> {
      const rows = await db
        .selectFrom("import_part")
        .select(({ fn }) => ["file", "name", fn.sum("size").as("size")])
        .where("import_id", "=", id)
        .groupBy(["file", "name"])
        .orderBy("file")
        .execute()
      return rows.map(({ file, name, size }) => ({ file, name, size: Number(size) }))
    },

    /** A file's bytes as they came, one part in memory at a time. */
    async *bytes(id: string, file: number): AsyncGenerator<Uint8Array> {
      for (let part = 0; ; part += 1) {
        const found = await db
          .selectFrom("import_part")
          .select("bytes")
          .where("import_id", "=", id)
          .where("file", "=", file)
          .where("part", "=", part)
          .executeTakeFirst()
        if (!found) return
        yield found.bytes
      }
    },

    async dropParts(id: string): Promise<void> {
      for (const { file } of await this.receivedFiles(id))
        for (let part = 0; ; part += 1) {
          const { numDeletedRows } = await db
            .deleteFrom("import_part")
            .where("import_id", "=", id)
            .where("file", "=", file)
            .where("part", "=", part)
            .executeTakeFirst()
          if (numDeletedRows === 0n) break
        }
    },

    /** Takes back a plan that was not finished, a portion at a time. */
    async clear(id: string): Promise<void> {
      await db.deleteFrom("import_file").where("import_id", "=", id).execute()
      for (let from = 0; ; from += portion) {
        const { numDeletedRows } = await db
          .deleteFrom("import_change")
          .where("import_id", "=", id)
          .where("number", ">=", from)
          .where("number", "<", from + portion)
          .executeTakeFirst()
        if (numDeletedRows === 0n) return
      }
    },
  }
}

function job(each: Selectable<ImportJobTable>): ImportJob {
  return {
    import: each.import_id,
    status: each.status as JobStatus,
    phase: each.phase as JobPhase,
    done: each.done,
    total: each.total,
    units: each.units,
    allUnits: each.all_units,
    problem: jsonOrNull(each.problem),
    beatAt: each.beat_at,
  }
}

function row(each: ImportJob): Insertable<ImportJobTable> {
  return {
    import_id: each.import,
    status: each.status,
    phase: each.phase,
    done: each.done,
    total: each.total,
    units: each.units,
    all_units: each.allUnits,
    problem: textOrNull(each.problem),
    beat_at: each.beatAt,
  }
}
