// What becomes of every change of a plan, given the units as they are at this moment: asked once to check the texts that
// would be written, and once more, with the units held, when they are.
import { isSameContent } from "../../../src/content.ts"
import { states, type State } from "../../../src/model/bitext.ts"
import type { Content } from "../../../src/model/document.ts"
import type { Storage } from "../../storage/storage.ts"
import type { ChangeResult, Import, ImportChange, StoredUnit, Suggestion } from "../../storage/types.ts"
import type { Actor, House } from "../house.ts"
import { edited } from "../units/save.ts"

export interface Verdict {
  readonly number: number
  readonly unit: string
  readonly result: ChangeResult
  /** Why: "update", "conflict", "moved-on" (edited since the plan was made), "same" … */
  readonly code: string
  readonly revision: number | null
  /** The unit as it is written. */
  readonly next?: StoredUnit
  readonly suggestion?: Suggestion
}

export interface Ground {
  readonly house: House
  readonly made: Import
  readonly actor: Actor
  /** File → state up to which its units may be written; files that are not taken are absent. */
  readonly highest: ReadonlyMap<number, State>
  readonly bundles: readonly string[]
  readonly now: string
}

export type Judge = (
  storage: Storage,
  changes: readonly ImportChange[],
  units: ReadonlyMap<string, StoredUnit>,
) => Promise<Verdict[]>

/** Takes the changes in their order, all of them, batch by batch. */
export function applying(ground: Ground): Judge {
  const taken = new Set<string>()
  return async (storage, changes, units) => {
    const sources = await exportedSources(storage, ground.bundles, changes)
    return changes.map((change) => {
      const unit = units.get(change.unit)
      const verdict = judge(ground, change, unit, sources)
      // The same unit twice in one import: the first that is taken counts, whether or not it stands in this batch.
      if (taken.has(verdict.unit) && (verdict.next || verdict.code === "both" || verdict.code === "moved-on"))
        return { ...kept(change, "duplicate-unit"), ...suggestionFor(ground, change, verdict.unit) }
      if (verdict.next) taken.add(verdict.unit)
      return verdict
    })
  }
}

function judge(
  ground: Ground,
  change: ImportChange,
  unit: StoredUnit | undefined,
  sources: ReadonlyMap<string, Content>,
): Verdict {
  const { actor, made, now } = ground
  const { after, decision, code } = change
  const highest = ground.highest.get(change.file)
  if (!unit || highest === undefined || after === null || !isOpen(change))
    return { ...kept(change, code), result: "skipped" }
  const suggested = (why: string): Verdict => ({ ...kept(change, why), ...suggestionFor(ground, change, unit.id) })
  if (decision === "keep") return kept(change, code)
  if (decision === "suggest" || change.change === "refused") return suggested(code)
  if (unit.removedAt !== null) return suggested("unit-removed")
  if (!unit.translatable) return suggested("locked")
  if (unit.state === "final" && highest !== "final") return suggested("final")
  if (unit.revision !== change.revision)
    return isSameContent(unit.target, after) ? kept(change, "both") : suggested("moved-on")
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

/** Writes back what was there before, where nobody has edited since. */
export function undoing({ made, actor, now }: Ground): Judge {
  return async (storage, changes, units) => {
    const applied = changes.filter(({ result }) => result === "applied")
    const formers = await storage.history.several(
      applied.map(({ unit, resultRevision }) => ({ unit, revision: (resultRevision ?? 0) - 1 })),
    )
    const verdicts: Verdict[] = []
    for (const change of changes) {
      const unit = units.get(change.unit)
      const former = formers.get(change.unit)
      if (change.result !== "applied" || !unit) verdicts.push(asTold(change))
      else if (unit.revision !== change.resultRevision || !former)
        verdicts.push({ ...kept(change, "moved-on"), result: "skipped", revision: change.resultRevision })
      else {
        const { target, state, flag, origin } = former
        const previousSource = flag === "outdated" ? await sourceBefore(storage, unit) : null
        const edit = { target, state, flag, origin, comment: made.name }
        const next = edited({ ...unit, previousSource }, edit, actor, now)
        verdicts.push({ ...kept(change, "undone"), revision: next.revision, next })
      }
    }
    return verdicts
  }
}

/** What became of a change when it was last decided about. */
export function asTold({ number, unit, result, resultCode, resultRevision }: ImportChange): Verdict {
  return { number, unit, result, code: resultCode, revision: resultRevision }
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
  { house, made, actor, now }: Ground,
  change: ImportChange,
  unit: string,
): Pick<Verdict, "result" | "suggestion"> {
  return {
    result: "suggested",
    suggestion: {
      id: house.randomId(),
      unit,
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

/** Sources as they left, for units whose translation is of an older source. */
async function exportedSources(
  storage: Storage,
  bundles: readonly string[],
  changes: readonly ImportChange[],
): Promise<Map<string, Content>> {
  const found = new Map<string, Content>()
  const stale = changes.filter(({ change }) => change === "stale").map(({ unit }) => unit)
  if (stale.length === 0) return found
  for (const bundle of bundles)
    for (const [unit, { source }] of await storage.bundles.units(bundle, stale)) found.set(unit, source)
  return found
}

/** The last source that differs from the present one. */
async function sourceBefore(storage: Storage, unit: StoredUnit): Promise<Content | null> {
  const revisions = await storage.history.of(unit.id)
  return revisions.find(({ source }) => !isSameContent(source, unit.source))?.source ?? null
}
