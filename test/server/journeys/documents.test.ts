// Documents in, new revisions, alignment, delivery; on every engine, because this is where most is written at once.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { plain, tagged } from "../../../src/content.ts"
import { addDocuments } from "../../../server/journeys/add-documents.ts"
import {
  realign,
  unlink,
  confirmLink,
  linkSections,
  markNoCounterpart,
} from "../../../server/journeys/change-alignment.ts"
import { deliver } from "../../../server/journeys/deliver.ts"
import { local } from "../../../server/journeys/house.ts"
import { listPassages } from "../../../server/journeys/list-passages.ts"
import { listPolicies, showPolicy } from "../../../server/journeys/list-policies.ts"
import { previewDocument } from "../../../server/journeys/preview-document.ts"
import { saveUnit } from "../../../server/journeys/save-unit.ts"
import { showAlignment } from "../../../server/journeys/show-alignment.ts"
import { showSection } from "../../../server/journeys/show-section.ts"
import { listRemoved, unitHistory } from "../../../server/journeys/unit-history.ts"
import type { StoredUnit } from "../../../server/storage/types.ts"
import { engines } from "../engines.ts"
import { english, file, openTestHouse, person, turkmen, type TestHouse } from "../house.ts"

for (const engine of engines) {
  describe.skipIf(engine.skip)(`documents on ${engine.name}${engine.skip ? ` (skipped: ${engine.skip})` : ""}`, () => {
    let house: TestHouse
    beforeAll(async () => {
      house = await openTestHouse(engine)
    })
    afterAll(() => house.close())

    const units = async (policy: string, to = "tk", from = "en"): Promise<StoredUnit[]> => {
      const { id } = (await house.storage.policies.find(policy))!
      return house.storage.units.ofBitext((await house.storage.bitexts.find(id, from, to))!.id)
    }
    const add = (policy: string, ...files: ReturnType<typeof file>[]) => addDocuments(house, { policy, files }, local)
    const unitOf = async (policy: string, source: string) =>
      (await units(policy)).find((unit) => plain(unit.source) === source)!

    it("makes units of blocks: source with its translation, codes under the source's ids", async () => {
      const result = await add("in", file("privacy.en.md", english), file("privacy.tk.md", turkmen, "tk"))
      expect(result.documents.map(({ language, revision, sections }) => [language, revision, sections > 3])).toEqual([
        ["en", 1, true],
        ["tk", 1, true],
      ])
      const pairs = (await units("in")).map(({ source, target, state }) => [
        tagged(source),
        tagged(target ?? []),
        state,
      ])
      expect(pairs).toContainEqual([
        "We collect your name, ⟦1⟧e-mail address⟦/1⟧ and phone number.",
        "Biz adyňyzy, ⟦1⟧e-poçta salgyňyzy⟦/1⟧ we telefon belgiňizi toplaýarys.",
        "translated",
      ])
      expect(pairs).toContainEqual(["Privacy policy", "Gizlinlik ýörelgesi", "translated"])
      expect((await units("in", "en")).every(({ source, target }) => source.length === 0 && target !== null)).toBe(true)
    })

    it("delivers the target from the source's bytes: only text and language marks differ", async () => {
      const { bytes, name, untranslated } = await deliver(house, { policy: "in", to: "tk" }, local)
      const text = new TextDecoder().decode(bytes)
      expect(name).toBe("privacy.tk.md")
      expect(untranslated).toEqual([])
      expect(text).toContain("Biz adyňyzy, **e-poçta salgyňyzy** we telefon")
      expect(text.split("\n").length - english.split("\n").length).toBeLessThanOrEqual(1)
      const own = await deliver(house, { policy: "in", from: "tk", to: "tk" }, local)
      expect(new TextDecoder().decode(own.bytes)).toBe(turkmen)
    })

    it("says nothing new of the same bytes", async () => {
      const before = await showPolicy(house, { policy: "in" }, local)
      const result = await add("in", file("privacy.en.md", english))
      expect(result.documents[0]).toMatchObject({ revision: 1, isUnchanged: true })
      expect(await showPolicy(house, { policy: "in" }, local)).toEqual(before)
    })

    it("carries units over a new revision: unchanged keep everything, changed are outdated, removed are kept", async () => {
      await add("carry", file("a.en.md", english, "en"), file("a.tk.md", turkmen, "tk"))
      const kept = await unitOf("carry", "You can ask us to delete your data at any time.")
      await saveUnit(
        house,
        { unit: kept.id, revision: 1, target: "Maglumatlaryňyzy pozduryp bilersiňiz.", state: "final" },
        local,
      )
      const changing = await unitOf("carry", "We keep them for 30 days.")
      const gone = await unitOf("carry", "Contact")

      const next = english
        .replace("30 days", "60 days")
        .replace("## Contact\n\n", "")
        .replace("## Your", "Something quite new.\n\n## Your")
      const result = await add("carry", file("a.en.md", next, "en"))
      const bitext = result.bitexts.find(({ to }) => to === "tk")!
      // New is the new paragraph, and the Turkmen heading that has lost its partner.
      expect(bitext).toMatchObject({ outdated: 1, added: 2 })

      const keptNow = await house.storage.units.byId(kept.id)
      expect([plain(keptNow.target!), keptNow.state, keptNow.flag]).toEqual([
        "Maglumatlaryňyzy pozduryp bilersiňiz.",
        "final",
        null,
      ])
      const changed = await house.storage.units.byId(changing.id)
      expect([changed.flag, plain(changed.source), plain(changed.previousSource!), plain(changed.target!)]).toEqual([
        "outdated",
        "We keep them for 60 days.",
        "We keep them for 30 days.",
        "Olary 30 günläp saklaýarys.",
      ])
      expect((await house.storage.units.byId(gone.id)).removedAt).not.toBeNull()
      expect((await listRemoved(house, { policy: "carry", to: "tk" }, local)).map(({ id }) => id)).toContain(gone.id)
      expect((await unitHistory(house, { unit: gone.id }, local)).revisions).toHaveLength(2)

      await add("carry", file("a.en.md", english, "en"))
      expect(await house.storage.units.byId(changing.id)).toMatchObject({ flag: null, previousSource: null })
    })

    it("never overwrites what people wrote with what a document says: it becomes a suggestion", async () => {
      await add("typed", file("a.en.md", english, "en"), file("a.tk.md", turkmen, "tk"))
      const unit = await unitOf("typed", "We keep them for 30 days.")
      await saveUnit(house, { unit: unit.id, revision: 1, target: "Biz olary 30 gün saklaýarys." }, local)
      await add("typed", file("a.tk.md", turkmen.replace("Olary 30 günläp", "Olary otuz günläp"), "tk"))
      const now = await house.storage.units.byId(unit.id)
      expect(plain(now.target!)).toBe("Biz olary 30 gün saklaýarys.")
      const [suggestion] = await house.storage.suggestions.openOf([unit.id])
      expect(plain(suggestion!.target)).toBe("Olary otuz günläp saklaýarys.")
    })

    it("shows the matrix, and lets people take it apart and put it together", async () => {
      await add("matrix", file("a.en.md", english, "en"), file("a.tk.md", turkmen, "tk"))
      const first = await showAlignment(house, { policy: "matrix" }, local)
      const row = first.rows.find(({ cells }) => cells[0]!.sections[0]?.heading === "Data we collect")!
      expect(row.cells[1]!.sections.map(({ heading }) => heading)).toEqual(["Toplaýan maglumatlarymyz"])

      const link = row.cells[1]!.link!.id
      const { revision } = await confirmLink(house, { policy: "matrix", revision: first.revision, link }, local)
      await expect(
        confirmLink(house, { policy: "matrix", revision: first.revision, link }, local),
      ).rejects.toMatchObject({
        code: "alignment/stale",
      })
      const again = await realign(house, { policy: "matrix", revision }, local)
      const confirmed = await showAlignment(house, { policy: "matrix" }, local)
      expect(
        confirmed.rows.flatMap(({ cells }) => cells).filter((cell) => cell.link?.status === "confirmed"),
      ).toHaveLength(1)

      const cut = await unlink(house, { policy: "matrix", revision: again.revision, link }, local)
      expect(cut.units).toBeGreaterThan(0)
      const apart = await unitOf("matrix", "We keep them for 30 days.")
      expect([apart.target, apart.state]).toEqual([null, "initial"])
      const lone = (await units("matrix")).filter(({ sourceBlock }) => sourceBlock === null)
      expect(lone.map(({ target }) => plain(target!))).toContain("Olary 30 günläp saklaýarys.")

      const at = row.cells[0]!.sections[0]!.ordinal
      const ordinal = row.cells[1]!.sections[0]!.ordinal
      const linked = await linkSections(
        house,
        { policy: "matrix", revision: cut.revision, from: "en", to: "tk", source: [at], target: [ordinal] },
        local,
      )
      const none = await markNoCounterpart(
        house,
        { policy: "matrix", revision: linked.revision, language: "en", sections: [0], missingIn: "tk" },
        local,
      )
      const end = await showAlignment(house, { policy: "matrix" }, local)
      expect(end.revision).toBe(none.revision)
      expect(end.rows.find(({ cells }) => cells[0]!.sections[0]?.ordinal === 0)?.cells[1]).toMatchObject({
        sections: [],
        isAbsent: true,
      })
    })

    it("lists policies and findings for those who may read them", async () => {
      const all = await listPolicies(house, {}, local)
      expect(all.find(({ name }) => name === "in")).toMatchObject({
        sourceLanguage: "en",
        languages: [
          { language: "en", isSource: true },
          { language: "tk", isSource: false },
        ],
      })
      const stranger = person("s", "elsewhere", "manager")
      expect(await listPolicies(house, {}, stranger)).toEqual([])
      await expect(showPolicy(house, { policy: "in" }, stranger)).rejects.toMatchObject({ code: "policy/unknown" })

      await add(
        "mixed",
        file("a.en.md", english, "en"),
        file("a.tk.md", turkmen.replace("näme edýändigini", "what we do with"), "tk"),
      )
      const { items, counts, total } = await listPassages(house, { policy: "mixed", language: "tk" }, local)
      expect(items.length).toBeGreaterThan(0)
      expect(items[0]).toMatchObject({ language: "en", policyName: "mixed" })
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total)
    })

    it("shows a section with everything that helps to judge it", async () => {
      const shown = await showSection(house, { policy: "in", to: "tk" }, local)
      expect(shown.sections.map(({ heading }) => heading)).toContain("Your rights")
      expect(shown.units.length).toBeGreaterThan(0)
      const own = await showSection(house, { policy: "in", from: "en", to: "en" }, local)
      expect(own.units[0]!.others.map(({ language }) => language)).toEqual(["tk"])
      await expect(showSection(house, { policy: "in", to: "de" }, local)).rejects.toMatchObject({
        code: "policy/language",
      })
    })

    it("previews without writing, and tells what it cannot read", async () => {
      const before = await listPolicies(house, {}, local)
      const previews = await previewDocument(
        house,
        { files: [file("a.md", turkmen), { name: "b.md", bytes: new Uint8Array([0, 1, 2, 255]) }], policy: "in" },
        local,
      )
      expect(previews[0]).toMatchObject({
        problem: null,
        language: "tk",
        replaces: { name: "privacy.tk.md", revision: 1 },
      })
      expect(previews[1]!.problem!.code).toMatch(/^input\//)
      expect(await listPolicies(house, {}, local)).toEqual(before)
    })

    it.each([
      ["nothing", file("a.md", ""), "input/empty"],
      ["an unknown type", file("a.xyz", "Hello there"), "input/format"],
      ["Latin-1", { name: "a.txt", bytes: new Uint8Array([0x47, 0x72, 0xf6, 0xdf, 0x65]) }, "input/encoding"],
      ["more than 5 MB", file("a.txt", "word ".repeat(1_100_000)), "input/too-large"],
    ])("refuses %s, and writes nothing", async (_, given, code) => {
      await expect(add("refused", given)).rejects.toMatchObject({ code })
      expect(await house.storage.policies.find("refused")).toBeNull()
    })

    it("takes two at once into the same policy without losing either", async () => {
      await Promise.all([
        add("together", file("a.en.md", english, "en")),
        add("together", file("a.tk.md", turkmen, "tk")),
      ])
      const { languages } = await showPolicy(house, { policy: "together" }, local)
      expect(languages.map(({ document }) => document?.revision)).toEqual([1, 1])
    })
  })
}

const shared = join(import.meta.dirname, "../../../../shared/weebi")
describe.skipIf(!existsSync(shared))("a real policy in five languages", () => {
  it("comes in, is aligned, and goes out again byte for byte", async () => {
    const house = await openTestHouse()
    const files = readdirSync(shared)
      .filter((name) => /^(en|ug|ky|tk|az)\.md$/.test(name))
      .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(shared, name))), language: name.slice(0, 2) }))
    const { bitexts } = await addDocuments(house, { policy: "weebi", files }, local)
    for (const { to, units, aligned } of bitexts.filter(({ from, to: other }) => from !== other)) {
      expect([to, aligned / units > 0.6]).toEqual([to, true])
    }
    for (const { bytes, language } of files) {
      const delivered = await deliver(house, { policy: "weebi", from: language, to: language }, local)
      expect(Buffer.from(delivered.bytes).equals(bytes)).toBe(true)
    }
    await house.close()
  })
})
