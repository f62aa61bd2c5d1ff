// Bundles that left, and what became of them.
import type { Bundle } from "../storage/types.ts"
import { readableProjects } from "./find.ts"
import type { Actor, House } from "./house.ts"
import { demand } from "./rights.ts"
import { grouped } from "./views.ts"

export interface ListedBundle extends Bundle {
  readonly createdByName: string
  /** Units that came back in an import that was applied. */
  readonly returnedUnits: number
  /** Units whose source has changed or gone since the bundle left; not counted once everything is back. */
  readonly movedUnits: number
  /** Imports that came back from it. */
  readonly returns: readonly { readonly import: string; readonly status: string; readonly createdAt: string }[]
}

export interface ListBundlesInput {
  readonly project?: string
  readonly limit?: number
}

/** Newest first; the bundles alone. */
export async function recentBundles({ storage }: House, input: ListBundlesInput, actor: Actor): Promise<Bundle[]> {
  demand(actor, "bundle/export")
  const projects = await readableProjects(storage, actor, input.project)
  const ids = projects.map(({ id }) => id)
  return storage.bundles.list(ids, Math.min(500, input.limit ?? 50))
}

/** Newest first. */
export async function listBundles(house: House, input: ListBundlesInput, actor: Actor): Promise<ListedBundle[]> {
  const { storage } = house
  const bundles = await recentBundles(house, input, actor)
  const names = await storage.users.names(bundles.map(({ createdBy }) => createdBy))
  const ids = bundles.map(({ id }) => id)
  const returns = grouped(await storage.imports.ofBundles(ids), ({ bundle }) => bundle)
  const returned = await storage.bundles.returned([...returns.keys()])
  const isBack = ({ id, units }: Bundle) => (returned.get(id) ?? 0) >= units
  const moved = await movedUnits(
    house,
    bundles.filter((bundle) => !isBack(bundle)),
  )
  return bundles.map((bundle) => ({
    ...bundle,
    createdByName: names.get(bundle.createdBy ?? "") ?? "",
    returnedUnits: returned.get(bundle.id) ?? 0,
    movedUnits: moved.get(bundle.id) ?? 0,
    returns: (returns.get(bundle.id) ?? []).map((each) => ({
      import: each.import.id,
      status: each.import.status,
      createdAt: each.import.createdAt,
    })),
  }))
}

/** Units are compared only where a document has had a new revision since the bundle left. */
async function movedUnits({ storage }: House, bundles: readonly Bundle[]): Promise<Map<string, number>> {
  const policies = [...new Set(bundles.flatMap(({ request }) => request.policies))]
  const documents = grouped(await storage.documents.ofPolicies(policies), ({ policy }) => policy)
  const hasNews = ({ request, createdAt }: Bundle) =>
    request.policies.some((policy) => documents.get(policy)?.some(({ updatedAt }) => updatedAt > createdAt))
  return storage.bundles.moved(bundles.filter(hasNews).map(({ id }) => id))
}
