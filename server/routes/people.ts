// Who works here, with which rights; inviting and sending away. Links are shown once, to be passed on by hand.
import { readableProjects } from "../journeys/find.ts"
import { createLink, inviteUser, listUsers, setActive, setRole } from "../journeys/users.ts"
import { can } from "../journeys/rights.ts"
import { again, choice, field, flash, goTo, render, required, type Data } from "../page.ts"
import { roles } from "../storage/types.ts"
import { url } from "../url.ts"
import { get, part, post, type Ask, type Route } from "./route.ts"

export const peopleRoutes: readonly Route[] = [
  get("/people", "user/manage", show),
  post("/people/invitations", "user/manage", invite),
  post("/people/:person/role", "user/manage", changeRole),
  post("/people/:person/active", "user/manage", changeActive),
  post("/people/:person/link", "user/manage", makeLink),
]

const noLink = { link: null, email: "", name: "", role: "translator", language: "", project: "" }

async function show(ask: Ask): Promise<void> {
  render(ask.response, "people", { ...(await everybody(ask)), ...noLink })
}

async function everybody({ response, house }: Ask): Promise<Data> {
  const { actor } = response.locals
  const [people, projects] = await Promise.all([listUsers(house, {}, actor), readableProjects(house.storage, actor)])
  return {
    wide: true,
    people,
    projects: projects.filter(({ id }) => can(actor, "user/manage", { project: id })),
    roles: roles.filter((role) => role !== "administrator" || actor.isAdministrator),
  }
}

async function invite(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  const form = {
    email: field(request.body, "email"),
    name: field(request.body, "name"),
    role: field(request.body, "role"),
    language: field(request.body, "language"),
    project: field(request.body, "project"),
  }
  again(response, "people", async () => ({ ...(await everybody(ask)), ...form, link: null }))
  required(request.body, "email")
  const role = choice(request.body, "role", roles)
  const { project, ...rest } = form
  const made = await inviteUser(house, { ...rest, ...(project ? { project } : {}), role }, response.locals.actor)
  await showLink(ask, form.email, made)
}

async function makeLink(ask: Ask): Promise<void> {
  const email = required(ask.request.body, "email")
  await showLink(ask, email, await createLink(ask.house, { email }, ask.response.locals.actor))
}

async function showLink(
  ask: Ask,
  email: string,
  { secret, expiresAt }: { secret: string; expiresAt: string },
): Promise<void> {
  const { request, response } = ask
  const address = `${request.protocol}://${request.get("host") ?? ""}${url.link(secret)}`
  render(response, "people", { ...(await everybody(ask)), ...noLink, link: { address, email, expiresAt } })
}

async function changeRole(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  again(response, "people", async () => ({ ...(await everybody(ask)), ...noLink }))
  const role = field(request.body, "role") === "" ? null : choice(request.body, "role", roles)
  const project = field(request.body, "project")
  const language = field(request.body, "language")
  const input = { user: part(ask, "person"), language, ...(project ? { project } : {}), role }
  await setRole(house, input, response.locals.actor)
  flash(response, "flash.role")
  goTo(response, url.people)
}

async function changeActive(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  again(response, "people", async () => ({ ...(await everybody(ask)), ...noLink }))
  const isActive = choice(request.body, "active", ["yes", "no"] as const) === "yes"
  await setActive(house, { user: part(ask, "person"), isActive }, response.locals.actor)
  flash(response, isActive ? "flash.active" : "flash.inactive")
  goTo(response, url.people)
}
