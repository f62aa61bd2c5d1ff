// Who may do what: one table. Routes ask it to show or hide, journeys ask it before they act.
import { Problem } from "../../src/errors.ts"
import type { State } from "../../src/model/bitext.ts"
import { roles, type Role } from "../storage/types.ts"
import type { Actor } from "./house.ts"

/** Lowest role that may. A membership for one language counts for that language; one for "" counts for all. */
export const rights = {
  "policy/read": "viewer",
  "unit/translate": "translator",
  "finding/decide": "translator",
  "bundle/export": "translator",
  "import/plan": "translator",
  "import/apply": "translator",
  "document/deliver": "viewer",
  "unit/review": "reviewer",
  "unit/finish": "manager",
  "document/add": "manager",
  "alignment/change": "manager",
  "term/import": "manager",
  "user/manage": "maintainer",
  "audit/read": "maintainer",
  "project/manage": "administrator",
} as const satisfies Record<string, Role>

export type Action = keyof typeof rights

export interface Where {
  /** Any project when absent. */
  readonly project?: string
  /** Any language when absent. */
  readonly language?: string
}

export function can(actor: Actor, action: Action, where: Where = {}): boolean {
  return actor.isAdministrator || rank(roleOf(actor, where)) >= rank(rights[action])
}

/** @throws Problem "session/required" when nobody is signed in, "session/forbidden" when the role does not reach */
export function demand(actor: Actor, action: Action, where: Where = {}): void {
  if (can(actor, action, where)) return
  if (actor.id === null) throw new Problem("session/required")
  throw new Problem("session/forbidden", { action, role: rights[action] })
}

/** The highest role someone has there; null for none. */
export function roleOf(actor: Actor, where: Where = {}): Role | null {
  if (actor.isAdministrator) return "administrator"
  const there = actor.memberships.filter(
    ({ project, language }) =>
      (where.project === undefined || project === where.project) &&
      (where.language === undefined || language === "" || language === where.language),
  )
  return there.reduce<Role | null>((best, { role }) => (rank(role) > rank(best) ? role : best), null)
}

/** The highest state someone may give a unit. */
export function highestState(actor: Actor, where: Where): State | null {
  if (can(actor, "unit/finish", where)) return "final"
  if (can(actor, "unit/review", where)) return "reviewed"
  return can(actor, "unit/translate", where) ? "translated" : null
}

function rank(role: Role | null): number {
  return role === null ? -1 : roles.indexOf(role)
}
