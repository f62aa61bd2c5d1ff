// The translated document, in the format of its source, to take away.
import { deliver } from "../journeys/deliver.ts"
import { showPolicy } from "../journeys/list-policies.ts"
import { field, render } from "../page.ts"
import { barOf } from "./bars.ts"
import { get, part, type Ask, type Route } from "./route.ts"

export const deliveryRoutes: readonly Route[] = [
  get("/policies/:policy/deliver", "document/deliver", show),
  get("/policies/:policy/deliver/:to", "document/deliver", download, "download"),
]

async function show(ask: Ask): Promise<void> {
  const { actor, words } = ask.response.locals
  const policy = await showPolicy(ask.house, { policy: part(ask, "policy") }, actor)
  const { sourceLanguage: source } = policy
  render(ask.response, "deliver", {
    policy,
    source: policy.languages.find(({ isSource }) => isSource) ?? null,
    languages: policy.languages
      .filter(({ language }) => language !== source)
      .map((status) => ({ ...status, bar: barOf(status.units, words) })),
  })
}

async function download(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  const from = field(request.query, "from")
  const input = { policy: part(ask, "policy"), to: part(ask, "to"), ...(from === "" ? {} : { from }) }
  const { name, mediaType, bytes } = await deliver(house, input, response.locals.actor)
  response.attachment(name)
  response.type(mediaType)
  response.end(bytes)
}
