// A process that saves and saves, says so after each, and does not mind being killed. See kill.test.ts.
import { openStorage } from "../../../server/storage/storage.ts"

const [url = "", unit = "", turns = "1000000"] = process.argv.slice(2)
const storage = await openStorage(url)
for (let turn = 0; turn < Number(turns); turn++) {
  try {
    const saved = await storage.transaction(async (inside) => {
      const now = await inside.units.byId(unit)
      const next = await inside.units.save({ ...now, target: [`${process.pid} ${turn}`] })
      await inside.history.append([
        {
          unit,
          revision: next.revision,
          source: next.source,
          target: next.target,
          state: next.state,
          flag: null,
          origin: "human",
          author: null,
          import: null,
          comment: "",
          createdAt: "2026-11-22T10:00:00.000Z",
        },
      ])
      return next.revision
    })
    process.stdout.write(`${saved} ${process.pid} ${turn}\n`)
  } catch (error) {
    if ((error as { code?: string }).code !== "unit/stale") throw error
  }
}
await storage.close()
