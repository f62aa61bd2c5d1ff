// What was acknowledged is there, whoever is killed and whoever writes beside: two processes on one database.
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { plain } from "../../../src/content.ts"
import { addDocuments } from "../../../server/journeys/add-documents.ts"
import { local } from "../../../server/journeys/house.ts"
import { openStorage } from "../../../server/storage/storage.ts"
import { engines } from "../engines.ts"
import { english, file, openTestHouse, turkmen } from "../house.ts"

const saver = fileURLToPath(new URL("./saver.ts", import.meta.url))

/** Runs the saver until it has said `lines` lines, then kills it (or lets it end). */
function save(url: string, unit: string, lines: number, isKilled: boolean): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const words = ["--import", "tsx", saver, url, unit, isKilled ? "1000000" : String(lines)]
    const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] })
    let said = ""
    child.stdout.on("data", (part: Buffer) => {
      said += part.toString()
      if (isKilled && said.split("\n").length > lines) child.kill("SIGKILL")
    })
    child.on("error", reject)
    child.on("close", () => {
      resolve(said.split("\n").slice(0, -1))
    })
  })
}

for (const engine of engines) {
  describe.skipIf(engine.skip)(`killed on ${engine.name}${engine.skip ? ` (skipped: ${engine.skip})` : ""}`, () => {
    it("no acknowledged save is lost, none is half done, and the other process goes on", async () => {
      const database = await engine.fresh()
      const storage = await openStorage(database.url)
      const house = await openTestHouse({
        name: engine.name,
        fresh: async () => ({ url: database.url, drop: async () => {} }),
      })
      const { policy } = await addDocuments(
        house,
        { policy: "p", files: [file("a.en.md", english), file("a.tk.md", turkmen)] },
        local,
      )
      await house.close()
      const bitext = (await storage.bitexts.find(policy.id, "en", "tk"))!
      const [unit] = await storage.units.ofBitext(bitext.id)

      const said = await Promise.all([save(database.url, unit!.id, 60, true), save(database.url, unit!.id, 120, false)])
      const acknowledged = said.flat().map((line) => line.split(" "))
      const history = new Map(
        (await storage.history.of(unit!.id)).map((each) => [each.revision, plain(each.target ?? [])]),
      )
      const now = await storage.units.byId(unit!.id)
      expect(acknowledged.length).toBeGreaterThan(100)
      for (const [revision, process, turn] of acknowledged)
        expect(history.get(Number(revision))).toBe(`${process} ${turn}`)
      expect([Math.max(...history.keys()), history.size]).toEqual([now.revision, now.revision])
      await storage.close()
      await database.drop()
    }, 60_000)
  })
}
