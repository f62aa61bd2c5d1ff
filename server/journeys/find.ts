// Policies and projects as people name them: by id or by name.
import { Problem } from "../../src/errors.ts"
import type { Policy, Project } from "../storage/types.ts"
import type { Storage } from "../storage/storage.ts"
import type { Actor } from "./house.ts"
import { can, demand, type Action } from "./rights.ts"

/** Policies of projects the actor may not even read are unknown to them. @throws Problem "policy/unknown" */
export async function findPolicy(
  storage: Storage,
  input: { readonly project?: string | undefined; readonly policy: string },
  actor: Actor,
  action: Action = "policy/read",
  language?: string,
): Promise<Policy> {
  const project = input.project === undefined ? undefined : (await findProject(storage, input.project))?.id
  const policy = await storage.policies.find(input.policy, project)
  const isHidden = policy && actor.id !== null && !can(actor, "policy/read", { project: policy.project })
  if (!policy || isHidden) throw new Problem("policy/unknown", { policy: input.policy })
  demand(actor, action, { project: policy.project, ...(language === undefined ? {} : { language }) })
  return policy
}

export async function findProject(storage: Storage, reference: string): Promise<Project> {
  const project = await storage.projects.find(reference)
  if (!project) throw new Problem("project/unknown", { project: reference })
  return project
}

/** Projects the actor may read; one of them when named. */
export async function readableProjects(storage: Storage, actor: Actor, reference?: string): Promise<Project[]> {
  const all = reference === undefined ? await storage.projects.list() : [await findProject(storage, reference)]
  return all.filter(({ id }) => can(actor, "policy/read", { project: id }))
}

/** The project meant by an id or a name; without either the first there is, made as "main" when there is none. */
export async function projectFor(
  storage: Storage,
  reference: string | undefined,
  now: string,
  randomId: () => string,
): Promise<Project> {
  if (reference !== undefined) {
    return (await storage.projects.find(reference)) ?? makeProject(storage, reference, now, randomId)
  }
  const [first] = await storage.projects.list()
  return first ?? makeProject(storage, "main", now, randomId)
}

async function makeProject(storage: Storage, name: string, now: string, randomId: () => string): Promise<Project> {
  await storage.projects.insert({ id: randomId(), name, createdAt: now })
  return findProject(storage, name)
}
