// The terms a translator is told about: those in the text, in the words of the termbase, with the preferred translation.
import { describe, expect, it } from "vitest"
import { termbase } from "../../../src/terms/index.ts"
import { glossary } from "../../../src/terms/glossary.ts"

const pairs = (text: string, from: string, to: string) =>
  glossary(text, from, to).map(({ term, translation }) => [term, translation])

describe("glossary", () => {
  it.each(["ug", "ky", "tk", "az"])("tells the preferred term of %s", (to) => {
    const concept = termbase.find(({ id }) => id === "cookie")!
    const preferred = concept.languages[to]!.terms.find(({ status }) => status === "preferred")!.text
    expect(pairs("A cookie is small. Another cookie is not.", "en", to)).toEqual([["cookie", preferred]])
  })

  it("names a term once, in the order of the text, with its definition for readers of English", () => {
    const found = glossary("Your consent and your personal data; your consent again.", "en", "ky")
    expect(found.map(({ term }) => term)).toEqual(["consent", "personal data"])
    expect(found.every(({ definition }) => definition?.endsWith("."))).toBe(true)
    expect(glossary("Şahsy maglumatlaryňyz", "tk", "en").map(({ definition }) => definition)).toEqual([undefined])
  })

  it.each([
    ["a language without terms", "cookie", "en", "fi"],
    ["a source without terms", "eväste", "fi", "en"],
    ["the same language", "cookie", "en", "en-GB"],
    ["no terms", "Hello there.", "en", "tk"],
    ["nothing", "", "en", "tk"],
  ])("%s: nothing", (_, text, from, to) => {
    expect(glossary(text, from, to)).toEqual([])
  })

  it("stays short", () => {
    const all = termbase.map(({ languages }) => languages["en"]?.terms[0]?.text ?? "").join(". ")
    expect(glossary(all, "en", "az")).toHaveLength(20)
    expect(glossary(all, "en", "az", 3)).toHaveLength(3)
  })
})
