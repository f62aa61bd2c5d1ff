// The work screens as they arrive: valid, named, speaking their languages; every button does what it says without script.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { HtmlValidate } from "html-validate"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { interfaceLanguages } from "../../../server/i18n.ts"
import { local } from "../../../server/journeys/house.ts"
import { addDocuments } from "../../../server/journeys/add-documents.ts"
import { listPassages } from "../../../server/journeys/list-passages.ts"
import { showSection } from "../../../server/journeys/show-section.ts"
import { unitHistory } from "../../../server/journeys/unit-history.ts"
import type { UnitView } from "../../../server/journeys/views.ts"
import { file } from "../house.ts"
import { openSite, type Site } from "./site.ts"

const uyghur = `---
title: مەخپىيەتلىك سىياسىتى
---

# مەخپىيەتلىك سىياسىتى

بۇ سىياسەت Saparnama نىڭ سانلىق مەلۇماتلىرىڭىزنى قانداق ئىشلىتىدىغانلىقىنى چۈشەندۈرىدۇ.

## بىز توپلايدىغان مەلۇماتلار

بىز ئىسمىڭىز، **ئېلخەت ئادرېسىڭىز** ۋە تېلېفون نومۇرىڭىزنى توپلايمىز?

We keep them for thirty days and then we delete every copy of them.
`

const samples = join(import.meta.dirname, "../../../server/samples/saparnama-privacy")

let site: Site
const units = async (to = "tk", section = 2): Promise<readonly UnitView[]> =>
  (await showSection(site.house, { policy: site.policy, to, section }, local)).units

beforeAll(async () => {
  site = await openSite()
  await addDocuments(site.house, { policy: "p", files: [file("p.ug.md", uyghur, "ug")] }, local)
}, 60_000)
afterAll(() => site.house.close())

const checker = new HtmlValidate({
  extends: ["html-validate:recommended"],
  elements: [
    "html5",
    Object.fromEntries(
      ["unit-editor", "section-editor", "alignment-matrix", "passage-list", "bundle-form"].map((name) => [
        name,
        { flow: true, permittedContent: ["@flow"] },
      ]),
    ),
  ],
  rules: {
    "void-style": "off",
    "no-trailing-whitespace": "off",
    "no-implicit-button-type": "off",
    "doctype-style": "off",
    "long-title": "off",
    "attribute-boolean-style": "off",
    "no-raw-characters": "off",
    "prefer-native-element": "off",
    "require-sri": "off",
    "tel-non-breaking": "off",
    "valid-id": ["error", { relaxed: true }],
    "no-inline-style": "error",
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit"] }],
  },
})

const pages = [
  "/policies/:policy/alignment",
  "/policies/:policy/alignment?show=doubtful",
  "/policies/:policy/alignment?pick=en:2",
  "/policies/:policy/alignment?pick=tk:1,2",
  "/policies/:policy/coverage",
  "/policies/:policy/tk/sections",
  "/policies/:policy/tk/sections/2",
  "/policies/:policy/ug/sections/2",
  "/policies/:policy/ug/sections/2?show=unresolved",
  "/policies/:policy/en/sections/1?from=en",
  "/units/:unit/history",
  "/passages",
  "/passages?language=ug&status=all",
  "/passages?kind=nothing",
  "/bundles",
  "/bundles/new",
  "/bundles/new?to=tk",
  "/import/translations",
]

const address = async (path: string) =>
  path.replace(":policy", site.policy).replace(":unit", (await units())[0]?.id ?? "")

describe("work screens", () => {
  it.each(pages)("%s is valid", async (path) => {
    const { text, status } = await site.get(await address(path))
    expect(status).toBe(200)
    const { results } = await checker.validateString(text)
    expect(
      results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`)),
    ).toEqual([])
    expect(text.match(/<h1/g)).toHaveLength(1)
  })

  it.each(interfaceLanguages)("%s: every screen says its language", async (language) => {
    for (const path of pages) {
      const here = await address(path)
      const { text } = await site.get(`${here}${here.includes("?") ? "&" : "?"}lang=${language}`)
      expect(text).toContain(`<html lang="${language}" dir="${language === "ug" ? "rtl" : "ltr"}"`)
    }
  })

  it("shows no locale key in place of a sentence", async () => {
    for (const path of pages) {
      const visible = (await site.get(await address(path))).text.replace(/<[^>]*>/g, " ")
      expect(
        visible.match(
          /\b(?:editor|alignment|coverage|history|passages|bundles?|imports?|plan|kind|check|block|origin|topic|state)\.[a-z-]+\b/g,
        ) ?? [],
      ).toEqual([])
    }
  })

  it("writes Uyghur from right to left and English from left to right, whatever the interface", async () => {
    for (const language of ["en", "ug"]) {
      const { text } = await site.get(await address(`/policies/:policy/ug/sections/2?lang=${language}`))
      expect(text).toMatch(/<textarea[^>]* lang="ug" dir="rtl"/)
      expect(text).toMatch(/<p class="text" lang="en" dir="ltr">/)
    }
  })

  it("hides what a role may not do", async () => {
    const alignment = await site.get(await address("/policies/:policy/alignment"), "translator")
    expect(alignment.text).not.toContain('value="realign"')
    const editor = await site.get(await address("/policies/:policy/tk/sections/2"), "viewer")
    expect(editor.text).not.toContain("<textarea")
    expect((await site.get("/bundles", "viewer")).status).toBe(403)
  })
})

describe("editor", () => {
  it("saves a unit and comes back to it", async () => {
    const unit = (await units())[1]!
    const answer = await site.post(`/units/${unit.id}`, {
      revision: String(unit.revision),
      target: "Biz adyňyzy we ⟦1⟧e-poçta salgyňyzy⟦/1⟧ toplaýarys.",
      state: "reviewed",
      go: "stay",
    })
    expect(answer.status).toBe(303)
    expect(answer.headers["location"]).toContain(`#u-${unit.id}`)
    const saved = (await units())[1]!
    expect([saved.revision, saved.state]).toEqual([unit.revision + 1, "reviewed"])
  })

  it("answers a script with the unit alone", async () => {
    const unit = (await units())[1]!
    const answer = await site
      .post(`/units/${unit.id}`, { revision: String(unit.revision), target: "Täze ⟦1⟧tekst⟦/1⟧", state: "translated" })
      .set("Accept", "text/html; fragment=unit")
    expect(answer.status).toBe(200)
    expect(answer.headers["x-fragment"]).toBe("unit")
    expect(answer.text).toContain('<article class="unit"')
    expect(answer.text).not.toContain("<html")
  })

  it("loses nothing when somebody was faster: base, theirs, mine and both together", async () => {
    const unit = (await units())[2]!
    const base = "Olary 30 günläp saklaýarys."
    const save = (target: string, who: "translator" | "reviewer") =>
      site.post(`/units/${unit.id}`, { revision: String(unit.revision), target, state: "translated" }, who)
    expect(unit.target).toEqual([base])
    expect((await save("Olary 30 günläp gowy saklaýarys.", "reviewer")).status).toBe(303)
    const refused = await save("Biz olary 30 günläp saklaýarys.", "translator")
    expect(refused.status).toBe(409)
    expect(refused.text).toContain(base)
    expect(refused.text).toMatch(/<ins>[^<]*gowy[^<]*<\/ins>/)
    expect(refused.text).toMatch(/<ins>Biz/)
    expect(refused.text).toContain("Biz olary 30 günläp gowy saklaýarys.")
    expect(refused.text).toContain(`name="revision" value="${unit.revision + 1}"`)
    const { results } = await checker.validateString(refused.text)
    expect(results.flatMap(({ messages }) => messages)).toEqual([])
  })

  it("shows the form again, with what was typed, when a code is wrong", async () => {
    const unit = (await units())[1]!
    const target = "Nädogry ⟦9⟧ bellik"
    const answer = await site.post(`/units/${unit.id}`, {
      revision: String(unit.revision),
      target,
      state: "translated",
    })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(target)
    expect(answer.text).toContain('role="alert"')
  })

  it("fixes what was found, and ignores with a reason only", async () => {
    const { items } = await listPassages(site.house, { policy: site.policy, language: "ug" }, local)
    const fixable = items.find(({ fix }) => fix)!
    const fixed = await site.post(`/findings/${fixable.id}/fix`, {
      revision: String(fixable.unitView.revision),
      back: "/passages?language=ug",
    })
    expect([fixed.status, fixed.headers["location"]]).toEqual([303, "/passages?language=ug"])
    const other = items.find(({ unit }) => unit !== fixable.unit)!
    expect((await site.post(`/findings/${other.id}/ignore`, { reason: " " })).status).toBe(400)
    expect((await site.post("/passages/ignore", { finding: other.id, reason: "It is a quotation" })).status).toBe(303)
    const ignored = await listPassages(site.house, { policy: site.policy, language: "ug", status: "ignored" }, local)
    expect(ignored.items.map(({ id, reason }) => [id, reason])).toEqual([[other.id, "It is a quotation"]])
    expect((await site.post(`/findings/${other.id}/reopen`)).status).toBe(303)
  })

  it("does not redirect to other sites", async () => {
    const { items } = await listPassages(site.house, { policy: site.policy, language: "ug" }, local)
    const answer = await site.post(`/findings/${items[0]!.id}/ignore`, { reason: "right", back: "//evil.example/" })
    expect(answer.headers["location"]).toBe("/")
  })
})

describe("history", () => {
  it("shows what changed and restores as a new revision", async () => {
    const unit = (await units())[2]!
    const page = await site.get(`/units/${unit.id}/history`)
    expect(page.text).toMatch(/<ins>[^<]*gowy/)
    const answer = await site.post(`/units/${unit.id}/restore`, { restore: "1", revision: String(unit.revision) })
    expect(answer.status).toBe(303)
    const { revisions } = await unitHistory(site.house, { unit: unit.id }, local)
    expect(revisions[0]).toMatchObject({ revision: unit.revision + 1, origin: "restore" })
    expect(revisions[0]?.target).toEqual(revisions.at(-1)?.target)
  })
})

describe("alignment", () => {
  const act = async (form: Record<string, string>) => site.post(await address("/policies/:policy/alignment"), form)
  const page = async (query = "") => (await site.get(await address(`/policies/:policy/alignment${query}`))).text
  const field = (text: string, name: string, from = 0) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(text.slice(from))?.[1] ?? ""

  it("confirms, takes apart, links again by picking up, and undoes", async () => {
    const text = await page()
    const at = text.indexOf('value="confirm"')
    const form = text.lastIndexOf("<form", at)
    const fields = Object.fromEntries(
      ["link", "from", "to", "source", "target"].map((name) => [name, field(text, name, form)]),
    )
    expect((await act({ act: "confirm", revision: field(text, "revision"), ...fields })).status).toBe(303)
    expect(await page()).toContain("Confirmed")

    const taken = await act({ act: "unlink", revision: field(await page(), "revision"), ...fields })
    expect(taken.status).toBe(303)
    const apart = await page()
    expect(apart).toContain("data-undo")
    expect((await act({ act: "undo", revision: field(apart, "revision") })).status).toBe(303)
    expect(await page()).toContain("Confirmed")
    expect((await act({ act: "unlink", revision: field(await page(), "revision"), ...fields })).status).toBe(303)

    const picking = await page(`?pick=${fields["to"]}:${fields["target"]}`)
    expect(picking).toContain('value="move"')
    const { link: _, ...place } = fields
    expect((await act({ act: "link", revision: field(picking, "revision"), ...place })).status).toBe(303)
  })

  it("confirms a row and a language in one go, merges, splits, and goes back step by step", async () => {
    const sample = (language: string) =>
      file(`s.${language}.md`, readFileSync(join(samples, `${language}.md`), "utf8"), language)
    const added = await addDocuments(site.house, { policy: "s", files: ["en", "ug", "tk"].map(sample) }, local)
    const path = `/policies/${added.policy.id}/alignment`
    const now = async () => (await site.get(path)).text
    const counts = (text: string) => /\d+ links? confirmed, \d+ suggested/.exec(text)?.[0]
    const before = await now()
    expect(before).toContain("Confirm the sure ones")
    const steps: Record<string, string>[] = [
      { act: "confirm-row", row: "r0-2" },
      { act: "confirm-language", to: "tk" },
      { act: "merge", from: "en", source: "2", to: "tk", target: "3" },
      { split: "3", to: "tk" },
      { act: "absent", from: "en", source: "4", to: "ug" },
      { act: "move", from: "en", source: "4", to: "ug", target: "5" },
    ]
    for (const step of steps) {
      const answer = await site.post(path, { revision: field(await now(), "revision"), ...step })
      expect([step, answer.status]).toEqual([step, 303])
    }
    const { results } = await checker.validateString(await now())
    expect(results.flatMap(({ messages }) => messages)).toEqual([])
    for (const _ of steps) {
      const answer = await site.post(path, { act: "undo", revision: field(await now(), "revision") })
      expect(answer.status).toBe(303)
    }
    expect(counts(await now())).toBe(counts(before))
  })

  it("says so when there is nothing to take back", async () => {
    const answer = await site.post(
      await address("/policies/:policy/alignment"),
      { act: "undo", revision: field(await page(), "revision") },
      "manager",
    )
    expect(answer.status).toBe(409)
    expect(answer.text).toContain("nothing of yours to take back")
  })

  it("offers to start a translation into a language that has none", async () => {
    const path = await address("/policies/:policy/de/sections")
    const offer = await site.get(path, "translator")
    expect([offer.status, /Start \u2068?German/.test(offer.text)]).toEqual([200, true])
    expect((await checker.validateString(offer.text)).results.flatMap(({ messages }) => messages)).toEqual([])
    expect((await site.get(path, "viewer")).text).not.toContain("Start the translation")
    expect((await site.post(path, {}, "viewer")).status).toBe(403)
    expect((await site.post(path, { from: "" }, "translator")).headers["location"]).toBe(path)
    expect((await site.get(path, "translator")).text).toContain("<unit-editor")
    expect((await site.get(await address("/policies/:policy/no_LANG/sections"))).status).toBe(400)
  })

  it("shows the table as it is now when somebody changed it meanwhile", async () => {
    const answer = await act({ act: "realign", revision: "1" })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('role="alert"')
    expect(answer.text).toContain("<alignment-matrix")
  })

  it("says that a topic was not found, never that a law is broken", async () => {
    const { text } = await site.get(await address("/policies/:policy/coverage"))
    expect(text).toContain("Not found in this document")
    expect(text).not.toMatch(/compliant/i)
  })
})
