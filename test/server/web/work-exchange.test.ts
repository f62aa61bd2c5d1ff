// Out and home again through the pages: a bundle, a translator's tool, a plan, choices, the result, undone.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { cell, resultCsv, resultJson, type Portions } from "../../../server/routes/work/result.ts"
import type { Words } from "../../../server/i18n.ts"
import type { PlannedChange, PlanResult } from "../../../server/journeys/plan-import.ts"
import { fill, open, pack, type Entry } from "../../e2e/xliff-editor.ts"
import { openSite, type Site } from "./site.ts"

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 60_000)
afterAll(() => site.house.close())

const form = { to: "tk", version: "1.2", units: "all" }
const receive = (zip: Buffer, name = "returned.zip") => site.upload("/import/translations").attach("file", zip, name)

async function leave(): Promise<Entry[]> {
  const made = await site.post("/bundles", { policy: site.policy, ...form })
  expect(made.status).toBe(303)
  const id = /#b-(.+)$/.exec(made.headers["location"] ?? "")?.[1] ?? ""
  const answer = await site.get(`/bundles/${id}`).buffer(true).parse(binary)
  expect(answer.headers["content-type"]).toBe("application/zip")
  expect(answer.headers["content-disposition"]).toMatch(/^attachment; filename="[\w.-]+\.zip"/)
  return open(answer.body as Buffer)
}

function binary(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = []
  const stream = response as NodeJS.ReadableStream
  stream.on("data", (chunk: Buffer) => chunks.push(chunk))
  stream.on("end", () => done(null, Buffer.concat(chunks)))
}

const edited = (entries: readonly Entry[], translate: Parameters<typeof fill>[1]) =>
  pack(entries.map((each) => (each.path.endsWith(".xlf") ? { ...each, text: fill(each.text, translate) } : each)))

describe("bundles", () => {
  it("asks for what is missing, with what was chosen still chosen", async () => {
    const answer = await site.post("/bundles", { policy: site.policy, version: "2.1", units: "unresolved" })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain("Choose at least one language.")
    expect(answer.text).toMatch(/value="2.1" checked/)
    expect((await site.post("/bundles", { ...form, policy: site.policy, units: "changed" })).text).toContain(
      "Choose the day",
    )
  })

  it("asks for a number of words that is one", async () => {
    const answer = await site.post("/bundles", { ...form, policy: site.policy, words: "0" })
    expect([answer.status, answer.text.includes('value="0"')]).toEqual([400, true])
    expect(answer.text).toContain("Give a whole number of words")
  })

  it("cuts a large bundle into numbered parts", async () => {
    expect((await site.post("/bundles", { ...form, policy: site.policy, words: "20" })).status).toBe(303)
    const { text } = await site.get("/bundles")
    expect(text.match(/part \d of \d/g)).toEqual(["part 1 of 3", "part 2 of 3", "part 3 of 3"])
  })

  it("follows an earlier bundle", async () => {
    await leave()
    const { text } = await site.get("/bundles/new")
    const [, bundle = ""] = /<select id="bundle"[^]*?<option value="(e\w+)"/.exec(text) ?? []
    const answer = await site.post("/bundles", { ...form, policy: site.policy, units: "changed", bundle })
    expect([answer.status, answer.text.includes(`value="${bundle}" selected`)]).toEqual([409, true])
    expect(answer.text).toContain("nothing to translate in this choice")
  })

  it.each(["1.2", "2.0", "2.1", "2.2"])("leaves as XLIFF %s", async (version) => {
    expect((await site.post("/bundles", { ...form, policy: site.policy, version })).status).toBe(303)
    expect((await site.get("/bundles")).text).toContain(`XLIFF ${version}`)
  })
})

describe("imports", () => {
  it("previews, decides, applies, tells why, and undoes", async () => {
    const entries = await leave()
    const zip = await edited(entries, (_source, target) =>
      target.includes("30") ? "=1+1 Olary otuz günläp saklaýarys." : null,
    )
    const received = await receive(zip)
    expect(received.status).toBe(303)
    expect(received.headers["location"]).toMatch(/change=update$/)
    const [address = ""] = (received.headers["location"] ?? "").split("?")

    const whole = await site.get(address)
    expect(whole.text).not.toMatch(/>[^<]*\b(?:plan|bundles?|change|decision|import)\.[a-z-]+\b/)
    const plan = await site.get(`${address}?change=update`)
    expect(plan.text).toMatch(/<ins>[^<]*otuz/)
    expect(plan.text).toMatch(/name="decision-\d+" value="take" checked/)
    const number = /name="decision-(\d+)"/.exec(plan.text)?.[1] ?? ""
    const revision = (text: string) => /name="revision" value="(\d+)"/.exec(text)?.[1] ?? ""

    const kept = await site.post(`${address}/decide`, {
      revision: revision(plan.text),
      all: "update:keep",
      back: address,
    })
    expect(kept.status).toBe(303)
    const stale = await site.post(`${address}/decide`, { revision: revision(plan.text), all: "update:take" })
    expect(stale.status).toBe(409)

    const now = await site.get(`${address}?change=update`)
    expect(now.text).toMatch(/value="keep" checked/)
    const applied = await site.post(`${address}/apply`, {
      revision: revision(now.text),
      [`decision-${number}`]: "take",
    })
    expect(applied.status).toBe(303)
    const result = await site.get(`${address}?change=update`)
    expect(result.text).toContain("Taken")
    expect(result.text).not.toContain("/apply")

    const csv = await site.get(`${address}/result.csv`)
    expect(csv.text).toContain("'=1+1 Olary otuz")
    expect(csv.text.charCodeAt(0)).toBe(0xfeff)
    const { body, text } = await site.get(`${address}/result.json`)
    const json = body as { files: { units: { result: string }[] }[] }
    expect(text).toBe(`${JSON.stringify(json, null, 2)}\n`)
    expect(json.files[0]?.units.filter(({ result }) => result === "applied")).toHaveLength(1)

    expect((await site.post(`${address}/undo`)).status).toBe(303)
    expect((await site.get(address)).text).toContain("undone")
  })

  it("names the code that a text has lost, once", async () => {
    const zip = await edited(await leave(), (source) => (/<(?:bpt|g)\b/.test(source) ? "Salgysyz." : null))
    const { text } = await site.get((await receive(zip)).headers["location"]?.split("?")[0] ?? "")
    expect(text).not.toContain("{code}")
    const [change = ""] = text.split('<li class="sheet change"').filter((each) => each.includes("Salgysyz"))
    expect(change.match(/Put it back/g)).toHaveLength(1)
    expect(change).not.toContain("new-state")
  })

  it("says which file is refused, and why, and takes the others", async () => {
    const entries = await leave()
    const broken = {
      path: "tk/broken.xlf",
      text: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><xliff>&b;</xliff>',
    }
    const { text } = await site.get((await receive(await pack([...entries, broken]))).headers["location"] ?? "")
    expect(text).toContain('data-accepted="no"')
    expect(text).toContain('data-accepted="yes"')
    expect(text).toMatch(/line ⁨?\d/)
  })

  it.each([
    ["no file at all", null, 400],
    ["a zip that is none", Buffer.from("PK\u0003\u0004 not really"), 303],
  ])("%s", async (_, bytes, status) => {
    const upload = site.upload("/import/translations")
    const answer = bytes ? await upload.attach("file", bytes, "x.zip") : await upload.field("nothing", "")
    expect(answer.status).toBe(status)
    const page = status === 303 ? await site.get(answer.headers["location"] ?? "") : answer
    expect(page.text).toMatch(/class="problem"|data-accepted="no"/)
    if (status === 303) expect(page.text).toContain("Nothing here can be imported")
  })
})

describe("CSV cells", () => {
  it.each([
    ["plain", "Olary saklaýarys", "Olary saklaýarys"],
    ["a formula", "=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["a sign", "-1", "'-1"],
    ["a command", "@SUM(A1)", "'@SUM(A1)"],
    ["commas and quotes", 'a, "b"', '"a, ""b"""'],
    ["lines", "a\nb", '"a\nb"'],
  ])("%s", (_, text, shown) => expect(cell(text)).toBe(shown))
})

describe("a result in portions", () => {
  const words = {} as Words
  const plan = {
    import: { id: "i1", status: "applied" },
    files: [1, 2].map((number) => ({ number, path: `${number}.xlf`, accepted: true, problem: null })),
  } as unknown as PlanResult
  const units = Array.from({ length: 5 }, (_, n) => ({
    unit: `u${n}`,
    file: 1,
    texts: { before: "a\n", after: '"b"' },
  }))
  async function* portions(...sizes: number[]): Portions {
    let from = 0
    for (const size of sizes) yield units.slice(from, (from += size)) as unknown as PlannedChange[]
  }
  const all = async (parts: AsyncIterable<string>) => {
    let text = ""
    for await (const part of parts) text += part
    return text
  }
  const file = (number: number, ...sizes: number[]) => (number === 1 ? portions(...sizes) : portions())

  it("is the same text however it is cut", async () => {
    const whole = await all(resultJson(plan, (number) => file(number, 5), words))
    expect(JSON.parse(whole)).toMatchObject({ files: [{ units: units.map(({ unit }) => ({ unit })) }, { units: [] }] })
    expect(whole).toBe(`${JSON.stringify(JSON.parse(whole), null, 2)}\n`)
    expect(await all(resultJson(plan, (number) => file(number, 0, 2, 0, 3), words))).toBe(whole)
    expect(await all(resultCsv(plan, portions(2, 3), words))).toBe(await all(resultCsv(plan, portions(5), words)))
    expect((await all(resultCsv(plan, portions(5), words))).split("\r\n")).toHaveLength(7)
  })
})
