// The side-by-side page of `besh align --format html` as a browser shows it: by itself, without a network, each cell
// running the way its language does.
import { chromium } from "playwright-core"
import { describe, expect, it } from "vitest"
import { alignmentReports } from "../../server/reports/alignment.ts"
import { align } from "../../src/align/index.ts"
import { readDocument } from "../../src/formats/index.ts"
import { findChromium } from "./chromium.ts"
import { violations } from "./site.ts"

const browser = process.env["BESH_TEST_CHROMIUM"] ? findChromium() : { reason: "BESH_TEST_CHROMIUM is not set" }

const document = (text: string, language: string) => ({
  path: `${language}.md`,
  language,
  document: readDocument(new TextEncoder().encode(text), { name: `${language}.md` }),
})
const left = "## Cookies\n\nA cookie is a small file that we keep in your browser, and you may delete it.\n"
const documents = [
  document(`# Privacy\n\nWe keep 3 files. \\<img src=x onerror=alert(1)>\n\n${left}`, "en"),
  document(`# مەخپىيەتلىك\n\nبىز 3 ھۆججەت ساقلايمىز.\n\n${left}`, "ug"),
]

describe.skipIf("reason" in browser)("alignment page", () => {
  it("stands alone, runs right to left where Uyghur is, and is accessible", async () => {
    const own = await chromium.launch({ executablePath: "path" in browser ? browser.path : "", args: ["--no-sandbox"] })
    try {
      const page = await own.newPage({ viewport: { width: 1200, height: 800 } })
      const requests: string[] = []
      page.on("request", (request) => requests.push(request.url()))
      await page.setContent(alignmentReports.html(documents, align(documents)))
      expect(requests).toEqual([])
      expect(await page.locator("img").count()).toBe(0)
      const seen = (await page.evaluate(`({
        width: document.documentElement.scrollWidth,
        directions: [...document.querySelectorAll("td[lang=ug] > h2, td[lang=ug] > div")].map((each) => [
          each.closest("[lang]").getAttribute("lang"),
          getComputedStyle(each).direction,
        ]),
      })`)) as { width: number; directions: [string, string][] }
      expect(seen.width).toBeLessThanOrEqual(1200)
      expect(seen.directions).toEqual([
        ["ug", "rtl"],
        ["en", "ltr"],
      ])
      expect(await violations(page)).toEqual([])
    } finally {
      await own.close()
    }
  })
})
