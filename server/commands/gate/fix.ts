// Certain repairs, done: spliced into the text as it stands, so that every other byte stays. A repair that would touch
// markup is left to people: the mended file must have the same blocks with the same inline codes.
import { codesOf } from "../../../src/content.ts"
import { Problem } from "../../../src/errors.ts"
import { encode } from "../../../src/formats/decode.ts"
import { escaped } from "../../../src/formats/i18next-json.ts"
import { readDocument } from "../../../src/formats/index.ts"
import { splice } from "../../../src/formats/splice.ts"
import type { Document } from "../../../src/model/document.ts"
import type { Finding, Fix } from "../../../src/model/finding.ts"

export interface Mended {
  /** In order, apart from each other, `text` as it will stand in the file. */
  readonly fixes: readonly Fix[]
  /** Certain repairs that would have changed markup. */
  readonly left: number
  readonly bytes: Uint8Array
}

/** @param confidence least confidence of a certain repair, 0–1 */
export function mend(document: Document, findings: readonly Finding[], confidence: number): Mended {
  const isCertain = (each: Finding) => each.severity !== "info" && each.confidence >= confidence
  const certain = apart(document.text, findings.filter(isCertain)).map((fix) => ({
    ...fix,
    text: printed(fix.text, document.format),
  }))
  const shape = shapeOf(document)
  const fixes: Fix[] = []
  // Halves of halves, so that one bad repair among thousands costs a dozen readings of the file and not thousands.
  const keep = (wanted: readonly Fix[]): void => {
    if (wanted.length === 0) return
    if (shapeWith(document, [...fixes, ...wanted]) === shape) fixes.push(...wanted)
    else if (wanted.length > 1) {
      const middle = wanted.length >> 1
      keep(wanted.slice(0, middle))
      keep(wanted.slice(middle))
    }
  }
  keep(certain)
  return { fixes, left: certain.length - fixes.length, bytes: bytesWith(document, fixes) }
}

/** Of repairs that overlap the one we are surer of; of equal ones the first. */
function apart(text: string, findings: readonly Finding[]): Fix[] {
  const kept: { fix: Fix; confidence: number }[] = []
  const inOrder = findings
    .flatMap(({ fix, confidence }) => (fix && fix.text !== text.slice(fix.start, fix.end) ? [{ fix, confidence }] : []))
    .toSorted((a, b) => a.fix.start - b.fix.start || a.fix.end - b.fix.end)
  for (const each of inOrder) {
    const last = kept.at(-1)
    const isApart =
      !last || each.fix.start > last.fix.end || (each.fix.start === last.fix.end && each.fix.end > each.fix.start)
    if (isApart) kept.push(each)
    else if (each.confidence > last.confidence) kept[kept.length - 1] = each
  }
  return kept.map(({ fix }) => fix)
}

function printed(text: string, format: string): string {
  if (format === "i18next-json") return escaped(text)
  if (format === "html") return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
  return text
}

function bytesWith({ text, encoding, bom }: Document, fixes: readonly Fix[]): Uint8Array {
  return encode({ text: splice(text, fixes), encoding, bom })
}

/** Shape of the mended document; undefined when it can no longer be read. */
function shapeWith(document: Document, fixes: readonly Fix[]): string | undefined {
  try {
    return shapeOf(readDocument(bytesWith(document, fixes), { name: document.name, format: document.format }))
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

function shapeOf({ blocks }: Document): string {
  return JSON.stringify(
    blocks.map(({ name, content }) => [name, codesOf(content).map(({ kind, data }) => [kind, data])]),
  )
}
