// Completed translations come back: read under limits, compared unit by unit with what left and with what is here now.
// The plan is kept; nothing else is written until somebody applies it.
import { setImmediate } from "node:timers/promises"
import { plain, tagged } from "../../src/content.ts"
import { Problem } from "../../src/errors.ts"
import type { Content } from "../../src/model/document.ts"
import {
  changeKinds,
  type ChangeKind,
  type Decision,
  type FileProblem,
  type Import,
  type ImportChange,
  type ImportFile,
  type JobStatus,
  type UnitWarning,
} from "../storage/types.ts"
import type { Actor, House, Page } from "./house.ts"
import { breakOffSilent, startPlanning } from "./imports/job.ts"
import { isReadable, policiesOf, readable } from "./imports/readable.ts"
import { receiveImport } from "./imports/receive.ts"
import { demand } from "./rights.ts"
import { grouped } from "./views.ts"

export interface PlanImportInput {
  readonly project?: string
  /** Zips or single XLIFF files, any names. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

export interface PlannedFile {
  readonly number: number
  readonly path: string
  readonly accepted: boolean
  readonly problem: FileProblem | null
  readonly warnings: readonly UnitWarning[]
  readonly from: string
  readonly to: string
  readonly policy: { readonly id: string; readonly name: string } | null
  readonly bundle: string | null
  readonly counts: Readonly<Record<ChangeKind, number>>
}

export interface PlannedChange extends ImportChange {
  /** Reading position, section and source of the unit here; null when it is unknown. */
  readonly unitView: {
    readonly position: number
    readonly section: number | null
    readonly source: string
    /** For stale changes: the source as it left, for the diff. */
    readonly exportedSource: string | null
    readonly from: string
    readonly to: string
    readonly policy: string
  } | null
  /** Tagged text for diffs and forms. */
  readonly texts: { readonly base: string | null; readonly before: string | null; readonly after: string | null }
}

export interface PlanResult {
  readonly import: Import
  readonly files: readonly PlannedFile[]
  readonly counts: Readonly<Record<ChangeKind, number>>
  readonly changes: Page<PlannedChange>
  /** The very same files were imported and applied before. */
  readonly isRepeated: boolean
  /** It was begun to apply or undo it, and broke off: nothing was written. */
  readonly isBroken: boolean
}

/**
 * Refused files are in the result with their problem.
 *
 * @throws Problem "input/empty" when there is no file at all, "session/forbidden"
 */
export async function planImport(house: House, input: PlanImportInput, actor: Actor): Promise<PlanResult> {
  const id = await receiveImport(
    house,
    input.files.map(({ name, bytes }) => ({ name, chunks: [bytes] })),
    actor,
  )
  await startPlanning(house, id, actor)
  return showPlan(house, { import: id }, actor)
}

export interface ShowPlanInput {
  readonly import: string
  readonly change?: ChangeKind
  readonly file?: number
  /** 100 when absent; "all" for the command line. */
  readonly limit?: number | "all"
  readonly after?: string
}

/** @throws Problem "plan/unknown" */
export async function showPlan(house: House, input: ShowPlanInput, actor: Actor): Promise<PlanResult> {
  const { storage } = house
  const { made, files, policies } = await readable(house, input.import, actor)
  const counts = await storage.imports.counts([made.id])
  const limit = input.limit === "all" ? Number.MAX_SAFE_INTEGER : Math.min(1_000, Math.max(1, input.limit ?? 100))
  const page = await storage.imports.changes(made.id, {
    ...(input.change === undefined ? {} : { change: input.change }),
    ...(input.file === undefined ? {} : { file: input.file }),
    ...(input.after === undefined ? {} : { after: Number(input.after) || 0 }),
    ...(input.limit === "all" ? {} : { limit: limit + 1 }),
  })
  const items = page.slice(0, limit)
  const repeated = (await storage.imports.byDigest(made.digest)).some(
    ({ id, status }) => id !== made.id && status === "applied",
  )
  return {
    import: made,
    files: files.map((file): PlannedFile => {
      const policy = policies.get(file.policy ?? "")
      return {
        number: file.number,
        path: file.path,
        accepted: file.accepted,
        problem: file.problem,
        warnings: file.warnings,
        from: file.from,
        to: file.to,
        policy: policy ? { id: policy.id, name: policy.name } : null,
        bundle: file.bundle,
        counts: countsOf(counts.filter((each) => each.file === file.number)),
      }
    }),
    counts: countsOf(counts),
    changes: {
      items: await shown(house, items, files),
      next: page.length > limit ? String(items.at(-1)?.number ?? "") : null,
    },
    isRepeated: repeated,
    isBroken: (await storage.jobs.ofImports([made.id])).get(made.id)?.status === "broken",
  }
}

/** Every change in its order, a few hundred at a time, so that others are answered in between. */
export async function* planChanges(
  house: House,
  input: { readonly import: string; readonly file?: number },
  actor: Actor,
): AsyncGenerator<PlannedChange[]> {
  const { made, files } = await readable(house, input.import, actor)
  const which = input.file === undefined ? {} : { file: input.file }
  for (let after: number | undefined; ;) {
    const from = after === undefined ? {} : { after }
    const changes = await house.storage.imports.changes(made.id, { ...which, ...from, limit: portion })
    if (changes.length > 0) yield shown(house, changes, files)
    after = changes.at(-1)?.number
    if (changes.length < portion) return
    await setImmediate()
  }
}

const portion = 500

async function shown(
  { storage }: House,
  changes: readonly ImportChange[],
  files: readonly ImportFile[],
): Promise<PlannedChange[]> {
  const units = await storage.units.byIds([...new Set(changes.map(({ unit }) => unit))])
  const left = new Map<string, Content>()
  for (const [number, own] of grouped(
    changes.filter(({ change }) => change === "stale"),
    ({ file }) => String(file),
  )) {
    const bundle = files.find((file) => String(file.number) === number)?.bundle
    if (!bundle) continue
    const base = await storage.bundles.units(
      bundle,
      own.map(({ unit }) => unit),
    )
    for (const [unit, { source }] of base) left.set(unit, source)
  }
  return changes.map((change) => {
    const unit = units.get(change.unit)
    return {
      ...change,
      unitView: unit
        ? {
            position: unit.position,
            section: unit.sourceSection,
            source: plain(unit.source),
            exportedSource: left.has(unit.id) ? plain(left.get(unit.id) ?? []) : null,
            from: unit.from,
            to: unit.to,
            policy: unit.policy,
          }
        : null,
      texts: { base: textOf(change.base), before: textOf(change.before), after: textOf(change.after) },
    }
  })
}

export interface DecidePlanInput {
  readonly import: string
  /** `import.revision` the decisions were made on. */
  readonly revision: number
  /** For single changes by number, or for all of a kind; single ones win. */
  readonly changes?: readonly { readonly number: number; readonly decision: Decision }[]
  readonly kinds?: readonly { readonly change: ChangeKind; readonly decision: Decision }[]
}

/** @throws Problem "plan/stale", "plan/unknown", "plan/applied" */
export async function decidePlan(house: House, input: DecidePlanInput, actor: Actor): Promise<PlanResult> {
  const { made } = await readable(house, input.import, actor)
  const job = (await house.storage.jobs.ofImports([made.id])).get(made.id)
  if (made.status !== "planned" || job?.status === "applying") throw new Problem("plan/applied", { import: made.id })
  await house.storage.transaction(async (inside) => {
    await inside.imports.advance({ ...made, revision: input.revision })
    for (const { change, decision } of input.kinds ?? []) await inside.imports.decide(made.id, decision, { change })
    for (const [decision, own] of grouped(input.changes ?? [], (each) => each.decision)) {
      await inside.imports.decide(made.id, decision as Decision, { numbers: own.map(({ number }) => number) })
    }
  })
  return showPlan(house, { import: made.id }, actor)
}

export interface ListedImport extends Import {
  readonly createdByName: string
  readonly counts: Readonly<Record<ChangeKind, number>>
  /** How work on it goes; "ready" when there is none. */
  readonly job: JobStatus
}

/** Newest first: one's own, and those for projects one may import into. */
export async function listImports(
  house: House,
  input: { readonly project?: string; readonly limit?: number },
  actor: Actor,
): Promise<ListedImport[]> {
  demand(actor, "import/plan")
  const { storage } = house
  const limit = Math.min(500, Math.max(1, input.limit ?? 50))
  await breakOffSilent(house)
  const all = await storage.imports.list(limit * 2)
  const files = grouped(await storage.imports.files(all.map(({ id }) => id)), (file) => file.import)
  const policies = await policiesOf(house, [...files.values()].flat())
  const visible = all.filter((each) => isReadable(each, files.get(each.id) ?? [], policies, actor)).slice(0, limit)
  const counts = grouped(await storage.imports.counts(visible.map(({ id }) => id)), (each) => each.import)
  const names = await storage.users.names(visible.map(({ createdBy }) => createdBy))
  const jobs = await storage.jobs.ofImports(visible.map(({ id }) => id))
  return visible.map((each) => ({
    ...each,
    job: jobs.get(each.id)?.status ?? "ready",
    createdByName: names.get(each.createdBy ?? "") ?? "",
    counts: countsOf(counts.get(each.id) ?? []),
  }))
}

function countsOf(
  rows: readonly { readonly change: ChangeKind; readonly count: number }[],
): Record<ChangeKind, number> {
  const counts = Object.fromEntries(changeKinds.map((kind) => [kind, 0])) as Record<ChangeKind, number>
  for (const { change, count } of rows) counts[change] += count
  return counts
}

function textOf(content: Content | null): string | null {
  return content === null ? null : tagged(content)
}
