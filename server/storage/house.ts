// What the house itself remembers: who did what, settings, and counters all processes share.
import { sql } from "kysely"
import { json, type Context } from "./context.ts"
import type { AuditEntry, Time } from "./types.ts"

export function auditRepository({ db }: Context) {
  return {
    async append(entry: AuditEntry): Promise<void> {
      await db
        .insertInto("audit")
        .values({
          id: entry.id,
          at: entry.at,
          actor_id: entry.actorId,
          actor: entry.actor,
          action: entry.action,
          subject: entry.subject,
          data: JSON.stringify(entry.data),
        })
        .execute()
    },

    /** Newest first, after (older than) the given one. */
    async list(limit: number, after?: Pick<AuditEntry, "at" | "id">): Promise<AuditEntry[]> {
      let query = db.selectFrom("audit").selectAll()
      if (after) {
        query = query.where((eb) => eb(eb.refTuple("at", "id"), "<", eb.tuple(after.at, after.id)))
      }
      const rows = await query.orderBy("at", "desc").orderBy("id", "desc").limit(limit).execute()
      return rows.map((row) => ({
        id: row.id,
        at: row.at,
        actorId: row.actor_id,
        actor: row.actor,
        action: row.action,
        subject: row.subject,
        data: json(row.data),
      }))
    },
  }
}

export function settingRepository({ db }: Context) {
  return {
    async get(key: string): Promise<string | null> {
      const row = await db.selectFrom("setting").select("value").where("key", "=", key).executeTakeFirst()
      return row?.value ?? null
    },

    async set(key: string, value: string, at: Time): Promise<void> {
      await db
        .insertInto("setting")
        .values({ key, value, updated_at: at })
        .onConflict((conflict) => conflict.column("key").doUpdateSet({ value, updated_at: at }))
        .execute()
    },

    /** The value that counts: the first that anybody set. */
    async settle(key: string, value: string, at: Time): Promise<string> {
      await db
        .insertInto("setting")
        .values({ key, value, updated_at: at })
        .onConflict((conflict) => conflict.column("key").doNothing())
        .execute()
      return (await this.get(key)) ?? value
    },
  }
}

export function rateRepository({ db }: Context) {
  return {
    /**
     * Counts one more use.
     *
     * @returns uses since the window opened, this one included, and when it closes
     */
    async use(key: string, now: Time, windowEnds: Time): Promise<{ points: number; expiresAt: Time }> {
      const row = await db
        .insertInto("rate")
        .values({ key, points: 1, expires_at: windowEnds })
        .onConflict((conflict) =>
          conflict.column("key").doUpdateSet({
            points: sql<number>`case when rate.expires_at <= ${now} then 1 else rate.points + 1 end`,
            expires_at: sql<string>`case when rate.expires_at <= ${now} then ${windowEnds} else rate.expires_at end`,
          }),
        )
        .returning(["points", "expires_at"])
        .executeTakeFirstOrThrow()
      return { points: row.points, expiresAt: row.expires_at }
    },

    async forget(key: string): Promise<void> {
      await db.deleteFrom("rate").where("key", "=", key).execute()
    },

    async sweep(now: Time): Promise<void> {
      await db.deleteFrom("rate").where("expires_at", "<=", now).execute()
    },
  }
}
