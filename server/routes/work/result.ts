// What became of an import, for spreadsheets and scripts.
import type { PlannedChange, PlanResult } from "../../journeys/plan-import.ts"
import { sentenceOf } from "../../page.ts"
import type { Words } from "../../i18n.ts"

type Result = Pick<PlanResult, "import" | "files">

const columns = ["file", "unit", "change", "code", "decision", "result", "reason", "state", "before", "after"] as const

type Row = Partial<Record<(typeof columns)[number], string>>

/** Changes as they are read, some hundreds at a time: what became of 100,000 units is never in memory as a whole. */
export type Portions = AsyncIterable<readonly PlannedChange[]>

/** RFC 4180 with a byte order mark, which spreadsheets need to read it as UTF-8. */
export async function* resultCsv({ files }: Result, changes: Portions, words: Words): AsyncGenerator<string> {
  const refused = files.flatMap(({ path, problem }): Row[] =>
    problem
      ? [{ file: path, change: "refused", code: problem.code, reason: sentenceOf(words, problem.code, problem.data) }]
      : [],
  )
  yield `\uFEFF${columns.join(",")}\r\n${refused.map(lineOf).join("")}`
  const paths = new Map(files.map(({ number, path }) => [number, path]))
  for await (const portion of changes)
    yield portion.map((change) => lineOf(rowOf(change, paths.get(change.file) ?? ""))).join("")
}

function lineOf(row: Row): string {
  return `${columns.map((column) => cell(row[column] ?? "")).join(",")}\r\n`
}

/** The same as JSON, laid out as JSON.stringify does with an indent of 2. */
export async function* resultJson(
  { import: made, files }: Result,
  changesOf: (file: number) => Portions,
  words: Words,
): AsyncGenerator<string> {
  const head = indented({ version: 1, import: made.id, status: made.status }, 0)
  yield `${head.slice(0, -2)},\n  "files": [`
  for (const [index, file] of files.entries()) {
    const { path, accepted, problem } = file
    const told = problem && { ...problem, message: sentenceOf(words, problem.code, problem.data) }
    yield `${index === 0 ? "" : ","}\n    ${indented({ path, accepted, problem: told }, 4).slice(0, -6)},\n      "units": [`
    let isFirst = true
    for await (const portion of changesOf(file.number)) {
      if (portion.length === 0) continue
      const units = portion.map((change) => `\n        ${indented(rowOf(change, path), 8)}`)
      yield `${isFirst ? "" : ","}${units.join(",")}`
      isFirst = false
    }
    yield `${isFirst ? "" : "\n      "}]\n    }`
  }
  yield `${files.length === 0 ? "" : "\n  "}]\n}\n`
}

function indented(value: object, depth: number): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${" ".repeat(depth)}`)
}

function rowOf(change: PlannedChange, file: string): Record<(typeof columns)[number], string> {
  return {
    file,
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
