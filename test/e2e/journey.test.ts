// The whole way in a real browser, on each engine: documents in, aligned, mended, out as XLIFF, home again, delivered.
// Every screen is checked with axe in English and in Uyghur, and reached with the keyboard alone.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Download, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { engines } from "../server/engines.ts"
import { findChromium } from "./chromium.ts"
import { startSite, violations, type LiveSite } from "./site.ts"
import { fill, open, pack } from "./xliff-editor.ts"

const browser = process.env["BESH_TEST_CHROMIUM"] ? findChromium() : { reason: "BESH_TEST_CHROMIUM is not set" }

const english = `---
title: Privacy policy
---

# Privacy policy

This policy explains what Bagh does with your personal information. It was last changed in **March 2026**.

## Information we collect

We collect your name, e-mail address and telephone number. Write to [our office](mailto:office@bagh.example) with questions.

We keep this information for 30 days.

## Cookies

Cookies are small files that our website leaves in your browser. You can delete them at any time.

## Your rights

You may ask us to delete your personal information, and you may complain to the authority.
`

const uyghur = `---
title: مەخپىيەتلىك سىياسىتى
---

# مەخپىيەتلىك سىياسىتى

بۇ سىياسەت باغنىڭ شەخسىي ئۇچۇرلىرىڭىزنى قانداق ئىشلىتىدىغانلىقىنى چۈشەندۈرىدۇ. ئۇ ئەڭ ئاخىرىدا **2026-يىلى مارتتا** ئۆزگەرتىلدى.

## بىز توپلايدىغان ئۇچۇرلار

بىز ئىسمىڭىز, ئېلخەت ئادرېسىڭىز ۋە تېلېفون نومۇرىڭىزنى توپلايمىز. سوئالىڭىز بولسا [ئىشخانىمىزغا](mailto:office@bagh.example) خەت يېزىڭ.

بۇ ئۇچۇرلارنى 30 كۈن ساقلايمىز.

## ساقلانمىلار

ساقلانما دېگەن تور بېتىمىز توركۆرگۈڭىزدە قالدۇرىدىغان كىچىك ھۆججەت. ئۇلارنى خالىغان ۋاقىتتا ئۆچۈرەلەيسىز.

## ھوقۇقلىرىڭىز

You may ask us to delete your personal information, and you may complain to the authority.
`

for (const engine of engines) {
  const why = "reason" in browser ? browser.reason : engine.skip
  describe.skipIf(why !== undefined)(`journey on ${engine.name}${why ? ` (${why})` : ""}`, () => {
    let site: LiveSite
    let page: Page
    const at: Record<string, string> = {}

    beforeAll(async () => {
      if (!("path" in browser)) return
      site = await startSite(engine, browser.path)
      page = site.page
    }, 120_000)
    afterAll(() => site?.close())

    const visit = (path: string) => page.goto(new URL(path, site.address).href)
    const told = () => page.locator(".flash")
    const here = () => new URL(page.url()).pathname

    it("signs in with the link that the first start prints", async () => {
      await page.goto(site.link)
      await page.fill("[name=email]", "aysel@example.org")
      await page.fill("[name=name]", "Aysel")
      await page.fill("[name=password]", "correct horse battery staple")
      await page.keyboard.press("Enter")
      await page.waitForURL(site.address + "/")
      await page.getByRole("link", { name: "saparnama-privacy" }).first().waitFor()
    })

    it("imports a policy in two languages by upload", async () => {
      await page.locator(".rail a[href^='/import/documents']").click()
      await page.fill("[name=policy]", "Bagh")
      await page.setInputFiles("[name=files]", [
        { name: "bagh.en.md", mimeType: "text/markdown", buffer: Buffer.from(english) },
        { name: "bagh.ug.md", mimeType: "text/markdown", buffer: Buffer.from(uyghur) },
      ])
      await page.locator("main form button.primary").click()
      await page.locator("main form button.primary").click()
      await page.waitForURL(/\/policies\/[^/]+/)
      at["policy"] = here().split("/")[2] ?? ""
      at["alignment"] = `/policies/${at["policy"]}/alignment`
    })

    it("confirms a link of the matrix with the keyboard", async () => {
      await visit(at["alignment"]!)
      await page.locator("alignment-matrix td .cell-name").nth(2).focus()
      await page.keyboard.press("c")
      await told().waitFor()
      expect(await page.locator("alignment-matrix [data-level=confirmed]").count()).toBeGreaterThan(0)
    })

    it("picks a section up with m, and puts it down with Escape", async () => {
      await page.locator("alignment-matrix td .cell-name").nth(1).focus()
      await page.keyboard.press("m")
      await page.locator("[data-picking=yes]").waitFor()
      await page.keyboard.press("Escape")
      await page.locator("[data-picking=no]").waitFor()
    })

    it("walks the cells with arrows, in the direction of the page", async () => {
      for (const language of ["en", "ug"]) {
        await visit(`${at["alignment"]}?lang=${language}`)
        await page.locator("alignment-matrix tbody th a").first().focus()
        await page.keyboard.press(language === "ug" ? "ArrowLeft" : "ArrowRight")
        expect(await page.evaluate(`document.activeElement?.closest("td, th")?.tagName`)).toBe("TD")
      }
    })

    it("takes a link apart, and undoes it", async () => {
      await visit(at["alignment"]!)
      const before = await page.locator("alignment-matrix td[data-level=none]").count()
      await page.locator("alignment-matrix td .cell-name").nth(3).focus()
      await page.keyboard.press("u")
      const apart = page.locator("alignment-matrix td[data-level=none]")
      await expect.poll(() => apart.count()).toBe(before + 1)
      await page.keyboard.press("z")
      await expect.poll(() => apart.count()).toBe(before)
    })

    it("confirms a whole row, then takes back one decision after the other", async () => {
      const confirmed = page.locator("alignment-matrix td[data-level=confirmed]")
      const before = await confirmed.count()
      await page
        .locator("alignment-matrix tbody tr", { has: page.locator("[data-key=C]") })
        .first()
        .locator("th a")
        .first()
        .focus()
      await page.keyboard.press("Shift+C")
      await expect.poll(() => confirmed.count()).toBe(before + 1)
      await page.keyboard.press("z")
      await expect.poll(() => confirmed.count()).toBe(before)
      await page.keyboard.press("z")
      await expect.poll(() => confirmed.count()).toBe(0)
      await page.locator("[data-undo]").waitFor({ state: "detached" })
    })

    it("confirms all sure links of a language at once", async () => {
      await visit("/")
      await page.getByRole("link", { name: "saparnama-privacy" }).first().click()
      const matrix = `/policies/${here().split("/")[2]}/alignment`
      await visit(matrix)
      const sure = page.locator("[value=confirm-language]").first()
      const count = Number(/\d+/.exec(await sure.innerText())?.[0])
      await sure.click()
      await told().waitFor()
      expect(await page.locator("alignment-matrix td[data-level=confirmed]").count()).toBe(count)
      await page.locator("[data-undo] button").click()
      await expect.poll(() => page.locator("alignment-matrix td[data-level=confirmed]").count()).toBe(0)
    })

    it("edits and saves a unit in Uyghur, without leaving the page", async () => {
      await visit(`/policies/${at["policy"]}/ug/sections`)
      await page
        .getByRole("navigation", { name: "Sections" })
        .getByRole("link", { name: "Information we collect" })
        .click()
      at["section"] = here()
      const editor = page.locator("unit-editor").nth(1)
      at["unit"] = (await editor.getAttribute("data-unit")) ?? ""
      const area = editor.locator("textarea")
      expect(
        await page.evaluate(`getComputedStyle(document.querySelector("#u-${at["unit"]} textarea")).direction`),
      ).toBe("rtl")
      await area.focus()
      await page.keyboard.press("Control+End")
      await page.keyboard.type(" ياخشى")
      expect(await editor.getAttribute("data-dirty")).toBe("")
      await page.keyboard.press("Control+Enter")
      await editor.locator(".saved:not(:empty)").waitFor()
      expect(await editor.locator("textarea").inputValue()).toMatch(/ياخشى$/)
      expect(await editor.getAttribute("data-dirty")).toBeNull()
    })

    it("fixes what was found by one button, in the text itself", async () => {
      const editor = page.locator(`#u-${at["unit"]}`)
      const before = await editor.locator(".findings > li").count()
      expect(await editor.locator(".behind mark").count()).toBeGreaterThan(0)
      await editor.locator("form[action$='/fix'] button").first().click()
      await expect.poll(() => editor.locator(".findings > li").count()).toBeLessThan(before)
    })

    it("keeps what was typed through a crash, and asks before it is left", async () => {
      const area = page.locator(`#u-${at["unit"]} textarea`)
      const saved = await area.inputValue()
      await area.focus()
      await page.keyboard.press("Control+End")
      await page.keyboard.type("!!")
      page.once("dialog", (dialog) => dialog.accept())
      await page.reload()
      await page.locator(`#u-${at["unit"]} [data-take-draft]`).click()
      expect(await area.inputValue()).toBe(`${saved}!!`)
      await area.focus()
      await page.keyboard.press("Control+Z")
      await page.keyboard.press("Control+A")
      await page.keyboard.insertText(saved)
      expect(await page.locator("unit-editor[data-dirty]").count()).toBe(0)
    })

    it("loses nothing when two save the same unit", async () => {
      const second = await site.context.newPage()
      await second.goto(page.url())
      const [mine, theirs] = [page, second].map((each) => each.locator(`#u-${at["unit"]}`))
      const text = await mine!.locator("textarea").inputValue()
      await theirs!.locator("textarea").fill(`${text} ئاخىرى`)
      await theirs!.locator("[value=stay]").click()
      await theirs!.locator(".saved:not(:empty)").waitFor()
      await second.close()

      await mine!.locator("textarea").fill(`باشى ${text}`)
      await mine!.locator("[value=stay]").click()
      await mine!.locator(".three").waitFor()
      expect(await mine!.locator("textarea").inputValue()).toBe(`باشى ${text} ئاخىرى`)
      await mine!.locator("form.write button.primary").click()
      await mine!.locator(".saved:not(:empty)").waitFor()
      expect(await mine!.locator("textarea").inputValue()).toBe(`باشى ${text} ئاخىرى`)
    })

    it("ignores a passage with a reason", async () => {
      await visit(`/passages?policy=${at["policy"]}`)
      const rows = page.locator("passage-list tbody tr")
      const before = await rows.count()
      expect(before).toBeGreaterThan(0)
      await page.keyboard.press("j")
      await page.keyboard.press("i")
      await page.keyboard.type("It is a quotation")
      await page.keyboard.press("Enter")
      await told().waitFor()
      expect(await rows.count()).toBe(before - 1)
    })

    it("sends a bundle out, and has it filled elsewhere", async () => {
      await visit("/bundles/new")
      await page.getByRole("checkbox", { name: "Bagh" }).check()
      await page.getByRole("checkbox", { name: "Uyghur" }).check()
      expect(await page.locator("[data-some]").innerText()).toMatch(/^\d+ units · \d+ words$/)
      await page.getByRole("button", { name: "Make the bundle" }).click()
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Download" }).first().click(),
      ])
      const entries = await open(await bytesOf(download))
      expect(entries.map(({ path }) => path)).toContain("manifest.json")
      const filled = entries.map((entry) =>
        entry.path.endsWith(".xlf")
          ? {
              ...entry,
              path: `back/${entry.path}`,
              text: fill(entry.text, (source) =>
                source.startsWith("You may ask")
                  ? "بىزدىن شەخسىي ئۇچۇرلىرىڭىزنى ئۆچۈرۈشنى تەلەپ قىلالايسىز، شۇنداقلا ئورگانغا شىكايەت قىلالايسىز."
                  : source.startsWith("We keep this")
                    ? "بۇ ئۇچۇرلار 30 كۈن ساقلىنىدۇ."
                    : null,
              ),
            }
          : entry,
      )
      at["returned"] = (await pack(filled)).toString("base64")
    })

    it("goes on here meanwhile", async () => {
      await visit(at["section"]!)
      const editor = page.locator("unit-editor").nth(2)
      await editor.locator("textarea").fill("بۇ ئۇچۇرلارنى پەقەت 30 كۈن ساقلايمىز.")
      await editor.locator("[value=stay]").click()
      await editor.locator(".saved:not(:empty)").waitFor()
    })

    it("takes the translation home after a look at every change", async () => {
      await visit("/import/translations")
      await page.setInputFiles("[name=file]", {
        name: "from-the-translator.zip",
        mimeType: "application/zip",
        buffer: Buffer.from(at["returned"]!, "base64"),
      })
      await page.locator("main form button.primary").click()
      await page.waitForURL(/\/imports\//)
      at["plan"] = here()
      // What both changed: as it left, here now, came back. (On a slow machine the plan takes a moment.)
      await page.locator(".chip[data-change=conflict]").click()
      const texts = await page.locator(".change .three dd").allInnerTexts()
      expect(texts).toHaveLength(3)
      expect(await page.locator(".change .three dd ins").allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining("پەقەت"), expect.stringContaining("ساقلىنىدۇ")]),
      )
      expect(await page.locator(".change .line").innerText()).toMatch(/\d/)
      await page.locator(".change [type=radio][value=take]").check()
      await page.getByRole("button", { name: "Save choices" }).click()
      await told().waitFor()
      await page.locator(".chip[data-change=update]").click()
      expect(await page.locator(".change").count()).toBe(1)
      expect(await page.locator(".change ins").first().getAttribute("lang")).toBeNull()
      expect(await page.locator(".change .target .text").first().getAttribute("dir")).toBe("rtl")
      await page.getByRole("button", { name: "Apply this import" }).click()
      await told().waitFor()
      await visit(`${at["plan"]}?change=update`)
      expect(await page.locator(".outcome[data-result=applied]").count()).toBe(1)
      await visit(`${at["plan"]}?change=conflict`)
      expect(await page.locator(".outcome[data-result=applied]").count()).toBe(1)
      await visit("/bundles")
      await page.getByText("returned", { exact: true }).first().waitFor()
    })

    it("shows the history word by word, and restores", async () => {
      await visit(`/units/${at["unit"]}/history`)
      const before = await page.locator(".history > li").count()
      expect(before).toBeGreaterThan(3)
      expect(await page.locator(".history ins").allInnerTexts()).toContainEqual(expect.stringContaining("باشى"))
      await page.locator("[name=restore]").last().click()
      await told().waitFor()
      expect(await page.locator(".history > li").count()).toBe(before + 1)
    })

    it("delivers the document: only what was translated differs from the source", async () => {
      const { text } = await delivered(`/policies/${at["policy"]}/deliver/ug`)
      expect(text).toContain(
        "بىزدىن شەخسىي ئۇچۇرلىرىڭىزنى ئۆچۈرۈشنى تەلەپ قىلالايسىز، شۇنداقلا ئورگانغا شىكايەت قىلالايسىز.",
      )
      expect(text).toContain("(mailto:office@bagh.example)")
      const shape = (document: string) => document.split("\n").map((line) => /^(?:---|#+ |title: )?/.exec(line)?.[0])
      expect(
        shape(text)
          .filter((each) => each !== undefined && each !== "")
          .slice(0, 6),
      ).toEqual(
        shape(english)
          .filter((each) => each !== undefined && each !== "")
          .slice(0, 6),
      )
    })

    it("delivers an untouched document byte for byte", async () => {
      const name = "kitaphana-terms"
      await visit("/")
      await page.getByRole("link", { name }).first().click()
      const policy = here().split("/")[2] ?? ""
      const { bytes } = await delivered(`/policies/${policy}/deliver/tk?from=tk`)
      expect(bytes.equals(readFileSync(join(import.meta.dirname, `../../server/samples/${name}/tk.html`)))).toBe(true)
    })

    it.each(["en", "ug"])("%s: no screen has barriers that axe can see", async (language) => {
      const screens = [
        "/",
        at["alignment"]!,
        `${at["alignment"]}?pick=ug:1`,
        `/policies/${at["policy"]}/coverage`,
        at["section"]!,
        "/passages",
        "/bundles",
        "/bundles/new",
        "/import/translations",
        at["plan"]!,
        `/units/${at["unit"]}/history`,
      ]
      for (const screen of screens) {
        await visit(`${screen}${screen.includes("?") ? "&" : "?"}lang=${language}`)
        expect([screen, await violations(page)]).toEqual([screen, []])
      }
    })

    it("reaches everything with the keyboard, and always shows where it is", async () => {
      for (const screen of [at["alignment"]!, at["section"]!, "/passages", "/bundles/new", at["plan"]!]) {
        await visit(screen)
        const wanted = await page.evaluate<number>(countFocusable)
        const seen = new Set<string>()
        for (let n = 0; n < wanted + 20; n++) {
          await page.keyboard.press("Tab")
          seen.add(await page.evaluate<string>(describeFocus))
        }
        expect([screen, [...seen].filter((each) => each.endsWith("hidden"))]).toEqual([screen, []])
        expect(seen.size).toBeGreaterThanOrEqual(Math.min(wanted, 20))
      }
    })

    it("fits a telephone: nothing but tables scrolls sideways", async () => {
      await page.setViewportSize({ width: 320, height: 640 })
      for (const screen of [
        at["alignment"]!,
        at["section"]!,
        "/passages",
        "/bundles/new",
        at["plan"]!,
        `/units/${at["unit"]}/history`,
      ]) {
        await visit(screen)
        const [wide, seen] = await page.evaluate<[number, number]>(
          "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
        )
        expect([screen, wide]).toEqual([screen, seen])
        expect([screen, await page.evaluate<number>(countSqueezed)]).toEqual([screen, 0])
      }
      await page.setViewportSize({ width: 1280, height: 900 })
    })

    it("left nothing in the browser's console", () => expect(site.complaints).toEqual([]))

    async function delivered(path: string): Promise<{ bytes: Buffer; text: string }> {
      const answer = await page.request.get(new URL(path, site.address).href)
      expect(answer.status()).toBe(200)
      const bytes = await answer.body()
      return { bytes, text: bytes.toString("utf8") }
    }
  })
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path())
}

// These two run in the page.
const countFocusable = `[...document.querySelectorAll("main :is(a[href], button, input, select, textarea, summary)")]
  .filter((each) => each.offsetParent !== null && each.tabIndex >= 0).length`

const countSqueezed = `[...document.querySelectorAll(".box textarea, passage-list tbody td:nth-child(3)")].filter((each) => {
  const own = each.getBoundingClientRect()
  const around = (each.closest(".unit") ?? each.closest("tr")).getBoundingClientRect()
  return own.width < around.width / 2 || own.left < around.left || own.right > around.right
}).length`

const describeFocus = `(() => {
  const focus = document.activeElement
  const { width, height } = focus.getBoundingClientRect()
  let opacity = 1
  for (let each = focus; each; each = each.parentElement) opacity *= Number(getComputedStyle(each).opacity)
  return [...document.querySelectorAll("*")].indexOf(focus) + (width > 0 && height > 0 && opacity > 0.5 ? " visible" : " hidden")
})()`
