// A project's own concepts over the built-in ones: its preferred term is offered, and the built-in ones are still found.
import { describe, expect, it } from "vitest"
import type { Concept, TermStatus } from "../../../src/terms/concept.ts"
import { glossary } from "../../../src/terms/glossary.ts"
import { termbase } from "../../../src/terms/index.ts"
import { ownTermbase, withOwn } from "../../../src/terms/own.ts"

type Said = Record<string, [string, TermStatus][]>

function concept(id: string, said: Said): Concept {
  const languages = Object.entries(said).map(([language, terms]) => [
    language,
    { terms: terms.map(([text, status]) => ({ text, status })), stems: [] },
  ])
  return { id, domain: "", definition: "", topics: [], languages: Object.fromEntries(languages) }
}

const told = (text: string, from: string, to: string, ...own: Concept[]) =>
  glossary(text, from, to, 20, ownTermbase(own)).map(({ term, translation }) => [term, translation])

describe("own terms", () => {
  it("nothing of its own: the built-in concepts, as they are", () => {
    expect(withOwn([])).toEqual(termbase)
  })

  it.each([
    ["the same concept", concept("cookie", { az: [["peçenyə", "preferred"]] })],
    [
      "a concept with another id",
      concept("c1", { en: [["cookie", "preferred"]], az: [["peçenyə", "preferred"]] }), // as other tools number them
    ],
    ["a file without statuses", concept("c1", { en: [["cookie", "admitted"]], az: [["peçenyə", "admitted"]] })],
    ["a region", concept("c1", { "en-GB": [["cookie", "preferred"]], "az-AZ": [["peçenyə", "preferred"]] })],
  ])("outrank the built-in ones: %s", (_, own) => {
    expect(told("Cookies are small. A cookie is not.", "en", "az", own)).toEqual([
      [own.id === "cookie" ? "cookies" : "cookie", "peçenyə"],
    ])
  })

  it.each([
    ["no term in the target language", concept("c1", { en: [["cookie", "preferred"]] })],
    ["another script of it", concept("cookie", { "az-Cyrl": [["куки", "preferred"]] })],
    ["only words to avoid", concept("cookie", { az: [["peçenyə", "deprecated"]] })],
    ["only an admitted one beside the built-in", concept("cookie", { az: [["peçenyə", "admitted"]] })],
  ])("leave the built-in translation: %s", (_, own) => {
    expect(told("A cookie.", "en", "az", own)).toEqual([["cookie", "kuki"]])
  })

  it("give way to a longer built-in one", () => {
    const own = concept("c1", { en: [["data", "preferred"]], az: [["dəyərlər", "preferred"]] })
    expect(told("Personal data. Data.", "en", "az", own)).toEqual([
      ["personal data", "şəxsi məlumat"],
      ["data", "dəyərlər"],
    ])
  })

  it("still find the built-in words of the concept, and keep what the project leaves unsaid", () => {
    const own = concept("cookie", { az: [["peçenyə", "preferred"]] })
    expect(told("Bu kuki.", "az", "en", own)).toEqual([["kuki", "cookie"]])
    const made = withOwn([own])[0]!
    const before = termbase.find(({ id }) => id === "cookie")!
    expect(made).toMatchObject({ definition: before.definition, topics: before.topics })
    expect(made.languages["tk"]).toEqual(before.languages["tk"])
    expect(made.languages["az"]!.terms.filter(({ status }) => status === "preferred")).toHaveLength(1)
    expect(withOwn([own])).toHaveLength(termbase.length)
  })

  it("speak of things and in languages the termbase lacks", () => {
    const own = concept("c9", { en: [["dashboard", "preferred"]], de: [["Übersicht", "preferred"]] })
    expect(told("Open the dashboard and read about cookies.", "en", "de", own)).toEqual([["dashboard", "Übersicht"]])
    expect(glossary("dashboard", "en", "de", 20, ownTermbase([own]))).toEqual([
      { term: "dashboard", translation: "Übersicht" },
    ])
  })
})
