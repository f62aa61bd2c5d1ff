// People, their roles, sessions and one-time links.
import type { Insertable, Selectable } from "kysely"
import { truth, type Context } from "./context.ts"
import type { SessionTable, TokenTable, UserTable } from "./schema.ts"
import type { Membership, Role, Session, Time, Token, User } from "./types.ts"

export function userRepository({ db }: Context) {
  return {
    async byId(id: string): Promise<User | null> {
      const row = await db.selectFrom("user").selectAll().where("id", "=", id).executeTakeFirst()
      return row ? user(row) : null
    },

    async byEmail(email: string): Promise<User | null> {
      const row = await db.selectFrom("user").selectAll().where("email", "=", email.toLowerCase()).executeTakeFirst()
      return row ? user(row) : null
    },

    async list(): Promise<User[]> {
      return (await db.selectFrom("user").selectAll().orderBy("email").execute()).map(user)
    },

    /** Names by id, for showing who did what. */
    async names(ids: Iterable<string | null>): Promise<Map<string, string>> {
      const wanted = [...new Set([...ids].filter((id) => id !== null))]
      if (wanted.length === 0) return new Map()
      const rows = await db.selectFrom("user").select(["id", "name"]).where("id", "in", wanted).execute()
      return new Map(rows.map(({ id, name }) => [id, name]))
    },

    async insert(person: User): Promise<void> {
      await db.insertInto("user").values(userRow(person)).execute()
    },

    /** false when the user is no longer at that revision. */
    async update(person: User): Promise<boolean> {
      const { id: _id, created_at: _at, ...changes } = userRow(person)
      const { numUpdatedRows } = await db
        .updateTable("user")
        .set({ ...changes, revision: person.revision + 1 })
        .where("id", "=", person.id)
        .where("revision", "=", person.revision)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}

export function membershipRepository({ db }: Context) {
  return {
    async of(id: string): Promise<Membership[]> {
      return (await db.selectFrom("membership").selectAll().where("user_id", "=", id).execute()).map(membership)
    },

    async list(): Promise<Membership[]> {
      const rows = await db.selectFrom("membership").selectAll().orderBy("project_id").orderBy("language").execute()
      return rows.map(membership)
    },

    async set({ user: id, project, language, role }: Membership, at: Time): Promise<void> {
      await db
        .insertInto("membership")
        .values({ user_id: id, project_id: project, language, role, created_at: at })
        .onConflict((conflict) => conflict.columns(["user_id", "project_id", "language"]).doUpdateSet({ role }))
        .execute()
    },

    async remove({ user: id, project, language }: Omit<Membership, "role">): Promise<void> {
      await db
        .deleteFrom("membership")
        .where("user_id", "=", id)
        .where("project_id", "=", project)
        .where("language", "=", language)
        .execute()
    },
  }
}

export function sessionRepository({ db }: Context) {
  return {
    async byId(id: string): Promise<Session | null> {
      const row = await db.selectFrom("session").selectAll().where("id", "=", id).executeTakeFirst()
      return row ? session(row) : null
    },

    async insert(each: Session): Promise<void> {
      await db
        .insertInto("session")
        .values({
          id: each.id,
          user_id: each.user,
          agent: each.agent,
          created_at: each.createdAt,
          seen_at: each.seenAt,
          expires_at: each.expiresAt,
        })
        .execute()
    },

    async touch(id: string, seenAt: Time, expiresAt: Time): Promise<void> {
      await db.updateTable("session").set({ seen_at: seenAt, expires_at: expiresAt }).where("id", "=", id).execute()
    },

    async remove(id: string): Promise<void> {
      await db.deleteFrom("session").where("id", "=", id).execute()
    },

    async removeOf(id: string): Promise<void> {
      await db.deleteFrom("session").where("user_id", "=", id).execute()
    },

    /** Forgets sessions that are over. */
    async sweep(now: Time): Promise<void> {
      await db.deleteFrom("session").where("expires_at", "<=", now).execute()
    },
  }
}

export function tokenRepository({ db }: Context) {
  return {
    async byId(id: string): Promise<Token | null> {
      const row = await db.selectFrom("token").selectAll().where("id", "=", id).executeTakeFirst()
      return row ? token(row) : null
    },

    async insert(each: Token): Promise<void> {
      const row: Insertable<TokenTable> = {
        id: each.id,
        purpose: each.purpose,
        user_id: each.user,
        email: each.email,
        name: each.name,
        project_id: each.project,
        language: each.language,
        role: each.role,
        created_by: each.createdBy,
        created_at: each.createdAt,
        expires_at: each.expiresAt,
        used_at: each.usedAt,
      }
      await db.insertInto("token").values(row).execute()
    },

    /** Uses it up; false when somebody was faster or it is over. */
    async use(id: string, now: Time): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("token")
        .set({ used_at: now })
        .where("id", "=", id)
        .where("used_at", "is", null)
        .where("expires_at", ">", now)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    /** Ends every unused link of a purpose. */
    async retire(purpose: Token["purpose"], now: Time): Promise<void> {
      await db
        .updateTable("token")
        .set({ used_at: now })
        .where("purpose", "=", purpose)
        .where("used_at", "is", null)
        .execute()
    },
  }
}

function user(row: Selectable<UserTable>): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    password: row.password,
    locale: row.locale,
    isAdministrator: row.is_administrator === 1,
    isActive: row.is_active === 1,
    revision: row.revision,
    createdAt: row.created_at,
  }
}

function userRow(person: User): Insertable<UserTable> {
  return {
    id: person.id,
    email: person.email.toLowerCase(),
    name: person.name,
    password: person.password,
    locale: person.locale,
    is_administrator: truth(person.isAdministrator),
    is_active: truth(person.isActive),
    revision: person.revision,
    created_at: person.createdAt,
  }
}

function membership(row: { user_id: string; project_id: string; language: string; role: string }): Membership {
  return { user: row.user_id, project: row.project_id, language: row.language, role: row.role as Role }
}

function session(row: Selectable<SessionTable>): Session {
  return {
    id: row.id,
    user: row.user_id,
    agent: row.agent,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
  }
}

function token(row: Selectable<TokenTable>): Token {
  return {
    id: row.id,
    purpose: row.purpose as Token["purpose"],
    user: row.user_id,
    email: row.email,
    name: row.name,
    project: row.project_id,
    language: row.language,
    role: row.role as Role,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  }
}
