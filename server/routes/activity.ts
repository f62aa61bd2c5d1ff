// Who did what, newest first. The list only grows.
import { listActivity } from "../journeys/list-activity.ts"
import { listPolicies } from "../journeys/list-policies.ts"
import { field, render } from "../page.ts"
import { url } from "../url.ts"
import { get, type Ask, type Route } from "./route.ts"

export const activityRoutes: readonly Route[] = [get("/activity", "audit/read", show)]

async function show({ request, response, house }: Ask): Promise<void> {
  const { actor, words } = response.locals
  const after = field(request.query, "after")
  const [{ items, next }, policies] = await Promise.all([
    listActivity(house, after === "" ? {} : { after }, actor),
    listPolicies(house, {}, actor),
  ])
  const names = new Map(policies.map(({ id, name }) => [id, name]))
  render(response, "activity", {
    entries: items.map(({ id, at, actor: who, action, subject, data }) => ({
      id,
      at,
      actor: who,
      what: words.has(`audit.${action}`) ? words.t(`audit.${action}`) : action,
      policy: names.has(subject) ? { id: subject, name: names.get(subject) } : null,
      details: Object.entries(data).flatMap(([name, value]) => detail(name, value)),
    })),
    first: after === "" ? null : url.activity(),
    next: next === null ? null : url.activity({ after: next }),
  })
}

/** What can be shown in a line: words, numbers, and the names in a list. Digests and ids are for machines. */
function detail(name: string, value: unknown): { name: string; value: string }[] {
  if (name === "digest" || name === "project" || name === "policies") return []
  const parts = (Array.isArray(value) ? value : [value]).flatMap((each: unknown) =>
    typeof each === "object" && each !== null && "name" in each ? [each.name] : [each],
  )
  const plain = parts.filter(
    (each) => ["string", "number", "boolean"].includes(typeof each) && each !== "" && each !== 0,
  )
  return plain.length === 0 ? [] : [{ name, value: plain.join(", ") }]
}
