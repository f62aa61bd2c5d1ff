// One returned file against what left and what is here: whose units are these, may they come back like this, and what
// would each of them do? The names of files say nothing; the bundle's id and the units' ids inside do.
// Units pass through in batches; what is kept of all of them is their ids and the revisions they say they left at.
import { Problem } from "../../../src/errors.ts"
import type { State } from "../../../src/model/bitext.ts"
import { compareLanguages, plan, type Change, type KnownUnit } from "../../../src/merge/index.ts"
import { readXliffStream, type XliffSummary, type XliffUnit } from "../../../src/xliff/index.ts"
import type { FileProblem, ImportChange, ImportFile, StoredUnit, UnitWarning } from "../../storage/types.ts"
import { problemOf, returnLimits, type ReturnedFile } from "../../workers/returns.ts"
import type { Actor, House } from "../house.ts"
import { highestState } from "../rights.ts"
import { grouped } from "../views.ts"
import { noted } from "./notes.ts"

export type PlannedFile = Omit<ImportFile, "import" | "number">
export type PlannedUnit = Omit<ImportChange, "import" | "number" | "file">

/** Whom the work is reported to, and who keeps its results. */
export interface Work {
  /** Bytes read. */
  advance(bytes: number): Promise<void>
  /** Units found when all has been read once. */
  surveyed(units: number): void
  /** Changes of one batch, of so many units of the file. */
  keep(changes: readonly PlannedUnit[], units: number): Promise<void>
}

type Readable = Extract<ReturnedFile, { readonly problem: null }>

/** Units compared at once: one short transaction. */
const batchSize = 400
/** Warnings told with the file; each change carries its own. */
const toldWarnings = 200

export async function planFile(house: House, file: ReturnedFile, actor: Actor, work: Work): Promise<PlannedFile> {
  if (file.problem) return refused(file.path, file.problem)
  let found: Survey
  try {
    found = await survey(house, file, work)
  } catch (error) {
    if (error instanceof Problem) return refused(file.path, problemOf(error))
    throw error
  }
  work.surveyed(found.summary.units)
  const { summary, home } = found
  const [first] = summary.files
  const facts = { path: file.path, from: first?.from ?? "", to: first?.to ?? "", bundle: null, policy: null }
  if (home === null) {
    const warnings = await compare(house, file, found, { home, bundle: null, highest: "final" }, work)
    return { ...facts, accepted: true, problem: null, warnings: [...summary.warnings, ...warnings] }
  }
  const policy = await house.storage.policies.find(home.policy)
  if (!policy) throw new Error(`Unit ${home.id} is of no policy`)
  const answer = languages(file.path, found, home)
  if (!Array.isArray(answer)) return refused(file.path, answer)
  const highest = highestState(actor, { project: policy.project, language: home.to })
  if (highest === null) {
    return refused(
      file.path,
      problemOf(new Problem("session/forbidden", { action: "unit/translate", role: "translator" })),
    )
  }
  const bundle = await bundleOf(house, found)
  const warnings = await compare(house, file, found, { home, bundle, highest }, work)
  return {
    path: file.path,
    from: home.from,
    to: home.to,
    policy: policy.id,
    bundle,
    accepted: true,
    problem: null,
    warnings: [...summary.warnings, ...answer, ...warnings],
  }
}

interface Survey {
  readonly summary: XliffSummary
  /** A unit that stands for most of them: a file belongs to one bitext. */
  readonly home: StoredUnit | null
  /** Unit id → revision it says it left at. */
  readonly left: ReadonlyMap<string, number | null>
  readonly doubles: ReadonlySet<string>
  readonly hasTargets: boolean
}

/** The first reading. @throws Problem when the file cannot be read to its end */
async function survey(house: House, file: Readable, work: Work): Promise<Survey> {
  const left = new Map<string, number | null>()
  const doubles = new Set<string>()
  const votes = new Map<string, { unit: string; count: number }>()
  let hasTargets = false
  let fresh: string[] = []
  const vote = async () => {
    for (const { id, bitext } of await house.storage.units.bitextsOf(fresh)) {
      const before = votes.get(bitext)
      votes.set(bitext, { unit: before?.unit ?? id, count: (before?.count ?? 0) + 1 })
    }
    fresh = []
  }
  const summary = await readXliffStream(counted(file, work), reading(file), async (unit) => {
    hasTargets ||= unit.target !== null
    if (left.has(unit.id)) doubles.add(unit.id)
    else {
      left.set(unit.id, unit.exported.revision)
      fresh.push(unit.id)
    }
    if (fresh.length === batchSize) await vote()
  })
  await vote()
  const [most] = [...votes.values()].sort((a, b) => b.count - a.count)
  return { summary, home: most ? await house.storage.units.byId(most.unit) : null, left, doubles, hasTargets }
}

function reading({ path }: Readable) {
  return { name: path, limits: { bytes: returnLimits.file } }
}

async function* counted(file: Readable, work: Work): AsyncGenerator<Uint8Array> {
  for await (const chunk of file.open()) {
    yield chunk
    await work.advance(chunk.length)
  }
}

/** Warnings, or why the file is refused. */
function languages(
  path: string,
  { summary, hasTargets }: Survey,
  home: StoredUnit,
): UnitWarning[] | (FileProblem & { length?: never }) {
  const warnings: UnitWarning[] = []
  const expected = { from: home.from, to: home.to }
  for (const { from, to, line } of summary.files) {
    const answer = to === "" && !hasTargets ? "same" : compareLanguages({ from, to }, expected)
    const place = { line, column: null }
    if (answer === "source-differs")
      return { code: "import/source-language", data: { name: path, expected: home.from, found: from }, ...place }
    if (answer === "target-differs")
      return { code: "import/target-language", data: { name: path, expected: home.to, found: to }, ...place }
    if (answer === "region")
      warnings.push({ code: "language-region", unit: null, data: { expected: home.to, found: to } })
  }
  return warnings
}

/** By the id in the file; where a tool dropped it, by the revisions its units say they left at; else none. */
async function bundleOf({ storage }: House, { summary, left }: Survey): Promise<string | null> {
  for (const { exportId } of summary.files)
    if (exportId !== null && (await storage.bundles.byId(exportId))) return exportId
  const told = [...left].flatMap(([unit, revision]) => (revision === null ? [] : [{ unit, revision }]))
  return told.length === 0 ? null : storage.bundles.likeliest(told)
}

interface Ground {
  readonly home: StoredUnit | null
  readonly bundle: string | null
  readonly highest: State
}

/** The second reading. @returns the first warnings about units */
async function compare(
  house: House,
  file: Readable,
  { left, doubles }: Survey,
  { home, bundle, highest }: Ground,
  work: Work,
): Promise<UnitWarning[]> {
  const { storage } = house
  const warnings: UnitWarning[] = []
  let untold = 0
  const judge = async (returned: readonly XliffUnit[], absent: readonly string[] = []) => {
    const ids = [...new Set([...returned.map(({ id }) => id), ...absent])]
    const here = await storage.units.byIds(ids)
    const own = [...here].filter(([, unit]) => unit.bitext === home?.bitext)
    const current = new Map((absent.length > 0 ? [...here] : own).map(([id, unit]) => [id, known(unit)]))
    const base = bundle === null || home === null ? null : await exported(house, bundle, home.bitext, ids)
    const changes = plan({ base, current, returned, rights: { highest } })
    for (const warning of changes.flatMap((change) => change.warnings))
      if (warnings.length < toldWarnings) warnings.push(warning)
      else untold += 1
    const annotated = returned.flatMap(({ id, notes }) => (notes.length > 0 ? [id] : []))
    const comments = grouped(await storage.comments.ofUnits(annotated), ({ unit }) => unit)
    const notes = new Map(
      returned.map((unit) => [unit.id, noted(unit, here.get(unit.id), comments.get(unit.id) ?? [])]),
    )
    await work.keep(
      changes.map((change) => planned(change, notes.get(change.unit) ?? [])),
      returned.length,
    )
  }

  let batch: XliffUnit[] = []
  // A unit that stands twice is judged once all of it is here.
  const twice: XliffUnit[] = []
  await readXliffStream(counted(file, work), reading(file), async (unit) => {
    if (doubles.has(unit.id)) twice.push(unit)
    else batch.push(unit)
    if (batch.length < batchSize) return
    await judge(batch)
    batch = []
  })
  if (batch.length + twice.length > 0) await judge([...batch, ...twice])

  for (let after = ""; bundle !== null && home !== null;) {
    const page = await storage.bundles.page(bundle, home.bitext, after, batchSize)
    const missing = page.filter(({ unit }) => !left.has(unit)).map(({ unit }) => unit)
    if (missing.length > 0) await judge([], missing)
    const last = page.at(-1)
    if (!last || page.length < batchSize) break
    after = last.unit
  }
  return untold === 0 ? warnings : [...warnings, { code: "more-warnings", unit: null, data: { count: untold } }]
}

async function exported(
  { storage }: House,
  bundle: string,
  bitext: string,
  ids: readonly string[],
): Promise<Map<string, KnownUnit>> {
  return new Map([...(await storage.bundles.units(bundle, ids))].filter(([, { file }]) => file === bitext))
}

function known(unit: StoredUnit): KnownUnit {
  const { source, target, state, flag, revision, translatable, removedAt, bitext } = unit
  return { source, target, state, flag, revision, translatable, isRemoved: removedAt !== null, file: bitext }
}

function planned(change: Change, notes: PlannedUnit["notes"]): PlannedUnit {
  const { sources: _sources, column: _column, ...kept } = change
  return { ...kept, unit: change.unit.slice(0, 200), notes, result: "", resultCode: "", resultRevision: null }
}

function refused(path: string, problem: FileProblem): PlannedFile {
  return { path, from: "", to: "", policy: null, bundle: null, accepted: false, problem, warnings: [] }
}
