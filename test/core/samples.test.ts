// The sample policies against what was planted in them: nearly all of it is found, and next to nothing else is.
import { readFileSync, readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { checkDocument } from "../../src/checks/index.ts"
import { readDocument } from "../../src/formats/index.ts"

interface Expected {
  readonly language: string
  readonly format: string
  readonly brands: readonly string[]
  readonly planted: readonly {
    readonly kind: string
    readonly start: number
    readonly end: number
    readonly text: string
    readonly fix?: string
  }[]
}

const root = resolve(import.meta.dirname, "../../server/samples")
const cases = readdirSync(root, { withFileTypes: true }).flatMap((folder) =>
  !folder.isDirectory()
    ? []
    : readdirSync(join(root, folder.name))
        .filter((name) => /^..\.(?:md|html)$/.test(name))
        .map((name) => [folder.name, name] as const),
)

const sum = { planted: 0, found: 0, findings: 0, wrong: 0, fixes: 0, right: 0 }

describe("sample policies", () => {
  it("are all here", () => expect(cases).toHaveLength(15))

  it.each(cases)("%s/%s", (folder, name) => {
    const bytes = new Uint8Array(readFileSync(join(root, folder, name)))
    const expected = JSON.parse(
      readFileSync(join(root, folder, name.replace(/\..*/, ".expected.json")), "utf8"),
    ) as Expected
    const document = readDocument(bytes, { name })
    expect(document.format).toBe(expected.format)
    const { language, findings } = checkDocument(document, { brands: expected.brands })
    expect(language.tag).toBe(expected.language)
    // A number that differs from the source cannot be seen in one document alone.
    const planted = expected.planted.filter(({ kind }) => kind !== "numbers")
    for (const { start, end, text } of planted) expect(document.text.slice(start, end)).toBe(text)
    for (const { start, end, text } of findings) expect(document.text.slice(start, end)).toBe(text)
    const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
      a.start < b.end && b.start < a.end
    const found = planted.filter((each) => findings.some((finding) => overlaps(finding, each)))
    const wrong = findings.filter((finding) => !expected.planted.some((each) => overlaps(finding, each)))
    if (expected.language === "en") expect(findings.map(({ text }) => text)).toEqual([])
    sum.planted += planted.length
    sum.found += found.length
    sum.findings += findings.length
    sum.wrong += wrong.length
    for (const { start, end, fix } of planted) {
      const finding = findings.find((each) => each.start === start && each.end === end && each.fix)
      if (fix === undefined || !finding) continue
      sum.fixes++
      if (finding.fix?.text === fix) sum.right++
    }
  })

  it("all in all: what was planted is found, what is found was planted, and certain fixes are right", () => {
    const recall = sum.found / sum.planted
    const precision = 1 - sum.wrong / sum.findings
    console.log(
      `planted passages found: ${recall.toFixed(3)}; findings that were planted: ${precision.toFixed(3)}; fixes right: ${sum.right} of ${sum.fixes}`,
    )
    expect(recall).toBeGreaterThanOrEqual(0.93)
    expect(precision).toBeGreaterThanOrEqual(0.93)
    expect(sum.right / sum.fixes).toBeGreaterThanOrEqual(0.9)
  })
})
