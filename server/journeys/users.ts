// People of the house: invited, given roles per project and language, sent away.
import { Problem } from "../../src/errors.ts"
import { roles, type Membership, type Role, type Token, type User } from "../storage/types.ts"
import { findProject, projectFor } from "./find.ts"
import type { Actor, House } from "./house.ts"
import { hashPassword, isPassword, newSecret, secretHash } from "./password.ts"
import { record } from "./record.ts"
import { can, demand, roleOf } from "./rights.ts"
import { personOf, readEmail, readPassword, type Person } from "./sign-in.ts"

export interface ListedPerson extends Person {
  readonly memberships: readonly (Membership & { readonly projectName: string })[]
}

const hours = 3_600_000

/** People of the projects the actor looks after; everybody for administrators. */
export async function listUsers(house: House, _input: Record<string, never>, actor: Actor): Promise<ListedPerson[]> {
  demand(actor, "user/manage")
  const { users, memberships, projects } = house.storage
  const names = new Map((await projects.list()).map(({ id, name }) => [id, name]))
  const all = (await memberships.list()).filter(({ project }) => can(actor, "user/manage", { project }))
  const listed = (await users.list()).map((user) => ({
    ...personOf(user),
    memberships: all
      .filter((each) => each.user === user.id)
      .map((each) => ({ ...each, projectName: names.get(each.project) ?? "" })),
  }))
  return listed.filter((each) => actor.isAdministrator || each.memberships.length > 0 || each.id === actor.id)
}

export interface InviteInput {
  readonly email: string
  readonly name?: string
  /** Project id or name; the first when absent; ignored for administrators. */
  readonly project?: string
  /** "" or absent: every language. */
  readonly language?: string
  readonly role: Role
}

/** The secret of an invitation link, shown once, good for seven days. */
export async function inviteUser(
  house: House,
  input: InviteInput,
  actor: Actor,
): Promise<{ readonly secret: string; readonly expiresAt: string }> {
  const place = await readPlace(house, input, actor)
  const person = { email: readEmail(input.email), name: (input.name ?? "").trim().slice(0, 200) }
  return newLink(house, { purpose: "invitation", user: null, ...person, ...place }, 7 * 24 * hours, actor)
}

/** A one-time sign-in link for somebody who forgot the password; good for an hour. */
export async function createLink(
  house: House,
  input: { readonly email: string },
  actor: Actor,
): Promise<{ readonly secret: string; readonly expiresAt: string }> {
  const user = await house.storage.users.byEmail(readEmail(input.email))
  if (!user) throw new Problem("user/unknown", { user: input.email })
  await demandOver(house, user, actor)
  const { id, email, name } = user
  const link = { purpose: "sign-in", user: id, email, name, project: null, language: "", role: "viewer" } as const
  return newLink(house, link, hours, actor)
}

/** Adds an account at once (command line). Without a password the person needs a link. */
export async function addUser(
  house: House,
  input: InviteInput & { readonly password?: string },
  actor: Actor,
): Promise<Person> {
  const place = await readPlace(house, input, actor)
  const email = readEmail(input.email)
  const now = house.now().toISOString()
  const user: User = {
    id: house.randomId(),
    email,
    name: (input.name ?? "").trim().slice(0, 200) || email.split("@")[0]!,
    password: input.password === undefined ? null : await hashPassword(readPassword(input.password)),
    locale: null,
    isAdministrator: input.role === "administrator",
    isActive: true,
    revision: 1,
    createdAt: now,
  }
  await house.storage.transaction(async (inside) => {
    if (await inside.users.byEmail(email)) throw new Problem("user/exists", { email })
    await inside.users.insert(user)
    const { project, language, role } = place
    if (project !== null) await inside.memberships.set({ user: user.id, project, language, role }, now)
    await record(house, inside, actor, "user/add", user.id, { email, role, language })
  })
  return personOf(user)
}

/** null takes the role away. @throws Problem "session/forbidden" for a role above one's own */
export async function setRole(
  house: House,
  input: { readonly user: string; readonly project?: string; readonly language?: string; readonly role: Role | null },
  actor: Actor,
): Promise<void> {
  const user = await findUser(house, input.user)
  const now = house.now().toISOString()
  if (input.role === "administrator") {
    demand(actor, "project/manage")
    await changeUser(house, user, { isAdministrator: true }, actor)
    return
  }
  if (input.role === null && input.project === undefined && user.isAdministrator) {
    demand(actor, "project/manage")
    await keepOneAdministrator(house, user)
    await changeUser(house, user, { isAdministrator: false }, actor)
    return
  }
  const place = await readPlace(house, { ...input, email: user.email, role: input.role ?? "viewer" }, actor)
  const membership = { user: user.id, project: place.project ?? "", language: place.language }
  const former = (await house.storage.memberships.of(user.id)).find(
    ({ project, language }) => project === membership.project && language === membership.language,
  )
  if (former && !reaches(actor, former.role, membership)) throw new Problem("session/forbidden", { role: former.role })
  await house.storage.transaction(async (inside) => {
    if (input.role === null) await inside.memberships.remove(membership)
    else await inside.memberships.set({ ...membership, role: input.role }, now)
    await record(house, inside, actor, "user/role", user.id, { ...membership, role: input.role })
  })
}

/** Inactive people cannot sign in, and their sessions end. The last administrator stays. */
export async function setActive(
  house: House,
  input: { readonly user: string; readonly isActive: boolean },
  actor: Actor,
): Promise<void> {
  demand(actor, "project/manage")
  const user = await findUser(house, input.user)
  if (!input.isActive && user.isAdministrator) await keepOneAdministrator(house, user)
  await changeUser(house, user, { isActive: input.isActive }, actor)
}

/** Of the actor's own interface. */
export async function setLocale(house: House, input: { readonly locale: string | null }, actor: Actor): Promise<void> {
  if (actor.id === null) return
  const user = await findUser(house, actor.id)
  if (input.locale !== null && !/^[a-z]{2,8}(-[\w-]{1,30})?$/i.test(input.locale)) {
    throw new Problem("input/invalid", { field: "locale" })
  }
  await house.storage.users.update({ ...user, locale: input.locale })
}

/** Of the actor's own account; the other sessions end. */
export async function changePassword(
  house: House,
  input: { readonly current: string; readonly password: string },
  actor: Actor,
): Promise<void> {
  if (actor.id === null) throw new Problem("session/required")
  const user = await findUser(house, actor.id)
  if (!(await isPassword(input.current, user.password))) throw new Problem("session/credentials")
  await changeUser(house, user, { password: await hashPassword(readPassword(input.password)) }, actor)
}

/** Where a role would count, if the actor may give it there. */
async function readPlace(
  house: House,
  input: InviteInput,
  actor: Actor,
): Promise<{ readonly project: string | null; readonly language: string; readonly role: Role }> {
  if (!roles.includes(input.role)) throw new Problem("input/invalid", { field: "role" })
  if (input.role === "administrator") {
    demand(actor, "project/manage")
    return { project: null, language: "", role: input.role }
  }
  const language = readLanguage(input.language ?? "")
  const project = actor.isAdministrator
    ? await projectFor(house.storage, input.project, house.now().toISOString(), house.randomId)
    : await findProject(house.storage, input.project ?? actor.memberships[0]?.project ?? "")
  const where = { project: project.id, language }
  demand(actor, "user/manage", language === "" ? { project: project.id } : where)
  if (!reaches(actor, input.role, where)) throw new Problem("session/forbidden", { role: input.role })
  return { ...where, role: input.role }
}

/** Nobody gives or takes a role above their own; one for every language takes a role for every language. */
function reaches(actor: Actor, role: Role, where: { readonly project: string; readonly language: string }): boolean {
  if (actor.isAdministrator) return true
  const own = actor.memberships.filter(
    ({ project, language }) => project === where.project && (language === "" || language === where.language),
  )
  return own.some(
    (each) =>
      roles.indexOf(each.role) >= roles.indexOf(role) && roles.indexOf(each.role) >= roles.indexOf("maintainer"),
  )
}

/** Over people whose every role one could give oneself. */
async function demandOver(house: House, user: User, actor: Actor): Promise<void> {
  demand(actor, "user/manage")
  if (actor.isAdministrator) return
  const theirs = await house.storage.memberships.of(user.id)
  const isOver = theirs.length > 0 && theirs.every((each) => reaches(actor, each.role, each))
  if (user.isAdministrator || !isOver) {
    throw new Problem("session/forbidden", {
      role: user.isAdministrator ? "administrator" : (roleOf(actor) ?? "maintainer"),
    })
  }
}

async function newLink(
  house: House,
  link: Omit<Token, "id" | "createdBy" | "createdAt" | "expiresAt" | "usedAt">,
  life: number,
  actor: Actor,
): Promise<{ secret: string; expiresAt: string }> {
  const secret = newSecret()
  const now = house.now()
  const expiresAt = new Date(now.getTime() + life).toISOString()
  await house.storage.transaction(async (inside) => {
    await inside.tokens.insert({
      ...link,
      id: secretHash(secret),
      createdBy: actor.id,
      createdAt: now.toISOString(),
      expiresAt,
      usedAt: null,
    })
    await record(house, inside, actor, `user/${link.purpose}`, link.email, { role: link.role, language: link.language })
  })
  return { secret, expiresAt }
}

async function changeUser(house: House, user: User, change: Partial<User>, actor: Actor): Promise<void> {
  await house.storage.transaction(async (inside) => {
    const isSaved = await inside.users.update({ ...user, ...change })
    if (!isSaved) throw new Problem("user/unknown", { user: user.id })
    if (change.isActive === false) await inside.sessions.removeOf(user.id)
    const { password, ...told } = change
    await record(
      house,
      inside,
      actor,
      "user/change",
      user.id,
      password === undefined ? told : { ...told, password: "changed" },
    )
  })
}

async function keepOneAdministrator(house: House, user: User): Promise<void> {
  const others = (await house.storage.users.list()).filter(
    ({ id, isAdministrator, isActive }) => isAdministrator && isActive && id !== user.id,
  )
  if (others.length === 0) throw new Problem("user/last")
}

async function findUser(house: House, reference: string): Promise<User> {
  const user = (await house.storage.users.byId(reference)) ?? (await house.storage.users.byEmail(reference))
  if (!user) throw new Problem("user/unknown", { user: reference })
  return user
}

function readLanguage(tag: string): string {
  if (tag === "") return ""
  try {
    return Intl.getCanonicalLocales(tag)[0]!
  } catch (error) {
    throw new Problem("input/invalid", { field: "language" }, {}, { cause: error })
  }
}
