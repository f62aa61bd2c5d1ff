// Who did what, newest first. The list only grows.
import { listActivity } from "../journeys/list-activity.ts"
import { field, render } from "../page.ts"
import { url } from "../url.ts"
import { get, type Ask, type Route } from "./route.ts"

export const activityRoutes: readonly Route[] = [get("/activity", "audit/read", show)]

async function show({ request, response, house }: Ask): Promise<void> {
  const { actor, words } = response.locals
  const after = field(request.query, "after")
  const { items, next } = await listActivity(house, after === "" ? {} : { after }, actor)
  render(response, "activity", {
    entries: items.map((entry) => ({
      ...entry,
      what: words.has(`audit.${entry.action}`) ? words.t(`audit.${entry.action}`) : entry.action,
      details: Object.entries(entry.data).flatMap(([name, value]) =>
        isPlain(value) ? [{ name, value: String(value) }] : [],
      ),
    })),
    first: after === "" ? null : url.activity(),
    next: next === null ? null : url.activity({ after: next }),
  })
}

function isPlain(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value) && value !== ""
}
