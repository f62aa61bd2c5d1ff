import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { sentences } from "../../../src/segment/sentences.ts"

describe("sentences", () => {
  it.each([
    ["a space between", "Biz maglumat ýygnaýarys. Olary goraýarys.", ["Biz maglumat ýygnaýarys. ", "Olary goraýarys."]],
    [
      "glued Latin",
      "Şahsy durmuşa ähmiýet berýäris.Gizlinlik hukugyňyzdyr.",
      ["Şahsy durmuşa ähmiýet berýäris.", "Gizlinlik hukugyňyzdyr."],
    ],
    ["glued Cyrillic", "Биз маалымат чогултабыз.Аны коргойбуз.", ["Биз маалымат чогултабыз.", "Аны коргойбуз."]],
    ["glued Uyghur", "ئۇچۇر توپلايمىز.ئاندىن ساقلايمىز.", ["ئۇچۇر توپلايمىز.", "ئاندىن ساقلايمىز."]],
    ["Uyghur question", "بىز نېمە قىلىمىز؟ توپلايمىز.", ["بىز نېمە قىلىمىز؟ ", "توپلايمىز."]],
    ["glued number", "Bu 2021.Ondan soň başga.", ["Bu 2021.", "Ondan soň başga."]],
    ["ж.б.", "Аты, дареги ж.б. маалыматтар керек. Бүттү.", ["Аты, дареги ж.б. маалыматтар керек. ", "Бүттү."]],
    ["we ş.m.", "Ady, salgysy we ş.m. Biz saklaýarys.", ["Ady, salgysy we ş.m. Biz saklaýarys."]],
    ["initials", "A. S. Puşkin köçəsi. Bakı.", ["A. S. Puşkin köçəsi. ", "Bakı."]],
    ["Dr.", "Dr. Smith wrote to us. We answered.", ["Dr. Smith wrote to us. ", "We answered."]],
    [
      "e-mail and domain",
      "Write to info@example.com. Or see WeeBi.com for more.",
      ["Write to info@example.com. ", "Or see WeeBi.com for more."],
    ],
    ["URL", "See https://example.com/a.B?c=D.E now. Done.", ["See https://example.com/a.B?c=D.E now. ", "Done."]],
    ["file name", "Read README.md first. Then go.", ["Read README.md first. ", "Then go."]],
    ["list number", "1. Giriş. Bu sənəd qısadır.", ["1. Giriş. ", "Bu sənəd qısadır."]],
    ["ordinary number", "It costs 3.5 dollars. Pay.", ["It costs 3.5 dollars. ", "Pay."]],
    ["quotes", "“We agree.” They said so.", ["“We agree.” ", "They said so."]],
    ["line break", "First line\nSecond line", ["First line\n", "Second line"]],
    ["empty", "", []],
  ])("%s", (_, text, expected) => expect(sentences(text)).toEqual(expected))

  it("joins to the text, always", () => {
    const words = fc.constantFrom(
      "söz",
      "Söz",
      "сөз.",
      "Сөз",
      "سۆز",
      "؟",
      "!",
      " ",
      "\n",
      "ж.б.",
      "a@b.Co",
      "https://x.Y",
      "«",
      "»",
      "12.",
      "…",
      ". ",
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ unit: "grapheme", maxLength: 5 })), { maxLength: 40 }),
        (parts) => {
          const text = parts.join("")
          const found = sentences(text)
          expect(found.join("")).toBe(text)
          expect(found.every((each) => each !== "")).toBe(true)
        },
      ),
    )
  })

  it("is linear on a megabyte without a break", () => {
    const started = performance.now()
    sentences("ы".repeat(1_000_000))
    sentences("a.B".repeat(300_000))
    sentences(".".repeat(1_000_000))
    expect(performance.now() - started).toBeLessThan(4000)
  })
})
