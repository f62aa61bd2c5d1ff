// The command line as people script against it: help, exit codes, refusals, and the whole way of a policy.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { commands } from "../../../server/commands/index.ts"
import { besh } from "./besh.ts"

const samples = resolve(import.meta.dirname, "../../../server/samples")
const scratch = mkdtempSync(join(tmpdir(), "besh-cli-"))
const languages = ["en", "ug", "ky", "tk", "az"]

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

describe("besh", () => {
  it("lists its commands", async () => {
    const { code, out } = await besh("--help")
    expect(code).toBe(0)
    for (const name of Object.keys(commands)) expect(out).toContain(`    ${name}`)
  })

  it.each(Object.keys(commands))("%s --help says how it is used", async (name) => {
    const { code, out } = await besh(name, "--help")
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`^Usage: besh ${name}`))
  })

  it.each([
    ["no such command", ["translate"]],
    ["no such option", ["check", "--nonsense", "a.md"]],
    ["no such choice", ["check", "--format", "xml", "a.md"]],
    ["no file named", ["check"]],
    ["one file to align", ["align", "a.md"]],
    ["no policy named", ["add", "a.md"]],
    ["no such file", ["check", join(scratch, "absent.md")]],
  ])("%s: exit 2 and a sentence", async (_, line) => {
    const { code, note, out } = await besh(...line)
    expect(code).toBe(2)
    expect(note).toMatch(/^besh: .{10,}/)
    expect(note).not.toMatch(/\bat .*\.ts:\d+/)
    expect(out).toBe("")
  })

  it.each([
    ["unknown type", "a.xyz", Buffer.from("hello there")],
    ["empty", "empty.md", Buffer.alloc(0)],
    ["binary named .md", "binary.md", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
    ["Latin-1", "latin.txt", Buffer.from("Für größere Städte", "latin1")],
  ])("%s file: refused by check and by add, nothing written", async (_, name, bytes) => {
    const path = join(scratch, name)
    writeFileSync(path, bytes)
    expect((await besh("check", path)).code).toBe(2)
    const data = mkdtempSync(join(scratch, "data-"))
    const { code, note } = await besh("add", "--policy", "p", path, "--data", data)
    expect([code, note.includes(name)]).toEqual([2, true])
    expect(JSON.parse((await besh("status", "--format", "json", "--data", data)).out).policies).toEqual([])
  })
})

describe("besh check", () => {
  const path = join(samples, "saparnama-privacy/tk.md")

  it("gives the JSON contract, spans equal to slices", async () => {
    const { code, out } = await besh("check", path, "--format", "json", "--brand", "Saparnama")
    expect(code).toBe(1)
    const report = JSON.parse(out)
    const text = readFileSync(path, "utf8")
    expect(report.version).toBe(1)
    const [document] = report.documents
    expect(document).toMatchObject({ path, format: "markdown", language: { tag: "tk" }, length: text.length })
    expect(document.findings.length).toBeGreaterThan(3)
    for (const finding of document.findings) {
      expect(text.slice(finding.start, finding.end)).toBe(finding.text)
      expect(finding.message).toMatch(/\S{2,}/)
      expect(["error", "warning", "info"]).toContain(finding.severity)
    }
  })

  it("fails only where it is told to", async () => {
    expect((await besh("check", path, "--fail-on", "never")).code).toBe(0)
    expect((await besh("check", join(samples, "saparnama-privacy/en.md"))).code).toBe(0)
  })

  it("writes SARIF and GitHub annotations", async () => {
    const sarif = JSON.parse((await besh("check", path, "--format", "sarif")).out)
    expect(sarif.version).toBe("2.1.0")
    expect(sarif.runs[0].results.length).toBeGreaterThan(3)
    expect((await besh("check", path, "--format", "github")).out).toMatch(/^::(error|warning|notice) file=/)
  })
})

describe("besh identify", () => {
  it.each([
    ["ky", "Биз сиздин жеке маалыматыңызды үчүнчү жактарга сатпайбыз."],
    ["ug", "بىز شەخسىي ئۇچۇرلىرىڭىزنى ئۈچىنچى تەرەپكە ساتمايمىز."],
    ["tk", "Biz siziň şahsy maglumatlaryňyzy üçünji taraplara satmaýarys."],
    ["az", "Biz sizin şəxsi məlumatlarınızı üçüncü tərəflərə satmırıq."],
    ["en", "We do not sell your personal information to third parties."],
  ])("%s", async (tag, text) => {
    const file = join(scratch, `${tag}.txt`)
    writeFileSync(file, `${text}\n${text}\n`)
    const lines = (await besh("identify", file, "--lines", "--format", "json")).out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatchObject({ tag, text })
    expect(lines[0].confidence).toBeGreaterThan(0.5)
  })
})

describe("besh align", () => {
  it("gives the JSON contract: sections tile, links name what is there", async () => {
    const files = languages.map((each) => join(samples, `kitaphana-terms/${each}.html`))
    const { code, out } = await besh("align", ...files, "--format", "json")
    expect(code).toBe(0)
    const report = JSON.parse(out)
    const ids = new Set<string>()
    for (const [at, document] of report.documents.entries()) {
      expect(document).toMatchObject({ path: files[at], language: languages[at] })
      expect(document.sections[0].start).toBe(0)
      expect(document.sections.at(-1).end).toBe(document.length)
      for (const section of document.sections) {
        ids.add(section.id)
        for (const segment of section.segments) ids.add(segment.id)
      }
    }
    expect(report.links.length).toBeGreaterThan(50)
    for (const link of report.links) {
      expect(["section", "segment"]).toContain(link.level)
      expect([...link.source, ...link.target].every((id: string) => ids.has(id))).toBe(true)
      expect(link.confidence).toBeGreaterThanOrEqual(0)
      expect(link.confidence).toBeLessThanOrEqual(1)
    }
  })
})

describe("the way of a policy", () => {
  const data = join(scratch, "house")
  const policy = ["--policy", "Saparnama", "--data", data]

  it("goes in, out as XLIFF, back, and out again translated", { timeout: 120_000 }, async () => {
    const files = languages.map((each) => join(samples, `saparnama-privacy/${each}.md`))
    const added = await besh("add", ...policy, ...files, "--format", "json")
    expect(added.note).toBe("")
    expect(
      JSON.parse(added.out)
        .documents.map(({ language }: { language: string }) => language)
        .toSorted(),
    ).toEqual(languages.toSorted())

    const [status] = JSON.parse((await besh("status", "--data", data, "--format", "json")).out).policies
    expect(status.languages).toHaveLength(5)

    for (const version of ["1.2", "2.0", "2.1", "2.2"]) {
      const folder = join(scratch, `out-${version}`)
      expect(
        (await besh("export", ...policy, "--from", "en", "--to", "tk,de", "--xliff", version, "-o", folder)).code,
      ).toBe(0)
      expect(readdirSync(folder).toSorted()).toEqual(["README.txt", "de", "manifest.json", "tk"])
      const [name] = readdirSync(join(folder, "de"))
      const path = join(folder, "de", name!)
      writeFileSync(path, filled(readFileSync(path, "utf8"), version))
      const plan = JSON.parse((await besh("import", path, "--data", data, "--format", "json")).out)
      expect(plan.files[0]).toMatchObject({ accepted: true, problem: null })
      if (version === "1.2") {
        expect(
          plan.files[0].units.filter(({ change }: { change: string }) => change === "update").length,
        ).toBeGreaterThan(20)
        expect((await besh("import", path, "--data", data, "--apply")).code).toBe(0)
      }
    }
    const folder = join(scratch, "delivered")
    expect((await besh("deliver", ...policy, "--to", "de", "-o", folder)).code).toBe(0)
    const [name] = readdirSync(folder)
    const delivered = readFileSync(join(folder, name!), "utf8")
    expect(delivered).toContain("«")
    expect(delivered.split("\n").length).toBe(readFileSync(files[0]!, "utf8").split("\n").length)
  })

  it("exports in numbered parts, and what has changed since a bundle", async () => {
    const folder = join(scratch, "parts")
    const out = ["export", ...policy, "--to", "tk", "--format", "json"]
    const { bundle: whole, written } = JSON.parse((await besh(...out, "--bundle", join(scratch, "all.zip"))).out)
    expect(written.map(({ path }: { path: string }) => path)).toEqual([join(scratch, "all.zip")])
    const { bundles } = JSON.parse((await besh(...out, "--words", "200", "-o", folder)).out)
    expect(bundles.length).toBeGreaterThan(2)
    const sum = (pick: "units" | "words") =>
      bundles.reduce((all: number, each: Record<string, number>) => all + each[pick]!, 0)
    expect([sum("units"), sum("words")]).toEqual([whole.units, whole.words])
    const parts = bundles.map((_: object, at: number) => `part-${String(at + 1).padStart(2, "0")}`)
    expect(readdirSync(folder).toSorted()).toEqual(parts)
    expect(readdirSync(join(folder, "part-02", "tk"))).toEqual(["Saparnama-part-02.xlf"])
    const zips = await besh("export", ...policy, "--to", "tk", "--words", "200", "--bundle", join(scratch, "cut.zip"))
    expect(zips.out.split("\n").map((line) => line.split("  ")[0])).toEqual(
      parts.map((part: string) => join(scratch, `cut-${part}.zip`)),
    )

    const { code, note } = await besh("export", ...policy, "--to", "tk", "--since", whole.id)
    expect([code, note]).toEqual([2, expect.stringMatching(/^besh: .{10,}/)])
    expect((await besh("export", ...policy, "--to", "tk", "--since", "2020-01-01", "-o", folder)).code).toBe(0)
  })

  it.each([
    ["words that are no number", ["--words", "many"]],
    ["no words at all", ["--words", "0"]],
    ["changed, without since when", ["--units", "changed"]],
    ["since, with everything", ["--units", "all", "--since", "2026-01-01"]],
    ["a bundle nobody made", ["--since", "e0123456789"]],
  ])("refuses to export %s", async (_, flags) => {
    const { code, note } = await besh("export", ...policy, "--to", "tk", ...flags)
    expect([code, note]).toEqual([2, expect.stringMatching(/^besh: .{10,}/)])
  })

  it("refuses a truncated XLIFF and writes nothing", async () => {
    const path = join(scratch, "cut.xlf")
    writeFileSync(
      path,
      '<?xml version="1.0"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="tk" datatype="plaintext"><body><trans-unit id="a"><source>x</sour',
    )
    const { code, out } = await besh("import", path, "--data", data, "--apply", "--format", "json")
    expect(code).toBe(2)
    expect(JSON.parse(out).files[0]).toMatchObject({ accepted: false, problem: { line: 2 } })
  })
})

/** A translator's pen: every empty target gets its source in guillemets, codes kept. */
function filled(xliff: string, version: string): string {
  if (version === "1.2") {
    return xliff
      .replace(/<target[^>]*>.*?<\/target>|<target[^>]*\/>/gs, "")
      .replace(/(<source[^>]*>)(.*?)(<\/source>)/gs, '$1$2$3<target state="translated">«$2»</target>')
  }
  return xliff
    .replace(/<target[^>]*>.*?<\/target>|<target[^>]*\/>/gs, "")
    .replace(
      /(<source[^>]*>)(.*?)(<\/source>)/gs,
      (_, open: string, text: string, close: string) =>
        `${open}${text}${close}<target${/xml:space="preserve"/.test(open) ? ' xml:space="preserve"' : ""}>«${text}»</target>`,
    )
    .replace(/ state="initial"/g, ' state="translated"')
}
