// What the bench of imports works on: a house, and the return of a bundle of many units.
import { createWriteStream } from "node:fs"
import { once } from "node:events"
import { addDocuments } from "../../server/journeys/add-documents.ts"
import { local } from "../../server/journeys/house.ts"
import { firstLink, useLink } from "../../server/journeys/sign-in.ts"
import { openHouse, type OpenHouse } from "../../server/open-house.ts"
import { xliffPieces } from "../../src/xliff/index.ts"
import { bundleUnit, returnedUnit, storedUnit } from "./units.ts"

/** A house with a small policy to look at and a unit of it to save, and a bundle of many units that is out. */
export async function furnish(folder: string, count: number): Promise<{ cookie: string; page: string; unit: string }> {
  const house = await openHouse({ data: folder }, { log: silent, isServer: false })
  try {
    const text = Array.from({ length: 40 }, (_, at) => `We keep rule ${at} for 30 days.`).join("\n\n")
    const small = await addDocuments(
      house,
      { policy: "small", files: [{ name: "a.en.md", bytes: Buffer.from(`# Privacy\n\n${text}\n`), language: "en" }] },
      local,
    )
    await addDocuments(
      house,
      {
        policy: "small",
        files: [{ name: "a.tk.md", bytes: Buffer.from("# Gizlinlik\n\nBiz saklaýarys.\n"), language: "tk" }],
      },
      local,
    )
    await fill(house, small.policy.id, small.policy.project, count)
    const secret = await firstLink(house)
    const { session } = await useLink(house, {
      secret: secret!,
      email: "a@example.org",
      password: "correct horse battery",
      agent: "bench",
    })
    const bitext = await house.storage.bitexts.find(small.policy.id, "en", "tk")
    const units = await house.storage.units.ofBitext(bitext!.id)
    const unit = units.findLast(({ source }) => source.length > 0)!.id
    return { cookie: `besh-session=${session}`, page: `/policies/${small.policy.id}/tk/sections`, unit }
  } finally {
    await house.close()
  }
}

async function fill(house: OpenHouse, policy: string, project: string, count: number): Promise<void> {
  const now = house.now().toISOString()
  const bitext = "large"
  await house.storage.transaction(async (inside) => {
    await inside.bitexts.insert({ id: bitext, policy, from: "en", to: "az", isPrimary: false }, now)
    const all = Array.from({ length: count }, (_, at) => storedUnit(at, { policy, bitext, now }))
    await inside.units.insert(all)
    await inside.bundles.insert(
      {
        id: "bench",
        project,
        name: "bench.zip",
        request: {
          policies: [policy],
          from: "en",
          languages: ["az"],
          version: "2.0",
          units: "all",
          since: null,
          copySource: false,
        },
        units: count,
        words: count,
        digest: "bench",
        createdAt: now,
        createdBy: null,
      },
      new Uint8Array(),
      all.map((unit) => bundleUnit(unit)),
    )
  })
}

export async function writeReturn(file: string, count: number): Promise<void> {
  const out = createWriteStream(file)
  const units = (function* () {
    for (let at = 0; at < count; at += 1) yield returnedUnit(at)
  })()
  const pieces = xliffPieces([{ id: "large", original: "p.md", from: "en", to: "az", units }], {
    version: "2.0",
    exportId: "bench",
  })
  for (const piece of pieces) if (!out.write(piece)) await once(out, "drain")
  await new Promise<void>((resolve) => out.end(resolve))
}

const silent = { info: () => {}, warn: () => {}, error: () => {} }
