// One policy: its documents and how far each language is, with the doors to everything one can do with it.
import { showPolicy } from "../journeys/list-policies.ts"
import { render } from "../page.ts"
import { barOf, openFindings } from "./bars.ts"
import { get, part, type Ask, type Route } from "./route.ts"

export const policyRoutes: readonly Route[] = [get("/policies/:policy", "policy/read", show)]

async function show(ask: Ask): Promise<void> {
  const { actor, words } = ask.response.locals
  const policy = await showPolicy(ask.house, { policy: part(ask, "policy") }, actor)
  render(ask.response, "policy", {
    policy,
    languages: policy.languages.map((status) => ({
      ...status,
      bar: barOf(status.units, words),
      open: openFindings(status),
      flagged: status.flags.conflict + status.flags.outdated + status.flags.draft > 0,
    })),
  })
}
