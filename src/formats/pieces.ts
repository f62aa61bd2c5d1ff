// From the pieces a scanner meets, in file order, to a block: codes paired and numbered, blanks at the ends left
// outside, and a map from its plain text back to the file.
import { contentOf } from "../content.ts"
import type { Block, BlockKind, Code, CodeType, Run } from "../model/document.ts"

/** A stretch of the file inside a block: text, or one inline code. */
export type Piece =
  | { readonly text: string; readonly start: number; readonly end: number }
  | { readonly code: LooseCode; readonly start: number; readonly end: number }

/** A code before pairing; two ends belong together when kinds and `pair` match. */
export interface LooseCode {
  readonly kind: "open" | "close" | "alone"
  readonly pair?: string
  readonly type: CodeType
  readonly data: string
  readonly equiv?: string
  readonly disp?: string
}

export interface Shape {
  readonly kind: BlockKind
  readonly level?: number
  readonly name?: string
}

/** A block without its id, or undefined when there is nothing in it to read (no letter, no digit). */
export function blockOf(pieces: readonly Piece[], shape: Shape): Omit<Block, "id"> | undefined {
  const kept = trim(pieces)
  if (!kept.some((piece) => "text" in piece && /[\p{L}\p{N}]/u.test(piece.text))) return undefined
  const paired = pair(kept)
  const runs: Run[] = []
  let at = 0
  for (const piece of paired) {
    const text = "text" in piece ? piece.text : (piece.code.equiv ?? "")
    if (text !== "") push(runs, { at, length: text.length, start: piece.start, end: piece.end })
    at += text.length
  }
  return {
    start: paired[0]!.start,
    end: paired.at(-1)!.end,
    kind: shape.kind,
    ...(shape.level === undefined ? {} : { level: shape.level }),
    ...(shape.name === undefined ? {} : { name: shape.name }),
    content: contentOf(paired.map((piece) => ("text" in piece ? piece.text : piece.code))),
    runs,
  }
}

/** Gives blocks their ids, "b0", "b1" …, in file order. */
export function numbered(blocks: readonly Omit<Block, "id">[]): Block[] {
  return blocks.toSorted((a, b) => a.start - b.start).map((block, at) => ({ id: `b${at}`, ...block }))
}

function push(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  const isPlain = (each: Run) => each.length === each.end - each.start
  if (last && isPlain(last) && isPlain(run) && last.end === run.start) {
    runs[runs.length - 1] = { ...last, length: last.length + run.length, end: run.end }
  } else runs.push(run)
}

/** Without blanks and line breaks at the ends. */
function trim(pieces: readonly Piece[]): Piece[] {
  const isBlank = (piece: Piece) => ("text" in piece ? piece.text.trim() === "" : piece.code.type === "break")
  let from = 0
  let to = pieces.length
  while (from < to && isBlank(pieces[from]!)) from++
  while (to > from && isBlank(pieces[to - 1]!)) to--
  const kept = pieces.slice(from, to)
  const first = kept[0]
  if (first && "text" in first) {
    const text = first.text.trimStart()
    kept[0] = { text, start: first.start + shift(first, first.text.length - text.length), end: first.end }
  }
  const last = kept.at(-1)
  if (last && "text" in last) {
    const text = last.text.trimEnd()
    kept[kept.length - 1] = { text, start: last.start, end: last.end - shift(last, last.text.length - text.length) }
  }
  return kept
}

/** File length of `count` blank characters of a piece; a collapsed or escaped piece is all or nothing. */
function shift(piece: Piece & { text: string }, count: number): number {
  return piece.end - piece.start === piece.text.length ? count : 0
}

type Paired =
  | { readonly text: string; readonly start: number; readonly end: number }
  | { readonly code: Code; readonly start: number; readonly end: number }

function pair(pieces: readonly Piece[]): Paired[] {
  const partner = new Map<number, number>()
  const open = new Map<string, number[]>()
  pieces.forEach((piece, at) => {
    if ("text" in piece || piece.code.kind === "alone") return
    const key = piece.code.pair ?? ""
    const waiting = open.get(key) ?? []
    open.set(key, waiting)
    if (piece.code.kind === "open") waiting.push(at)
    else if (waiting.length > 0) {
      const start = waiting.pop()!
      partner.set(start, at)
      partner.set(at, start)
    }
  })
  unnest(pieces, partner)
  const ids = new Map<number, string>()
  let next = 1
  return pieces.map((piece, at) => {
    if ("text" in piece) return piece
    const other = partner.get(at)
    const id = (other === undefined ? undefined : ids.get(other)) ?? String(next++)
    ids.set(at, id)
    const { pair: _, ...code } = piece.code
    return {
      code: { ...code, id, kind: other === undefined ? "alone" : piece.code.kind },
      start: piece.start,
      end: piece.end,
    }
  })
}

/** `<b><i></b></i>`: pairs that overlap cannot be shown as a tree, so the later one is taken apart. */
function unnest(pieces: readonly Piece[], partner: Map<number, number>): void {
  const open: number[] = []
  pieces.forEach((_, at) => {
    const other = partner.get(at)
    if (other === undefined) return
    if (other > at) open.push(at)
    else if (open.at(-1) === other) open.pop()
    else {
      for (const inner of open.splice(open.lastIndexOf(other)).slice(1)) {
        partner.delete(partner.get(inner)!)
        partner.delete(inner)
      }
    }
  })
}
