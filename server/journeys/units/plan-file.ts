// One returned file against what left and what is here: whose units are these, may they come back like this, and what
// would each of them do? The names of files say nothing; the bundle's id and the units' ids inside do.
import { Problem } from "../../../src/errors.ts"
import { compareLanguages, type Change, type KnownUnit } from "../../../src/merge/index.ts"
import type { XliffDocument, XliffUnit } from "../../../src/xliff/index.ts"
import type { FileProblem, ImportChange, ImportFile, StoredUnit, UnitWarning } from "../../storage/types.ts"
import type { ReturnedFile } from "../../workers/tasks.ts"
import type { Actor, House } from "../house.ts"
import { highestState } from "../rights.ts"

export interface FilePlan {
  readonly file: Omit<ImportFile, "import" | "number">
  readonly changes: readonly Omit<ImportChange, "import" | "number" | "file">[]
}

export async function planFile(house: House, returned: ReturnedFile, actor: Actor): Promise<FilePlan> {
  if (returned.problem) return refused(returned.path, returned.problem)
  const { content, path } = returned
  const known = await house.storage.units.byIds([...new Set(content.units.map(({ id }) => id))])
  const home = homeOf(content.units, known)
  const [first] = content.files
  const facts = { path, from: first?.from ?? "", to: first?.to ?? "" }
  if (home === null)
    return finish(house, { ...facts, policy: null, bundle: null, content, known: new Map(), highest: "final" })

  const policy = await house.storage.policies.find(home.policy)
  if (!policy) throw new Error(`Unit ${home.id} is of no policy`)
  const warnings: UnitWarning[] = []
  const names = { name: path, expected: "", found: "" }
  for (const file of content.files) {
    const answer =
      file.to === "" && content.units.every(({ target }) => target === null)
        ? "same"
        : compareLanguages({ from: file.from, to: file.to }, { from: home.from, to: home.to })
    const place = { line: file.line, column: null }
    if (answer === "source-differs") {
      return refused(path, {
        code: "import/source-language",
        data: { ...names, expected: home.from, found: file.from },
        ...place,
      })
    }
    if (answer === "target-differs") {
      return refused(path, {
        code: "import/target-language",
        data: { ...names, expected: home.to, found: file.to },
        ...place,
      })
    }
    if (answer === "region") warnings.push({ code: "region", unit: null, data: { expected: home.to, found: file.to } })
  }
  const highest = highestState(actor, { project: policy.project, language: home.to })
  if (highest === null) {
    const problem = new Problem("session/forbidden", { action: "unit/translate", role: "translator" })
    return refused(path, { code: problem.code, data: problem.data, line: null, column: null })
  }
  const bundle = await bundleOf(house, content)
  const own = new Map([...known].filter(([, unit]) => unit.bitext === home.bitext))
  return finish(house, {
    ...facts,
    from: home.from,
    to: home.to,
    policy: policy.id,
    bundle,
    content,
    known: own,
    highest,
    warnings,
    home,
  })
}

interface Facts {
  readonly path: string
  readonly from: string
  readonly to: string
  readonly policy: string | null
  readonly bundle: string | null
  readonly content: XliffDocument
  readonly known: ReadonlyMap<string, StoredUnit>
  readonly highest: NonNullable<ReturnType<typeof highestState>>
  readonly warnings?: readonly UnitWarning[]
  readonly home?: StoredUnit
}

async function finish(house: House, facts: Facts): Promise<FilePlan> {
  const { path, from, to, policy, bundle, content, known, highest } = facts
  const base = bundle && facts.home ? await baseOf(house, bundle, facts.home.bitext) : null
  // Units of the base that did not come back are told of too, so what they are now is needed as well.
  const missing = [...(base?.keys() ?? [])].filter((id) => !known.has(id))
  const current = new Map(
    [...known, ...(await house.storage.units.byIds(missing))].map(([id, unit]) => [id, knownUnit(unit)]),
  )
  const changes = await house.analyse("plan", { base, current, returned: content.units, rights: { highest } })
  return {
    file: {
      path,
      from,
      to,
      policy,
      bundle,
      accepted: true,
      problem: null,
      warnings: [...content.warnings, ...(facts.warnings ?? []), ...changes.flatMap((change) => change.warnings)],
    },
    changes: changes.map(stored),
  }
}

/** The unit that stands for most of them: a file belongs to one bitext. */
function homeOf(units: readonly XliffUnit[], known: ReadonlyMap<string, StoredUnit>): StoredUnit | null {
  const votes = new Map<string, { unit: StoredUnit; votes: number }>()
  for (const { id } of units) {
    const unit = known.get(id)
    if (!unit) continue
    const vote = votes.get(unit.bitext) ?? { unit, votes: 0 }
    votes.set(unit.bitext, { ...vote, votes: vote.votes + 1 })
  }
  return [...votes.values()].sort((a, b) => b.votes - a.votes)[0]?.unit ?? null
}

/** By the id in the file; where a tool dropped it, by the revisions its units say they left at; else none. */
async function bundleOf(house: House, { files, units }: XliffDocument): Promise<string | null> {
  for (const { exportId } of files) {
    if (exportId !== null && (await house.storage.bundles.byId(exportId))) return exportId
  }
  const told = units.flatMap(({ id, exported }) =>
    exported.revision === null ? [] : [{ unit: id, revision: exported.revision }],
  )
  return told.length === 0 ? null : house.storage.bundles.likeliest(told)
}

async function baseOf(house: House, bundle: string, bitext: string): Promise<Map<string, KnownUnit>> {
  const left = await house.storage.bundles.units(bundle)
  return new Map([...left].filter(([, { file }]) => file === bitext))
}

function knownUnit(unit: StoredUnit): KnownUnit {
  const { source, target, state, flag, revision, translatable, removedAt, bitext } = unit
  return { source, target, state, flag, revision, translatable, isRemoved: removedAt !== null, file: bitext }
}

function stored(change: Change): FilePlan["changes"][number] {
  const { unit, code, base, before, after, stateBefore, stateAfter, flagAfter, revision, decision } = change
  return {
    unit: unit.slice(0, 200),
    change: change.change,
    code,
    base,
    before,
    after,
    stateBefore,
    stateAfter,
    flagAfter,
    revision,
    decision,
    result: "",
    resultCode: "",
    resultRevision: null,
  }
}

function refused(path: string, problem: FileProblem): FilePlan {
  const file = { path, from: "", to: "", policy: null, bundle: null, accepted: false, problem, warnings: [] }
  return { file, changes: [] }
}
