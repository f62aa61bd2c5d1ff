// besh import: what completed XLIFF would change; with --apply, changes it.
import { createReadStream } from "node:fs"
import { applyPlan } from "../journeys/apply-plan.ts"
import { local, type House } from "../journeys/house.ts"
import { carryOut } from "../journeys/imports/carry-out.ts"
import { cancelImport, showJob } from "../journeys/imports/job.ts"
import { receiveImport } from "../journeys/imports/receive.ts"
import { showPlan, type PlanResult } from "../journeys/plan-import.ts"
import { Problem, type ProblemCode } from "../../src/errors.ts"
import type { Words } from "../i18n.ts"
import type { FileProblem, UnitWarning } from "../storage/types.ts"
import { houseHelp, houseOptions, type Command, type Terminal } from "./command.ts"
import { sentence } from "./sentences.ts"
import { withHouse } from "./with-house.ts"

export const importCommand: Command = {
  name: "import",
  summary: "completed XLIFF: show what would change, and apply it",
  help: `Usage: besh import FILE… [--apply] [--format text|json]

Reads completed XLIFF files or bundles, under any names, and prints the merge plan: for every unit what would happen to
it and why. Nothing is written without --apply. The source is never changed, an empty target never erases, and work done
here meanwhile is never overwritten: such units are conflicts or stale, and are listed. Ctrl-C stops a long preview.

  --apply           carry the plan out, in one transaction
  --format          text (default) or json
${houseHelp}`,
  options: { ...houseOptions, apply: { type: "boolean" }, format: { type: "string" } },
  async run(input, terminal) {
    if (input.files.length === 0)
      throw new Problem("input/usage", { usage: "besh import FILE…", detail: "no file was named" })
    const format = input.choice("format", ["text", "json"])
    return withHouse(input, terminal, async (house) => {
      const files = input.files.map((name) => ({ name, chunks: chunksOf(name, terminal) }))
      const id = await receiveImport(house, files, local)
      const ended = await planned(house, id, terminal)
      if (ended !== null) return ended
      const plan = await showPlan(house, { import: id, limit: "all" }, local)
      const applied = input.isSet("apply") ? await applyPlan(house, { import: id }, local) : null
      if (format === "json") terminal.out(JSON.stringify(await asJson(plan, terminal, applied), null, 2))
      else await print(plan, terminal, applied)
      return plan.files.some(({ accepted }) => !accepted) ? 2 : 0
    })
  },
}

/** Makes the plan and shows how far it is; Ctrl-C stops it. @returns exit code when there is no plan */
async function planned(house: House, id: string, terminal: Terminal): Promise<number | null> {
  const words = await terminal.words()
  const stop = () => void cancelImport(house, { import: id }, local)
  process.once("SIGINT", stop)
  try {
    await carryOut(house, id, local, ({ phase, done, total, units, allUnits }) => {
      const share = words.percent(total === 0 ? 0 : done / total)
      terminal.progress?.(`${share}  ${words.t(`imports.phase.${phase}`, { units, all: allUnits })}`)
    })
  } finally {
    process.off("SIGINT", stop)
    terminal.progress?.("")
  }
  const job = await showJob(house, { import: id }, local)
  if (!job) return null
  const isStopped = job.job.status === "cancelled"
  terminal.note(`besh: ${words.t(isStopped ? "imports.cancelled.text" : "imports.failed.text")}`)
  // As shells report what ended by Ctrl-C.
  return isStopped ? 130 : 2
}

/** @throws Problem "input/unreadable" when a file is not there or cannot be read */
async function* chunksOf(path: string, terminal: Terminal): AsyncGenerator<Uint8Array> {
  if (path === "-") {
    yield await terminal.readStandardInput()
    return
  }
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>
  } catch (error) {
    throw new Problem("input/unreadable", { name: path, reason: (error as NodeJS.ErrnoException).code ?? "" })
  }
}

type Applied = Awaited<ReturnType<typeof applyPlan>> | null

async function asJson(plan: PlanResult, terminal: Terminal, applied: Applied) {
  const words = await terminal.words()
  const results = new Map(applied?.units.map((each) => [each.number, each]))
  return {
    version: 1,
    files: plan.files.map((file) => ({
      path: file.path,
      accepted: file.accepted,
      problem: file.problem && {
        code: file.problem.code,
        line: file.problem.line,
        column: file.problem.column,
        message: problemSentence(words, file.problem),
      },
      warnings: file.warnings.map((each) => ({
        code: each.code,
        unit: each.unit,
        message: warningSentence(words, each),
      })),
      units: plan.changes.items
        .filter((change) => change.file === file.number)
        .map((change) => ({
          unit: change.unit,
          change: change.change,
          code: change.code,
          before: change.texts.before,
          after: change.texts.after,
          state: change.stateAfter,
          ...(results.has(change.number) ? { result: results.get(change.number)!.result } : {}),
        })),
    })),
    ...(applied ? { applied: applied.counts } : {}),
  }
}

async function print(plan: PlanResult, terminal: Terminal, applied: Applied): Promise<void> {
  const words = await terminal.words()
  for (const file of plan.files) {
    if (!file.accepted && file.problem) {
      terminal.out(`${file.path}  refused: ${problemSentence(words, file.problem)}`)
      continue
    }
    const counts = Object.entries(file.counts).filter(([, count]) => count > 0)
    terminal.out(
      `${file.path}  ${file.from} → ${file.to}  ${counts.map(([kind, count]) => `${count} ${kind}`).join(", ")}`,
    )
    for (const warning of file.warnings)
      terminal.out(`  ${warning.unit ?? ""} ${warning.code} ${warningSentence(words, warning)}`)
    for (const change of plan.changes.items) {
      if (change.file !== file.number || change.change === "unchanged") continue
      terminal.out(
        `  ${change.change}  ${change.unit}  ${change.code}${change.texts.after === null ? "" : `  \u2068${change.texts.after.slice(0, 100)}\u2069`}`,
      )
    }
  }
  if (applied)
    terminal.out(
      `Applied: ${Object.entries(applied.counts)
        .map(([kind, count]) => `${count} ${kind}`)
        .join(", ")}`,
    )
  else terminal.out("Nothing was written; --apply carries this out.")
}

function problemSentence(words: Words, problem: FileProblem): string {
  const where = problem.line === null ? "" : `${problem.line}:${problem.column ?? 1}: `
  return `${where}${sentence(words, new Problem(problem.code as ProblemCode, problem.data))}`
}

function warningSentence(words: Words, { code, data }: UnitWarning): string {
  const key = [`warning.${code}`, `merge.${code}`, `errors.${code}`].find((each) => words.has(each))
  return key ? words.t(key, data) : code
}
