// besh check: untranslated and mixed-language passages, without a workbench. A gate: what it says is in its exit code.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Problem } from "../../src/errors.ts"
import { reports } from "../reports/index.ts"
import type { CheckedFile } from "../reports/report.ts"
import { root } from "../root.ts"
import type { Command, Input, Terminal } from "./command.ts"
import { readBaseline } from "./gate/baseline.ts"
import { checkAll, type Gate } from "./gate/check-all.ts"
import { help } from "./gate/help.ts"
import { preview, repair } from "./gate/repair.ts"
import { defaults, findSettings, type Settings } from "./gate/settings.ts"
import { sentence } from "./sentences.ts"

const worst = { error: ["error"], warning: ["error", "warning"], never: [] } as const
const wrong = (detail: string) => new Problem("input/usage", { usage: "besh check [FILE…]", detail })

export const check: Command = {
  name: "check",
  summary: "find untranslated and mixed-language passages",
  help,
  options: {
    lang: { type: "string" },
    brand: { type: "string", multiple: true },
    off: { type: "string", multiple: true },
    format: { type: "string" },
    "fail-on": { type: "string" },
    quiet: { type: "boolean" },
    "stdin-name": { type: "string" },
    config: { type: "string" },
    "no-config": { type: "boolean" },
    baseline: { type: "string" },
    "update-baseline": { type: "boolean" },
    fix: { type: "boolean" },
    write: { type: "boolean" },
    "fix-confidence": { type: "string" },
  },
  async run(input, terminal) {
    const format = input.choice("format", ["text", "json", "sarif", "github"])
    const failOn = input.choice("fail-on", ["error", "warning", "never"])
    const confidence = confidenceOf(input)
    const settings = await settingsFor(input, terminal)
    if (!settings) return 2
    const failing: readonly string[] = worst[input.text("fail-on") === undefined ? (settings.failOn ?? failOn) : failOn]
    const gate = await gateOf(input, terminal, settings)
    const isUpdate = input.isSet("update-baseline")
    if (isUpdate && !gate.baselineFile) throw wrong("--update-baseline needs --baseline FILE")
    const baseline = gate.baselineFile ? await readBaseline(gate.baselineFile, isUpdate) : undefined

    let { checked, refused } = await checkAll(gate)
    const isPreview = input.isSet("fix") && !input.isSet("write")
    const least = confidence ?? settings.fixConfidence ?? 0.9
    if (isPreview) preview(gate, checked, least, format === "text" ? terminal.out : terminal.note)
    else if (input.isSet("fix")) {
      const mended = await repair(gate, checked, least)
      checked = mended.checked
      refused += mended.refused
    }
    if (baseline) checked = isUpdate ? await update(baseline, checked, gate) : against(baseline, checked, gate)
    if (!isPreview || format !== "text") {
      const { words, isQuiet } = gate
      const options = { words, isColoured: terminal.isColoured, isQuiet, failing, hasBaseline: baseline !== undefined }
      const report = reports[format](checked, { ...options, version: version() })
      if (report !== "") terminal.out(report)
    }
    if (refused > 0) return 2
    return checked.some(({ findings }) => findings.some(({ severity }) => failing.includes(severity))) ? 1 : 0
  },
}

/** The settings, or undefined after every mistake in them has been said. */
async function settingsFor(input: Input, terminal: Terminal): Promise<Settings | undefined> {
  const file = input.isSet("no-config") ? undefined : (input.text("config") ?? findSettings())
  if (file === undefined) return defaults
  const { readSettings } = await import("./gate/settings-file.ts")
  const read = await readSettings(file)
  if (!("problems" in read)) return read
  const words = await terminal.words()
  for (const problem of read.problems) terminal.note(`besh: ${sentence(words, problem)}`)
  return undefined
}

async function gateOf(input: Input, terminal: Terminal, settings: Settings): Promise<Gate> {
  const files = input.files.length > 0 ? input.files : settings.files
  if (files.length === 0) throw wrong("no file was named")
  if (input.isSet("write") && !input.isSet("fix")) throw wrong("--write goes with --fix")
  if (input.isSet("write") && files.includes("-")) throw wrong("standard input cannot be written back")
  const language = input.text("lang")
  const standardInput = input.text("stdin-name")
  const baselineFile = input.text("baseline") ?? settings.baseline
  return {
    terminal,
    words: await terminal.words(),
    settings,
    files,
    ...(language ? { language } : {}),
    brands: input.list("brand"),
    off: input.list("off"),
    ...(standardInput ? { standardInput } : {}),
    ...(baselineFile ? { baselineFile } : {}),
    isQuiet: input.isSet("quiet"),
  }
}

function confidenceOf(input: Input): number | undefined {
  const given = input.text("fix-confidence")
  const value = Number(given)
  if (given !== undefined && !(given.trim() !== "" && value >= 0 && value <= 1))
    throw wrong("--fix-confidence takes 0–1")
  return given === undefined ? undefined : value
}

type Baseline = Awaited<ReturnType<typeof readBaseline>>

/** Known findings apart; what is gone is worth a word, because the list should follow. */
function against(
  baseline: Baseline,
  checked: readonly CheckedFile[],
  { terminal, words, isQuiet }: Gate,
): CheckedFile[] {
  return checked.map((file) => {
    const { news, known, paid } = baseline.sort(file.path, file.findings)
    if (paid > 0 && !isQuiet) terminal.note(`besh: ${words.t("gate.paid", { path: file.path, count: paid })}`)
    return { ...file, findings: news, known }
  })
}

/** Everything found is known from now on, and what was not before is named. */
async function update(baseline: Baseline, checked: readonly CheckedFile[], gate: Gate): Promise<CheckedFile[]> {
  const { terminal, words, baselineFile = "" } = gate
  const { known, removed, added } = await baseline.update(checked)
  for (const { path, finding } of added) {
    const { kind, text } = finding
    terminal.note(
      `besh: ${words.t("gate.added", { path, kind, text: text.replace(/\s+/g, " ").slice(0, 80).toWellFormed() })}`,
    )
  }
  terminal.note(`besh: ${words.t("gate.baseline", { path: baselineFile, known, added: added.length, removed })}`)
  return checked.map((file) => ({ ...file, findings: [], known: file.findings }))
}

function version(): string {
  return (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version
}
