// Characters of XML 1.0: which there are, which make a name, and what references stand for.

/** The first character no document may hold, in any spelling, or -1. */
export function wrongCharacter(text: string): number {
  // The rough look is quick and nearly always enough; halves of one character go together.
  return doubtful.test(text) ? text.search(forbidden) : -1
}

// oxlint-disable-next-line no-control-regex
const doubtful = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Cs}\ufffe\uffff]/u

/** After line ends have been made one. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09
}

const first =
  ":A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}"
const later = `${first}\\-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040`
const nameStart = new RegExp(`[${first}]`, "uy")
const nameRest = new RegExp(`[${later}]*`, "uy")
const wholeName = new RegExp(`^[${first}][${later}]*$`, "u")

/** 1: may begin a name; 2: may go on with one. */
const ascii = new Uint8Array(128)
for (let code = 0; code < 128; code += 1) {
  const character = String.fromCharCode(code)
  ascii[code] = /[:A-Z_a-z]/.test(character) ? 1 : /[-.0-9]/.test(character) ? 2 : 0
}

export function isNameAt(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return at < end && ascii[code] === 1
  nameStart.lastIndex = at
  return nameStart.test(text)
}

/** End of the name that begins at `at`; `at` itself when none does. */
export function nameEnd(text: string, at: number, end: number): number {
  if (!isNameAt(text, at, end)) return at
  let last = at
  for (; last < end; last += 1) {
    const code = text.charCodeAt(last)
    if (code < 128) {
      if (ascii[code] === 0) return last
    } else {
      nameRest.lastIndex = last
      nameRest.test(text)
      return Math.min(end, nameRest.lastIndex)
    }
  }
  return end
}

const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
])

/** Text with its references resolved. */
export function expand(
  text: string,
  fail: (kind: "character" | "entity" | "malformed", detail: string, at: number) => never,
): string {
  let result = ""
  let from = 0
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", from)) {
    const end = text.indexOf(";", at)
    if (end < 0) fail("malformed", 'an "&" that begins no reference', at)
    result += text.slice(from, at)
    const name = text.slice(at + 1, end)
    const known = entities.get(name)
    if (known !== undefined) result += known
    else if (name.startsWith("#")) {
      const code = codeOf(name)
      if (Number.isNaN(code)) fail("character", `malformed character reference: &${name.slice(0, 20)};`, at)
      result += String.fromCodePoint(code)
    } else if (wholeName.test(name)) fail("entity", `undefined entity: &${name.slice(0, 50)};`, at)
    else fail("malformed", "disallowed character in entity name", at)
    from = end + 1
  }
  return result + text.slice(from)
}

/** NaN when it is no number of a character XML can hold. */
function codeOf(name: string): number {
  const code =
    /^#x[\da-f]+$/i.test(name) && name[1] === "x"
      ? parseInt(name.slice(2), 16)
      : /^#\d+$/.test(name)
        ? Number(name.slice(1))
        : NaN
  const isHeld =
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  return isHeld ? code : NaN
}
