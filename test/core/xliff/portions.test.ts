// Cutting a large bundle: sections stay whole, languages stay apart, nothing is lost and nothing comes twice.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { portions, type Stretch } from "../../../src/xliff/index.ts"

const of = (...words: (number | string)[]) => {
  let language = "tk"
  return words.flatMap((each): Stretch[] => {
    if (typeof each === "number") return [{ language, words: each }]
    language = each
    return []
  })
}
const shape = (parts: Stretch[][]) => parts.map((part) => part.map(({ words }) => words))

describe("portions", () => {
  it.each([
    ["everything fits", of(10, 20, "az", 30), 60, [[10, 20, 30]]],
    ["cut between sections", of(10, 20, 30), 50, [[10, 20], [30]]],
    ["a section too long by itself", of(10, 200, 10), 50, [[10], [200], [10]]],
    ["languages apart", of(10, "az", 10, 35), 50, [[10], [10, 35]]],
    ["nothing", [], 50, []],
    ["no words", of(0, 0), 1, [[0, 0]]],
  ])("%s", (_, stretches, most, expected) => {
    expect(shape(portions(stretches, most))).toEqual(expected)
  })

  it("keeps every stretch, in order, within the limit", () => {
    const stretch = fc.record({ language: fc.constantFrom("az", "tk"), words: fc.nat(200) })
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 30 }), fc.integer({ min: 1, max: 300 }), (stretches, most) => {
        const parts = portions(stretches, most)
        expect(parts.flat()).toEqual(stretches)
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0)
          expect(part.length === 1 || part.reduce((sum, { words }) => sum + words, 0) <= most).toBe(true)
          if (parts.length > 1) expect(new Set(part.map(({ language }) => language)).size).toBe(1)
        }
      }),
      { seed: 5 },
    )
  })
})
