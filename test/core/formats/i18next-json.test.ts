// Messages of an interface: every text a block with its key, nothing but the text touched.
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codesOf, plain } from "../../../src/content.ts"
import { Problem } from "../../../src/errors.ts"
import { scanJson } from "../../../src/formats/json.ts"
import { formats, readDocument, writeDocument } from "../../../src/formats/index.ts"
import { i18nextJson } from "../../../src/formats/i18next-json.ts"
import type { Content, Document } from "../../../src/model/document.ts"
import { fileSpan } from "../../../src/segment/offsets.ts"

const read = (text: string, name = "tk.json"): Document => readDocument(new TextEncoder().encode(text), { name })
const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const named = (document: Document) => document.blocks.map(({ name, content }) => [name, plain(content)])

const file = `{
  "save": "Ýazdyr",
  "findings_one": "{{count}} tapyndy",
  "findings_other": "{{count}} tapyndy bar",
  "editor": {
    "title": "“{set}” resminamasy",
    "deep": { "help": "Ilki <b>saýlaň</b>,\\nsoň \\"Ýazdyr\\" basyň. $t(save)" }
  },
  "steps": ["Birinji ädim", { "last": "Soňky ädim" }],
  "bundle.units": "{count, plural, one {# bölek} other {# bölek bar}} taýýar",
  "version": "1.0",
  "dots": "…"
}
`

describe("i18next JSON", () => {
  const document = read(file)

  it("has a block for each text, named by its key", () => {
    expect(document.format).toBe("i18next-json")
    expect(named(document)).toEqual([
      ["save", "Ýazdyr"],
      ["findings_one", "{{count}} tapyndy"],
      ["findings_other", "{{count}} tapyndy bar"],
      ["editor.title", "“{set}” resminamasy"],
      ["editor.deep.help", 'Ilki saýlaň,\nsoň "Ýazdyr" basyň. {…}'],
      ["steps.0", "Birinji ädim"],
      ["steps.1.last", "Soňky ädim"],
      ["bundle.units", "# bölek\n# bölek bar\n taýýar"],
      ["version", "1.0"],
    ])
  })

  it.each([
    ["{{name}}, hoş geldiňiz", ["{{name}}"]],
    ["{{- html}} we {{when, date(short)}}", ["{{- html}}", "{{when, date(short)}}"]],
    ["{count, number} sany", ["{count, number}"]],
    [
      "{n, plural, offset:1 =0 {hiç kim} one {# adam} other {{name} we # adam}}",
      ["{n, plural, offset:1 =0 {", "} one {", "#", "} other {", "{name}", "#", "}}"],
    ],
    [
      "{g, select, male {ol {c, plural, other {# gün}}} other {olar}}!",
      ["{g, select, male {", "{c, plural, other {", "#", "}}", "} other {", "}}"],
    ],
    ["Bu <0>ýere</0> basyň<br/>soň garaşyň", ["<0>", "</0>", "<br/>"]],
    ["Adyňyzy <adyňyz> görnüşinde ýazyň", []],
    ["Don't write {, or {{ here", []],
    ["#1 ýer", []],
  ])("%s: codes %j", (text, codes) => {
    const [block] = read(JSON.stringify({ key: text })).blocks
    expect(codesOf(block!.content).map(({ data }) => data)).toEqual(codes)
  })

  it("knows where everything is, escapes included", () => {
    const source = String.raw`{"a": "S\u00f6z \"iki\"\tüç \ud83d\ude00 {{n\u0061me}} dört"}`
    const [block] = read(source).blocks
    const text = plain(block!.content)
    expect(text).toBe('Söz "iki"\tüç 😀 {{name}} dört')
    const place = (part: string) => {
      const start = text.indexOf(part)
      const span = fileSpan(block!, { start, end: start + part.length })
      return source.slice(span.start, span.end)
    }
    expect([place("Söz"), place('"iki"'), place("üç"), place("😀"), place("{{name}}"), place("dört")]).toEqual([
      String.raw`S\u00f6z`,
      String.raw`\"iki\"`,
      "üç",
      String.raw`\ud83d\ude00`,
      String.raw`{{n\u0061me}}`,
      "dört",
    ])
  })

  it("changes only the texts that are replaced, and escapes what JSON escapes", () => {
    const help = document.blocks.find(({ name }) => name === "editor.deep.help")!
    const [open, close, nested] = codesOf(help.content)
    const content: Content = ['Basyň "', open!, "C:\\", close!, '"\n', nested!]
    const written = decoded(writeDocument(document, new Map([[help.id, content]])))
    const before = String.raw`Ilki <b>saýlaň</b>,\nsoň \"Ýazdyr\" basyň. $t(save)`
    expect(written).toBe(file.replace(before, () => String.raw`Basyň \"<b>C:\\</b>\"\n$t(save)`))
    expect(JSON.parse(written).editor.deep.help).toBe('Basyň "<b>C:\\</b>"\n$t(save)')
  })

  it("goes on spelling letters as escapes where the file does", () => {
    const ascii = read(String.raw`{"a": "S\u00f6z", "b": "two"}`)
    expect(decoded(writeDocument(ascii, new Map<string, Content>([["b1", ["şeýle"]]])))).toBe(
      String.raw`{"a": "S\u00f6z", "b": "\u015fe\u00fdle"}`,
    )
  })

  it.each([
    ["not an object", '["Söz"]', "input/messages", 1, 1],
    ["a text alone", '"Söz"', "input/messages", 1, 1],
    ["a number", '{\n  "a": "Söz",\n  "b": 3\n}', "input/messages", 3, 8],
    ["a truth in a list", '{"a": ["Söz", true]}', "input/messages", 1, 15],
    ["a comma too many", '{"a": "Söz",}', "input/json", 1, 13],
    ["cut off", '{"a": "Sö', "input/json", 1, 10],
    ["two values", '{"a": "b"} {"c": "d"}', "input/json", 1, 12],
    ["a line end in a text", '{"a": "b\nc"}', "input/json", 1, 9],
    ["no such escape", String.raw`{"a": "\x41"}`, "input/json", 1, 8],
    ["Markdown", "# Syýasat\n\nBiz…\n", "input/json", 1, 1],
  ])("%s is refused, with its place", (_, text, code, line, column) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code, place: { line, column } }))
    expect(i18nextJson.sniff(text)).toBe(0)
  })

  it("is recognised without a name", () => {
    expect(read(file, "").format).toBe("i18next-json")
    expect(read('{"a": 1}', "").format).not.toBe("i18next-json")
  })
})

describe("any JSON", () => {
  const message = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }),
    fc
      .array(
        fc.constantFrom(
          "{",
          "}",
          "{{",
          "}}",
          "{n}",
          "{n, plural, one {",
          "} other {",
          "#",
          "'",
          "<b>",
          "</b>",
          "<i>",
          "<br/>",
          "$t(",
          ")",
          "söz ",
          "\n",
          '"',
          "\\",
          "\u0001",
        ),
      )
      .map((parts) => parts.join("")),
  )
  const tree = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      message,
      fc.dictionary(fc.string(), tie("node")),
      fc.array(tie("node")),
    ),
  })).node
  const texts = fc
    .tuple(fc.dictionary(fc.string(), tree), fc.constantFrom(undefined, 2, "\t"), fc.boolean())
    .map(([value, indent, isAscii]) => {
      const text = JSON.stringify(value, null, indent)
      return isAscii
        ? text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
        : text
    })

  it("is read with every text in its place, and written back", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = read(text)
        expect(decoded(writeDocument(document, new Map()))).toBe(text)
        const own = new Map(document.blocks.map(({ id, content }) => [id, content]))
        expect(JSON.parse(decoded(writeDocument(document, own)))).toEqual(JSON.parse(text))
        for (const block of document.blocks) {
          const slice = text.slice(block.start, block.end)
          const whole = block.content
            .map((part) => (typeof part === "string" ? part : (JSON.parse(`"${part.data}"`) as string)))
            .join("")
          expect(JSON.parse(`"${slice}"`)).toBe(whole)
        }
      }),
    )
  })

  it("any replacement reads back as the JSON text it is", () => {
    fc.assert(
      fc.property(message, (text) => {
        const document = read('{"a": "Bir", "b": "Iki"}')
        const written = decoded(writeDocument(document, new Map<string, Content>([["b0", [text]]])))
        expect(JSON.parse(written)).toEqual({ a: text, b: "Iki" })
      }),
    )
  })

  it("is well-formed exactly when JSON.parse says so", () => {
    const loose = fc
      .array(
        fc.constantFrom(
          "{",
          "}",
          "[",
          "]",
          '"a"',
          '"',
          ":",
          ",",
          "1",
          "-",
          "01",
          "1e5",
          ".5",
          "true",
          "nul",
          " ",
          "\\u00e9",
          "\n",
        ),
        { maxLength: 9 },
      )
      .map((parts) => parts.join(""))
    fc.assert(
      fc.property(fc.oneof(loose, fc.json()), (text) => {
        let isJson = true
        try {
          JSON.parse(text)
        } catch {
          isJson = false
        }
        expect(scanJson(text, () => {}) === undefined).toBe(isJson)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ["deep objects", '{"a":'.repeat(200_000)],
    ["deep objects, closed", `${'{"a":'.repeat(100_000)}"b"${"}".repeat(100_000)}`],
    ["deep lists", `{"a":${"[".repeat(300_000)}`],
    ["one long text", `{"a":"${"söz {".repeat(500_000)}"}`],
    ["one long text of escapes", `{"a":"${"\\u00f6".repeat(500_000)}"}`],
    ["plurals that never end", `{"a":"${"{n, plural, one {".repeat(200_000)}"}`],
    ["open tags", `{"a":"${"<b>".repeat(300_000)}x"}`],
    ["a long key over many texts", `{"${"k".repeat(300_000)}":{${'"a":"söz",'.repeat(100_000)}"b":"c"}}`],
    ["quotation marks", '"'.repeat(2_000_000)],
    ["blanks", `{"a":${" ".repeat(3_000_000)}`],
  ])("hostile: %s", (_, text) => {
    const started = performance.now()
    try {
      read(text)
    } catch (problem) {
      expect(problem).toBeInstanceOf(Problem)
    }
    expect(performance.now() - started).toBeLessThan(6000)
  })

  it("is a format among the others", () => expect(formats).toContain(i18nextJson))
})
