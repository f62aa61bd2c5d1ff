// What travels beside the texts of a bundle, in how many parts, and since when: read from the files as they leave, valid
// by the official schemas, the same bytes for the same state.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { plain } from "../../../src/content.ts"
import { readXliff, xliffVersions, type XliffUnit } from "../../../src/xliff/index.ts"
import { addDocuments } from "../../../server/journeys/add-documents.ts"
import { applyPlan } from "../../../server/journeys/apply-plan.ts"
import { exportBundle, exportBundles, type ExportedBundle } from "../../../server/journeys/export-bundle.ts"
import { local } from "../../../server/journeys/house.ts"
import { listBundles } from "../../../server/journeys/list-bundles.ts"
import { planImport, showPlan } from "../../../server/journeys/plan-import.ts"
import { saveUnit } from "../../../server/journeys/save-unit.ts"
import type { StoredUnit, XliffVersion } from "../../../server/storage/types.ts"
import { faultsIn, whyNoSchemas } from "../../core/xliff/xmllint.ts"
import { english, file, openTestHouse, turkmen, type TestHouse } from "../house.ts"

const terms = {
  en: english.replace("# Privacy policy", "# Terms of service").replace("30 days.", "60 days."),
  tk: turkmen.replace("30 günläp", "60 günläp"),
}

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  const add = (policy: string, en: string, tk: string) =>
    addDocuments(house, { policy, files: [file("p.en.md", en, "en"), file("p.tk.md", tk, "tk")] }, local)
  await add("Terms", terms.en, terms.tk)
  await add("Privacy", english, turkmen.replace("Hukuklaryňyz", "Your rights"))
  await addDocuments(
    house,
    { project: "elsewhere", policy: "Stranger", files: [file("p.en.md", english, "en")] },
    local,
  )
  await save("We keep them for 30 days.", "")
})
afterAll(() => house.close())

async function units(policy = "Privacy", to = "tk"): Promise<StoredUnit[]> {
  const { id } = (await house.storage.policies.find(policy))!
  return house.storage.units.ofBitext((await house.storage.bitexts.find(id, "en", to))!.id)
}
async function save(source: string, target: string): Promise<StoredUnit> {
  const unit = (await units()).find((each) => plain(each.source) === source)!
  await saveUnit(house, { unit: unit.id, revision: unit.revision, target }, local)
  return unit
}
const send = (more: object = {}) => exportBundle(house, { policies: ["Privacy"], to: ["tk"], ...more }, local)
const xlfs = ({ files }: ExportedBundle) => files.filter(({ path }) => path.endsWith(".xlf"))
const read = (made: ExportedBundle) => xlfs(made).flatMap(({ path, bytes }) => readXliff(bytes, { name: path }).units)
const of = (all: readonly XliffUnit[], source: string) => all.find((each) => plain(each.source) === source)!
const said = ({ notes }: XliffUnit, category: string) =>
  notes.filter((note) => note.category === category).map(({ text }) => text)

describe.each(xliffVersions)("companions in XLIFF %s", (version) => {
  let made: ExportedBundle
  let all: XliffUnit[]
  beforeAll(async () => {
    made = await send({ version })
    all = read(made)
  })

  it("tells section and neighbours", () => {
    const unit = of(all, "We keep them for 30 days.")
    expect(said(unit, "section")).toEqual(["Data we collect"])
    expect(said(unit, "before")).toEqual(["We collect your name, e-mail address and phone number."])
    expect(said(unit, "after")).toEqual(["Your rights"])
    expect(said(all[0]!, "before")).toEqual([])
    expect(said(all.at(-1)!, "after")).toEqual([])
  })

  it("tells the terms and their preferred translations", () => {
    const unit = of(all, "You can ask us to delete your data at any time.")
    expect(unit.terms?.length).toBeGreaterThan(0)
    expect(unit.terms).toContainEqual(expect.objectContaining({ term: "delete", translation: expect.any(String) }))
    const [file] = xlfs(made)
    expect(new TextDecoder().decode(file!.bytes)).toContain(version === "1.2" ? 'from="term"' : "<gls:glossEntry")
  })

  it("suggests what was said before in another document, for what is not translated here", () => {
    const unit = of(all, "We keep them for 30 days.")
    expect(unit.target).toBeNull()
    expect(
      unit.matches?.map(({ source, target, quality, origin }) => [plain(source), plain(target), quality, origin]),
    ).toEqual([["We keep them for 60 days.", "Olary 60 günläp saklaýarys.", 85, "Terms"]])
    expect(of(all, "Contact").matches).toBeUndefined()
  })

  it("tells what the checks have against the translation", () => {
    expect(said(of(all, "Your rights"), "finding").join()).toMatch(/check\.untranslated/)
    expect(said(of(all, "Contact"), "finding")).toEqual([])
  })

  it.skipIf(whyNoSchemas !== null)(`is valid by the official schemas (${whyNoSchemas ?? "xmllint"})`, () => {
    expect(faultsIn(version, xlfs(made))).toBe("")
  })

  it("gives the same bytes again", async () => {
    const again = await send({ version })
    expect([again.bundle, Buffer.from(again.zip).equals(made.zip)]).toEqual([made.bundle, true])
  })
})

describe("comments", () => {
  it.each(["1.2", "2.1"] as const)(
    "leave in later bundles, and are no news when they come back (%s)",
    async (version) => {
      const back = async ({ files }: ExportedBundle, change: (text: string) => string) => {
        const text = change(new TextDecoder().decode(files.find(({ path }) => path.endsWith(".xlf"))!.bytes))
        return planImport(house, { files: [file("x.xlf", text)] }, local)
      }
      const question = `Is “us” the company (${version})?`
      const noted = (text: string) =>
        version === "1.2"
          ? text.replace(
              /(<source[^>]*>Contact<\/source>[^]*?<\/context-group>)/,
              `$1<note from="Aýna">${question}</note>`,
            )
          : text.replace(
              /(<unit(?:(?!<unit)[^])*?<notes>)((?:(?!<unit)[^])*?<source>Contact<)/,
              `$1<note category="Aýna">${question}</note>$2`,
            )
      const plan = await back(await send({ version }), noted)
      await applyPlan(house, { import: plan.import.id }, local)
      const later = await send({ version })
      const unit = of(read(later), "Contact")
      expect(said(unit, "comment")).toContainEqual(`Aýna: ${question}`)
      const again = await back(later, (text) => text)
      const { changes } = await showPlan(house, { import: again.import.id }, local)
      expect(changes.items.flatMap(({ notes }) => notes)).toEqual([])
    },
  )
})

describe("what an outdated text was the translation of", () => {
  it.each(["1.2", "2.0"] as XliffVersion[])("travels as the previous version (%s)", async (version) => {
    const policy = `Moved ${version}`
    const add = (text: string) => addDocuments(house, { policy, files: [file("p.en.md", text, "en")] }, local)
    await addDocuments(
      house,
      { policy, files: [file("p.en.md", english, "en"), file("p.tk.md", turkmen, "tk")] },
      local,
    )
    await add(english.replace("30 days", "90 days"))
    const unit = of(read(await send({ policies: [policy], version })), "We keep them for 90 days.")
    expect(unit.flag === "outdated" || version === "1.2").toBe(true)
    expect(unit.matches?.map(({ source, isPrevious }) => [plain(source), isPrevious])[0]).toEqual([
      "We keep them for 30 days.",
      true,
    ])
  })
})

describe("parts", () => {
  it("cuts between sections, numbers the parts, and takes each back by itself", async () => {
    const whole = await send()
    const parts = await exportBundles(house, { policies: ["Privacy"], to: ["tk"], words: 20 }, local)
    expect(parts.length).toBeGreaterThan(1)
    const ids = parts.map((part) => read(part).map(({ id }) => id))
    expect(ids.flat()).toEqual(read(whole).map(({ id }) => id))
    const sections = new Map((await units()).map(({ id, sourceSection }) => [id, sourceSection]))
    const held = ids.map((part) => new Set(part.map((id) => sections.get(id))))
    expect(held.reduce((sum, { size }) => sum + size, 0)).toBe(new Set(sections.values()).size)
    for (const [at, { bundle, files }] of parts.entries()) {
      expect(bundle.request.part).toEqual({ number: at + 1, of: parts.length })
      expect(bundle.name).toContain(`-part-${at + 1}-of-${parts.length}-`)
      expect(bundle.words <= 20 || held[at]!.size === 1).toBe(true)
      expect(files.map(({ path }) => path)).toEqual(
        ["README.txt", "manifest.json", `tk/Privacy-part-${at + 1}.xlf`].toSorted(),
      )
    }
    expect(new Set(parts.map(({ bundle }) => bundle.id)).size).toBe(parts.length)
    const last = parts.at(-1)!
    const plan = await planImport(house, { files: [{ name: "back.zip", bytes: last.zip }] }, local)
    expect(plan.files).toMatchObject([{ accepted: true, bundle: last.bundle.id }])
    expect(plan.counts.missing ?? 0).toBe(0)
  })

  it("is one bundle like any other when everything fits", async () => {
    const [only, ...others] = await exportBundles(house, { policies: ["Privacy"], to: ["tk"], words: 10_000 }, local)
    expect([others, only!.bundle.id]).toEqual([[], (await send()).bundle.id])
  })

  it("keeps languages apart", async () => {
    const parts = await exportBundles(house, { policies: ["Privacy"], to: ["tk", "az"], words: 60 }, local)
    expect(
      parts.map(({ files }) => new Set(files.flatMap(({ path }) => /^(\w+)\//.exec(path)?.[1] ?? [])).size),
    ).toEqual(parts.map(() => 1))
  })
})

describe("since a bundle", () => {
  it("holds what changed here, not what came back from it", async () => {
    const before = await send()
    const since = before.bundle.id
    await expect(send({ units: "changed", since })).rejects.toMatchObject({ code: "bundle/empty" })
    await expect(send({ units: "changed", since: "nothing" })).rejects.toMatchObject({ code: "bundle/unknown" })

    const text = new TextDecoder().decode(xlfs(before)[0]!.bytes).replace("Habarlaşmak", "Aragatnaşyk")
    const plan = await planImport(house, { files: [file("x.xlf", text)] }, local)
    expect((await applyPlan(house, { import: plan.import.id }, local)).counts.applied).toBe(1)
    await expect(send({ units: "changed", since })).rejects.toMatchObject({ code: "bundle/empty" })

    await save("You can ask us to delete your data at any time.", "Maglumatlaryňyzy pozduryp bilersiňiz.")
    const after = await send({ units: "changed", since })
    expect(read(after).map(({ source }) => plain(source))).toEqual(["You can ask us to delete your data at any time."])
  })
})

describe("the list of bundles", () => {
  it("counts what came back and what has moved on", async () => {
    const policy = "Fate"
    const add = (text: string) => addDocuments(house, { policy, files: [file("p.en.md", text, "en")] }, local)
    await addDocuments(
      house,
      { policy, files: [file("p.en.md", english, "en"), file("p.tk.md", turkmen, "tk")] },
      local,
    )
    const { bundle, files } = await send({ policies: [policy] })
    const fate = async () => (await listBundles(house, {}, local)).find(({ id }) => id === bundle.id)!
    expect(await fate()).toMatchObject({ returnedUnits: 0, movedUnits: 0 })
    await add(english.replace("30 days", "90 days"))
    expect(await fate()).toMatchObject({ returnedUnits: 0, movedUnits: 1 })
    const text = new TextDecoder().decode(files.find(({ path }) => path.endsWith(".xlf"))!.bytes)
    const plan = await planImport(
      house,
      { files: [file("x.xlf", text.replace(/<trans-unit[^]*?<\/trans-unit>/, ""))] },
      local,
    )
    expect(await fate()).toMatchObject({ returnedUnits: 0 })
    await applyPlan(house, { import: plan.import.id }, local)
    expect(await fate()).toMatchObject({ returnedUnits: bundle.units - 1 })
  })
})
