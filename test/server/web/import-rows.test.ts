// The table of an import as people see it: each of its twenty rows on the page of one plan, with the kind of change, the
// reason in words, and whether there is anything to decide. What comes of each rule is proved in test/core/merge.
import { chromium } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { plain } from "../../../src/content.ts"
import { addDocuments } from "../../../server/journeys/add-documents.ts"
import { exportBundle } from "../../../server/journeys/export-bundle.ts"
import { local } from "../../../server/journeys/house.ts"
import { saveUnit, setState } from "../../../server/journeys/save-unit.ts"
import type { StoredUnit } from "../../../server/storage/types.ts"
import english from "../../../locales/en.json" with { type: "json" }
import { findChromium } from "../../e2e/chromium.ts"
import { file } from "../house.ts"
import { openSite, type Site } from "./site.ts"

/** Name, what its paragraph is about, its translation when the bundle left, kind of change, reason, warning. */
type Row = readonly [string, string, string, string, string, string?]

const rows: readonly Row[] = [
  ["1 nothing changed", "apples", "Almalar", "unchanged", "same"],
  ["2 they translated", "boats", "", "update", "new"],
  ["3 we changed", "candles", "Şemler", "unchanged", "ours"],
  ["4 both the same", "drums", "Deprek", "unchanged", "both"],
  ["5 both differ", "eagles", "Bürgüt", "conflict", "both-changed"],
  ["6 final here", "forests", "Tokaý", "protected", "final"],
  ["7 nothing delivered", "gardens", "", "empty", "untranslated"],
  ["7 emptied", "hammers", "Çekiç", "empty", "emptied"],
  ["7 empty but done", "insects", "Mör-möjek", "refused", "empty-target"],
  ["8 the source copied", "jackets", "", "empty", "copy"],
  ["9 the source moved on", "kettles", "Çäýnek", "stale", "stale"],
  ["10 and was translated again", "lanterns", "Çyra", "stale", "stale-conflict"],
  ["11 they had the new source", "mirrors", "Aýna", "update", "new", "source-newer"],
  ["12 another source", "needles", "", "refused", "source-mismatch"],
  ["13 reflowed", "oranges", "", "update", "new", "source-whitespace"],
  ["14 gone from the document", "pencils", "Galam", "unknown", "unit-removed"],
  ["15 nobody's unit", "from-elsewhere", "", "unknown", "unit-unknown"],
  ["16 of another export, free", "quilts", "", "update", "new"],
  ["16 of another export, taken", "ribbons", "", "conflict", "no-base"],
  ["17 did not come back", "saddles", "Eýer", "missing", "unit-missing"],
  ["18 twice, with two texts", "tables", "", "refused", "duplicate-unit"],
  ["18 twice, with one text", "umbrellas", "", "update", "new", "duplicate-same"],
  ["19 in segments", "violins", "", "update", "new", "segments"],
  ["20 in another file", "windows", "", "update", "new", "moved"],
]
const decidable = new Set(["update", "conflict", "stale", "protected"])
const later = ["quilts", "ribbons"]
const sentence = (about: string) => `We say what we do with ${about} and nothing else.`
const document = (texts: readonly string[]) => file("rows.en.md", `# Rows\n\n${texts.join("\n\n")}\n`, "en")

const browser = process.env["BESH_TEST_CHROMIUM"] ? findChromium() : { reason: "BESH_TEST_CHROMIUM is not set" }

let site: Site
let plan = ""
let page = ""
let shownAt: (noun: string) => string[] = () => []
beforeAll(async () => {
  site = await openSite()
  const { house } = site
  const add = (texts: readonly string[]) => addDocuments(house, { policy: "rows", files: [document(texts)] }, local)
  const send = () => exportBundle(house, { policies: ["rows"], to: ["tk"], version: "2.0" }, local)
  const units = async () => {
    const { id } = (await house.storage.policies.find("rows"))!
    return house.storage.units.ofBitext((await house.storage.bitexts.find(id, "en", "tk"))!.id)
  }
  const about = async (noun: string): Promise<StoredUnit> =>
    (await units()).find((each) => plain(each.source).includes(noun))!
  const save = async (noun: string, target: string) => {
    const { id, revision } = await about(noun)
    await saveUnit(house, { unit: id, revision, target }, local)
  }

  const first = rows.map(([, noun]) => noun).filter((noun) => noun !== "from-elsewhere" && !later.includes(noun))
  await add(first.map(sentence))
  await send()
  for (const [, noun, base] of rows) if (base !== "") await save(noun, base)
  const { files } = await send()
  const ids = new Map<string, string>()
  for (const noun of first) ids.set(noun, (await about(noun)).id)

  // Meanwhile, here.
  await save("candles", "Şemlerimiz")
  await save("drums", "Depreklerimiz")
  await save("eagles", "Bürgütlerimiz")
  const final = await about("forests")
  await setState(house, { unit: final.id, revision: final.revision, state: "final" }, local)
  const moved = ["kettles", "lanterns", "mirrors"]
  const now = (noun: string) => (moved.includes(noun) ? sentence(noun).replace("nothing", "little") : sentence(noun))
  await add([...first.filter((noun) => noun !== "pencils"), ...later].map(now))
  await save("lanterns", "Çyralarymyz")
  await save("ribbons", "Lentalarymyz")
  for (const noun of later) ids.set(noun, (await about(noun)).id)

  // And there.
  let text = new TextDecoder().decode(files.find(({ path }) => path.endsWith(".xlf"))!.bytes)
  // This tool knows nothing of suggestions, and leaves them out.
  text = text.replaceAll(/<mtc:matches>[^]*?<\/mtc:matches>\n/g, "")
  const pattern = (noun: string) => new RegExp(`<unit id="${ids.get(noun)}"[^]*?</unit>\\n`)
  const whole = (noun: string) => pattern(noun).exec(text)![0]
  const edit = (noun: string, how: (unit: string) => string) => (text = text.replace(pattern(noun), how))
  const filled =
    (target: string, state = "translated") =>
    (unit: string) =>
      unit
        .replace(/<target>[^]*?<\/target>/, "")
        .replace(/<segment id="s1"[^>]*>/, `<segment id="s1" state="${state}">`)
        .replace("</source></segment>", `</source><target>${target}</target></segment>`)
  const unit = (id: string, source: string, target: string) =>
    `<unit id="${id}"><segment state="translated"><source>${source}</source><target>${target}</target></segment></unit>\n`

  edit("boats", filled("Gaýyklar"))
  edit("drums", filled("Depreklerimiz"))
  edit("eagles", filled("Bürgütler"))
  edit("forests", filled("Jeňňel"))
  edit("hammers", filled("", "initial"))
  edit("insects", filled(""))
  edit("jackets", filled(sentence("jackets"), "initial"))
  edit("kettles", filled("Çäýnekler"))
  edit("lanterns", filled("Çyralar"))
  edit("mirrors", (each) => filled("Aýnalar")(each).replace(/(<source>[^<]*)nothing/, "$1little"))
  edit("needles", (each) => filled("Iňňeler")(each).replace("<source>We say", "<source>They say"))
  edit("oranges", (each) => filled("Apelsinler")(each).replace("<source>We say", "<source>We\n   say"))
  edit("pencils", filled("Galamlar"))
  edit("saddles", () => "")
  edit("tables", filled("Stollar"))
  edit("umbrellas", filled("Saýawanlar"))
  edit("violins", (each) =>
    each.replace(
      /<segment[^]*<\/segment>/,
      `<segment id="s1" state="translated"><source>We say what we do </source><target>Skripkalar </target></segment>
       <segment id="s2" state="translated"><source>with violins and nothing else.</source><target>we başga zat däl.</target></segment>`,
    ),
  )
  edit("windows", filled("Äpişgeler"))
  const strays = ["tables", "umbrellas", "windows"].map(whole)
  edit("windows", () => "")
  const added = [
    unit("from-elsewhere", "Hello", "Salam"),
    unit(ids.get("quilts")!, sentence("quilts"), "Ýorganlar"),
    unit(ids.get("ribbons")!, sentence("ribbons"), "Lentalar"),
  ]
  const other = `<file id="another">\n${strays.join("").replace("Stollar", "Mejisler")}</file>\n`
  text = text.replace("</file>\n", () => `${added.join("")}</file>\n${other}`)
  const received = await site.upload("/import/translations").attach("file", Buffer.from(text), "rows.xlf")
  plan = (received.headers["location"] ?? "").split("?")[0] ?? ""
  page = (await site.get(plan)).text
  for (const [, noun] of rows) if (!ids.has(noun)) ids.set(noun, noun)
  shownAt = (noun) =>
    page
      .split('<li class="sheet change"')
      .slice(1)
      .map((part) => part.split("</ol>")[0]!)
      .filter((part) => part.includes(noun) || part.includes(ids.get(noun)!))
}, 60_000)
afterAll(() => site.house.close())

/** Words as people read them. */
const read = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/[\u2066-\u2069]/g, "")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/g, " ")

/** The sentence of a code, with whatever stands in its gaps. */
function sentenceOf(code: string): RegExp {
  const message = (english as Readonly<Record<string, string>>)[`import.${code}`]!
  return new RegExp(message.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&").replaceAll(/\{(?:[^{}]|\{[^{}]*\})*\}/g, ".+"))
}

describe("the twenty rows on the page", () => {
  it("are all there", () => {
    expect(new Set(rows.map(([name]) => Number.parseInt(name, 10))).size).toBe(20)
  })

  it.each(rows.map((row) => ({ name: row[0], row })))("$name", ({ name, row }) => {
    const [, about, , kind, reason, warning] = row
    const shown = shownAt(about)
    expect(shown).toHaveLength(name === "18 twice, with two texts" ? 2 : 1)
    for (const part of shown) {
      expect(part).toMatch(new RegExp(`^ data-change="${kind}"`))
      expect(read(part)).toMatch(sentenceOf(reason))
      if (warning) expect(read(part)).toMatch(sentenceOf(warning))
      expect(part.includes('type="radio"')).toBe(decidable.has(kind))
    }
  })

  it.skipIf("reason" in browser)("stand in a browser, each to be read", async () => {
    const own = await chromium.launch({ executablePath: "path" in browser ? browser.path : "", args: ["--no-sandbox"] })
    try {
      const seen = await own.newPage({ viewport: { width: 1280, height: 900 } })
      await seen.route("**/*", async (route) => {
        const url = new URL(route.request().url())
        if (/\.woff2?$/.test(url.pathname)) return route.abort()
        const { status, text, headers } = await site.get(url.pathname + url.search)
        await route.fulfill({ status, body: text, contentType: headers["content-type"] ?? "text/html" })
      })
      await seen.goto(`http://besh.test${plan}`)
      const kinds: string[] = []
      for (const change of await seen.locator("li.change").all()) {
        expect(await change.isVisible()).toBe(true)
        expect((await change.boundingBox())!.height).toBeGreaterThan(20)
        kinds.push((await change.getAttribute("data-change"))!)
      }
      // Row 18 with two texts is told for both of them; the heading came back empty.
      const expected = [...rows.map(([, , , kind]) => kind), "refused", "empty"]
      expect(kinds.toSorted()).toEqual(expected.toSorted())
      expect(await seen.locator("li.change input[type=radio]").first().isVisible()).toBe(true)
    } finally {
      await own.close()
    }
  })

  it("18 inside one file is no XLIFF: both standards want ids once in a file, and the schema of 1.2 refuses it too", async () => {
    const { files } = await exportBundle(site.house, { policies: ["rows"], to: ["tk"], version: "1.2" }, local)
    const text = new TextDecoder().decode(files.find(({ path }) => path.endsWith(".xlf"))!.bytes)
    const twice = text.replace(/<trans-unit[^]*?<\/trans-unit>\n/, (unit) => unit + unit)
    const received = await site.upload("/import/translations").attach("file", Buffer.from(twice), "twice.xlf")
    const { text: answer } = await site.get((received.headers["location"] ?? "").split("?")[0] ?? "")
    expect(answer).toContain('data-accepted="no"')
    // It says which id, where, and where it stood first.
    expect(read(answer)).toMatch(/xliff\/duplicate-id/)
    expect(read(answer)).toMatch(/line \d+/)
  })
})
