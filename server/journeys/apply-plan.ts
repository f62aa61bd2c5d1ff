// Carrying out a merge plan: revisions are checked again inside the one transaction, every unit gets a result with its
// reason, applying twice is applying once, and one click takes it all back where nobody has edited since.
import { isSameContent } from "../../src/content.ts"
import { Problem } from "../../src/errors.ts"
import { states, type State } from "../../src/model/bitext.ts"
import type { Content } from "../../src/model/document.ts"
import type { Storage } from "../storage/storage.ts"
import type { ChangeResult, Comment, Import, ImportChange, StoredUnit, Suggestion } from "../storage/types.ts"
import type { Actor, House } from "./house.ts"
import { readable } from "./plan-import.ts"
import { record } from "./record.ts"
import { demand, highestState } from "./rights.ts"
import { revisionOf } from "./units/carry.ts"
import { checkedText, diffFindings } from "./units/findings.ts"
import { edited } from "./units/save.ts"
import { grouped } from "./views.ts"

export interface AppliedUnit {
  readonly number: number
  readonly unit: string
  readonly result: ChangeResult
  /** Why: "update", "conflict", "moved-on" (edited since the plan was made), "same" … */
  readonly code: string
}

export interface ApplyPlanResult {
  readonly import: string
  readonly status: "applied" | "undone"
  readonly counts: Readonly<Record<Exclude<ChangeResult, "">, number>>
  readonly units: readonly AppliedUnit[]
}

/** How often the work is repeated when somebody saves a unit between looking and writing. */
const attempts = 5

interface Verdict extends AppliedUnit {
  readonly revision: number | null
  /** The unit as it is written. */
  readonly next?: StoredUnit
  readonly suggestion?: Suggestion
}

/** Applying what is applied says what was done then. @throws Problem "plan/unknown", "plan/applied" when undone since */
export async function applyPlan(
  house: House,
  input: { readonly import: string },
  actor: Actor,
): Promise<ApplyPlanResult> {
  for (let attempt = 1; ; attempt++) {
    const { made, files, policies } = await readable(house, input.import, actor)
    const changes = await house.storage.imports.changes(made.id)
    if (made.status === "applied") return told(made, "applied", changes.map(asTold))
    if (made.status === "undone") throw new Problem("plan/applied", { import: made.id })
    const highest = new Map<number, State>()
    for (const file of files) {
      if (!file.accepted || file.policy === null) continue
      const where = { project: policies.get(file.policy)?.project ?? "", language: file.to }
      demand(actor, "import/apply", where)
      highest.set(file.number, highestState(actor, where) ?? "translated")
    }
    try {
      return await applyOnce(house, made, changes, highest, actor)
    } catch (error) {
      const isOvertaken = error instanceof Problem && (error.code === "unit/stale" || error.code === "plan/stale")
      if (!isOvertaken || attempt === attempts) throw error
    }
  }
}

async function applyOnce(
  house: House,
  made: Import,
  changes: readonly ImportChange[],
  highest: ReadonlyMap<number, State>,
  actor: Actor,
): Promise<ApplyPlanResult> {
  const now = house.now().toISOString()
  const units = await house.storage.units.byIds([...new Set(changes.map(({ unit }) => unit))])
  const sources = await exportedSources(house, made, changes)
  const taken = new Set<string>()
  const verdicts = changes.map((change) => {
    const unit = units.get(change.unit)
    const verdict = judge(house, change, unit, highest.get(change.file) ?? null, sources, made, actor, now)
    // The same unit twice in one import: the first that is taken counts.
    if (!verdict.next) return verdict
    if (taken.has(verdict.unit))
      return { ...kept(change, "duplicate-unit"), ...suggestionFor(house, change, unit!, made, actor, now) }
    taken.add(verdict.unit)
    return verdict
  })
  const written = verdicts.flatMap(({ next }) => (next ? [next] : []))
  const checked = await findingsOf(house, written)
  await house.storage.transaction(async (inside) => {
    await inside.imports.advance({ ...made, status: "applied", appliedAt: now })
    await inside.units.saveMany(written, 1)
    await inside.history.append(written.map((unit) => revisionOf(unit, actor.id, made.name, made.id)))
    await checked(inside)
    await inside.suggestions.insert(await unsaid(inside, verdicts))
    await settle(inside, written, now)
    await inside.comments.insert(commentsOf(house, made, changes, units, now))
    await inside.imports.record(recorded(changes, verdicts))
    const counts = countsOf(verdicts)
    await record(house, inside, actor, "import/apply", made.id, { name: made.name, digest: made.digest, ...counts })
  })
  return told(made, "applied", verdicts)
}

/** What becomes of one change, given the unit as it is now. */
function judge(
  house: House,
  change: ImportChange,
  unit: StoredUnit | undefined,
  highest: State | null,
  sources: ReadonlyMap<string, Content>,
  made: Import,
  actor: Actor,
  now: string,
): Verdict {
  const { after, decision, code } = change
  if (!unit || highest === null || after === null || !isOpen(change))
    return { ...kept(change, code), result: "skipped" }
  const suggested = (why: string): Verdict => ({
    ...kept(change, why),
    ...suggestionFor(house, change, unit, made, actor, now),
  })
  if (decision === "keep") return kept(change, code)
  if (decision === "suggest" || change.change === "refused") return suggested(code)
  if (unit.removedAt !== null) return suggested("unit-removed")
  if (!unit.translatable) return suggested("locked")
  if (unit.state === "final" && highest !== "final") return suggested("final")
  if (unit.revision !== change.revision) {
    return isSameContent(unit.target, after) ? kept(change, "both") : suggested("moved-on")
  }
  const state = states[Math.min(states.indexOf(change.stateAfter), states.indexOf(highest))]!
  const isStale = change.flagAfter === "outdated"
  const next = edited(
    { ...unit, previousSource: isStale ? (sources.get(unit.id) ?? unit.previousSource) : unit.previousSource },
    {
      target: after,
      state,
      flag: change.flagAfter,
      origin: isSameContent(unit.target, after) ? unit.origin : "import",
      comment: made.name,
    },
    actor,
    now,
  )
  return { number: change.number, unit: unit.id, result: "applied", code, revision: next.revision, next }
}

/** What translators noted, also about units whose text is not taken. */
function commentsOf(
  house: House,
  made: Import,
  changes: readonly ImportChange[],
  units: ReadonlyMap<string, StoredUnit>,
  now: string,
): Comment[] {
  return changes.flatMap(({ unit, notes }) =>
    units.has(unit)
      ? notes.map(({ text, author = "" }) => ({
          id: house.randomId(),
          unit,
          text,
          author,
          import: made.id,
          createdAt: now,
        }))
      : [],
  )
}

/** Kinds somebody may decide about; the others are as they are. */
function isOpen({ change }: ImportChange): boolean {
  return (
    change === "update" || change === "conflict" || change === "stale" || change === "protected" || change === "refused"
  )
}

function kept({ number, unit }: ImportChange, code: string): Verdict {
  return { number, unit, result: "kept", code, revision: null }
}

function suggestionFor(
  house: House,
  change: ImportChange,
  unit: StoredUnit,
  made: Import,
  actor: Actor,
  now: string,
): Pick<Verdict, "result" | "suggestion"> {
  return {
    result: "suggested",
    suggestion: {
      id: house.randomId(),
      unit: unit.id,
      target: change.after ?? [],
      origin: "import",
      baseRevision: change.revision,
      author: actor.id,
      import: made.id,
      createdAt: now,
      resolvedAt: null,
    },
  }
}

/** Suggestions that nobody has made yet: importing the same thing twice says it once. */
async function unsaid(inside: Storage, verdicts: readonly Verdict[]): Promise<Suggestion[]> {
  const wanted = verdicts.flatMap(({ suggestion }) => (suggestion ? [suggestion] : []))
  const open = grouped(await inside.suggestions.openOf(wanted.map(({ unit }) => unit)), ({ unit }) => unit)
  return wanted.filter(({ unit, target }) => !open.get(unit)?.some((each) => isSameContent(each.target, target)))
}

async function settle(inside: Storage, units: readonly StoredUnit[], now: string): Promise<void> {
  const targets = new Map(units.map(({ id, target }) => [id, target]))
  const open = await inside.suggestions.openOf([...targets.keys()])
  const settled = open.filter(({ unit, target }) => isSameContent(target, targets.get(unit) ?? null))
  await inside.suggestions.resolve(
    settled.map(({ id }) => id),
    now,
  )
}

/** Checks whole bitexts with the new texts in them; what is returned writes the findings of the written units. */
async function findingsOf(house: House, written: readonly StoredUnit[]): Promise<(inside: Storage) => Promise<void>> {
  const changes: ReturnType<typeof diffFindings>[] = []
  for (const [bitext, units] of grouped(written, (unit) => unit.bitext)) {
    const next = new Map(units.map((unit) => [unit.id, unit]))
    const all = (await house.storage.units.ofBitext(bitext)).map((unit) => next.get(unit.id) ?? unit)
    const [seen = []] = await house.analyse("check", { texts: [checkedText(all, units[0]!.to)] })
    const before = await house.storage.findings.ofUnits([...next.keys()])
    const own = seen.filter(({ block }) => next.has(block))
    changes.push(diffFindings(units, before, own, units[0]!.updatedAt, house.randomId))
  }
  return async (inside) => {
    for (const { inserted, changed } of changes) {
      await inside.findings.insert(inserted)
      await inside.findings.saveMany(changed)
    }
  }
}

/** Sources as they left, for units whose translation is of an older source. */
async function exportedSources(
  house: House,
  made: Import,
  changes: readonly ImportChange[],
): Promise<Map<string, Content>> {
  const found = new Map<string, Content>()
  const stale = changes.filter(({ change }) => change === "stale").map(({ unit }) => unit)
  if (stale.length === 0) return found
  for (const { bundle } of await house.storage.imports.files([made.id])) {
    if (bundle === null) continue
    for (const [unit, { source }] of await house.storage.bundles.units(bundle, stale)) found.set(unit, source)
  }
  return found
}

/** Writes back the prior values as new revisions where nobody has edited since. Undoing twice is undoing once. */
export async function undoImport(
  house: House,
  input: { readonly import: string },
  actor: Actor,
): Promise<ApplyPlanResult> {
  for (let attempt = 1; ; attempt++) {
    const { made, files, policies } = await readable(house, input.import, actor)
    const changes = await house.storage.imports.changes(made.id)
    if (made.status === "undone") return told(made, "undone", changes.map(asTold))
    if (made.status === "planned") throw new Problem("plan/stale", { import: made.id, base: made.revision })
    for (const { policy, to, accepted } of files) {
      if (accepted && policy !== null)
        demand(actor, "import/apply", { project: policies.get(policy)?.project ?? "", language: to })
    }
    try {
      return await undoOnce(house, made, changes, actor)
    } catch (error) {
      const isOvertaken = error instanceof Problem && (error.code === "unit/stale" || error.code === "plan/stale")
      if (!isOvertaken || attempt === attempts) throw error
    }
  }
}

async function undoOnce(
  house: House,
  made: Import,
  changes: readonly ImportChange[],
  actor: Actor,
): Promise<ApplyPlanResult> {
  const now = house.now().toISOString()
  const { storage } = house
  const applied = changes.filter(({ result }) => result === "applied")
  const units = await storage.units.byIds(applied.map(({ unit }) => unit))
  const formers = await storage.history.several(
    applied.map(({ unit, resultRevision }) => ({ unit, revision: (resultRevision ?? 0) - 1 })),
  )
  const verdicts: Verdict[] = []
  for (const change of changes) {
    const unit = units.get(change.unit)
    const former = formers.get(change.unit)
    if (change.result !== "applied" || !unit) {
      verdicts.push(asTold(change))
      continue
    }
    if (unit.revision !== change.resultRevision || !former) {
      verdicts.push({ ...kept(change, "moved-on"), result: "skipped", revision: change.resultRevision })
      continue
    }
    const { target, state, flag, origin } = former
    const previousSource = flag === "outdated" ? await sourceBefore(storage, unit) : null
    const next = edited({ ...unit, previousSource }, { target, state, flag, origin, comment: made.name }, actor, now)
    verdicts.push({
      number: change.number,
      unit: unit.id,
      result: "kept",
      code: "undone",
      revision: next.revision,
      next,
    })
  }
  const written = verdicts.flatMap(({ next }) => (next ? [next] : []))
  const checked = await findingsOf(house, written)
  await storage.transaction(async (inside) => {
    await inside.imports.advance({ ...made, status: "undone", undoneAt: now })
    await inside.units.saveMany(written, 1)
    await inside.history.append(written.map((unit) => revisionOf(unit, actor.id, made.name, made.id)))
    await checked(inside)
    const suggestions = await inside.suggestions.ofImport(made.id)
    await inside.suggestions.resolve(
      suggestions.map(({ id }) => id),
      now,
    )
    await inside.comments.removeOfImport(made.id)
    await inside.imports.record(recorded(changes, verdicts))
    await record(house, inside, actor, "import/undo", made.id, { name: made.name, ...countsOf(verdicts) })
  })
  return told(made, "undone", verdicts)
}

/** The last source that differs from the present one. */
async function sourceBefore(storage: Storage, unit: StoredUnit): Promise<Content | null> {
  const revisions = await storage.history.of(unit.id)
  return revisions.find(({ source }) => !isSameContent(source, unit.source))?.source ?? null
}

function recorded(changes: readonly ImportChange[], verdicts: readonly Verdict[]): ImportChange[] {
  return changes.map((change, at) => {
    const { result, code, revision } = verdicts[at]!
    return { ...change, result, resultCode: code, resultRevision: revision }
  })
}

function asTold({ number, unit, result, resultCode, resultRevision }: ImportChange): Verdict {
  return { number, unit, result, code: resultCode, revision: resultRevision }
}

function told(made: Import, status: ApplyPlanResult["status"], verdicts: readonly Verdict[]): ApplyPlanResult {
  const units = verdicts.map(({ number, unit, result, code }) => ({ number, unit, result, code }))
  return { import: made.id, status, counts: countsOf(verdicts), units }
}

function countsOf(verdicts: readonly Verdict[]): ApplyPlanResult["counts"] {
  const counts = { applied: 0, suggested: 0, kept: 0, skipped: 0 }
  for (const { result } of verdicts) if (result !== "") counts[result]++
  return counts
}
