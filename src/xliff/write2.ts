// XLIFF 2.0, 2.1 and 2.2: one segment a unit, blanks kept, original markup beside the codes, our facts as metadata.
import { modulesOf, profiles, writeExtras2 } from "./extras.ts"
import { directionOf } from "../language/index.ts"
import { writeInline2, writeText2, type WriteInline2 } from "./inline2.ts"
import { codesOf } from "../content.ts"
import { modules, namespaces, own, type XliffVersion } from "./names.ts"
import { attributes, attributeText, words } from "./print.ts"
import { writeState2 } from "./state.ts"
import type { ExportFile, ExportUnit, WriteOptions } from "./write.ts"

export function* write2(files: readonly ExportFile[], options: WriteOptions): Generator<string> {
  const [first] = files
  const used = modulesOf(files)
  const version = options.version as Exclude<XliffVersion, "1.2">
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<xliff${attributes({
    xmlns: namespaces[version],
    "xmlns:mda": modules.mda,
    ...used,
    version,
    srcLang: first?.from,
    trgLang: first?.to,
  })}>\n`
  for (const file of files) yield* writeFile(file, options, "xmlns:slr" in used)
  yield "</xliff>\n"
}

function* writeFile(file: ExportFile, options: WriteOptions, isSized: boolean): Generator<string> {
  const directions = { srcDir: directionOf(file.from), trgDir: directionOf(file.to) }
  yield `<file${attributes({ id: file.id, original: file.original, ...directions })}>\n`
  const facts: [string, string][] = []
  if (options.exportId) facts.push(["export", options.exportId])
  if (options.created) facts.push(["created", options.created])
  if (options.tool) facts.push(["tool", `${options.tool.name} ${options.tool.version}`])
  yield metadata(facts)
  if (isSized) yield profiles
  for (const unit of file.units) yield writeUnit(unit, options)
  yield "</file>\n"
}

function metadata(facts: readonly (readonly [string, string])[]): string {
  if (facts.length === 0) return ""
  const list = facts.map(([type, value]) => `<mda:meta${attributes({ type })}>${words(value)}</mda:meta>`).join("")
  return `<mda:metadata><mda:metaGroup${attributes({ category: own })}>${list}</mda:metaGroup></mda:metadata>\n`
}

function writeUnit(unit: ExportUnit, options: WriteOptions): string {
  const isCopied = unit.target === null && options.copySource === true
  const target = isCopied ? unit.source : unit.target
  // A code may be missing from a target that came with its document: then nobody can be asked to keep it.
  const kept = target && new Set(codesOf(target).map((code) => code.id))
  const into: WriteInline2 = { data: new Map(), isRemovable: (id) => kept !== null && !kept.has(id) }
  const source = writeInline2(unit.source, into)
  const written = target && writeInline2(target, { ...into, isRemovable: (id) => !hasCode(unit, id) })
  const state = isCopied ? { state: "initial" } : writeState2(unit, target !== null)
  const digest = unit.digest ? `<mda:meta type="source-digest">${words(unit.digest)}</mda:meta>` : ""
  const data = [...into.data].map(([text, id]) => `<data${attributes({ id })}>${writeText2(text)}</data>`).join("")
  const isLocked = !unit.translatable || unit.flag === "excluded"
  const size = attributeText("slr:sizeRestriction", unit.maxLength)
  return [
    `<unit${attributeText("id", unit.id)}${isLocked ? ' translate="no"' : ""}${size} xml:space="preserve">\n`,
    `<mda:metadata><mda:metaGroup category="${own}"><mda:meta type="revision">${unit.revision}</mda:meta>${digest}`,
    "</mda:metaGroup></mda:metadata>\n",
    writeExtras2(unit),
    notes(unit),
    data && `<originalData>${data}</originalData>\n`,
    `<segment id="s1"${attributeText("state", state.state)}${attributeText("subState", state.subState)}>`,
    `<source>${source}</source>`,
    written === null ? "" : `<target>${written}</target>`,
    "</segment>\n</unit>\n",
  ].join("")
}

function hasCode(unit: ExportUnit, id: string): boolean {
  return unit.source.some((part) => typeof part !== "string" && part.id === id)
}

function notes(unit: ExportUnit): string {
  if (unit.notes.length === 0) return ""
  const list = unit.notes
    .map(({ text, category, author }, at) => {
      const said = author ? `${author}: ${text}` : text
      return `<note${attributes({ id: `n${at + 1}`, category: category || undefined })}>${words(said)}</note>`
    })
    .join("")
  return `<notes>${list}</notes>\n`
}
