// The termbase: whole, matched in inflected forms, written and read as TBX.
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Problem } from "../../../src/errors.ts"
import { isEnding } from "../../../src/terms/endings.ts"
import { termbase, termsIn, topics } from "../../../src/terms/index.ts"
import { noTopic, predictTopic } from "../../../src/terms/predict.ts"
import type { TermStatus } from "../../../src/terms/concept.ts"
import { readTbx, writeTbx } from "../../../src/terms/tbx.ts"

const languages = ["en", "ug", "ky", "tk", "az"]

const section = (term: string) => `<langSec xml:lang="en"><termSec><term>${term}</term></termSec></langSec>`
const entry = (inside: string) =>
  `<tbx type="TBX-Basic"><text><body><conceptEntry id="a">${inside}</conceptEntry></body></text></tbx>`

describe("termbase", () => {
  it("holds two hundred concepts or more, each with terms in five languages and known topics", () => {
    expect(termbase.length).toBeGreaterThanOrEqual(200)
    expect(new Set(termbase.map(({ id }) => id)).size).toBe(termbase.length)
    const lacking = termbase.filter(
      ({ languages: own, topics: weights, definition }) =>
        definition === "" ||
        languages.some((language) => own[language]?.terms[0]?.status !== "preferred") ||
        weights.some(([topic]) => !topics.includes(topic)),
    )
    expect(lacking.map(({ id }) => id)).toEqual([])
  })

  it.each([
    ["en", "We never sold personal information to third parties", ["sell", "personal-data", "third-party"]],
    ["ug", "شەخسىي ئۇچۇرلىرىڭىزنى ئۈچىنچى تەرەپكە ساتمايمىز", ["personal-data", "third-party", "sell"]],
    ["ky", "Жеке маалыматтарыңызды үчүнчү тараптарга сатпайбыз", ["personal-data", "third-party", "sell"]],
    ["ky", "Сиздин укугуңуз", ["right"]],
    ["tk", "Şahsy maglumatlaryňyzy üçünji taraplara satmaýarys", ["personal-data", "third-party", "sell"]],
    ["tk", "Siziň hukugyňyz", ["right"]],
    ["az", "Şəxsi məlumatlarınızı üçüncü tərəflərə satmırıq", ["personal-data", "third-party", "sell"]],
    ["az", "Uşağın valideyni", ["child", "parent"]],
    ["az", "İstifadəçi İP", ["user"]],
  ])("%s: finds terms in %s", (language, text, ids) => {
    expect(termsIn(text, language).matches.map(({ concept }) => termbase[concept]!.id)).toEqual(ids)
  })

  it("says which terms are deprecated", () => {
    const { matches } = termsIn("Peçenyelər və çərəzlər", "az")
    expect(matches.map(({ status }) => status)).toEqual(["deprecated", "deprecated"])
  })

  it.each([
    ["az", "ad", "ımızdan", true],
    ["az", "mal", "ik", false],
    ["az", "mal", "ların", true],
    ["tk", "at", "yňyz", true],
    ["ky", "кат", "тар", true],
    ["en", "law", "n", false],
  ])("%s: %s + %s", (language, stem, rest, expected) => {
    expect(isEnding(language, stem, rest)).toBe(expected)
  })

  it("finds matches inside the text, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...languages, "de"), (text, language) =>
        termsIn(text, language).matches.every(({ start, end }) => start >= 0 && start < end && end <= text.length),
      ),
    )
  })
})

describe("topics", () => {
  const of = (heading: string, body: string, language: string) => {
    const counts = (text: string) => {
      const found = new Map<number, number>()
      for (const { concept } of termsIn(text, language).matches) found.set(concept, (found.get(concept) ?? 0) + 1)
      return found
    }
    return predictTopic({
      heading: counts(heading),
      title: heading,
      language,
      opening: counts(body),
      body: counts(body),
      words: body.split(" ").length,
    })
  }
  it.each([
    ["en", "Cookies", "Small files stay in your browser.", "cookies"],
    ["en", "How long we keep it", "Orders are kept for five years.", "retention"],
    ["ug", "بالىلار", "13 ياشقا توشمىغان بالىلارنىڭ ئۇچۇرىنى توپلىمايمىز.", "children"],
    ["ky", "Байланыш", "Суроолор болсо, бизге кат жазыңыз.", "contact"],
    ["tk", "Howpsuzlyk", "Maglumatlar şifrlenýär we goralýar.", "security"],
    ["az", "Hüquqlarınız", "Məlumatı düzəltməyi və silməyi tələb edə bilərsiniz.", "rights"],
  ])("%s: %s", (language, heading, body, topic) => {
    const found = of(heading, body, language)
    expect(found.topic).toBe(topic)
    expect(found.confidence).toBeGreaterThan(0.5)
  })
  it("says nothing without evidence", () => {
    expect(of("", "", "en")).toBe(noTopic)
  })
})

describe("TBX", () => {
  it("reads what it wrote", () => {
    expect(readTbx(writeTbx(termbase))).toEqual(termbase)
  })
  it("reads what it wrote, whatever the concepts say", () => {
    const word = fc.string({ unit: "grapheme", minLength: 1 }).map((text) => `x${text.replace(/\s/gu, "")}`)
    const line = fc.string({ unit: "grapheme" }).map((text) => `x${text}`.replace(/\s+/gu, " ").trim())
    const term = fc.record({ text: line, status: fc.constantFrom<TermStatus>("preferred", "admitted", "deprecated") })
    const language = fc.record({ terms: fc.array(term, { minLength: 1 }), stems: fc.array(word) })
    const concept = fc.record({
      domain: line,
      definition: line,
      topics: fc.array(fc.tuple(fc.constantFrom(...topics), fc.integer({ min: 1, max: 9 }))),
      languages: fc.dictionary(fc.constantFrom(...languages), language, { minKeys: 1, noNullPrototype: true }),
    })
    fc.assert(
      fc.property(fc.array(concept, { minLength: 1 }), (drafts) => {
        const concepts = drafts.map((draft, at) => ({ id: `c${at}`, ...draft }))
        expect(readTbx(writeTbx(concepts))).toEqual(concepts)
      }),
    )
  })
  it("reads descriptions bound to their sources, and passes over what it has no use for", () => {
    const entry =
      '<conceptEntry id="a"><descripGrp><basic:definition>d</basic:definition><basic:source>s</basic:source></descripGrp>' +
      '<langSec xml:lang="en"><termSec><term>t</term><basic:geographicalUsage>x</basic:geographicalUsage></termSec></langSec></conceptEntry>'
    const tbx = `<tbx type="TBX-Basic" xmlns:basic="b"><text><body>${entry}</body></text></tbx>`
    expect(readTbx(tbx)).toMatchObject([
      { id: "a", definition: "d", languages: { en: { terms: [{ text: "t", status: "admitted" }] } } },
    ])
  })
  it("drops what XML cannot hold", () => {
    const concept = { ...termbase[0]!, definition: "a\u0001b\ud800c" }
    expect(readTbx(writeTbx([concept]))[0]!.definition).toBe("abc")
  })
  it.each([
    ["another dialect", '<tbx type="TBX-Core"/>'],
    ["no concepts", '<tbx type="TBX-Basic"><text><body/></text></tbx>'],
    ["an unknown element", '<tbx type="TBX-Basic"><text><body><entry/></body></text></tbx>'],
    ["entities", '<!DOCTYPE tbx [<!ENTITY a "b">]><tbx type="TBX-Basic"/>'],
    ["no XML", "terms"],
    [
      "an unknown status",
      '<tbx type="TBX-Basic" xmlns:min="m"><text><body><conceptEntry id="a"><langSec xml:lang="en"><termSec><term>a</term><min:administrativeStatus>good</min:administrativeStatus></termSec></langSec></conceptEntry></body></text></tbx>',
    ],
    ["no language", entry('<langSec xml:lang="__proto__"><termSec><term>a</term></termSec></langSec>')],
    ["a language twice", entry(section("a").repeat(2))],
    ["a term of a thousand letters", entry(section("a".repeat(1_000)))],
    ["a thousand levels", `<tbx type="TBX-Basic"><tbxHeader>${"<p>".repeat(1_000)}`],
  ])("refuses %s with a place", (_, text) => {
    let thrown: unknown
    try {
      readTbx(text, "a.tbx")
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(Problem)
    expect((thrown as Problem).place).toMatchObject({ file: "a.tbx", line: 1 })
    expect((thrown as Problem).place.column).toBeGreaterThan(0)
  })
})
