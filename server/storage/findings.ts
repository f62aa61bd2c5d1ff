// Findings of the checks in the targets of units, with what people decided about them.
import { sql, type ExpressionBuilder, type Insertable, type Selectable } from "kysely"
import { Problem } from "../../src/errors.ts"
import type { Severity } from "../../src/model/finding.ts"
import { chunks, json, jsonOrNull, portions, textOrNull, type Context } from "./context.ts"
import type { FindingTable, Schema } from "./schema.ts"
import type { FindingStatus, StoredFinding } from "./types.ts"

export interface FindingFilter {
  readonly policies: readonly string[]
  readonly language?: string
  readonly check?: string
  readonly kind?: string
  readonly severity?: Severity
  readonly status?: FindingStatus
  readonly text?: string
}

/** Where a page of findings starts: after this one, in reading order. */
export type FindingKey = Pick<StoredFinding, "policy" | "textLanguage" | "position" | "start" | "id">

export function findingRepository({ db, engine }: Context) {
  const filtered = (filter: FindingFilter) => {
    let query = db
      .selectFrom("finding")
      .innerJoin("unit", "unit.id", "finding.unit_id")
      .innerJoin("bitext", "bitext.id", "unit.bitext_id")
      .where("bitext.is_primary", "=", 1)
      .where("unit.removed_at", "is", null)
      .where("finding.policy_id", "in", [...filter.policies])
    if (filter.language !== undefined) query = query.where("finding.language", "=", filter.language)
    if (filter.check !== undefined) query = query.where("finding.check_id", "=", filter.check)
    if (filter.kind !== undefined) query = query.where("finding.kind", "=", filter.kind)
    if (filter.severity !== undefined) query = query.where("finding.severity", "=", filter.severity)
    if (filter.status !== undefined) query = query.where("finding.status", "=", filter.status)
    if (filter.text) {
      const pattern = `%${filter.text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`
      query = query.where(sql<boolean>`lower(finding.text) like ${pattern} escape '\\'`)
    }
    return query
  }

  return {
    async byId(id: string): Promise<StoredFinding> {
      const row = await db.selectFrom("finding").selectAll().where("id", "=", id).executeTakeFirst()
      if (!row) throw new Problem("finding/unknown", { finding: id })
      return finding(row)
    },

    async ofUnits(units: readonly string[], status?: FindingStatus): Promise<StoredFinding[]> {
      const found: StoredFinding[] = []
      for (const portion of chunks(units)) {
        let query = db.selectFrom("finding").selectAll().where("unit_id", "in", portion)
        if (status) query = query.where("status", "=", status)
        found.push(...(await query.orderBy("start_at").orderBy("id").execute()).map(finding))
      }
      return found
    },

    async insert(findings: readonly StoredFinding[]): Promise<void> {
      for (const portion of portions(findings.map(findingRow), engine)) {
        await db.insertInto("finding").values(portion).execute()
      }
    },

    /** Each carries the revision it will have. @throws Problem "unit/stale" when one of them moved on */
    async saveMany(findings: readonly StoredFinding[]): Promise<void> {
      for (const portion of portions(findings.map(findingRow), engine)) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto("finding")
          .values(portion)
          .onConflict((conflict) =>
            conflict
              .column("id")
              .doUpdateSet((eb) => Object.fromEntries(mutable.map((column) => [column, eb.ref(`excluded.${column}`)])))
              .where((eb: ExpressionBuilder<Schema, "finding">) =>
                eb("finding.revision", "=", eb(eb.ref("excluded.revision" as "finding.revision"), "-", 1)),
              ),
          )
          .executeTakeFirstOrThrow()
        if (Number(numInsertedOrUpdatedRows) !== portion.length) {
          throw new Problem("unit/stale", { unit: portion[0]?.unit_id ?? "", base: 0, current: 0 })
        }
      }
    },

    /** In reading order: policy, language, place. */
    async page(filter: FindingFilter, limit: number, after?: FindingKey): Promise<StoredFinding[]> {
      if (filter.policies.length === 0) return []
      let query = filtered(filter).selectAll("finding")
      if (after) {
        query = query.where((eb) =>
          eb(
            eb.refTuple("finding.policy_id", "finding.language", "finding.position", "finding.start_at", "finding.id"),
            ">",
            eb.tuple(after.policy, after.textLanguage, after.position, after.start, after.id),
          ),
        )
      }
      const rows = await query
        .orderBy("finding.policy_id")
        .orderBy("finding.language")
        .orderBy("finding.position")
        .orderBy("finding.start_at")
        .orderBy("finding.id")
        .limit(limit)
        .execute()
      return rows.map(finding)
    },

    async kinds(filter: FindingFilter): Promise<{ check: string; kind: string; count: number }[]> {
      if (filter.policies.length === 0) return []
      const rows = await filtered(filter)
        .select(({ fn }) => ["finding.check_id as check", "finding.kind as kind", fn.countAll().as("count")])
        .groupBy(["finding.check_id", "finding.kind"])
        .orderBy("finding.check_id")
        .orderBy("finding.kind")
        .execute()
      return rows.map((row) => ({ ...row, count: Number(row.count) }))
    },

    /** Open findings of the primary bitexts. */
    async openCounts(
      policies: readonly string[],
    ): Promise<{ policy: string; language: string; severity: Severity; count: number }[]> {
      if (policies.length === 0) return []
      const rows = await filtered({ policies, status: "open" })
        .select(({ fn }) => [
          "finding.policy_id as policy",
          "finding.language as language",
          "finding.severity as severity",
          fn.countAll().as("count"),
        ])
        .groupBy(["finding.policy_id", "finding.language", "finding.severity"])
        .execute()
      return rows.map((row) => ({ ...row, severity: row.severity as Severity, count: Number(row.count) }))
    },

    /** Open findings of one bitext by section of one side. */
    async sectionCounts(
      bitext: string,
      side: "source_section" | "target_section" = "source_section",
    ): Promise<{ section: number | null; count: number }[]> {
      const rows = await db
        .selectFrom("finding")
        .innerJoin("unit", "unit.id", "finding.unit_id")
        .select(({ fn }) => [`unit.${side} as section`, fn.countAll().as("count")])
        .where("unit.bitext_id", "=", bitext)
        .where("unit.removed_at", "is", null)
        .where("finding.status", "=", "open")
        .groupBy(`unit.${side}`)
        .execute()
      return rows.map((row) => ({ section: row.section, count: Number(row.count) }))
    },
  }
}

const mutable = [
  "position",
  "check_id",
  "kind",
  "start_at",
  "end_at",
  "text",
  "found_language",
  "severity",
  "confidence",
  "message",
  "fix",
  "fingerprint",
  "status",
  "reason",
  "decided_by",
  "revision",
  "updated_at",
] as const

function finding(row: Selectable<FindingTable>): StoredFinding {
  const fix = jsonOrNull<NonNullable<StoredFinding["fix"]>>(row.fix)
  return {
    id: row.id,
    unit: row.unit_id,
    block: row.unit_id,
    policy: row.policy_id,
    textLanguage: row.language,
    position: row.position,
    check: row.check_id,
    kind: row.kind,
    start: row.start_at,
    end: row.end_at,
    text: row.text,
    ...(row.found_language === null ? {} : { language: row.found_language }),
    severity: row.severity as Severity,
    confidence: row.confidence,
    message: json(row.message),
    ...(fix === null ? {} : { fix }),
    fingerprint: row.fingerprint,
    status: row.status as FindingStatus,
    reason: row.reason,
    decidedBy: row.decided_by,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function findingRow(each: StoredFinding): Insertable<FindingTable> {
  return {
    id: each.id,
    unit_id: each.unit,
    policy_id: each.policy,
    language: each.textLanguage,
    position: each.position,
    check_id: each.check,
    kind: each.kind,
    start_at: each.start,
    end_at: each.end,
    text: each.text.replaceAll("\0", ""),
    found_language: each.language ?? null,
    severity: each.severity,
    confidence: each.confidence,
    message: JSON.stringify(each.message),
    fix: textOrNull(each.fix),
    fingerprint: each.fingerprint,
    status: each.status,
    reason: each.reason,
    decided_by: each.decidedBy,
    revision: each.revision,
    created_at: each.createdAt,
    updated_at: each.updatedAt,
  }
}
