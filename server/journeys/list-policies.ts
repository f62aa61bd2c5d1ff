// The dashboard: each policy by language, with units by state, open findings and words.
import type { State } from "../../src/model/bitext.ts"
import type { Severity } from "../../src/model/finding.ts"
import type { Bitext, Policy, StoredDocument } from "../storage/types.ts"
import type { StateCount } from "../storage/units.ts"
import { findPolicy, readableProjects } from "./find.ts"
import type { Actor, House } from "./house.ts"
import { demand } from "./rights.ts"
import { grouped } from "./views.ts"

export interface ListPoliciesInput {
  readonly project?: string
  /** Name or id of one policy. */
  readonly policy?: string
}

export interface LanguageStatus {
  readonly language: string
  readonly isSource: boolean
  /** null: translated in the workbench only. */
  readonly document: {
    readonly id: string
    readonly name: string
    readonly format: string
    readonly revision: number
  } | null
  /** Units of the bitext from the source language (of the source itself for the source language). */
  readonly units: Readonly<Record<State, number>> & { readonly total: number }
  readonly flags: { readonly draft: number; readonly outdated: number; readonly conflict: number }
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number }
  /** Source words, and those of units translated or better. */
  readonly words: { readonly total: number; readonly translated: number }
}

export interface PolicyStatus {
  readonly id: string
  readonly name: string
  readonly project: string
  readonly sourceLanguage: string
  readonly revision: number
  readonly updatedAt: string
  /** Source first, then by tag. */
  readonly languages: readonly LanguageStatus[]
}

/** Policies the actor may read, by name. */
export async function listPolicies(house: House, input: ListPoliciesInput, actor: Actor): Promise<PolicyStatus[]> {
  if (input.policy !== undefined) return [await showPolicy(house, { ...input, policy: input.policy }, actor)]
  demand(actor, "policy/read")
  const projects = await readableProjects(house.storage, actor, input.project)
  return statusOf(house, await house.storage.policies.list(projects.map(({ id }) => id)))
}

/** One policy. @throws Problem "policy/unknown" */
export async function showPolicy(
  house: House,
  input: { readonly project?: string; readonly policy: string },
  actor: Actor,
): Promise<PolicyStatus> {
  const [status] = await statusOf(house, [await findPolicy(house.storage, input, actor)])
  return status!
}

/** Four queries, however many policies. */
async function statusOf({ storage }: House, policies: readonly Policy[]): Promise<PolicyStatus[]> {
  const ids = policies.map(({ id }) => id)
  const documents = grouped(await storage.documents.ofPolicies(ids), ({ policy }) => policy)
  const bitexts = grouped(await storage.bitexts.ofPolicies(ids), ({ policy }) => policy)
  const counts = grouped(await storage.units.counts(ids), ({ bitext }) => bitext)
  const findings = grouped(await storage.findings.openCounts(ids), ({ policy, language }) => `${policy} ${language}`)
  return policies.map((policy) => {
    const own = documents.get(policy.id) ?? []
    const primary = (bitexts.get(policy.id) ?? []).filter(({ isPrimary }) => isPrimary)
    const languages = [...new Set([...own.map(({ language }) => language), ...primary.map(({ to }) => to)])]
    const order = (language: string) => (language === policy.sourceLanguage ? "" : language)
    return {
      id: policy.id,
      name: policy.name,
      project: policy.project,
      sourceLanguage: policy.sourceLanguage,
      revision: policy.revision,
      updatedAt: policy.updatedAt,
      languages: languages
        .sort((a, b) => (order(a) < order(b) ? -1 : 1))
        .map((language) =>
          languageStatus(policy, language, own, primary, counts, findings.get(`${policy.id} ${language}`) ?? []),
        ),
    }
  })
}

function languageStatus(
  policy: Policy,
  language: string,
  documents: readonly StoredDocument[],
  bitexts: readonly Bitext[],
  counts: ReadonlyMap<string, readonly StateCount[]>,
  findings: readonly { readonly severity: Severity; readonly count: number }[],
): LanguageStatus {
  const document = documents.find((each) => each.language === language)
  const bitext = bitexts.find(({ to }) => to === language)
  const rows = counts.get(bitext?.id ?? "") ?? []
  const sum = (isCounted: (row: StateCount) => boolean, value: "count" | "words" = "count") =>
    rows.filter(isCounted).reduce((total, row) => total + row[value], 0)
  const ofState = (state: State) => sum((row) => row.state === state)
  const ofSeverity = (severity: Severity) => findings.find((each) => each.severity === severity)?.count ?? 0
  return {
    language,
    isSource: language === policy.sourceLanguage,
    document: document
      ? { id: document.id, name: document.name, format: document.format, revision: document.revision }
      : null,
    units: {
      initial: ofState("initial"),
      translated: ofState("translated"),
      reviewed: ofState("reviewed"),
      final: ofState("final"),
      total: sum(() => true),
    },
    flags: {
      draft: sum(({ flag }) => flag === "draft"),
      outdated: sum(({ flag }) => flag === "outdated"),
      conflict: sum(({ flag }) => flag === "conflict"),
    },
    findings: { error: ofSeverity("error"), warning: ofSeverity("warning"), info: ofSeverity("info") },
    words: { total: sum(() => true, "words"), translated: sum(({ state }) => state !== "initial", "words") },
  }
}
