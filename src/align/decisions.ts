// What people decided about links, as constraints of a run: confirmed links stand, rejected ones are avoided, a
// confirmed empty side means "no counterpart".
import type { Link, Relation } from "../model/bitext.ts"
import type { SectionBead } from "./pair.ts"
import type { Prepared } from "./prepare.ts"

export interface Decisions {
  /** -Infinity where a pair of sections is excluded, else 0. */
  sectionBonus(a: number, i: number, b: number, j: number): number
  isRejected(a: number, i: number, b: number, j: number): boolean
  /** Confirmed section links of a pair of documents, score Infinity. */
  fixed(a: number, b: number): SectionBead[]
  sentenceBonus(source: string, target: string): number
  readonly hasSentences: boolean
  isConfirmed(source: readonly string[], target: readonly string[]): boolean
  relation(source: readonly string[], target: readonly string[]): Relation | undefined
  /** Confirmed "no counterpart", passed on. */
  readonly absences: readonly Link[]
}

/** Links with pieces that do not exist (any more) are left out. */
export function decisionsOf(all: readonly Link[], prepared: readonly Prepared[]): Decisions {
  const exists = new Set(
    (all.length === 0 ? [] : prepared).flatMap(({ sections }) =>
      sections.flatMap(({ id, sentences }) => [id, ...sentences.map((each) => each.id)]),
    ),
  )
  const links = all
    .filter(
      ({ status, source, target }) =>
        status !== undefined && status !== "suggested" && [...source, ...target].every((id) => exists.has(id)),
    )
    .map(inOrder)
  const confirmed = new Map<string, Link>()
  const rejected = new Set<string>()
  /** Piece → document it is settled against → its counterparts there. */
  const settled = new Map<string, Map<number, readonly string[]>>()
  const settle = (pieces: readonly string[], document: number, counterparts: readonly string[]) => {
    for (const piece of pieces) {
      const map = settled.get(piece) ?? new Map<number, readonly string[]>()
      map.set(document, counterparts)
      settled.set(piece, map)
    }
  }
  for (const link of links) {
    if (link.status === "rejected") {
      for (const x of link.source) for (const y of link.target) rejected.add(`${x} ${y}`)
      continue
    }
    confirmed.set(keyOf(link.source, link.target), link)
    const others = prepared.map(({ index }) => index)
    if (link.source.length > 0 && link.target.length > 0) {
      settle(link.source, documentOf(link.target[0]!), link.target)
      settle(link.target, documentOf(link.source[0]!), link.source)
    } else {
      const pieces = link.source.length > 0 ? link.source : link.target
      for (const document of others) if (document !== documentOf(pieces[0]!)) settle(pieces, document, [])
    }
  }
  const sectionsConfirmed = [...confirmed.values()].filter(
    ({ level, source, target }) => level === "section" && source.length > 0 && target.length > 0,
  )
  const isRejected = (a: number, i: number, b: number, j: number) => rejected.has(`${a}/${i} ${b}/${j}`)
  return {
    sectionBonus(a, i, b, j) {
      const x = `${a}/${i}`
      const y = `${b}/${j}`
      return isRejected(a, i, b, j) || settled.get(x)?.has(b) || settled.get(y)?.has(a) ? -Infinity : 0
    },
    isRejected,
    fixed: (a, b) =>
      sectionsConfirmed
        .filter(({ source, target }) => documentOf(source[0]!) === a && documentOf(target[0]!) === b)
        .map(({ source, target }) => ({ source: source.map(pieceOf), target: target.map(pieceOf), score: Infinity })),
    sentenceBonus(x, y) {
      if (rejected.has(`${x} ${y}`)) return -60
      const wanted = settled.get(x)?.get(documentOf(y)) ?? settled.get(y)?.get(documentOf(x))
      if (!wanted) return 0
      return wanted.includes(y) || wanted.includes(x) ? 40 : -60
    },
    hasSentences: links.some(({ level }) => level === "segment"),
    isConfirmed: (source, target) => confirmed.size > 0 && confirmed.has(keyOf(source, target)),
    relation: (source, target) => confirmed.get(keyOf(source, target))?.relation,
    absences: links.filter(
      ({ status, source, target }) => status === "confirmed" && (source.length === 0 || target.length === 0),
    ),
  }
}

/** Links name the earlier document first. */
function inOrder(link: Link): Link {
  const [x] = link.source
  const [y] = link.target
  if (x === undefined || y === undefined || documentOf(x) <= documentOf(y)) return link
  return { ...link, source: link.target, target: link.source }
}

const keyOf = (source: readonly string[], target: readonly string[]): string =>
  `${source.join(",")} ${target.join(",")}`
const documentOf = (id: string): number => Number(id.split("/")[0])
const pieceOf = (id: string): number => Number(id.split("/")[1])
