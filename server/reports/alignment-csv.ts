// Linked sentences as CSV (RFC 4180). Cells that a spreadsheet would run as a formula are guarded by an apostrophe.
import type { Alignment } from "../../src/align/index.ts"
import { linkedTexts, type AlignedDocument } from "./alignment-report.ts"

const columns = [
  "level",
  "source language",
  "target language",
  "source ids",
  "target ids",
  "relation",
  "confidence",
  "source",
  "target",
]

export function csv(documents: readonly AlignedDocument[], alignment: Alignment): string {
  const rows = (["section", "segment"] as const).flatMap((level) =>
    linkedTexts(documents, alignment, level).map(({ link, from, to, source, target }) => [
      level,
      documents[from]!.language,
      documents[to]!.language,
      link.source.join(" "),
      link.target.join(" "),
      link.relation,
      String(link.confidence),
      source,
      target,
    ]),
  )
  const missing = alignment.unaligned.map((id) => [
    "section",
    documents[Number(id.split("/")[0])]!.language,
    "",
    id,
    "",
    "",
    "",
    "",
    "",
  ])
  return [columns, ...rows, ...missing].map((row) => `${row.map(cell).join(",")}\r\n`).join("")
}

/** One cell, quoted; a leading = + - @ (or its full-width twin), tab or line end does not start a formula. */
export function cell(value: string): string {
  const guarded = /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value
  return `"${guarded.replaceAll('"', '""')}"`
}
