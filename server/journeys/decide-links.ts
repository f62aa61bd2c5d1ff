// What every change of the matrix has in common: based on a revision, aligned again around it, written in one
// transaction with the record that lets its author take it back.
import { Problem } from "../../src/errors.ts"
import type { AlignmentChange, Policy, StoredDocument, StoredLink, StoredSection } from "../storage/types.ts"
import { findPolicy } from "./find.ts"
import type { Actor, House } from "./house.ts"
import { record } from "./record.ts"
import { piecesOf, sourceFirst } from "./show-alignment.ts"
import { rebuild, writeRebuilt } from "./units/rebuild.ts"
import { grouped } from "./views.ts"

export interface AlignmentInput {
  readonly policy: string
  /** `revision` of showAlignment. */
  readonly revision: number
}

export interface AlignmentResult {
  /** The alignment's new revision. */
  readonly revision: number
  /** Units whose target changed with it. */
  readonly units: number
}

export interface LinkState {
  readonly policy: Policy
  readonly links: readonly StoredLink[]
  readonly documents: readonly StoredDocument[]
  readonly sections: ReadonlyMap<string, readonly StoredSection[]>
  /** A link somebody makes. */
  readonly made: (
    from: StoredDocument,
    to: StoredDocument,
    source: readonly string[],
    target: readonly string[],
    relation: StoredLink["relation"],
  ) => StoredLink
}

export interface LinkDecision {
  readonly made: readonly StoredLink[]
  /** Links that these take the place of. */
  readonly unmade: readonly StoredLink[]
  /** The change this takes back: its links come again as they were. */
  readonly reverts?: AlignmentChange
}

/** @throws Problem "alignment/stale" { policy, base, current } */
export async function decideLinks(
  house: House,
  input: AlignmentInput,
  actor: Actor,
  action: string,
  decide: (state: LinkState) => LinkDecision | Promise<LinkDecision>,
): Promise<AlignmentResult> {
  const { storage } = house
  const policy = await findPolicy(storage, input, actor, "alignment/change")
  if (policy.revision !== input.revision) {
    throw new Problem("alignment/stale", { policy: policy.id, base: input.revision, current: policy.revision })
  }
  const now = house.now().toISOString()
  const documents = sourceFirst(policy, await storage.documents.ofPolicies([policy.id]))
  const links = await storage.links.ofPolicy(policy.id)
  const sections = grouped(await storage.documents.sections(documents.map(({ id }) => id)), ({ document }) => document)
  const decision = await decide({ policy, links, documents, sections, made: maker(house, policy, actor, now) })
  const { unmade, reverts = null } = decision
  const gone = new Set(unmade.map(({ id }) => id))
  const made = reverts
    ? decision.made
    : decision.made.map((link) => ({
        ...link,
        confidence: link.status === "confirmed" ? 1 : link.confidence,
        decidedBy: actor.id,
        revision: gone.has(link.id) ? link.revision + 1 : link.revision,
        updatedAt: now,
      }))
  const decided = [...links.filter(({ id, status }) => status !== "suggested" && !gone.has(id)), ...made]
  const changes = []
  for (const each of documents) {
    const { reading } = await storage.documents.current(each)
    changes.push({ id: each.id, language: each.language, old: reading, now: reading })
  }
  const rebuilt = await rebuild(house, { policy, documents: changes, decided, isPairingKept: false, author: actor.id })
  return storage.transaction(async (inside) => {
    const revision = await inside.policies.advance(policy.id, input.revision, now)
    await writeRebuilt(inside, policy, rebuilt, now)
    if (made.length + unmade.length > 0) {
      await inside.alignmentChanges.append({
        policy: policy.id,
        revision,
        action,
        made,
        unmade,
        documents: revisionsOf(documents),
        reverts: reverts?.revision ?? null,
        author: actor.id,
        createdAt: now,
      })
    }
    const told = [...made, ...unmade].map(({ id, source, target, status }) => ({ id, source, target, status }))
    await record(house, inside, actor, action, policy.id, { links: told })
    const units = rebuilt.bitexts.reduce(
      (sum, { carried }) => sum + carried.changed.length + carried.inserted.length,
      0,
    )
    return { revision, units }
  })
}

export function revisionsOf(documents: readonly StoredDocument[]): Record<string, number> {
  return Object.fromEntries(documents.map(({ id, revision }) => [id, revision]))
}

/** @throws Problem "alignment/link" */
export function linkOf(links: readonly StoredLink[], id: string): StoredLink {
  const link = links.find((each) => each.id === id)
  if (!link) throw new Problem("alignment/link", { link: id })
  return link
}

/** Says that two texts go together; not one that says a text has no counterpart. */
export function joins(link: StoredLink): boolean {
  return link.level === "section" && link.status !== "rejected" && link.source.length > 0 && link.target.length > 0
}

/** Between the same two documents, about one of the same sections: only one of the two can hold. */
export function contradicts(link: StoredLink, made: StoredLink): boolean {
  const between = (each: StoredLink) => [each.sourceDocument, each.targetDocument].toSorted().join()
  if (link.level !== "section" || between(link) !== between(made)) return false
  const pieces = new Set(piecesOf(made))
  return piecesOf(link).some((piece) => pieces.has(piece))
}

/** @throws Problem "policy/language" */
export function documentIn({ documents }: LinkState, language: string): StoredDocument {
  const document = documents.find((each) => each.language === language)
  if (!document) throw new Problem("policy/language", { language })
  return document
}

/** Ordinals as pieces, in order. @throws Problem "input/invalid" */
export function sectionsIn({ sections }: LinkState, ordinals: readonly number[], document: StoredDocument): string[] {
  const known = new Set(sections.get(document.id)?.map(({ ordinal }) => ordinal))
  if (ordinals.length === 0 || !ordinals.every((each) => known.has(each)))
    throw new Problem("input/invalid", { field: "sections" })
  return [...new Set(ordinals)].sort((a, b) => a - b).map(String)
}

function maker(house: House, policy: Policy, actor: Actor, now: string): LinkState["made"] {
  return (from, to, source, target, relation) => ({
    id: house.randomId(),
    policy: policy.id,
    level: "section",
    sourceDocument: from.id,
    targetDocument: to.id,
    source,
    target,
    relation,
    confidence: 1,
    status: "confirmed",
    decidedBy: actor.id,
    revision: 1,
    updatedAt: now,
  })
}
