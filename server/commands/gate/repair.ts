// --fix: shown first; with --write made, and what was mended is checked again.
import { readFile } from "node:fs/promises"
import { Problem } from "../../../src/errors.ts"
import { writeDocument } from "../../../src/formats/index.ts"
import type { CheckedFile } from "../../reports/report.ts"
import { wordDiff } from "../../reports/word-diff.ts"
import { checkFile, refuse, type Gate, type Outcome } from "./check-all.ts"
import { mend } from "./fix.ts"
import { writeSafely } from "./write.ts"

/** Prints the repairs, and how many they are. */
export function preview(
  gate: Gate,
  checked: readonly CheckedFile[],
  confidence: number,
  print: (text: string) => void,
): void {
  const { words, terminal } = gate
  let count = 0
  for (const file of checked) {
    const { fixes, left } = mend(file.document, file.findings, confidence)
    count += fixes.length
    if (fixes.length > 0) print(wordDiff(file, fixes, terminal.isColoured))
    if (left > 0) terminal.note(`besh: ${words.t("gate.left", { path: file.path, count: left })}`)
  }
  if (count > 0 || !gate.isQuiet) print(words.t("gate.fixes", { count }))
}

/** Makes the repairs. A file that changed since it was read is left alone: somebody is working in it. */
export async function repair(gate: Gate, checked: readonly CheckedFile[], confidence: number): Promise<Outcome> {
  const { words, terminal } = gate
  const after: CheckedFile[] = []
  let refused = 0
  for (const file of checked) {
    const { path, document, findings } = file
    const { fixes, left, bytes } = mend(document, findings, confidence)
    if (left > 0) terminal.note(`besh: ${words.t("gate.left", { path, count: left })}`)
    if (fixes.length === 0) {
      after.push(file)
      continue
    }
    try {
      const before = writeDocument(document, new Map())
      if (Buffer.compare(await readFile(path), before) !== 0) throw new Problem("output/changed", { name: path })
      await writeSafely(path, bytes)
      terminal.note(`besh: ${words.t("gate.fixed", { path, count: fixes.length })}`)
      after.push(await checkFile(path, gate))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused++
      refuse(gate, path, error)
      after.push(file)
    }
  }
  return { checked: after, refused }
}
