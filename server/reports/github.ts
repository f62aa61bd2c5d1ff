// Annotations for GitHub Actions: one workflow command a finding.
import { message } from "../commands/sentences.ts"
import { lineStarts, position, type Report } from "./report.ts"

const level = { error: "error", warning: "warning", info: "notice" } as const

export const github: Report = (files, { words }) =>
  files
    .flatMap(({ path, document, findings }) => {
      const starts = lineStarts(document.text)
      return findings.map((finding) => {
        const start = position(starts, finding.start)
        const end = position(starts, finding.end)
        const lines = `file=${property(path)},line=${start.line},endLine=${end.line}`
        // Columns are only read within one line.
        const place = start.line === end.line ? `${lines},col=${start.column},endColumn=${end.column}` : lines
        const fix = finding.fix ? ` → ${finding.fix.text}` : ""
        return `::${level[finding.severity]} ${place},title=${property(`besh ${finding.kind}`)}::${data(`${message(words, finding)} ${finding.text}${fix}`)}`
      })
    })
    .join("\n")

function data(value: string): string {
  return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A")
}

function property(value: string): string {
  return data(value).replaceAll(":", "%3A").replaceAll(",", "%2C")
}
