// A translation into a language that has none yet: every text of the source becomes a unit to write.
import { Problem } from "../../src/errors.ts"
import { findPolicy } from "./find.ts"
import type { Actor, House } from "./house.ts"
import { record } from "./record.ts"
import { demand } from "./rights.ts"
import { bitextFor } from "./units/bitext.ts"

export interface StartBitextInput {
  readonly policy: string
  /** The policy's source language when absent. */
  readonly from?: string
  readonly to: string
}

/**
 * Nothing happens when it is there already.
 *
 * @throws Problem "policy/unknown", "policy/language" when there is no document to translate from, or the tag is none
 */
export async function startBitext(
  house: House,
  input: StartBitextInput,
  actor: Actor,
): Promise<{ readonly policy: string; readonly from: string; readonly to: string }> {
  const policy = await findPolicy(house.storage, input, actor)
  const { from = policy.sourceLanguage, to } = input
  demand(actor, "unit/translate", { project: policy.project, language: to })
  if (!isTag(to)) throw new Problem("policy/language", { language: to })
  const known = await house.storage.bitexts.find(policy.id, from, to)
  if (!known) {
    await bitextFor(house, policy, from, to, actor)
    await record(house, house.storage, actor, "bitext/start", policy.id, { from, to })
  }
  return { policy: policy.id, from, to }
}

/** A language tag as it is written: "de", "zh-Hant", not "DE" or "xx_YY". (BCP 47) */
export function isTag(text: string): boolean {
  try {
    return /^[a-z]{2,3}(?:-|$)/.test(text) && Intl.getCanonicalLocales(text)[0] === text
  } catch {
    return false
  }
}
