import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { plain } from "../../../src/content.ts"
import type { Document } from "../../../src/model/document.ts"
import { readDocument } from "../../../src/formats/index.ts"
import { matchBlocks } from "../../../src/align/blocks.ts"
import { english } from "../../server/house.ts"

const read = (text: string): Document => readDocument(new TextEncoder().encode(text), { name: "a.md" })

/** Old text → new text of the blocks that were matched. */
function matched(old: string, now: string): [string, string | null][] {
  const [before, after] = [read(old), read(now)]
  const match = matchBlocks(before, after)
  const texts = new Map(after.blocks.map(({ id, content }) => [id, plain(content)]))
  return before.blocks.map(({ id, content }) => [plain(content), texts.get(match.next.get(id) ?? "") ?? null])
}

describe("matchBlocks", () => {
  it.each([
    [
      "the same",
      "One.\n\nTwo.",
      "One.\n\nTwo.",
      [
        ["One.", "One."],
        ["Two.", "Two."],
      ],
    ],
    ["one more in front", "One.", "Zero.\n\nOne.", [["One.", "One."]]],
    [
      "moved",
      "Alpha beta.\n\nGamma.\n\nDelta.",
      "Gamma.\n\nDelta.\n\nAlpha beta.",
      [
        ["Alpha beta.", "Alpha beta."],
        ["Gamma.", "Gamma."],
        ["Delta.", "Delta."],
      ],
    ],
    [
      "reworded",
      "We keep data for 30 days.",
      "We keep your data for 60 days.",
      [["We keep data for 30 days.", "We keep your data for 60 days."]],
    ],
    ["replaced", "We keep data for 30 days.", "Nothing of the kind.", [["We keep data for 30 days.", null]]],
    [
      "twice the same",
      "Yes.\n\nYes.",
      "Yes.",
      [
        ["Yes.", "Yes."],
        ["Yes.", null],
      ],
    ],
  ])("%s", (_, old, now, expected) => {
    expect(matched(old, now)).toEqual(expected)
  })

  it("takes the section that stayed for the one that stayed, however much of another one it repeats", () => {
    const old = "# General\n\nAlpha beta.\n\n# General\n\nGamma.\n"
    expect(matched(old, "# General\n\nGamma.\n")).toEqual([
      ["General", null],
      ["Alpha beta.", null],
      ["General", "General"],
      ["Gamma.", "Gamma."],
    ])
  })

  it("finds what is the same in texts that differ in more places than an ordered search can take", () => {
    const paragraphs = Array.from({ length: 4_000 }, (_, at) => `Paragraph ${at}.`)
    const found = matched(paragraphs.join("\n\n"), paragraphs.toReversed().join("\n\n"))
    expect(found.filter(([a, b]) => a !== b)).toEqual([])
  })

  it("matches every block of an untouched text with itself, and none twice", () => {
    expect(matched(english, english).every(([a, b]) => a === b)).toBe(true)
    const paragraphs = fc.array(fc.constantFrom("One.", "Two three.", "Two four.", "Five six seven."), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(paragraphs, paragraphs, (old, now) => {
        const { next, former } = matchBlocks(read(old.join("\n\n")), read(now.join("\n\n")))
        expect(next.size).toBe(former.size)
      }),
    )
  })
})
