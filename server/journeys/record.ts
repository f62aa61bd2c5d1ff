// A line in the audit, written in the same transaction as what it tells of.
import type { Storage } from "../storage/storage.ts"
import type { Actor, House } from "./house.ts"

export async function record(
  house: House,
  storage: Storage,
  actor: Actor,
  action: string,
  subject: string,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await storage.audit.append({
    id: house.randomId(),
    at: house.now().toISOString(),
    actorId: actor.id,
    actor: actor.name,
    action,
    subject,
    data,
  })
}
