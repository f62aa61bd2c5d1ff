// The whole proof in one command: types, lint, formatting, dead code, then every test, on SQLite, on a real PostgreSQL
// and in a real Chromium. What the machine lacks is installed where that is possible, else skipped with the reason.
// The last line is `N passed, N failed`, and `, N skipped` when something was.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
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
  }
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit", env })
  const result = JSON.parse(readFileSync(report, "utf8")) as Report
  count.passed += result.numPassedTests
  count.failed += result.numFailedTests
  count.skipped += result.numPendingTests + result.numTodoTests
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

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}
