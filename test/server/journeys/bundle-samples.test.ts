// The sample policies as they really leave, with everything that travels beside the texts: every language pair from the
// source and one right-to-left source, valid by the official schemas in all four versions, read back without a warning.
import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { readXliff, xliffVersions } from "../../../src/xliff/index.ts"
import { addDocuments } from "../../../server/journeys/add-documents.ts"
import { exportBundle } from "../../../server/journeys/export-bundle.ts"
import { local } from "../../../server/journeys/house.ts"
import { faultsIn, whyNoSchemas } from "../../core/xliff/xmllint.ts"
import { openTestHouse, type TestHouse } from "../house.ts"

const samples = resolve(import.meta.dirname, "../../../server/samples")
const policies = readdirSync(samples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted()

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  for (const policy of policies) {
    const names = readdirSync(join(samples, policy)).filter((name) => /^[a-z]{2}\.(?:md|html|txt)$/.test(name))
    const files = names.map((name) => ({
      name: `${policy}.${name}`,
      bytes: new Uint8Array(readFileSync(join(samples, policy, name))),
      language: name.slice(0, 2),
    }))
    await addDocuments(house, { policy, files }, local)
  }
}, 120_000)
afterAll(() => house.close())

describe.each(xliffVersions)("samples as XLIFF %s", (version) => {
  it.each([
    ["en", ["az", "ky", "tk", "ug"]],
    ["ug", ["en"]],
  ])(
    `from %s: valid (${whyNoSchemas ?? "xmllint"}), read back whole`,
    async (from, to) => {
      const { files, bundle } = await exportBundle(house, { policies, from, to, version }, local)
      const xliff = files.filter(({ path }) => path.endsWith(".xlf"))
      expect(xliff).toHaveLength(policies.length * to.length)
      if (whyNoSchemas === null) expect(faultsIn(version, xliff)).toBe("")
      const read = xliff.map(({ path, bytes }) => readXliff(bytes, { name: path }))
      expect(read.flatMap(({ warnings }) => warnings)).toEqual([])
      const units = read.flatMap((each) => each.units)
      expect(units).toHaveLength(bundle.units)
      const categories = new Set(units.flatMap(({ notes }) => notes.map(({ category }) => category)))
      expect(categories).toEqual(new Set(["section", "before", "after", "finding"]))
      expect(units.filter(({ terms }) => terms !== undefined).length).toBeGreaterThan(units.length / 3)
    },
    60_000,
  )
})
