// Stems and endings: what a grammar takes for a form of its language, and what it must not take.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { grammar, stemLength } from "../../../src/language/morphology/endings.ts"
import { hasGrammar, isFormOf } from "../../../src/language/morphology/index.ts"

describe("forms of stems", () => {
  it.each([
    ["az", "istifadəçilərimizin göndərilməsinə oxuyuruq işləyəcəyik ürəyində şəkli bağlayarkən"],
    ["tk", "maglumatlaryňyzyň ulanýarys düşünjäni kitabyny ýazylypdyr goralmagy"],
    ["ky", "маалыматтарыңыздын колдонуучуларыбызга китебин суроо иштөө кайрылышыңыз"],
    ["ug", "ئۇچۇرلىرىڭىزنى ئىشلىتىمىز قوغدايمىز كېلىدۇ توپلىنىدىغان"],
    ["tr", "kullanıcılarımızın gönderilmesine okuyoruz çalışacağız kitabını"],
    ["kk", "пайдаланушылардың деректеріңізді қолданамыз жіберілген"],
    ["uz", "foydalanuvchilarning ma'lumotlaringizni yuboramiz"],
    ["ru", "пользователей данные конфиденциальности проверяется хранятся"],
  ])("%s: %s", (tag, words) => {
    for (const word of words.split(" ")) expect([word, isFormOf(tag, word)]).toEqual([word, true])
  })

  it.each([
    ["az", "kullanıcıların göndermek çalışacağız information almak"],
    ["tk", "kullanıcıların policy information göndərilir"],
    ["ky", "пайдаланушылардың пользователей данных қолданамыз"],
    ["ug", "المستخدم البيانات کاربران"],
  ])("not of %s: %s", (tag, words) => {
    for (const word of words.split(" ")) expect([word, isFormOf(tag, word)]).toEqual([word, false])
  })

  it("wants endings that agree with the stem's vowels", () => {
    expect(isFormOf("az", "istifadəçilər")).toBe(true)
    expect(isFormOf("az", "istifadəçilar")).toBe(false)
    expect(isFormOf("ky", "колдонуучулар")).toBe(true)
    expect(isFormOf("ky", "колдонуучулөр")).toBe(false)
  })

  it("has nothing to say of a language without a grammar", () => {
    expect(hasGrammar("fr")).toBe(false)
    expect(isFormOf("fr", "données")).toBe(false)
  })

  it("never fails, and takes no time over long words", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("az", "tk", "ky", "ug", "ru", "xx"),
        (word, tag) => typeof isFormOf(tag, word) === "boolean",
      ),
    )
    const start = performance.now()
    isFormOf("az", "lar".repeat(100_000))
    isFormOf("ru", "ениями".repeat(6))
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe("a grammar", () => {
  const rest = { harmony: [], stems: () => [] }
  const slots = {
    letters: { A: "ae" },
    nominal: ["lAr", "dA"],
    stem: [],
    participles: "An",
    finite: "dI",
    persons: "m",
  }

  it("says which letters it does not have", () => {
    expect(() => grammar(slots, rest)).toThrow(/No letters for I/)
  })

  it("puts the endings of nouns to participles", () => {
    const own = grammar({ ...slots, letters: { A: "ae", I: "i" } }, rest)
    const all = () => true
    const stems = {
      isStem: (word: string, length: number) => word.slice(0, length) === "gel",
      isNoun: all,
      isVerb: all,
    }
    expect(["gel", "gellerde", "gelenlerde", "geldim", "gelden"].map((word) => stemLength(word, own, stems))).toEqual([
      3, 3, 3, 3, 0,
    ])
  })
})
