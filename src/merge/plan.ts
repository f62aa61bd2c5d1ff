// What an import would do, unit by unit: a three-way comparison of the unit as it left (base), as it is here now
// (current) and as it came back (returned). The rules are a table, in this order; each has its row in the test.
// Three things never happen: a source is written, an empty text replaces a full one, work done here since is replaced
// without somebody choosing so. Whatever was typed and is not taken stays reachable as a suggestion.
import { codesOf } from "../content.ts"
import { states, type Flag, type State } from "../model/bitext.ts"
import type { Content } from "../model/document.ts"
import type { Warning, XliffUnit } from "../xliff/document.ts"
import { restoreCodes } from "./codes.ts"
import { folded, isEmpty, isSame, rank } from "./compare.ts"
import { doubts } from "./doubts.ts"

export type ChangeKind =
  "update" | "unchanged" | "conflict" | "stale" | "refused" | "unknown" | "missing" | "protected" | "empty"

/** take: becomes the target; keep: ours stays; suggest: ours stays, theirs becomes a suggestion. */
export type Decision = "take" | "keep" | "suggest"

/** A unit as we know it: at export, or now. */
export interface KnownUnit {
  readonly source: Content
  readonly target: Content | null
  readonly state: State
  readonly flag: Flag | null
  readonly revision: number
  /** false: locked. */
  readonly translatable?: boolean
  /** The unit is no longer in its document. */
  readonly isRemoved?: boolean
  /** XLIFF file id it left in. */
  readonly file?: string
}

export type ReturnedUnit = Pick<
  XliffUnit,
  | "id"
  | "source"
  | "target"
  | "state"
  | "flag"
  | "isClaimed"
  | "isSpacePreserved"
  | "copies"
  | "segments"
  | "warnings"
  | "violations"
  | "line"
  | "column"
> & { readonly file?: { readonly id: string; readonly original?: string } }

export interface PlanInput {
  /** Units as they left in the bundle; null when the file does not say which, or we do not have it. */
  readonly base: ReadonlyMap<string, KnownUnit> | null
  readonly current: ReadonlyMap<string, KnownUnit>
  readonly returned: readonly ReturnedUnit[]
  /** The highest state the importing person may give. */
  readonly rights?: { readonly highest: State }
}

export interface Change {
  readonly unit: string
  readonly change: ChangeKind
  /** Which rule: a key `import.<code>` in the catalogues. */
  readonly code: string
  readonly base: Content | null
  readonly before: Content | null
  /** What came back, with the codes of the source. */
  readonly after: Content | null
  readonly stateBefore: State
  /** State and flag the unit would have if `after` were taken. */
  readonly stateAfter: State
  readonly flagAfter: Flag | null
  /** Revision here when the plan was made; 0 for a unit nobody knows. */
  readonly revision: number
  readonly decision: Decision
  /** Sources at export, now and in the file; base is null without one. */
  readonly sources: {
    readonly base: Content | null
    readonly current: Content | null
    readonly returned: Content | null
  }
  readonly warnings: readonly Warning[]
  readonly line: number | null
  readonly column: number | null
}

/** One change for every unit that came back, in their order, then one for every unit of the base that did not. */
export function plan(input: PlanInput): Change[] {
  const changes: Change[] = []
  const seen = new Map<string, { readonly at: number; readonly returned: ReturnedUnit }>()
  for (const returned of input.returned) {
    const earlier = seen.get(returned.id)
    if (!earlier) {
      seen.set(returned.id, { at: changes.length, returned })
      changes.push(one(returned, input))
    } else if (!isSame(earlier.returned.target, returned.target, returned.isSpacePreserved)) {
      changes[earlier.at] = one(earlier.returned, input, "duplicate-unit")
      changes.push(one(returned, input, "duplicate-unit"))
    } else {
      const taken = changes[earlier.at]!
      const warning: Warning = { code: "duplicate-same", unit: returned.id, data: {} }
      if (!taken.warnings.some(({ code }) => code === warning.code))
        changes[earlier.at] = { ...taken, warnings: [...taken.warnings, warning] }
    }
  }
  for (const [unit, base] of input.base ?? []) {
    if (seen.has(unit)) continue
    const current = input.current.get(unit)
    changes.push(absent(unit, base, current))
  }
  return changes
}

interface Verdict {
  readonly change: ChangeKind
  readonly code: string
  readonly decision?: Decision
  readonly state?: State
  readonly flag?: Flag | null
}

function one(returned: ReturnedUnit, { base: left, current: here, rights }: PlanInput, refusal?: string): Change {
  const base = left?.get(returned.id)
  const found = here.get(returned.id)
  const current = found?.isRemoved ? undefined : found
  const warnings: Warning[] = [...returned.warnings]
  const warn = (code: string, data: Warning["data"] = {}) => warnings.push({ code, unit: returned.id, data })
  const finish = (verdict: Verdict, after: Content | null): Change => ({
    unit: returned.id,
    change: verdict.change,
    code: verdict.code,
    base: base?.target ?? null,
    before: current?.target ?? null,
    after,
    stateBefore: current?.state ?? "initial",
    stateAfter: verdict.state ?? current?.state ?? "initial",
    flagAfter: verdict.flag === undefined ? (current?.flag ?? null) : verdict.flag,
    revision: current?.revision ?? 0,
    decision: verdict.decision ?? usual(verdict.change, after),
    sources: { base: base?.source ?? null, current: current?.source ?? null, returned: returned.source },
    warnings,
    line: returned.line,
    column: returned.column,
  })

  // Rows 14 and 15: nowhere to put it.
  if (!current)
    return finish(
      { change: "unknown", code: base || found ? "unit-removed" : "unit-unknown", decision: "keep" },
      returned.target,
    )
  if (refusal) return finish({ change: "refused", code: refusal }, returned.target)
  const [violation] = returned.violations
  if (violation) return finish({ change: "refused", code: violation.code.replace("xliff/", "") }, returned.target)

  // Rows 11, 12 and 13: which source was translated?
  const isBase = base !== undefined && isSame(returned.source, base.source, true)
  const isCurrent = isSame(returned.source, current.source, true)
  const isBaseLoosely = isBase || (base !== undefined && isSame(returned.source, base.source, false))
  const isCurrentLoosely = isCurrent || isSame(returned.source, current.source, false)
  if (!isBaseLoosely && !isCurrentLoosely)
    return finish({ change: "refused", code: "source-mismatch" }, returned.target)
  const isReflowed = !isBase && !isCurrent
  if (isReflowed) warn("source-whitespace")
  const isStale = base !== undefined && isBaseLoosely && !isCurrentLoosely
  if (base !== undefined && !isBaseLoosely) warn("source-newer")
  // XLIFF 1.2 has no file ids, only names, which are not what we compare.
  const hasFileId = returned.file && returned.file.id !== returned.file.original
  if (base?.file !== undefined && hasFileId && returned.file.id !== base.file) warn("moved", { file: returned.file.id })
  if (returned.segments > 1) warn("segments", { count: returned.segments })

  // Row 7: nothing delivered.
  const translated = isStale ? base.source : current.source
  if (isEmpty(returned.target)) {
    if (returned.isClaimed && !isEmpty(translated))
      return finish({ change: "refused", code: "empty-target" }, returned.target)
    const wasEmpty = base ? isEmpty(base.target) : isEmpty(current.target)
    return wasEmpty
      ? finish(
          {
            change: isEmpty(current.target) ? "empty" : "unchanged",
            code: isEmpty(current.target) ? "untranslated" : "ours",
          },
          null,
        )
      : finish({ change: "empty", code: "emptied" }, null)
  }

  const target = isReflowed ? folded(returned.target!) : returned.target!
  const isLoose = !returned.isSpacePreserved || isReflowed
  const same = (other: Content | null) => isSame(target, other, !isLoose)
  const isOurs = same(current.target)
  const isOld = base !== undefined && same(base.target)
  const isCurrentBase = base !== undefined && isSame(current.target, base.target, true)

  // Row 8: the source, untouched.
  const isCopy = isSame(target, returned.source, !isLoose)
  if (isCopy && !isOurs && returned.state === "initial") return finish({ change: "empty", code: "copy" }, null)

  // Codes, and what makes a text doubtful; texts we know already are not judged again.
  let after = target
  let given: { state: State; flag: Flag | null } = { state: returned.state, flag: returned.flag }
  if (!isOurs && !isOld) {
    const known = [...codesOf(current.target ?? []), ...codesOf(base?.target ?? [])]
    const restored = restoreCodes(target, translated, known, returned.source, returned.copies)
    if (restored.fault) {
      warn(restored.fault.code, { code: restored.fault.shown })
      return finish({ change: "refused", code: restored.fault.code }, target)
    }
    after = restored.content
    if (restored.changed.length > 0) warn("code-changed", { codes: restored.changed.join(", ") })
  }
  if (isCopy && !isOurs) warn("same-as-source")
  const doubtful = isOld && !isOurs ? [] : doubts(translated, after)
  if (!isOurs) for (const doubt of doubtful) warn(doubt.code, doubt.data)
  if (doubtful.some((doubt) => doubt.isDraft)) given = { state: "initial", flag: "draft" }
  const highest = rights?.highest ?? "final"
  if (states.indexOf(given.state) > states.indexOf(highest)) {
    warn("state-capped", { state: given.state, highest })
    given = { ...given, state: highest }
  }

  // Rows 1 and 4: nothing new but, perhaps, a higher state.
  const raises = rank({ target: after, ...given }) > rank(current)
  const settled = (code: string): Change =>
    raises && !isStale && current.translatable !== false
      ? finish({ change: "update", code: "state-raised", ...given }, current.target)
      : finish({ change: "unchanged", code }, current.target)
  if (isOurs) return settled(isOld ? "same" : "both")
  // Row 3: only we changed it.
  if (isOld) return finish({ change: "unchanged", code: "ours" }, current.target)

  // Rows 9 and 10: a translation of a source that is no more.
  if (isStale) {
    const isFree = isCurrentBase && isEmpty(current.target) && current.translatable !== false
    if (isFree)
      return finish({ change: "stale", code: "stale", decision: "take", state: "initial", flag: "outdated" }, after)
    return finish(
      { change: "stale", code: isCurrentBase ? "stale" : "stale-conflict", state: "initial", flag: "outdated" },
      after,
    )
  }
  // Row 6.
  if (current.translatable === false) return finish({ change: "protected", code: "locked", ...given }, after)
  if (current.state === "final" && !isEmpty(current.target))
    return finish({ change: "protected", code: "final", ...given }, after)
  // Row 16: no base to compare with. Row 2: only they changed it. Row 5: both did.
  if (base === undefined)
    return isEmpty(current.target)
      ? finish({ change: "update", code: "new", ...given }, after)
      : finish({ change: "conflict", code: "no-base", ...given }, after)
  if (isCurrentBase) return finish({ change: "update", code: isCopy ? "copy-taken" : "new", ...given }, after)
  return finish({ change: "conflict", code: "both-changed", ...given }, after)
}

function usual(change: ChangeKind, after: Content | null): Decision {
  if (change === "update") return "take"
  return change === "unchanged" || isEmpty(after) ? "keep" : "suggest"
}

/** Row 17. */
function absent(unit: string, base: KnownUnit, current: KnownUnit | undefined): Change {
  return {
    unit,
    change: "missing",
    code: "unit-missing",
    base: base.target,
    before: current?.target ?? null,
    after: null,
    stateBefore: current?.state ?? "initial",
    stateAfter: current?.state ?? "initial",
    flagAfter: current?.flag ?? null,
    revision: current?.revision ?? 0,
    decision: "keep",
    sources: { base: base.source, current: current?.source ?? null, returned: null },
    warnings: [],
    line: null,
    column: null,
  }
}
