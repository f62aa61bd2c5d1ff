// Evidence for links of sections: bodies, headings, numbers, depth, lists, taken together and put on one scale.
//
// A section has a hundred words that depend on one another, so the evidence of its body is far too strong both ways;
// and how strong depends on the text. What tells is how far a pair stands out from the other pairs of its row and
// column: scores are centred on those and measured in their spread.
import type { BeadScore } from "./beads.ts"
import { evidenceOf, type Evidence, type Kinship } from "./evidence.ts"
import { merged, type Features, type Piece } from "./features.ts"
import type { Prepared, PreparedSection } from "./prepare.ts"

/** Spreads above the common run at which a pair is worth nothing yet, and nats for each spread beyond. */
const ordinary = 2.1
const steepness = 2.2

export interface SectionEvidence {
  readonly score: BeadScore
  readonly matrix: readonly Float64Array[]
}

export function sectionEvidence(
  from: Prepared,
  to: Prepared,
  source: readonly PreparedSection[],
  target: readonly PreparedSection[],
  table: Features,
  survival: readonly number[] | undefined,
  bonus: ((i: number, j: number) => number) | undefined,
): SectionEvidence {
  const known = { languages: [from.language, to.language] as const, ...(survival ? { survival } : {}) }
  const bodies = evidenceByLanguage(table, source.map(spoken), target.map(spoken), {
    ...known,
    spread: 0.22,
    isLong: true,
  })
  const heads = (sections: readonly PreparedSection[]) => sections.flatMap(({ heading }) => (heading ? [heading] : []))
  const headings = evidenceByLanguage(table, heads(source), heads(target), { ...known, spread: 0.5, isLong: false })
  const left = runs(source)
  const right = runs(target)
  const bodyScore = (i: number, n: number, j: number, m: number) =>
    bodies(source[i]!.spoken, target[j]!.spoken).score(left(i, n), right(j, m))
  const raw = source.map((_, i) => Float64Array.from(target, (__, j) => bodyScore(i, 1, j, 1)))
  const { rows, columns, spread } = centre(raw)
  const matrix = source.map((a, i) =>
    Float64Array.from(target, (b, j) => {
      if (a.isMeta !== b.isMeta) return -60
      let value = steepness * ((raw[i]![j]! - (rows[i]! + columns[j]!) / 2) / spread - ordinary)
      value = Math.max(-14, Math.min(18, value))
      if (a.isMeta) value += 15
      if (a.heading && b.heading)
        value += Math.max(-2.5, Math.min(8, headings(a.language, b.language).score(a.heading, b.heading)))
      if (a.number && b.number) value += a.number === b.number ? 1 : -0.4
      if (a.level !== b.level && a.level > 0 && b.level > 0) value -= 1
      if (a.items + b.items > 0) value += 1 - (2.5 * Math.abs(a.items - b.items)) / (a.items + b.items)
      return value
    }),
  )
  const score: BeadScore = (i, n, j, m) => {
    let value = matrix[i]![j]!
    if (n > 1 || m > 1) {
      // The best of the pairs, and what the others add to its body.
      let bestRow = i
      let bestColumn = j
      for (let a = i; a < i + n; a++)
        for (let b = j; b < j + m; b++)
          if (matrix[a]![b]! > matrix[bestRow]![bestColumn]!) {
            bestRow = a
            bestColumn = b
          }
      value = matrix[bestRow]![bestColumn]!
      value += (steepness * (bodyScore(i, n, j, m) - raw[bestRow]![bestColumn]!)) / spread
    }
    if (bonus) for (let a = i; a < i + n; a++) for (let b = j; b < j + m; b++) value += bonus(a, b)
    return value
  }
  return { score, matrix }
}

/** Typical scores of rows and columns without their best, and the spread around them. */
function centre(raw: readonly Float64Array[]): { rows: number[]; columns: number[]; spread: number } {
  const typical = (scores: readonly number[]): number => {
    const order = [...scores].sort((a, b) => b - a)
    const rest = order.length > 3 ? order.slice(order.length > 6 ? 2 : 1) : order.slice(1)
    return rest.length === 0 ? -10 : rest[Math.floor(rest.length / 2)]!
  }
  const rows = raw.map((row) => typical([...row]))
  const columns = Array.from(raw[0] ?? [], (_, j) => typical(raw.map((row) => row[j]!)))
  const away = raw
    .flatMap((row, i) => Array.from(row, (value, j) => Math.abs(value - (rows[i]! + columns[j]!) / 2)))
    .sort((a, b) => a - b)
  const spread = Math.max(2.5, (away[Math.floor(away.length / 2)] ?? 0) * 1.48)
  return { rows, columns, spread }
}

export interface LanguageOptions {
  /** The two documents' languages. */
  readonly languages: readonly [string, string]
  readonly survival?: readonly number[]
  readonly spread: number
  readonly isLong: boolean
}

/** Evidence for pieces of two languages; the documents' own are measured, those of pieces left in another are not. */
export function evidenceByLanguage(
  table: Features,
  source: readonly (Piece & { readonly language?: string })[],
  target: readonly (Piece & { readonly language?: string })[],
  { languages, survival, spread, isLong }: LanguageOptions,
): (a: string, b: string) => Evidence {
  const known = new Map<string, Evidence>()
  const measured = meanLength(target, languages[1]) / Math.max(1, meanLength(source, languages[0]))
  const expected = density(languages[1]) / density(languages[0])
  // Pieces may be cut differently; beyond a third more or less than expected, that is what the means show.
  const ratio = Math.min(expected * 1.35, Math.max(expected / 1.35, measured || expected))
  return (a, b) => {
    const key = `${a} ${b}`
    let evidence = known.get(key)
    if (!evidence) {
      const isOwn = a === languages[0] && b === languages[1]
      evidence = evidenceOf(table, inLanguage(source, a), inLanguage(target, b), {
        pieces: [source.length, target.length],
        kinship: kinshipOf(a, b),
        ratio: isOwn ? ratio : density(b) / density(a),
        spread,
        isLong,
        ...(isOwn && survival ? { survival } : {}),
      })
      known.set(key, evidence)
    }
    return evidence
  }
}

/** What a piece in one language does not say is only missing where others of that language say it. */
function inLanguage<P extends Piece & { readonly language?: string }>(pieces: readonly P[], language: string): P[] {
  const spoken = language.split("+")
  return pieces.filter(
    (piece) => piece.language === undefined || spoken.some((each) => isSpoken(piece.language!, each)),
  )
}

const isSpoken = (languages: string, language: string): boolean => languages.split("+").includes(language)

/** Letters that say what 100 English ones do, from the declaration of human rights and our samples. */
const densities: Readonly<Record<string, number>> = { en: 1, ug: 1.1, ky: 1.08, tk: 1.09, az: 1.05 }
const density = (language: string): number => densities[language] ?? 1

function meanLength(pieces: readonly (Piece & { readonly language?: string })[], language: string): number {
  const own = pieces.filter((piece) => piece.language === undefined || piece.language === language)
  const lengths = own.map(({ length }) => length).sort((a, b) => a - b)
  const middle = lengths.slice(Math.floor(lengths.length * 0.2), Math.ceil(lengths.length * 0.8))
  return middle.reduce((sum, each) => sum + each, 0) / Math.max(1, middle.length)
}

const turkic = new Set(["ug", "ky", "tk", "az", "tr", "kk", "uz", "tt", "ba"])

/** Of sections in two languages ("az+en") the weaker kinship counts, or half of them would seem to contradict. */
export function kinshipOf(a: string, b: string): Kinship {
  if (a === b) return a.includes("+") ? "sister" : "same"
  return [...a.split("+"), ...b.split("+")].every((each) => turkic.has(each)) ? "sister" : "stranger"
}

const body = (section: PreparedSection): Piece => section.body
const spoken = (section: PreparedSection) => ({ ...section.body, language: section.spoken })

function runs(sections: readonly PreparedSection[]): (at: number, count: number) => Piece {
  const kept = new Map<number, Piece>()
  return (at, count) => {
    if (count === 1) return sections[at]!.body
    const key = at * 8 + count
    let piece = kept.get(key)
    if (!piece) kept.set(key, (piece = merged(sections.slice(at, at + count).map(body))))
    return piece
  }
}
