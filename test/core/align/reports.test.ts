// The exports of an alignment: the JSON contract, CSV that no spreadsheet runs, TMX and HTML that parse.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { DtdValidator, XmlDocument, XmlDtd } from "libxml2-wasm"
import { SaxesParser } from "saxes"
import { describe, expect, it } from "vitest"
import { cell } from "../../../server/reports/alignment-csv.ts"
import { alignmentReports } from "../../../server/reports/alignment.ts"
import { align } from "../../../src/align/index.ts"
import { readDocument } from "../../../src/formats/index.ts"

const document = (text: string, language: string) => ({
  path: `${language}.md`,
  language,
  document: readDocument(new TextEncoder().encode(text), { name: `${language}.md` }),
})
const documents = [
  document('# Privacy\n\n=SUM(1) & "2" <3>\n\n## Cookies\n\nA cookie lives 30 days.\n', "en"),
  document('# مەخپىيەتلىك\n\n=SUM(1) & "2" <3>\n\n## كۇكى\n\nكۇكى 30 كۈن ساقلىنىدۇ.\n', "ug"),
]
const alignment = align(documents)

const english =
  "## Cookies\n\nA cookie is a small file that we keep in your browser for 30 days, and you may delete it.\n"
const uyghur = "## كۇكى\n\nكۇكى تور كۆرگۈڭىزدە 30 كۈن ساقلىنىدىغان كىچىك ھۆججەت بولۇپ، ئۇنى ئۆچۈرسىڭىز بولىدۇ.\n"
const hostile = [
  document("# Privacy\n\n]]> \\<seg> &amp; 30 \u{1f600} \\</seg> days.\n\n## Cookies\n\n<!-- 7 -->\n", "en"),
  document("# Məxfilik\n\n]]> \\<seg> &amp; 30 \u{1f600} \\</seg> gün.\n\n## Kuki\n\n<!-- 7 -->\n", "az"),
]

/** What a validating parser says against a file; "" when nothing. */
function invalidity(tmx: string): string {
  const dtd = XmlDtd.fromString(readFileSync(join(import.meta.dirname, "../../fixtures/tmx14.dtd"), "utf8"))
  const parsed = XmlDocument.fromString(tmx)
  try {
    new DtdValidator(dtd).validate(parsed)
    return ""
  } catch (error) {
    return String(error)
  } finally {
    parsed.dispose()
    dtd.dispose()
  }
}

describe("reports of an alignment", () => {
  it("json holds the contract, and slices are what they say", () => {
    const report = JSON.parse(alignmentReports.json(documents, alignment)) as {
      version: number
      documents: {
        path: string
        length: number
        sections: { id: string; start: number; end: number; segments: { id: string; start: number; end: number }[] }[]
      }[]
      links: { level: string; source: string[]; target: string[]; relation: string; confidence: number }[]
      unaligned: string[]
    }
    expect(report.version).toBe(1)
    expect(report.links.map(({ level }) => level)).toContain("segment")
    for (const [at, { length, sections }] of report.documents.entries()) {
      expect(sections[0]!.start).toBe(0)
      expect(sections.at(-1)!.end).toBe(length)
      expect(sections.map(({ id }) => id)).toEqual(sections.map((_, index) => `${at}/${index}`))
      for (const [index, { end }] of sections.entries()) expect(sections[index + 1]?.start ?? length).toBe(end)
    }
  })
  it.each([
    ["=1+1", `"'=1+1"`],
    ["+49 30", `"'+49 30"`],
    ["-1", `"'-1"`],
    ["@SUM(A1)", `"'@SUM(A1)"`],
    ["＝1", `"'＝1"`],
    ["\t=1", `"'\t=1"`],
    ["\n=1", `"'\n=1"`],
    ['a "b", c', `"a ""b"", c"`],
    ["0.98", `"0.98"`],
  ])("csv writes %j as %s", (value, written) => {
    expect(cell(value)).toBe(written)
  })
  it("csv guards formulas and quotes", () => {
    const csv = alignmentReports.csv(documents, alignment)
    expect(csv).toContain(`"'=SUM(1) & ""2"" <3>"`)
    expect(csv).not.toMatch(/(^|,)"[=+@-]/m)
  })
  it("tmx is well-formed and holds both languages", () => {
    const tmx = alignmentReports.tmx(documents, alignment)
    const languages = new Set<string>()
    const parser = new SaxesParser()
    parser.on("opentag", ({ name, attributes }) => {
      if (name === "tuv") languages.add(attributes["xml:lang"]!)
    })
    parser.write(tmx).close()
    expect([...languages].sort()).toEqual(["en", "ug"])
  })
  it("tmx is valid by its document type, whatever the text", () => {
    const tmx = alignmentReports.tmx(hostile, { ...align(hostile), provider: "<LaBSE> & co" })
    expect(invalidity(tmx)).toBe("")
    expect(tmx).toContain("&lt;/seg&gt;")
    expect(invalidity(tmx.replace(/<tuv xml:lang="en">/, "<tuv>"))).toContain("xml:lang")
    expect(invalidity(tmx.replace(/<seg>.*?<\/seg>/, ""))).not.toBe("")
  })
  it("names the provider of similarities in json, tmx and html", () => {
    const withProvider = { ...alignment, provider: "<LaBSE>" }
    expect(JSON.parse(alignmentReports.json(documents, withProvider))).toMatchObject({ provider: "<LaBSE>" })
    for (const format of ["tmx", "html"] as const)
      expect(alignmentReports[format](documents, withProvider)).toContain("&lt;LaBSE&gt;")
  })
  it("html gives a section left in another language that language and direction", () => {
    const left = [document(english, "en"), document(`${uyghur}\n## ${english.slice(3)}`, "ug")]
    expect(alignmentReports.html(left, align(left))).toContain('<div lang="en" dir="ltr"><h2>Cookies')
  })
  it("html is one page, escaped, with language and direction on every cell", () => {
    const html = alignmentReports.html(documents, alignment)
    expect(html).toContain('<td lang="ug" dir="rtl">')
    expect(html).toContain("&lt;3&gt;")
    expect(html).not.toMatch(/<script|src=|href=/)
  })
})
