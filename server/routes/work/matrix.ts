// The matrix as a table: each cell with its link in words, what may be done with it, and what is picked up.
import type { MatrixCell, MatrixRow, MatrixSection, ShowAlignmentResult } from "../../journeys/show-alignment.ts"
import type { SectionOpenings } from "../../journeys/section-openings.ts"
import { url } from "../../url.ts"

export type Confidence = "low" | "medium" | "high"

/** From here on a link may be confirmed unseen, with all others like it. */
export const leastSure = 0.9

/** Calibrated confidence in words: above 0.9 at least 99 of 100 links are right, below 0.6 it is a guess. */
export function levelOf(confidence: number): Confidence {
  if (confidence >= leastSure) return "high"
  return confidence >= 0.6 ? "medium" : "low"
}

/** Sections somebody has picked up to put them elsewhere. */
export interface Pick {
  readonly language: string
  readonly sections: readonly number[]
}

/** "ug:3,4" of an address; null when it names nothing that is there. */
export function pickOf(text: string, { languages, rows }: ShowAlignmentResult): Pick | null {
  const [, language, numbers] = /^([\w-]+):(\d{1,6}(?:,\d{1,6})*)$/.exec(text) ?? []
  if (!language || !numbers || !languages.some((each) => each.language === language)) return null
  const there = new Set(
    rows.flatMap(({ cells }) =>
      cells
        .filter((cell) => cell.language === language)
        .flatMap(({ sections }) => sections.map(({ ordinal }) => ordinal)),
    ),
  )
  const sections = [...new Set(numbers.split(",").map(Number))]
    .filter((ordinal) => there.has(ordinal))
    .sort((a, b) => a - b)
  return sections.length > 0 ? { language, sections } : null
}

/** Columns in the order people know: the source, then en, ug, ky, tk, az, then the others by tag. */
export function arranged(alignment: ShowAlignmentResult): ShowAlignmentResult {
  const known = ["en", "ug", "ky", "tk", "az"]
  const rank = (tag: string) => (known.includes(tag) ? known.indexOf(tag) : known.length)
  const [source, ...others] = alignment.languages
  if (!source) return alignment
  const languages = [source, ...others.toSorted((a, b) => rank(a.language) - rank(b.language))]
  const place = new Map(languages.map(({ language }, n) => [language, n]))
  const rows = alignment.rows.map((row) => ({
    ...row,
    cells: row.cells.toSorted((a, b) => (place.get(a.language) ?? 0) - (place.get(b.language) ?? 0)),
  }))
  return { ...alignment, languages, rows }
}

export function matrix(
  alignment: ShowAlignmentResult,
  openings: SectionOpenings,
  pick: Pick | null,
  show: "all" | "doubtful",
) {
  const { policy, languages, rows } = alignment
  const source = languages[0]?.language ?? ""
  const pickRow = pick && rows.find(({ cells }) => cells.some((cell) => isPickedIn(pick, cell)))
  const furthest = new Map<string, number>()
  const shown = rows.map((row) => {
    const sourceSections = row.cells.find(({ language }) => language === source)?.sections ?? []
    return {
      ...row,
      canConfirm: row.cells.some(({ link, sections }) => link?.status === "suggested" && sections.length > 0),
      cells: row.cells.map((cell) => {
        const first = cell.sections[0]?.ordinal
        const before = furthest.get(cell.language) ?? -1
        if (first !== undefined)
          furthest.set(cell.language, Math.max(before, ...cell.sections.map(({ ordinal }) => ordinal)))
        return shownCell(cell, {
          policy: policy.id,
          source,
          sourceSections,
          row,
          pick,
          pickRow,
          openings: openings.get(cell.language) ?? new Map<number, string>(),
          isCrossing: first !== undefined && first < before && sourceSections.length > 0,
        })
      }),
    }
  })
  const isLoose = (row: (typeof shown)[number]) => row.cells.filter(({ sections }) => sections.length > 0).length < 2
  const hasSource = (row: (typeof shown)[number]) => row.cells.some((cell) => cell.isSource && cell.sections.length > 0)
  const inTable = shown.filter((row) => hasSource(row) || !isLoose(row))
  const doubtful = inTable.filter(({ cells }) => cells.some(({ isDoubtful }) => isDoubtful))
  return {
    sourceLanguage: source,
    rows: show === "doubtful" ? doubtful : inTable,
    doubtful: doubtful.length,
    suggested: new Set(
      inTable.flatMap(({ cells }) => cells.flatMap(({ link }) => (link?.status === "suggested" ? [link.id] : []))),
    ).size,
    confirmed: new Set(
      inTable.flatMap(({ cells }) => cells.flatMap(({ link }) => (link?.status === "confirmed" ? [link.id] : []))),
    ).size,
    /** Suggested links with the source that are sure, by language. */
    sure: new Map(
      languages.map(({ language }) => [
        language,
        // In rows without the source, links join other languages.
        inTable
          .filter(hasSource)
          .flatMap(({ cells }) =>
            cells.filter(
              (cell) => cell.language === language && cell.link?.status === "suggested" && cell.level === "high",
            ),
          ).length,
      ]),
    ),
    /** Sections that stand in no row with others, by language. */
    unplaced: languages
      .map(({ language }) => ({
        language,
        cells: shown
          .filter((row) => !hasSource(row) && isLoose(row))
          .flatMap((row) =>
            row.cells
              .filter((cell) => cell.language === language && cell.sections.length > 0)
              .map((cell) => ({ ...cell, isSettled: row.cells.some((each) => each.isSource && each.isAbsent) })),
          ),
      }))
      .filter(({ cells }) => cells.length > 0),
  }
}

interface CellPlace {
  readonly policy: string
  readonly source: string
  readonly sourceSections: readonly MatrixSection[]
  readonly row: MatrixRow
  readonly pick: Pick | null
  readonly pickRow: MatrixRow | null | undefined
  readonly openings: ReadonlyMap<number, string>
  readonly isCrossing: boolean
}

function shownCell(cell: MatrixCell, place: CellPlace) {
  const { policy, source, sourceSections, pick, openings, isCrossing } = place
  const { language, sections, link } = cell
  const isSource = language === source
  const isPicked = pick !== null && isPickedIn(pick, cell)
  const level = link ? levelOf(link.confidence) : null
  const at = isSource ? sections : sourceSections
  const isMissing = !isSource && sections.length === 0 && sourceSections.length > 0 && !cell.isAbsent
  return {
    ...cell,
    sections: sections.map((section, n) => ({
      ...section,
      start: openings.get(section.ordinal) ?? "",
      canSplit: n > 0,
    })),
    isSource,
    level,
    words: sections.reduce((sum, { words }) => sum + words, 0),
    shape:
      link && sections.length > 0 && (sections.length > 1 || sourceSections.length > 1)
        ? `${sourceSections.length}:${sections.length}`
        : null,
    isCrossing: isCrossing && !isSource,
    isDoubtful: link !== null && link.status === "suggested" && level !== "high",
    isMissing,
    hasActs: isMissing || (link !== null && sections.length > 0) || sections.length > 1,
    isSettled: null as boolean | null,
    isPicked,
    href: sections.length === 0 && at.length === 0 ? null : url.section(policy, language, at[0]?.ordinal ?? "rest"),
    from: source,
    to: language,
    sourceText: numbersOf(sourceSections),
    targetText: numbersOf(sections),
    pickHref:
      sections.length > 0 ? url.at(url.alignment(policy), { pick: pickedWith(pick, language, sections) }) : null,
    isPickable: sections.length > 0 && (pick === null || (pick.language === language && !isPicked)),
    drop: dropOf(cell, place),
  }
}

function isPickedIn(pick: Pick, { language, sections }: MatrixCell): boolean {
  return pick.language === language && sections.some(({ ordinal }) => pick.sections.includes(ordinal))
}

/**
 * Where what is picked up may be put: into another row, on the text it hangs on or in its own column; and a section of
 * the source onto the text that belongs to it.
 */
function dropOf(cell: MatrixCell, { source, row, pick, pickRow }: CellPlace) {
  if (pick === null || row === pickRow) return null
  const picked = pick.sections.join(",")
  if (pick.language === source && cell.language !== source) {
    if (cell.sections.length === 0) return null
    const isBeside = pickRow?.cells.some(({ language, sections }) => language === cell.language && sections.length > 0)
    return { from: source, to: cell.language, source: picked, target: numbersOf(cell.sections), isBeside }
  }
  const anchor = row.cells.find(({ language, sections }) => language !== pick.language && sections.length > 0)
  if (!anchor || (cell !== anchor && cell.language !== pick.language)) return null
  const isBeside = row.cells.some(({ language, sections }) => language === pick.language && sections.length > 0)
  return { from: anchor.language, to: pick.language, source: numbersOf(anchor.sections), target: picked, isBeside }
}

function pickedWith(pick: Pick | null, language: string, sections: readonly MatrixSection[]): string {
  const numbers = sections.map(({ ordinal }) => ordinal)
  const all = pick?.language === language ? [...pick.sections, ...numbers] : numbers
  return `${language}:${[...new Set(all)].sort((a, b) => a - b).join(",")}`
}

function numbersOf(sections: readonly MatrixSection[]): string {
  return sections.map(({ ordinal }) => ordinal).join(",")
}
