// The section-pair editor: the units of one section in one target language, with all that helps to judge them.
import { Problem } from "../../src/errors.ts"
import type { Bitext, Policy } from "../storage/types.ts"
import { findPolicy } from "./find.ts"
import type { Actor, House } from "./house.ts"
import { can } from "./rights.ts"
import { viewOf, viewsOf, type UnitView } from "./views.ts"

export interface ShowSectionInput {
  readonly policy: string
  /** The policy's source language when absent. */
  readonly from?: string
  readonly to: string
  /**
   * Ordinal of the source section; "rest" for target text without counterpart. With from = to the sections are those of
   * the document itself. The first when absent.
   */
  readonly section?: number | "rest"
}

export interface SectionEntry {
  readonly section: number | "rest"
  readonly heading: string
  readonly level: number
  readonly units: number
  readonly untranslated: number
  readonly findings: number
}

export interface ShowSectionResult {
  readonly policy: {
    readonly id: string
    readonly name: string
    readonly project: string
    readonly sourceLanguage: string
  }
  readonly from: string
  readonly to: string
  readonly section: number | "rest"
  /** The list beside the editor. */
  readonly sections: readonly SectionEntry[]
  readonly units: readonly UnitView[]
  readonly languages: readonly string[]
}

/** @throws Problem "policy/unknown", "policy/language" when there is no bitext between the two */
export async function showSection(house: House, input: ShowSectionInput, actor: Actor): Promise<ShowSectionResult> {
  const { storage } = house
  const policy = await findPolicy(storage, input, actor)
  const from = input.from ?? policy.sourceLanguage
  const bitext = await storage.bitexts.find(policy.id, from, input.to)
  if (!bitext) throw new Problem("policy/language", { language: input.to })
  const sections = await sectionEntries(house, policy, bitext)
  const section = input.section ?? sections.find(({ heading }) => heading !== "")?.section ?? sections[0]?.section ?? 0
  const units = await storage.units.ofBitext(
    bitext.id,
    section === "rest" ? { section } : from === input.to ? { targetSection: section } : { section },
  )
  const bitexts = await storage.bitexts.ofPolicies([policy.id])
  return {
    policy: { id: policy.id, name: policy.name, project: policy.project, sourceLanguage: policy.sourceLanguage },
    from,
    to: input.to,
    section,
    sections,
    units: await viewsOf(storage, units),
    languages: [policy.sourceLanguage, ...bitexts.filter(({ isPrimary }) => isPrimary).map(({ to }) => to)].filter(
      (language, at, all) => all.indexOf(language) === at,
    ),
  }
}

async function sectionEntries({ storage }: House, policy: Policy, bitext: Bitext): Promise<SectionEntry[]> {
  const isOwn = bitext.from === bitext.to
  const side = isOwn ? "target_section" : "source_section"
  const documents = await storage.documents.ofPolicies([policy.id])
  const document = documents.find(({ language }) => language === bitext.from)
  const headings = document ? await storage.documents.sections([document.id]) : []
  const units = new Map((await storage.units.sectionCounts(bitext.id, side)).map((each) => [each.section, each]))
  const findings = new Map(
    (await storage.findings.sectionCounts(bitext.id, side)).map((each) => [each.section, each.count]),
  )
  const entry = (section: number | null, heading: string, level: number): SectionEntry => ({
    section: section ?? "rest",
    heading,
    level,
    units: units.get(section)?.units ?? 0,
    untranslated: units.get(section)?.untranslated ?? 0,
    findings: findings.get(section) ?? 0,
  })
  const entries = headings.map(({ ordinal, heading, level }) => entry(ordinal, heading, level))
  return units.has(null) && !isOwn ? [...entries, entry(null, "", 0)] : entries
}

/** One unit, for fragments and permalinks. @throws Problem "unit/unknown" */
export async function showUnit(house: House, input: { readonly unit: string }, actor: Actor): Promise<UnitView> {
  const unit = await house.storage.units.byId(input.unit)
  const policy = await house.storage.policies.find(unit.policy)
  if (!policy || !can(actor, "policy/read", { project: policy.project })) throw new Problem("unit/unknown", input)
  return viewOf(house.storage, unit)
}
