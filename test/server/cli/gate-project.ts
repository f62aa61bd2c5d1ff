// A throw-away project of somebody who uses `besh check` as a gate: a folder, files in it, the command run in it.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterAll, beforeEach, expect } from "vitest"
export { besh } from "./besh.ts"

export const home = process.cwd()
const scratch = mkdtempSync(join(tmpdir(), "besh-gate-"))
export const clean = "Biz siziň maglumatlaryňyzy goraýarys we hiç kime satmaýarys."
export const mixed = "Biz siziň maglumatlaryňyzy collect edýäris we hiç kime satmaýarys."
export const glued = "Biz hasaba alýarys.Siz islän wagtyňyz sorap bilersiňiz."
export const foreign = "We do not sell your personal information to third parties, and we never will."

export let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(scratch, "project-"))
  process.chdir(folder)
})
afterAll(() => {
  process.chdir(home)
  rmSync(scratch, { recursive: true, force: true })
})

export interface Report {
  readonly documents: readonly {
    readonly path: string
    readonly language: { readonly tag: string }
    readonly findings: readonly { readonly kind: string; readonly severity: string; readonly text: string }[]
  }[]
}

export function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
  expect(existsSync(join(folder, path))).toBe(true)
}
