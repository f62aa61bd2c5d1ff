// What storage promises about people, their links and what they may do how often, on every engine alike.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openStorage, type Storage } from "../../server/storage/storage.ts"
import { engines, type TestedEngine } from "../server/engines.ts"

const at = "2026-11-22T10:00:00.000Z"
const later = "2026-11-22T11:00:00.000Z"

for (const engine of engines) {
  describe.skipIf(engine.skip)(`${engine.name} people${engine.skip ? ` (skipped: ${engine.skip})` : ""}`, () => {
    contract(engine)
  })
}

function contract(engine: TestedEngine) {
  let database: { url: string; drop(): Promise<void> }
  let storage: Storage

  beforeAll(async () => {
    database = await engine.fresh()
    storage = await openStorage(database.url)
    await storage.projects.insert({ id: "p1", name: "main", createdAt: at })
  })
  afterAll(async () => {
    await storage.close()
    await database.drop()
  })

  it("uses a one-time link once", async () => {
    const token = {
      id: "t1",
      purpose: "first" as const,
      user: null,
      email: "",
      name: "",
      project: null,
      language: "",
      role: "administrator" as const,
      createdBy: null,
      createdAt: at,
      expiresAt: later,
      usedAt: null,
    }
    await storage.tokens.insert(token)
    const uses = await Promise.all([1, 2, 3].map(() => storage.tokens.use("t1", at)))
    expect(uses.filter(Boolean)).toHaveLength(1)
    await storage.tokens.insert({ ...token, id: "t2" })
    expect(await storage.tokens.use("t2", later)).toBe(false)
  })

  it("counts rates across callers and opens a new window when the old one is over", async () => {
    const points = await Promise.all([1, 2, 3].map(() => storage.rates.use("sign-in:x", at, later)))
    expect(points.map((each) => each.points).sort((a, b) => a - b)).toEqual([1, 2, 3])
    expect((await storage.rates.use("sign-in:x", later, "2026-11-22T12:00:00.000Z")).points).toBe(1)
  })

  it("keeps people by e-mail whatever the case, and saves them by revision", async () => {
    const person = {
      id: "ada",
      email: "Ada@Example.org",
      name: "Ada",
      password: null,
      locale: null,
      isAdministrator: false,
      isActive: true,
      revision: 1,
      createdAt: at,
    }
    await storage.users.insert(person)
    await expect(storage.users.insert({ ...person, id: "ada2", email: "ADA@example.org" })).rejects.toThrow()
    expect(await storage.users.byEmail("ada@EXAMPLE.org")).toMatchObject({ id: "ada" })
    expect(await storage.users.update({ ...person, name: "Ada L." })).toBe(true)
    expect(await storage.users.update({ ...person, name: "lost" })).toBe(false)
    await storage.memberships.set({ user: "ada", project: "p1", language: "", role: "viewer" }, at)
    await storage.memberships.set({ user: "ada", project: "p1", language: "", role: "manager" }, at)
    expect(await storage.memberships.of("ada")).toEqual([{ user: "ada", project: "p1", language: "", role: "manager" }])
  })
}
