// The exports of an alignment: the JSON contract, CSV that no spreadsheet runs, TMX and HTML that parse.
import { SaxesParser } from "saxes"
import { describe, expect, it } from "vitest"
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
  it("html is one page, escaped, with language and direction on every cell", () => {
    const html = alignmentReports.html(documents, alignment)
    expect(html).toContain('<td lang="ug" dir="rtl">')
    expect(html).toContain("&lt;3&gt;")
    expect(html).not.toMatch(/<script|src=|href=/)
  })
})
