// The suite of the standard and the hostile files beside this project, when they are there.
import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { Problem } from "../../../src/errors.ts"
import { plan, type KnownUnit } from "../../../src/merge/index.ts"
import { checkXliff, openXliff, readXliff } from "../../../src/xliff/index.ts"

const shared = resolve(import.meta.dirname, "../../../../shared/xliff")
const suite = join(shared, "suite-2.1")
const hostile = join(shared, "adversarial")

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".xlf")) : []
}

describe.skipIf(!existsSync(suite))("the OASIS suite (skipped without ../shared/xliff/suite-2.1)", () => {
  const valid = ["core/valid", "modules/valid", "core/in-out"].flatMap((folder) =>
    filesIn(join(suite, folder)).map((name) => `${folder}/${name}`),
  )
  const invalid = ["core/invalid", "modules/invalid"].flatMap((folder) =>
    filesIn(join(suite, folder)).map((name) => `${folder}/${name}`),
  )

  it("is whole", () => {
    expect([valid.length, invalid.length]).toEqual([77, 162])
  })

  it.each(valid)("accepts %s", (path) => {
    const bytes = readFileSync(join(suite, path))
    expect(checkXliff(bytes, { name: path })).toEqual([])
    expect(readXliff(bytes, { name: path }).files.length).toBeGreaterThan(0)
  })

  it.each(valid)("writes %s back as it was", (path) => {
    const bytes = readFileSync(join(suite, path))
    const again = openXliff(bytes, { name: path }).print()
    expect(openXliff(new TextEncoder().encode(again), { name: path }).print()).toBe(again)
    expect(checkXliff(new TextEncoder().encode(again), { name: path })).toEqual([])
  })

  it.each(invalid)("refuses %s", (path) => {
    const bytes = readFileSync(join(suite, path))
    try {
      readXliff(bytes, { name: path })
    } catch (error) {
      expect(error).toBeInstanceOf(Problem)
      const problem = error as Problem
      expect(problem.code).toMatch(/^xliff\//)
      expect(problem.place.line).toBeGreaterThan(0)
      return
    }
    throw new Error("accepted")
  })
})

interface Case {
  file: string
  decision: "accept" | "warn" | "reject-unit" | "reject"
  code: string
}

describe.skipIf(!existsSync(hostile))("hostile files (skipped without ../shared/xliff/adversarial)", () => {
  const cases = existsSync(hostile)
    ? (JSON.parse(readFileSync(join(hostile, "index.json"), "utf8")) as { cases: Case[] }).cases.filter(({ file }) =>
        file.endsWith(".xlf"),
      )
    : []
  const start = { id: "1", kind: "alone", type: "markup", data: "", equiv: "startDate", disp: "{startDate}" } as const
  const bold = { id: "1", type: "bold", data: "" } as const
  const known = (source: KnownUnit["source"], more: Partial<KnownUnit> = {}): KnownUnit => ({
    source,
    target: null,
    state: "initial",
    flag: null,
    revision: 1,
    ...more,
  })
  const exported = new Map([
    ["sec-1", known(["Cover starts on ", start, "."])],
    [
      "sec-2",
      known(["Notify us ", { ...bold, kind: "open" }, "in writing", { ...bold, kind: "close" }, " within 30 days."]),
    ],
    ["sec-3", known(["Excess"])],
  ])
  const locked = new Map([...exported, ["sec-3", known(["Excess"], { translatable: false })] as const])

  it.each(cases)("$file: $decision ($code)", ({ file, decision, code }) => {
    const bytes = readFileSync(join(hostile, file))
    if (decision === "reject") {
      expect(() => readXliff(bytes, { name: file })).toThrow(Problem)
      return
    }
    const { units } = readXliff(bytes, { name: file })
    const base = code === "LOCKED" ? locked : exported
    const changes = plan({ base, current: base, returned: units })
    const refused = changes.filter(({ change }) => change === "refused" || change === "protected")
    expect(refused.length > 0).toBe(decision === "reject-unit")
    const warned = changes.flatMap(({ warnings }) => warnings.map((warning) => warning.code))
    if (decision === "warn" && code !== "LANGUAGE_REGION") expect(warned.length).toBeGreaterThan(0)
    for (const { unit, after } of changes) if (unit === "sec-3") expect(after).not.toEqual(["FALSCH"])
  })
})
