// How units are shown: ready for a page or for JSON, no further lookups needed.
import type { Content } from "../../src/model/document.ts"
import type { Storage } from "../storage/storage.ts"
import type { Comment, StoredFinding, StoredUnit, Suggestion } from "../storage/types.ts"

export interface UnitView extends StoredUnit {
  /** Open and ignored, in order of place. */
  readonly findings: readonly StoredFinding[]
  readonly suggestions: readonly (Suggestion & { readonly authorName: string })[]
  /** What translators noted, oldest first. */
  readonly comments: readonly Comment[]
  /** The same source in the other languages of the policy. */
  readonly others: readonly { readonly language: string; readonly unit: string; readonly target: Content | null }[]
  readonly updatedByName: string
}

/** Views of units of one bitext; a handful of queries however many units. */
export async function viewsOf(storage: Storage, units: readonly StoredUnit[]): Promise<UnitView[]> {
  const [first] = units
  if (!first) return []
  const ids = units.map(({ id }) => id)
  const blockOf = ({ sourceBlock, from, to, targetBlocks }: StoredUnit) =>
    sourceBlock ?? (from === to ? (targetBlocks[0] ?? null) : null)
  const blocks = units.map(blockOf).filter((block) => block !== null)
  const findings = grouped(await storage.findings.ofUnits(ids), ({ unit }) => unit)
  const suggestions = grouped(await storage.suggestions.openOf(ids), ({ unit }) => unit)
  const siblings = grouped(
    await storage.units.siblings(first.policy, first.from, blocks),
    (unit) => unit.sourceBlock ?? "",
  )
  const comments = grouped(await storage.comments.ofUnits(ids), ({ unit }) => unit)
  const names = await storage.users.names([
    ...units.map(({ updatedBy }) => updatedBy),
    ...[...suggestions.values()].flat().map(({ author }) => author),
  ])
  return units.map((unit) => ({
    ...unit,
    findings: (findings.get(unit.id) ?? []).filter(({ status }) => status !== "fixed"),
    suggestions: (suggestions.get(unit.id) ?? []).map((each) => ({
      ...each,
      authorName: names.get(each.author ?? "") ?? "",
    })),
    comments: comments.get(unit.id) ?? [],
    others: (siblings.get(blockOf(unit) ?? "") ?? [])
      .filter(({ id }) => id !== unit.id)
      .map(({ id, to, target }) => ({ language: to, unit: id, target })),
    updatedByName: names.get(unit.updatedBy ?? "") ?? "",
  }))
}

export async function viewOf(storage: Storage, unit: StoredUnit): Promise<UnitView> {
  const [view] = await viewsOf(storage, [unit])
  if (!view) throw new Error(`Unit ${unit.id} has no view`)
  return view
}

export function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
