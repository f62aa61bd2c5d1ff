// Bytes to text and back. UTF-8 and UTF-16, with or without byte order mark; everything else is refused, because a
// guess at Latin-1 or Windows-1254 that is wrong ruins a document without anyone noticing.
import { Problem } from "../errors.ts"
import type { Encoding } from "../model/document.ts"

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  readonly bom: boolean
}

// Control characters that no text has: all of C0 but tab, line feed, form feed and carriage return.
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000e-\u001f]/
const unassigned = /[\p{Cn}\p{Co}]/u

/**
 * The text of a file.
 *
 * @param name file name, for the message only
 * @throws Problem "input/empty", "input/not-text" (a binary file), "input/encoding" (neither UTF-8 nor UTF-16)
 */
export function decode(bytes: Uint8Array, name: string): Decoded {
  const decoded = withMark(bytes) ?? isUtf16(bytes, "utf-16le") ?? isUtf16(bytes, "utf-16be") ?? utf8(bytes)
  if (decoded === undefined) throw new Problem(isBinary(bytes) ? "input/not-text" : "input/encoding", { name })
  if (control.test(decoded.text)) throw new Problem("input/not-text", { name })
  if (decoded.text.trim() === "") throw new Problem("input/empty", { name })
  return decoded
}

/** The bytes of a text in the encoding it came in; `encode(decode(bytes))` is `bytes`. */
export function encode({ text, encoding, bom }: Decoded): Uint8Array {
  const marked = bom ? `\ufeff${text}` : text
  if (encoding === "utf-8") return new TextEncoder().encode(marked)
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), encoding === "utf-16le")
  return bytes
}

function withMark(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c] = bytes
  const encoding =
    a === 0xef && b === 0xbb && c === 0xbf
      ? "utf-8"
      : a === 0xff && b === 0xfe
        ? "utf-16le"
        : a === 0xfe && b === 0xff
          ? "utf-16be"
          : undefined
  if (!encoding) return undefined
  const text = strictly(bytes.subarray(encoding === "utf-8" ? 3 : 2), encoding)
  return text === undefined ? undefined : { text, encoding, bom: true }
}

function utf8(bytes: Uint8Array): Decoded | undefined {
  const text = strictly(bytes, "utf-8")
  return text === undefined ? undefined : { text, encoding: "utf-8", bom: false }
}

/** UTF-16 without a mark: every other byte of the first thousand is a Latin, Cyrillic, Arabic or punctuation page. */
function isUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): Decoded | undefined {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return undefined
  const sample = bytes.subarray(0, 2000)
  const high = sample.filter((_, at) => at % 2 === (encoding === "utf-16le" ? 1 : 0))
  const usual = high.filter((page) => page <= 0x06 || page === 0x20 || page === 0xfb || page === 0xfe).length
  if (usual < 0.95 * high.length) return undefined
  const text = strictly(bytes, encoding)
  // Plain ASCII read as pairs would be pages 0x20–0x7e, so a space or a line end is always there to confirm.
  return text === undefined || control.test(text) || unassigned.test(text.slice(0, 5000))
    ? undefined
    : { text, encoding, bom: false }
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8000).some((byte) => byte < 9 || (byte > 13 && byte < 32))
}
