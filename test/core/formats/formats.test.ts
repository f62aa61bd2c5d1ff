// The promise of every format: what is not changed keeps its bytes.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join, resolve } from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { plain } from "../../../src/content.ts"
import { Problem } from "../../../src/errors.ts"
import { formats, readDocument, writeDocument } from "../../../src/formats/index.ts"
import type { Content, Document } from "../../../src/model/document.ts"
import { fileSpan } from "../../../src/segment/offsets.ts"

const root = resolve(import.meta.dirname, "../../..")
const fixtures = [
  ...filesUnder(join(root, "server/samples"), /\.(?:md|html|txt)$/).filter((path) => !path.endsWith("README.md")),
  ...filesUnder(join(root, "../shared/seeds"), /\.txt$/),
  ...filesUnder(join(root, "../shared/weebi"), /\/..\.md$/),
]
const read = (text: string, name: string): Document => readDocument(new TextEncoder().encode(text), { name })
const texts = (document: Document): string[] => document.blocks.map(({ content }) => plain(content))
const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe.each(fixtures)("%s", (path) => {
  const bytes = new Uint8Array(readFileSync(path))
  const document = readDocument(bytes, { name: path.split("/").at(-1)! })

  it("is written back byte for byte", () => expect(Buffer.compare(writeDocument(document, new Map()), bytes)).toBe(0))
  it("reads the same after every block is written over itself", () => {
    const again = readDocument(writeDocument(document, own(document)), { name: document.name })
    expect(texts(again)).toEqual(texts(document))
  })
  it("has sections that tile it and segments that tile their blocks", () => expectTiled(document))
})

describe("every format", () => {
  const marks = fc.constantFrom(
    "# ",
    "## Başlık\n",
    "- ",
    "1. ",
    "\n",
    "\n\n",
    "\r\n",
    "| a | b |\n|---|---|\n",
    "**söz**",
    "*",
    "_",
    "`",
    "[",
    "](x)",
    "<p>",
    "</p>",
    "<b>",
    "&amp;",
    "&#1088;",
    "> ",
    "---\n",
    'title: "x"\n',
    "<!--",
    "-->",
    "<script>",
    "~~~\n",
    "\\",
    "سۆز ",
    "Söz. ",
    "⟦",
    "{name}",
    "<td>",
    "<",
    "\t",
  )
  const source = fc
    .array(fc.oneof(marks, fc.string({ unit: "grapheme", maxLength: 6 })), { minLength: 1, maxLength: 30 })
    .map((parts) => parts.join(""))

  it.each(formats.map(({ id, extensions }) => [id, extensions[0]!]))(
    "%s: identity, tiling and mapping on any text",
    (_, extension) => {
      fc.assert(
        fc.property(source, (text) => {
          let document: Document
          try {
            document = read(text, `a.${extension}`)
          } catch (problem) {
            expect(problem).toBeInstanceOf(Problem)
            return
          }
          expect(decoded(writeDocument(document, new Map()))).toBe(text)
          expectTiled(document)
        }),
        { numRuns: 300 },
      )
    },
  )

  it.each([
    [
      "md",
      "# Policy\n\nWe *collect* your [name](https://example.com/a_b) and `id`.\n\n- one **two**\n- three\\*\n\n| a | b |\n|---|---|\n| c \\| d | e |\n",
    ],
    [
      "html",
      "<!doctype html><html lang=en><head><title>A &amp; B</title></head><body><h1>Rights</h1><p>You <b>may</b> ask&nbsp;us.<br>Now</p><ul><li>one<li>two</ul></body></html>",
    ],
    ["txt", "Rights\n\nYou may ask us.\n● one\n● two\n"],
    ["json", '{"rights": "You may <b>ask</b> us.", "menu": {"one_other": "{{count}} \\"parts\\"", "two": "Two"}}'],
  ])("%s: changes only the block that is replaced", (extension, text) => {
    const document = read(text, `a.${extension}`)
    for (const block of document.blocks) {
      const written = decoded(writeDocument(document, new Map([[block.id, ["Söz <a> & *b* | [c](d) _e_"]]])))
      expect(written.startsWith(text.slice(0, block.start))).toBe(true)
      expect(written.endsWith(text.slice(block.end))).toBe(true)
      expect(texts(read(written, `a.${extension}`))[document.blocks.indexOf(block)]).toBe("Söz <a> & *b* | [c](d) _e_")
    }
  })

  it.each([
    "*a ".repeat(20_000),
    "[a](".repeat(20_000),
    ">".repeat(20_000),
    "`".repeat(40_000) + "a",
    "<div>".repeat(50_000),
    "_a".repeat(40_000),
    "a".repeat(10_000_000),
    "![".repeat(40_000),
    "<".repeat(100_000),
  ])("hostile text %# is read in linear time", (text) => {
    const started = performance.now()
    for (const { id, extensions } of formats)
      read(id === "i18next-json" ? JSON.stringify({ x: text }) : `x ${text}`, `a.${extensions[0]}`)
    expect(performance.now() - started).toBeLessThan(8000)
  })
})

describe("encodings", () => {
  const text = "## Купуялык саясаты\n\nБиз маалымат чогултабыз. سىياسەت\n"
  const utf16 = (little: boolean, bom: boolean) => {
    const marked = bom ? `\ufeff${text}` : text
    const bytes = new Uint8Array(marked.length * 2)
    for (let at = 0; at < marked.length; at++)
      new DataView(bytes.buffer).setUint16(at * 2, marked.charCodeAt(at), little)
    return bytes
  }
  it.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with mark", new TextEncoder().encode(`\ufeff${text}`)],
    ["UTF-16LE with mark", utf16(true, true)],
    ["UTF-16BE with mark", utf16(false, true)],
    ["UTF-16LE without mark", utf16(true, false)],
    ["UTF-16BE without mark", utf16(false, false)],
  ])("%s is read and written back", (_, bytes) => {
    const document = readDocument(bytes, { name: "a.md" })
    expect(document.text).toBe(text)
    expect(Buffer.compare(writeDocument(document, new Map()), bytes)).toBe(0)
  })
  it.each([
    ["Latin-1", new Uint8Array([0x46, 0xfc, 0x72, 0x20, 0xe4, 0x0a, 0x61]), "a.txt", "input/encoding"],
    [
      "binary named .md",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      "a.md",
      "input/not-text",
    ],
    ["empty", new Uint8Array(), "a.md", "input/empty"],
    ["blank", new TextEncoder().encode(" \n\t"), "a.md", "input/empty"],
    ["unknown type", new TextEncoder().encode("hello"), "a.xyz", "input/format"],
    ["XLIFF", new TextEncoder().encode("<?xml version='1.0'?><xliff/>"), "a.txt", "input/format"],
  ])("%s is refused", (_, bytes, name, code) =>
    expect(() => readDocument(bytes, { name })).toThrow(expect.objectContaining({ code })),
  )
})

describe("language marks", () => {
  it.each([
    [
      "html",
      '<!doctype html>\n<html lang="en" class=x><body><p>Hi there</p></body></html>',
      'lang="ug" dir="rtl" class=x',
    ],
    ["html", "<html><body dir=auto><p>Hi there</p></body></html>", '<html lang="ug" dir="rtl">'],
    ["md", '---\ntitle: "A b"\nlang: en\n---\n\nHi there\n', "lang: ug\n"],
  ])("%s", (extension, text, expected) => {
    const written = decoded(
      writeDocument(read(text, `a.${extension}`), new Map(), { language: { tag: "ug", direction: "rtl" } }),
    )
    expect(written).toContain(expected)
  })
  it("front matter keeps its quotes", () => {
    const document = read('---\ntitle: "A \\"b\\" c"\nlayout: page\nsubtitle: plain one\n---\n\nHi\n', "a.md")
    expect(texts(document)).toEqual(['A "b" c', "plain one", "Hi"])
    const written = decoded(
      writeDocument(
        document,
        new Map<string, Content>([
          ["b0", ['x "y"']],
          ["b1", ["a: b"]],
        ]),
      ),
    )
    expect(written).toBe('---\ntitle: "x \\"y\\""\nlayout: page\nsubtitle: "a: b"\n---\n\nHi\n')
  })
})

function own(document: Document): Map<string, Content> {
  return new Map(document.blocks.map(({ id, content }) => [id, content]))
}

function expectTiled(document: Document): void {
  const { sections, blocks, text } = document
  if (blocks.length === 0) return
  expect(sections[0]!.start).toBe(0)
  expect(sections.at(-1)!.end).toBe(text.length)
  sections.slice(1).forEach((section, at) => expect(section.start).toBe(sections[at]!.end))
  expect(sections.flatMap((section) => section.blocks)).toEqual(blocks.map(({ id }) => id))
  for (const block of blocks) {
    const segments = sections.flatMap((section) => section.segments.filter((each) => each.block === block.id))
    const whole = plain(block.content)
    expect(segments.map((each) => each.text).join("")).toBe(whole)
    const { start, end } = fileSpan(block, { start: 0, end: whole.length })
    expect(start).toBeGreaterThanOrEqual(block.start)
    expect(end).toBeLessThanOrEqual(block.end)
    for (const run of block.runs)
      if (run.length === run.end - run.start && !/[\r\n]/.test(text.slice(run.start, run.end)))
        expect(whole.slice(run.at, run.at + run.length)).toBe(text.slice(run.start, run.end))
  }
}

function filesUnder(folder: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path, pattern) : pattern.test(path) ? [path] : []
  })
}
