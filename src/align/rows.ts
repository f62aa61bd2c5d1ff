// All languages at once: links between pairs of documents made to agree. Pieces that answer one another stand in one
// row; a row is built from the surest links down, and a link that would tear a row's order apart is refused. The links
// of a pair are then read off the rows, so that a~b and b~c mean a~c. Among links as sure as one another those of the
// pivot go first, and rows come in its order.

export interface PairLink {
  /** Document indices. */
  readonly a: number
  readonly b: number
  /** Piece numbers within their documents, ascending. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly confidence: number
  readonly isFixed?: boolean
}

interface Row {
  /** Piece numbers by document. */
  readonly pieces: Map<number, Set<number>>
}

export interface RowOptions {
  /** May these two pieces not be linked? */
  readonly isRejected?: (a: number, i: number, b: number, j: number) => boolean
  /** Document whose links decide between links as sure, and whose order rows follow. */
  readonly pivot?: number
}

/** Links whose confidence differs by less are as sure as one another. */
const tie = 0.02

/** Links of all pairs that agree with one another; at least those given that fit. */
export function consistent(links: readonly PairLink[], documents: number, options: RowOptions = {}): PairLink[] {
  if (documents < 3) return ofTwo(links, options.pivot)
  const twins = twinsOf(links)
  const partners = partnersOf(links)
  const rows = new Map<string, Row>()
  const rowOf = (document: number, piece: number): Row => {
    const key = `${document}/${piece}`
    let row = rows.get(key)
    if (!row) rows.set(key, (row = { pieces: new Map([[document, new Set([piece])]]) }))
    return row
  }
  const accept = (link: PairLink): boolean => {
    const union = unite([
      ...new Set([
        ...link.source.map((piece) => rowOf(link.a, piece)),
        ...link.target.map((piece) => rowOf(link.b, piece)),
      ]),
    ])
    if (!link.isFixed && (!isSound(union, twins, options) || isDenied(union, partners, link.confidence))) return false
    for (const [document, pieces] of union.pieces) for (const piece of pieces) rows.set(`${document}/${piece}`, union)
    return true
  }
  const all = [...links]
  for (const link of inOrder(links, options.pivot)) {
    if (link.source.length === 0 || link.target.length === 0 || accept(link)) continue
    // What is refused as a whole may hold in part: no piece is to lose its counterpart for another's sake.
    if (link.source.length + link.target.length > 2) all.push(...singles(link).filter(accept))
  }
  const touching = new Map<Row, Set<PairLink>>()
  for (const link of all)
    for (const [document, pieces] of [
      [link.a, link.source],
      [link.b, link.target],
    ] as const)
      for (const piece of pieces) {
        const row = rows.get(`${document}/${piece}`)
        if (row) touching.set(row, (touching.get(row) ?? new Set()).add(link))
      }
  return sorted([...new Set(rows.values())], options.pivot).flatMap((row) =>
    linksOf(row, [...(touching.get(row) ?? [])], options),
  )
}

function ofTwo(links: readonly PairLink[], pivot: number | undefined): PairLink[] {
  const first = (link: PairLink) => (pivot === link.b ? link.target[0] : link.source[0]) ?? 0
  return [...links].sort((x, y) => first(x) - first(y))
}

/** Links people made, then the surest; of those as sure, the pivot's. */
function inOrder(links: readonly PairLink[], pivot: number | undefined): PairLink[] {
  const step = ({ confidence }: PairLink) => Math.round(confidence / tie)
  const ofPivot = ({ a, b }: PairLink) => Number(a === pivot || b === pivot)
  return [...links].sort(
    (x, y) =>
      Number(y.isFixed ?? false) - Number(x.isFixed ?? false) ||
      step(y) - step(x) ||
      ofPivot(y) - ofPivot(x) ||
      y.confidence - x.confidence,
  )
}

function singles({ source, target, ...link }: PairLink): PairLink[] {
  return source.flatMap((i) =>
    target.map((j) => ({ ...link, source: [i], target: [j], confidence: link.confidence * 0.8 })),
  )
}

/** Rows of more sentences than this are not put in order. */
const longest = 2_000

/** Rows in the order of the pivot; those without a piece of it after the row of the piece before theirs. */
function sorted(rows: readonly Row[], pivot: number | undefined): Row[] {
  if (pivot === undefined || rows.length > longest) return [...rows]
  const least = (row: Row, document: number) => Math.min(...(row.pieces.get(document) ?? [Infinity]))
  const placed = rows.filter(({ pieces }) => pieces.has(pivot)).sort((x, y) => least(x, pivot) - least(y, pivot))
  for (const row of rows) {
    if (row.pieces.has(pivot)) continue
    const [document] = row.pieces.keys()
    const before = placed.findLastIndex((each) => least(each, document!) < least(row, document!))
    placed.splice(before + 1, 0, row)
  }
  return placed
}

/** Pieces of one document that some link has on one side: only those may share a row. */
function twinsOf(links: readonly PairLink[]): Set<string> {
  const twins = new Set<string>()
  const add = (document: number, pieces: readonly number[]) => {
    for (const x of pieces) for (const y of pieces) if (x < y) twins.add(`${document}/${x}/${y}`)
  }
  for (const { a, b, source, target } of links) {
    add(a, source)
    add(b, target)
  }
  return twins
}

function unite(rows: readonly Row[]): Row {
  const pieces = new Map<number, Set<number>>()
  for (const row of rows)
    for (const [document, set] of row.pieces) pieces.set(document, new Set([...(pieces.get(document) ?? []), ...set]))
  return { pieces }
}

function isSound({ pieces }: Row, twins: ReadonlySet<string>, { isRejected }: RowOptions): boolean {
  for (const [document, set] of pieces) {
    const order = [...set].sort((x, y) => x - y)
    if (order.length > 4) return false
    for (let at = 1; at < order.length; at++) if (!twins.has(`${document}/${order[at - 1]}/${order[at]}`)) return false
  }
  if (!isRejected) return true
  for (const [a, left] of pieces)
    for (const [b, right] of pieces)
      if (a < b) for (const i of left) for (const j of right) if (isRejected(a, i, b, j)) return false
  return true
}

type Partners = ReadonlyMap<string, readonly { readonly pieces: readonly number[]; readonly confidence: number }[]>

/** Direct links by "document/piece/other document". */
function partnersOf(links: readonly PairLink[]): Partners {
  const found = new Map<string, { pieces: readonly number[]; confidence: number }[]>()
  const add = (
    document: number,
    from: readonly number[],
    other: number,
    pieces: readonly number[],
    confidence: number,
  ) => {
    for (const piece of from) {
      const key = `${document}/${piece}/${other}`
      found.set(key, [...(found.get(key) ?? []), { pieces, confidence }])
    }
  }
  for (const { a, b, source, target, confidence } of links) {
    add(a, source, b, target, confidence)
    add(b, target, a, source, confidence)
  }
  return found
}

/**
 * Would the row put pieces together that direct evidence keeps apart? A third document may join two pieces nobody
 * linked, but not where one of them has nearly as sure a partner of its own outside the row.
 */
function isDenied({ pieces }: Row, partners: Partners, confidence: number): boolean {
  for (const [document, set] of pieces)
    for (const [other, inside] of pieces) {
      if (other === document) continue
      for (const piece of set) {
        const direct = partners.get(`${document}/${piece}/${other}`) ?? []
        const isLinkedInside = direct.some((each) => each.pieces.some((partner) => inside.has(partner)))
        if (!isLinkedInside && direct.some((each) => each.confidence > 0.8 * confidence)) return true
      }
    }
  return false
}

/** @param links those with a piece in the row */
function linksOf(row: Row, links: readonly PairLink[], { isRejected }: RowOptions): PairLink[] {
  const documents = [...row.pieces.keys()].sort((x, y) => x - y)
  const found: PairLink[] = []
  for (const a of documents)
    for (const b of documents) {
      if (a >= b) continue
      const left = row.pieces.get(a)!
      const right = row.pieces.get(b)!
      const direct = links.filter(
        (link) =>
          link.a === a &&
          link.b === b &&
          link.source.length > 0 &&
          link.target.length > 0 &&
          link.source.every((piece) => left.has(piece)) &&
          link.target.every((piece) => right.has(piece)),
      )
      const isCovered =
        new Set(direct.flatMap(({ source }) => source)).size === left.size &&
        new Set(direct.flatMap(({ target }) => target)).size === right.size
      if (isCovered) found.push(...direct)
      else {
        const source = [...left].sort((x, y) => x - y)
        const target = [...right].sort((x, y) => x - y)
        if (isRejected && source.some((i) => target.some((j) => isRejected(a, i, b, j)))) found.push(...direct)
        else found.push({ a, b, source, target, confidence: indirect(row, links, a, b, direct) })
      }
    }
  return found
}

/** A link nobody saw directly is as sure as the surest way through a third document. */
function indirect(row: Row, links: readonly PairLink[], a: number, b: number, direct: readonly PairLink[]): number {
  const sure = (x: number, y: number) =>
    links
      .filter(
        (link) =>
          ((link.a === x && link.b === y) || (link.a === y && link.b === x)) &&
          link.source.some((piece) => row.pieces.get(link.a)?.has(piece)) &&
          link.target.some((piece) => row.pieces.get(link.b)?.has(piece)),
      )
      .reduce((best, link) => Math.max(best, link.confidence), 0)
  const through = [...row.pieces.keys()].filter((c) => c !== a && c !== b).map((c) => sure(a, c) * sure(c, b))
  return Math.max(0.3, ...through, ...direct.map(({ confidence }) => confidence * 0.9))
}
