// Every address, asked for by every role: who is let in is what the table says, and nobody else is.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { rights } from "../../../server/journeys/rights.ts"
import { routes } from "../../../server/routes/index.ts"
import type { Route } from "../../../server/routes/route.ts"
import { roles } from "../../../server/storage/types.ts"
import { everybody, openSite, type Site, type Who } from "./site.ts"

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 60_000)
afterAll(() => site.house.close())

/** Names in paths stand for things that do not exist, so that nothing happens; those who may enter see 4xx or a page. */
const concrete = (path: string): string =>
  path.replace(/:(\w+)/g, (_, name: string) => (name === "policy" ? site.policy : "nothing"))

const isLetIn = ({ needs }: Route, who: Who): boolean => {
  if (needs === "anybody") return true
  if (who === "nobody") return false
  return needs === "somebody" || roles.indexOf(who) >= roles.indexOf(rights[needs])
}

describe("rights", () => {
  it("saw the table, and every address once", () => {
    expect(routes.length).toBeGreaterThan(40)
    const addresses = routes.map(({ method, path }) => `${method} ${path}`)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  it.each(
    routes
      .filter(({ path }) => path !== "/sign-out" && path !== "/samples")
      .map((route) => [route.method, route.path, route.needs, route] as const),
  )("%s %s takes %s", async (method, path, _needs, route) => {
    for (const who of everybody) {
      const answer = await (method === "get" ? site.get(concrete(path), who) : site.post(concrete(path), {}, who))
      const told = `${who}: ${answer.status}`
      if (isLetIn(route, who))
        expect(path === "/sign-in" ? [500] : [401, 403, 500, 503], told).not.toContain(answer.status)
      else expect(told).toBe(`${who}: ${who === "nobody" ? 401 : 403}`)
    }
  })

  it("asks whoever is not signed in to sign in, and comes back to the page", async () => {
    const answer = await site.get("/passages?language=tk", "nobody")
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('name="next" value="/passages?language=tk"')
  })
})
