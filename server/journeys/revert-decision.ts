// Taking back what one decided in the matrix, one decision after the other, as long as nobody has built on it.
import { Problem } from "../../src/errors.ts"
import type { AlignmentChange, StoredDocument, StoredLink } from "../storage/types.ts"
import { decideLinks, revisionsOf, type AlignmentInput, type AlignmentResult } from "./decide-links.ts"
import { findPolicy } from "./find.ts"
import type { Actor, House } from "./house.ts"

/**
 * The links as they were before the last change by this person.
 *
 * @throws Problem "alignment/undo" when there is none, or others (or new documents) have changed the same links since;
 *   "alignment/stale"
 */
export async function revertDecision(house: House, input: AlignmentInput, actor: Actor): Promise<AlignmentResult> {
  return decideLinks(house, input, actor, "alignment/undo", async ({ policy, links, documents }) => {
    const last = await lastOf(house, policy.id, actor)
    if (!last || !isRevertible(last, links, documents)) throw new Problem("alignment/undo", { policy: policy.id })
    const made = new Set(last.made.map(({ id }) => id))
    return {
      // Suggestions come again by themselves.
      made: last.unmade.filter(({ status }) => status !== "suggested"),
      unmade: links.filter(({ id }) => made.has(id)),
      reverts: last,
    }
  })
}

/** What revertDecision would take back; null for nothing. */
export async function lastDecision(
  house: House,
  input: { readonly policy: string },
  actor: Actor,
): Promise<{ readonly action: string; readonly at: string } | null> {
  const { storage } = house
  const policy = await findPolicy(storage, input, actor, "alignment/change")
  const last = await lastOf(house, policy.id, actor)
  if (!last) return null
  const links = await storage.links.ofPolicy(policy.id)
  const documents = await storage.documents.ofPolicies([policy.id])
  return isRevertible(last, links, documents) ? { action: last.action, at: last.createdAt } : null
}

async function lastOf({ storage }: House, policy: string, actor: Actor): Promise<AlignmentChange | undefined> {
  const own = await storage.alignmentChanges.by(policy, actor.id)
  const reverted = new Set(own.map(({ reverts }) => reverts))
  return own.find(({ reverts, revision }) => reverts === null && !reverted.has(revision))
}

/** Everything it made is there as it made it, and the section numbers still mean the same. */
function isRevertible(
  change: AlignmentChange,
  links: readonly StoredLink[],
  documents: readonly StoredDocument[],
): boolean {
  const now = revisionsOf(documents)
  if (Object.entries(change.documents).some(([id, revision]) => now[id] !== revision)) return false
  const there = new Map(links.map((link) => [link.id, link]))
  return change.made.every(({ id, revision, status }) => {
    const link = there.get(id)
    return link?.revision === revision && link.status === status
  })
}
