// What travels beside a text: terms, suggestions, a limit of length. In 2.x they are modules; in 1.2 notes, <alt-trans>
// and maxwidth.
import { contentOf } from "../content.ts"
import type { GlossaryTerm, TranslationMatch } from "../model/bitext.ts"
import type { Code, Content } from "../model/document.ts"
import { readInline12, writeInline12 } from "./inline12.ts"
import { readInline2, writeInline2, writeText2, type Inline2 } from "./inline2.ts"
import { modules, own } from "./names.ts"
import { attributes, words } from "./print.ts"
import { attribute, attributeIn, child, children, textOf, type XmlElement } from "./xml.ts"
import type { ExportFile, ExportUnit } from "./write.ts"

export interface Extras {
  readonly terms?: readonly GlossaryTerm[]
  readonly matches?: readonly TranslationMatch[]
  readonly maxLength?: number
}

const previous = { type: "other", subType: `${own}:previous` } as const

export function writeExtras2(unit: ExportUnit): string {
  return glossary(unit.terms ?? []) + matches(unit.matches ?? [])
}

function glossary(terms: readonly GlossaryTerm[]): string {
  // An entry says something about its term, or it is none.
  const entries = terms
    .filter(({ translation, definition }) => translation !== undefined || definition !== undefined)
    .map(({ term, translation, definition }, at) => {
      const said = translation === undefined ? "" : `<gls:translation>${words(translation)}</gls:translation>`
      const meant = definition === undefined ? "" : `<gls:definition>${words(definition)}</gls:definition>`
      return `<gls:glossEntry id="g${at + 1}"><gls:term>${words(term)}</gls:term>${said}${meant}</gls:glossEntry>`
    })
  return entries.length === 0 ? "" : `<gls:glossary>${entries.join("")}</gls:glossary>\n`
}

function matches(list: readonly TranslationMatch[]): string {
  if (list.length === 0) return ""
  const written = list.map(({ source, target, quality, origin, isPrevious }, at) => {
    const into = { data: new Map<string, string>(), isRemovable: () => true }
    const texts = `<source>${writeInline2(source, into)}</source><target>${writeInline2(target, into)}</target>`
    const data = [...into.data].map(([text, id]) => `<data${attributes({ id })}>${writeText2(text)}</data>`).join("")
    const kind = isPrevious ? previous : { type: "tm" }
    const about = { id: `m${at + 1}`, ref: "#s1", ...kind, matchQuality: quality, origin }
    return `<mtc:match${attributes(about)}>${data && `<originalData>${data}</originalData>`}${texts}</mtc:match>`
  })
  return `<mtc:matches>${written.join("")}</mtc:matches>\n`
}

/** Modules a file needs. What comes as a stream cannot be asked beforehand, so it gets them all. */
export function modulesOf(files: readonly ExportFile[]): Record<string, string> {
  const uses = (has: (unit: ExportUnit) => boolean) =>
    files.some(({ units }) => !Array.isArray(units) || units.some(has))
  return {
    ...(uses((unit) => (unit.terms?.length ?? 0) > 0) ? { "xmlns:gls": modules.gls } : {}),
    ...(uses((unit) => (unit.matches?.length ?? 0) > 0) ? { "xmlns:mtc": modules.mtc } : {}),
    ...(uses((unit) => unit.maxLength !== undefined) ? { "xmlns:slr": modules.slr } : {}),
  }
}

export const profiles = '<slr:profiles generalProfile="xliff:codepoints"/>\n'

export function readExtras2(unit: XmlElement): Extras {
  const list = child(unit, "glossary", modules.gls)
  const suggestions = child(unit, "matches", modules.mtc)
  const terms = list ? children(list, "glossEntry").map(termOf) : []
  const found = suggestions ? children(suggestions, "match").map((match) => matchOf(match, unit.uri)) : []
  const maxLength = unit.attributes.length > 2 ? sizeOf(unit) : undefined
  return extras(terms, found, maxLength)
}

function termOf(entry: XmlElement): GlossaryTerm {
  const text = (name: string) => {
    const element = child(entry, name)
    return element && textOf(element)
  }
  const [translation, definition] = [text("translation"), text("definition")]
  return {
    term: text("term") ?? "",
    ...(translation === undefined ? {} : { translation }),
    ...(definition === undefined ? {} : { definition }),
  }
}

function matchOf(match: XmlElement, core: string): TranslationMatch {
  const list = child(match, "originalData", core)
  const entries = list ? children(list, "data").map((data) => [attribute(data, "id") ?? "", textOf(data)] as const) : []
  const content = (name: string): Content => {
    const into: Inline2 = { parts: [], data: new Map(entries), copies: new Map() }
    const element = child(match, name, core)
    if (element) readInline2(element, into)
    return contentOf(into.parts)
  }
  const isPrevious = attribute(match, "subType") === previous.subType
  return matched(content, attribute(match, "matchQuality"), attribute(match, "origin"), isPrevious)
}

function sizeOf(unit: XmlElement): number | undefined {
  const range = attributeIn(unit, modules.slr, "sizeRestriction")
  if (range === undefined) return undefined
  let file = unit
  while (file.parent?.parent) file = file.parent
  const used = child(file, "profiles", modules.slr)
  if (!used || attribute(used, "generalProfile") !== "xliff:codepoints") return undefined
  const most = range.split(",").at(-1)!
  return /^\d{1,9}$/.test(most) ? Number(most) : undefined
}

/** A note of 1.2: "term → translation", and what it means on the lines after. */
export function writeTerm12({ term, translation, definition }: GlossaryTerm): string {
  const said = translation === undefined ? term : `${term} → ${translation}`
  return `<note from="term">${words(definition === undefined ? said : `${said}\n${definition}`)}</note>\n`
}

export function readTerm12(note: string): GlossaryTerm | null {
  const [, term, translation, definition] = /^(.+?)(?: → (.*?))?(?:\n([^]*))?$/.exec(note) ?? []
  if (term === undefined || (translation === undefined && definition === undefined)) return null
  return {
    term,
    ...(translation === undefined ? {} : { translation }),
    ...(definition === undefined ? {} : { definition }),
  }
}

export function writeMatches12(unit: ExportUnit, { from, to }: ExportFile): string {
  return (unit.matches ?? [])
    .map(({ source, target, quality, origin, isPrevious }) => {
      const alttranstype = isPrevious ? "previous-version" : "proposal"
      const texts = [
        `<source${attributes({ "xml:lang": from })}>${writeInline12(source)}</source>`,
        `<target${attributes({ "xml:lang": to })}>${writeInline12(target)}</target>`,
      ]
      return `<alt-trans${attributes({ "match-quality": quality, origin, alttranstype })}>${texts.join("")}</alt-trans>\n`
    })
    .join("")
}

export function readExtras12(unit: XmlElement): Extras {
  const notes = children(unit, "note").filter((note) => attribute(note, "from") === "term")
  const terms = notes.flatMap((note) => readTerm12(textOf(note)) ?? [])
  const found = children(unit, "alt-trans").map((match) => {
    const content = (name: string): Content => {
      const parts: (string | Code)[] = []
      const element = child(match, name)
      if (element) readInline12(element, parts)
      return contentOf(parts)
    }
    const isPrevious = attribute(match, "alttranstype") === "previous-version"
    return matched(content, attribute(match, "match-quality"), attribute(match, "origin"), isPrevious)
  })
  const width = attribute(unit, "size-unit") === "char" ? attribute(unit, "maxwidth") : undefined
  return extras(terms, found, width !== undefined && /^\d{1,9}$/.test(width) ? Number(width) : undefined)
}

function matched(
  content: (name: string) => Content,
  stated: string | undefined,
  origin: string | undefined,
  isPrevious: boolean,
): TranslationMatch {
  const quality = Number(stated?.replace("%", "") ?? Number.NaN)
  return {
    source: content("source"),
    target: content("target"),
    ...(Number.isFinite(quality) ? { quality } : {}),
    ...(origin === undefined ? {} : { origin }),
    ...(isPrevious ? { isPrevious } : {}),
  }
}

const none: Extras = {}

function extras(terms: GlossaryTerm[], found: TranslationMatch[], maxLength: number | undefined): Extras {
  if (terms.length === 0 && found.length === 0 && maxLength === undefined) return none
  return {
    ...(terms.length > 0 ? { terms } : {}),
    ...(found.length > 0 ? { matches: found } : {}),
    ...(maxLength === undefined ? {} : { maxLength }),
  }
}
