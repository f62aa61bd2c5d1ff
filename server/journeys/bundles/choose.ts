// Which units leave: of some policies, into some languages; all, the unresolved, or those changed since a day or since
// another bundle; and, where a bundle is to hold so many words at most, in how many parts.
import { plain } from "../../../src/content.ts"
import { Problem } from "../../../src/errors.ts"
import { portions } from "../../../src/xliff/index.ts"
import type { BundleRequest, Policy, StoredUnit } from "../../storage/types.ts"
import type { Actor, House } from "../house.ts"
import { bitextFor } from "../units/bitext.ts"

/** One XLIFF file: the units of one policy in one language. */
export interface Part {
  readonly policy: Policy
  /** Id of the bitext: the file's id in every export. */
  readonly id: string
  readonly document: string
  readonly format: string
  readonly from: string
  readonly to: string
  readonly units: readonly StoredUnit[]
  /** Every unit of the bitext, those that stay too: they are the context of those that leave. */
  readonly all: readonly StoredUnit[]
}

/** Language by language. @throws Problem "policy/language" */
export async function chooseParts(
  house: House,
  policies: readonly Policy[],
  request: BundleRequest,
  actor: Actor,
): Promise<Part[]> {
  const { storage } = house
  const documents = await storage.documents.ofPolicies(policies.map(({ id }) => id))
  const parts: Part[] = []
  for (const to of request.languages) {
    for (const policy of policies) {
      const from = request.from ?? policy.sourceLanguage
      const document = documents.find((each) => each.policy === policy.id && each.language === from)
      if (!document) throw new Problem("policy/language", { language: from })
      // A policy's own source language among the targets of many policies is no mistake.
      if (to === from && request.languages.length > 1) continue
      if (to === from) throw new Problem("policy/language", { language: to })
      const { id } = await bitextFor(house, policy, from, to, actor)
      const all = (await storage.units.ofBitext(id)).filter(({ source }) => plain(source).trim() !== "")
      const units = await chosen(house, all, request)
      parts.push({ policy, id, document: policy.name, format: document.format, from, to, units, all })
    }
  }
  return parts
}

async function chosen(
  { storage }: House,
  all: readonly StoredUnit[],
  { units: which, since }: BundleRequest,
): Promise<readonly StoredUnit[]> {
  switch (which) {
    case "all":
      return all
    case "changed":
      if (since === null) return all
      return isTime(since) ? all.filter(({ updatedAt }) => updatedAt > since) : changedSince(storage, all, since)
    case "unresolved": {
      const ids = all.map(({ id }) => id)
      const found = new Set((await storage.findings.ofUnits(ids, "open")).map(({ unit }) => unit))
      return all.filter(({ id, state, flag }) => state === "initial" || flag !== null || found.has(id))
    }
    default:
      return which satisfies never
  }
}

/** What that bundle did not hold, or held at another revision; but not what came back from it and stands as it came. */
async function changedSince(
  storage: House["storage"],
  all: readonly StoredUnit[],
  bundle: string,
): Promise<readonly StoredUnit[]> {
  const left = await storage.bundles.units(
    bundle,
    all.map(({ id }) => id),
  )
  const changed = all.filter(({ id, revision }) => left.get(id)?.revision !== revision)
  const returns = new Set((await storage.imports.ofBundles([bundle])).map((each) => each.import.id))
  if (returns.size === 0) return changed
  const revisions = await storage.history.several(changed.map(({ id: unit, revision }) => ({ unit, revision })))
  return changed.filter(({ id }) => !returns.has(revisions.get(id)?.import ?? ""))
}

/** A day or a moment; everything else names a bundle. */
export function isTime(since: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(T|$)/.test(since) && !Number.isNaN(Date.parse(since))
}

/** The same parts in bundles of at most so many words, whole sections kept together. */
export function volumesOf(parts: readonly Part[], most: number | null): Part[][] {
  const filled = parts.filter(({ units }) => units.length > 0)
  if (most === null) return filled.length > 0 ? [filled] : []
  const stretches = filled.flatMap((part) =>
    sectionsOf(part.units).map((units) => ({
      part,
      units,
      language: part.to,
      words: units.reduce((sum, unit) => sum + unit.words, 0),
    })),
  )
  return portions(stretches, most).map((portion) =>
    filled.flatMap((part) => {
      const units = portion.filter((each) => each.part === part).flatMap((each) => each.units)
      return units.length > 0 ? [{ ...part, units }] : []
    }),
  )
}

function sectionsOf(units: readonly StoredUnit[]): StoredUnit[][] {
  const sections: StoredUnit[][] = []
  for (const unit of units) {
    const last = sections.at(-1)
    if (last && last[0]!.sourceSection === unit.sourceSection) last.push(unit)
    else sections.push([unit])
  }
  return sections
}
