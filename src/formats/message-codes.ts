// What in an interface message is not text: {{interpolation}}, $t(nesting), ICU arguments and the skeleton of ICU
// plurals and selects, <b>tags</b> that come in pairs. Their branches are text, one line each for whoever reads them.
// Scanned by hand with bounded patterns, so that no message, however odd, takes more than linear time or a deep stack.
import type { CodeType, Span } from "../model/document.ts"
import type { LooseCode } from "./pieces.ts"

export interface MessageCode extends Span {
  /** Without `data`: the format knows how it stands in the file. */
  readonly code: Omit<LooseCode, "data">
}

const interpolation = /\{\{[^{}]{1,200}\}\}/uy
const nesting = /\$t\([^()]{1,200}\)/uy
const argument = /\{\s{0,50}[\p{L}\p{N}_.$-]{1,100}\s{0,50}(?:,[^{}]{1,200})?\}/uy
const opening =
  /\{\s{0,50}[\p{L}\p{N}_.-]{1,100}\s{0,50},\s{0,50}(plural|select|selectordinal)\s{0,50},\s{0,50}(?:offset:\s{0,9}\d{1,9}\s{1,50})?(?:=\d{1,9}|[\p{L}\p{N}_-]{1,100})\s{0,50}\{/uy
const nextBranch = /\}\s{0,50}(?:=\d{1,9}|[\p{L}\p{N}_-]{1,100})\s{0,50}\{/uy
const closing = /\}\s{0,50}\}/uy
const known = /^(?:\{{1,2}[^{}]{1,40}\}{1,2}|#|'.*')$/su
const quoted = /'[{}#|][^']{0,200}'/uy
const tag = /<(\/?)([A-Za-z][\w-]{0,40}|\d{1,3})((?:\s[^<>]{0,300})?\/?)>/uy

const tagTypes: Readonly<Record<string, CodeType>> = {
  a: "link", b: "bold", strong: "bold", i: "italic", em: "italic", s: "strike", del: "strike", code: "code", br: "break", img: "image",
} // prettier-ignore

/** The codes of a message in order; they do not overlap. */
export function messageCodes(text: string): MessageCode[] {
  const found: MessageCode[] = []
  const tags: { at: number; name: string; isEnd: boolean }[] = []
  const branches: boolean[] = [] // of the plurals and selects we are in: is # the number?
  for (const { index } of text.matchAll(/[{}$<#']/g)) {
    const last = found.at(-1)
    if (last && index < last.end) continue
    const match = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = index
      return pattern.exec(text)
    }
    const push = (length: number, type: CodeType, rest: Partial<LooseCode> = {}): void => {
      const disp = text.slice(index, index + length)
      found.push({ start: index, end: index + length, code: { kind: "alone", type, disp, ...rest } })
    }
    // A variable reads as itself where every reader knows it for one; the skeleton of a plural as a line end.
    const variable = (whole: string) => push(whole.length, "variable", { equiv: known.test(whole) ? whole : "{…}" })
    switch (text[index]) {
      case "{": {
        const simple = match(interpolation) ?? match(argument)
        if (simple) {
          variable(simple[0])
          break
        }
        const open = match(opening)
        if (!open) break
        branches.push(open[1] !== "select" || (branches.at(-1) ?? false))
        push(open[0].length, "variable", text.slice(0, index).trim() === "" ? {} : { equiv: "\n" })
        break
      }
      case "}": {
        if (branches.length === 0) break
        const other = match(nextBranch)
        const end = other ? null : match(closing)
        if (end) branches.pop()
        if (other ?? end) push((other ?? end)![0].length, "variable", { equiv: "\n" })
        break
      }
      case "#":
        if (branches.at(-1)) variable("#")
        break
      case "'": {
        const literal = branches.length > 0 ? match(quoted) : null
        if (literal) variable(literal[0])
        break
      }
      case "$": {
        const nested = match(nesting)
        if (nested) variable(nested[0])
        break
      }
      case "<": {
        const one = match(tag)
        if (!one) break
        const name = one[2]!.toLowerCase()
        const isAlone = one[3]!.endsWith("/") || name === "br" || name === "img"
        const isEnd = one[1] === "/"
        if (!isAlone) tags.push({ at: found.length, name, isEnd })
        const kind = isAlone ? "alone" : isEnd ? "close" : "open"
        const type = (Object.hasOwn(tagTypes, name) && tagTypes[name]) || "markup"
        push(one[0].length, type, {
          kind,
          ...(isAlone ? {} : { pair: name }),
          ...(name === "br" ? { equiv: "\n" } : {}),
        })
        break
      }
      default:
    }
  }
  const lonely = withoutPartner(tags)
  return lonely.size === 0 ? found : found.filter((_, at) => !lonely.has(at))
}

/** "Write to <name>" is no markup: a tag without its other half is text. */
function withoutPartner(tags: readonly { at: number; name: string; isEnd: boolean }[]): Set<number> {
  const lonely = new Set<number>()
  const open = new Map<string, number[]>()
  for (const { at, name, isEnd } of tags) {
    const waiting = open.get(name) ?? []
    open.set(name, waiting)
    if (!isEnd) waiting.push(at)
    else if (waiting.pop() === undefined) lonely.add(at)
  }
  for (const waiting of open.values()) for (const at of waiting) lonely.add(at)
  return lonely
}
