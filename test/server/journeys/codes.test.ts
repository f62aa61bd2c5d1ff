import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codesOf, contentOf, plain, tagged } from "../../../src/content.ts"
import type { Code, Content } from "../../../src/model/document.ts"
import { replaceIn } from "../../../server/journeys/decide-finding.ts"
import { adoptCodes, joinContents, sliceContent } from "../../../server/journeys/units/codes.ts"

const bold = (id: string, data = "**"): [Code, Code] => [
  { id, kind: "open", type: "bold", data },
  { id, kind: "close", type: "bold", data },
]
const link = (id: string): [Code, Code] => [
  { id, kind: "open", type: "link", data: "[" },
  { id, kind: "close", type: "link", data: "](x)" },
]

describe("adoptCodes", () => {
  it("gives a target the ids of the source's codes, in whatever order the language wants them", () => {
    const [b1, b2] = bold("1")
    const [l1, l2] = link("2")
    const source: Content = ["Read ", b1, "this", b2, " at ", l1, "our site", l2]
    const [tl1, tl2] = link("1")
    const [tb1, tb2] = bold("2")
    const target: Content = [tl1, "Saýtymyzda", tl2, " ", tb1, "muny", tb2, " okaň"]
    expect(tagged(adoptCodes(target, source, true))).toBe("⟦2⟧Saýtymyzda⟦/2⟧ ⟦1⟧muny⟦/1⟧ okaň")
  })

  it("takes the source's markup where formats differ, and keeps what the source has not", () => {
    const [b1, b2] = bold("1")
    const [h1, h2] = bold("1", "<b>")
    const [l1, l2] = link("2")
    const adopted = adoptCodes([h1, "muny", h2, " ", l1, "okaň", l2], ["Read ", b1, "this", b2], false)
    expect(codesOf(adopted).map(({ id, data }) => `${id}${data}`)).toEqual(["1**", "1**", "2[", "2](x)"])
  })
})

describe("joinContents and sliceContent", () => {
  it("keep ids apart and pairs whole", () => {
    const [b1, b2] = bold("1")
    const joined = joinContents([
      ["Bir ", b1, "iki", b2],
      [b1, "üç", b2],
    ])
    expect(plain(joined)).toBe("Bir iki üç")
    expect(new Set(codesOf(joined).map(({ id }) => id)).size).toBe(2)
    expect(tagged(sliceContent(joined, 0, 7) ?? [])).toBe("Bir ⟦0.1⟧iki⟦/0.1⟧")
    expect(sliceContent(joined, 0, 5)).toBeNull()
  })
})

describe("replaceIn", () => {
  const content = fc
    .array(fc.oneof(fc.string({ minLength: 1, maxLength: 6 }), fc.constantFrom(...bold("1"), ...link("2"))), {
      maxLength: 8,
    })
    .map((parts) => contentOf(parts))

  it("replaces exactly the span and keeps every code", () => {
    fc.assert(
      fc.property(content, fc.nat(20), fc.nat(20), fc.string({ maxLength: 4 }), (parts, a, b, text) => {
        const whole = plain(parts)
        const [start, end] = [Math.min(a, b, whole.length), Math.min(Math.max(a, b), whole.length)]
        const replaced = replaceIn(parts, start, end, text)
        expect(plain(replaced ?? [])).toBe(whole.slice(0, start) + text + whole.slice(end))
        expect(codesOf(replaced ?? [])).toEqual(codesOf(parts))
      }),
    )
  })
})
