// Out as XLIFF and back: nothing is overwritten that somebody wrote meanwhile, applying twice is applying once, and an
// import can be taken back.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { plain } from "../../../src/content.ts"
import { checkXliff } from "../../../src/xliff/index.ts"
import { addDocuments } from "../../../server/journeys/add-documents.ts"
import { applyPlan, undoImport } from "../../../server/journeys/apply-plan.ts"
import { deliver } from "../../../server/journeys/deliver.ts"
import { downloadBundle, exportBundle } from "../../../server/journeys/export-bundle.ts"
import { local } from "../../../server/journeys/house.ts"
import { listBundles } from "../../../server/journeys/list-bundles.ts"
import { decidePlan, listImports, planImport, showPlan } from "../../../server/journeys/plan-import.ts"
import { saveUnit, setState } from "../../../server/journeys/save-unit.ts"
import type { StoredUnit, XliffVersion } from "../../../server/storage/types.ts"
import { unzip, zip } from "../../../server/workers/zip.ts"
import { engines } from "../engines.ts"
import { english, file, openTestHouse, person, turkmen, type TestHouse } from "../house.ts"

const versions: readonly XliffVersion[] = ["1.2", "2.0", "2.1", "2.2"]

for (const engine of engines) {
  describe.skipIf(engine.skip)(`bundles on ${engine.name}${engine.skip ? ` (skipped: ${engine.skip})` : ""}`, () => {
    let house: TestHouse
    beforeAll(async () => {
      house = await openTestHouse(engine)
    })
    afterAll(() => house.close())

    const add = (policy: string) =>
      addDocuments(house, { policy, files: [file("p.en.md", english, "en"), file("p.tk.md", turkmen, "tk")] }, local)
    const units = async (policy: string, to: string): Promise<StoredUnit[]> => {
      const { id } = (await house.storage.policies.find(policy))!
      return house.storage.units.ofBitext((await house.storage.bitexts.find(id, "en", to))!.id)
    }
    const send = (policy: string, to: string, version: XliffVersion = "1.2") =>
      exportBundle(house, { policies: [policy], to: [to], version }, local)
    const xlf = (files: readonly { path: string; bytes: Uint8Array }[]) =>
      new TextDecoder().decode(files.find(({ path }) => path.endsWith(".xlf"))!.bytes)
    const back = (text: string, actor = local) =>
      planImport(house, { files: [file("anything at all.xml", text)] }, actor)

    it.each(versions)("%s: leaves valid, comes home, and is delivered", async (version) => {
      const policy = `whole ${version}`
      await add(policy)
      const { bundle, files, zip: bytes } = await send(policy, "de", version)
      expect(files.map(({ path }) => path)).toEqual([
        "README.txt",
        `de/${policy.replace(" ", "-")}.xlf`,
        "manifest.json",
      ])
      expect(
        files
          .filter(({ path }) => path.endsWith(".xlf"))
          .flatMap((each) => checkXliff(each.bytes, { name: each.path })),
      ).toEqual([])
      expect((await downloadBundle(house, { bundle: bundle.id }, local)).zip.length).toBe(bytes.length)

      // A translator's tool: every source becomes its target, in capitals.
      const done = shouted(xlf(files), version)
      const returned = await zip([
        { path: "deep/folder/umbenannt.xlf", bytes: new TextEncoder().encode(done) },
        { path: "__MACOSX/._umbenannt.xlf", bytes: new Uint8Array([1, 2, 3]) },
      ])
      const plan = await planImport(house, { files: [{ name: "zurück.zip", bytes: returned }] }, local)
      expect(plan.files).toMatchObject([{ accepted: true, bundle: bundle.id, from: "en", to: "de" }])
      expect(plan.counts.update).toBe(bundle.units)
      const { counts } = await applyPlan(house, { import: plan.import.id }, local)
      expect(counts.applied).toBe(bundle.units)
      const { bytes: delivered, untranslated } = await deliver(house, { policy, to: "de" }, local)
      expect(untranslated).toEqual([])
      const text = new TextDecoder().decode(delivered)
      expect(text).toContain("WE COLLECT YOUR NAME, **E-MAIL ADDRESS** AND PHONE NUMBER.")
      expect(text).toContain("[PRIVACY@SAPARNAMA.EXAMPLE](mailto:privacy@saparnama.example)")
    })

    it("gives the same bytes and the same bundle for the same units", async () => {
      await add("same")
      const [one, two] = [await send("same", "tk"), await send("same", "tk")]
      expect([two.bundle, Buffer.from(two.zip).equals(one.zip)]).toEqual([one.bundle, true])
      expect((await unzip(one.zip, "a.zip")).length).toBe(one.files.length)
      expect((await listBundles(house, {}, local)).filter(({ id }) => id === one.bundle.id)).toHaveLength(1)
    })

    it("sends only what is unresolved, or changed since", async () => {
      await add("part")
      const all = await units("part", "tk")
      await saveUnit(house, { unit: all[3]!.id, revision: 1, target: "" }, local)
      const unresolved = await exportBundle(house, { policies: ["part"], to: ["tk"], units: "unresolved" }, local)
      expect(unresolved.bundle.units).toBeLessThan(all.length)
      const since = (await units("part", "tk"))[3]!.createdAt
      const changed = await exportBundle(house, { policies: ["part"], to: ["tk"], units: "changed", since }, local)
      expect(changed.bundle.units).toBe(1)
      const later = house.now().toISOString()
      await expect(
        exportBundle(house, { policies: ["part"], to: ["tk"], units: "changed", since: later }, local),
      ).rejects.toMatchObject({ code: "bundle/empty" })
      await expect(send("part", "en")).rejects.toMatchObject({ code: "policy/language" })
    })

    it("tells update, conflict, stale and unchanged apart, and never overwrites by itself", async () => {
      await add("merge")
      const { files } = await send("merge", "tk")
      const before = await units("merge", "tk")
      const of = (source: string) => before.find((unit) => plain(unit.source) === source)!
      // Meanwhile: one unit edited here, one source changed.
      const ours = of("You can ask us to delete your data at any time.")
      await saveUnit(house, { unit: ours.id, revision: 1, target: "Biziňki." }, local)
      await addDocuments(
        house,
        { policy: "merge", files: [file("p.en.md", english.replace("30 days", "60 days"), "en")] },
        local,
      )
      const returned = xlf(files)
        .replace("Islän wagtyňyz maglumatlaryňyzy pozmagymyzy sorap bilersiňiz.", "Olaryňky.")
        .replace("Olary 30 günläp saklaýarys.", "Otuz gün.")
        .replace("Hukuklaryňyz", "Siziň hukuklaryňyz")
      const plan = await back(returned)
      const kinds = new Map(plan.changes.items.map(({ unit, change }) => [unit, change]))
      expect(
        [ours, of("We keep them for 30 days."), of("Your rights"), of("Contact")].map(({ id }) => kinds.get(id)),
      ).toEqual(["conflict", "stale", "update", "unchanged"])
      const { counts } = await applyPlan(house, { import: plan.import.id }, local)
      expect([counts.applied, counts.suggested]).toEqual([1, 2])
      const now = await house.storage.units.byId(ours.id)
      expect(plain(now.target!)).toBe("Biziňki.")
      const suggestions = await house.storage.suggestions.openOf([ours.id])
      expect(suggestions.map(({ target }) => plain(target))).toEqual(["Olaryňky."])
    })

    it("applies once however often it is asked, also at the same time", async () => {
      await add("once")
      const { files } = await send("once", "tk")
      const plan = await back(xlf(files).replace("Hukuklaryňyz", "Hukuklar"))
      const results = await Promise.all([1, 2, 3].map(() => applyPlan(house, { import: plan.import.id }, local)))
      expect(new Set(results.map((each) => JSON.stringify(each))).size).toBe(1)
      const unit = (await units("once", "tk")).find(({ source }) => plain(source) === "Your rights")!
      expect([unit.revision, unit.origin]).toEqual([2, "import"])
      const again = await back(xlf(files).replace("Hukuklaryňyz", "Hukuklar"))
      expect([again.isRepeated, again.counts.update, again.counts.conflict]).toEqual([true, 0, 0])
      const empty = await applyPlan(house, { import: again.import.id }, local)
      expect(empty.counts.applied).toBe(0)
    })

    it("leaves units alone that were saved between plan and application", async () => {
      await add("race")
      const { files } = await send("race", "tk")
      const plan = await back(xlf(files).replace("Hukuklaryňyz", "Hukuklar"))
      const unit = (await units("race", "tk")).find(({ source }) => plain(source) === "Your rights")!
      await saveUnit(house, { unit: unit.id, revision: 1, target: "Haklaryňyz" }, local)
      const result = await applyPlan(house, { import: plan.import.id }, local)
      expect(result.units.find((each) => each.unit === unit.id)).toMatchObject({
        result: "suggested",
        code: "moved-on",
      })
      expect(plain((await house.storage.units.byId(unit.id)).target!)).toBe("Haklaryňyz")
    })

    it("takes, keeps or suggests as somebody decided, and takes all of it back", async () => {
      await add("decide")
      const { files } = await send("decide", "tk")
      const unit = (await units("decide", "tk")).find(({ source }) => plain(source) === "Your rights")!
      await saveUnit(house, { unit: unit.id, revision: 1, target: "Haklaryňyz", state: "reviewed" }, local)
      const plan = await back(xlf(files).replace("Hukuklaryňyz", "Hukuklar").replace("Habarlaşmak", "Aragatnaşyk"))
      const { number } = plan.changes.items.find((each) => each.unit === unit.id)!
      const decided = await decidePlan(
        house,
        {
          import: plan.import.id,
          revision: 1,
          changes: [{ number, decision: "take" }],
          kinds: [{ change: "update", decision: "keep" }],
        },
        local,
      )
      await expect(decidePlan(house, { import: plan.import.id, revision: 1 }, local)).rejects.toMatchObject({
        code: "plan/stale",
      })
      expect(decided.import.revision).toBe(2)
      expect((await applyPlan(house, { import: plan.import.id }, local)).counts.applied).toBe(1)
      expect(plain((await house.storage.units.byId(unit.id)).target!)).toBe("Hukuklar")

      const undone = await undoImport(house, { import: plan.import.id }, local)
      expect(undone.status).toBe("undone")
      const now = await house.storage.units.byId(unit.id)
      expect([plain(now.target!), now.state, now.revision]).toEqual(["Haklaryňyz", "reviewed", 4])
      expect(await undoImport(house, { import: plan.import.id }, local)).toMatchObject({ status: "undone" })
      expect((await house.storage.units.byId(unit.id)).revision).toBe(4)
      await expect(applyPlan(house, { import: plan.import.id }, local)).rejects.toMatchObject({ code: "plan/applied" })
    })

    it("leaves later work alone when an import is taken back", async () => {
      await add("later")
      const { files } = await send("later", "tk")
      const plan = await back(xlf(files).replace("Hukuklaryňyz", "Hukuklar"))
      await applyPlan(house, { import: plan.import.id }, local)
      const unit = (await units("later", "tk")).find(({ source }) => plain(source) === "Your rights")!
      await saveUnit(house, { unit: unit.id, revision: 2, target: "Täze" }, local)
      await undoImport(house, { import: plan.import.id }, local)
      expect(plain((await house.storage.units.byId(unit.id)).target!)).toBe("Täze")
    })

    it("keeps final text from those who may not finish, and caps states at the role", async () => {
      const { policy } = await add("rights")
      const { files } = await send("rights", "tk", "2.0")
      const unit = (await units("rights", "tk")).find(({ source }) => plain(source) === "Your rights")!
      await setState(house, { unit: unit.id, revision: 1, state: "final" }, local)
      const text = xlf(files)
        .replace("Hukuklaryňyz", "Hukuklar")
        .replace("Habarlaşmak", "Aragatnaşyk")
        .replaceAll('state="translated"', 'state="final"')
      const translator = person("t", policy.project, "translator", "tk")
      const plan = await back(text, translator)
      expect(plan.changes.items.find((each) => each.unit === unit.id)).toMatchObject({ change: "protected" })
      await decidePlan(
        house,
        { import: plan.import.id, revision: 1, kinds: [{ change: "protected", decision: "take" }] },
        translator,
      )
      await applyPlan(house, { import: plan.import.id }, translator)
      expect(plain((await house.storage.units.byId(unit.id)).target!)).toBe("Hukuklaryňyz")
      const other = (await units("rights", "tk")).find(({ source }) => plain(source) === "Contact")!
      expect([plain(other.target!), other.state]).toEqual(["Aragatnaşyk", "translated"])
      const refused = await back(text, person("x", policy.project, "translator", "az"))
      expect(refused.files[0]).toMatchObject({ accepted: false, problem: { code: "session/forbidden" } })
    })

    it("refuses what is no return, says why and where, and writes nothing", async () => {
      await add("refuse")
      const { files } = await send("refuse", "tk")
      const whole = xlf(files)
      for (const [text, code] of [
        ["<html><body>404</body></html>", /^xliff\//],
        [whole.slice(0, whole.length / 2), /^xliff\//],
        [whole.replace("<xliff", '<!DOCTYPE x SYSTEM "http://x.example/x.dtd"><xliff'), /^xliff\/doctype$/],
        [
          whole.replaceAll('target-language="tk"', 'target-language="az"').replaceAll('xml:lang="tk"', 'xml:lang="az"'),
          /^import\/target-language$/,
        ],
      ] as const) {
        const plan = await back(text)
        expect(plan.files[0]?.problem?.code).toMatch(code)
        expect(plan.changes.items).toEqual([])
      }
      const stranger = person("s", "elsewhere", "translator")
      const plan = await back(whole)
      await expect(showPlan(house, { import: plan.import.id }, stranger)).rejects.toMatchObject({
        code: "plan/unknown",
      })
      expect(await listImports(house, {}, stranger)).toEqual([])
    })

    it("goes between any two documents of a policy", async () => {
      await add("sideways")
      const { bundle, files } = await exportBundle(house, { policies: ["sideways"], from: "tk", to: ["en"] }, local)
      expect(bundle.units).toBeGreaterThan(5)
      expect(xlf(files)).toContain("We keep them for 30 days.")
      const { name, bytes } = await deliver(house, { policy: "sideways", from: "tk", to: "en" }, local)
      expect(name).toBe("p.en.md")
      expect(new TextDecoder().decode(bytes)).toContain("We keep them for 30 days.")
    })
  })
}

/** Fills every target with its source in capitals, codes and their ids untouched. */
function shouted(text: string, version: XliffVersion): string {
  const upper = (inline: string) =>
    inline.replace(
      /(<[^>]*>)|([^<]+)/g,
      (_, tag: string | undefined, words: string | undefined) => tag ?? words!.toUpperCase(),
    )
  if (version === "1.2") {
    return text
      .replace(/\s*<target\b[^>]*\/>|\s*<target\b[^>]*>[\s\S]*?<\/target>/g, "")
      .replace(
        /<source\b[^>]*>([\s\S]*?)<\/source>/g,
        (whole, inline: string) => `${whole}<target state="translated">${upper(inline)}</target>`,
      )
  }
  return text
    .replace(/\s*<target\b[^>]*\/>|\s*<target\b[^>]*>[\s\S]*?<\/target>/g, "")
    .replace(
      /<source\b[^>]*>([\s\S]*?)<\/source>/g,
      (whole, inline: string) => `${whole}<target xml:space="preserve">${upper(inline)}</target>`,
    )
    .replace(/<segment([^>]*?)(?: state="[^"]*")([^>]*)>/g, '<segment$1 state="translated"$2>')
}
