// The register of reports of `besh align`.
import type { Alignment } from "../../src/align/index.ts"
import { csv } from "./alignment-csv.ts"
import { html } from "./alignment-html.ts"
import type { AlignedDocument } from "./alignment-report.ts"
import { tmx } from "./alignment-tmx.ts"

export const alignmentReports = { json, html, tmx, csv } as const

/** The contract of DESIGN.md, "besh align --format json". */
function json(documents: readonly AlignedDocument[], alignment: Alignment): string {
  const topics = new Map(alignment.sections.map((section) => [section.id, section]))
  const report = {
    version: 1,
    documents: documents.map(({ path, document, language }, index) => ({
      path,
      language,
      length: document.text.length,
      sections: document.sections.map((section) => {
        const id = `${index}/${section.id}`
        const found = topics.get(id)
        return {
          id,
          heading: section.heading,
          start: section.start,
          end: section.end,
          topic: found?.topic ?? null,
          topicConfidence: found?.topicConfidence ?? 0,
          ...(found?.language === undefined ? {} : { language: found.language }),
          segments: section.segments.map((segment) => ({
            id: `${index}/${segment.id}`,
            start: segment.start,
            end: segment.end,
          })),
        }
      }),
    })),
    links: alignment.links
      .filter(({ source, target }) => source.length > 0 && target.length > 0)
      .map(({ level, source, target, relation, confidence }) => ({ level, source, target, relation, confidence })),
    unaligned: alignment.unaligned,
    ...(alignment.provider === undefined ? {} : { provider: alignment.provider }),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}
