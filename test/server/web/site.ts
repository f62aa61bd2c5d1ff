// The web application on an empty house, with a browser for each role.
import request from "supertest"
import { createApp, type AppOptions } from "../../../server/app.ts"
import { loadCatalogues } from "../../../server/i18n.ts"
import { addDocuments } from "../../../server/journeys/add-documents.ts"
import { local } from "../../../server/journeys/house.ts"
import { firstLink, useLink } from "../../../server/journeys/sign-in.ts"
import { inviteUser } from "../../../server/journeys/users.ts"
import { roles, type Role } from "../../../server/storage/types.ts"
import { english, file, openTestHouse, turkmen, type TestHouse } from "../house.ts"

export const password = "correct horse battery"
export const everybody = ["nobody", ...roles] as const
export type Who = (typeof everybody)[number]

export interface Site {
  readonly house: TestHouse
  /** Id of the policy "p", English and Turkmen. */
  readonly policy: string
  get(path: string, who?: Who): request.Test
  /** A form as a browser sends it: from this very site. */
  post(path: string, form?: Readonly<Record<string, string>>, who?: Who): request.Test
  upload(path: string, who?: Who): request.Test
  /** An account with a role of its own, signed in. */
  person(role: Role, language?: string): Promise<{ id: string; email: string; cookie: string }>
  readonly people: Readonly<Record<Who, { id: string; email: string; cookie: string }>>
}

export async function openSite(options: Partial<AppOptions> = {}): Promise<Site> {
  const house = await openTestHouse()
  const app = createApp(house, { catalogues: await loadCatalogues(), ...options })
  const added = await addDocuments(
    house,
    { policy: "p", files: [file("p.en.md", english, "en"), file("p.tk.md", turkmen, "tk")] },
    local,
  )
  let made = 0
  const person = async (role: Role, language = "") => {
    const email = `${role}${++made}@example.org`
    const secret =
      role === "administrator" && made === 1
        ? await firstLink(house)
        : (await inviteUser(house, { email, role, language, project: added.policy.project }, local)).secret
    const { session, person: user } = await useLink(house, { secret: secret!, email, password, agent: "test" })
    return { id: user.id, email, cookie: `besh-session=${session}` }
  }
  const people = { nobody: { id: "", email: "", cookie: "" } } as Record<
    Who,
    { id: string; email: string; cookie: string }
  >
  for (const role of roles.toReversed()) people[role] = await person(role)

  const as = (test: request.Test, who: Who) => test.set("Cookie", people[who].cookie).set("Accept", "text/html")
  const own = (test: request.Test) => test.set("Sec-Fetch-Site", "same-origin")
  return {
    house,
    policy: added.policy.id,
    people,
    person,
    get: (path, who = "administrator") => as(request(app).get(path), who),
    post: (path, form = {}, who = "administrator") =>
      own(as(request(app).post(path), who))
        .type("form")
        .send(form),
    upload: (path, who = "administrator") => own(as(request(app).post(path), who)),
  }
}
