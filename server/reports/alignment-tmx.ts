// Linked sentences as TMX 1.4b, one translation unit a link. Comparable links are left out: they are no translations.
import type { Alignment } from "../../src/align/index.ts"
import { linkedTexts, type AlignedDocument } from "./alignment-report.ts"
import { escapeXml } from "../../src/xml.ts"

export function tmx(documents: readonly AlignedDocument[], alignment: Alignment): string {
  const units = linkedTexts(documents, alignment, "segment")
    .filter(({ link }) => link.relation === "parallel")
    .map(({ link, from, to, source, target }, at) =>
      [
        `    <tu tuid="${at + 1}">`,
        `      <prop type="x-besh-confidence">${link.confidence}</prop>`,
        `      <prop type="x-besh-ids">${escapeXml(`${link.source.join(" ")} = ${link.target.join(" ")}`)}</prop>`,
        `      <tuv xml:lang="${escapeXml(documents[from]!.language)}"><seg>${escapeXml(source)}</seg></tuv>`,
        `      <tuv xml:lang="${escapeXml(documents[to]!.language)}"><seg>${escapeXml(target)}</seg></tuv>`,
        "    </tu>",
      ].join("\n"),
    )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
    '<tmx version="1.4">',
    `  <header creationtool="besh" creationtoolversion="1" segtype="sentence" o-tmf="besh" adminlang="en" srclang="*all*" datatype="plaintext">`,
    ...(alignment.provider === undefined
      ? []
      : [`    <prop type="x-besh-similarity">${escapeXml(alignment.provider)}</prop>`]),
    "  </header>",
    "  <body>",
    ...units,
    "  </body>",
    "</tmx>",
    "",
  ].join("\n")
}
