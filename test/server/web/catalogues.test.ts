// A catalogue goes out through the page and comes home: previewed, then downloaded.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { openSite, type Site } from "./site.ts"

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 60_000)
afterAll(() => site.house.close())

const locales = join(import.meta.dirname, "../../../locales")
const english = readFileSync(join(locales, "en.json"))
const turkmen = readFileSync(join(locales, "tk.json"))
const page = "/bundles/catalogues"

it("goes out, is filled, and comes home with every key", async () => {
  expect((await site.get("/bundles")).text).toContain(`href="${page}"`)
  const out = await site
    .upload(`${page}/export`)
    .field({ from: "en", to: "tk", version: "1.2" })
    .attach("source", english, "en.json")
    .attach("target", turkmen, "tk.json")
    .buffer(true)
    .parse((response, done) => {
      let text = ""
      response.on("data", (chunk) => (text += String(chunk)))
      response.on("end", () => done(null, text))
    })
  expect(out.status).toBe(200)
  expect(out.headers["content-disposition"]).toContain('filename="tk.xlf"')
  const done = (out.body as string)
    .replace(/<target[^>]*>[\s\S]*?<\/target>|<target[^>]*\/>/g, "")
    .replace(/(<source[^>]*>)([\s\S]*?)(<\/source>)/g, "$1$2$3<target>«$2»</target>")
  const preview = await site
    .upload(`${page}/preview`)
    .attach("xliff", Buffer.from(done), "tk.xlf")
    .attach("source", english, "en.json")
    .attach("target", turkmen, "tk.json")
  expect(preview.status).toBe(200)
  expect(preview.text).toContain("0 refused")
  const text = /<textarea name="text"[^>]*>([\s\S]*?)<\/textarea>/.exec(preview.text)![1]!
  const plain = text
    .replace(/^\n/, "")
    .replaceAll("&#34;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
  const file = await site
    .upload(`${page}/download`)
    .field({ name: "../tk.json", text: plain.replaceAll("\n", "\r\n"), ends: "lf" })
  expect(file.headers["content-disposition"]).not.toContain("/tk")
  expect(file.text).not.toContain("\r")
  expect(Object.keys(file.body as object)).toEqual(Object.keys(JSON.parse(english.toString()) as object))
})

it.each([
  ["no language", "export", { from: "en", to: "" }, 400],
  ["a tag that is none", "export", { from: "??", to: "tk" }, 400],
  ["no file", "preview", { from: "en" }, 400],
])("asks again for %s", async (_, act, fields, status) => {
  expect((await site.upload(`${page}/${act}`).field(fields).attach("other", english, "en.json")).status).toBe(status)
})

it("names what cannot travel", async () => {
  const answer = await site
    .upload(`${page}/export`)
    .field({ from: "en", to: "tk" })
    .attach("source", Buffer.from('{"a":"A","b":"{broken"}'), "en.json")
  expect(answer.headers["content-type"]).toBe("application/zip")
})
