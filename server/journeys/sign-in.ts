// Coming in: a one-time link for the first administrator, invitations, passwords, sessions. Secrets are kept as hashes.
import { Problem } from "../../src/errors.ts"
import type { Storage } from "../storage/storage.ts"
import type { Token, User } from "../storage/types.ts"
import type { Actor, House } from "./house.ts"
import { hashPassword, isPassword, newSecret, secretHash } from "./password.ts"
import { record } from "./record.ts"

/** A person as others may see them. */
export type Person = Omit<User, "password"> & { readonly hasPassword: boolean }

export interface SignedIn {
  /** For the cookie; only its hash is kept. */
  readonly session: string
  readonly expiresAt: string
  readonly person: Person
}

const minutes = 60_000
const days = 24 * 60 * minutes
const sessionLength = 30 * days
const firstLinkLength = 7 * days
/** Failed sign-ins for one account and address before the door stays shut for the rest of the window. */
const tries = { points: 5, window: 15 * minutes }
/** From one address, whatever the account. */
const triesOfAddress = { points: 50, window: 15 * minutes }

/**
 * The secret of a sign-in link for the first administrator; null once somebody administers the house. Earlier ones end:
 * only the link printed last works.
 */
export async function firstLink(house: House): Promise<string | null> {
  const people = await house.storage.users.list()
  if (people.some(({ isAdministrator, isActive, password }) => isAdministrator && isActive && password !== null))
    return null
  const now = house.now()
  const secret = newSecret()
  await house.storage.transaction(async (inside) => {
    await inside.tokens.retire("first", now.toISOString())
    await inside.tokens.insert({
      id: secretHash(secret),
      purpose: "first",
      user: null,
      email: "",
      name: "",
      project: null,
      language: "",
      role: "administrator",
      createdBy: null,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + firstLinkLength).toISOString(),
      usedAt: null,
    })
  })
  return secret
}

/** What a link is for, without using it up. @throws Problem "session/link" when unknown, used or expired */
export async function showLink(
  house: House,
  input: { readonly secret: string },
): Promise<{ readonly purpose: Token["purpose"]; readonly email: string; readonly name: string }> {
  const { purpose, email, name } = await openToken(house, input.secret)
  return { purpose, email, name }
}

/** Uses a link up: the account is made or found, the password set. @throws Problem "session/link", "input/invalid" { field } */
export async function useLink(
  house: House,
  input: {
    readonly secret: string
    readonly email?: string
    readonly name?: string
    readonly password: string
    readonly agent: string
  },
): Promise<SignedIn> {
  const token = await openToken(house, input.secret)
  const email = readEmail(token.email || (input.email ?? ""))
  const name = (input.name ?? token.name).normalize("NFC").trim().slice(0, 200) || email.split("@")[0]!
  const password = await passwordFor(house, token, email, input.password)
  const now = house.now().toISOString()
  return house.storage.transaction(async (inside) => {
    if (!(await inside.tokens.use(token.id, now))) throw new Problem("session/link")
    const known = token.user ? await inside.users.byId(token.user) : await inside.users.byEmail(email)
    const isAdministrator = token.role === "administrator"
    const person: User = {
      ...(known ?? { id: house.randomId(), email, locale: null, revision: 1, createdAt: now, isActive: true }),
      name: token.purpose === "sign-in" && known ? known.name : name,
      password,
      isAdministrator: isAdministrator || (known?.isAdministrator ?? false),
    }
    if (known) {
      if (!known.isActive || !(await inside.users.update(person))) throw new Problem("session/link")
      await inside.sessions.removeOf(known.id)
    } else await inside.users.insert(person)
    if (!isAdministrator && token.project !== null && token.purpose === "invitation") {
      await inside.memberships.set(
        { user: person.id, project: token.project, language: token.language, role: token.role },
        now,
      )
    }
    const actor = { id: person.id, name: person.name, isAdministrator: person.isAdministrator, memberships: [] }
    await record(house, inside, actor, `link/${token.purpose}`, person.id, { email })
    return openSession(house, inside, person, input.agent)
  })
}

/** @throws Problem "session/credentials", "session/rate" */
export async function signIn(
  house: House,
  input: { readonly email: string; readonly password: string; readonly agent: string; readonly address: string },
): Promise<SignedIn> {
  const email = input.email.trim().toLowerCase()
  const key = `sign-in:${secretHash(email).slice(0, 16)}:${input.address}`
  await limit(house, key, tries)
  await limit(house, `sign-in:${input.address}`, triesOfAddress)
  const person = await house.storage.users.byEmail(email)
  const isRight = await isPassword(input.password, person?.password ?? null)
  if (!person || !isRight || !person.isActive) throw new Problem("session/credentials")
  await house.storage.rates.forget(key)
  return house.storage.transaction(async (inside) => {
    const actor = { id: person.id, name: person.name, isAdministrator: person.isAdministrator, memberships: [] }
    await record(house, inside, actor, "session/open", person.id, { address: input.address })
    return openSession(house, inside, person, input.agent)
  })
}

export async function signOut(house: House, input: { readonly session: string }): Promise<void> {
  await house.storage.sessions.remove(secretHash(input.session))
}

/** Who holds this cookie; null when the session is unknown or over. Touches `seenAt` at most once a minute. */
export async function actorOf(
  house: House,
  input: { readonly session: string },
): Promise<{ readonly actor: Actor; readonly person: Person } | null> {
  const session = await house.storage.sessions.byId(secretHash(input.session))
  const now = house.now()
  if (!session || session.expiresAt <= now.toISOString()) return null
  const user = await house.storage.users.byId(session.user)
  if (!user?.isActive) return null
  if (now.getTime() - Date.parse(session.seenAt) > minutes) {
    const expiresAt = new Date(now.getTime() + sessionLength).toISOString()
    await house.storage.sessions.touch(session.id, now.toISOString(), expiresAt)
  }
  const memberships = user.isAdministrator ? [] : await house.storage.memberships.of(user.id)
  const { id, name, isAdministrator } = user
  return { actor: { id, name, isAdministrator, memberships }, person: personOf(user) }
}

export function personOf({ password, ...rest }: User): Person {
  return { ...rest, hasPassword: password !== null }
}

/** @throws Problem "input/invalid" { field: "email" } */
export function readEmail(text: string): string {
  const email = text.normalize("NFC").trim().toLowerCase()
  if (email.length > 320 || !/^[^\s@]+@[^\s@]+$/u.test(email)) throw new Problem("input/invalid", { field: "email" })
  return email
}

/** Long is what counts (NIST SP 800-63B): 10 to 1,000 characters of any kind. */
export function readPassword(text: string): string {
  if (text.length < 10 || text.length > 1_000) throw new Problem("input/invalid", { field: "password" })
  return text
}

/**
 * An invitation to somebody who has an account already adds a role and nothing else: whoever holds it must know the
 * password, or an invitation would be a way to take over accounts.
 */
async function passwordFor(house: House, token: Token, email: string, given: string): Promise<string> {
  const known = token.purpose === "invitation" ? await house.storage.users.byEmail(email) : null
  if (!known?.password) return hashPassword(readPassword(given))
  if (!(await isPassword(given, known.password))) throw new Problem("session/credentials")
  return known.password
}

async function openToken(house: House, secret: string): Promise<Token> {
  const token = await house.storage.tokens.byId(secretHash(secret))
  if (!token || token.usedAt !== null || token.expiresAt <= house.now().toISOString()) throw new Problem("session/link")
  return token
}

async function openSession(house: House, inside: Storage, person: User, agent: string): Promise<SignedIn> {
  const session = newSecret()
  const now = house.now()
  const expiresAt = new Date(now.getTime() + sessionLength).toISOString()
  await inside.sessions.sweep(now.toISOString())
  await inside.sessions.insert({
    id: secretHash(session),
    user: person.id,
    agent: agent.slice(0, 300).replaceAll("\0", ""),
    createdAt: now.toISOString(),
    seenAt: now.toISOString(),
    expiresAt,
  })
  return { session, expiresAt, person: personOf(person) }
}

/** @throws Problem "session/rate" { seconds } */
export async function limit(
  house: House,
  key: string,
  { points: most, window }: { readonly points: number; readonly window: number },
): Promise<void> {
  const now = house.now()
  const { points, expiresAt } = await house.storage.rates.use(
    key,
    now.toISOString(),
    new Date(now.getTime() + window).toISOString(),
  )
  if (points <= most) return
  const seconds = Math.max(1, Math.ceil((Date.parse(expiresAt) - now.getTime()) / 1_000))
  throw new Problem("session/rate", { seconds })
}
