// A unit as the editor shows it: source in pieces, target to write in, what was found, what helps.
import { messageOf } from "../../finding-words.ts"
import { codesOf, plain, tagged } from "../../../src/content.ts"
import { states, type State } from "../../../src/model/bitext.ts"
import type { Words } from "../../i18n.ts"
import type { Actor } from "../../journeys/house.ts"
import { can, highestState } from "../../journeys/rights.ts"
import type { UnitView } from "../../journeys/views.ts"
import type { StoredFinding } from "../../storage/types.ts"
import { url } from "../../url.ts"
import { wordDiff, type DiffPart } from "./diff.ts"
import { pieces, type Piece } from "./text.ts"

export interface Card {
  readonly unit: UnitView
  /** From 1. */
  readonly number: number
  readonly hasSource: boolean
  readonly source: readonly Piece[]
  readonly target: readonly Piece[]
  /** Is there more to read in the target than the box shows: findings, codes? */
  readonly isRead: boolean
  /** What stands in the box. */
  readonly text: string
  /** What the box held when the page was made, for the guard. */
  readonly saved: string
  readonly sourceText: string
  readonly markers: readonly string[]
  readonly rows: number
  /** What is proposed to save it as. */
  readonly state: State
  readonly states: readonly State[]
  readonly canWrite: boolean
  readonly canDecide: boolean
  readonly findings: readonly ShownFinding[]
  readonly ignored: readonly ShownFinding[]
  /** Former source against the one now; null when the translation is not outdated. */
  readonly formerSource: readonly DiffPart[] | null
  readonly others: readonly { readonly language: string; readonly pieces: readonly Piece[] }[]
  readonly suggestions: readonly {
    readonly id: string
    /** The editor with this text in the box. */
    readonly href: string
    readonly text: string
    readonly diff: readonly DiffPart[]
    readonly author: string
    readonly origin: string
    readonly at: string
  }[]
  readonly problem: string | null
  /** A box of its own for this card: opened, focused after a save. */
  readonly isSaved: boolean
}

export interface ShownFinding {
  readonly id: string
  readonly severity: string
  readonly kind: string
  readonly sentence: string
  readonly text: string
  readonly language: string
  readonly fix: string | null
  readonly fixLanguage: string
  readonly reason: string
  readonly status: string
}

export interface CardOptions {
  readonly words: Words
  readonly actor: Actor
  readonly project: string
  /** Text typed and not saved. */
  readonly text?: string
  readonly problem?: string
  readonly isSaved?: boolean
}

export function card(unit: UnitView, { words, actor, project, text, problem, isSaved = false }: CardOptions): Card {
  const where = { project, language: unit.to }
  const open = unit.findings.filter(({ status }) => status === "open")
  const saved = unit.target ? tagged(unit.target) : ""
  const source = tagged(unit.source)
  const highest = highestState(actor, where)
  const allowed = states.slice(0, highest === null ? 0 : states.indexOf(highest) + 1)
  return {
    unit,
    number: unit.position + 1,
    hasSource: unit.source.length > 0,
    source: pieces(unit.source, unit.from),
    target: pieces(unit.target ?? [], unit.to, open),
    isRead: open.length > 0,
    text: text ?? saved,
    saved,
    sourceText: source,
    markers: [
      ...new Set(
        codesOf(unit.source.length > 0 ? unit.source : (unit.target ?? [])).map(
          (code) => pieces([code], "en")[0]?.code?.marker ?? "",
        ),
      ),
    ],
    rows: rowsOf([source, text ?? saved]),
    // Who writes where nothing stood has translated it; who changes a text that others finished leaves it to them again.
    state:
      unit.state === "initial"
        ? (allowed[1] ?? "initial")
        : allowed.includes(unit.state)
          ? unit.state
          : (highest ?? unit.state),
    states: allowed,
    canWrite: highest !== null && unit.translatable && (unit.state !== "final" || highest === "final"),
    canDecide: can(actor, "finding/decide", where),
    findings: open.map((finding) => shownFinding(finding, words)),
    ignored: unit.findings.filter(({ status }) => status === "ignored").map((finding) => shownFinding(finding, words)),
    formerSource:
      unit.flag === "outdated" && unit.previousSource
        ? wordDiff(plain(unit.previousSource), plain(unit.source), unit.from)
        : null,
    others: unit.others.flatMap(({ language, target }) =>
      target && target.length > 0 ? [{ language, pieces: pieces(target, language) }] : [],
    ),
    suggestions: unit.suggestions.map((each) => ({
      id: each.id,
      href: url.at(url.unit(unit.id), { suggestion: each.id }),
      text: tagged(each.target),
      diff: wordDiff(saved, tagged(each.target), unit.to),
      author: each.authorName,
      origin: each.origin,
      at: each.createdAt,
    })),
    problem: problem ?? null,
    isSaved,
  }
}

export function shownFinding(finding: StoredFinding, words: Words): ShownFinding {
  return {
    id: finding.id,
    severity: finding.severity,
    kind: finding.kind,
    sentence: findingSentence(finding, words),
    text: finding.text,
    language: finding.language ?? finding.textLanguage,
    fix: finding.fix ? finding.fix.text : null,
    fixLanguage: finding.textLanguage,
    reason: finding.reason,
    status: finding.status,
  }
}

/** The message of a finding; a check whose words are not there yet is called by its kind. */
export function findingSentence({ message, kind, check }: StoredFinding, words: Words): string {
  return messageOf(words, message) ?? kindName(words, check, kind)
}

export function kindName(words: Words, check: string, kind: string): string {
  const key = [`kind.${kind}`, `kind.${check}`].find((each) => words.has(each))
  return key ? words.t(key) : kind
}

/** Lines of a box that shows the whole text in a column of some 45 letters. */
function rowsOf(texts: readonly string[]): number {
  const lines = (text: string) =>
    text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 46)), 0)
  return Math.min(16, Math.max(2, ...texts.map(lines)))
}

const letters: Readonly<Record<string, string>> = {
  az: "ə ğ ı i ö ş ü ç Ə Ğ I İ Ö Ş Ü Ç",
  tk: "ä ç ž ň ö ş ü ý Ä Ç Ž Ň Ö Ş Ü Ý",
  ky: "ң ө ү Ң Ө Ү",
  ug: "ئ ې ۇ ۈ ۆ ۋ ڭ ھ ژ گ چ پ ، ؛ ؟ « »",
}

/** Letters and marks that common keyboards lack. */
export function specialLetters(language: string): string[] {
  return letters[language.split("-")[0] ?? ""]?.split(" ") ?? []
}
