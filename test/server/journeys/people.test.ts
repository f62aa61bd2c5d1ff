// Coming in and what one may do: links once, passwords slowly, roles never above one's own.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { local, nobody, type Actor } from "../../../server/journeys/house.ts"
import { hashPassword, isPassword } from "../../../server/journeys/password.ts"
import { can, demand, highestState, rights, type Action } from "../../../server/journeys/rights.ts"
import { actorOf, firstLink, showLink, signIn, signOut, useLink } from "../../../server/journeys/sign-in.ts"
import {
  addUser,
  changePassword,
  createLink,
  inviteUser,
  listUsers,
  setActive,
  setLocale,
  setRole,
} from "../../../server/journeys/users.ts"
import { roles, type Role } from "../../../server/storage/types.ts"
import { engines } from "../engines.ts"
import { openTestHouse, person, type TestHouse } from "../house.ts"

const agent = "test"
const password = "a long enough password"

describe("passwords", () => {
  it("are kept with their parameters, and tell right from wrong", async () => {
    const hash = await hashPassword("қандай сөз?")
    expect(hash).toMatch(/^scrypt\$65536\$8\$2\$/)
    expect(await isPassword("қандай сөз?", hash)).toBe(true)
    expect(await isPassword("қандай сөз", hash)).toBe(false)
    expect(await isPassword("", null)).toBe(false)
  })
})

describe("rights", () => {
  it.each(roles)("%s: everything of the lower roles, nothing of the higher", (role) => {
    const actor = person("x", "p", role)
    for (const action of Object.keys(rights) as Action[]) {
      const may = roles.indexOf(role) >= roles.indexOf(rights[action])
      expect([action, can(actor, action, { project: "p", language: "tk" })]).toEqual([action, may])
      expect(can(actor, action, { project: "elsewhere" })).toBe(role === "administrator")
    }
  })

  it("counts a role for one language there only", () => {
    const actor = person("x", "p", "reviewer", "tk")
    expect([
      can(actor, "unit/review", { project: "p", language: "tk" }),
      can(actor, "unit/review", { project: "p", language: "az" }),
    ]).toEqual([true, false])
    expect(can(actor, "policy/read", { project: "p" })).toBe(true)
    expect([
      highestState(actor, { project: "p", language: "tk" }),
      highestState(actor, { project: "p", language: "az" }),
    ]).toEqual(["reviewed", null])
    expect(() => demand(nobody, "policy/read")).toThrow(expect.objectContaining({ code: "session/required" }) as Error)
  })
})

for (const engine of engines) {
  describe.skipIf(engine.skip)(`people on ${engine.name}${engine.skip ? ` (skipped: ${engine.skip})` : ""}`, () => {
    let house: TestHouse
    let project: string
    beforeAll(async () => {
      house = await openTestHouse(engine)
      await house.storage.projects.insert({ id: "main", name: "main", createdAt: house.now().toISOString() })
      project = "main"
    })
    afterAll(() => house.close())

    const invited = async (email: string, role: Role, actor: Actor = local, language = "") => {
      const { secret } = await inviteUser(house, { email, role, language, project }, actor)
      const { session } = await useLink(house, { secret, password, agent })
      return (await actorOf(house, { session }))!.actor
    }

    it("gives the first administrator one link that works once", async () => {
      const old = (await firstLink(house))!
      const secret = (await firstLink(house))!
      await expect(showLink(house, { secret: old })).rejects.toMatchObject({ code: "session/link" })
      expect(await showLink(house, { secret })).toMatchObject({ purpose: "first" })
      await expect(
        useLink(house, { secret, email: "ada@example.org", password: "short", agent }),
      ).rejects.toMatchObject({
        code: "input/invalid",
        data: { field: "password" },
      })
      const { session, person: ada } = await useLink(house, {
        secret,
        email: "Ada@example.org",
        name: "Ada",
        password,
        agent,
      })
      expect(ada).toMatchObject({ email: "ada@example.org", isAdministrator: true, hasPassword: true })
      expect(JSON.stringify(ada)).not.toContain("scrypt")
      await expect(useLink(house, { secret, email: "eve@example.org", password, agent })).rejects.toMatchObject({
        code: "session/link",
      })
      expect(await firstLink(house)).toBeNull()
      expect((await actorOf(house, { session }))?.actor).toMatchObject({ name: "Ada", isAdministrator: true })
      await signOut(house, { session })
      expect(await actorOf(house, { session })).toBeNull()
    })

    it("signs in with the right password, and shuts the door after too many wrong ones", async () => {
      const given = { email: "ada@example.org", agent, address: "198.51.100.7" }
      const { session } = await signIn(house, { ...given, password })
      expect(await actorOf(house, { session })).not.toBeNull()
      for (let n = 0; n < 5; n++) {
        await expect(signIn(house, { ...given, password: "wrong" })).rejects.toMatchObject({
          code: "session/credentials",
        })
      }
      await expect(signIn(house, { ...given, password })).rejects.toMatchObject({ code: "session/rate" })
      house.pass(16 * 60_000)
      expect((await signIn(house, { ...given, password })).person.name).toBe("Ada")
      await expect(signIn(house, { ...given, email: "nobody@example.org", password })).rejects.toMatchObject({
        code: "session/credentials",
      })
    })

    it("ends sessions in time", async () => {
      const { session } = await signIn(house, { email: "ada@example.org", password, agent, address: "::1" })
      house.pass(31 * 24 * 3_600_000)
      expect(await actorOf(house, { session })).toBeNull()
    })

    it("invites into a project and a language, once, for a week", async () => {
      const bek = await invited("bek@example.org", "translator", local, "tk")
      expect(bek.memberships).toEqual([{ user: bek.id, project, language: "tk", role: "translator" }])
      const { secret } = await inviteUser(house, { email: "late@example.org", role: "viewer", project }, local)
      house.pass(8 * 24 * 3_600_000)
      await expect(useLink(house, { secret, password, agent })).rejects.toMatchObject({ code: "session/link" })
    })

    it("does not let an invitation take over an account", async () => {
      const maintainer = await invited("mai@example.org", "maintainer")
      const { secret } = await inviteUser(house, { email: "ada@example.org", role: "viewer", project }, maintainer)
      const theft = useLink(house, { secret, password: "a password of the thief", agent })
      await expect(theft).rejects.toMatchObject({ code: "session/credentials" })
      expect((await useLink(house, { secret, password, agent })).person.isAdministrator).toBe(true)
      await expect(createLink(house, { email: "ada@example.org" }, maintainer)).rejects.toMatchObject({
        code: "session/forbidden",
      })
    })

    it("lets nobody give a role above their own, or elsewhere", async () => {
      const maintainer = await invited("mai2@example.org", "maintainer")
      const bek = (await listUsers(house, {}, local)).find(({ email }) => email === "bek@example.org")!
      await setRole(house, { user: bek.id, project, role: "manager" }, maintainer)
      await expect(setRole(house, { user: bek.id, project, role: "administrator" }, maintainer)).rejects.toMatchObject({
        code: "session/forbidden",
      })
      await expect(
        inviteUser(house, { email: "x@example.org", role: "viewer", project }, person("t", project, "manager")),
      ).rejects.toMatchObject({ code: "session/forbidden" })
      await house.storage.projects.insert({ id: "other", name: "other", createdAt: house.now().toISOString() })
      await expect(
        inviteUser(house, { email: "x@example.org", role: "viewer", project: "other" }, maintainer),
      ).rejects.toMatchObject({ code: "session/forbidden" })
      const polyglot = person("m", project, "maintainer", "tk")
      await expect(
        inviteUser(house, { email: "x@example.org", role: "viewer", project }, polyglot),
      ).rejects.toMatchObject({ code: "session/forbidden" })
      await setRole(house, { user: bek.id, project, role: null }, maintainer)
      expect((await house.storage.memberships.of(bek.id)).map(({ language }) => language)).toEqual(["tk"])
    })

    it("sends people away with their sessions, but never the last administrator", async () => {
      const { session } = await signIn(house, { email: "bek@example.org", password, agent, address: "::2" })
      const bek = (await actorOf(house, { session }))!.person
      await setActive(house, { user: bek.id, isActive: false }, local)
      expect(await actorOf(house, { session })).toBeNull()
      await expect(signIn(house, { email: "bek@example.org", password, agent, address: "::2" })).rejects.toMatchObject({
        code: "session/credentials",
      })
      const ada = (await listUsers(house, {}, local)).find(({ isAdministrator }) => isAdministrator)!
      await expect(setActive(house, { user: ada.id, isActive: false }, local)).rejects.toMatchObject({
        code: "user/last",
      })
      await expect(setRole(house, { user: ada.id, role: null }, local)).rejects.toMatchObject({ code: "user/last" })
    })

    it("changes password and language of one's own account, and helps who forgot", async () => {
      const cem = await invited("cem@example.org", "viewer")
      await expect(
        changePassword(house, { current: "no", password: "another good password" }, cem),
      ).rejects.toMatchObject({ code: "session/credentials" })
      await changePassword(house, { current: password, password: "another good password" }, cem)
      await setLocale(house, { locale: "ug" }, cem)
      const { secret } = await createLink(house, { email: "cem@example.org" }, local)
      const { person: back } = await useLink(house, { secret, password: "and a third password", agent })
      expect(back).toMatchObject({ locale: "ug", name: "cem" })
      const added = await addUser(house, { email: "dil@example.org", role: "reviewer", project, password }, local)
      expect(added.hasPassword).toBe(true)
      await expect(addUser(house, { email: "DIL@example.org", role: "viewer", project }, local)).rejects.toMatchObject({
        code: "user/exists",
      })
    })

    it("writes down who did what, without secrets", async () => {
      const entries = await house.storage.audit.list(200)
      expect(entries.map(({ action }) => action)).toEqual(
        expect.arrayContaining(["link/first", "session/open", "user/role", "user/change"]),
      )
      expect(JSON.stringify(entries)).not.toMatch(/scrypt|password of the thief/)
    })
  })
}
