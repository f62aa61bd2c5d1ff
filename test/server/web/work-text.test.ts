// What pages make of texts: differences word by word, two edits in one, findings and names inside lines.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { merge, wordDiff } from "../../../server/routes/work/diff.ts"
import { pieces } from "../../../server/routes/work/text.ts"

const told = (before: string, after: string, language: string) =>
  wordDiff(before, after, language)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "old" ? `[-${text}-]` : `{+${text}+}`))
    .join("")

describe("differences", () => {
  it.each([
    ["tk", "Olary 30 günläp saklaýarys.", "Olary 60 günläp saklaýarys.", "Olary [-30-]{+60+} günläp saklaýarys."],
    ["ug", "بىز ئۇنى ساقلايمىز", "بىز ئۇلارنى ساقلايمىز", "بىز [-ئۇنى-]{+ئۇلارنى+} ساقلايمىز"],
    ["az", "Biz ⟦1⟧adı⟦/1⟧ saxlayırıq", "Biz ⟦1⟧adı⟦/1⟧ silirik", "Biz ⟦1⟧adı⟦/1⟧ [-saxlayırıq-]{+silirik+}"],
    ["ky", "бир эки үч", "бир төрт беш", "бир [-эки үч-]{+төрт беш+}"],
    ["en", "", "New", "{+New+}"],
  ])("%s: %s → %s", (language, before, after, shown) => expect(told(before, after, language)).toBe(shown))

  it("leaves out nothing of either text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, after) => {
        const parts = wordDiff(before, after, "ug")
        const side = (not: string) => parts.filter(({ kind }) => kind !== not).map(({ text }) => text)
        return side("new").join("") === before && side("old").join("") === after
      }),
    )
  })

  it("never cuts a word of joined letters", () => {
    for (const { text } of wordDiff("مەخپىيەتلىك سىياسىتى", "مەخپىيەتلىكى سىياسەت", "ug"))
      for (const word of text.trim().split(" "))
        expect("مەخپىيەتلىك سىياسىتى مەخپىيەتلىكى سىياسەت".split(" ")).toContain(word)
  })
})

describe("merge", () => {
  const base = "Olary 30 günläp saklaýarys."
  it.each([
    [
      "both changed apart",
      "Biz olary 30 günläp saklaýarys.",
      "Olary 30 günläp gowy saklaýarys.",
      "Biz olary 30 günläp gowy saklaýarys.",
      0,
    ],
    ["both the same", "Olary 60 günläp saklaýarys.", "Olary 60 günläp saklaýarys.", "Olary 60 günläp saklaýarys.", 0],
    [
      "both the same word",
      "Olary 60 günläp saklaýarys.",
      "Olary 90 günläp saklaýarys.",
      "Olary 60 günläp saklaýarys.",
      1,
    ],
    ["one erased", "", "Olary 90 günläp saklaýarys.", "", 1],
  ])("%s", (_, mine, theirs, text, conflicts) => expect(merge(base, mine, theirs, "tk")).toEqual({ text, conflicts }))

  it("is the one edit when only one edited", () => {
    const words = fc
      .array(fc.constantFrom("biz", "olary", "saklaýarys", "⟦1⟧", "⟦/1⟧", ",", "30"), { maxLength: 12 })
      .map((all) => all.join(" "))
    fc.assert(
      fc.property(words, words, (from, to) => {
        expect(merge(from, to, from, "tk")).toEqual({ text: to, conflicts: 0 })
        expect(merge(from, from, to, "tk")).toEqual({ text: to, conflicts: 0 })
        expect(merge(from, to, to, "tk")).toEqual({ text: to, conflicts: 0 })
      }),
    )
  })
})

describe("pieces", () => {
  it("underlines what was found, across codes", () => {
    const code = { id: "1", kind: "alone", type: "code", data: "`x`", equiv: "xy" } as const
    const shown = pieces(["abc ", code, " def"], "en", [{ id: "f", start: 2, end: 8, severity: "error" }])
    expect(shown.map(({ text, mark, code: chip }) => `${chip ? chip.marker : ""}${text}${mark ? "!" : ""}`)).toEqual([
      "ab",
      "c !",
      "⟦1/⟧xy!",
      " d!",
      "ef",
    ])
  })

  it("keeps Latin names in their own direction inside Uyghur", () => {
    const shown = pieces(["بىز privacy@saparnama.example. ۋە Google Play نى"], "ug")
    expect(shown.filter(({ isLatin }) => isLatin).map(({ text }) => text)).toEqual([
      "privacy@saparnama.example",
      "Google Play",
    ])
    expect(shown.map(({ text }) => text).join("")).toBe("بىز privacy@saparnama.example. ۋە Google Play نى")
  })

  it("loses no letter, wherever findings lie", () => {
    const span = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => ({ id: "f", severity: "info", start: Math.min(a, b), end: Math.max(a, b) }))
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.array(span),
        fc.constantFrom("ug", "en"),
        (text, marks, language) =>
          pieces([text], language, marks)
            .map((piece) => piece.text)
            .join("") === text,
      ),
    )
  })
})
