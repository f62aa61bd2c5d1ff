// Bytes to text, in pieces: by byte order mark first, then by what the XML declaration says, UTF-8 without either.
// What the two say must agree; a wrong guess would turn letters into others without anyone noticing.
import { Problem } from "../errors.ts"

export interface XmlDecoder {
  /** Text that is complete so far. */
  write(bytes: Uint8Array): string
  end(): string
  /** A declared encoding other than UTF-8 and UTF-16, which was understood; null otherwise. */
  readonly unusual: string | null
}

/** Enough for any declaration. */
const sniffed = 256

/** @throws Problem "input/empty", "input/format", "xliff/encoding" */
export function xmlDecoder(name: string): XmlDecoder {
  let waiting: Uint8Array | null = new Uint8Array()
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let unusual: string | null = null
  let hasMarkup = false

  const start = (): void => {
    const head = waiting!
    if (head.length === 0) throw new Problem("input/empty", { name })
    hasMarkup = head.includes(0x3c)
    const { label, skip } = encodingOf(head, name)
    if (!label.startsWith("utf-")) unusual = label
    try {
      decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true })
    } catch {
      throw new Problem("xliff/encoding", { name, encoding: label }, { file: name, line: 1, column: 1 })
    }
    waiting = head.subarray(skip)
  }
  const decode = (bytes: Uint8Array | undefined): string => {
    try {
      return bytes ? decoder!.decode(bytes, { stream: true }) : decoder!.decode()
    } catch {
      // A picture or a program is not XML in a wrong encoding.
      if (!hasMarkup) throw new Problem("input/format", { name, known: ".xlf, .xliff" }, { file: name })
      throw new Problem("xliff/encoding", { name, encoding: decoder!.encoding }, { file: name })
    }
  }

  return {
    write(bytes) {
      if (decoder) return decode(bytes)
      waiting = concat(waiting!, bytes)
      if (waiting.length < sniffed) return ""
      start()
      const text = decode(waiting)
      waiting = null
      return text
    },
    end() {
      if (decoder) return decode(undefined)
      start()
      return decode(waiting!) + decode(undefined)
    },
    get unusual() {
      return unusual
    },
  }
}

function encodingOf(head: Uint8Array, name: string): { label: string; skip: number } {
  const [a, b, c, d] = head
  const marked =
    a === 0xef && b === 0xbb && c === 0xbf
      ? { label: "utf-8", skip: 3 }
      : a === 0xff && b === 0xfe
        ? { label: "utf-16le", skip: 2 }
        : a === 0xfe && b === 0xff
          ? { label: "utf-16be", skip: 2 }
          : a === 0x3c && b === 0 && c !== 0 && d === 0
            ? { label: "utf-16le", skip: 0 }
            : a === 0 && b === 0x3c && c === 0 && d !== 0
              ? { label: "utf-16be", skip: 0 }
              : undefined
  const declared = declaredIn(head.subarray(marked?.skip ?? 0), marked?.label ?? "latin1")
  if (!marked && !declared) return { label: "utf-8", skip: 0 }
  const isWide = marked ? marked.label !== "utf-8" : false
  const saysWide = declared === undefined ? isWide : /^(?:utf-?16|ucs-2|iso-10646-ucs-2)/.test(declared)
  if (saysWide !== isWide || (marked && !isWide && declared !== undefined && !/^utf-?8$/.test(declared)))
    throw new Problem("xliff/encoding", { name, encoding: declared ?? "utf-16" }, { file: name, line: 1, column: 1 })
  if (marked) return marked
  return { label: declared === "us-ascii" || declared === "utf8" ? "utf-8" : declared!, skip: 0 }
}

function declaredIn(head: Uint8Array, label: string): string | undefined {
  const text = new TextDecoder(label).decode(head.subarray(0, sniffed * 2))
  return /^<\?xml\s[^?>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(text)?.[1]?.toLowerCase()
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b
  const joined = new Uint8Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}
