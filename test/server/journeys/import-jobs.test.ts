// An import on its way: any number of units in batches, stopped, broken off, begun again; nothing is ever half there.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { addDocuments } from "../../../server/journeys/add-documents.ts"
import { applyPlan } from "../../../server/journeys/apply-plan.ts"
import { exportBundle } from "../../../server/journeys/export-bundle.ts"
import { local } from "../../../server/journeys/house.ts"
import { carryOut } from "../../../server/journeys/imports/carry-out.ts"
import { cancelImport, restartImport, showJob, startPlanning } from "../../../server/journeys/imports/job.ts"
import { receiveImport } from "../../../server/journeys/imports/receive.ts"
import { listImports, planImport, showPlan } from "../../../server/journeys/plan-import.ts"
import { zip } from "../../../server/workers/zip.ts"
import { engines } from "../engines.ts"
import { file, openTestHouse, person, type TestHouse } from "../house.ts"

const paragraphs = 1_300
const policy = Array.from({ length: paragraphs }, (_, at) => `Rule ${at}: we keep nothing.`).join("\n\n")

for (const engine of engines) {
  describe.skipIf(engine.skip)(`imports on ${engine.name}${engine.skip ? ` (skipped: ${engine.skip})` : ""}`, () => {
    let house: TestHouse
    let text: string
    let project: string
    beforeAll(async () => {
      house = await openTestHouse(engine)
      await addDocuments(house, { policy: "long", files: [file("p.en.md", policy, "en")] }, local)
      const { files } = await exportBundle(house, { policies: ["long"], to: ["de"] }, local)
      project = (await house.storage.policies.find("long"))!.project
      text = new TextDecoder()
        .decode(files.find(({ path }) => path.endsWith(".xlf"))!.bytes)
        .replace(/<source[^>]*>([^<]*)<\/source>/g, '$&<target xml:lang="de" state="translated">DE $1</target>')
    }, 60_000)
    afterAll(() => house.close())

    const receive = (content = text, actor = local) =>
      receiveImport(house, [{ name: "back.xlf", chunks: [new TextEncoder().encode(content)] }], actor)
    const jobOf = async (id: string) => (await house.storage.jobs.ofImports([id])).get(id)!
    const remains = async (id: string) => [
      (await house.storage.imports.changes(id, { limit: 1 })).length,
      (await house.storage.imports.files([id])).length,
    ]

    it("plans in batches what it would plan at once, and tells how far it is", async () => {
      const id = await receive()
      expect(await showJob(house, { import: id }, local)).toMatchObject({ share: 0, job: { phase: "reading" } })
      await expect(showPlan(house, { import: id }, local)).rejects.toMatchObject({ code: "plan/planning" })
      const told: number[] = []
      await carryOut(house, id, local, ({ units }) => told.push(units))
      expect(told.length).toBeGreaterThan(3)
      expect(told).toEqual(told.toSorted((a, b) => a - b))
      expect(await showJob(house, { import: id }, local)).toBeNull()
      const { changes, counts } = await showPlan(house, { import: id, limit: "all" }, local)
      expect(counts.update).toBe(paragraphs)
      expect(changes.items.map(({ number }) => number)).toEqual(changes.items.map((_, at) => at))
      expect(await house.storage.jobs.receivedFiles(id)).toEqual([])
    })

    it("finds a unit that stands twice, and units that are missing, over the borders of batches", async () => {
      const units = text.match(/<trans-unit[\s\S]*?<\/trans-unit>\n/g)!
      const [first] = units
      const second = first!.replace(">DE ", ">Anders: ")
      const copy = text.match(/<file[\s\S]*?<body>/)![0].replace(/original="[^"]*"/, 'original="other"')
      const without = text.replace(units.at(-1)!, "").replace(units[700]!, "")
      const doubled = without.replace("</xliff>", `${copy}${second}</body></file></xliff>`)
      const plan = await planImport(house, { files: [file("x.xlf", doubled)] }, local)
      expect(plan.counts).toMatchObject({ refused: 2, missing: 2, update: paragraphs - 3 })
    })

    it("is stopped between two batches, and leaves nothing", async () => {
      const id = await receive()
      let batches = 0
      await carryOut(house, id, local, ({ units }) => {
        if (units > 0 && ++batches === 1) void cancelImport(house, { import: id }, local)
      })
      expect(await jobOf(id)).toMatchObject({ status: "cancelled" })
      expect(await remains(id)).toEqual([0, 0])
      expect(await house.storage.jobs.receivedFiles(id)).toEqual([])
      await expect(restartImport(house, { import: id }, local)).rejects.toMatchObject({ code: "plan/stale" })
      await expect(applyPlan(house, { import: id }, local)).rejects.toMatchObject({ code: "plan/planning" })
      expect((await listImports(house, {}, local)).find((each) => each.id === id)).toMatchObject({ job: "cancelled" })
    })

    it("is given up when its process is gone, and begun again by another", async () => {
      const id = await receive()
      // A process that dies leaves the job as it was last told of, and what it had written.
      await house.storage.jobs.tick(
        id,
        { phase: "comparing", done: 9, total: 99, units: 400, allUnits: 1_300 },
        house.now().toISOString(),
      )
      expect(await showJob(house, { import: id }, local)).toMatchObject({ canRestart: false })
      house.pass(120_000)
      expect(await showJob(house, { import: id }, local)).toMatchObject({ canRestart: true, job: { status: "failed" } })
      await restartImport(house, { import: id }, local)
      await startPlanning(house, id, local)
      expect((await showPlan(house, { import: id }, local)).counts.update).toBe(paragraphs)
    })

    it("fails without a trace when something of ours goes wrong", async () => {
      const id = await receive()
      const broken = { ...house, storage: { ...house.storage, units: { ...house.storage.units } } }
      broken.storage.units.byIds = () => Promise.reject(new Error("no such column"))
      await carryOut(broken, id, local)
      expect(await jobOf(id)).toMatchObject({ status: "failed" })
      expect(await remains(id)).toEqual([0, 0])
      expect(await showJob(house, { import: id }, local)).toMatchObject({ canRestart: true })
    })

    it("refuses what cannot be read to its end, and takes the others", async () => {
      const packed = await zip([
        { path: "a.xlf", bytes: new TextEncoder().encode(text) },
        { path: "b.xlf", bytes: new TextEncoder().encode(text.slice(0, -300)) },
      ])
      const plan = await planImport(house, { files: [{ name: "both.zip", bytes: packed }] }, local)
      expect(plan.files.map(({ accepted }) => accepted)).toEqual([true, false])
      expect(plan.counts.update).toBe(paragraphs)
    })

    it("keeps nothing of an upload that breaks off, or is too large", async () => {
      async function* broken() {
        yield new Uint8Array(600_000)
        throw new Error("the line went dead")
      }
      const before = (await house.storage.imports.list(500)).length
      await expect(receiveImport(house, [{ name: "x.xlf", chunks: broken() }], local)).rejects.toThrow("dead")
      expect((await house.storage.imports.list(500)).length).toBe(before)
      const large = "<!-- -->".repeat(8 * 1024 * 1024 + 1)
      const plan = await planImport(house, { files: [file("large.xlf", large)] }, local)
      expect(plan.files[0]?.problem?.code).toBe("input/too-large")
    })

    it("is nobody else's business", async () => {
      const id = await receive(text, person("one", project, "translator"))
      const two = person("two", project, "translator")
      await expect(showJob(house, { import: id }, two)).rejects.toMatchObject({ code: "plan/unknown" })
      await expect(cancelImport(house, { import: id }, two)).rejects.toMatchObject({ code: "plan/unknown" })
    })
  })
}
