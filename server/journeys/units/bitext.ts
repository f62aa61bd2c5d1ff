// The bitext between two languages of a policy, made when it is first asked for: from any document to any language,
// also one that has no document yet.
import { Problem } from "../../../src/errors.ts"
import type { Bitext, Policy } from "../../storage/types.ts"
import type { Actor, House } from "../house.ts"
import { rebuild, writeBitexts } from "./rebuild.ts"

/** @throws Problem "policy/language" when the policy has no document to translate from, or the two are one */
export async function bitextFor(house: House, policy: Policy, from: string, to: string, actor: Actor): Promise<Bitext> {
  const { storage } = house
  for (let attempt = 1; ; attempt++) {
    const known = await storage.bitexts.find(policy.id, from, to)
    if (known) return known
    const documents = await storage.documents.ofPolicies([policy.id])
    if (from === to || !documents.some(({ language }) => language === from)) {
      throw new Problem("policy/language", { language: from === to ? to : from })
    }
    const changes = []
    for (const each of documents.filter(({ language }) => language === from || language === to)) {
      const { reading } = await storage.documents.current(each)
      changes.push({ id: each.id, language: each.language, old: reading, now: reading })
    }
    const decided = (await storage.links.ofPolicy(policy.id)).filter(({ status }) => status !== "suggested")
    const input = { policy, documents: changes, decided, isPairingKept: true, author: actor.id, wanted: [{ from, to }] }
    const { bitexts } = await rebuild(house, { ...input, isOnlyWanted: true })
    try {
      await storage.transaction((inside) => writeBitexts(inside, bitexts, house.now().toISOString()))
    } catch (error) {
      // Somebody made it a moment ago: theirs will do.
      if (!(error instanceof Problem) || attempt > 2) throw error
    }
  }
}
