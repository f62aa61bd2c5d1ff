// Words: catalogues, fallback, ICU messages, isolates, numbers and dates.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { i18n } from "i18next"
import { interfaceLanguages, loadCatalogues, wordsOf, type Words } from "../../server/i18n.ts"

let folder: string
let catalogues: i18n
const say = (language: string, isolate = false): Words => wordsOf(catalogues, language, isolate)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "besh-words-"))
  const english = {
    "place.hello": "Hello {name}",
    "place.units": "{count, plural, =0 {none} one {# unit} other {# units}}",
    "place.kind": "{kind, select, error {bad} other {fine: {kind}}}",
    "errors.unit/stale": "Somebody saved {unit}",
    "place.broken": "Open {brace",
  }
  for (const language of interfaceLanguages) {
    const own = language === "en" ? english : language === "ky" ? { "place.hello": "Салам, {name}" } : {}
    writeFileSync(join(folder, `${language}.json`), JSON.stringify(own))
  }
  catalogues = await loadCatalogues(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe("messages", () => {
  it.each([
    ["en", "place.hello", { name: "Ayşe" }, "Hello Ayşe"],
    ["ky", "place.hello", { name: "Ayşe" }, "Салам, Ayşe"],
    ["az", "place.hello", { name: "Ayşe" }, "Hello Ayşe"],
    ["en", "place.units", { count: 0 }, "none"],
    ["en", "place.units", { count: 1 }, "1 unit"],
    ["en", "place.units", { count: 12_345 }, "12,345 units"],
    ["az", "place.units", { count: 12_345 }, "12.345 units"],
    ["en", "place.kind", { kind: "error" }, "bad"],
    ["en", "place.hello", {}, "Hello {name}"],
    ["en", "errors.unit/stale", { unit: "3.2" }, "Somebody saved 3.2"],
    ["en", "place.unknown", {}, "place.unknown"],
    ["en", "place.broken", {}, "Open {brace"],
  ])("%s %s %j → %s", (language, key, values, message) => {
    expect(say(language).t(key, values)).toBe(message)
  })

  it("are made ready once, and still say what they are given", () => {
    expect(say("ky")).toBe(say("ky"))
    expect(["Ayşe", "Oraz"].map((name) => say("ky").t("place.hello", { name }))).toEqual(["Салам, Ayşe", "Салам, Oraz"])
  })

  it("isolate names, but not the words that choose a branch", () => {
    expect(say("ug", true).t("place.hello", { name: "privacy" })).toBe("Hello \u2068privacy\u2069")
    expect(say("en", true).t("place.kind", { kind: "error" })).toBe("bad")
    expect(say("en", true).t("place.hello", { name: "" })).toBe("Hello ")
  })
})

describe("formats", () => {
  it.each([
    ["en", "ltr", "50%", "English"],
    ["ug", "rtl", "50%", "ئۇيغۇرچە"],
    ["ky", "ltr", "50%", "кыргызча"],
    ["tk", "ltr", "50 %", "türkmen dili"],
    ["az", "ltr", "50%", "azərbaycan"],
  ])("%s is written %s, half is %s, and it calls itself %s", (language, direction, half, name) => {
    const words = say(language)
    expect([words.direction, words.percent(0.5).replace(/\s/g, " "), words.endonym(language)]).toEqual([
      direction,
      half,
      name,
    ])
  })

  it("give a tag for a language without a name, and for what is no tag", () => {
    expect([say("en").languageName("qaa"), say("en").languageName("?")]).toEqual(["qaa", "?"])
  })

  it("date and time stand apart", () => {
    expect([say("en").date("2026-11-22T10:05:00Z"), say("ky").time("2026-11-22T10:05:00Z")]).toEqual([
      "Nov 22, 2026",
      "10:05",
    ])
  })

  it("sort Uyghur words by their first vowel, not by the hamza that carries it", () => {
    const { compare } = say("ug")
    expect(["ئۈزۈم", "بازار", "ئالما", "ئەنجۈر"].sort(compare)).toEqual(["ئالما", "ئەنجۈر", "بازار", "ئۈزۈم"])
  })
})
