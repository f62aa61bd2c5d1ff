// JSON with the place of everything in it. `JSON.parse` says what a file means, not where; a translation is spliced in
// at a place, and a mistake in a settings file has a line. One pass, a stack of our own: depth costs no call stack.
import type { Span } from "../model/document.ts"

export type JsonKind = "object" | "array" | "string" | "number" | "literal"

/** A value as it is met, parents before children. */
export interface JsonValue extends Span {
  readonly kind: JsonKind
  /** Keys and indexes from the root, joined by dots; the end of a very long one is left out. */
  readonly path: string
  /** Place of its key, in an object. */
  readonly key?: Span
}

export interface JsonFault {
  readonly offset: number
}

interface Frame {
  readonly isArray: boolean
  readonly path: string
  count: number
}

/** Longer paths are cut, or a thousand nested keys would cost a million letters. */
const longestPath = 400
const blank = /[ \t\n\r]*/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const literal = /true|false|null/y

/**
 * Meets every value of a JSON text, in order. The end of objects and arrays is not known yet when they are met, so
 * theirs is an empty span at their bracket.
 *
 * @returns undefined when the text is well-formed (RFC 8259), else the offset of the first thing that is not
 */
export function scanJson(text: string, meet: (value: JsonValue) => void): JsonFault | undefined {
  const stack: Frame[] = []
  let at = 0
  const skip = () => {
    blank.lastIndex = at
    blank.test(text)
    at = blank.lastIndex
  }
  for (;;) {
    skip()
    const frame = stack.at(-1)
    let path = ""
    let key: Span | undefined
    if (frame) {
      const closing = frame.isArray ? "]" : "}"
      if (text[at] === closing) {
        at++
        stack.pop()
        if (stack.length === 0) break
        continue
      }
      if (frame.count > 0) {
        if (text[at] !== ",") return { offset: at }
        at++
        skip()
      }
      let name = String(frame.count)
      if (!frame.isArray) {
        const end = stringEnd(text, at)
        if (end < 0) return { offset: Math.min(~end, text.length) }
        key = { start: at, end }
        name = unquoted(text.slice(at, end))
        at = end
        skip()
        if (text[at] !== ":") return { offset: at }
        at++
        skip()
      }
      frame.count++
      path = frame.path === "" ? name : frame.path.length > longestPath ? frame.path : `${frame.path}.${name}`
      if (path.length > longestPath + 1) path = `${path.slice(0, longestPath)}…`
    }
    const start = at
    const first = text[at]
    const place = { path, start, ...(key ? { key } : {}) }
    if (first === "{" || first === "[") {
      at++
      meet({ ...place, kind: first === "{" ? "object" : "array", end: at })
      stack.push({ isArray: first === "[", path, count: 0 })
      continue
    }
    if (first === '"') {
      const end = stringEnd(text, at)
      if (end < 0) return { offset: Math.min(~end, text.length) }
      at = end
      meet({ ...place, kind: "string", end })
    } else {
      const pattern = /[-\d]/.test(first ?? "") ? number : literal
      pattern.lastIndex = at
      if (!pattern.test(text)) return { offset: at }
      at = pattern.lastIndex
      meet({ ...place, kind: pattern === number ? "number" : "literal", end: at })
    }
    if (stack.length === 0) break
  }
  skip()
  return at < text.length ? { offset: at } : undefined
}

/** End of the string that begins at an offset, behind its quote; or `~offset` of what is wrong in it. */
function stringEnd(text: string, start: number): number {
  if (text[start] !== '"') return ~start
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at + 1
    if (code < 0x20) return ~at
    if (code !== 0x5c) continue
    const next = text[at + 1]
    if (next === "u") {
      if (!/^[\da-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) return ~at
      at += 5
    } else if (next !== undefined && '"\\/bfnrt'.includes(next)) at++
    else return ~at
  }
  return ~text.length
}

/** What a quoted, well-formed JSON string says. */
export function unquoted(quoted: string): string {
  return quoted.includes("\\") ? (JSON.parse(quoted) as string) : quoted.slice(1, -1)
}
