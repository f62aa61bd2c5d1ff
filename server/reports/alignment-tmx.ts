// Linked sentences as TMX 1.4b, one translation unit a link. Comparable links are left out: they are no translations.
import type { Alignment } from "../../src/align/index.ts"
import { linkedTexts, type AlignedDocument } from "./alignment-report.ts"

export function tmx(documents: readonly AlignedDocument[], alignment: Alignment): string {
  const units = linkedTexts(documents, alignment, "segment")
    .filter(({ link }) => link.relation === "parallel")
    .map(({ link, from, to, source, target }, at) =>
      [
        `    <tu tuid="${at + 1}">`,
        `      <prop type="x-besh-confidence">${link.confidence}</prop>`,
        `      <prop type="x-besh-ids">${escape(`${link.source.join(" ")} = ${link.target.join(" ")}`)}</prop>`,
        `      <tuv xml:lang="${escape(documents[from]!.language)}"><seg>${escape(source)}</seg></tuv>`,
        `      <tuv xml:lang="${escape(documents[to]!.language)}"><seg>${escape(target)}</seg></tuv>`,
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
      : [`    <prop type="x-besh-similarity">${escape(alignment.provider)}</prop>`]),
    "  </header>",
    "  <body>",
    ...units,
    "  </body>",
    "</tmx>",
    "",
  ].join("\n")
}

/** XML text without the characters XML 1.0 cannot hold. */
function escape(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "") // oxlint-disable-line no-control-regex
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}
