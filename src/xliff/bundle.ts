// What goes into a bundle: a manifest for machines, a README for the translator, one XLIFF file per document and
// language. The same input gives the same bytes. On the way back only what is inside the XLIFF files counts.
import { plain } from "../content.ts"
import { checkXliff } from "./check.ts"
import type { XliffVersion } from "./names.ts"
import { partName } from "./portions.ts"
import { writeXliff, type ExportUnit } from "./write.ts"

export interface BundleFile {
  /** Name of the document, without folders. */
  readonly document: string
  /** NMTOKEN: stays the same over exports. */
  readonly id: string
  readonly from: string
  readonly to: string
  readonly format?: string
  readonly units: readonly ExportUnit[]
}

export interface BundleInput {
  readonly id: string
  readonly name: string
  /** ISO 8601, UTC; part of the bytes. */
  readonly created: string
  readonly tool: { readonly name: string; readonly version: string }
  readonly version: XliffVersion
  readonly copySource?: boolean
  /** One of several bundles that leave together; its files are numbered, so that they may lie in one folder. */
  readonly part?: { readonly number: number; readonly of: number }
  readonly files: readonly BundleFile[]
  /** The translator's language speaks: `bundle.readme` with {name}, {files}, {units}, {words}, {language}, {version}. */
  readonly words: (language: string, key: "bundle.readme", data: Readonly<Record<string, string | number>>) => string
}

export interface BundledFile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly units: number
  readonly words: number
}

/**
 * Files of a bundle in the order of their paths. Every XLIFF file has passed the constraints of the standard.
 *
 * @throws Error when a file would break them: then the writer is wrong
 */
export function bundleFiles(input: BundleInput): BundledFile[] {
  const encoder = new TextEncoder()
  const taken = new Set<string>()
  const number = input.part ? `-${partName(input.part)}` : ""
  const files = input.files
    .filter((file) => file.units.length > 0)
    .map((file) => {
      const path = unique(`${folder(file.to)}/${stem(file.document)}${number}`, taken)
      const original = { id: file.id, original: file.document, from: file.from, to: file.to, units: file.units }
      const datatype = datatypes[file.format ?? ""]
      const text = writeXliff([{ ...original, ...(datatype ? { datatype } : {}) }], {
        version: input.version,
        exportId: input.id,
        created: input.created,
        tool: input.tool,
        copySource: input.copySource ?? false,
      })
      const bytes = encoder.encode(text)
      const [violation] = checkXliff(bytes, { name: path })
      if (violation) throw new Error(`${path}:${violation.line} breaks ${violation.code}`, { cause: violation })
      return { path, bytes, units: file.units.length, words: countWords(file.units), file }
    })
  const manifest = {
    format: 1,
    export: input.id,
    name: input.name,
    created: input.created,
    tool: input.tool,
    version: input.version,
    ...(input.part ? { part: input.part } : {}),
    files: files.map(({ path, units, words, file }) => ({
      path,
      document: file.document,
      id: file.id,
      from: file.from,
      to: file.to,
      units,
      words,
    })),
  }
  const extra = (path: string, text: string) => ({ path, bytes: encoder.encode(text), units: 0, words: 0 })
  return [
    extra("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`),
    extra("README.txt", readme(input, files)),
    ...files.map(({ path, bytes, units, words }) => ({ path, bytes, units, words })),
  ].toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

const datatypes: Readonly<Record<string, string>> = { markdown: "x-markdown", html: "html", text: "plaintext" }

/** One paragraph per language, each in its own language. */
function readme(
  input: BundleInput,
  files: readonly { path: string; units: number; words: number; file: BundleFile }[],
): string {
  const languages = [...new Set(files.map(({ file }) => file.to))].toSorted()
  const parts = languages.map((language) => {
    const own = files.filter(({ file }) => file.to === language)
    const sum = (pick: (each: (typeof own)[number]) => number) => own.reduce((total, each) => total + pick(each), 0)
    const data = {
      name: input.name,
      files: own.length,
      units: sum((each) => each.units),
      words: sum((each) => each.words),
      language,
      version: input.version,
    }
    return `${input.words(language, "bundle.readme", data).trimEnd()}\n\n${own.map(({ path }) => path).join("\n")}\n`
  })
  return parts.join("\n----\n\n")
}

function countWords(units: readonly ExportUnit[]): number {
  const word = /[\p{L}\p{N}]+(?:['’ʼ-][\p{L}\p{N}]+)*/gu
  return units.reduce((total, unit) => total + (plain(unit.source).match(word)?.length ?? 0), 0)
}

function folder(tag: string): string {
  return tag.replace(/[^A-Za-z0-9-]/g, "-")
}

/** A file name every system takes: no folders, nothing reserved, letters of any script kept. */
export function stem(name: string): string {
  const safe = name
    .normalize("NFC")
    .replace(/^.*[/\\]/, "")
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+|[.-]+$/g, "")
    .slice(0, 80)
  return safe || "document"
}

function unique(path: string, taken: Set<string>): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? `${path}.xlf` : `${path}-${count}.xlf`
    const key = candidate.toLowerCase()
    if (taken.has(key)) continue
    taken.add(key)
    return candidate
  }
}
