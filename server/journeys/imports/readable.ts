// Whose business an import is: who may look at its plan, and who may carry it out.
import { Problem } from "../../../src/errors.ts"
import type { State } from "../../../src/model/bitext.ts"
import type { Import, ImportFile, Policy } from "../../storage/types.ts"
import type { Actor, House } from "../house.ts"
import { can, demand, highestState } from "../rights.ts"

/**
 * Everybody who applies or undoes an import may do so in all of its languages.
 *
 * @returns the import, and file → state up to which its units may be written
 * @throws Problem "session/forbidden", "plan/unknown", "plan/planning"
 */
export async function mayApply(
  house: House,
  id: string,
  actor: Actor,
): Promise<{ made: Import; files: ImportFile[]; highest: Map<number, State> }> {
  const { made, files, policies } = await readable(house, id, actor)
  const highest = new Map<number, State>()
  for (const file of files) {
    if (!file.accepted || file.policy === null) continue
    const where = { project: policies.get(file.policy)?.project ?? "", language: file.to }
    demand(actor, "import/apply", where)
    highest.set(file.number, highestState(actor, where) ?? "translated")
  }
  return { made, files, highest }
}

/** @throws Problem "plan/unknown" also for plans of projects the actor knows nothing of; "plan/planning" while it is made */
export async function readable(
  house: House,
  id: string,
  actor: Actor,
): Promise<{ made: Import; files: ImportFile[]; policies: Map<string, Policy> }> {
  demand(actor, "import/plan")
  const made = await house.storage.imports.byId(id)
  const files = await house.storage.imports.files([id])
  const policies = await policiesOf(house, files)
  if (!isReadable(made, files, policies, actor)) throw new Problem("plan/unknown", { import: id })
  if (made.status === "planning") throw new Problem("plan/planning", { import: id })
  return { made, files, policies }
}

export function isReadable(
  made: Import,
  files: readonly ImportFile[],
  policies: ReadonlyMap<string, Policy>,
  actor: Actor,
): boolean {
  if (actor.isAdministrator || (actor.id !== null && made.createdBy === actor.id)) return true
  const own = files.map(({ policy }) => policies.get(policy ?? "")).filter((policy) => policy !== undefined)
  return own.length > 0 && own.every(({ project }) => can(actor, "import/plan", { project }))
}

export async function policiesOf({ storage }: House, files: readonly ImportFile[]): Promise<Map<string, Policy>> {
  const found = new Map<string, Policy>()
  for (const id of new Set(files.map(({ policy }) => policy))) {
    const policy = id === null ? null : await storage.policies.find(id)
    if (policy) found.set(policy.id, policy)
  }
  return found
}
