// Content (text with inline codes) and its two plain faces: the text alone, for analysis, and tagged text, for
// people and forms: ⟦1⟧ … ⟦/1⟧ for a pair, ⟦2/⟧ for a code that stands alone. A literal ⟦ is written ⟦⟦.
import { Problem } from "./errors.ts"
import type { Code, Content } from "./model/document.ts"

/** The text alone; a code counts as its `equiv`. */
export function plain(content: Content): string {
  return content.map((part) => (typeof part === "string" ? part : (part.equiv ?? ""))).join("")
}

/** The codes of a content in reading order. */
export function codesOf(content: Content): Code[] {
  return content.filter((part): part is Code => typeof part !== "string")
}

/** Content from loose parts: adjacent strings joined, empty ones dropped. */
export function contentOf(parts: Iterable<string | Code>): Content {
  const content: (string | Code)[] = []
  for (const part of parts) {
    const last = content.at(-1)
    if (part === "") continue
    if (typeof part === "string" && typeof last === "string") content[content.length - 1] = last + part
    else content.push(part)
  }
  return content
}

const marker = { open: (id: string) => `⟦${id}⟧`, close: (id: string) => `⟦/${id}⟧`, alone: (id: string) => `⟦${id}/⟧` }

/** Tagged text: what a translator types in. `fromTagged(tagged(content), codesOf(content))` is the content. */
export function tagged(content: Content): string {
  return content
    .map((part) => (typeof part === "string" ? part.replaceAll("⟦", "⟦⟦") : marker[part.kind](part.id)))
    .join("")
}

/**
 * Content from tagged text.
 *
 * @param codes the codes that may be used, usually the source's and the former target's; the first of an id and kind wins
 * @throws Problem "unit/codes" for a marker that names no known code, or a pair that does not close
 */
export function fromTagged(text: string, codes: readonly Code[]): Content {
  const parts: (string | Code)[] = []
  const open: string[] = []
  let from = 0
  for (const match of text.matchAll(/⟦⟦|⟦(\/?)([^⟦⟧/]+)(\/?)⟧/g)) {
    parts.push(text.slice(from, match.index))
    from = match.index + match[0].length
    if (match[0] === "⟦⟦") {
      parts.push("⟦")
      continue
    }
    const kind = match[1] ? "close" : match[3] ? "alone" : "open"
    const code = codes.find((each) => each.id === match[2] && each.kind === kind)
    if (!code) throw new Problem("unit/codes", { code: match[0] })
    if (kind === "open") open.push(code.id)
    if (kind === "close" && open.pop() !== code.id) throw new Problem("unit/codes", { code: match[0] })
    parts.push(code)
  }
  if (open.length > 0) throw new Problem("unit/codes", { code: marker.open(open[0] ?? "") })
  parts.push(text.slice(from))
  return contentOf(parts)
}

/** Do two contents say the same: text after NFC, codes by id and kind? */
export function isSameContent(a: Content | null, b: Content | null): boolean {
  if (a === null || b === null) return a === b
  return tagged(a).normalize("NFC") === tagged(b).normalize("NFC")
}

/** One string that changes when text or codes (data included) change; for digests and comparisons. */
export function contentKey(content: Content): string {
  return JSON.stringify(
    content.map((part) => (typeof part === "string" ? part.normalize("NFC") : [part.kind, part.id, part.data])),
  )
}
