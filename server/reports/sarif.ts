// SARIF 2.1.0 (OASIS, 2020), as code-scanning services read it. Columns count UTF-16 code units, as it asks by default.
import { message } from "../commands/sentences.ts"
import { lineStarts, position, type CheckedFile, type Report } from "./report.ts"

const level = { error: "error", warning: "warning", info: "note" } as const

export const sarif: Report = (files, { words }) => {
  const rules = [
    ...new Set(files.flatMap(({ findings }) => findings.map(({ check, kind }) => `${check}/${kind}`))),
  ].toSorted()
  return JSON.stringify(
    {
      $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: { driver: { name: "besh", rules: rules.map((id) => ({ id, name: id.split("/")[1] })) } },
          columnKind: "utf16CodeUnits",
          results: files.flatMap((file) => results(file, rules, words)),
        },
      ],
    },
    null,
    2,
  )
}

function results(
  { path, document, findings }: CheckedFile,
  rules: readonly string[],
  words: Parameters<typeof message>[0],
) {
  const starts = lineStarts(document.text)
  return findings.map((finding) => {
    const ruleId = `${finding.check}/${finding.kind}`
    const artifactLocation = { uri: encodeURI(path.replaceAll("\\", "/")) }
    const region = (span: { start: number; end: number }) => {
      const start = position(starts, span.start)
      const end = position(starts, span.end)
      return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
    }
    const fix = finding.fix
    return {
      ruleId,
      ruleIndex: rules.indexOf(ruleId),
      level: level[finding.severity],
      message: { text: message(words, finding) },
      locations: [
        { physicalLocation: { artifactLocation, region: { ...region(finding), snippet: { text: finding.text } } } },
      ],
      partialFingerprints: { "besh/v1": finding.fingerprint },
      rank: Math.round(finding.confidence * 1000) / 10,
      ...(fix
        ? {
            fixes: [
              {
                description: { text: fix.text === "" ? "∅" : fix.text },
                artifactChanges: [
                  {
                    artifactLocation,
                    replacements: [{ deletedRegion: region(fix), insertedContent: { text: fix.text } }],
                  },
                ],
              },
            ],
          }
        : {}),
    }
  })
}
