// Every check of the register keeps the same promises, before its author writes a test.
import fc from "fast-check"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { check, checks } from "../../src/checks/index.ts"
import { Analysis } from "../../src/language/analysis.ts"
import { profileOf, profiles } from "../../src/language/index.ts"

const english = JSON.parse(readFileSync(join(import.meta.dirname, "../../locales/en.json"), "utf8")) as Record<
  string,
  string
>
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.constantFrom(
    "Biz maglumatlaryňyzy ýygnaýarys.Our hyzmatlarymyz tölegsizdir , we we açykdyr.",
    "تور بېكىتىمىز ، your data توپلايدۇ?بىز please ساقلايمىز 12,5",
    "Məlumatlarınızı {name} istifadə edirik və gizlilik siyasətimizi istifadə edirik.",
    "Биз маалыматты жана маалыматты our cайт аркылуу info@example.comаркылуу чогултабыз ж.",
    "We use 2 cookies. Весь этот текст на русском языке.",
  ),
)
const language = fc.constantFrom(...profiles.map(({ tag }) => tag), "de", "ru", "zh")
const subject = fc.record({
  language,
  blocks: fc.array(fc.record({ text, source: fc.option(text, { nil: undefined }) }), { maxLength: 6 }),
})

function blocksOf(parts: readonly { text: string; source?: string | undefined }[]) {
  return parts.map(({ text, source }, at) => ({
    id: `b${at}`,
    kind: "paragraph" as const,
    text,
    ...(source ? { source } : {}),
  }))
}

describe.each(checks)("check $id", (one) => {
  it("has a name of its own and kinds", () => {
    expect(one.id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(checks.filter(({ id }) => id === one.id)).toHaveLength(1)
    expect(one.kinds.length).toBeGreaterThan(0)
  })

  it("yields spans inside their block, of its own kinds, with words for them", () => {
    fc.assert(
      fc.property(subject, ({ language, blocks: parts }) => {
        const blocks = blocksOf(parts)
        const analysis = new Analysis(blocks, { language })
        for (const found of one.run({ language, blocks, profile: profileOf(language), analysis })) {
          const { length } = blocks[found.at]!.text
          expect(found.start).toBeGreaterThanOrEqual(0)
          expect(found.end).toBeGreaterThan(found.start)
          expect(found.end).toBeLessThanOrEqual(length)
          expect(one.kinds).toContain(found.kind)
          expect(found.confidence).toBeGreaterThan(0)
          expect(found.confidence).toBeLessThanOrEqual(1)
          expect(english).toHaveProperty([`check.${found.message.key}`])
          if (found.fix) expect(found.fix.end).toBeLessThanOrEqual(length)
        }
      }),
      { numRuns: 60 },
    )
  })

  it("is silent when it is off", () => {
    const blocks = blocksOf([
      { text: "Biz we we maglumatlaryňyzy ýygnaýarys.Our hyzmat , 5", source: "We collect 6 {x}" },
    ])
    expect(check({ language: "tk", blocks }, { off: [one.id] }).filter(({ check: id }) => id === one.id)).toEqual([])
  })
})

describe("findings", () => {
  it("are the same every time, with text that is the slice and a fingerprint of its own", () => {
    fc.assert(
      fc.property(subject, ({ language, blocks: parts }) => {
        const blocks = blocksOf(parts)
        const findings = check({ language, blocks })
        expect(check({ language, blocks })).toEqual(findings)
        for (const { block, start, end, text } of findings)
          expect(blocks.find(({ id }) => id === block)!.text.slice(start, end)).toBe(text)
        expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length)
      }),
      { numRuns: 60 },
    )
  })

  it("keep their fingerprint when text elsewhere changes", () => {
    const damaged = "Biz siziň maglumatlaryňyzy please howpsuz saklaýarys."
    const other = "Hyzmatlarymyz hemmeler üçin elýeterlidir."
    const one = check({ language: "tk", blocks: blocksOf([{ text: damaged }]) })
    const two = check({ language: "tk", blocks: blocksOf([{ text: other }, { text: `${other} ${damaged}` }]) })
    expect(one.map(({ text }) => text)).toEqual(["please"])
    expect(two.map(({ fingerprint }) => fingerprint)).toEqual(one.map(({ fingerprint }) => fingerprint))
  })
})
