import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codesOf, contentOf, fromTagged, isSameContent, plain, tagged } from "../../src/content.ts"
import type { Code, Content } from "../../src/model/document.ts"

const link = (kind: "open" | "close"): Code => ({ id: "1", kind, type: "link", data: kind === "open" ? "[" : "](x)" })
const pause: Code = { id: "2", kind: "alone", type: "break", data: "<br>", equiv: "\n" }
const content: Content = ["Write to ", link("open"), "us", link("close"), ".", pause, "Soon"]

describe("content", () => {
  it("has a plain and a tagged face", () => {
    expect(plain(content)).toBe("Write to us.\nSoon")
    expect(tagged(content)).toBe("Write to ⟦1⟧us⟦/1⟧.⟦2/⟧Soon")
  })

  it.each([
    ["unknown code", "⟦9⟧x⟦/9⟧"],
    ["pair left open", "⟦1⟧x"],
    ["pair closed first", "⟦/1⟧x⟦1⟧"],
  ])("refuses an %s", (_, text) =>
    expect(() => fromTagged(text, codesOf(content))).toThrow(expect.objectContaining({ code: "unit/codes" })),
  )

  it("comes back from tagged text, whatever the text", () => {
    const part = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("⟦", "⟧", "⟦1⟧", "⟦⟦", "/⟧"),
      fc.constant(pause),
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const made = contentOf(parts)
        expect(fromTagged(tagged(made), [pause])).toEqual(made)
      }),
    )
  })

  it("is the same after NFC", () => expect(isSameContent(["é"], ["e\u0301"])).toBe(true))
})
