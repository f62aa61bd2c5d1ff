// The gate as other projects use it: what is checked, what is settled in a file, what is known, what is mended, and
import { readFileSync, rmSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import * as fc from "fast-check"
import { beforeEach, describe, expect, it } from "vitest"
import { baseOf, expression, matcher } from "../../../server/commands/gate/glob.ts"
import { clean, mixed, glued, foreign, folder, put, besh, type Report, home } from "./gate-project.ts"

describe("patterns", () => {
  it.each([
    ["docs/**/*.md", ["docs/a.md", "docs/b/c/a.md"], ["a.md", "docs/a.html", "docs2/a.md"]],
    ["**/*.md", ["a.md", "b/a.md"], ["a.mdx"]],
    ["docs/*", ["docs/a.md"], ["docs/b/a.md"]],
    ["docs/", ["docs/a.md", "docs/b/a.md"], ["docs"]],
    ["a?.{md,html}", ["ab.md", "aş.html"], ["a.md", "ab.txt", "a/b.md"]],
    ["{en,tk/{old,new}}/a.md", ["en/a.md", "tk/old/a.md", "tk/new/a.md"], ["tk/a.md", "new/a.md"]],
    ["a+(b)[c].md", ["a+(b)[c].md"], ["aabc.md"]],
    ["a{b.md", ["a{b.md"], ["ab.md"]],
    ["**/{lang}/*.{lang}.md", ["x/tk/a.tk.md"], ["tk/a.az.md", "tk/a.md"]],
  ])("%s", (pattern, yes, no) => {
    expect(yes.filter((path) => !expression(pattern).test(path))).toEqual([])
    expect(no.filter((path) => expression(pattern).test(path))).toEqual([])
  })

  it("are never wrong expressions, and begin in a folder above what they match", () => {
    const parts = fc.array(
      fc.constantFrom("**", "*", "?", "{", "}", ",", "/", "a", ".", "(", "[", "\\", "{lang}", "ş"),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(parts, (each) => {
        expect(() => expression(each.join(""))).not.toThrow()
        expect(each.join("").startsWith(baseOf(each.join("")))).toBe(true)
      }),
    )
  })

  it("without a slash fit names anywhere", () => {
    const isIgnored = matcher(["*.draft.md", "old", "docs/x"])
    expect(["a/b.draft.md", "docs/old/a.md", "old/a.md", "docs/x/a.md"].map(isIgnored)).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(["a/b.md", "older/a.md", "a/docs/x/b.md"].map(isIgnored)).toEqual([false, false, false])
  })
})

describe("what is checked", () => {
  const paths = async (...line: string[]) => {
    const { out, code, note } = await besh("check", "--format", "json", ...line)
    return code === 2 ? note : JSON.parse(out).documents.map(({ path }: { path: string }) => path)
  }
  beforeEach(() => {
    for (const path of [
      "a.md",
      "docs/b.md",
      "docs/deep/c.html",
      "docs/deep/d.txt",
      "docs/.hidden/e.md",
      "docs/node_modules/f.md",
      "docs/g.png",
    ])
      put(path, `${clean}\n`)
    put("docs/tk.json", JSON.stringify({ key: clean }))
    put("docs/settings.json", JSON.stringify({ port: 3000 }))
    put("docs/package.json", JSON.stringify({ description: foreign }))
    symlinkSync(folder, join(folder, "docs/deep/loop"))
  })

  it.each([
    ["a folder", ["docs"], ["docs/b.md", "docs/deep/c.html", "docs/deep/d.txt", "docs/tk.json"]],
    ["a pattern", ["**/*.md"], ["a.md", "docs/b.md"]],
    ["a pattern of names", ["docs/**/{c,d}.*"], ["docs/deep/c.html", "docs/deep/d.txt"]],
    [
      "each once",
      ["docs/b.md", "docs/*.md", "./docs"],
      ["docs/b.md", "docs/deep/c.html", "docs/deep/d.txt", "docs/tk.json"],
    ],
  ])("%s", async (_, files, expected) => expect(await paths(...files)).toEqual(expected))

  it.each([
    ["nothing matches", ["docs/*.rst"], "docs/*.rst"],
    ["nothing in the folder", ["docs/.hidden/none"], "none"],
    ["JSON of another kind, named", ["docs/settings.json"], "docs/settings.json:1:9: "],
    ["JSON of another kind, by pattern", ["docs/*.json"], "docs/settings.json:1:9: "],
  ])("%s: exit 2 and a sentence", async (_, files, part) => expect(await paths(...files)).toContain(part))

  it("broken JSON in a folder is refused, because it may have been texts", async () => {
    put("docs/az.json", '{"key": "Salam",}')
    expect(await paths("docs")).toContain("docs/az.json:1:17: ")
  })

  it("reads standard input under the name it is given", async () => {
    const { out } = await besh("check", "-", "--stdin-name", "x/tk.json", "--format", "json", {
      standardInput: JSON.stringify({ a: mixed }),
    })
    const [document] = JSON.parse(out).documents
    expect(document).toMatchObject({ path: "x/tk.json", format: "i18next-json", language: { tag: "tk" } })
    expect(document.findings.map(({ text }: { text: string }) => text)).toEqual(["collect"])
  })

  it("never takes interpolation for a foreign word", async () => {
    put(
      "tk.json",
      JSON.stringify({
        a: `{{count}} ${clean}`,
        b: "{count, plural, one {# tapyndy goraldy} other {# tapyndy goraldy}}",
        c: `<strong>${clean}</strong> $t(other.key)`,
      }),
    )
    expect((await besh("check", "tk.json", "--lang", "tk")).code).toBe(0)
  })
})

describe("besh.config.json", () => {
  const settings = (value: unknown) =>
    put("besh.config.json", typeof value === "string" ? value : JSON.stringify(value))
  const findings = async (...line: string[]) => {
    const { out } = await besh("check", "--format", "json", ...line)
    return JSON.parse(out).documents.flatMap(({ path, language, findings: found }: Report["documents"][0]) =>
      found.map(({ kind, severity }) => `${path} ${language.tag} ${kind} ${severity}`),
    )
  }

  it("names files, languages, and what is passed over", async () => {
    settings({ files: ["docs"], ignore: ["old", "*.draft.md"], languages: ["docs/{lang}/**", "**/*.{lang}.md"] })
    put("docs/tk/a.md", `${foreign}\n`)
    put("docs/img/x.az.md", "Biz heç vaxt məlumatlarınızı satmırıq və heç kimə vermirik.\n")
    put("docs/old/b.md", `${foreign}\n`)
    put("docs/c.draft.md", `${foreign}\n`)
    expect(await findings()).toEqual(["docs/tk/a.md tk untranslated error"])
    process.chdir(join(folder, "docs/tk"))
    expect(await findings()).toEqual(["a.md tk untranslated error"])
    const { code, note } = await besh("check", "../old/b.md")
    expect([code, note.includes("../old/b.md")]).toEqual([0, true])
    expect((await besh("check", "../old/b.md", "--no-config", "--lang", "tk")).code).toBe(1)
  })

  it("the first rule that fits says the language, a flag before it", async () => {
    settings({ languages: { "docs/**": "ky", "**/{lang}/*.md": "{lang}" } })
    put("docs/tk/a.md", `${clean}\n`)
    put("x/tk/a.md", `${clean}\n`)
    const tags = async (...line: string[]) =>
      JSON.parse((await besh("check", "docs", "x", "--format", "json", ...line)).out).documents.map(
        (each: Report["documents"][0]) => each.language.tag,
      )
    expect(await tags()).toEqual(["ky", "tk"])
    expect(await tags("--lang", "tk")).toEqual(["tk", "tk"])
  })

  it("checks and severities: everywhere, by path, by language; a kind before its check", async () => {
    for (const path of ["a/tk.md", "b/tk.md"]) put(path, `${mixed}\n\n${glued}\n`)
    const all = (path: string, severity = "error") => [
      `${path} tk mixed ${severity}`,
      `${path} tk glued-sentence warning`,
    ]
    expect(await findings("a", "b")).toEqual([...all("a/tk.md"), ...all("b/tk.md")])
    settings({
      checks: { glued: false },
      overrides: [{ paths: ["b/**"], checks: { "glued-sentence": "on", "mixed-language": "off" } }],
    })
    expect(await findings("a", "b")).toEqual(["a/tk.md tk mixed error", "b/tk.md tk glued-sentence warning"])
    settings({
      severities: { "mixed-language": "info" },
      overrides: [{ languages: ["tk"], paths: ["a"], severities: { mixed: "warning" } }],
    })
    expect(await findings("a", "b")).toEqual([...all("a/tk.md", "warning"), ...all("b/tk.md", "info")])
    settings({
      overrides: [
        { languages: ["az"], checks: { glued: false } },
        { languages: ["tk"], brands: ["collect"] },
      ],
    })
    expect(await findings("a")).toEqual(["a/tk.md tk glued-sentence warning"])
  })

  it("failOn, and the flag before it", async () => {
    put("tk.md", `${glued}\n`)
    expect((await besh("check", "tk.md")).code).toBe(0)
    settings({ failOn: "warning" })
    expect((await besh("check", "tk.md")).code).toBe(1)
    expect((await besh("check", "tk.md", "--fail-on", "error")).code).toBe(0)
  })

  it.each([
    ["not JSON", '{\n  "files": [,]\n}', ["2:13 config/json"]],
    ["a misspelt setting", '{\n  "brand": ["A"]\n}', ["2:3 brand"]],
    ["no such check", '{ "checks": { "punctuation": true, "puntuation": false } }', ["1:36 checks.puntuation"]],
    ["no such severity", '{ "severities": { "mixed": "fatal" } }', ["1:28 severities.mixed"]],
    ["no such level", '{ "failOn": "warn" }', ["1:13 failOn"]],
    ["a tag that is none", '{ "languages": { "a/**": "x_1" } }', ["1:26 languages.a/**"]],
    ["a pattern that says no language", '{ "languages": ["{lang}/*", "docs/**"] }', ["1:29 languages.1"]],
    ["a list that is none", '{ "files": "docs" }', ["1:12 files"]],
    ["an override for nothing", '{ "overrides": [{ "checks": {} }] }', ["1:17 overrides.0"]],
    ["a number too large", '{ "fixConfidence": 90 }', ["1:20 fixConfidence"]],
    [
      "several at once",
      '{\n  "ignore": [1],\n  "overrides": [{ "path": [] }],\n  "x": 1\n}',
      ["2:14 ignore.0", "3:19 overrides.0.path", "4:3 x"],
    ],
    ["no object", "[]", ["1:1 besh.config.json"]],
  ])("%s: exit 2, file, place and key", async (_, text, expected) => {
    settings(text)
    put("tk.md", `${clean}\n`)
    const { code, note, out } = await besh("check", "tk.md")
    expect([code, out]).toEqual([2, ""])
    const lines = note.split("\n")
    expect(lines).toHaveLength(expected.length)
    for (const [at, each] of expected.entries()) {
      const [place, key] = each.split(" ")
      expect(lines[at]).toMatch(new RegExp(`^besh: besh\\.config\\.json:${place}: .{15,}`))
      if (key !== "config/json") expect(lines[at]).toContain(`“${key}”`)
    }
  })

  it("is as README.md shows it", async () => {
    const readme = readFileSync(join(home, "README.md"), "utf8")
    settings(/```json\n(\{\s+"files"[^]*?)```/.exec(readme)![1]!)
    put("docs/tk/a.md", `${clean}\n`)
    put("locales/tk.json", JSON.stringify({ a: clean }))
    put("besh.baseline.json", '{"version": 1, "files": {}}')
    expect(await besh("check", "--quiet")).toEqual({ code: 0, out: "", note: "" })
  })

  it("is the one that is named, and must be there", async () => {
    put("tk.md", `${glued}\n`)
    put("other/strict.json", JSON.stringify({ failOn: "warning" }))
    expect((await besh("check", "tk.md", "--config", "other/strict.json")).code).toBe(1)
    expect((await besh("check", "tk.md", "--config", "absent.json")).code).toBe(2)
  })
})

describe("--baseline", () => {
  const list = () => JSON.parse(readFileSync("known.json", "utf8")).files as Record<string, Record<string, string>>
  const check = (...line: string[]) => besh("check", "docs", "--lang", "tk", "--baseline", "known.json", ...line)
  beforeEach(() => {
    put("docs/b.md", `${mixed}\n\n${foreign}\n`)
    put("docs/a.md", `${clean}\n\n${mixed}\n`)
  })

  it("must be written once; then what it knows is no news and fails nothing", async () => {
    expect((await check()).code).toBe(2)
    const first = await check("--update-baseline")
    expect(first.code).toBe(0)
    expect(first.note.match(/added to the baseline/g)).toHaveLength(3)
    expect(Object.keys(list())).toEqual(["docs/a.md", "docs/b.md"])
    const written = readFileSync("known.json", "utf8")
    await check("--update-baseline")
    expect(readFileSync("known.json", "utf8")).toBe(written)
    for (const known of Object.values(list())) expect(Object.keys(known)).toEqual(Object.keys(known).toSorted())

    const again = await check()
    expect([again.code, again.note]).toEqual([0, ""])
    expect(again.out).toContain("no findings; 3 known findings")
    const report = JSON.parse((await check("--format", "json")).out) as Report
    expect(report.documents.flatMap(({ findings }) => findings)).toEqual([])
    expect((await check("--format", "github")).out).toBe("")
  })

  it("what joins the known ones is news, and only that", async () => {
    await check("--update-baseline")
    put("docs/a.md", `${clean}\n\n${mixed}\n\nBu ýerde settings bar, olary üýtgedip bilersiňiz.\n`)
    const { code, out } = await check("--format", "json")
    expect(code).toBe(1)
    expect((JSON.parse(out) as Report).documents.flatMap(({ findings }) => findings.map(({ text }) => text))).toEqual([
      "settings",
    ])
    const { note, code: updated } = await check("--update-baseline")
    expect(updated).toBe(0)
    expect(note).toMatch(/docs\/a\.md: added to the baseline: mixed: settings/)
    expect(note).toMatch(/4 known findings; 1 added; none paid off/)
  })

  it("what is gone is paid off, and does not come back unseen", async () => {
    await check("--update-baseline")
    put("docs/b.md", `${clean}\n\n${foreign}\n`)
    const { code, note } = await check()
    expect([code, note.includes("docs/b.md: paid off, 1 known finding is gone")]).toEqual([0, true])
    expect((await check("--update-baseline")).note).toMatch(/2 known findings; none added; 1 paid off/)
    put("docs/b.md", `${mixed}\n\n${foreign}\n`)
    expect((await check()).code).toBe(1)
  })

  it("keeps what was not checked while its file exists", async () => {
    await check("--update-baseline")
    await besh("check", "docs/a.md", "--lang", "tk", "--baseline", "known.json", "--update-baseline")
    expect(Object.keys(list())).toEqual(["docs/a.md", "docs/b.md"])
    rmSync("docs/b.md")
    await check("--update-baseline")
    expect(Object.keys(list())).toEqual(["docs/a.md"])
  })

  it("means the same from another folder, and from the settings", async () => {
    await check("--update-baseline")
    put("besh.config.json", JSON.stringify({ files: ["docs"], baseline: "known.json", languages: { "**": "tk" } }))
    process.chdir("docs")
    expect((await besh("check")).code).toBe(0)
  })

  it.each([
    ["not JSON", "{", "known.json:1:2: "],
    ["a list of another kind", '{"version": 1, "files": {"a.md": ["x"]}}', "known.json:1:34: "],
    ["another version", '{"version": 2, "files": {}}', "known.json:1:13: "],
  ])("%s: refused", async (_, text, part) => {
    put("known.json", text)
    const { code, note } = await check()
    expect([code, note.includes(part)]).toEqual([2, true])
  })

  it("tells SARIF readers what is new", async () => {
    await check("--update-baseline")
    put("docs/a.md", `${clean}\n\n${mixed}\n\nBu ýerde settings bar, olary üýtgedip bilersiňiz.\n`)
    const { results } = JSON.parse((await check("--format", "sarif")).out).runs[0]
    expect(results.map(({ baselineState }: { baselineState: string }) => baselineState)).toEqual([
      "new",
      "unchanged",
      "unchanged",
      "unchanged",
    ])
  })
})
