// Completed translations come home: files in, a plan to look at and decide on, applied in one go, and undone if need be.
import { countResults, startWriting } from "../journeys/apply-plan.ts"
import { checkIncoming } from "../journeys/check-incoming.ts"
import { cancelImport, restartImport, showJob, startPlanning, type ShownJob } from "../journeys/imports/job.ts"
import { receiveImport } from "../journeys/imports/receive.ts"
import {
  decidePlan,
  listImports,
  planChanges,
  showPlan,
  type PlannedChange,
  type PlannedFile,
  type PlanResult,
} from "../journeys/plan-import.ts"
import type { Finding } from "../../src/model/finding.ts"
import { messageOf } from "../finding-words.ts"
import { again, field, flash, goTo, render, sentenceOf } from "../page.ts"
import { isAtWork } from "../storage/jobs.ts"
import { changeKinds, type ChangeKind, type Decision } from "../storage/types.ts"
import { uploadedFiles } from "../upload.ts"
import { url } from "../url.ts"
import type { Words } from "../i18n.ts"
import { get, part, post, type Ask, type Route } from "./route.ts"
import { resultCsv, resultJson } from "./work/result.ts"
import { wordDiff } from "./work/diff.ts"
import { downloadStream, whole } from "./work/form.ts"
import { opening } from "./work/text.ts"

export const importRoutes: readonly Route[] = [
  get("/import/translations", "import/plan", form),
  post("/import/translations", "import/plan", receive, "upload"),
  get("/imports/:import", "import/plan", page),
  get("/imports/:import/progress", "import/plan", progress),
  post("/imports/:import/cancel", "import/plan", cancel),
  post("/imports/:import/restart", "import/plan", restart),
  post("/imports/:import/decide", "import/plan", decide),
  post("/imports/:import/apply", "import/apply", apply),
  post("/imports/:import/undo", "import/apply", undo),
  get("/imports/:import/result.csv", "import/plan", csv, "download"),
  get("/imports/:import/result.json", "import/plan", json, "download"),
]

/** Kinds that somebody may decide otherwise; the rest is as it is. */
const decidable: readonly ChangeKind[] = ["update", "conflict", "stale", "protected"]
const decisions: readonly Decision[] = ["take", "suggest", "keep"]

async function form({ response, house }: Ask): Promise<void> {
  const imports = await listImports(house, { limit: 20 }, response.locals.actor)
  render(response, "imports/new", { imports: imports.map((each) => ({ ...each, total: sum(each.counts) })) })
}

async function receive({ request, response, house }: Ask): Promise<void> {
  again(response, "imports/new", { imports: [] })
  const id = await receiveImport(house, uploadedFiles(request), response.locals.actor)
  await planFor({ request, response, house }, id)
}

/** What takes longer than somebody waits goes on beside the requests, and a page shows how far it is. */
const patience = 1_500

async function planFor({ response, house }: Ask, id: string): Promise<void> {
  const { actor } = response.locals
  const planning = startPlanning(house, id, actor).catch((error: unknown) =>
    house.log.error({ err: error, import: id }, "an import could not be planned"),
  )
  await forAWhile(planning)
  if (await showJob(house, { import: id }, actor)) return goTo(response, url.plan(id))
  const plan = await showPlan(house, { import: id, limit: 1 }, actor)
  // What wants a decision first; what has not changed is a click away.
  const change = (["conflict", "stale", "protected", "update"] as const).find((kind) => plan.counts[kind] > 0)
  goTo(response, url.plan(id, change ? { change } : {}))
}

async function forAWhile(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, patience)))])
  clearTimeout(timer)
}

/** For the script on the page of an import that is worked on: how far it is, or nothing when it has ended. */
async function progress(ask: Ask): Promise<void> {
  const { response, house } = ask
  const job = await showJob(house, { import: part(ask, "import") }, response.locals.actor)
  if (!job || !isAtWork(job.job.status)) return void response.status(204).end()
  response.set("X-Fragment", "progress")
  render(response, "imports/progress", shownJob(job))
}

function shownJob(job: ShownJob) {
  const { problem } = job.job
  return {
    ...job,
    isOpen: isAtWork(job.job.status),
    shownPercent: Math.floor(job.share * 100),
    problemCode: problem?.code ?? null,
  }
}

async function cancel(ask: Ask): Promise<void> {
  const { response, house } = ask
  const id = part(ask, "import")
  await cancelImport(house, { import: id }, response.locals.actor)
  goTo(response, url.plan(id))
}

async function restart(ask: Ask): Promise<void> {
  const id = part(ask, "import")
  await restartImport(ask.house, { import: id }, ask.response.locals.actor)
  await planFor(ask, id)
}

async function page(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  const { actor, words } = response.locals
  const id = part(ask, "import")
  const job = await showJob(house, { import: id }, actor)
  if (job) return render(response, "imports/job", shownJob(job))
  const { change, file, after } = filterOf(request.query)
  const plan = await showPlan(house, { import: id, limit: 50, ...filterOf(request.query) }, actor)
  const { import: imported, counts } = plan
  const filter = { ...(change ? { change } : {}), ...(file === undefined ? {} : { file }) }
  const findings =
    imported.status === "planned"
      ? await checkIncoming(house, plan.changes.items)
      : new Map<number, readonly Finding[]>()
  render(response, "imports/plan", {
    ...plan,
    isOpen: imported.status === "planned",
    files: plan.files.map((each) => shownFile(each, words)),
    kinds: changeKinds.flatMap((kind) =>
      counts[kind] > 0
        ? [{ kind, count: counts[kind], href: url.plan(id, { change: kind }), isHere: kind === change }]
        : [],
    ),
    total: sum(counts),
    change: change ?? null,
    file: file ?? null,
    changes: plan.changes.items.map((each) => ({
      ...shownChange(each, plan, words),
      findings: (findings.get(each.number) ?? []).map((finding) => shownFinding(finding, words)),
    })),
    decidableKinds: decidable.filter((kind) => counts[kind] > 0 && (change === undefined || kind === change)),
    decisions,
    self: url.plan(id, { ...filter, ...(after ? { after } : {}) }),
    first: after ? url.plan(id, filter) : null,
    next: plan.changes.next === null ? null : url.plan(id, { ...filter, after: plan.changes.next }),
    everything: url.plan(id),
  })
}

async function decide(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  const id = part(ask, "import")
  const form: unknown = request.body
  const [kind, decision] = field(form, "all").split(":")
  const forKind = {
    kind: changeKinds.find((each) => each === kind),
    decision: decisions.find((each) => each === decision),
  }
  await decidePlan(
    house,
    {
      import: id,
      revision: whole(form, "revision"),
      ...(forKind.kind && forKind.decision
        ? { kinds: [{ change: forKind.kind, decision: forKind.decision }] }
        : { changes: decidedIn(form) }),
    },
    response.locals.actor,
  )
  flash(response, "flash.plan-decided")
  goTo(response, field(form, "back") || url.plan(id))
}

/** The choices on the page count, whether or not they were saved before. */
async function apply(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  const changes = decidedIn(request.body)
  if (changes.length > 0) {
    const plan = { import: part(ask, "import"), revision: whole(request.body, "revision") }
    await decidePlan(house, { ...plan, changes }, response.locals.actor)
  }
  await write(ask, "apply")
}

function undo(ask: Ask): Promise<void> {
  return write(ask, "undo")
}

/** What takes longer than somebody waits goes on, and the page shows how far it is. */
async function write(ask: Ask, kind: "apply" | "undo"): Promise<void> {
  const { response, house } = ask
  const { actor } = response.locals
  const id = part(ask, "import")
  const { ended } = await startWriting(house, { kind, import: id, actor })
  ended.catch((error: unknown) => house.log.error({ err: error, import: id }, "an import could not be written"))
  await forAWhile(ended)
  const plan = await showPlan(house, { import: id, limit: 1 }, actor)
  const { applied, suggested, kept, skipped } = await countResults(house, { import: id }, actor)
  if (kind === "apply" && plan.import.status === "applied")
    flash(response, "flash.plan-applied", { applied, suggested, kept })
  if (kind === "undo" && plan.import.status === "undone") flash(response, "flash.plan-undone", { skipped })
  goTo(response, url.plan(id))
}

async function csv(ask: Ask): Promise<void> {
  const { plan, changes } = await result(ask)
  const lines = resultCsv(plan, changes(), ask.response.locals.words)
  await downloadStream(ask.response, `${plan.import.name}.csv`, "text/csv; charset=utf-8", lines)
}

async function json(ask: Ask): Promise<void> {
  const { plan, changes } = await result(ask)
  const text = resultJson(plan, changes, ask.response.locals.words)
  await downloadStream(ask.response, `${plan.import.name}.json`, "application/json; charset=utf-8", text)
}

/** The plan without its changes, and these in portions, read as they are sent. */
async function result({ request, response, house }: Ask) {
  const { actor } = response.locals
  const input = { import: part({ request, response, house }, "import") }
  const plan = await showPlan(house, { ...input, limit: 1 }, actor)
  return {
    plan,
    changes: (file?: number) => planChanges(house, { ...input, ...(file === undefined ? {} : { file }) }, actor),
  }
}

function filterOf(query: unknown): { change?: ChangeKind; file?: number; after?: string } {
  const change = changeKinds.find((kind) => kind === field(query, "change"))
  const file = field(query, "file")
  const after = field(query, "after")
  return {
    ...(change ? { change } : {}),
    ...(/^\d{1,5}$/.test(file) ? { file: Number(file) } : {}),
    ...(after ? { after } : {}),
  }
}

function decidedIn(form: unknown): { number: number; decision: Decision }[] {
  return Object.keys((form ?? {}) as object).flatMap((name) => {
    const number = /^decision-(\d{1,9})$/.exec(name)?.[1]
    const decision = decisions.find((each) => each === field(form, name))
    return number && decision ? [{ number: Number(number), decision }] : []
  })
}

function shownFile(file: PlannedFile, words: Words) {
  const { problem } = file
  return {
    ...file,
    total: sum(file.counts),
    sentence:
      problem && sentenceOf(words, problem.code, { ...problem.data, line: problem.line, column: problem.column }),
    warnings: file.warnings.map((warning) => ({ ...warning, sentence: warningSentence(warning, words) })),
  }
}

function warningSentence({ code, data }: PlannedFile["warnings"][number], words: Words): string {
  const key = [`import.${code}`, `errors.${code}`].find((each) => words.has(each))
  return key ? words.t(key, data) : code
}

function shownChange(change: PlannedChange, plan: PlanResult, words: Words) {
  const { base, before, after } = change.texts
  const language = change.unitView?.to ?? plan.files.find(({ number }) => number === change.file)?.to ?? "und"
  const hasBase = (change.change === "conflict" || change.change === "stale") && change.code !== "no-base"
  const hasThree = hasBase && (base ?? "") !== (before ?? "")
  return {
    ...change,
    language,
    source: change.unitView ? opening(change.unitView.source, 400) : null,
    sourceLanguage: change.unitView?.from ?? "und",
    diff: wordDiff(before ?? "", after ?? "", language),
    // Both sides against what they started from: the reader sees who did what.
    three: hasThree
      ? {
          base,
          ours: wordDiff(base ?? "", before ?? "", language),
          theirs: wordDiff(base ?? "", after ?? "", language),
        }
      : null,
    // The source as it left against the source now.
    sourceDiff: sourceDiffOf(change.unitView),
    isMoving: change.after !== null && change.stateBefore !== change.stateAfter && change.unitView !== null,
    warnings: change.warnings.map((warning) => warningSentence(warning, words)),
    isDecidable: decidable.includes(change.change),
    reason: reasonOf(change, words),
    resultReason: change.result === "" ? null : codeSentence(change.resultCode, change, words),
  }
}

function sourceDiffOf(unit: PlannedChange["unitView"]) {
  if (unit === null || unit.exportedSource === null || unit.exportedSource === unit.source) return null
  return wordDiff(unit.exportedSource, unit.source, unit.from)
}

function shownFinding({ severity, text, message, language }: Finding, words: Words) {
  return { severity, text, language, message: messageOf(words, message) ?? message.key }
}

/** Why; null when a warning below says it. */
function reasonOf(change: PlannedChange, words: Words): string | null {
  if (change.warnings.some(({ code }) => code === change.code)) return null
  return codeSentence(change.code, change, words) ?? words.t(`plan.reason.${change.change}`)
}

/** The sentence of a code, with what the warning of that code knows of the text. */
function codeSentence(code: string, { warnings }: PlannedChange, words: Words): string | null {
  const key = [`import.${code}`, `errors.${code}`].find((each) => words.has(each))
  return key ? words.t(key, warnings.find((each) => each.code === code)?.data) : null
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}
