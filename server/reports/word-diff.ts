// Repairs before they are made, as a unified diff by words: [-old-]{+new+}, or in red and green. Paragraphs are lines
// of a thousand letters, so a change is shown with what stands around it and not with its whole line.
import { directionOf } from "../../src/language/index.ts"
import type { Fix } from "../../src/model/finding.ts"
import { isolate, lineStarts, position, shown, type CheckedFile } from "./report.ts"

const context = 40

export function wordDiff(
  { path, document, language }: CheckedFile,
  fixes: readonly Fix[],
  isColoured: boolean,
): string {
  const { text } = document
  const starts = lineStarts(text)
  const gone = (part: string) => (part === "" ? "" : isColoured ? `\u001b[31m${part}\u001b[39m` : `[-${part}-]`)
  const come = (part: string) => (part === "" ? "" : isColoured ? `\u001b[32m${part}\u001b[39m` : `{+${part}+}`)
  const hunks = grouped(fixes, text).map((group) => {
    const first = group[0]!
    const { line } = position(starts, first.start)
    const from = Math.max(starts[line - 1]!, first.start - context)
    const end = group.at(-1)!.end
    const until = text.slice(end, end + context).search(/[\r\n]/)
    const to = until < 0 ? Math.min(text.length, end + context) : end + until
    let shownTo = from
    let out = ""
    for (const each of group) {
      out += shown(text.slice(shownTo, each.start)) + gone(shown(each.old)) + come(shown(each.text))
      shownTo = each.end
    }
    out += shown(text.slice(shownTo, to))
    const cut = { before: from > starts[line - 1]! ? "…" : "", after: until < 0 && to < text.length ? "…" : "" }
    return `@@ -${line} +${line} @@\n ${isolate(`${cut.before}${out}${cut.after}`.toWellFormed(), directionOf(language.tag))}`
  })
  return [`--- ${shown(path)}`, `+++ ${shown(path)}`, ...hunks].join("\n")
}

interface Change extends Fix {
  readonly old: string
}

/** Changes of whole words, and those that stand close together on one line as one group. */
function grouped(fixes: readonly Fix[], text: string): Change[][] {
  const words: Change[] = []
  for (const fix of fixes) {
    const last = words.at(-1)
    const start = Math.max(outward(text, fix.start, -1), last?.end ?? 0)
    const end = outward(text, fix.end, 1)
    const change = {
      start,
      end,
      old: text.slice(start, end),
      text: text.slice(start, fix.start) + fix.text + text.slice(fix.end, end),
    }
    if (last && fix.start < last.end) {
      // Two repairs of one word: the later continues where the former's word was cut.
      const tail = text.slice(fix.start, last.end)
      words[words.length - 1] = {
        start: last.start,
        end,
        old: text.slice(last.start, end),
        text: last.text.slice(0, last.text.length - tail.length) + fix.text + text.slice(fix.end, end),
      }
    } else words.push(change)
  }
  const groups: Change[][] = []
  for (const each of words) {
    const last = groups.at(-1)?.at(-1)
    const between = last ? text.slice(last.end, each.start) : ""
    if (last && between.length <= context * 2 && !/[\r\n]/.test(between)) groups.at(-1)!.push(each)
    else groups.push([each])
  }
  return groups
}

/** To the edge of the word an offset is in, no further than a word is long. */
function outward(text: string, at: number, step: 1 | -1): number {
  const isWord = (place: number) => /[\p{L}\p{M}\p{N}'’-]/u.test(text[place] ?? "")
  let edge = at
  while (Math.abs(edge - at) < context && isWord(step > 0 ? edge : edge - 1)) edge += step
  return edge
}
