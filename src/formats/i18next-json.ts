// i18next JSON: an object of texts by key, nested or flat; plural and context suffixes stay in the key. Each text is a
// block named by its key path; what is in it besides text (see message-codes.ts) are inline codes. JSON of any other
// kind is refused: a value that is not a text is a setting, and no one translates settings.
import { Problem, placeAt } from "../errors.ts"
import type { Format } from "./format.ts"
import { scanJson, unquoted, type JsonValue } from "./json.ts"
import { messageCodes } from "./message-codes.ts"
import { blockOf, numbered, type Piece } from "./pieces.ts"
import { spliced } from "./splice.ts"

export const i18nextJson: Format = {
  id: "i18next-json",
  extensions: ["json"],
  mediaType: "application/json",
  sniff(text) {
    if (!/^\s*\{/.test(text.slice(0, 1000))) return 0
    const { values, wrong } = messages(text)
    return wrong === undefined && values.length > 0 ? 0.95 : 0
  },
  verify(text, name) {
    const { wrong, isJson } = messages(text)
    if (wrong)
      throw new Problem(
        isJson ? "input/messages" : "input/json",
        { name, key: wrong.path },
        placeAt(text, wrong.offset),
      )
  },
  parse(text) {
    const { values, wrong } = messages(text)
    if (wrong) return { blocks: [] }
    const found = values.flatMap((value) => {
      const block = blockOf(pieces(text, value), { kind: "cell", name: value.path })
      return block ? [block] : []
    })
    return { blocks: numbered(found) }
  },
  write(text, blocks, replacements) {
    // A file that spells every letter beyond ASCII as an escape goes on doing so.
    const isAscii = !/[^\0-\x7f]/.test(text) && /\\u(?!00[0-7])[\da-f]{4}/i.test(text)
    return spliced(text, blocks, replacements, (content) =>
      content.map((part) => (typeof part === "string" ? escaped(part, isAscii) : part.data)).join(""),
    )
  },
}

interface Messages {
  readonly values: readonly JsonValue[]
  /** The first thing that is no text by key; not well-formed JSON when `isJson` is false. */
  readonly wrong?: { readonly offset: number; readonly path: string }
  readonly isJson: boolean
}

function messages(text: string): Messages {
  const values: JsonValue[] = []
  let wrong: { offset: number; path: string } | undefined
  let isRoot = true
  const fault = scanJson(text, (value) => {
    const isBranch = value.kind === "object" || (value.kind === "array" && !isRoot)
    if (value.kind === "string" && !isRoot) values.push(value)
    else if (!isBranch) wrong ??= { offset: value.start, path: value.path }
    isRoot = false
  })
  if (fault) return { values, wrong: { offset: fault.offset, path: "" }, isJson: false }
  return { values, ...(wrong ? { wrong } : {}), isJson: true }
}

/** Texts and codes of one quoted string, each with its place in the file. */
function pieces(source: string, { start, end }: JsonValue): Piece[] {
  const stretches = unescaped(source, start + 1, end - 1)
  const text = stretches.map((each) => each.text).join("")
  const found: Piece[] = []
  let stretch = 0
  let from = 0 // in `text`, of the stretch we are in
  /** Stretches of `text` up to an offset, whole escapes at a time; `take` gets each. */
  const upTo = (start: number, end: number, take?: (piece: Piece) => void): { start: number; end: number } => {
    let first = -1
    let last = -1
    for (let at = start; at < end;) {
      while (from + stretches[stretch]!.text.length <= at) from += stretches[stretch++]!.text.length
      const { text: whole, start: place, isEscape, end: placeEnd } = stretches[stretch]!
      const to = Math.min(end, from + whole.length)
      const piece = isEscape
        ? { text: whole, start: place, end: placeEnd }
        : { text: whole.slice(at - from, to - from), start: place + at - from, end: place + to - from }
      take?.(piece)
      if (first < 0) first = piece.start
      last = piece.end
      at = to
    }
    return { start: first, end: last }
  }
  let at = 0
  for (const each of messageCodes(text)) {
    upTo(at, each.start, (piece) => found.push(piece))
    const place = upTo(each.start, each.end)
    found.push({ code: { ...each.code, data: source.slice(place.start, place.end) }, ...place })
    at = each.end
  }
  upTo(at, text.length, (piece) => found.push(piece))
  return found
}

interface Stretch {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly isEscape: boolean
}

/** The inside of a JSON string: plain stretches, and escapes one by one. */
function unescaped(source: string, start: number, end: number): Stretch[] {
  const found: Stretch[] = []
  const push = (from: number, to: number, isEscape: boolean) => {
    const raw = source.slice(from, to)
    if (to > from) found.push({ text: isEscape ? unquoted(`"${raw}"`) : raw, start: from, end: to, isEscape })
  }
  let from = start
  for (let at = start; at < end; at++) {
    if (source.charCodeAt(at) !== 0x5c) continue
    push(from, at, false)
    from = at + (source[at + 1] === "u" ? 6 : 2)
    push(at, from, true)
    at = from - 1
  }
  push(from, end, false)
  return found
}

/** Text as it stands between the quotes of a JSON string. */
export function escaped(text: string, isAscii = false): string {
  const quoted = JSON.stringify(text).slice(1, -1)
  return isAscii
    ? quoted.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    : quoted
}
