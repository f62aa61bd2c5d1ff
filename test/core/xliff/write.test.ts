// What is written is read back the same, is valid against the official schemas, and does not depend on the clock.
import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import fc from "fast-check"
import { ParseOption, XmlDocument, XsdValidator, xmlRegisterInputProvider } from "libxml2-wasm"
import { beforeAll, describe, expect, it } from "vitest"
import { codesOf, plain } from "../../../src/content.ts"
import type { Content } from "../../../src/model/document.ts"
import {
  bundleFiles,
  checkXliff,
  readXliff,
  readXliffStream,
  writeXliff,
  xliffVersions,
} from "../../../src/xliff/index.ts"
import { alone, close, open, turkmen, unit, uyghur } from "./fixtures.ts"

const tool = { name: "besh", version: "0.1.0" }
const created = "2026-11-22T00:00:00Z"
const schemas = resolve(import.meta.dirname, "../../../../shared/xliff/schemas")
const read = (text: string) => readXliff(new TextEncoder().encode(text), { name: "x.xlf" })
const cases = xliffVersions.flatMap((version) =>
  [turkmen, uyghur].flatMap((file) => [false, true].map((copySource) => ({ version, file, to: file.to, copySource }))),
)

describe("writing", () => {
  it.each(cases)(
    "$version to $to, sources copied: $copySource: comes back as it left",
    ({ version, file, copySource }) => {
      const text = writeXliff([file], { version, exportId: "e1", created, tool, copySource })
      expect(checkXliff(new TextEncoder().encode(text), { name: "x" })).toEqual([])
      const back = read(text)
      expect(back.files).toMatchObject([{ original: file.original, from: "en", to: file.to, exportId: "e1" }])
      for (const sent of file.units) {
        const got = back.units.find(({ id }) => id === sent.id)!
        const tags = (content: Content | null) =>
          content && [
            plain(content.map((part) => (typeof part === "string" ? part : ""))),
            codesOf(content).map(({ id, kind }) => `${kind} ${id}`),
          ]
        expect(tags(got.source)).toEqual(tags(sent.source))
        expect(tags(got.target)).toEqual(tags(sent.target ?? (copySource ? sent.source : null)))
        if (sent.flag === null) expect(got.state).toBe(sent.target ? sent.state : "initial")
        expect([got.translatable, got.isSpacePreserved, got.exported.revision]).toEqual([
          sent.translatable,
          true,
          sent.revision,
        ])
        expect(got.notes.length).toBe(sent.notes.length)
        if (version !== "1.2" && sent.flag === null) expect(got.source).toEqual(sent.source)
      }
    },
  )

  it("reads any content back", () => {
    const text = fc.string({
      unit: fc.constantFrom(..."aşýңئۇ <>&\"'\n\t\r\u0001\u000c\ufffe\u200f]]>⟦".split("")),
      minLength: 1,
      maxLength: 12,
    })
    const pair = text.map((inside): Content => [open("1"), inside, close("1")])
    const content = fc
      .tuple(text, fc.oneof(pair, fc.constant<Content>([alone("2")])), text)
      .map(([a, b, c]): Content => [a, ...b, c])
    fc.assert(
      fc.property(content, content, fc.constantFrom(...xliffVersions), (source, target, version) => {
        const [got] = read(writeXliff([{ ...turkmen, units: [unit("u1", source, target)] }], { version })).units
        expect([plain(got!.source), got!.target && plain(got!.target)]).toEqual([plain(source), plain(target)])
      }),
      { numRuns: 400 },
    )
  })

  it("gives the units of a stream one by one", async () => {
    const bytes = new TextEncoder().encode(writeXliff([turkmen], { version: "2.1" }))
    const ids: string[] = []
    const one = function* () {
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
    }
    const summary = await readXliffStream(one(), { name: "x" }, ({ id }) => void ids.push(id))
    expect(ids).toEqual([...turkmen.units].map(({ id }) => id))
    expect(summary.units).toBe(ids.length)
  })
})

describe("bundles", () => {
  const files = [turkmen, uyghur].map((file) => ({
    document: file.original.replace("/", "-"),
    id: file.id,
    from: "en",
    to: file.to,
    units: [...file.units],
  }))
  const input = {
    id: "e1",
    name: "Saparnama",
    created,
    tool,
    version: "1.2" as const,
    files,
    words: (language: string, _: string, data: object) => `${language}: ${JSON.stringify(data)}`,
  }

  it("hold a manifest, a README for the translator, and a file per document and language", () => {
    const made = bundleFiles(input)
    expect(made.map(({ path }) => path)).toEqual([
      "README.txt",
      "manifest.json",
      "tk/saparnama-privacy-en.md.xlf",
      "ug/bazarly-privacy-en.html.xlf",
    ])
    expect(new TextDecoder().decode(made[0]!.bytes)).toMatch(/^tk: .*\n\ntk\/.*\n\n----\n\nug: /s)
  })

  it("are the same bytes for the same input", () => {
    expect(bundleFiles(input)).toEqual(bundleFiles(input))
  })

  it("know each other by case on every system", () => {
    const twice = bundleFiles({ ...input, files: [files[0]!, { ...files[0]!, document: "SAPARNAMA-privacy-en.md" }] })
    expect(new Set(twice.map(({ path }) => path.toLowerCase())).size).toBe(4)
  })
})

describe.skipIf(!existsSync(schemas))("schemas (skipped without ../shared/xliff/schemas)", () => {
  const held = new Map<string, Uint8Array>()
  for (const version of xliffVersions) {
    const folder = join(schemas, version)
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".xsd")) : []
    for (const name of names) held.set(`mem/${version}/${name}`, readFileSync(join(folder, name)))
  }
  const opened: { bytes: Uint8Array; at: number }[] = []

  // Schemas import each other by name; only these names are answered, nothing else is opened. libxml2 has room for
  // fifteen providers, so there is one.
  beforeAll(() => {
    xmlRegisterInputProvider({
      match: (name) => held.has(name),
      open: (name) => opened.push({ bytes: held.get(name)!, at: 0 }),
      read(handle, buffer) {
        const file = opened[handle - 1]!
        const piece = file.bytes.subarray(file.at, file.at + buffer.byteLength)
        buffer.set(piece)
        file.at += piece.length
        return piece.length
      },
      close: () => true,
    })
  })

  it.each(cases)("$version to $to, sources copied: $copySource: is valid", ({ version, file, copySource }) => {
    const main = `mem/${version}/${version === "1.2" ? "xliff-core-1.2-strict" : "all"}.xsd`
    const schema = XmlDocument.fromBuffer(held.get(main)!, { url: main, option: ParseOption.XML_PARSE_NO_XXE })
    const validator = XsdValidator.fromDoc(schema)
    const text = writeXliff([file], { version, exportId: "e1", created, tool, copySource })
    const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NO_XXE })
    expect(() => validator.validate(document)).not.toThrow()
    document.dispose()
    validator.dispose()
    schema.dispose()
  })
})
