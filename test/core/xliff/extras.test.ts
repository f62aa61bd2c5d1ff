// Terms, suggestions and sizes: written in every version, valid, read back into the same fields, refused when wrong.
import { describe, expect, it } from "vitest"
import { Problem } from "../../../src/errors.ts"
import { codesOf, plain } from "../../../src/content.ts"
import type { GlossaryTerm, TranslationMatch } from "../../../src/model/bitext.ts"
import type { Content } from "../../../src/model/document.ts"
import { checkXliff, readXliff, writeXliff, xliffVersions, type ExportFile } from "../../../src/xliff/index.ts"
import { alone, close, open, turkmen, unit } from "./fixtures.ts"
import { faultsIn, whyNoSchemas } from "./xmllint.ts"

const terms: GlossaryTerm[] = [
  { term: "personal data", translation: "şahsy maglumatlar" },
  { term: "consent", translation: "razylyk", definition: "Freely given & withdrawn <at any time>" },
  { term: "cookie", definition: "A small file.\nKept by the browser." },
]
const matches: TranslationMatch[] = [
  { source: ["We keep it."], target: ["Saklaýarys."], quality: 87.5, origin: "memory: Saparnama" },
  {
    source: ["We kept ", open("1"), "your data", close("1"), ", ", alone("2"), "."],
    target: [open("1"), "Maglumatlaryňyzy", close("1"), " saklaýardyk, ", alone("2"), "."],
    isPrevious: true,
  },
]
const file: ExportFile = {
  ...turkmen,
  units: [
    ...turkmen.units,
    unit("x1", ["We keep ", open("1"), "your data", close("1"), "."], ["Saklaýarys."], {
      flag: "outdated",
      terms,
      matches,
      maxLength: 40,
      notes: [{ text: "Storage", category: "section" }],
    }),
    unit("x2", ["Save"], null, { maxLength: 8 }),
    unit("x3", ["Consent"], null, { terms: terms.slice(1, 2) }),
  ],
}
const utf8 = (text: string) => new TextEncoder().encode(text)
const shape = (content: Content) => [
  plain(content.filter((part) => typeof part === "string")),
  codesOf(content).map(({ id, kind }) => `${kind} ${id}`),
]

describe.each(xliffVersions)("%s", (version) => {
  const text = writeXliff([file], { version, exportId: "e1", created: "2026-11-22T00:00:00Z" })
  const read = readXliff(utf8(text), { name: "x.xlf" }).units
  const back = (id: string) => read.find((each) => each.id === id)!

  it("reads terms, suggestions and sizes back", () => {
    expect(checkXliff(utf8(text), { name: "x.xlf" })).toEqual([])
    const { terms: gotTerms, matches: gotMatches, maxLength, notes } = back("x1")
    expect([gotTerms, maxLength, notes.map(({ category }) => category)]).toEqual([terms, 40, ["section"]])
    expect(
      gotMatches!.map(({ source, target, ...more }) => ({ ...more, source: shape(source), target: shape(target) })),
    ).toEqual(matches.map(({ source, target, ...more }) => ({ ...more, source: shape(source), target: shape(target) })))
    expect([back("x2").maxLength, back("x2").terms, back("x3").terms]).toEqual([8, undefined, [terms[1]]])
    expect([back("u1").maxLength, back("u1").matches]).toEqual([undefined, undefined])
  })

  it("does not take a suggestion for the target", () => {
    expect(shape(back("x1").target!)).toEqual(shape(["Saklaýarys."]))
    const untouched = { ...file, units: [unit("x9", ["Save"], null, { matches: matches.slice(0, 1) })] }
    expect(readXliff(utf8(writeXliff([untouched], { version })), { name: "x" }).units[0]!.target).toBeNull()
  })

  it.skipIf(whyNoSchemas !== null)(`is valid (${whyNoSchemas ?? "xmllint"})`, () => {
    expect(faultsIn(version, [{ path: "x.xlf", bytes: utf8(text) }])).toBe("")
  })

  it("writes the same of a stream", () => {
    const stream = function* () {
      yield* file.units
    }
    const streamed = writeXliff([{ ...file, units: stream() }], { version })
    expect(readXliff(utf8(streamed), { name: "x" }).units.map(({ maxLength }) => maxLength)).toEqual(
      read.map(({ maxLength }) => maxLength),
    )
  })
})

const wrong: [string, "1.2" | "2.0", RegExp, string][] = [
  ["a term that nothing is said about", "2.0", /<gls:translation>.*?<\/gls:translation>/, ""],
  ["a glossary without terms", "2.0", /(<gls:glossary>)[^]*?(<\/gls:glossary>)/, "$1$2"],
  ["a match without target", "2.0", /(<mtc:match .*?)<target>Sakl.*?<\/target>/, "$1"],
  ["a match of nothing", "2.0", /ref="#s1"/, 'ref="#s9"'],
  ["more than a whole match", "2.0", /matchQuality="87.5"/, 'matchQuality="870"'],
  ["a size in words", "2.0", /sizeRestriction="40"/, 'sizeRestriction="forty"'],
  ["a size from more to less", "2.0", /sizeRestriction="40"/, 'sizeRestriction="40,8"'],
  ["a width in words", "1.2", /maxwidth="40"/, 'maxwidth="forty"'],
  ["a unit of size nobody knows", "1.2", /size-unit="char"/, 'size-unit="letters"'],
  ["a suggestion without target", "1.2", /(<alt-trans.*?)<target[^>]*>Sakl.*?<\/target>/, "$1"],
  ["a suggestion of a kind nobody knows", "1.2", /alttranstype="proposal"/, 'alttranstype="guess"'],
]

describe("refused", () => {
  it.each(wrong)("%s (%s)", (_, version, found, instead) => {
    const text = writeXliff([file], { version })
    const broken = text.replace(found, instead)
    expect(broken).not.toBe(text)
    expect(checkXliff(utf8(broken), { name: "x.xlf" }).length).toBeGreaterThan(0)
    expect(() => readXliff(utf8(broken), { name: "x.xlf" })).toThrow(Problem)
  })
})
