// ICU and i18next messages as content: arguments, plural frames, nested keys and tags become codes, so that only words
// are left to translate; and back, with every code there once and every frame in its order, or not at all.
import { codesOf, contentOf } from "../content.ts"
import type { Code, Content } from "../model/document.ts"

// i18next {{value}} and $t(key); character references, which npm xliff would unescape once too often; ICU quoting '{…}'; tags <0>…</0>; ICU arguments are found by their braces.
const simple = /\{\{[^{}]*\}\}|&#?\w{1,31};|\$t\([^()]*\)|'[{}<#|][^']*'|<\/?[\w.-]+(?:\s[^<>]*)?\/?>/y
const framed = /\{\s*[\w.-]+\s*,\s*(?:plural|select|selectordinal)\s*,/y
const argument = /\{\s*[\w.-]+\s*(?:,[^{}]*)?\}/y
const branch = /(?:\s*offset:\d+)?\s*(?:=\d+|[\w.-]+)\s*\{/y

/** null when the message is not well-formed: it then stays as it is. */
export function protect(message: string): Content | null {
  const parts: (string | Code)[] = []
  let count = 0
  const code = (data: string, type: Code["type"] = "variable"): Code => {
    count += 1
    return { id: String(count), kind: "alone", type, data, disp: data }
  }
  const end = read(0, 0, false)
  return end === message.length ? contentOf(parts) : null

  /** Reads text up to the brace that closes it; -1 when something is wrong. */
  function read(from: number, depth: number, hasNumber: boolean): number {
    let at = from
    while (at < message.length) {
      const letter = message[at]!
      if (letter === "}") return depth > 0 ? at : -1
      const found = match(simple, at)
      if (found) {
        parts.push(code(found, found.startsWith("<") ? "markup" : "variable"))
        at += found.length
      } else if (letter === "#" && hasNumber) {
        parts.push(code("#"))
        at += 1
      } else if (letter === "{") {
        const opened = match(framed, at)
        const alone = opened ? undefined : match(argument, at)
        if (alone) {
          parts.push(code(alone))
          at += alone.length
          continue
        }
        if (!opened || depth > 8) return -1
        at = frame(at, opened, depth, !/\bselect\s*,$/.test(opened))
        if (at < 0) return -1
      } else {
        parts.push(letter)
        at += 1
      }
    }
    return depth === 0 ? at : -1
  }

  /** "{n, plural, one {" … "} other {" … "}}": what is between the words is one code each time. */
  function frame(from: number, opened: string, depth: number, hasNumber: boolean): number {
    let at = from + opened.length
    let data = opened
    let branches = 0
    for (;;) {
      const next = match(branch, at)
      if (!next) break
      parts.push(code(data + next, "markup"))
      const close = read(at + next.length, depth + 1, hasNumber)
      if (close < 0) return -1
      data = "}"
      at = close + 1
      branches += 1
    }
    const tail = /\s*\}/y
    const last = match(tail, at)
    if (!last || branches === 0) return -1
    parts.push(code(data + last, "markup"))
    return at + last.length
  }

  function match(pattern: RegExp, at: number): string | undefined {
    pattern.lastIndex = at
    return pattern.exec(message)?.[0]
  }
}

export type MessageFault = "code-missing" | "code-unknown" | "code-duplicate" | "code-order" | "braces"

/** A message from translated content, or why it would not be one. */
export function unprotect(
  content: Content,
  source: Content,
): { readonly message: string } | { readonly fault: MessageFault } {
  const expected = new Map(codesOf(source).map((code) => [code.id, code]))
  const seen = new Set<string>()
  const frames: string[] = []
  let message = ""
  for (const part of content) {
    if (typeof part === "string") {
      if (/[{}]/.test(part)) return { fault: "braces" }
      message += part
      continue
    }
    const code = expected.get(part.id)
    if (!code) return { fault: "code-unknown" }
    if (seen.has(part.id)) return { fault: "code-duplicate" }
    seen.add(part.id)
    if (isFrame(code)) frames.push(part.id)
    // An apostrophe right before a brace would quote it.
    if (code.data.startsWith("{") && /(?:^|[^'])(?:'')*'$/.test(message)) message += "'"
    message += code.data
  }
  if (seen.size < expected.size) return { fault: "code-missing" }
  const order = codesOf(source)
    .filter(isFrame)
    .map(({ id }) => id)
  if (order.join() !== frames.join()) return { fault: "code-order" }
  // A code may stand in another branch than before only if the message still reads: frames are the same, so it does.
  return protect(message) === null ? { fault: "braces" } : { message }
}

function isFrame(code: Code): boolean {
  return code.type === "markup" && /[{}]/.test(code.data)
}
