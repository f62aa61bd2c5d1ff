// The import wizard: what is refused writes nothing, what is confirmed is added, and texts travel between the steps whole.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { english, turkmen } from "../house.ts"
import { openSite, type Site } from "./site.ts"

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 60_000)
afterAll(() => site.house.close())

const preview = "/import/documents/preview"
const add = "/import/documents/add"
const MiB = 1024 * 1024

/** The hidden and chosen values of the second step, as a browser would send them. */
function formOf(html: string): Record<string, string> {
  const values: Record<string, string> = {}
  const form = html.slice(html.indexOf(`action="${add}"`))
  for (const [, name, value] of form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    values[name!] = value!
  for (const [, name, options] of form.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    values[name!] = /value="([^"]*)" selected/.exec(options!)?.[1] ?? ""
  return values
}

const send = (path: string, form: Record<string, string>) =>
  Object.entries(form).reduce((test, [name, value]) => test.field(name, value), site.upload(path))

describe("the way in", () => {
  it("shows what was understood, then adds it", async () => {
    const seen = await site
      .upload(preview)
      .field("policy", "Cookies")
      .attach("files", Buffer.from(english), "cookies.md")
      .attach("files", Buffer.from(turkmen), "gizlinlik ýörelgesi.md")
    expect(seen.status).toBe(200)
    const form = formOf(seen.text)
    expect([form["language-0"], form["language-1"], form["name-1"]]).toEqual(["en", "tk", "gizlinlik ýörelgesi.md"])
    expect(await site.house.storage.policies.find("Cookies")).toBeNull()

    const added = await send(add, form)
    expect(added.status).toBe(303)
    const policy = (await site.house.storage.policies.find("Cookies"))!
    expect(added.headers["location"]).toBe(`/policies/${policy.id}`)
    const [document] = await site.house.storage.documents.ofPolicies([policy.id])
    const { bytes } = await site.house.storage.documents.current(document!)
    expect(Buffer.from(bytes).toString()).toBe(document!.language === "en" ? english : turkmen)
  })

  it("takes a pasted text, and another language than the one that was seen", async () => {
    const seen = await site.upload(preview).field("policy", "Pasted").field("text", english)
    const added = await send(add, { ...formOf(seen.text), "other-0": "de" })
    expect(added.status).toBe(303)
    expect((await site.house.storage.policies.find("Pasted"))!.sourceLanguage).toBe("de")
  })
})

describe("refused, and nothing written", () => {
  let before: number
  const policies = async () =>
    (await site.get("/").then(({ text }) => text.match(/href="\/policies\/[^/"]+"/g) ?? [])).length
  beforeEach(async () => {
    before = await policies()
  })

  const file = (bytes: Buffer, name: string) =>
    site.upload(preview).field("policy", "Refused").attach("files", bytes, name)
  it.each([
    ["no file", 400, () => site.upload(preview).field("policy", "Refused")],
    ["no policy", 400, () => site.upload(preview).attach("files", Buffer.from(english), "a.md")],
    ["an empty file", 200, () => file(Buffer.from(""), "empty.md")],
    ["a binary named .md", 200, () => file(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0, 0]), "binary.md")],
    ["Latin-1", 200, () => file(Buffer.from("Vie privée et données personnelles", "latin1"), "latin1.txt")],
    ["10 MB of one line", 200, () => file(Buffer.alloc(10 * MiB, "a "), "line.txt")],
    ["too much at once", 413, () => file(Buffer.alloc(21 * MiB, "a"), "large.txt")],
    [
      "a broken form",
      400,
      () => site.upload(preview).set("Content-Type", "multipart/form-data; boundary=x").send("--y nothing"),
    ],
    ["no form at all", 400, () => site.upload(preview).set("Content-Type", "application/json").send("{}")],
  ])("%s: %i", async (_, status, ask) => {
    const answer = await ask()
    expect(answer.status).toBe(status)
    expect(answer.text).toContain('class="problem"')
    expect(answer.text).not.toContain("content-0")
    expect(await policies()).toBe(before)
  })

  it.each([
    ["two files in one language", { "language-0": "en", "language-1": "en" }, "language-1"],
    ["no language", { "language-0": "" }, "language-0"],
    ["no tag", { "other-0": "not a tag" }, "other-0"],
    ["a text that was tampered with", { "content-0": "####" }, "files"],
  ])("%s", async (_, changed, field) => {
    const seen = await site
      .upload(preview)
      .field("policy", "Refused")
      .attach("files", Buffer.from(english), "a.md")
      .attach("files", Buffer.from(turkmen), "b.md")
    const answer = await send(add, { ...formOf(seen.text), ...changed })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(`href="#${field}"`)
    expect(await policies()).toBe(before)
  })

  it("keeps what was typed", async () => {
    const answer = await site.upload(preview).field("policy", "").field("text", "Typed with <care>")
    expect(answer.status).toBe(400)
    expect(answer.text).toContain("Typed with &lt;care&gt;")
  })
})
