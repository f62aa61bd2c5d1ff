// One pass over a text: its words as numbers into a vocabulary, with what can be seen of them without a model.
import type { Span } from "../model/document.ts"
import { classes, classOf } from "./characters.ts"
import { keepSpans } from "./keep.ts"
import type { Vocabulary, WordScript } from "./words.ts"

export const flags = {
  /** Begins with a capital. */
  capital: 1,
  /** First word of a sentence, a list item or a quotation. */
  start: 2,
  /** Inside an address, a placeholder, a code: not to be translated. */
  keep: 4,
  /** Hangs on the word before: hyphen or apostrophe between them. */
  attached: 8,
  /** Two letters or more, all capitals. */
  capitals: 16,
  /** The next word hangs on it. */
  carries: 32,
} as const

/** Words of one text in order; parallel arrays. */
export interface Scan {
  readonly text: string
  readonly length: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly ids: Int32Array
  readonly flags: Uint8Array
}

const scriptOfClass: Readonly<Record<number, WordScript>> = {
  [classes.latin]: "latin",
  [classes.cyrillic]: "cyrillic",
  [classes.arabic]: "arabic",
  [classes.han]: "han",
  [classes.letter]: "other",
}

/** @param keep further stretches to leave alone, in order (code spans) */
export function scan(text: string, vocabulary: Vocabulary, keep: readonly Span[] = []): Scan {
  const kept = merge(keepSpans(text), keep)
  let size = 64
  let starts = new Int32Array(size)
  let ends = new Int32Array(size)
  let ids = new Int32Array(size)
  let marks = new Uint8Array(size)
  let length = 0
  let isStart = true
  let next = 0
  let at = 0
  let lastEnd = -1
  const add = (start: number, end: number, script: WordScript, mark: number) => {
    if (length === size) {
      size *= 2
      starts = grown(starts, size)
      ends = grown(ends, size)
      ids = grown(ids, size)
      const more = new Uint8Array(size)
      more.set(marks)
      marks = more
    }
    const id = vocabulary.idOf(text.slice(start, end), script)
    let flag = mark
    if (isStart) flag |= flags.start
    if (start === lastEnd + 1 && length > 0 && isJoint(text.charCodeAt(lastEnd))) {
      flag |= flags.attached
      marks[length - 1]! |= flags.carries
    }
    if (isCapital(text, start)) {
      flag |= flags.capital
      if (vocabulary.words[id]!.isCapitals) flag |= flags.capitals
    }
    if ((flag & flags.keep) === 0) {
      vocabulary.counts[id]!++
      if ((flag & flags.capital) !== 0 && !isStart) vocabulary.capitals[id]!++
    }
    starts[length] = start
    ends[length] = end
    ids[length] = id
    marks[length] = flag
    length++
    isStart = false
    lastEnd = end
  }
  while (at < text.length) {
    const span = kept[next]
    if (span && at >= span.start) {
      add(span.start, span.end, "other", flags.keep)
      at = span.end
      next++
      continue
    }
    const stop = span ? span.start : text.length
    const found = classOf(text.charCodeAt(at))
    if (found < classes.digit || found === classes.other || found === classes.mark || found === classes.surrogate) {
      if (endsSentence(text, at)) isStart = true
      at++
      continue
    }
    const start = at
    let script: WordScript | "" = ""
    let hasDigit = false
    for (; at < stop; at++) {
      const each = classOf(text.charCodeAt(at))
      if (each === classes.digit) hasDigit = true
      else if (each >= classes.latin && each !== classes.surrogate) {
        const own = scriptOfClass[each]!
        if (own === "han" && script !== "han" && script !== "") break
        if (own !== "han" && script === "han") break
        script = script === "" || script === own ? own : "mixed"
      } else if (
        each !== classes.mark &&
        !(isApostrophe(text.charCodeAt(at)) && at + 1 < stop && isLetter(text, at + 1) && at > start)
      )
        break
    }
    if (script === "") {
      // A number: "1." and "2)" begin sentences, the rest is no word.
      lastEnd = -1
      continue
    }
    add(start, at, script, hasDigit ? flags.keep : 0)
  }
  return {
    text,
    length,
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
    ids: ids.subarray(0, length),
    flags: marks.subarray(0, length),
  }
}

function grown(array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(size)
  more.set(array)
  return more
}

function merge(one: readonly Span[], two: readonly Span[]): readonly Span[] {
  if (two.length === 0) return one
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of [...one, ...two].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else if (end > start) merged.push({ start, end })
  }
  return merged
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2bc || code === 0x2bb || code === 0x2018 || code === 0x60
}

function isJoint(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011 || isApostrophe(code)
}

function isLetter(text: string, at: number): boolean {
  const found = classOf(text.charCodeAt(at))
  return found >= classes.latin && found !== classes.surrogate
}

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 0x80) return code >= 65 && code <= 90
  if (code >= 0x600) return false
  const letter = text[at]!
  return letter !== letter.toLowerCase()
}

function endsSentence(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 0x0a:
    case 0x21:
    case 0x3b:
    case 0x3f:
    case 0x61f:
    case 0x2022:
    case 0x25cf:
    case 0x2026:
    case 0x3002:
    case 0x201c:
    case 0x22:
    case 0xab:
    case 0x3a:
      return true
    case 0x2e:
      return true
    default:
      return false
  }
}

/** Does an offset lie in a stretch to leave alone? Binary search. */
export function isKeptAt({ starts, ends, flags: marks, length }: Scan, offset: number): boolean {
  let low = 0
  let high = length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return length > 0 && starts[low]! <= offset && ends[low]! > offset && (marks[low]! & flags.keep) !== 0
}
