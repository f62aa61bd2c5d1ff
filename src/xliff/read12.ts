// One <trans-unit> of XLIFF 1.2 as our unit. Only its own children count: a target inside <alt-trans> is a suggestion.
import { isSameContent, plain, contentOf } from "../content.ts"
import type { Note } from "../model/bitext.ts"
import type { Code } from "../model/document.ts"
import type { Warning, XliffFile, XliffUnit } from "./document.ts"
import { readExtras12, readTerm12 } from "./extras.ts"
import { readInline12 } from "./inline12.ts"
import { own } from "./names.ts"
import { inherited, nothing } from "./read2.ts"
import { readState12 } from "./state.ts"
import { attribute, child, children, textOf, type XmlElement } from "./xml.ts"

export function readUnit12(unit: XmlElement, file: XliffFile): XliffUnit {
  const id = attribute(unit, "id") ?? ""
  const source = contentIn(child(unit, "source")) ?? []
  const element = child(unit, "target")
  const content = contentIn(element)
  const isFilled =
    content !== null && (plain(content).trim() !== "" || content.some((part) => typeof part !== "string"))
  const target = content === null || isFilled ? content : []
  const isCopy = target !== null && isSameContent(source, target)
  const read = readState12(element && attribute(element, "state"), attribute(unit, "approved"), isFilled, isCopy)
  const doubt =
    element && read.doubt ? [{ code: read.doubt, unit: id, data: { state: attribute(element, "state") ?? "" } }] : []
  const warnings: Warning[] = doubt
  return {
    file,
    id,
    source,
    target,
    state: read.state,
    flag: read.flag,
    isClaimed: read.isClaimed,
    isPartial: false,
    notes: notesOf(unit),
    ...readExtras12(unit),
    translatable: inherited(unit, "translate") !== "no",
    isSpacePreserved: inherited(unit, "xml:space") === "preserve",
    segments: Math.max(1, segmentsOf(unit)),
    copies: new Map(),
    exported: exportedOf(unit),
    warnings,
    violations: [],
    line: unit.line,
    column: unit.column,
  }
}

function contentIn(element: XmlElement | undefined) {
  if (!element) return null
  const parts: (string | Code)[] = []
  readInline12(element, parts)
  return contentOf(parts)
}

function notesOf(unit: XmlElement): Note[] {
  return children(unit, "note")
    .map((note) => ({ text: textOf(note), category: attribute(note, "from") ?? "" }))
    .filter(({ text, category }) => category !== "term" || readTerm12(text) === null)
}

function segmentsOf(unit: XmlElement): number {
  const source = child(unit, "seg-source")
  return source ? children(source, "mrk").filter((mark) => attribute(mark, "mtype") === "seg").length : 1
}

function exportedOf(unit: XmlElement): XliffUnit["exported"] {
  const group = children(unit, "context-group").find((each) => attribute(each, "purpose") === `x-${own}`)
  if (!group) return nothing
  const value = (type: string) => {
    const context = children(group, "context").find((each) => attribute(each, "context-type") === type)
    return context ? textOf(context) : null
  }
  const revision = value("x-revision")
  return {
    revision: revision !== null && /^\d{1,9}$/.test(revision) ? Number(revision) : null,
    digest: value("x-source-digest"),
  }
}
