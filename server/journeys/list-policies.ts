// The dashboard: each policy by language, with units by state, open findings and words.
import type { State } from "../../src/model/bitext.ts"
import type { Actor, House } from "./house.ts"
import { notYet } from "./not-yet.ts"

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
  return notYet()
}

/** One policy. @throws Problem "policy/unknown" */
export async function showPolicy(
  house: House,
  input: { readonly project?: string; readonly policy: string },
  actor: Actor,
): Promise<PolicyStatus> {
  return notYet()
}
