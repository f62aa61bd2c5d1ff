import fc from "fast-check"
import { existsSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { check, checkDocument } from "../../../src/checks/index.ts"
import { readDocument } from "../../../src/formats/index.ts"
import { identify } from "../../../src/language/identify.ts"
import { keepSpans } from "../../../src/language/keep.ts"
import { languageSpans, tokens } from "../../../src/language/spans.ts"
import { uyghurLetters } from "../../../src/language/uyghur-letters.ts"

describe("keepSpans", () => {
  it.each([
    ["habarlaşyňtjshenglida@126.comBiz", ["tjshenglida@126.com"]],
    ["see https://www.example.com/a?b=c, or www.example.org.", ["https://www.example.com/a?b=c", "www.example.org"]],
    ["hello[at]weebi.com ve ad (at) firma.az", ["hello[at]weebi.com", "ad (at) firma.az"]],
    ["faýl terms.pdf we sözleriň.Soňy", ["terms.pdf"]],
    ["Hello {name}, {{count}} of ${total}", ["{name}", "{{count}}", "${total}"]],
    ["no address here. None", []],
  ])("%s", (text, expected) => {
    expect(keepSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })
})

describe("identify", () => {
  it.each([
    ["en", "We collect your data"],
    ["ug", "بىز مەلۇماتلارنى يىغىمىز"],
    ["ar", "نحن نجمع بياناتكم"],
    ["fa", "ما داده‌های شما را گردآوری می‌کنیم"],
    ["ky", "Биз маалыматыңызды чогултабыз"],
    ["ru", "Мы собираем ваши данные"],
    ["kk", "Біз деректеріңізді жинаймыз"],
    ["tk", "Biz maglumatlaryňyzy ýygnaýarys"],
    ["az", "Biz məlumatlarınızı toplayırıq"],
    ["tr", "Bilgilerinizi topluyoruz ve saklıyoruz"],
    ["uz", "Biz maʼlumotlaringizni yigʻamiz"],
    ["zh", "我们收集您的个人信息"],
  ])("%s", (tag, text) => expect(identify(text)[0]?.tag).toBe(tag))

  it("has nothing to say of nothing", () => {
    expect(identify("")).toEqual([])
    expect(identify("12 — 34 https://example.com")).toEqual([])
  })

  it("keeps to its candidates, and its confidences sum to 1", () => {
    const ranked = identify("Biz siziň bilen", { candidates: ["az", "tr"] })
    expect(ranked.map(({ tag }) => tag).sort()).toEqual(["az", "tr"])
    expect(ranked.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1)
  })
})

describe("tokens and spans", () => {
  it("lie in order inside any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.constantFrom("ug", "ky", "tk", "az", "en", "de"),
        (text, language) => {
          let end = 0
          for (const token of tokens(text)) {
            expect(token.start).toBeGreaterThanOrEqual(end)
            expect(text.slice(token.start, token.end)).toBe(token.text)
            end = token.end
          }
          end = 0
          for (const span of languageSpans(text, { language })) {
            expect(span.start).toBeGreaterThanOrEqual(end)
            expect(span.end).toBeGreaterThan(span.start)
            end = span.end
          }
          expect(end).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
})

describe("uyghurLetters", () => {
  it.each([
    ["مەلۇماتلارنی", "مەلۇماتلارنى"],
    ["ۋەهىمە", "ۋەھىمە"],
    ["ﺋﯘﭼﯘﺭ", "ئۇچۇر"],
    ["مـەلۇمات", "مەلۇمات"],
    ["ئۇيغۇر", "ئۇيغۇر"],
    ["مەدەنىيەت", "مەدەنىيەت"],
  ])("%s → %s", (wrong, right) => expect(uyghurLetters(wrong)).toBe(right))
})

describe("hostile text", () => {
  const time = (text: string, language: string) => {
    // Processor time: other work on the machine does not count.
    const start = process.cpuUsage()
    check({ language, blocks: [{ id: "b0", kind: "paragraph", text }] })
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  // Generous limits: quadratic work on these would take minutes.
  it.each([
    ["one letter", "a".repeat(1_000_000)],
    ["capitals", "A".repeat(1_000_000)],
    ["no spaces", "maglumat.Collect".repeat(60_000)],
    ["at signs", "a@".repeat(500_000)],
    ["dots", "a.".repeat(500_000)],
    ["commas", "سۆز ,".repeat(200_000)],
    ["brackets", "[{(".repeat(300_000)],
    ["spaces", `سۆز${" ".repeat(1_000_000)}`],
    ["addresses", "a.b@c.com".repeat(120_000)],
    ["digits", "1 (".repeat(330_000)],
    ["one long word at the end", `${"a".repeat(1_000_000)} b c`],
    ["Han", "个人信息".repeat(200_000)],
    ["two words", "please ýygnaýarys ".repeat(50_000)],
  ])(
    "%s stays linear",
    (_, text) => {
      for (const language of ["tk", "ug"]) expect(time(text, language)).toBeLessThan(10_000)
    },
    60_000,
  )
})

const weebi = new URL("../../../../shared/weebi/", import.meta.url)
describe.skipIf(!existsSync(weebi))("a real policy (Weebi's, when it is at hand)", () => {
  it.each(["en", "az"])("%s is clean", (language) => {
    const document = readDocument(readFileSync(new URL(`${language}.md`, weebi)), { name: `${language}.md` })
    const { findings } = checkDocument(document, { language })
    expect(findings.filter(({ check: id }) => id === "mixed-language")).toEqual([])
  })
})
