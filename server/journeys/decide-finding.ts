// What people say about findings: ignored for a reason, open again, or mended as proposed.
import { Problem } from "../../src/errors.ts"
import { contentOf } from "../../src/content.ts"
import type { Code, Content } from "../../src/model/document.ts"
import type { StoredFinding } from "../storage/types.ts"
import type { Actor, House } from "./house.ts"
import { record } from "./record.ts"
import { can, demand } from "./rights.ts"
import { editable, write } from "./save-unit.ts"
import { viewOf, type UnitView } from "./views.ts"

/** @throws Problem "finding/unknown", "input/invalid" without a reason. Ignoring twice is ignoring once. */
export async function ignoreFinding(
  house: House,
  input: { readonly finding: string; readonly reason: string },
  actor: Actor,
): Promise<StoredFinding> {
  const reason = input.reason.trim().slice(0, 1_000)
  if (reason === "") throw new Problem("input/invalid", { field: "reason" })
  return decide(house, input.finding, { status: "ignored", reason }, actor)
}

export async function reopenFinding(
  house: House,
  input: { readonly finding: string },
  actor: Actor,
): Promise<StoredFinding> {
  return decide(house, input.finding, { status: "open", reason: "" }, actor)
}

/** Puts the proposed text in its place: a new revision. @throws Problem "unit/stale" when the unit moved on */
export async function applyFix(
  house: House,
  input: { readonly finding: string; readonly revision: number },
  actor: Actor,
): Promise<UnitView> {
  const finding = await readable(house, input.finding, actor)
  const { unit } = await editable(house, finding.unit, actor)
  const { fix } = finding
  if (!fix || finding.status !== "open" || unit.target === null)
    throw new Problem("finding/unknown", { finding: finding.id })
  const target = replaceIn(unit.target, fix.start, fix.end, fix.text)
  if (target === null) throw new Problem("unit/codes", { code: finding.text })
  const state = unit.state === "initial" ? "initial" : "translated"
  const edit = { target, state, flag: unit.flag, origin: "fix" } as const
  return viewOf(house.storage, await write(house, unit, { ...input, comment: finding.check }, edit, actor))
}

async function decide(
  house: House,
  id: string,
  decision: Pick<StoredFinding, "status" | "reason">,
  actor: Actor,
): Promise<StoredFinding> {
  const finding = await readable(house, id, actor)
  const policy = await house.storage.policies.find(finding.policy)
  demand(actor, "finding/decide", { project: policy?.project ?? "", language: finding.textLanguage })
  if (finding.status === decision.status && finding.reason === decision.reason) return finding
  if (finding.status === "fixed") throw new Problem("finding/unknown", { finding: id })
  const decided: StoredFinding = {
    ...finding,
    ...decision,
    decidedBy: actor.id,
    revision: finding.revision + 1,
    updatedAt: house.now().toISOString(),
  }
  await house.storage.transaction(async (inside) => {
    await inside.findings.saveMany([decided])
    await record(house, inside, actor, `finding/${decision.status}`, id, {
      unit: finding.unit,
      reason: decision.reason,
    })
  })
  return decided
}

async function readable(house: House, id: string, actor: Actor): Promise<StoredFinding> {
  const finding = await house.storage.findings.byId(id)
  const policy = await house.storage.policies.find(finding.policy)
  if (!policy || !can(actor, "policy/read", { project: policy.project }))
    throw new Problem("finding/unknown", { finding: id })
  return finding
}

/**
 * The content with a span of its plain text replaced; codes inside the span stay, after the new text. null when the span
 * cuts through what a code stands for.
 */
export function replaceIn(content: Content, start: number, end: number, text: string): Content | null {
  const parts: (string | Code)[] = []
  let at = 0
  let isPlaced = false
  const place = () => {
    if (!isPlaced) parts.push(text)
    isPlaced = true
  }
  for (const part of content) {
    if (typeof part !== "string") {
      const length = part.equiv?.length ?? 0
      if (length > 0 && at < end && at + length > start) return null
      if (at > start) place()
      parts.push(part)
      at += length
      continue
    }
    const from = Math.max(0, Math.min(part.length, start - at))
    const to = Math.max(0, Math.min(part.length, end - at))
    parts.push(part.slice(0, from))
    if (at + part.length >= start && at <= end && (to > from || start === end)) place()
    parts.push(part.slice(to))
    at += part.length
  }
  place()
  return contentOf(parts)
}
