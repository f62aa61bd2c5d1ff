// Every sample policy, from each of its languages to each other, in every version: what leaves in a bundle is valid by
// the official schemas and comes back unit by unit.
import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { codesOf, contentOf, isSameContent, plain } from "../../../src/content.ts"
import { readDocument } from "../../../src/formats/index.ts"
import type { Content, Document } from "../../../src/model/document.ts"
import { bundleFiles, readXliff, xliffVersions, type BundleFile, type ExportUnit } from "../../../src/xliff/index.ts"
import { unit } from "./fixtures.ts"
import { faultsIn, whyNoSchemas } from "./xmllint.ts"

const samples = resolve(import.meta.dirname, "../../../server/samples")
const policies = readdirSync(samples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const documents = readdirSync(join(samples, name)).flatMap((file): [string, Document][] => {
      const language = /^([a-z]{2,3})\.(?:md|html|txt)$/.exec(file)?.[1]
      if (language === undefined) return []
      return [[language, readDocument(readFileSync(join(samples, name, file)), { name: `${name}.${file}` })]]
    })
    return { name, documents }
  })

const codes = (content: Content) =>
  codesOf(content)
    .map(({ id, kind }) => `${kind} ${id}`)
    .toSorted()
    .join()

/** Block by block: a third translated, a third translated and outdated, a third not. */
function unitsOf(from: Document, to: Document): ExportUnit[] {
  return from.blocks.map(({ id, content }, at) => {
    const other = to.blocks[at]?.content ?? []
    const target = codes(other) === codes(content) ? other : contentOf([plain(other)])
    const notes = [{ text: from.blocks[at - 1] ? plain(from.blocks[at - 1]!.content) : "", category: "before" }]
    const terms = [{ term: plain(content).slice(0, 20), translation: plain(other).slice(0, 20) }]
    const flag = at % 3 === 1 ? "outdated" : null
    const matches = flag && target.length > 0 ? [{ source: content, target, quality: 100, isPrevious: true }] : []
    const more = { notes, terms, matches, maxLength: 2000 + at, digest: `d${at}`, revision: at }
    return unit(id, content, at % 3 === 2 || target.length === 0 ? null : target, { ...more, flag })
  })
}

const files: BundleFile[] = policies.flatMap(({ name, documents }) =>
  documents.flatMap(([from, source]) =>
    documents
      .filter(([to]) => to !== from)
      .map(([to, target]) => ({
        document: `${name}.${from}`,
        id: `${name}-${from}-${to}`,
        from,
        to,
        format: source.format,
        units: unitsOf(source, target),
      })),
  ),
)

describe.each(xliffVersions.flatMap((version) => [false, true].map((copySource) => ({ version, copySource }))))(
  "$version, sources copied: $copySource",
  ({ version, copySource }) => {
    const bundle = bundleFiles({
      id: "e1",
      name: "Samples",
      created: "2026-11-22T00:00:00Z",
      tool: { name: "besh", version: "0.1.0" },
      version,
      copySource,
      files,
      words: (language) => language,
    }).filter(({ path }) => path.endsWith(".xlf"))

    it("holds every pair of languages, right to left included", () => {
      expect(policies.map(({ documents }) => documents.length)).toEqual([5, 5, 5])
      expect(bundle.length).toBe(3 * 5 * 4)
      const pairs = new Set(files.map(({ from, to }) => `${from} ${to}`))
      expect([pairs.size, pairs.has("ug en"), pairs.has("en ug")]).toEqual([20, true, true])
    })

    it("comes back unit by unit", () => {
      for (const { path, bytes } of bundle) {
        const { units, files: read } = readXliff(bytes, { name: path })
        const [own] = read
        const sent = files.find(
          ({ id, document, from, to }) =>
            (own!.id === id || own!.original === document) && own!.from === from && own!.to === to,
        )!
        expect(units.length).toBe(sent.units.length)
        units.forEach((got, at) => {
          const { source, target } = sent.units[at]!
          expect(isSameContent(got.source, source)).toBe(true)
          expect(isSameContent(got.target, target ?? (copySource && source.length > 0 ? source : null))).toBe(true)
          expect(got.maxLength).toBe(2000 + at)
        })
      }
    })

    it.skipIf(whyNoSchemas !== null)(
      `is valid by the official schemas (${whyNoSchemas ?? "xmllint"})`,
      () => {
        expect(faultsIn(version, bundle)).toBe("")
      },
      60_000,
    )
  },
)
