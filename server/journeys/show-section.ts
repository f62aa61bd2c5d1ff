// The section-pair editor: the units of one section in one target language, with all that helps to judge them.
import type { Actor, House } from "./house.ts"
import type { UnitView } from "./views.ts"
import { notYet } from "./not-yet.ts"

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

export async function showSection(house: House, input: ShowSectionInput, actor: Actor): Promise<ShowSectionResult> {
  return notYet()
}

/** One unit, for fragments and permalinks. */
export async function showUnit(house: House, input: { readonly unit: string }, actor: Actor): Promise<UnitView> {
  return notYet()
}
