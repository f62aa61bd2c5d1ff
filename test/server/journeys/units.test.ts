// Saving, states, findings, history: whoever comes second loses nothing, and nobody goes past their role.
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { plain, tagged } from "../../../src/content.ts"
import { Problem } from "../../../src/errors.ts"
import { addDocuments } from "../../../server/journeys/add-documents.ts"
import { applyFix, ignoreFinding, reopenFinding } from "../../../server/journeys/decide-finding.ts"
import { local, nobody } from "../../../server/journeys/house.ts"
import { listPassages } from "../../../server/journeys/list-passages.ts"
import { saveUnit, setState } from "../../../server/journeys/save-unit.ts"
import { showUnit } from "../../../server/journeys/show-section.ts"
import { restoreRevision, unitHistory } from "../../../server/journeys/unit-history.ts"
import type { StoredUnit } from "../../../server/storage/types.ts"
import { engines } from "../engines.ts"
import { english, file, openTestHouse, person, turkmen, type TestHouse } from "../house.ts"

for (const engine of engines) {
  describe.skipIf(engine.skip)(`units on ${engine.name}${engine.skip ? ` (skipped: ${engine.skip})` : ""}`, () => {
    let house: TestHouse
    let project: string
    let all: StoredUnit[]
    const mixed = turkmen.replace("Olary 30 günläp", "Aboveokardaky maglumatlary 30 günläp and more")

    beforeAll(async () => {
      house = await openTestHouse(engine)
      const files = [file("a.en.md", english, "en"), file("a.tk.md", mixed, "tk")]
      const { policy } = await addDocuments(house, { policy: "p", files }, local)
      project = policy.project
      const { id } = (await house.storage.bitexts.find(policy.id, "en", "tk"))!
      all = await house.storage.units.ofBitext(id)
    })
    afterAll(() => house.close())

    const unitOf = async (source: string) =>
      house.storage.units.byId(all.find((unit) => plain(unit.source) === source)!.id)

    it("saves what was typed, with its codes, and keeps what was there", async () => {
      const unit = await unitOf("We collect your name, e-mail address and phone number.")
      const target = "Biz ⟦1⟧e-poçta⟦/1⟧ toplaýarys.\r\nHawa."
      const saved = await saveUnit(house, { unit: unit.id, revision: 1, target }, local)
      expect([tagged(saved.target!), saved.revision, saved.state, saved.origin]).toEqual([
        "Biz ⟦1⟧e-poçta⟦/1⟧ toplaýarys.\nHawa.",
        2,
        "translated",
        "human",
      ])
      const { revisions } = await unitHistory(house, { unit: unit.id }, local)
      expect(revisions.map(({ revision, target: text }) => [revision, plain(text!)])).toEqual([
        [2, "Biz e-poçta toplaýarys.\nHawa."],
        [1, plain(unit.target!)],
      ])
      const restored = await restoreRevision(house, { unit: unit.id, restore: 1, revision: 2 }, local)
      expect([tagged(restored.target!), restored.revision, restored.origin]).toEqual([
        tagged(unit.target!),
        3,
        "restore",
      ])
    })

    it("refuses unknown codes and clears only when asked", async () => {
      const unit = await unitOf("Your rights")
      await expect(saveUnit(house, { unit: unit.id, revision: 1, target: "Siz ⟦7⟧" }, local)).rejects.toMatchObject({
        code: "unit/codes",
      })
      const cleared = await saveUnit(house, { unit: unit.id, revision: 1, target: "  " }, local)
      expect([cleared.target, cleared.state]).toEqual([null, "initial"])
    })

    it("shows the second of two writers base, mine and theirs, and keeps mine as a suggestion", async () => {
      const unit = await unitOf("You can ask us to delete your data at any time.")
      const [ada, bek] = [person("ada", project, "translator", "tk"), person("bek", project, "translator", "tk")]
      await saveUnit(house, { unit: unit.id, revision: 1, target: "Ada ýazdy." }, ada)
      const second = saveUnit(house, { unit: unit.id, revision: 1, target: "Bek ýazdy." }, bek)
      await expect(second).rejects.toMatchObject({
        code: "unit/stale",
        status: 409,
        data: { base: 1, current: 2, baseText: tagged(unit.target!), mine: "Bek ýazdy.", theirs: "Ada ýazdy." },
      })
      await expect(saveUnit(house, { unit: unit.id, revision: 1, target: "Bek ýazdy." }, bek)).rejects.toThrow(Problem)
      const view = await showUnit(house, { unit: unit.id }, bek)
      expect(view.suggestions.map(({ target, author }) => [plain(target), author])).toEqual([["Bek ýazdy.", "bek"]])
      // The same text is no quarrel, whatever it was based on.
      expect((await saveUnit(house, { unit: unit.id, revision: 1, target: "Ada ýazdy." }, bek)).revision).toBe(2)
      // Taking one's own text over settles the suggestion.
      const merged = await saveUnit(house, { unit: unit.id, revision: 2, target: "Bek ýazdy." }, bek)
      expect(merged.suggestions).toEqual([])
    })

    it("lets nobody go past their role or language", async () => {
      const unit = await unitOf("Contact")
      const input = { unit: unit.id, revision: unit.revision, target: "Habarlaşyň" }
      await expect(saveUnit(house, input, nobody)).rejects.toMatchObject({ code: "session/required" })
      for (const [role, language] of [
        ["viewer", ""],
        ["translator", "az"],
      ] as const) {
        await expect(saveUnit(house, input, person("x", project, role, language))).rejects.toMatchObject({
          code: "session/forbidden",
        })
      }
      await expect(saveUnit(house, input, person("x", "elsewhere", "manager"))).rejects.toMatchObject({
        code: "unit/unknown",
      })
      const translator = person("x", project, "translator", "tk")
      const final = setState(house, { ...input, state: "final" }, translator)
      await expect(final).rejects.toMatchObject({ code: "session/forbidden" })
      const reviewed = await setState(house, { ...input, state: "reviewed" }, person("r", project, "reviewer"))
      const done = await setState(
        house,
        { unit: unit.id, revision: reviewed.revision, state: "final" },
        person("m", project, "manager"),
      )
      const late = saveUnit(house, { ...input, revision: done.revision }, translator)
      await expect(late).rejects.toMatchObject({ code: "session/forbidden" })
    })

    it("lets findings be ignored for a reason, reopened, and mended as proposed", async () => {
      const { items } = await listPassages(house, { policy: "p", language: "tk" }, local)
      const mendable = items.find(({ text }) => text.startsWith("Above"))!
      await expect(ignoreFinding(house, { finding: mendable.id, reason: " " }, local)).rejects.toMatchObject({
        code: "input/invalid",
      })
      const ignored = await ignoreFinding(house, { finding: mendable.id, reason: "a name" }, local)
      expect(ignored).toMatchObject({ status: "ignored", reason: "a name" })
      expect(await ignoreFinding(house, { finding: mendable.id, reason: "a name" }, local)).toEqual(ignored)
      // Ignored stays ignored while the unit is edited elsewhere.
      const unit = await house.storage.units.byId(mendable.unit)
      const edited = await saveUnit(
        house,
        { unit: unit.id, revision: 1, target: `${tagged(unit.target!)} Hawa.` },
        local,
      )
      expect(edited.findings.find(({ id }) => id === mendable.id)?.status).toBe("ignored")
      expect((await reopenFinding(house, { finding: mendable.id }, local)).status).toBe("open")
      // Whatever the check proposes today: this is what applying does.
      const open = await house.storage.findings.byId(mendable.id)
      const fix = { start: open.start, end: open.end, text: "Ýokardaky" }
      await house.storage.findings.saveMany([{ ...open, fix, revision: open.revision + 1 }])
      const mended = await applyFix(house, { finding: mendable.id, revision: edited.revision }, local)
      expect(plain(mended.target!)).toMatch(/^Ýokardaky maglumatlary/)
      expect(mended.findings.map(({ id }) => id)).not.toContain(mendable.id)
      expect((await house.storage.findings.byId(mendable.id)).status).toBe("fixed")
    })

    it("keeps everything anyone typed within reach, whoever wrote on whatever revision", async () => {
      const unit = await unitOf("Data we collect")
      const typed = new Set<string>()
      const write = fc.record({ text: fc.stringMatching(/^[a-zäýň]{1,8}$/), back: fc.nat(3) })
      await fc.assert(
        fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 4 }), async (writes) => {
          const { revision } = await house.storage.units.byId(unit.id)
          await Promise.allSettled(
            writes.map(({ text, back }) => {
              typed.add(text)
              return saveUnit(house, { unit: unit.id, revision: Math.max(1, revision - back), target: text }, local)
            }),
          )
          const revisions = (await house.storage.history.of(unit.id)).map(({ target }) => plain(target ?? []))
          const suggestions = (await house.storage.suggestions.openOf([unit.id])).map(({ target }) => plain(target))
          const reachable = new Set([...revisions, ...suggestions])
          expect([...typed].filter((text) => !reachable.has(text))).toEqual([])
        }),
        { numRuns: 15 },
      )
    })
  })
}
