// A large return on the page: how far it is, stopped by a button, begun again, with and without the script.
import { afterAll, beforeAll, expect, it } from "vitest"
import { exportBundle } from "../../../server/journeys/export-bundle.ts"
import { local, type Beside } from "../../../server/journeys/house.ts"
import { keepPart } from "../../../server/journeys/imports/receive.ts"
import { openSite, type Site } from "./site.ts"

let site: Site
let xliff: Buffer
beforeAll(async () => {
  site = await openSite()
  const { files } = await exportBundle(site.house, { policies: [site.policy], to: ["tk"] }, local)
  xliff = Buffer.from(files.find(({ path }) => path.endsWith(".xlf"))!.bytes)
}, 60_000)
afterAll(() => site.house.close())

const beside = (carry?: Beside["carry"]) =>
  Object.assign(site.house, {
    beside:
      carry &&
      ({
        carry,
        keepPart: (part) => keepPart(site.house, part),
        progress: () => null,
        working: () => [],
        stop: () => {},
      } satisfies Beside | undefined),
  })
const send = async () =>
  (await site.upload("/import/translations").attach("file", xliff, "back.xlf")).headers["location"] ?? ""

it("shows how far it is, stops, and keeps nothing", async () => {
  beside(() => new Promise(() => {}))
  const address = await send()
  const id = address.split("/").at(-1)!
  await site.house.storage.jobs.tick(
    id,
    { phase: "comparing", done: 43, total: 100, units: 430, allUnits: 1_000 },
    site.house.now().toISOString(),
  )
  const page = await site.get(address)
  expect(page.text).toMatch(/<progress[^>]* value="43"/)
  expect(page.text).toMatch(/430.*1,000 units/)
  expect(page.text).toContain('<meta http-equiv="refresh" content="3">')
  const fragment = await site.get(`${address}/progress`)
  expect(fragment.headers["x-fragment"]).toBe("progress")
  expect(fragment.text).not.toContain("<html")
  expect((await site.get(`${address}/result.csv`)).status).toBe(409)
  expect((await site.get("/import/translations")).text).toContain("being prepared")

  expect((await site.post(`${address}/cancel`)).status).toBe(303)
  expect((await site.get(`${address}/progress`)).status).toBe(204)
  const stopped = await site.get(address)
  expect(stopped.text).toContain("It was stopped")
  expect(stopped.text).not.toContain("http-equiv")
})

it("says that it broke off, and begins again", async () => {
  beside(({ import: id }) => site.house.storage.jobs.end(id, "failed", null).then(() => {}))
  const address = await send()
  expect((await site.get(address)).text).toContain("Start again")
  beside(undefined)
  const again = await site.post(`${address}/restart`)
  expect(again.headers["location"]).toContain(address)
  expect((await site.get(address)).text).toContain("What this import would change")
})
