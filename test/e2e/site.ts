// A workbench as people run it: started on a free port with the sample policies, on an engine of choice, with a browser
// in front.
import { spawn, type ChildProcess } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import axe from "axe-core"
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core"
import type { TestedEngine } from "../server/engines.ts"

const root = join(import.meta.dirname, "../..")

export interface LiveSite {
  readonly address: string
  /** The one-time sign-in link it printed. */
  readonly link: string
  readonly context: BrowserContext
  readonly page: Page
  /** Errors of the browser's console, page by page. */
  readonly complaints: string[]
  close(): Promise<void>
}

export async function startSite(engine: TestedEngine, executablePath: string): Promise<LiveSite> {
  const database = await engine.fresh()
  const data = mkdtempSync(join(tmpdir(), "besh-e2e-"))
  const started = serve(database.url, data)
  const output = await printed(started)
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? ""
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "en",
    acceptDownloads: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on("console", (message) => {
    // A refusal is an answer too: 401 on the first page, 409 for the second of two writers.
    if (message.type() === "error" && !/status of (?:401|409)/.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`)
  })
  return {
    address,
    link: /http:\S+\/link\/\S+/.exec(output)?.[0] ?? "",
    context,
    page,
    complaints,
    async close() {
      await stopAll(browser, started)
      await database.drop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function serve(database: string, data: string): ChildProcess {
  const words = ["--port", "0", "--data", data, "--database", database]
  const program = `import(${JSON.stringify(join(root, "server/main.ts"))}).then(({ main }) => main(${JSON.stringify(words)}))`
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    cwd: root,
    env: { ...process.env, BESH_LOG: "error", BESH_SAMPLES: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  })
}

/** What it says until the link is there. */
function printed(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ""
    const timer = setTimeout(() => reject(new Error(`The server did not start:\n${text}`)), 90_000)
    const more = (part: Buffer) => {
      text += part.toString("utf8")
      if (!/\/link\/\S+\s/.test(text)) return
      clearTimeout(timer)
      resolve(text)
    }
    server.stdout?.on("data", more)
    server.stderr?.on("data", more)
    server.on("exit", (code) => reject(new Error(`The server ended with ${code}:\n${text}`)))
  })
}

async function stopAll(browser: Browser, server: ChildProcess): Promise<void> {
  await browser.close()
  if (server.exitCode !== null) return
  const ended = new Promise((resolve) => server.once("exit", resolve))
  server.kill("SIGTERM")
  await ended
}

/** What axe finds wrong with the page by WCAG 2.2 A and AA, in short. */
export async function violations(page: Page): Promise<string[]> {
  // Through the debugger: the page's own policy lets no foreign script in, and that shall stay so.
  const found = await page.evaluate(`(() => { ${axe.source}; return axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }) })()`)
  const { violations: wrong } = found as axe.AxeResults
  return wrong.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`),
  )
}
