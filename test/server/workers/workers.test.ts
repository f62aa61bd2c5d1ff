import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { Problem } from "../../../src/errors.ts"
import { openPool } from "../../../server/workers/pool.ts"
import { returnedFiles } from "../../../server/workers/returns.ts"
import { run } from "../../../server/workers/run.ts"
import { unzip, zip } from "../../../server/workers/zip.ts"
import { english, turkmen } from "../house.ts"

const bytes = (text: string) => new TextEncoder().encode(text)

describe("the pool of workers", () => {
  const pool = openPool({ workers: 2, timeout: 20_000 })
  afterAll(() => pool.close())

  it("reads, aligns and checks as the thread itself would", async () => {
    const files = [
      { name: "a.md", bytes: bytes(english) },
      { name: "b.md", bytes: bytes(turkmen) },
    ]
    const there = await Promise.all(files.map((file) => pool.analyse("read", file)))
    expect(there).toEqual(await Promise.all(files.map((file) => run("read", file))))
    const documents = there.map(({ document, languages }) => ({ document, language: languages[0]!.tag }))
    expect(await pool.analyse("align", { documents, links: [] })).toEqual(await run("align", { documents, links: [] }))
  })

  it("hands refusals over as they are", async () => {
    const refusal = pool.analyse("read", { name: "a.md", bytes: new Uint8Array() })
    await expect(refusal).rejects.toThrow(Problem)
    await expect(refusal).rejects.toMatchObject({ code: "input/empty", data: { name: "a.md" } })
  })

  it("stops what takes too long, and goes on", async () => {
    const quick = openPool({ workers: 1, timeout: 1_500 })
    await quick.analyse("read", { name: "warm.md", bytes: bytes("Hello there.") })
    const slow = openPool({ workers: 1, timeout: 1 })
    const endless = slow.analyse("read", { name: "slow.md", bytes: bytes("word ".repeat(900_000)) })
    await expect(endless).rejects.toMatchObject({ code: "input/slow", data: { name: "slow.md" } })
    await slow.close()
    const after = await quick.analyse("read", { name: "b.md", bytes: bytes("Hello again.") })
    expect(after.document.text).toBe("Hello again.")
    await quick.close()
    await expect(quick.analyse("read", { name: "c.md", bytes: bytes("x") })).rejects.toThrow("closed")
  })
})

describe("zip", () => {
  const files = [
    { path: "b/ýörelge.xlf", bytes: bytes("two") },
    { path: "a.txt", bytes: bytes("one".repeat(1_000)) },
  ]

  it("gives back what went in, and the same bytes for the same files in any order", async () => {
    const packed = await zip(files)
    expect(Buffer.from(await zip(files.toReversed())).equals(packed)).toBe(true)
    const unpacked = await unzip(packed, "x.zip")
    expect(unpacked.map(({ path, bytes: content }) => [path, content.length])).toEqual([
      ["a.txt", 3_000],
      ["b/ýörelge.xlf", 3],
    ])
  })

  it("leaves litter out and refuses a zip in a zip, doubles and bombs", async () => {
    const litter = ["__MACOSX/a.xlf", ".DS_Store", "x/._a.xlf", "Thumbs.db"].map((path) => ({
      path,
      bytes: bytes("x"),
    }))
    expect((await unzip(await zip([...files, ...litter]), "x.zip")).length).toBe(2)
    const nested = await zip([{ path: "a.zip", bytes: await zip(files) }])
    await expect(unzip(nested, "x.zip")).rejects.toMatchObject({ code: "zip/nested" })
    const doubles = await zip(["A.xlf", "a.xlf"].map((path) => ({ path, bytes: bytes("x") })))
    await expect(unzip(doubles, "x.zip")).rejects.toMatchObject({ code: "zip/duplicate" })
    const bomb = await zip([{ path: "a.xlf", bytes: new Uint8Array(30 * 1024 * 1024) }])
    await expect(unzip(bomb, "x.zip")).rejects.toMatchObject({ code: "zip/ratio" })
    await expect(unzip(bytes("PK\u0003\u0004 not really"), "x.zip")).rejects.toMatchObject({ code: "zip/corrupt" })
  })

  const hostile = join(import.meta.dirname, "../../../../shared/xliff/adversarial")
  it.skipIf(!existsSync(hostile)).each([
    ["72-zip-absolute.zip", "zip/path"],
    ["74-zip-bomb.zip", "zip/ratio"],
    ["76-zip-duplicate-names.zip", "zip/duplicate"],
    ["78-zip-many-entries.zip", "zip/entries"],
    ["7a-zip-lying-size.zip", "zip/corrupt"],
  ])("refuses %s with %s", async (name, code) => {
    const bytes = readFileSync(join(hostile, name))
    const [file] = await returnedFiles([{ name, size: bytes.length, open: () => [bytes] }])
    expect(file?.problem?.code).toBe(code)
  })
})
