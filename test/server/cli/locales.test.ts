// The interface is translated with its own tools: out as XLIFF, filled, and home with the same keys and placeholders.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { codesOf } from "../../../src/content.ts"
import { protect } from "../../../src/xliff/messages.ts"
import { besh } from "./besh.ts"

const own = resolve(import.meta.dirname, "../../../locales")
let folder: string
const at = (...names: string[]) => join(folder, ...names)
const load = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Record<string, string>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "besh-locales-"))
  cpSync(own, at("locales"), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A translator's tool: every source becomes its target, in guillemets. */
const fill = (xliff: string) =>
  xliff
    .replace(/<target[^>]*>[\s\S]*?<\/target>|<target[^>]*\/>/g, "")
    .replace(/(<source[^>]*>)([\s\S]*?)(<\/source>)/g, "$1$2$3<target>«$2»</target>")

const placeholders = (message: string) =>
  codesOf(protect(message) ?? [])
    .map(({ data }) => data)
    .toSorted()

describe("besh locales", () => {
  it.each([
    ["1.2", "tk"],
    ["2.0", "de"],
  ])("XLIFF %s: our own catalogues to %s and back", async (version, to) => {
    const target = at("locales", `${to}.json`)
    const source = at("locales", "en.json")
    const line = ["locales", "export", "--source", source, "--target", target, "-o", at("out"), "--xliff", version]
    const exported = await besh(...line)
    expect(exported).toMatchObject({ code: 0, note: "" })
    const xlf = at("out", `${to}.xlf`)
    writeFileSync(xlf, fill(readFileSync(xlf, "utf8")))

    const before = readdirSync(at("locales"))
    const preview = await besh("locales", "import", xlf, "--into", at("locales"))
    expect(preview).toMatchObject({ code: 0, note: "" })
    expect(preview.out).toContain("0 refused")
    expect(preview.out).toContain("Nothing was written")
    expect(readdirSync(at("locales"))).toEqual(before)

    expect((await besh("locales", "import", xlf, "--into", at("locales"), "--apply")).code).toBe(0)
    const english = load(at("locales", "en.json"))
    const made = load(target)
    expect(Object.keys(made)).toEqual(Object.keys(english))
    for (const [key, message] of Object.entries(english)) {
      expect(placeholders(made[key]!), key).toEqual(placeholders(message))
      expect(made[key], key).toMatch(/^«[\s\S]*»$/)
    }
    expect(readFileSync(target, "utf8").endsWith("}\n")).toBe(true)
    // Once more changes nothing.
    expect((await besh("locales", "import", xlf, "--into", at("locales"))).out).toContain("0 changed")
  })

  it("keeps what only the translation has, takes what is whole, and names what is not", async () => {
    writeFileSync(at("app.en.json"), '{\n\t"a": "Hello {{name}}",\n\t"n_one": "{{count}} page",\n\t"x": "{broken"\n}')
    writeFileSync(at("app.tk.json"), '{\n\t"a": "Salam {{name}}",\n\t"n_few": "{{count}} sany",\n\t"z": "Z"\n}')
    const line = ["export", "--source", at("app.en.json"), "--target", at("app.tk.json"), "-o", at("app")]
    const exported = await besh("locales", ...line)
    expect(exported).toMatchObject({ code: 1 })
    expect(exported.out).toContain("left out  x")
    const xlf = at("app", "tk.xlf")
    writeFileSync(
      xlf,
      fill(readFileSync(xlf, "utf8")).replace(/(id="n_one"[\s\S]*?<target>)[\s\S]*?(<\/target>)/, "$1sahypa$2"),
    )
    const applied = await besh("locales", "import", xlf, "--into", folder, "--apply")
    expect(applied.code).toBe(1)
    expect(applied.out).toContain("refused  n_one  code-missing")
    expect(readFileSync(at("app.tk.json"), "utf8")).toBe(
      '{\n\t"a": "«Hello {{name}}»",\n\t"n_few": "{{count}} sany",\n\t"z": "Z"\n}',
    )
  })

  it.each([
    ["a name without language", ["export", "--source", "strings.json", "--target", "tk.json", "-o", "x"]],
    ["nothing to do", ["export", "--source", "en.json"]],
    ["no such act", ["translate"]],
  ])("refuses %s", async (_, line) => {
    expect((await besh("locales", ...line)).code).toBe(2)
  })

  it("never leaves the folder it is told, whatever the file calls itself", async () => {
    const xlf = at("evil.xlf")
    const text = readFileSync(at("out", "tk.xlf"), "utf8")
    writeFileSync(xlf, text.replace('original="en.json"', 'original="../../en.sh"'))
    expect((await besh("locales", "import", xlf, "--into", at("locales"), "--apply")).code).toBe(2)
    writeFileSync(xlf, text.replace('target-language="tk"', 'target-language="../x"'))
    expect((await besh("locales", "import", xlf, "--into", at("locales"), "--apply")).code).toBe(2)
  })
})
