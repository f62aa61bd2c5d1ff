// A process that carries a plan out, says how far it is, and does not mind being killed. See import-writing.test.ts.
import { randomBytes } from "node:crypto"
import { local, type House } from "../../../server/journeys/house.ts"
import { writeImport } from "../../../server/journeys/imports/write.ts"
import { openStorage } from "../../../server/storage/storage.ts"
import { run } from "../../../server/workers/run.ts"

const [url = "", id = ""] = process.argv.slice(2)
const house: House = {
  storage: await openStorage(url),
  now: () => new Date("2026-11-22T10:00:00.000Z"),
  randomId: () => `w${randomBytes(9).toString("hex")}`,
  analyse: run,
  log: { info: () => {}, warn: () => {}, error: () => {} },
  sentence: async (_language, key) => key,
}
await writeImport(
  house,
  { kind: "apply", import: id, actor: local },
  { onProgress: ({ phase, units }) => process.stdout.write(`${phase} ${units}\n`) },
)
await house.storage.close()
