// The whole proof in one command: types, lint, formatting, dead code, then every test, on SQLite, on a real PostgreSQL
// and in a real Chromium. What the machine lacks is installed where that is possible, else skipped with the reason.
// The last line is `N passed, N failed`, and `, N skipped` when something was.
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { findChromium } from "./e2e/chromium.ts"
import { startPostgres } from "./server/postgres.ts"

const root = resolve(import.meta.dirname, "..")
const scratch = mkdtempSync(join(tmpdir(), "besh-test-"))
const count = { passed: 0, failed: 0, skipped: 0 }
const reasons: string[] = []

const steps: readonly (readonly [string, readonly string[]])[] = [
  ["types", ["node_modules/typescript/bin/tsc", "--noEmit"]],
  ["lint", ["node_modules/oxlint/bin/oxlint", "--type-aware", "--quiet"]],
  ["formatting", ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."]],
  ["dead code", ["node_modules/knip/bin/knip.js", "--no-progress"]],
]
for (const [name, words] of steps) {
  const isFine = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit" }).status === 0
  count[isFine ? "passed" : "failed"]++
  console.log(`${isFine ? "✓" : "✗"} ${name}`)
}

installForeignTools()
const angular = installAngular()
const chromium = findChromium()
if ("reason" in chromium) reasons.push(`browser: ${chromium.reason}`)
const postgres = await startPostgres().catch((error: unknown) => ({ reason: String(error) }))
if ("reason" in postgres) reasons.push(`PostgreSQL: ${postgres.reason}`)
try {
  const report = join(scratch, "vitest.json")
  const words = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ]
  const env = {
    ...process.env,
    ...("path" in chromium ? { BESH_TEST_CHROMIUM: chromium.path } : {}),
    ...("url" in postgres ? { BESH_TEST_POSTGRES: postgres.url } : {}),
    ...(angular === null ? {} : { BESH_TEST_ANGULAR: angular }),
  }
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit", env })
  const result = JSON.parse(readFileSync(report, "utf8")) as Report
  count.passed += result.numPassedTests
  count.failed += result.numFailedTests
  count.skipped += result.numPendingTests + result.numTodoTests
  reasons.push(...skipped(result))
  // A file that does not load has no tests to count, and is a failure all the same.
  const broken = result.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length
  count.failed += broken
  if (status !== 0 && count.failed === 0) count.failed++
} catch (error) {
  console.error(error)
  count.failed++
} finally {
  if ("stop" in postgres) await postgres.stop()
  rmSync(scratch, { recursive: true, force: true })
}

for (const reason of reasons) console.log(`skipped: ${reason}`)
console.log(`${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ""}`)
process.exitCode = count.failed > 0 ? 1 : 0

/**
 * Other people's XLIFF tools, for the tests that send them our bundles. They are large, so only continuous integration
 * on Debian installs them; elsewhere those tests run where the tools are at hand.
 */
function installForeignTools(): void {
  if (process.env["CI"] !== "true" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return
  const tools = {
    "libxml2-utils": "/usr/bin/xmllint",
    "translate-toolkit": "/usr/bin/podebug",
    "python3-lxml": "/usr/lib/python3/dist-packages/lxml",
    omegat: "/usr/share/omegat/OmegaT.jar",
  }
  const missing = Object.entries(tools).flatMap(([name, path]) => (existsSync(path) ? [] : [name]))
  if (missing.length === 0) return
  const quiet = {
    stdio: "ignore",
    timeout: 240_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  } as const
  spawnSync("apt-get", ["update", "-qq"], quiet)
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], quiet)
}

/** Angular's reader and writer of XLIFF bring a compiler along: 50 MB that continuous integration fetches, and nobody else. */
function installAngular(): string | null {
  const given = process.env["BESH_TEST_ANGULAR"]
  if (given !== undefined || process.env["CI"] !== "true") return given ?? null
  const folder = join(scratch, "angular")
  mkdirSync(folder)
  writeFileSync(join(folder, "package.json"), "{}")
  const packages = ["localize", "compiler", "compiler-cli"].map((name) => `@angular/${name}@19.2.9`)
  const words = ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages, "typescript@5.8.3"]
  const { status } = spawnSync("npm", words, { cwd: folder, stdio: "ignore", timeout: 240_000 })
  return status === 0 ? folder : null
}

/** What was skipped, by the title that says why, with how many tests. */
function skipped({ testResults }: Report): string[] {
  const counts = new Map<string, number>()
  for (const { assertionResults } of testResults) {
    for (const { status, ancestorTitles, title } of assertionResults) {
      if (status !== "skipped" && status !== "pending" && status !== "todo") continue
      const why = ancestorTitles[0] ?? title
      counts.set(why, (counts.get(why) ?? 0) + 1)
    }
  }
  return [...counts].map(([why, tests]) => `${why}: ${tests}`)
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly title: string
      readonly ancestorTitles: readonly string[]
    }[]
  }[]
}
