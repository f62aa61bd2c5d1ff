// What people decided about links, after a new revision of a document: what still holds, in terms of the new, and what
// does not, with the reason. Nothing is moved to text that nobody decided about.
import type { Link, LinkStatus } from "../model/bitext.ts"
import type { Document } from "../model/document.ts"
import type { BlockMatch } from "./blocks.ts"
import { successors, type Ending, type Successors } from "./successors.ts"

/** A decided link between two documents that have ids. */
export interface Decision {
  readonly level: Link["level"]
  readonly sourceDocument: string
  readonly targetDocument: string
  /** Piece ids without the document: ["3"] or ["3/0", "3/1"]; [] says "no counterpart". */
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly status: LinkStatus
}

export interface RevisedDocument {
  readonly id: string
  /** null: there was none. */
  readonly old: Document | null
  readonly now: Document
  /** null where the document stayed as it was. */
  readonly blocks: BlockMatch | null
}

/**
 * Why a decision does not hold: its text is "gone" or "changed"; a section was "merged" into one that it says nothing
 * of; a document that had no counterpart has "new" text; it is "contradicted" by a confirmed link of a section that is
 * the same now; it is "repeated" by another; the "document" is not there.
 */
export type LostReason = Ending | "merged" | "new" | "contradicted" | "repeated" | "document"

export interface CarriedDecisions<D> {
  readonly held: readonly D[]
  readonly lost: readonly { readonly decision: D; readonly reason: LostReason }[]
}

/** A decision holds as a whole or not at all. Those about documents that stayed as they were stay as they are. */
export function carryDecisions<D extends Decision>(
  documents: readonly RevisedDocument[],
  decisions: readonly D[],
): CarriedDecisions<D> {
  const known = new Map(
    documents.map(({ id, old, now, blocks }) => [id, old && blocks ? successors(old, now, blocks) : null]),
  )
  const isChanged = ({ sourceDocument, targetDocument }: Decision) =>
    Boolean(known.get(sourceDocument) ?? known.get(targetDocument))
  const held: D[] = []
  const lost: { decision: D; reason: LostReason }[] = []
  const moved: (readonly [D, D])[] = []
  for (const decision of decisions) {
    const next = follow(decision, known)
    if (typeof next === "string") lost.push({ decision, reason: next })
    else moved.push([decision, { ...decision, ...next }])
  }
  const joined = joinedPieces(moved.map(([, next]) => next))
  const seen = new Set<string>()
  for (const [decision, next] of moved) {
    const key = JSON.stringify([next.level, next.status, [sideOf(next, "source"), sideOf(next, "target")].toSorted()])
    const isRepeated = seen.has(key)
    seen.add(key)
    if (isChanged(decision) && isRepeated) lost.push({ decision, reason: "repeated" })
    else if (isChanged(decision) && isContradicted(next, joined)) lost.push({ decision, reason: "contradicted" })
    else held.push(next)
  }
  return { held, lost }
}

type Sides = Pick<Decision, "source" | "target">

function follow(decision: Decision, known: ReadonlyMap<string, Successors | null>): Sides | LostReason {
  const from = known.get(decision.sourceDocument)
  const to = known.get(decision.targetDocument)
  if (from === undefined || to === undefined) return "document"
  const source = sideAfter(decision, decision.source, from)
  const target = sideAfter(decision, decision.target, to)
  if (typeof source === "string") return source
  return typeof target === "string" ? target : { source, target }
}

function sideAfter(
  { level, status, source, target }: Decision,
  pieces: readonly string[],
  next: Successors | null,
): readonly string[] | LostReason {
  if (!next) return pieces
  // "No counterpart" was said of the text there was.
  if (pieces.length === 0) return next.hasNew(level) ? "new" : pieces
  const isAboutAll = status === "rejected" || source.length === 0 || target.length === 0
  const after = new Set<string>()
  for (const piece of pieces) {
    const found = level === "section" ? next.section(piece) : next.segment(piece)
    if (typeof found === "string") return found
    if (isAboutAll && !found.isOwn) return "merged"
    for (const each of found.pieces) after.add(each)
  }
  return [...after]
}

/** Pairs of pieces that confirmed links join, in both directions, and pieces joined with a document. */
function joinedPieces(decisions: readonly Decision[]): Set<string> {
  const joined = new Set<string>()
  for (const decision of decisions) {
    if (decision.status !== "confirmed") continue
    for (const [x, y] of pairsOf(decision)) {
      joined.add(`${x} ${y}`).add(`${y} ${x}`)
      joined.add(`${x} ${decision.targetDocument}`).add(`${y} ${decision.sourceDocument}`)
    }
  }
  return joined
}

function isContradicted(decision: Decision, joined: ReadonlySet<string>): boolean {
  if (decision.status === "rejected") return pairsOf(decision).some(([x, y]) => joined.has(`${x} ${y}`))
  if (decision.target.length === 0)
    return placesOf(decision, "source").some((place) => joined.has(`${place} ${decision.targetDocument}`))
  if (decision.source.length === 0)
    return placesOf(decision, "target").some((place) => joined.has(`${place} ${decision.sourceDocument}`))
  return false
}

function pairsOf(decision: Decision): [string, string][] {
  const targets = placesOf(decision, "target")
  return placesOf(decision, "source").flatMap((x) => targets.map((y): [string, string] => [x, y]))
}

function placesOf(decision: Decision, side: "source" | "target"): string[] {
  const document = side === "source" ? decision.sourceDocument : decision.targetDocument
  return decision[side].map((piece) => `${document}/${piece}`)
}

function sideOf(decision: Decision, side: "source" | "target"): string {
  const document = side === "source" ? decision.sourceDocument : decision.targetDocument
  return JSON.stringify([document, decision[side].toSorted()])
}
