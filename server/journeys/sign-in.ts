// Coming in: a one-time link for the first administrator, invitations, passwords, sessions. Secrets are kept as hashes.
import type { User } from "../storage/types.ts"
import type { Actor, House } from "./house.ts"
import { notYet } from "./not-yet.ts"

/** A person as others may see them. */
export type Person = Omit<User, "password"> & { readonly hasPassword: boolean }

export interface SignedIn {
  /** For the cookie; only its hash is kept. */
  readonly session: string
  readonly expiresAt: string
  readonly person: Person
}

/** The secret of a sign-in link for the first administrator; null once there is an administrator with a password. */
export async function firstLink(house: House): Promise<string | null> {
  return notYet()
}

/** What a link is for, without using it up. @throws Problem "session/link" when unknown, used or expired */
export async function showLink(
  house: House,
  input: { readonly secret: string },
): Promise<{ readonly purpose: "first" | "invitation" | "sign-in"; readonly email: string; readonly name: string }> {
  return notYet()
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
  return notYet()
}

/** @throws Problem "session/credentials", "session/rate" */
export async function signIn(
  house: House,
  input: { readonly email: string; readonly password: string; readonly agent: string; readonly address: string },
): Promise<SignedIn> {
  return notYet()
}

export async function signOut(house: House, input: { readonly session: string }): Promise<void> {
  return notYet()
}

/** Who holds this cookie; null when the session is unknown or over. Touches `seenAt` at most once a minute. */
export async function actorOf(
  house: House,
  input: { readonly session: string },
): Promise<{ readonly actor: Actor; readonly person: Person } | null> {
  return notYet()
}
