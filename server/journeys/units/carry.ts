// From the units there are to the units there should be: after a new revision of a document, or another alignment.
// Unchanged units keep everything. Text that came from a document follows its document; text that people wrote stays
// where they wrote it, becomes "outdated" when its source changed, and is never overwritten: what a document says
// against it becomes a suggestion. Units whose block is gone are kept with their history.
import { contentKey, isSameContent, plain } from "../../../src/content.ts"
import type { BlockMatch } from "../../../src/align/blocks.ts"
import type { Content } from "../../../src/model/document.ts"
import type { Bitext, StoredUnit, Suggestion, UnitRevision } from "../../storage/types.ts"
import type { Draft } from "./drafts.ts"

export interface CarryInput {
  readonly bitext: Bitext
  /** Active units of the bitext. */
  readonly old: readonly StoredUnit[]
  readonly drafts: readonly Draft[]
  /** Blocks of the old documents → blocks of the new; null where the document stayed as it was. */
  readonly from: BlockMatch | null
  readonly to: BlockMatch | null
  /** The target document is new or changed, so what it says is news. */
  readonly isTargetNew: boolean
  /** Keep a pairing that the new alignment does not see; false when people are taking pairings apart. */
  readonly isPairingKept: boolean
  readonly author: string | null
  readonly now: string
  readonly randomId: () => string
}

export interface Carried {
  readonly inserted: readonly StoredUnit[]
  /** A new revision of each. */
  readonly changed: readonly StoredUnit[]
  /** Only their place changed. */
  readonly moved: readonly StoredUnit[]
  readonly history: readonly UnitRevision[]
  readonly suggestions: readonly Suggestion[]
  /** Everything that is there afterwards, in reading order. */
  readonly units: readonly StoredUnit[]
  readonly counts: {
    readonly kept: number
    readonly outdated: number
    readonly added: number
    readonly removed: number
  }
}

export function carry(input: CarryInput): Carried {
  const { old, from, to } = input
  const nextSource = (block: string) => (from ? from.next.get(block) : block)
  const nextTargets = (blocks: readonly string[]) =>
    blocks.flatMap((block) => (to ? (to.next.get(block) ?? []) : block))

  const ofSource = new Map<string, StoredUnit>()
  const ofTarget = new Map<string, StoredUnit>()
  for (const unit of old) {
    const source = unit.sourceBlock === null ? undefined : nextSource(unit.sourceBlock)
    if (source !== undefined) ofSource.set(source, unit)
    if (unit.sourceBlock === null) for (const block of nextTargets(unit.targetBlocks)) ofTarget.set(block, unit)
  }
  const wanted = input.isPairingKept ? keepPairings(input.drafts, ofSource, nextTargets) : input.drafts
  const edited = new Map(
    old
      .filter((unit) => isEdited(unit) && unit.target !== null && unit.targetBlocks.length > 0)
      .map((unit) => [nextTargets(unit.targetBlocks).join(), unit]),
  )

  const result = emptyResult()
  const matched = new Set<StoredUnit>()
  for (const [position, draft] of wanted.entries()) {
    const unit =
      draft.sourceBlock === null ? ofTarget.get(draft.targetBlocks[0] ?? "") : ofSource.get(draft.sourceBlock)
    // Text people wrote over this very block of the document travels with it to its new partner.
    const writer = edited.get(draft.targetBlocks.join())
    const travelling = writer && writer !== unit ? writer : undefined
    if (unit && !matched.has(unit)) {
      matched.add(unit)
      settle(result, unit, draft, position, travelling, input)
    } else add(result, draft, position, travelling, input)
  }
  for (const unit of old) if (!matched.has(unit)) remove(result, unit, input)
  return result
}

/** Text that a person, an import or a fix put there, not the document. */
export function isEdited(unit: Pick<StoredUnit, "origin">): boolean {
  return unit.origin !== "document"
}

type Result = { -readonly [K in keyof Carried]: Carried[K] extends readonly (infer T)[] ? T[] : Carried[K] } & {
  counts: { kept: number; outdated: number; added: number; removed: number }
}

function emptyResult(): Result {
  const counts = { kept: 0, outdated: 0, added: 0, removed: 0 }
  return { inserted: [], changed: [], moved: [], history: [], suggestions: [], units: [], counts }
}

/** The new alignment lost a pair that was there, and both blocks still exist: they stay together. */
function keepPairings(
  drafts: readonly Draft[],
  ofSource: ReadonlyMap<string, StoredUnit>,
  nextTargets: (blocks: readonly string[]) => string[],
): Draft[] {
  const free = new Map(
    drafts.filter(({ sourceBlock }) => sourceBlock === null).map((each) => [each.targetBlocks[0]!, each]),
  )
  const kept = drafts.map((draft) => {
    const unit = draft.sourceBlock === null ? undefined : ofSource.get(draft.sourceBlock)
    if (!unit || draft.targetBlocks.length > 0 || unit.targetBlocks.length === 0) return draft
    const blocks = nextTargets(unit.targetBlocks)
    const lone = blocks.map((block) => free.get(block))
    if (blocks.length === 0 || lone.some((each) => each === undefined)) return draft
    for (const block of blocks) free.delete(block)
    const isSame = blocks.length === unit.targetBlocks.length
    const target = isSame && !isEdited(unit) ? unit.target : (lone[0]?.target ?? null)
    return {
      ...draft,
      targetBlocks: blocks,
      targetSection: lone[0]?.targetSection ?? null,
      target,
      confidence: unit.confidence,
    }
  })
  return kept.filter((draft) => draft.sourceBlock !== null || free.has(draft.targetBlocks[0]!))
}

function settle(
  result: Result,
  unit: StoredUnit,
  draft: Draft,
  position: number,
  travelling: StoredUnit | undefined,
  input: CarryInput,
): void {
  const place = { ...unit, ...placeOf(draft, position) }
  let target = unit.target
  let origin = unit.origin
  if (isEdited(unit)) {
    const isNews = input.isTargetNew || unit.targetBlocks.length === 0
    const theirs = travelling?.target ?? draft.target
    if (isNews && theirs !== null && !isSameContent(theirs, unit.target)) suggest(result, unit, theirs, input)
  } else {
    target = travelling?.target ?? draft.target
    origin = travelling?.origin ?? "document"
  }
  const isTargetSame = isSameContent(target, unit.target)
  // A target that changed together with its source was renewed; one that stayed behind is outdated, until the source
  // is again what it was.
  const base = unit.flag === "outdated" ? (unit.previousSource ?? unit.source) : unit.source
  const isOutdated = target !== null && isTargetSame && !isSameContent(base, draft.source)
  const next: StoredUnit = {
    ...place,
    source: draft.source,
    target,
    previousSource: isOutdated ? base : null,
    state: target === null ? "initial" : isTargetSame ? unit.state : (travelling?.state ?? "translated"),
    flag: isOutdated ? "outdated" : isTargetSame && target !== null && unit.flag !== "outdated" ? unit.flag : null,
    origin,
    words: wordCount(draft),
  }
  const isChanged =
    contentKey(unit.source) !== contentKey(next.source) ||
    !isTargetSame ||
    unit.state !== next.state ||
    unit.flag !== next.flag ||
    unit.origin !== next.origin
  if (isChanged) {
    const changed = { ...next, revision: unit.revision + 1, updatedAt: input.now, updatedBy: input.author }
    result.changed.push(changed)
    result.history.push(revisionOf(changed, input.author, "document"))
    result.units.push(changed)
    if (isOutdated) result.counts.outdated++
    else result.counts.kept++
    return
  }
  if (isMoved(unit, next)) result.moved.push(next)
  result.units.push(next)
  result.counts.kept++
}

function add(
  result: Result,
  draft: Draft,
  position: number,
  travelling: StoredUnit | undefined,
  input: CarryInput,
): void {
  const target = travelling?.target ?? draft.target
  const unit: StoredUnit = {
    id: input.randomId(),
    policy: input.bitext.policy,
    bitext: input.bitext.id,
    from: input.bitext.from,
    to: input.bitext.to,
    ...placeOf(draft, position),
    source: draft.source,
    target,
    previousSource: null,
    state: target === null ? "initial" : (travelling?.state ?? "translated"),
    flag: null,
    origin: travelling?.origin ?? "document",
    words: wordCount(draft),
    translatable: true,
    revision: 1,
    createdAt: input.now,
    updatedAt: input.now,
    updatedBy: input.author,
    removedAt: null,
  }
  result.inserted.push(unit)
  result.history.push(revisionOf(unit, input.author, ""))
  result.units.push(unit)
  result.counts.added++
}

function remove(result: Result, unit: StoredUnit, input: CarryInput): void {
  const gone = {
    ...unit,
    removedAt: input.now,
    revision: unit.revision + 1,
    updatedAt: input.now,
    updatedBy: input.author,
  }
  result.changed.push(gone)
  result.history.push(revisionOf(gone, input.author, "removed"))
  result.counts.removed++
}

function suggest(result: Result, unit: StoredUnit, target: Content, input: CarryInput): void {
  result.suggestions.push({
    id: input.randomId(),
    unit: unit.id,
    target,
    origin: "document",
    baseRevision: unit.revision,
    author: input.author,
    import: null,
    createdAt: input.now,
    resolvedAt: null,
  })
}

export function revisionOf(
  unit: StoredUnit,
  author: string | null,
  comment: string,
  importId: string | null = null,
): UnitRevision {
  return {
    unit: unit.id,
    revision: unit.revision,
    source: unit.source,
    target: unit.target,
    state: unit.state,
    flag: unit.flag,
    origin: unit.origin,
    author,
    import: importId,
    comment,
    createdAt: unit.updatedAt,
  }
}

/** Words of the source, or of the target where there is no source. */
export function words(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’ʼ-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

function wordCount({ source, target }: Pick<Draft, "source" | "target">): number {
  return words(plain(source.length > 0 ? source : (target ?? [])))
}

function placeOf(draft: Draft, position: number) {
  const { sourceBlock, sourceSection, targetBlocks, targetSection, kind, relation, confidence, notes } = draft
  return { position, sourceBlock, sourceSection, targetBlocks, targetSection, kind, relation, confidence, notes }
}

function isMoved(a: StoredUnit, b: StoredUnit): boolean {
  const place = (unit: StoredUnit) => JSON.stringify([placeOf(unit, unit.position), unit.words])
  return place(a) !== place(b)
}
