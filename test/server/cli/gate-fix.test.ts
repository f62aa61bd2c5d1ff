// The gate mends and reports: fixes that are certain, and what other programs read.
import { lstatSync, chmodSync, readFileSync, readdirSync, statSync, symlinkSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { Ajv } from "ajv"
import * as formats from "ajv-formats"
import { describe, expect, it } from "vitest"
import { clean, mixed, glued, foreign, folder, put, besh, type Report } from "./gate-project.ts"

describe("--fix", () => {
  const text = `# Düzgünler\r\n\r\nBiz **hasaba** alýarys.Siz islän wagtyňyz [sorap](https://a.b/c_d) bilersiňiz.Jogap bereris.\r\n\r\n${mixed}\r\n`
  const after = text.replace("alýarys.Siz", "alýarys. Siz").replace("bilersiňiz.Jogap", "bilersiňiz. Jogap")

  it("shows what it would do and writes nothing", async () => {
    put("tk.md", text)
    const { code, out } = await besh("check", "tk.md", "--fix")
    expect(code).toBe(1)
    expect(out).toContain("--- tk.md\n+++ tk.md\n@@ -3 +3 @@\n")
    expect(out).toContain("[-alýarys.Siz-]{+alýarys. Siz+}")
    expect(out).toContain("[-bilersiňiz.Jogap-]{+bilersiňiz. Jogap+}")
    expect(out).toContain("2 certain repairs; nothing is written yet")
    expect(readFileSync("tk.md", "utf8")).toBe(text)
  })

  it.each([
    ["UTF-8", (source: string) => Buffer.from(source)],
    ["UTF-8 with mark", (source: string) => Buffer.from(`\ufeff${source}`)],
    ["UTF-16LE with mark", (source: string) => Buffer.from(`\ufeff${source}`, "utf16le")],
    ["UTF-16BE with mark", (source: string) => Buffer.from(`\ufeff${source}`, "utf16le").swap16()],
  ])("--write mends exactly that in %s, and reports what is left", async (_, encoded) => {
    put("tk.md", encoded(text))
    chmodSync("tk.md", 0o640)
    const { code, out, note } = await besh("check", "tk.md", "--fix", "--write", "--format", "json")
    expect(Buffer.compare(readFileSync("tk.md"), encoded(after))).toBe(0)
    expect(statSync("tk.md").mode & 0o777).toBe(0o640)
    expect(readdirSync(".")).toEqual(["tk.md"])
    expect([code, note]).toEqual([1, "besh: tk.md: 2 passages mended"])
    expect((JSON.parse(out) as Report).documents[0]!.findings.map(({ text: found }) => found)).toEqual(["collect"])
    expect((await besh("check", "tk.md", "--fix", "--write", "--fail-on", "never")).note).toBe("")
  })

  it("goes through a link to the file, and mends HTML and JSON in their own spelling", async () => {
    put("real/tk.html", `<p>Biz hasaba alýarys.<b>Siz</b> sorap bilersiňiz.Jogap &amp; kömek bereris.</p>\n`)
    symlinkSync(join(folder, "real/tk.html"), join(folder, "tk.html"))
    put("tk.json", String.raw`{ "a": "Biz \"hasaba\" alýarys.Siz {{name}}\nsorap bilersiňiz.", "n": "Sag boluň." }`)
    await besh("check", "tk.html", "tk.json", "--lang", "tk", "--fix", "--write", "--fail-on", "never")
    expect(lstatSync("tk.html").isSymbolicLink()).toBe(true)
    expect(readFileSync("real/tk.html", "utf8")).toBe(
      `<p>Biz hasaba alýarys.<b>Siz</b> sorap bilersiňiz. Jogap &amp; kömek bereris.</p>\n`,
    )
    expect(readFileSync("tk.json", "utf8")).toBe(
      String.raw`{ "a": "Biz \"hasaba\" alýarys. Siz {{name}}\nsorap bilersiňiz.", "n": "Sag boluň." }`,
    )
  })

  it("is as sure as it is told to be", async () => {
    put("tk.md", text)
    expect((await besh("check", "tk.md", "--fix", "--fix-confidence", "1")).out).toBe("No certain repairs")
    put("besh.config.json", JSON.stringify({ fixConfidence: 1 }))
    expect((await besh("check", "tk.md", "--fix")).out).toBe("No certain repairs")
    expect((await besh("check", "tk.md", "--fix", "--fix-confidence", "0.5")).out).toContain("2 certain repairs")
  })

  it("keeps the report on its stream when another program reads it", async () => {
    put("tk.md", text)
    const { out, note } = await besh("check", "tk.md", "--fix", "--format", "json")
    expect((JSON.parse(out) as Report).documents[0]!.findings).toHaveLength(3)
    expect(note).toContain("{+alýarys. Siz+}")
  })

  it("says how much of a baseline it paid off", async () => {
    put("tk.md", text)
    await besh("check", "tk.md", "--baseline", "known.json", "--update-baseline")
    expect((await besh("check", "tk.md", "--baseline", "known.json", "--fix", "--write")).note).toContain(
      "paid off, 2 known findings are gone",
    )
  })

  it.each([
    ["--write alone", ["check", "tk.md", "--write"]],
    ["standard input", ["check", "-", "--fix", "--write"]],
    ["a confidence that is none", ["check", "tk.md", "--fix", "--fix-confidence", "high"]],
    ["an update of no baseline", ["check", "tk.md", "--update-baseline"]],
  ])("%s is wrong usage", async (_, line) => {
    put("tk.md", text)
    expect((await besh(...line)).code).toBe(2)
  })
})

describe("reports", () => {
  const uyghur = "بىز سىزنىڭ ئۇچۇرلىرىڭىزنى privacy policy بويىچە قوغدايمىز ۋە ھېچكىمگە بەرمەيمىز."

  it("shows a right-to-left passage isolated, in its direction, underlined or in brackets", async () => {
    put("ug.md", `${uyghur}\n`)
    const plain = (await besh("check", "ug.md", "--lang", "ug")).out.split("\n")
    expect(plain[1]).toMatch(/^ {2}1:\d+ {2}error {2}mixed /)
    expect(plain[2]).toMatch(/^ {6}\u2067.*\[privacy policy\].*\u2069$/u)
    const coloured = (await besh("check", "ug.md", "--lang", "ug", { isColoured: true })).out
    expect(coloured).toContain("\u001b[4mprivacy policy\u001b[24m")
    expect(coloured).not.toContain("[privacy policy]")
  })

  it("lets no text move the cursor or leave its isolate", async () => {
    put("tk.md", `${mixed.replace("collect", "collect \u2069\u202e\u009b31m information")}\n`)
    const { out } = await besh("check", "tk.md", "--lang", "tk")
    expect(out.match(/\u2069/g)?.length).toBe(out.match(/[\u2066-\u2068]/g)?.length)
    // oxlint-disable-next-line no-control-regex
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  })

  it("counts for each file and for all; --quiet says only what fails", async () => {
    put("a/tk.md", `${mixed}\n\n${glued}\n`)
    put("b/tk.md", `${clean}\n`)
    put("c/tk.md", `${glued}\n`)
    const { out } = await besh("check", ".")
    expect(out).toContain("2 findings; 1 error, 1 warning, 0 notes")
    expect(out).toMatch(/b\/tk\.md {2}Turkmen \(tk, 100%\), no findings/)
    expect(out.split("\n").at(-1)).toBe("3 files checked, 3 findings; 1 error, 2 warnings, 0 notes")
    const quiet = await besh("check", ".", "--quiet")
    expect(quiet.out.split("\n").filter((line) => /^\S/.test(line))).toHaveLength(1)
    expect(quiet.out).not.toContain("glued")
    expect(await besh("check", "b", "c", "--quiet")).toEqual({ code: 0, out: "", note: "" })
  })

  it("annotates for GitHub on the right lines", async () => {
    put("a,b/tk.md", `${clean}\n\n${mixed}\n`)
    const { out } = await besh("check", ".", "--format", "github")
    const column = mixed.indexOf("collect") + 1
    expect(out).toMatch(
      new RegExp(
        `^::error file=a%2Cb/tk\\.md,line=3,endLine=3,col=${column},endColumn=${column + 7},title=besh mixed::`,
      ),
    )
  })

  it("writes SARIF 2.1.0 that its published schema takes", async () => {
    const schema = JSON.parse(
      readFileSync(
        join(
          dirname(createRequire(import.meta.url).resolve("@microsoft/jest-sarif")),
          "schemas/sarif-2.1.0-rtm.5.json",
        ),
        "utf8",
      ),
    ) as Record<string, unknown>
    const { id: _, $schema: __, ...rest } = schema
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
    ;(formats.default as unknown as (each: Ajv) => void)(ajv)
    const isValid = ajv.compile(rest)
    put("a b/tk#1.md", `${mixed}\r\n\r\n${glued}\r\n\r\n${foreign}\r\n`)
    put("ug.md", `${uyghur}\n`)
    put("tk.json", JSON.stringify({ "a.b": mixed }))
    put("clean/tk.md", `${clean}\n`)
    for (const files of [["."], ["clean"], ["a b"], [join(folder, "ug.md")], ["-"]]) {
      const { out } = await besh("check", ...files, "--format", "sarif", { standardInput: foreign })
      const log = JSON.parse(out)
      expect(isValid(log), JSON.stringify(isValid.errors?.slice(0, 3))).toBe(true)
      const { tool, results, artifacts } = log.runs[0]
      expect(log.version).toBe("2.1.0")
      expect(artifacts.length).toBeGreaterThan(0)
      for (const result of results) {
        expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
        const { region, artifactLocation } = result.locations[0].physicalLocation
        expect(region.endLine > region.startLine || region.endColumn > region.startColumn).toBe(true)
        expect(() => new URL(artifactLocation.uri, "file:///root/")).not.toThrow()
      }
    }
    const { results } = JSON.parse((await besh("check", "a b", "--format", "sarif")).out).runs[0]
    expect(results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: "a%20b/tk%231.md",
      uriBaseId: "%SRCROOT%",
    })
    expect(results[0].locations[0].physicalLocation.region).toMatchObject({
      startLine: 1,
      startColumn: mixed.indexOf("collect") + 1,
      endLine: 1,
    })
    const repair = results.find((each: { fixes?: unknown }) => each.fixes).fixes[0].artifactChanges[0].replacements[0]
    expect(repair).toMatchObject({ deletedRegion: { startLine: 3 }, insertedContent: { text: "s. S" } })
  })

  it("keeps the JSON contract", async () => {
    put("tk.md", `${mixed}\n\n${glued}\n`)
    const { version, documents } = JSON.parse((await besh("check", "tk.md", "--format", "json")).out)
    expect(version).toBe(1)
    expect(Object.keys(documents[0])).toEqual(["path", "format", "language", "length", "findings"])
    expect(Object.keys(documents[0].findings[0])).toEqual([
      "check",
      "kind",
      "start",
      "end",
      "text",
      "language",
      "severity",
      "confidence",
      "message",
    ])
    expect(Object.keys(documents[0].findings[1])).toEqual([
      "check",
      "kind",
      "start",
      "end",
      "text",
      "severity",
      "confidence",
      "message",
      "fix",
    ])
  })
})
