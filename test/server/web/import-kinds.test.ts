// One return in which everything happens that can happen to a unit: each kind of change on the preview, with its words.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { addDocuments } from "../../../server/journeys/add-documents.ts"
import { exportBundle } from "../../../server/journeys/export-bundle.ts"
import { local } from "../../../server/journeys/house.ts"
import { saveUnit } from "../../../server/journeys/save-unit.ts"
import { showSection } from "../../../server/journeys/show-section.ts"
import { plain } from "../../../src/content.ts"
import { fill, open, pack } from "../../e2e/xliff-editor.ts"
import { file } from "../house.ts"
import { openSite, type Site } from "./site.ts"

const pairs = [
  ["We collect your name and your address.", "Biz adyňyzy we salgyňyzy toplaýarys."],
  ["We keep your data for 30 days.", "Maglumatlaryňyzy 30 günläp saklaýarys."],
  ["We never sell your data to anybody.", "Maglumatlaryňyzy hiç kime satmaýarys."],
  ["You can ask us for a copy of your data.", "Maglumatlaryňyzyň nusgasyny sorap bilersiňiz."],
  ["Our servers stand in two countries.", "Serwerlerimiz iki ýurtda ýerleşýär."],
  ["We tell you about every change.", "Her üýtgeşmäni size habar berýäris."],
  ["Children may not open an account.", "Çagalar hasap açyp bilmeýär."],
] as const

const document = ([title, ...headings]: readonly string[], texts: readonly string[], end = "") =>
  `# ${title}\n\n${headings.map((heading, n) => `## ${heading}\n\n${texts.slice(3 * n, 3 * n + 3).join("\n\n")}\n\n`).join("")}${end}`
const contact = "\n## Contact us\n\nWrite to our office when you have any question about this policy.\n"
const english = (texts: readonly string[]) =>
  file("kinds.en.md", document(["Privacy policy", "Data we collect", "Your rights", "Children"], texts, contact), "en")

describe("every kind of change, on one page", () => {
  let site: Site
  let page = ""
  let xliff = ""
  const ids = new Map<string, string>()

  beforeAll(async () => {
    site = await openSite()
    const { house } = site
    const sources = pairs.map(([source]) => source)
    const turkmen = document(
      ["Gizlinlik ýörelgesi", "Toplaýan maglumatlarymyz", "Hukuklaryňyz", "Çagalar"],
      pairs.map(([, target]) => target),
    )
    await addDocuments(house, { policy: "kinds", files: [english(sources), file("kinds.tk.md", turkmen, "tk")] }, local)
    const units = async () => {
      const { sections } = await showSection(house, { policy: "kinds", to: "tk" }, local)
      const all = []
      for (const { section } of sections)
        all.push(...(await showSection(house, { policy: "kinds", to: "tk", section }, local)).units)
      return all
    }
    for (const unit of await units()) ids.set(plain(unit.source), unit.id)
    const { zip } = await exportBundle(house, { policies: ["kinds"], to: ["tk"], version: "1.2", units: "all" }, local)

    // Meanwhile, here.
    const save = async (source: string, target: string, state: "translated" | "final") => {
      const unit = (await units()).find((each) => plain(each.source) === source)!
      await saveUnit(house, { unit: unit.id, revision: unit.revision, target, state }, local)
    }
    await save(pairs[2][0], "Maglumatlaryňyzy asla satmaýarys.", "translated")
    await save(pairs[3][0], pairs[3][1], "final")
    await addDocuments(
      house,
      { policy: "kinds", files: [english(sources.map((each) => each.replace("two countries", "three countries")))] },
      local,
    )

    // And there.
    const entries = await open(Buffer.from(zip))
    const returned = entries.map((entry) => {
      if (!entry.path.endsWith(".xlf")) return entry
      const answers: Record<string, string> = {
        [pairs[0][0]]: "Biz adyňyzy , salgyňyzy we your address toplaýarys.",
        [pairs[2][0]]: "Maglumatlaryňyzy başga hiç kime satmaýarys.",
        [pairs[3][0]]: "Maglumatlaryňyzyň göçürmesini sorap bilersiňiz.",
        [pairs[4][0]]: "Serwerlerimiz iki döwletde ýerleşýär.",
        [pairs[5][0]]: "",
      }
      const text = fill(entry.text, (source) => answers[source] ?? null)
      const missing = new RegExp(`\\s*<trans-unit[^>]*id="${ids.get(pairs[6][0])}"[^]*?</trans-unit>`)
      const foreign =
        '<trans-unit id="from-elsewhere"><source>Hello</source><target state="translated">Salam</target></trans-unit>'
      xliff = text.replace(missing, "").replace("</body>", `${foreign}\n</body>`)
      return { ...entry, text: xliff }
    })
    const received = await site.upload("/import/translations").attach("file", await pack(returned), "everything.zip")
    page = (await site.get((received.headers["location"] ?? "").split("?")[0] ?? "")).text
  }, 60_000)
  afterAll(() => site.house.close())

  /** The changes of a kind, as people read them. */
  const shown = (kind: string) =>
    page
      .split('<li class="sheet change"')
      .slice(1)
      .filter((part) => part.startsWith(` data-change="${kind}"`))
      .map((part) => part.split("</ol>")[0]!)
  const said = (part: string) =>
    part
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/[\u2066-\u2069]/g, "")
      .replaceAll(/\s+/g, " ")

  const kinds: [string, string, RegExp, boolean][] = [
    ["update", "Update", /collect your name/, true],
    ["unchanged", "Unchanged", /30 günläp saklaýarys/, false],
    ["conflict", "Conflict", /As it left .*Here now .*asla .*Came back .*başga/, true],
    ["stale", "Source moved on", /two.*three countries/, true],
    ["refused", "Refused", /every change/, false],
    ["unknown", "Unknown", /from-elsewhere .*not known here/, false],
    ["missing", "Did not come back", /Children may not/, false],
    ["protected", "Protected", /göçürmesini/, true],
    ["empty", "Empty", /Write to our office/, false],
  ]
  it.each(kinds)("%s: “%s”", (kind, name, words, isDecidable) => {
    const own = shown(kind)
    expect(own.map(said)).toContainEqual(expect.stringMatching(words))
    const one = own.find((part) => words.test(said(part)))!
    expect(said(one)).toContain(name)
    expect(one.includes('type="radio"')).toBe(isDecidable)
    expect(page).toMatch(new RegExp(`class="chip" data-change="${kind}"`))
    // A reason in words, never a code.
    expect(said(one)).not.toMatch(/\b(?:import|plan|errors|change)\.[a-z-]+/)
  })

  it("names the line in the file", () => {
    const line = (id: string) => xliff.slice(0, xliff.indexOf(`id="${id}"`)).split("\n").length
    expect(said(shown("conflict")[0]!)).toContain(`line ${line(ids.get(pairs[2][0])!)} `)
    expect(said(shown("unknown")[0]!)).toContain(`line ${line("from-elsewhere")} `)
    expect(said(shown("missing")[0]!)).not.toMatch(/line \d/)
  })

  it("tells what the checks find in the incoming text, before it is taken", () => {
    const [part = ""] = shown("update")
    expect(part).toContain('class="incoming"')
    expect(said(part)).toMatch(/\d findings? in the incoming text/)
    expect(said(part)).toContain("your address")
  })

  it("decides for a whole kind, from the page of all", () => {
    for (const kind of ["update", "conflict", "stale", "protected"])
      expect(page).toContain(`name="all" value="${kind}:keep"`)
    expect(page).not.toContain('value="unknown:keep"')
  })
})
