// What became of an import, for spreadsheets and scripts.
import type { PlannedChange, PlanResult } from "../../journeys/plan-import.ts"
import { sentenceOf } from "../../page.ts"
import type { Words } from "../../i18n.ts"

const columns = ["file", "unit", "change", "code", "decision", "result", "reason", "state", "before", "after"] as const

/** RFC 4180 with a byte order mark, which spreadsheets need to read it as UTF-8. */
export function resultCsv(plan: PlanResult, words: Words): string {
  const rows = plan.changes.items.map((change) => rowOf(change, plan))
  const refused = plan.files.flatMap(({ path, problem }) =>
    problem
      ? [{ file: path, change: "refused", code: problem.code, reason: sentenceOf(words, problem.code, problem.data) }]
      : [],
  )
  const lines = [...refused, ...rows].map((row: Partial<Record<(typeof columns)[number], string>>) =>
    columns.map((column) => cell(row[column] ?? "")).join(","),
  )
  return `\uFEFF${[columns.join(","), ...lines].join("\r\n")}\r\n`
}

export function resultJson(plan: PlanResult, words: Words) {
  return {
    version: 1,
    import: plan.import.id,
    status: plan.import.status,
    files: plan.files.map(({ path, accepted, problem, number }) => ({
      path,
      accepted,
      problem: problem && { ...problem, message: sentenceOf(words, problem.code, problem.data) },
      units: plan.changes.items.filter(({ file }) => file === number).map((change) => rowOf(change, plan)),
    })),
  }
}

function rowOf(change: PlannedChange, plan: PlanResult): Record<(typeof columns)[number], string> {
  return {
    file: plan.files.find(({ number }) => number === change.file)?.path ?? "",
    unit: change.unit,
    change: change.change,
    code: change.code,
    decision: change.decision,
    result: change.result,
    reason: change.resultCode,
    state: change.stateAfter,
    before: change.texts.before ?? "",
    after: change.texts.after ?? "",
  }
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front. (CSV injection) */
export function cell(text: string): string {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
