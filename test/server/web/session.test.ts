// Coming in and going out, and requests that come from elsewhere.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createLink, setActive } from "../../../server/journeys/users.ts"
import { local } from "../../../server/journeys/house.ts"
import { localPath } from "../../../server/url.ts"
import { openSite, password, type Site } from "./site.ts"

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 60_000)
afterAll(() => site.house.close())

const cookieOf = (answer: { headers: Record<string, string | string[]> }): string =>
  [answer.headers["set-cookie"] ?? []].flat().find((each) => each.startsWith("besh-session=")) ?? ""

describe("signing in", () => {
  it("sets a cookie that scripts cannot read, and goes where one wanted to go", async () => {
    const { email } = site.people.translator
    const answer = await site.post("/sign-in", { email, password, next: "/passages" }, "nobody")
    expect([answer.status, answer.headers["location"]]).toEqual([303, "/passages"])
    expect(cookieOf(answer)).toMatch(/HttpOnly; SameSite=Lax/)
    const secret = /besh-session=([^;]+)/.exec(cookieOf(answer))![1]!
    expect(await site.house.storage.sessions.byId(secret)).toBeNull() // only its hash is kept
  })

  it("refuses a wrong password on the same form, keeping the address, telling nothing", async () => {
    const known = await site.post("/sign-in", { email: site.people.viewer.email, password: "wrong password" }, "nobody")
    const unknown = await site.post("/sign-in", { email: "who@example.org", password: "wrong password" }, "nobody")
    expect([known.status, unknown.status]).toEqual([401, 401])
    expect(unknown.text).toContain('value="who@example.org"')
    expect(known.text).not.toContain("wrong password")
    expect(cookieOf(known)).toBe("")
  })

  it("slows down whoever tries many passwords", async () => {
    const statuses = []
    for (let tries = 0; tries < 12; tries++)
      statuses.push((await site.post("/sign-in", { email: "x@example.org", password: "1234567890" }, "nobody")).status)
    expect(statuses.at(-1)).toBe(429)
  })

  it("ends with signing out, on the server too", async () => {
    const { cookie } = await site.person("viewer")
    const secret = cookie.split("=")[1]!
    expect((await site.get("/", "nobody").set("Cookie", cookie)).status).toBe(200)
    await site.post("/sign-out", {}, "nobody").set("Cookie", cookie)
    expect((await site.get("/", "nobody").set("Cookie", `besh-session=${secret}`)).status).toBe(401)
  })

  it("ends when an account is closed", async () => {
    const { cookie, id } = await site.person("viewer")
    await setActive(site.house, { user: id, isActive: false }, local)
    expect((await site.get("/", "nobody").set("Cookie", cookie)).status).toBe(401)
  })
})

describe("links", () => {
  it("set a password once", async () => {
    const { secret } = await createLink(site.house, { email: site.people.reviewer.email }, local)
    const page = await site.get(`/link/${secret}`, "nobody")
    expect([page.status, page.text.includes('autocomplete="new-password"')]).toEqual([200, true])
    const short = await site.post(`/link/${secret}`, { password: "short" }, "nobody")
    expect([short.status, short.text.includes('href="#password"')]).toEqual([400, true])
    const first = await site.post(`/link/${secret}`, { password: "a new long password" }, "nobody")
    expect([first.status, cookieOf(first) !== ""]).toEqual([303, true])
    const second = await site.post(`/link/${secret}`, { password: "a new long password" }, "nobody")
    expect(second.status).toBe(400)
  })
})

describe("requests from elsewhere", () => {
  const own = "127.0.0.1"
  it.each([
    ["another site", { "Sec-Fetch-Site": "cross-site" }, 403],
    ["a sister site", { "Sec-Fetch-Site": "same-site" }, 403],
    ["an old browser on another site", { Origin: "https://evil.example" }, 403],
    ["a hidden origin", { Origin: "null" }, 403],
    ["no sign of a browser", {}, 403],
    ["this site", { "Sec-Fetch-Site": "same-origin" }, 303],
    ["an old browser on this site", { Origin: `http://${own}`, Host: own }, 303],
  ])("%s", async (_, headers, status) => {
    const answer = await site
      .post("/language", { language: "ug", next: "/" }, "viewer")
      .unset("Sec-Fetch-Site")
      .set(headers)
    expect(answer.status).toBe(status)
    const { locale } = (await site.house.storage.users.byId(site.people.viewer.id))!
    if (status === 403) expect(locale).toBeNull()
  })

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\u0000",
    "",
    undefined,
  ])("never sends anybody away: %j", (path) => expect(localPath(path)).toBe("/"))
})

describe("languages", () => {
  it.each([
    [{ "Accept-Language": "ky,ru;q=0.5" }, "/sign-in", "ky"],
    [{ "Accept-Language": "fr" }, "/sign-in", "en"],
    [{ "Accept-Language": "az-Latn-AZ" }, "/sign-in", "az"],
    [{ Cookie: "besh-language=tk", "Accept-Language": "ky" }, "/sign-in", "tk"],
    [{ Cookie: "besh-language=tk" }, "/sign-in?lang=ug", "ug"],
    [{ Cookie: "besh-language=<script>" }, "/sign-in?lang=../en", "en"],
  ])("%j %s → %s", async (headers, path, language) => {
    const answer = await site.get(path, "nobody").set(headers)
    expect(answer.text).toContain(`<html lang="${language}" dir="${language === "ug" ? "rtl" : "ltr"}"`)
    expect(answer.headers["content-language"]).toBe(language)
  })

  it("stays with the person", async () => {
    const { cookie } = await site.person("viewer")
    await site.post("/language", { language: "az", next: "/?lang=ug" }, "nobody").set("Cookie", cookie)
    expect((await site.get("/", "nobody").set("Cookie", cookie)).text).toContain('<html lang="az"')
  })
})
