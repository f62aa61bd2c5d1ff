// People of the house: invited, given roles per project and language, sent away.
import type { Membership, Role } from "../storage/types.ts"
import type { Actor, House } from "./house.ts"
import type { Person } from "./sign-in.ts"
import { notYet } from "./not-yet.ts"

export interface ListedPerson extends Person {
  readonly memberships: readonly (Membership & { readonly projectName: string })[]
}

export async function listUsers(house: House, input: Record<string, never>, actor: Actor): Promise<ListedPerson[]> {
  return notYet()
}

export interface InviteInput {
  readonly email: string
  readonly name?: string
  /** Project id or name; ignored for administrators. */
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
  return notYet()
}

/** A one-time sign-in link for somebody who forgot the password; good for an hour. */
export async function createLink(
  house: House,
  input: { readonly email: string },
  actor: Actor,
): Promise<{ readonly secret: string; readonly expiresAt: string }> {
  return notYet()
}

/** Adds an account at once (command line). Without a password the person needs a link. */
export async function addUser(
  house: House,
  input: InviteInput & { readonly password?: string },
  actor: Actor,
): Promise<Person> {
  return notYet()
}

/** null takes the role away. */
export async function setRole(
  house: House,
  input: { readonly user: string; readonly project?: string; readonly language?: string; readonly role: Role | null },
  actor: Actor,
): Promise<void> {
  return notYet()
}

/** Inactive people cannot sign in, and their sessions end. The last administrator stays. */
export async function setActive(
  house: House,
  input: { readonly user: string; readonly isActive: boolean },
  actor: Actor,
): Promise<void> {
  return notYet()
}

export async function setLocale(house: House, input: { readonly locale: string | null }, actor: Actor): Promise<void> {
  return notYet()
}

export async function changePassword(
  house: House,
  input: { readonly current: string; readonly password: string },
  actor: Actor,
): Promise<void> {
  return notYet()
}
