// What a memory suggests: the same text, nearly the same text, and nothing that would cost more than it saves.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { plain } from "../../../src/content.ts"
import { memory, type MemoryEntry } from "../../../src/memory/index.ts"
import type { Content } from "../../../src/model/document.ts"
import { alone, close, open } from "../xliff/fixtures.ts"

const entry = (id: string, source: Content, target: Content, origin = "Terms"): MemoryEntry => ({
  id,
  source,
  target,
  origin,
})
const bold = (text: string): Content => [open("1"), text, close("1")]

const known = memory([
  entry("a", ["We keep your data for 30 days."], ["Maglumatlaryňyzy 30 günläp saklaýarys."]),
  entry("b", ["We keep your data for 30 days."], ["Maglumatlaryňyz 30 gün saklanýar."], "Privacy"),
  entry("c", ["We keep your data for 30 days."], ["Maglumatlaryňyzy 30 günläp saklaýarys."], "Privacy"),
  entry(
    "d",
    ["You may ask us to delete your account at any time."],
    ["Islän wagtyňyz hasabyňyzy pozmagymyzy sorap bilersiňiz."],
  ),
  entry("e", bold("Your rights"), bold("Hukuklaryňyz")),
  entry("f", ["Contact us"], [""]),
  entry("g", ["  "], ["Boş"]),
])
const suggested = (source: Content, id?: string) =>
  known.matches(source, id).map(({ target, quality, origin }) => [quality, origin, plain(target)])

describe("a memory", () => {
  const rows: [string, Content, (number | string)[][]][] = [
    [
      "the same text, said in two ways",
      ["We keep your data for 30 days."],
      [
        [100, "Terms", "Maglumatlaryňyzy 30 günläp saklaýarys."],
        [100, "Privacy", "Maglumatlaryňyz 30 gün saklanýar."],
      ],
    ],
    [
      "one word of eight differs",
      ["We keep your data for 60 days."],
      [
        [87, "Terms", "Maglumatlaryňyzy 30 günläp saklaýarys."],
        [87, "Privacy", "Maglumatlaryňyz 30 gün saklanýar."],
      ],
    ],
    ["capitals differ", ["YOUR RIGHTS"], [[98, "Terms", "Hukuklaryňyz"]]],
    ["codes differ", ["Your rights"], [[99, "Terms", "Hukuklaryňyz"]]],
    ["the same with its codes", bold("Your rights"), [[100, "Terms", "Hukuklaryňyz"]]],
    ["half of it is other words", ["We keep your data and sell it to nobody at all."], []],
    ["one of two words differs", ["Your duties"], []],
    ["never translated", ["Contact us"], []],
    ["a text of marks and blanks", [" \n"], []],
    ["a text nobody has seen", ["Гиперпространство"], []],
    ["a code and nothing else", [alone("1")], []],
  ]
  it.each(rows)("%s", (_, source, expected) => {
    expect(suggested(source)).toEqual(expected)
  })

  it("suggests nothing to itself", () => {
    expect(suggested(bold("Your rights"), "e")).toEqual([])
    expect(suggested(["We keep your data for 30 days."], "a").map(([, origin]) => origin)).toEqual([
      "Privacy",
      "Privacy",
    ])
  })

  it("suggests three at most, the best first", () => {
    const words = "one two three four five six seven eight nine ten".split(" ")
    const many = memory(
      words.map((word, at) => entry(`m${at}`, [words.with(at, "other").join(" ")], [`terjime ${word}`])),
    )
    const found = many.matches([words.join(" ")])
    expect(found.map(({ quality }) => quality)).toEqual([90, 90, 90])
    expect(many.matches([words.with(4, "other").join(" ")]).map(({ quality }) => quality)).toEqual([100, 80, 80])
  })

  it("counts likeness between 70 and 100, the same both ways, 100 only for the same words", () => {
    const text = fc.array(fc.constantFrom("we", "keep", "data", "30", "days", "never", ",", "."), { maxLength: 14 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, two] = [a.join(" "), b.join(" ")]
        const there = memory([entry("x", [one], ["t"])]).matches([two])[0]?.quality
        const back = memory([entry("x", [two], ["t"])]).matches([one])[0]?.quality
        expect(there).toBe(back)
        if (there !== undefined) expect(there >= 70 && there <= 100 && (there === 100) === (one === two)).toBe(true)
        if (one.trim() !== "" && one === two) expect(there).toBe(100)
      }),
      { seed: 5, numRuns: 400 },
    )
  })

  it("answers quickly from many texts", () => {
    const word = (n: number) => `w${(n * 7919) % 4001}`
    const sentence = (n: number) => Array.from({ length: 18 }, (_, at) => word(n * 31 + at * at)).join(" ")
    const many = memory(Array.from({ length: 20_000 }, (_, n) => entry(`n${n}`, [sentence(n)], [`t${n}`])))
    const before = process.cpuUsage()
    for (let n = 0; n < 200; n += 1) expect(many.matches([`${sentence(n * 90)} more`])[0]!.quality).toBe(94)
    expect(process.cpuUsage(before).user / 1000 / 200).toBeLessThan(50)
  })
})
