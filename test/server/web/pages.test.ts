// Pages as they arrive: valid, speaking their languages, with nothing inline; and what happens when something breaks.
import { HtmlValidate } from "html-validate"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { interfaceLanguages } from "../../../server/i18n.ts"
import { openSite, type Site } from "./site.ts"

let site: Site
beforeAll(async () => {
  site = await openSite({ metrics: true })
}, 60_000)
afterAll(() => site.house.close())

const checker = new HtmlValidate({
  extends: ["html-validate:recommended"],
  elements: [
    "html5",
    {
      "file-drop": { flow: true, permittedContent: ["@flow"] },
      "copy-text": { flow: true, permittedContent: ["@flow"] },
    },
  ],
  rules: {
    // Matters of taste, or of an older time.
    "void-style": "off",
    "no-trailing-whitespace": "off",
    "no-implicit-button-type": "off",
    "doctype-style": "off",
    "long-title": "off",
    "attribute-boolean-style": "off",
    "no-raw-characters": "off",
    "prefer-native-element": "off",
    "require-sri": "off",
    "tel-non-breaking": "off",
    "valid-id": ["error", { relaxed: true }],
    "no-inline-style": "error",
  },
})

const pages = [
  "/",
  "/help",
  "/profile",
  "/people",
  "/activity",
  "/import/documents",
  "/policies/:policy",
  "/policies/:policy/deliver",
]

describe("pages", () => {
  it.each([...pages, "/nowhere"])("%s is valid", async (path) => {
    const { text } = await site.get(path.replace(":policy", site.policy))
    const { results } = await checker.validateString(text)
    expect(
      results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`)),
    ).toEqual([])
  })

  it.each(interfaceLanguages)("%s: every page says its language, and content says its own", async (language) => {
    for (const path of pages) {
      const { text } = await site.get(`${path.replace(":policy", site.policy)}?lang=${language}`)
      expect(text).toContain(`<html lang="${language}" dir="${language === "ug" ? "rtl" : "ltr"}"`)
      expect(text.match(/<h1/g)).toHaveLength(1)
      expect(text).toContain('lang="ug" dir="rtl"') // the language menu, at least
    }
  })

  it("shows no locale key in place of a sentence", async () => {
    for (const path of pages) {
      const { text } = await site.get(path.replace(":policy", site.policy))
      const visible = text.replace(/<[^>]*>/g, " ")
      expect(
        visible.match(
          /\b(?:frame|rail|dashboard|policy|people|profile|help|import|activity|deliver|state|role|task)\.[a-z-]+\b/g,
        ) ?? [],
      ).toEqual([])
    }
  })

  it("escapes what people write", async () => {
    await site.post("/people/invitations", {
      email: "x@example.org",
      name: "<img src=x>",
      role: "viewer",
      language: "",
    })
    expect((await site.get("/people")).text).not.toContain("<img src=x>")
  })
})

describe("headers", () => {
  it("allow scripts only with the nonce of the page", async () => {
    const answers = [await site.get("/"), await site.get("/")]
    const policies = answers.map(({ headers }) => headers["content-security-policy"]!)
    const nonces = policies.map((policy) => /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)![1]!)
    expect(nonces[0]).not.toBe(nonces[1])
    expect(answers[0]!.text).toContain(`nonce="${nonces[0]!.replaceAll("+", "&#43;")}"`.replaceAll("&#43;", "+"))
    expect(policies[0]).not.toMatch(/unsafe-inline|unsafe-eval/)
    expect(answers[0]!.text).not.toMatch(/<script(?![^>]*src=)|<style|\son[a-z]+="/)
    expect(answers[0]!.headers).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" })
  })

  it("let browsers keep what never changes under its address", async () => {
    const { text } = await site.get("/")
    const style = /href="(\/assets\/[^"]+\/besh\.css)"/.exec(text)![1]!
    const script = /src="(\/assets\/[^"]+\/besh\.js)"/.exec(text)![1]!
    for (const address of [
      style,
      script,
      style.replace("besh.css", "fonts/noto-sans-cyrillic-ext-wght-normal.woff2"),
    ]) {
      const answer = await site.get(address, "nobody")
      expect([address, answer.status, answer.headers["cache-control"]]).toEqual([
        address,
        200,
        "public, max-age=31536000, immutable",
      ])
    }
    for (const address of ["/assets/x/../app.ts", "/assets/x/..%2f..%2fpackage.json", "/assets/x/fonts/other.woff2"])
      expect((await site.get(address, "nobody")).status).toBe(404)
  })
})

describe("when something is wrong", () => {
  it.each([
    ["/nowhere", 404],
    ["/policies/nothing", 404],
    ["/policies/%E0%A4%A", 400],
    ["/activity?after=nonsense", 400],
    ["/units/nothing", 404],
  ])("%s: %i, as a page and as JSON", async (path, status) => {
    const page = await site.get(path)
    expect([page.status, page.type]).toEqual([status, "text/html"])
    const json = await site.get(path).set("Accept", "application/json")
    expect([json.status, json.type, typeof json.body.error.code]).toEqual([status, "application/json", "string"])
  })

  it("says sorry with an id, tells the log, and not the reader", async () => {
    const told: object[] = []
    const broken = await openSite()
    const { storage, log } = broken.house
    const house = broken.house as { -readonly [K in keyof typeof broken.house]: (typeof broken.house)[K] }
    house.log = { ...log, error: (data) => void told.push(data) }
    house.storage = {
      ...storage,
      policies: { ...storage.policies, find: () => Promise.reject(new Error("secret detail")) },
    }
    const answer = await broken.get(`/policies/${broken.policy}`)
    expect(answer.status).toBe(500)
    expect(answer.text).toContain(answer.headers["x-request-id"])
    expect(answer.text).not.toContain("secret detail")
    expect(told).toMatchObject([{ request: answer.headers["x-request-id"], err: { message: "secret detail" } }])
    house.storage = storage
    await broken.house.close()
  })

  it("refuses forms that are too large", async () => {
    const answer = await site.post("/profile", { language: "x".repeat(3_000_000) })
    expect(answer.status).toBe(413)
  })

  it("shows a refused form again, at its field", async () => {
    const answer = await site.post("/people/invitations", { email: "no address", role: "viewer", name: "Ayşe" })
    expect(answer.status).toBe(400)
    expect(answer.text).toMatch(/role="alert"[^]*href="#email"[^]*value="Ayşe"/)
  })
})

describe("for machines", () => {
  it("says that it is well, and how it does", async () => {
    expect((await site.get("/healthz", "nobody")).body).toEqual({ status: "ok" })
    expect((await site.get("/metrics", "nobody")).text).toContain("besh_request_seconds_bucket")
  })
})
