// What the units of a bitext should be, from two documents and the links between their sentences: one for every block
// of the source, then one for every block of the target that nothing links to.
import type { Link, Note, Relation } from "../../../src/model/bitext.ts"
import type { Block, Content, Document } from "../../../src/model/document.ts"
import { adoptCodes, joinContents, sliceContent } from "./codes.ts"

export interface Draft {
  readonly sourceBlock: string | null
  readonly sourceSection: number | null
  readonly targetBlocks: readonly string[]
  readonly targetSection: number | null
  readonly kind: Block["kind"]
  readonly source: Content
  readonly target: Content | null
  readonly relation: Relation | null
  readonly confidence: number
  readonly notes: readonly Note[]
}

/** A document and the number it has in the ids of the links. */
export interface Side {
  readonly document: Document
  readonly index: number
}

/**
 * @param from null for target-only units (the source language's own text)
 * @param to null for a language without a document
 */
export function drafts(from: Side | null, to: Side | null, links: readonly Link[]): Draft[] {
  const source = from ? index(from.document) : null
  const target = to ? index(to.document) : null
  const pairing = from && to && source && target ? pair(from, to, source, target, links) : null
  const isSameFormat = from?.document.format === to?.document.format

  const sourced = (from?.document.blocks ?? []).map((block): Draft => {
    const pieces = pairing?.pieces.get(block.id) ?? []
    const section = source!.section.get(block.id) ?? null
    const relation = section === null ? null : (pairing?.relations.get(section) ?? null)
    const content = pieces.length > 0 ? joinContents(pieces.map((each) => each.content)) : null
    return {
      sourceBlock: block.id,
      sourceSection: section,
      targetBlocks: pieces.map((each) => each.block),
      targetSection: target?.section.get(pieces[0]?.block ?? "") ?? null,
      kind: block.kind,
      source: block.content,
      target: content && adoptCodes(content, block.content, isSameFormat),
      relation,
      confidence: Math.max(0, ...pieces.map((each) => each.confidence)),
      notes: notes(block, source!.heading.get(block.id) ?? ""),
    }
  })
  const alone = (to?.document.blocks ?? [])
    .filter(({ id }) => !pairing?.taken.has(id))
    .map((block): Draft => ({
      sourceBlock: null,
      sourceSection: null,
      targetBlocks: [block.id],
      targetSection: target!.section.get(block.id) ?? null,
      kind: block.kind,
      source: [],
      target: block.content,
      relation: null,
      confidence: 0,
      notes: notes(block, target!.heading.get(block.id) ?? ""),
    }))
  return [...sourced, ...alone]
}

interface Piece {
  readonly block: string
  readonly content: Content
  readonly confidence: number
}

interface Index {
  readonly block: ReadonlyMap<string, Block>
  /** Block id → section ordinal, heading. */
  readonly section: ReadonlyMap<string, number>
  readonly heading: ReadonlyMap<string, string>
  /** Segment id → its block and its place in the block's plain text. */
  readonly segment: ReadonlyMap<string, { readonly block: string; readonly start: number; readonly end: number }>
}

function index(document: Document): Index {
  const section = new Map<string, number>()
  const heading = new Map<string, string>()
  const segment = new Map<string, { block: string; start: number; end: number }>()
  const lengths = new Map<string, number>()
  for (const each of document.sections) {
    for (const block of each.blocks) {
      section.set(block, Number(each.id))
      heading.set(block, each.heading)
    }
    for (const { id, block, text } of each.segments) {
      const start = lengths.get(block) ?? 0
      segment.set(id, { block, start, end: start + text.length })
      lengths.set(block, start + text.length)
    }
  }
  return { block: new Map(document.blocks.map((block) => [block.id, block])), section, heading, segment }
}

/** Which target text belongs to which source block. */
function pair(from: Side, to: Side, source: Index, target: Index, links: readonly Link[]) {
  const pieces = new Map<string, Piece[]>()
  const taken = new Set<string>()
  const relations = new Map<number, Relation>()
  const between = links
    .flatMap((link) => oriented(link, from.index, to.index))
    .filter(({ status }) => status !== "rejected")
  for (const link of between) {
    if (link.level !== "section" || link.target.length === 0) continue
    for (const id of link.source) relations.set(Number(id), link.relation)
  }

  // Which source block claims how much of each target segment.
  const claims = new Map<string, { segment: string; source: string; confidence: number }[]>()
  for (const link of between) {
    if (link.level !== "segment" || link.relation !== "parallel") continue
    const blocks = link.source.map((id) => source.segment.get(id)?.block).filter((block) => block !== undefined)
    const owner = mostFrequent(blocks)
    if (owner === undefined) continue
    for (const segment of link.target) {
      const block = target.segment.get(segment)?.block
      if (block === undefined) continue
      claims.set(block, [...(claims.get(block) ?? []), { segment, source: owner, confidence: link.confidence }])
    }
  }
  for (const block of to.document.blocks) {
    const claimed = claims.get(block.id)
    if (!claimed) continue
    for (const { source: owner, ...piece } of share(block, claimed, source, target)) {
      pieces.set(owner, [...(pieces.get(owner) ?? []), piece])
      taken.add(block.id)
    }
  }
  pairByName(from.document, to.document, pieces, taken)
  return { pieces, taken, relations }
}

/** One target block: all of it to its one owner, or cut between several where that leaves every code whole. */
function share(
  block: Block,
  claimed: readonly { segment: string; source: string; confidence: number }[],
  source: Index,
  target: Index,
): (Piece & { source: string })[] {
  const owners = [...new Set(claimed.map((each) => each.source))]
  const sure = (owner: string) =>
    Math.max(...claimed.filter((each) => each.source === owner).map((each) => each.confidence))
  const whole = (owner: string) => [{ source: owner, block: block.id, content: block.content, confidence: sure(owner) }]
  if (owners.length === 1) return whole(owners[0]!)
  const order = new Map([...source.block.keys()].map((id, at) => [id, at]))
  const cuts = owners.map((owner) => {
    const places = claimed.filter((each) => each.source === owner).map(({ segment }) => target.segment.get(segment)!)
    return {
      owner,
      start: Math.min(...places.map(({ start }) => start)),
      end: Math.max(...places.map(({ end }) => end)),
    }
  })
  cuts.sort((a, b) => a.start - b.start)
  const isInOrder = cuts.every(({ owner, end }, at) => {
    const next = cuts[at + 1]
    return !next || (end <= next.start && (order.get(owner) ?? 0) < (order.get(next.owner) ?? 0))
  })
  const slices = cuts.map(({ owner, start }, at) => ({
    source: owner,
    block: block.id,
    content: sliceContent(block.content, at === 0 ? 0 : start, cuts[at + 1]?.start ?? Number.MAX_SAFE_INTEGER),
    confidence: sure(owner),
  }))
  if (isInOrder && slices.every(({ content }) => content !== null && content.length > 0)) {
    return slices.map((slice) => ({ ...slice, content: slice.content ?? [] }))
  }
  return whole(mostFrequent(claimed.map((each) => each.source)) ?? owners[0]!)
}

/**
 * Front-matter values, page titles and attributes have no sentences to align; their names pair them, where both sides
 * have equally many of that name.
 */
function pairByName(from: Document, to: Document, pieces: Map<string, Piece[]>, taken: Set<string>): void {
  const theirs = named(to)
  for (const [name, mine] of named(from)) {
    const others = theirs.get(name)
    if (others?.length !== mine.length) continue
    for (const [at, { id }] of mine.entries()) {
      const other = others[at]!
      if (pieces.has(id) || taken.has(other.id)) continue
      pieces.set(id, [{ block: other.id, content: other.content, confidence: 1 }])
      taken.add(other.id)
    }
  }
}

function named(document: Document): Map<string, Block[]> {
  const found = new Map<string, Block[]>()
  for (const block of document.blocks) {
    if (block.kind !== "meta" && block.kind !== "title" && block.kind !== "attribute") continue
    const name = `${block.kind} ${block.name ?? ""}`
    const same = found.get(name)
    if (same) same.push(block)
    else found.set(name, [block])
  }
  return found
}

/** The link as from → to, piece ids without the document; none when it is between others. */
function oriented(link: Link, from: number, to: number): Link[] {
  const of = (pieces: readonly string[]) => new Set(pieces.map((id) => Number(id.slice(0, id.indexOf("/")))))
  const strip = (pieces: readonly string[]) => pieces.map((id) => id.slice(id.indexOf("/") + 1))
  const isOf = (pieces: readonly string[], side: number) =>
    pieces.length > 0 && [...of(pieces)].every((each) => each === side)
  if (isOf(link.source, from) && isOf(link.target, to)) {
    return [{ ...link, source: strip(link.source), target: strip(link.target) }]
  }
  if (isOf(link.source, to) && isOf(link.target, from)) {
    return [{ ...link, source: strip(link.target), target: strip(link.source) }]
  }
  return []
}

function notes(block: Block, heading: string): Note[] {
  if (block.kind === "meta" && block.name) return [{ text: block.name, category: "section" }]
  return heading === "" || block.kind === "heading" ? [] : [{ text: heading, category: "section" }]
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
