// The terms in force in a project, and what a termbase that comes in would change in its own.
import { isDeepStrictEqual } from "node:util"
import type { Concept } from "../../src/terms/concept.ts"
import { termbase } from "../../src/terms/index.ts"
import { ownTermbase, withOwn } from "../../src/terms/own.ts"
import type { Project } from "../storage/types.ts"
import { findProject, projectFor } from "./find.ts"
import type { Actor, House } from "./house.ts"
import { record } from "./record.ts"
import { demand } from "./rights.ts"

export interface TermsInput {
  /** Id or name; the first there is when absent. */
  readonly project?: string
}

/**
 * The concepts in force: the project's own before the built-in ones; or only its own, as they came in.
 *
 * @throws Problem "project/unknown", "session/forbidden"
 */
export async function listTerms(
  house: House,
  input: TermsInput & { readonly isOwnOnly?: boolean },
  actor: Actor,
): Promise<Concept[]> {
  const project = await projectOf(house, input)
  demand(actor, "policy/read", project ? { project: project.id } : {})
  const own = project ? await house.storage.concepts.ofProject(project.id) : []
  return input.isOwnOnly ? own : withOwn(own)
}

export interface ConceptChange {
  readonly id: string
  /** "changed": the project's own, or the built-in one that it is to stand over. */
  readonly change: "new" | "changed" | "unchanged"
  /** In force: completed by the built-in concept of the same id. */
  readonly before: Concept | null
  readonly after: Concept
}

export interface ImportTermsResult {
  /** null: there is none yet, and nothing was written. */
  readonly project: string | null
  readonly changes: readonly ConceptChange[]
  readonly isWritten: boolean
}

/**
 * What concepts would change in the project's termbase; with `isWritten` it is done. Concepts that are not among them
 * stay; those that say what the built-in ones say are not kept.
 *
 * @throws Problem "project/unknown", "session/forbidden"
 */
export async function importTerms(
  house: House,
  input: TermsInput & { readonly concepts: readonly Concept[]; readonly isWritten: boolean },
  actor: Actor,
): Promise<ImportTermsResult> {
  const known = await projectOf(house, input)
  demand(actor, "term/import", known ? { project: known.id } : {})
  if (!input.isWritten) {
    const own = known ? await house.storage.concepts.ofProject(known.id) : []
    return { project: known?.name ?? null, changes: changesOf(own, input.concepts), isWritten: false }
  }
  return house.storage.transaction(async (inside) => {
    const at = house.now().toISOString()
    const project = known ?? (await projectFor(inside, undefined, at, house.randomId))
    const changes = changesOf(await inside.concepts.ofProject(project.id), input.concepts)
    const wanted = changes.filter(({ change }) => change !== "unchanged")
    if (wanted.length > 0) {
      const ids = new Set(wanted.map(({ id }) => id))
      const concepts = input.concepts.filter(({ id }) => ids.has(id))
      await inside.concepts.put(project.id, concepts, at, actor.id)
      const count = (kind: ConceptChange["change"]) => wanted.filter(({ change }) => change === kind).length
      await record(house, inside, actor, "term/import", project.id, { new: count("new"), changed: count("changed") })
    }
    return { project: project.name, changes, isWritten: true }
  })
}

async function projectOf({ storage }: House, { project }: TermsInput): Promise<Project | null> {
  if (project !== undefined) return findProject(storage, project)
  return (await storage.projects.list())[0] ?? null
}

function changesOf(own: readonly Concept[], incoming: readonly Concept[]): ConceptChange[] {
  const known = new Map([...termbase, ...own].map((concept) => [concept.id, concept]))
  const inForce = new Map(withOwn(own).map((concept) => [concept.id, concept]))
  const after = ownTermbase(incoming).concepts
  return incoming.map((concept, at) => {
    const { id } = concept
    const change = !known.has(id) ? "new" : isDeepStrictEqual(known.get(id), concept) ? "unchanged" : "changed"
    return { id, change, before: inForce.get(id) ?? null, after: after[at]! }
  })
}
