// XLIFF 1.2, strict: what most translation tools still read best. Children in the order the schema and Trados want.
import { directionOf } from "../language/index.ts"
import { writeMatches12, writeTerm12 } from "./extras.ts"
import { writeInline12 } from "./inline12.ts"
import { namespaces, own } from "./names.ts"
import { attributes, words } from "./print.ts"
import { writeState12, type WrittenState } from "./state.ts"
import type { ExportFile, ExportUnit, WriteOptions } from "./write.ts"

export function* write12(files: readonly ExportFile[], options: WriteOptions): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<xliff${attributes({ xmlns: namespaces["1.2"], version: "1.2" })}>\n`
  for (const file of files) {
    yield header(file, options)
    for (const unit of file.units) yield writeUnit(unit, file, options)
    yield "</body>\n</file>\n"
  }
  yield "</xliff>\n"
}

function header(file: ExportFile, options: WriteOptions): string {
  const { exportId, created, tool } = options
  const phase = exportId
    ? `<phase-group><phase${attributes({ "phase-name": "export", "process-name": "translation", "job-id": exportId, "tool-id": tool && own, date: created })}/></phase-group>\n`
    : ""
  const note = exportId ? `<note${attributes({ from: `${own}:export` })}>${words(exportId)}</note>\n` : ""
  // 1.2 has no attribute for the direction of a text, so a note says it.
  const direction = directionOf(file.to) === "rtl" ? `<note${attributes({ from: "direction" })}>rtl</note>\n` : ""
  const made = tool
    ? `<tool${attributes({ "tool-id": own, "tool-name": tool.name, "tool-version": tool.version })}/>\n`
    : ""
  const start = `<file${attributes({
    original: file.original,
    "source-language": file.from,
    "target-language": file.to,
    datatype: file.datatype ?? "plaintext",
    date: created,
    "tool-id": tool && own,
    "build-num": exportId && `${own}-${exportId}`,
    "xml:space": "preserve",
  })}>\n`
  const inside = phase + note + direction + made
  return `${start}${inside && `<header>\n${inside}</header>\n`}<body>\n`
}

function writeUnit(unit: ExportUnit, file: ExportFile, options: WriteOptions): string {
  const isCopied = unit.target === null && options.copySource === true
  const target = isCopied ? unit.source : unit.target
  const state: WrittenState = isCopied ? { state: "needs-translation" } : writeState12(unit, target !== null)
  const id = { id: unit.id, translate: unit.translatable && unit.flag !== "excluded" ? undefined : "no" }
  const digest = unit.digest ? `<context context-type="x-source-digest">${words(unit.digest)}</context>` : ""
  const size = unit.maxLength === undefined ? {} : { maxwidth: unit.maxLength, "size-unit": "char" }
  const notes = unit.notes.map(({ text, category, author }) => {
    const said = author ? `${author}: ${text}` : text
    return `<note${attributes({ from: category || undefined })}>${words(said)}</note>\n`
  })
  return [
    `<trans-unit${attributes({ ...id, approved: state.approved ? "yes" : undefined, ...size, "xml:space": "preserve" })}>\n`,
    `<source${attributes({ "xml:lang": file.from })}>${writeInline12(unit.source)}</source>\n`,
    target === null
      ? ""
      : `<target${attributes({ "xml:lang": file.to, state: state.state })}>${writeInline12(target)}</target>\n`,
    `<context-group purpose="x-${own}"><context context-type="x-revision">${unit.revision}</context>${digest}</context-group>\n`,
    ...notes,
    ...(unit.terms ?? []).map(writeTerm12),
    writeMatches12(unit, file),
    "</trans-unit>\n",
  ].join("")
}
