// The report for people: each passage in its line, underlined, and isolated so that right-to-left text stays in place.
import { directionOf } from "../../src/language/index.ts"
import type { Finding } from "../../src/model/finding.ts"
import { message } from "../commands/sentences.ts"
import { isolate, lineStarts, position, shown, type CheckedFile, type Report, type ReportOptions } from "./report.ts"

const context = 40
const longest = 100

export const text: Report = (files, options) => {
  const { words, isQuiet = false, failing = [] } = options
  if (files.length === 0) return ""
  if (isQuiet)
    return files
      .map((file) => ({ ...file, findings: file.findings.filter(({ severity }) => failing.includes(severity)) }))
      .filter(({ findings }) => findings.length > 0)
      .map((file) => reportOf(file, options))
      .join("\n\n")
  const findings = files.flatMap((file) => file.findings)
  const known = files.flatMap((file) => file.known ?? [])
  const total = words.t("gate.total", { files: files.length, findings: findings.length })
  const parts = [total, ...(findings.length > 0 ? [tally(findings, options)] : []), ...knownOf(known.length, options)]
  return [...files.map((file) => reportOf(file, options)), parts.join("; ")].join("\n\n")
}

function reportOf({ path, document, language, findings, known = [] }: CheckedFile, options: ReportOptions): string {
  const { words, isColoured } = options
  const bold = (part: string) => (isColoured ? `\u001b[1m${part}\u001b[0m` : part)
  const marked = (part: string) => (isColoured ? `\u001b[4m${part}\u001b[24m` : `[${part}]`)
  const starts = lineStarts(document.text)
  const places = new Map(document.blocks.map((block) => [block.id, block]))
  const name = `${words.languageName(language.tag)} (${language.tag}, ${words.percent(language.confidence)})`
  const count = words.t("check.count", { count: findings.length })
  const parts = [count, ...(findings.length > 0 ? [tally(findings, options)] : []), ...knownOf(known.length, options)]
  const lines = findings.flatMap((finding) => {
    const { line, column } = position(starts, finding.start)
    // What stands around it in its line and its block: the neighbours of a JSON text are keys.
    const block = places.get(finding.block)
    const from = Math.max(starts[line - 1]!, block?.start ?? 0, finding.start - context)
    const to = Math.min(Math.max(block?.end ?? 0, finding.end), finding.end + context)
    const before = document.text.slice(Math.min(from, finding.start), finding.start)
    const after = /^[^\r\n]*/.exec(document.text.slice(finding.end, to))![0]
    const long = finding.text.length > longest ? `${finding.text.slice(0, longest)}…` : finding.text
    const fix = finding.fix ? ` → ${isolate(finding.fix.text === "" ? "∅" : shown(finding.fix.text))}` : ""
    const passage = [shown(before), marked(shown(long)), shown(after)].join("").toWellFormed()
    return [
      `  ${line}:${column}  ${finding.severity}  ${finding.kind}  ${message(words, dressed(finding))}${fix}`,
      `      ${isolate(passage, directionOf(language.tag))}`,
    ]
  })
  return [`${bold(shown(path))}  ${name}, ${parts.join("; ")}`, ...lines].join("\n")
}

function tally(findings: readonly Finding[], { words }: ReportOptions): string {
  const count = (severity: string) => findings.filter((each) => each.severity === severity).length
  return words.t("gate.tally", { errors: count("error"), warnings: count("warning"), notes: count("info") })
}

function knownOf(count: number, { words }: ReportOptions): string[] {
  return count > 0 ? [words.t("gate.known", { count })] : []
}

/** Right-to-left words in a left-to-right sentence keep to themselves; others stay as they are, to be searched for. */
function dressed(finding: Finding): Finding {
  const { key, data } = finding.message
  const dress = (value: string) => (directionOfText(value) === "rtl" ? isolate(shown(value)) : shown(value))
  const values = Object.entries(data).map(([name, value]) => [name, typeof value === "string" ? dress(value) : value])
  return { ...finding, message: { key, data: Object.fromEntries(values) as Record<string, string | number> } }
}

function directionOfText(value: string): "ltr" | "rtl" {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(value) ? "rtl" : "ltr"
}
