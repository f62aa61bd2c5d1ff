// Text as a page shows it: codes as chips, findings underlined, Latin names inside Uyghur lines kept in their own
// direction. Cut into pieces here, so that the view only prints them.
import { directionOf } from "../../../src/language/index.ts"
import type { Code, Content, Span } from "../../../src/model/document.ts"

export interface Piece {
  readonly text: string
  /** Marker and markup of an inline code; null for text. */
  readonly code: { readonly marker: string; readonly markup: string } | null
  /** Left-to-right run inside right-to-left text: an address, a product name. */
  readonly isLatin: boolean
  /** Gravest of the findings that cover it, and their ids. */
  readonly mark: { readonly severity: string; readonly ids: string } | null
}

export interface Marked extends Span {
  readonly id: string
  readonly severity: string
}

/** @param marks offsets in `plain(content)` */
export function pieces(content: Content, language: string, marks: readonly Marked[] = []): Piece[] {
  const isRightToLeft = directionOf(language) === "rtl"
  const shown: Piece[] = []
  let at = 0
  for (const part of content) {
    if (typeof part !== "string") {
      const length = (part.equiv ?? "").length
      shown.push(codePiece(part, markOf(marks, at, at + Math.max(length, 1))))
      at += length
      continue
    }
    for (const { start, end, isLatin } of isRightToLeft ? latinRuns(part) : [whole(part)]) {
      const edges = [...new Set([start, end, ...edgesOf(marks, at)])].filter((edge) => edge >= start && edge <= end)
      for (const [n, from] of edges.sort((a, b) => a - b).entries()) {
        const to = edges[n + 1]
        if (to === undefined) break
        shown.push({ text: part.slice(from, to), code: null, isLatin, mark: markOf(marks, at + from, at + to) })
      }
    }
    at += part.length
  }
  return shown
}

/** The first words of a text. */
export function opening(text: string, length = 90): string {
  if (text.length <= length) return text
  const cut = text.lastIndexOf(" ", length)
  return `${text.slice(0, cut > length / 2 ? cut : length)} …`
}

function codePiece(code: Code, mark: Piece["mark"]): Piece {
  const marker = { open: `⟦${code.id}⟧`, close: `⟦/${code.id}⟧`, alone: `⟦${code.id}/⟧` }[code.kind]
  return { text: code.equiv ?? "", code: { marker, markup: code.disp ?? code.data }, isLatin: false, mark }
}

function edgesOf(marks: readonly Marked[], at: number): number[] {
  return marks.flatMap(({ start, end }) => [start - at, end - at])
}

const gravity = ["error", "warning", "info"]

function markOf(marks: readonly Marked[], start: number, end: number): Piece["mark"] {
  const here = marks.filter((mark) => mark.start < end && mark.end > start)
  if (here.length === 0) return null
  const severity = gravity.find((each) => here.some((mark) => mark.severity === each)) ?? "info"
  return { severity, ids: here.map(({ id }) => id).join(" ") }
}

const whole = (text: string) => ({ start: 0, end: text.length, isLatin: false })

/** Runs of Latin words, addresses and what joins them; everything else between. */
function latinRuns(text: string): { start: number; end: number; isLatin: boolean }[] {
  const runs = []
  let from = 0
  for (const match of text.matchAll(
    /[A-Za-z][\p{Script=Latin}\p{N}@/:.\-_+#%&=?~]*(?:[ ,]+[A-Za-z0-9][\p{Script=Latin}\p{N}@/:.\-_+#%&=?~]*)*/gu,
  )) {
    const end = match.index + match[0].replace(/[.:\-?]+$/, "").length
    if (match.index > from) runs.push({ start: from, end: match.index, isLatin: false })
    runs.push({ start: match.index, end, isLatin: true })
    from = end
  }
  if (from < text.length) runs.push({ start: from, end: text.length, isLatin: false })
  return runs
}
