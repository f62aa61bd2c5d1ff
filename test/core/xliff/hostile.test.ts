// Files that are broken, or meant to break us; and 10,000 mutations of our own, from a fixed seed.
import { describe, expect, it } from "vitest"
import { Problem } from "../../../src/errors.ts"
import { checkXliff, openXliff, readXliff, writeXliff, xliffVersions } from "../../../src/xliff/index.ts"
import { turkmen, uyghur } from "./fixtures.ts"

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const start =
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="tk"><file id="f1">'
const end = "</file></xliff>"
const unit = (inside: string, id = "u1") =>
  `<unit id="${id}"><segment><source>Excess</source><target>${inside}</target></segment></unit>`
const whole = (inside: string) => `${head}${start}${unit(inside)}${end}`
const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const utf16 = (text: string, isBig: boolean, hasMark = true) => {
  const marked = hasMark ? `\ufeff${text}` : text
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < marked.length; at += 1) view.setUint16(at * 2, marked.charCodeAt(at), !isBig)
  return bytes
}

const refused: [string, Uint8Array, string][] = [
  ["nothing", utf8(""), "input/empty"],
  ["blanks", utf8(" \n "), "xliff/not-xliff"],
  ["plain text", utf8("Excess"), "xliff/malformed"],
  ["another root", utf8("<tmx/>"), "xliff/not-xliff"],
  ["a web page", utf8("<!DOCTYPE html><html><body>Sign in</body></html>"), "xliff/not-xliff"],
  ["a page without doctype", utf8("<html><body><br></body></html>"), "xliff/not-xliff"],
  ["an internal entity", utf8(`<!DOCTYPE xliff [<!ENTITY a "b">]>${start}${unit("&a;")}${end}`), "xliff/doctype"],
  [
    "a file of this machine",
    utf8(`<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]>${start}${end}`),
    "xliff/doctype",
  ],
  ["an entity nobody declared", utf8(whole("&nbsp;")), "xliff/entity"],
  ["a NUL", utf8(whole("a\u0000b")), "xliff/character"],
  ["U+FFFF", utf8(whole("a\uffffb")), "xliff/character"],
  ["a control character by number", utf8(whole("&#1;")), "xliff/character"],
  ["half a surrogate by number", utf8(whole("&#xD800;")), "xliff/character"],
  ["cut off", utf8(whole("Möç").slice(0, -20)), "xliff/malformed"],
  ["two roots", utf8(`${whole("a")}<xliff/>`), "xliff/malformed"],
  ["an attribute twice", utf8(whole("a").replace('id="u1"', 'id="u1" id="u1"')), "xliff/malformed"],
  ["a prefix nobody declared", utf8(whole("<x:b/>")), "xliff/malformed"],
  [
    "65 levels",
    utf8(`${head}${start}${Array.from({ length: 65 }, (_, at) => `<group id="g${at}">`).join("")}`),
    "xliff/too-deep",
  ],
  ["16,000 levels", utf8(whole("<pc id='1'>".repeat(16_000))), "xliff/too-deep"],
  ["a huge attribute", utf8(whole(`<ph id="1" disp="${"x".repeat(70_000)}"/>`)), "xliff/attribute-size"],
  [
    "1,000 attributes",
    utf8(whole(`<ph ${Array.from({ length: 1000 }, (_, at) => `a${at}="1"`).join(" ")}/>`)),
    "xliff/too-many",
  ],
  ["2.9", utf8(whole("a").replace('version="2.0"', 'version="2.9"')), "xliff/version"],
  ["2.2 in the namespace of 2.0", utf8(whole("a").replace('version="2.0"', 'version="2.2"')), "xliff/version"],
  ["no namespace", utf8('<xliff version="1.2"/>'), "xliff/version"],
  ["no srcLang", utf8(whole("a").replace(' srcLang="en"', "")), "xliff/missing-attribute"],
  ["no trgLang", utf8(whole("a").replace(' trgLang="tk"', "")), "xliff/target-language"],
  ["a unit twice", utf8(`${head}${start}${unit("a")}${unit("b")}${end}`), "xliff/duplicate-id"],
  ["says UTF-16, is UTF-8", utf8(whole("a").replace("UTF-8", "UTF-16")), "xliff/encoding"],
  ["says UTF-8, is Latin-1", latin1(whole("Größe")), "xliff/encoding"],
  ["says something unheard of", utf8(whole("a").replace("UTF-8", "klingon-1")), "xliff/encoding"],
  ["half a UTF-8 character", utf8(whole("a")).fill(0xc3, 150, 151), "xliff/encoding"],
]

it("calls a picture no XLIFF, not a wrong encoding", () => {
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  expect(() => readXliff(picture, { name: "photo.png" })).toThrow(expect.objectContaining({ code: "input/format" }))
})

describe("refused, with line and column", () => {
  it.each(refused)("%s", (_, bytes, code) => {
    let problem: unknown
    try {
      readXliff(bytes, { name: "back.xlf" })
    } catch (error) {
      problem = error
    }
    expect(problem).toBeInstanceOf(Problem)
    expect((problem as Problem).code).toBe(code)
  })

  it("says where", () => {
    const text = `${head}${start}\n${unit("a")}\n  ${unit("b")}${end}`
    expect(checkXliff(utf8(text), { name: "x" })).toMatchObject([{ code: "xliff/duplicate-id", line: 4, column: 3 }])
  })

  it("stops at the byte limit", () => {
    expect(() => readXliff(utf8(whole("a")), { name: "x", limits: { bytes: 50 } })).toThrow(Problem)
  })
})

describe("read all the same", () => {
  const read = (bytes: Uint8Array) => readXliff(bytes, { name: "x" })
  const letters: [string, Uint8Array][] = [
    ["UTF-8 with a mark", utf8(`\ufeff${whole("Möç")}`)],
    ["UTF-16LE with a mark", utf16(whole("Möç").replace("UTF-8", "UTF-16"), false)],
    ["UTF-16BE with a mark", utf16(whole("Möç").replace("UTF-8", "UTF-16"), true)],
    ["UTF-16BE without", utf16(whole("Möç").replace("UTF-8", "UTF-16BE"), true, false)],
    ["declared Latin-1", latin1(whole("Möç").replace("UTF-8", "ISO-8859-1"))],
    ["character references", utf8(whole("M&#xf6;&#231;"))],
    ["CDATA", utf8(whole("<![CDATA[M\u00f6]]>\u00e7"))],
    ["comments and instructions between", utf8(whole("M<!-- a -->\u00f6<?b c?>\u00e7"))],
    ["no declaration", utf8(whole("Möç").replace(head, ""))],
    [
      "a prefix for the core",
      utf8(
        whole("Möç")
          .replace(/<(\/?)(?=[a-z])/g, "<$1x:")
          .replace("xmlns=", "xmlns:x="),
      ),
    ],
  ]
  it.each(letters)("%s", (_, bytes) => {
    expect(read(bytes).units[0]!.target).toEqual(["Möç"])
  })

  it("warns of an encoding that others may misread", () => {
    expect(read(latin1(whole("ö").replace("UTF-8", "ISO-8859-1"))).warnings.map(({ code }) => code)).toEqual([
      "encoding",
    ])
  })

  it("keeps a carriage return that was meant", () => {
    expect(read(utf8(whole("a&#13;b\r\nc"))).units[0]!.target).toEqual(["a\rb\nc"])
  })

  it("is not taken in by names", () => {
    const text = `${head}${start}${unit("y", "__proto__")}${unit("y", "constructor")}<e:unit xmlns:e="urn:e" id="u9"/>${end}`
    expect(read(utf8(text.replace(/<e:unit.*?\/>/, ""))).units.map(({ id }) => id)).toEqual([
      "__proto__",
      "constructor",
    ])
    expect(({} as Record<string, unknown>)["y"]).toBeUndefined()
  })

  it("does not open what a file points to", () => {
    const text = `${head}${start}${unit("a")}<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/hostname"/>${end}`
    expect(() => read(utf8(text))).toThrow(Problem)
  })
})

describe("10,000 mutations", () => {
  const seeds = xliffVersions.flatMap((version) =>
    [turkmen, uyghur].map((file) => writeXliff([file], { version, exportId: "e1", copySource: version === "1.2" })),
  )
  const bits = [
    "<",
    ">",
    "&",
    '"',
    "</unit>",
    "<target>",
    "]]>",
    "\u0000",
    "&#0;",
    "<!--",
    "<![CDATA[",
    "xmlns:a='b'",
    "\ud800",
    "id=",
    "/>",
    "<pc id='1'>",
    "⟦1⟧",
    "<!DOCTYPE a>",
  ]

  it("end in a document or a Problem, within time", () => {
    let state = 20261122
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const outcomes = { read: 0, refused: 0 }
    const began = performance.now()
    for (let round = 0; round < 10_000; round += 1) {
      let text = seeds[random(seeds.length)]!
      for (let times = 1 + random(3); times > 0; times -= 1) {
        const at = random(text.length)
        const length = random(2) ? random(30) : 0
        const other = seeds[random(seeds.length)]!
        const from = random(other.length)
        const put = random(3) ? bits[random(bits.length)]! : other.slice(from, from + random(200))
        text = text.slice(0, at) + put + text.slice(at + length)
      }
      const bytes = utf8(text)
      if (random(4) === 0) bytes[random(bytes.length)] = random(256)
      try {
        readXliff(bytes, { name: "x" })
        outcomes.read += 1
      } catch (error) {
        if (!(error instanceof Problem)) throw new Error(`round ${round}: ${String(error)}`, { cause: error })
        outcomes.refused += 1
      }
      if (round % 20 === 0)
        try {
          openXliff(bytes, { name: "x" }).print()
        } catch (error) {
          if (!(error instanceof Problem)) throw error
        }
    }
    expect(outcomes.read + outcomes.refused).toBe(10_000)
    expect(outcomes.read).toBeGreaterThan(100)
    expect(performance.now() - began).toBeLessThan(90_000)
  }, 120_000)
})
