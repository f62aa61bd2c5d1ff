// The report for people: each passage in its line, underlined, and isolated so that right-to-left text stays in place.
import { message } from "../commands/sentences.ts"
import { lineStarts, position, type CheckedFile, type Report, type ReportOptions } from "./report.ts"

const context = 40

export const text: Report = (files, options) => files.map((file) => reportOf(file, options)).join("\n\n")

function reportOf({ path, document, language, findings }: CheckedFile, { words, isColoured }: ReportOptions): string {
  const bold = (shown: string) => (isColoured ? `\u001b[1m${shown}\u001b[0m` : shown)
  const marked = (shown: string) => (isColoured ? `\u001b[4m${shown}\u001b[0m` : `[${shown}]`)
  const starts = lineStarts(document.text)
  const head = `${bold(path)}  ${words.languageName(language.tag)} (${language.tag}, ${words.percent(language.confidence)}), ${words.t("check.count", { count: findings.length })}`
  const lines = findings.flatMap((finding) => {
    const { line, column } = position(starts, finding.start)
    const lineEnd = document.text.indexOf("\n", finding.end)
    const before = document.text.slice(Math.max(starts[line - 1]!, finding.start - context), finding.start)
    const after = document.text.slice(
      finding.end,
      Math.min(lineEnd < 0 ? document.text.length : lineEnd, finding.end + context),
    )
    const long = finding.text.length > 100 ? `${finding.text.slice(0, 100)}…` : finding.text
    const fix = finding.fix ? ` → \u2068${finding.fix.text === "" ? "∅" : finding.fix.text}\u2069` : ""
    return [
      `  ${line}:${column}  ${finding.severity}  ${finding.kind}  ${message(words, finding)}${fix}`,
      `      \u2068${flat(before)}${marked(flat(long))}${flat(after)}\u2069`,
    ]
  })
  return [head, ...lines].join("\n")
}

function flat(shown: string): string {
  return shown.replace(/\s+/g, " ")
}
