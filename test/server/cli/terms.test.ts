// The termbase out and in: what is built in, what a project says itself, and what hostile files come to.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { importTerms } from "../../../server/journeys/terms.ts"
import { termbase } from "../../../src/terms/index.ts"
import { readTbx, writeTbx } from "../../../src/terms/tbx.ts"
import { english, openTestHouse, person, turkmen } from "../house.ts"
import { besh } from "./besh.ts"

const folder = mkdtempSync(join(tmpdir(), "besh-terms-"))
const at = (name: string) => join(folder, name)
const house = ["--data", at("house")]
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const langSec = (tag: string, term: string) =>
  `<langSec xml:lang="${tag}"><termSec><term>${term}</term></termSec></langSec>`
const tbx = (entries: string) => `<tbx type="TBX-Basic" style="dct"><text><body>\n${entries}</body></text></tbx>`
const own = tbx(
  `<conceptEntry id="c1">${langSec("en-GB", "e-mail address")}${langSec("tk", "=e-poçta salgysy")}</conceptEntry>
   <conceptEntry id="cookie">${langSec("fi", "eväste")}</conceptEntry>`,
)

describe("besh terms export", () => {
  it("prints the built-in concepts as TBX without a workbench, and reads them back the same", async () => {
    const { code, out, note } = await besh("terms", "export")
    expect([code, note]).toEqual([0, ""])
    expect(readTbx(out)).toEqual(termbase)
  })

  it.each(["tbx", "csv", "json"])("writes a file in the format its name says: %s", async (format) => {
    const path = at(`all.${format}`)
    expect((await besh("terms", "export", path)).code).toBe(0)
    const printed = await besh("terms", "export", "--format", format)
    expect(readFileSync(path, "utf8").trimEnd()).toBe(printed.out)
  })

  it("has every concept in JSON, every term in CSV", async () => {
    expect(JSON.parse(readFileSync(at("all.json"), "utf8"))).toEqual({ version: 1, concepts: termbase })
    const rows = readFileSync(at("all.csv"), "utf8").trimEnd().split("\r\n")
    const count = termbase.flatMap(({ languages }) => Object.values(languages).flatMap(({ terms }) => terms)).length
    expect(rows).toHaveLength(count + 1)
    expect(rows).toContainEqual(expect.stringMatching(/^"cookie","[a-z]+","az","preferred","kuki",/))
  })
})

describe("besh terms import", () => {
  beforeAll(async () => {
    writeFileSync(at("own.tbx"), own)
    writeFileSync(at("p.en.md"), english)
    writeFileSync(at("p.tk.md"), turkmen)
    expect((await besh("add", "--policy", "P", at("p.en.md"), at("p.tk.md"), ...house)).code).toBe(0)
  })

  it("says what would change and writes nothing", async () => {
    for (let round = 0; round < 2; round++) {
      const { code, out } = await besh("terms", "import", at("own.tbx"), ...house)
      expect(code).toBe(0)
      expect(out).toContain("1 new, 1 changed, 0 unchanged")
      expect(out).toMatch(/ {2}new {2}c1 {2}.*e-mail address/)
      // Only what would be otherwise; the other languages of the built-in concept stay.
      expect(out).toMatch(/^ {2}changed {2}cookie {2}fi \u2068–\u2069 → \u2068eväste\u2069$/m)
      expect(out).toContain("Nothing was written")
    }
  })

  it("finds nothing new in what besh exports itself", async () => {
    await besh("terms", "export", at("all.tbx"))
    const { out } = await besh("terms", "import", at("all.tbx"), "--write", "--format", "json", ...house)
    const { changes, isWritten } = JSON.parse(out)
    expect(changes).toHaveLength(termbase.length)
    expect(changes.every(({ change }: { change: string }) => change === "unchanged")).toBe(true)
    expect(isWritten).toBe(true)
    expect(JSON.parse((await besh("terms", "export", "--own", "--format", "json", ...house)).out).concepts).toEqual([])
  })

  it("keeps them for the project, once, and exports them before the built-in ones", async () => {
    expect((await besh("terms", "import", at("own.tbx"), "--write", ...house)).out).toContain("Written to the project")
    expect((await besh("terms", "import", at("own.tbx"), "--write", ...house)).out).toContain(
      "0 new, 0 changed, 2 unchanged",
    )
    expect(readTbx((await besh("terms", "export", "--own", ...house)).out)).toEqual(readTbx(own))
    const inForce = readTbx((await besh("terms", "export", "--project", "main", ...house)).out)
    expect(inForce).toHaveLength(termbase.length + 1)
    expect(inForce[0]).toMatchObject({ id: "c1", languages: { en: {}, tk: {} } })
    const cookie = inForce.find(({ id }) => id === "cookie")!
    expect(Object.keys(cookie.languages).toSorted()).toEqual(["az", "en", "fi", "ky", "tk", "ug"])
    // What a spreadsheet would run is guarded.
    expect((await besh("terms", "export", "--format", "csv", ...house)).out).toContain(`"'=e-poçta salgysy"`)
  })

  it("gives bundles the project's term instead of the built-in one", async () => {
    const folderOf = async (to: string) => {
      const out = at(`out-${to}`)
      const line = ["export", "--policy", "P", "--to", to, "--xliff", "2.0", "-o", out, ...house]
      expect((await besh(...line)).code).toBe(0)
      return readFileSync(join(out, to, readdirSync(join(out, to))[0]!), "utf8")
    }
    const entries = [...(await folderOf("tk")).matchAll(/<gls:term>e-mail address<.*?<gls:translation>([^<]*)</gs)]
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.every(([, translation]) => translation === "=e-poçta salgysy")).toBe(true)
    expect(await folderOf("az")).not.toContain("e-poçta")
  })

  it.each([
    ["not well-formed", `<tbx type="TBX-Basic">\n  <text></tbx>`, /:2:\d+: .*\(.*tag/],
    ["a document type", `<!DOCTYPE tbx [<!ENTITY a "b">]>\n<tbx/>`, /:1:\d+: .*document type/],
    ["an entity", tbx(`<conceptEntry id="a">${langSec("en", "&a;")}</conceptEntry>`), /:2:\d+: .*entity/],
    ["an id twice", tbx(`<conceptEntry id="a">${langSec("en", "a")}</conceptEntry>\n`.repeat(2)), /:3:\d+: .*twice/],
    ["a thousand levels", `<tbx type="TBX-Basic"><tbxHeader>${"<p>".repeat(1_000)}`, /:1:\d+: .*deep/],
    ["no text", "\u0000\u0001", /not-text|text/],
    ["an empty file", "", /empty/],
  ])("refuses %s with its place, and writes nothing", async (_, text, said) => {
    writeFileSync(at("bad.tbx"), text)
    const before = (await besh("terms", "export", "--own", ...house)).out
    const { code, note, out } = await besh("terms", "import", at("bad.tbx"), "--write", ...house)
    expect([code, out]).toEqual([2, ""])
    expect(note).toMatch(said)
    expect(note).toContain("bad.tbx")
    expect((await besh("terms", "export", "--own", ...house)).out).toBe(before)
  })

  it.each([
    ["no act", []],
    ["no file", ["import"]],
    ["two files", ["import", "a.tbx", "b.tbx"]],
    ["no such project", ["import", at("own.tbx"), "--project", "nowhere", "--write", ...house]],
    ["no such format", ["export", "--format", "xml"]],
  ])("refuses %s", async (_, line) => {
    const { code, note } = await besh("terms", ...line)
    expect(code).toBe(2)
    expect(note).toMatch(/^besh: .{10,}/)
  })
})

describe("importTerms", () => {
  it("takes a manager of the project, and says in the audit what was done", async () => {
    const opened = await openTestHouse()
    try {
      await opened.storage.projects.insert({ id: "p1", name: "main", createdAt: opened.now().toISOString() })
      const input = { concepts: readTbx(writeTbx(readTbx(own))), isWritten: true }
      for (const role of ["viewer", "translator", "reviewer"] as const)
        await expect(importTerms(opened, input, person("ada", "p1", role))).rejects.toMatchObject({
          code: "session/forbidden",
        })
      await importTerms(opened, input, person("ada", "p1", "manager"))
      const [entry] = await opened.storage.audit.list(1)
      expect(entry).toMatchObject({ action: "term/import", subject: "p1", data: { new: 1, changed: 1 } })
    } finally {
      await opened.close()
    }
  })
})
