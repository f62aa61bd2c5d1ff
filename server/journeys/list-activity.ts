// The audit, page by page.
import { Problem } from "../../src/errors.ts"
import type { AuditEntry } from "../storage/types.ts"
import type { Actor, House, Page } from "./house.ts"
import { demand } from "./rights.ts"

export interface ListActivityInput {
  /** 50 when absent, at most 500. */
  readonly limit?: number
  /** `next` of the page before. */
  readonly after?: string
}

/** Newest first. @throws Problem "session/forbidden", "input/invalid" for an `after` of nobody's making */
export async function listActivity(house: House, input: ListActivityInput, actor: Actor): Promise<Page<AuditEntry>> {
  demand(actor, "audit/read")
  const limit = Math.min(500, Math.max(1, input.limit ?? 50))
  const found = await house.storage.audit.list(limit + 1, input.after === undefined ? undefined : place(input.after))
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, next: found.length > limit && last ? `${last.at}~${last.id}` : null }
}

function place(after: string): Pick<AuditEntry, "at" | "id"> {
  const [, at, id] = /^(\d{4}-[\dT:.-]+Z)~(.+)$/.exec(after) ?? []
  if (at === undefined || id === undefined) throw new Problem("input/invalid", { field: "after" })
  return { at, id }
}
