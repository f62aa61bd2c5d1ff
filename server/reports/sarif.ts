// SARIF 2.1.0 (OASIS, 2020), as code-scanning services read it. Columns count UTF-16 code units, as it asks by default.
// Findings of the baseline are in it too, marked unchanged: a service that does not see them would call them fixed.
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { message } from "../commands/sentences.ts"
import type { Finding } from "../../src/model/finding.ts"
import type { Words } from "../i18n.ts"
import { lineStarts, position, type CheckedFile, type Report } from "./report.ts"

const level = { error: "error", warning: "warning", info: "note" } as const

export const sarif: Report = (files, { words, hasBaseline = false, version }) => {
  const all = files.flatMap(({ findings, known = [] }) => [...findings, ...known])
  const rules = [...new Set(all.map(({ check, kind }) => `${check}/${kind}`))].toSorted()
  return JSON.stringify(
    {
      $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: {
            driver: {
              name: "besh",
              ...(version === undefined ? {} : { version, semanticVersion: version }),
              rules: rules.map((id) => ({ id, name: id.split("/")[1] })),
            },
          },
          columnKind: "utf16CodeUnits",
          newlineSequences: ["\r\n", "\n", "\r"],
          artifacts: files.map(({ path, document, language }) => ({
            location: locationOf(path),
            encoding: document.encoding,
            ...(language.tag === "und" ? {} : { properties: { language: language.tag } }),
          })),
          results: files.flatMap((file) => [
            ...results(file, file.findings, rules, words, hasBaseline ? { baselineState: "new" } : {}),
            ...results(file, file.known ?? [], rules, words, { baselineState: "unchanged" }),
          ]),
        },
      ],
    },
    null,
    2,
  )
}

function results(
  { path, document }: CheckedFile,
  findings: readonly Finding[],
  rules: readonly string[],
  words: Words,
  state: { readonly baselineState?: "new" | "unchanged" },
) {
  const starts = lineStarts(document.text)
  return findings.map((finding) => {
    const ruleId = `${finding.check}/${finding.kind}`
    const artifactLocation = locationOf(path)
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
      ...state,
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

/** A path below where we stand is relative to the root of the sources; another is a file URL. */
function locationOf(path: string) {
  if (path === "-") return { uri: "stdin" }
  const parts = path.replaceAll("\\", "/").replace(/^\.\//, "").split("/")
  if (parts[0] === "" || parts.includes("..") || /^[A-Za-z]:$/.test(parts[0] ?? ""))
    return { uri: pathToFileURL(resolve(path)).href }
  return { uri: parts.map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" }
}
