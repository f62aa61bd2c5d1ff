// A large plan is carried out while everybody goes on: all of it or nothing, whoever stops it, dies, or saves meanwhile.
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { plain } from "../../../src/content.ts"
import { addDocuments } from "../../../server/journeys/add-documents.ts"
import { applyPlan, startWriting, undoImport } from "../../../server/journeys/apply-plan.ts"
import { exportBundle } from "../../../server/journeys/export-bundle.ts"
import { local } from "../../../server/journeys/house.ts"
import { openBeside } from "../../../server/journeys/imports/beside.ts"
import { cancelImport, showJob } from "../../../server/journeys/imports/job.ts"
import { receiveImport } from "../../../server/journeys/imports/receive.ts"
import { writeImport } from "../../../server/journeys/imports/write.ts"
import { decidePlan, planImport, showPlan } from "../../../server/journeys/plan-import.ts"
import { saveUnit } from "../../../server/journeys/save-unit.ts"
import { checkedText } from "../../../server/journeys/units/findings.ts"
import type { StoredUnit } from "../../../server/storage/types.ts"
import { engines } from "../engines.ts"
import { file, openTestHouse, person, type TestHouse } from "../house.ts"

const writer = fileURLToPath(new URL("./import-writer.ts", import.meta.url))
const paragraphs = 1_300
const english = Array.from({ length: paragraphs }, (_, at) => `Rule ${at}: we keep nothing of it for long.`).join(
  "\n\n",
)

for (const engine of engines) {
  describe.skipIf(engine.skip)(
    `writing imports on ${engine.name}${engine.skip ? ` (skipped: ${engine.skip})` : ""}`,
    () => {
      let house: TestHouse
      let url: string
      let policies = 0
      let project: string
      let plan: string
      let units: StoredUnit[]
      beforeAll(async () => {
        const database = await engine.fresh()
        url = database.url
        house = await openTestHouse({ name: engine.name, fresh: async () => database })
      })
      afterAll(() => house.close())

      /** A policy whose bundle came back complete; nobody has decided anything. */
      beforeEach(async () => {
        const policy = `p${++policies}`
        await addDocuments(house, { policy, files: [file("p.en.md", english, "en")] }, local)
        const { files } = await exportBundle(house, { policies: [policy], to: ["tk"] }, local)
        const text = new TextDecoder()
          .decode(files.find(({ path }) => path.endsWith(".xlf"))!.bytes)
          .replace(/<source[^>]*>Rule (\d+)[^<]*<\/source>/g, (all, number) => `${all}<target>${back(number)}</target>`)
        const made = await planImport(house, { files: [file("back.xlf", text)] }, local)
        expect(made.counts.update).toBe(paragraphs)
        plan = made.import.id
        const found = (await house.storage.policies.find(policy))!
        project = found.project
        units = await now(found.id)
      }, 60_000)

      /** The last says what the first says: only who reads all of the text can see that. */
      const back = (number: string) =>
        `Düzgün ${number === String(paragraphs - 1) ? 0 : number}: biz ondan uzak wagtlap hiç zat saklamaýarys.`
      const now = async (policy = units[0]!.policy) =>
        house.storage.units.ofBitext((await house.storage.bitexts.find(policy, "en", "tk"))!.id)
      const translated = async () => (await now()).filter(({ target }) => target !== null).length
      const jobOf = async () => (await house.storage.jobs.ofImports([plan])).get(plan)!
      const begin = () => house.storage.jobs.begin(plan, "applying", paragraphs, house.now().toISOString())
      const work = () => ({ kind: "apply", import: plan, actor: local }) as const

      it("checks, writes, tells how far it is, and takes it back", async () => {
        await begin()
        const told: string[] = []
        await writeImport(house, work(), { onProgress: ({ phase, units: done }) => told.push(`${phase} ${done}`) })
        expect(told.filter((each) => each.startsWith("checking")).length).toBeGreaterThan(3)
        expect(told.slice(-4)).toEqual(["writing 400", "writing 800", "writing 1200", `writing ${paragraphs}`])
        expect(await translated()).toBe(paragraphs)
        expect(await jobOf()).toMatchObject({ status: "ready" })
        const findings = await house.storage.findings.ofUnits(units.map(({ id }) => id))
        const [seen] = await house.analyse("check", { texts: [checkedText(await now(), "tk")] })
        expect(new Set(findings.map(({ unit, kind }) => `${unit} ${kind}`))).toEqual(
          new Set(seen!.map(({ block, kind }) => `${block} ${kind}`)),
        )
        expect(findings.filter(({ kind }) => kind === "duplicate").map(({ unit }) => unit)).toEqual([units.at(-1)!.id])
        expect(await house.storage.imports.keptFindings(plan, [...units.keys()])).toEqual(new Map())
        expect((await undoImport(house, { import: plan }, local)).counts).toMatchObject({
          applied: 0,
          kept: paragraphs,
        })
        expect(await translated()).toBe(0)
        expect((await now()).every(({ revision }) => revision === 3)).toBe(true)
      }, 60_000)

      it("keeps what somebody saves meanwhile, and the incoming text beside it", async () => {
        await begin()
        const [early, late] = [units[3]!, units.at(-1)!]
        const saves: Promise<unknown>[] = []
        const busy: TestHouse = {
          ...house,
          // After the look at all units, before they are written.
          async analyse(task, input) {
            if (saves.length === 0) await saves[saves.push(save(early)) - 1]
            return house.analyse(task, input)
          },
        }
        await writeImport(busy, work(), {
          onProgress({ phase, units: done }) {
            if (phase === "writing" && done === 400) saves.push(save(late))
          },
        })
        const outcomes = await Promise.allSettled(saves)
        expect(outcomes).toHaveLength(2)
        const after = await now()
        for (const [at, { id }] of [early, late].entries()) {
          const text = plain(after.find((unit) => unit.id === id)!.target!)
          const { suggestions, history } = house.storage
          const others = (await suggestions.openOf([id])).map(({ target }) => plain(target))
          const said = [...others, ...(await history.of(id)).map(({ target }) => plain(target ?? []))]
          // Nothing anybody typed is gone: it stands in the unit, in its history, or beside it.
          expect(said).toContain("Meniňki.")
          expect(said).toContain(back(/\d+/.exec(plain(units.find((unit) => unit.id === id)!.source))![0]))
          if (outcomes[at]!.status === "fulfilled") expect(text).toBe("Meniňki.")
          else expect((outcomes[at] as PromiseRejectedResult).reason).toMatchObject({ code: "unit/stale" })
        }
        expect(plain(after.find(({ id }) => id === early.id)!.target!)).toBe("Meniňki.")
        const { changes } = await showPlan(house, { import: plan, limit: "all" }, local)
        expect(changes.items.find(({ unit }) => unit === early.id)).toMatchObject({
          result: "suggested",
          resultCode: "moved-on",
        })
      }, 60_000)

      const save = ({ id, revision }: StoredUnit) => saveUnit(house, { unit: id, revision, target: "Meniňki." }, local)

      it("is stopped before the end, and has changed nothing", async () => {
        await begin()
        await expect(
          writeImport(house, work(), {
            onProgress: ({ phase }) => {
              if (phase === "checking") void cancelImport(house, { import: plan }, local).catch(() => {})
            },
            isStopped: () => false,
          }),
        ).rejects.toThrow()
        await new Promise((resolve) => setTimeout(resolve, 50))
        expect([await translated(), (await jobOf()).status]).toEqual([0, "ready"])

        await begin()
        let isWriting = false
        const isStopped = () => isWriting
        const onProgress = ({ phase }: { phase: string }) => (isWriting = phase === "writing")
        await expect(writeImport(house, work(), { onProgress, isStopped })).rejects.toThrow()
        expect(await translated()).toBe(0)
        expect(await house.storage.history.of(units[0]!.id)).toHaveLength(1)
        await house.storage.jobs.end(plan, "ready")
        expect((await applyPlan(house, { import: plan }, local)).counts.applied).toBe(paragraphs)
      }, 60_000)

      it("leaves nothing half written when its process is killed in the midst of it", async () => {
        await begin()
        const child = spawn(process.execPath, ["--import", "tsx", writer, url, plan], {
          stdio: ["ignore", "pipe", "inherit"],
        })
        let said = ""
        child.stdout.on("data", (part: Buffer) => {
          said += part.toString()
          if (said.includes("writing 800")) child.kill("SIGKILL")
        })
        await new Promise((resolve) => child.on("close", resolve))
        expect(said).toContain("writing 800")
        expect(said).not.toContain(`writing ${paragraphs}`)
        expect(await translated()).toBe(0)
        expect(await showJob(house, { import: plan }, local)).toMatchObject({ job: { status: "applying" } })
        await expect(decidePlan(house, { import: plan, revision: 1 }, local)).rejects.toMatchObject({
          code: "plan/applied",
        })
        house.pass(120_000)
        expect(await showJob(house, { import: plan }, local)).toBeNull()
        expect(await showPlan(house, { import: plan, limit: 1 }, local)).toMatchObject({ isBroken: true })
        expect((await applyPlan(house, { import: plan }, local)).counts.applied).toBe(paragraphs)
        expect(await showPlan(house, { import: plan, limit: 1 }, local)).toMatchObject({ isBroken: false })
      }, 60_000)

      it("is done by a thread, while reading and saving go on, and once however often it is asked", async () => {
        const { log, storage } = house
        const beside = openBeside({ database: url, storage, log })
        const threaded = { ...house, beside }
        try {
          const small = await addDocuments(
            house,
            { policy: `small${policies}`, files: [file("a.en.md", "One.", "en"), file("a.tk.md", "Bir.", "tk")] },
            local,
          )
          const bitext = (await storage.bitexts.find(small.policy.id, "en", "tk"))!
          const [unit] = await storage.units.ofBitext(bitext.id)
          const first = await startWriting(threaded, work())
          const second = await startWriting(threaded, work())
          let isOver = false
          const over = Promise.all([first.ended, second.ended]).finally(() => (isOver = true))
          let { revision } = unit!
          const seen = new Set<number>()
          while (!isOver) {
            await new Promise((resolve) => setTimeout(resolve, 5))
            seen.add(await translated())
            revision = (await saveUnit(house, { unit: unit!.id, revision, target: `Bir ${revision}.` }, local)).revision
          }
          await over
          seen.add(await translated())
          expect([...seen]).toEqual([0, paragraphs])
          expect((await now()).every((each) => each.revision === 2)).toBe(true)
          expect(beside.working()).toEqual([])

          await startWriting(threaded, { ...work(), kind: "undo" }).then(({ ended }) => ended)
          expect(await translated()).toBe(0)
        } finally {
          await beside.close()
        }
      }, 60_000)

      it("keeps arriving files beside the requests, and stops in the thread", async () => {
        const { log, storage } = house
        const beside = openBeside({ database: url, storage, log })
        const threaded = { ...house, beside }
        try {
          const bytes = new Uint8Array(600_000).fill(120)
          const id = await receiveImport(threaded, [{ name: "x.xlf", chunks: [bytes] }], local)
          const kept: Uint8Array[] = []
          for await (const part of storage.jobs.bytes(id, 0)) kept.push(part)
          expect(kept.map(({ length }) => length)).toEqual([262_144, 262_144, 75_712])
          expect(Buffer.concat(kept).equals(bytes)).toBe(true)

          const { ended } = await startWriting(threaded, work())
          while (beside.progress(plan)?.phase !== "writing") await new Promise((resolve) => setTimeout(resolve, 1))
          await cancelImport(threaded, { import: plan }, local)
          await ended
          // The last batch may have been written when it was told to stop: then it is applied, and nothing between.
          expect([0, paragraphs]).toContain(await translated())
          expect(await jobOf()).toMatchObject({ status: "ready" })
        } finally {
          await beside.close()
        }
      }, 60_000)

      it("breaks off when its thread is gone, and is refused to those who may not", async () => {
        const { log, storage } = house
        const beside = openBeside({ database: url, storage, log })
        const { ended } = await startWriting({ ...house, beside }, work())
        await beside.close()
        await ended
        expect([await translated(), (await jobOf()).status]).toEqual([0, "broken"])
        const translator = person("t", project, "viewer")
        await expect(startWriting(house, { ...work(), actor: translator })).rejects.toMatchObject({
          code: "session/forbidden",
        })
      }, 60_000)
    },
  )
}
