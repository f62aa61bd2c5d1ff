// The official schemas beside this project, asked through xmllint, when both are there.
import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import type { XliffVersion } from "../../../src/xliff/index.ts"

const schemas = resolve(import.meta.dirname, "../../../../shared/xliff/schemas")

export const whyNoSchemas: string | null = !existsSync(schemas)
  ? "skipped without ../shared/xliff/schemas"
  : spawnSync("xmllint", ["--version"]).error
    ? "skipped without xmllint"
    : null

/** What xmllint says against the files; "" when all are valid. */
export function faultsIn(version: XliffVersion, files: readonly { path: string; bytes: Uint8Array }[]): string {
  const folder = mkdtempSync(join(tmpdir(), "besh-xliff-"))
  try {
    const names = files.map(({ path, bytes }, at) => {
      const name = `${at}-${path.replace(/[^\w.-]/g, "-")}`
      writeFileSync(join(folder, name), bytes)
      return name
    })
    const schema = join(schemas, version, version === "1.2" ? "xliff-core-1.2-strict.xsd" : "all.xsd")
    execFileSync("xmllint", ["--nonet", "--noout", "--schema", schema, ...names], { cwd: folder, stdio: "pipe" })
    return ""
  } catch (error) {
    return String((error as { stderr?: unknown }).stderr ?? error)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
