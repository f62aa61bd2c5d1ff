// The machine-readable report; its shape is a contract, see README.md.
import { message } from "../commands/sentences.ts"
import type { Report } from "./report.ts"

export const json: Report = (files, { words }) =>
  JSON.stringify(
    {
      version: 1,
      documents: files.map(({ path, document, language, findings }) => ({
        path,
        format: document.format,
        language: { tag: language.tag, confidence: rounded(language.confidence) },
        length: document.text.length,
        findings: findings.map((finding) => ({
          check: finding.check,
          kind: finding.kind,
          start: finding.start,
          end: finding.end,
          text: finding.text,
          ...(finding.language === undefined ? {} : { language: finding.language }),
          severity: finding.severity,
          confidence: rounded(finding.confidence),
          message: message(words, finding),
          ...(finding.fix === undefined ? {} : { fix: finding.fix }),
        })),
      })),
    },
    null,
    2,
  )

function rounded(share: number): number {
  return Number(share.toFixed(4))
}
