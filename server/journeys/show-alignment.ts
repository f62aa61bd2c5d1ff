// The matrix: rows of sections that say the same, one column a language.
import type { LinkStatus, Relation } from "../../src/model/bitext.ts"
import type { Policy, StoredDocument, StoredLink, StoredSection } from "../storage/types.ts"
import { findPolicy } from "./find.ts"
import type { Actor, House } from "./house.ts"
import { grouped } from "./views.ts"

export interface ShowAlignmentInput {
  readonly policy: string
}

export interface MatrixSection {
  /** Section ordinal in its document, as in piece ids. */
  readonly ordinal: number
  readonly heading: string
  readonly level: number
  readonly topic: string | null
  readonly words: number
}

export interface MatrixCell {
  readonly language: string
  /** Empty: nothing here. */
  readonly sections: readonly MatrixSection[]
  /** The link to the source language's sections of this row; null in the source column and where there is none. */
  readonly link: {
    readonly id: string
    readonly relation: Relation
    readonly confidence: number
    readonly status: LinkStatus
  } | null
  /** Somebody confirmed that this language has no counterpart. */
  readonly isAbsent: boolean
}

export interface MatrixRow {
  /** Stable within one revision of the alignment. */
  readonly id: string
  readonly topic: string | null
  /** One per language, in the order of `languages`. */
  readonly cells: readonly MatrixCell[]
}

export interface ShowAlignmentResult {
  readonly policy: { readonly id: string; readonly name: string; readonly project: string }
  /** What a change names as its base. */
  readonly revision: number
  readonly languages: readonly {
    readonly language: string
    readonly document: string
    readonly relation: Relation | null
  }[]
  readonly rows: readonly MatrixRow[]
}

export async function showAlignment(
  house: House,
  input: ShowAlignmentInput,
  actor: Actor,
): Promise<ShowAlignmentResult> {
  const { storage } = house
  const policy = await findPolicy(storage, input, actor)
  const documents = sourceFirst(policy, await storage.documents.ofPolicies([policy.id]))
  const sections = grouped(await storage.documents.sections(documents.map(({ id }) => id)), ({ document }) => document)
  const links = (await storage.links.ofPolicy(policy.id)).filter(
    ({ level, status }) => level === "section" && status !== "rejected",
  )
  return {
    policy: { id: policy.id, name: policy.name, project: policy.project },
    revision: policy.revision,
    languages: documents.map(({ id, language }) => ({
      language,
      document: id,
      relation: relationTo(documents[0]?.id ?? "", id, links),
    })),
    rows: rowsOf(documents, sections, links),
  }
}

export function sourceFirst(policy: Policy, documents: readonly StoredDocument[]): StoredDocument[] {
  return documents.toSorted((a, b) =>
    a.language === policy.sourceLanguage
      ? -1
      : b.language === policy.sourceLanguage
        ? 1
        : a.language < b.language
          ? -1
          : 1,
  )
}

/** What most links between two documents say. */
function relationTo(source: string, document: string, links: readonly StoredLink[]): Relation | null {
  const between = links.filter((link) => touches(link, source, document))
  const parallel = between.filter(({ relation }) => relation === "parallel").length
  return source === document || between.length === 0 ? null : parallel * 2 >= between.length ? "parallel" : "comparable"
}

/** Sections that hang together by links, in the reading order of the first document that has them. */
export function rowsOf(
  documents: readonly StoredDocument[],
  sections: ReadonlyMap<string, readonly StoredSection[]>,
  links: readonly StoredLink[],
): MatrixRow[] {
  const root = new Map<string, string>()
  const find = (piece: string): string => {
    const parent = root.get(piece) ?? piece
    if (parent === piece) return piece
    const top = find(parent)
    root.set(piece, top)
    return top
  }
  for (const link of links) {
    const pieces = piecesOf(link)
    for (const piece of pieces.slice(1)) {
      const [a, b] = [find(pieces[0]!), find(piece)]
      if (a !== b && link.source.length > 0 && link.target.length > 0) root.set(b, a)
    }
  }
  const groups = new Map<string, Map<string, StoredSection[]>>()
  const order: string[] = []
  for (const [column, document] of documents.entries()) {
    let last = -1
    for (const section of sections.get(document.id) ?? []) {
      const key = find(`${document.id} ${section.ordinal}`)
      let group = groups.get(key)
      if (!group) {
        groups.set(key, (group = new Map()))
        // What the documents before do not have goes where this document has it: after its own previous row.
        if (column === 0) order.push(key)
        else order.splice(last + 1, 0, key)
      }
      last = order.indexOf(key)
      group.set(document.id, [...(group.get(document.id) ?? []), section])
    }
  }
  return order.map((key) => rowOf(key, documents, groups.get(key)!, links))
}

function rowOf(
  key: string,
  documents: readonly StoredDocument[],
  group: ReadonlyMap<string, readonly StoredSection[]>,
  links: readonly StoredLink[],
): MatrixRow {
  const own = links.filter((link) =>
    piecesOf(link).some((piece) => {
      const [document = "", ordinal] = piece.split(" ")
      return group.get(document)?.some((section) => section.ordinal === Number(ordinal))
    }),
  )
  const pivot = documents.find(({ id }) => group.has(id))?.id ?? ""
  const all = [...group.values()].flat().toSorted((a, b) => b.topicConfidence - a.topicConfidence)
  const [first] = all
  return {
    id: `r${first ? `${documents.findIndex(({ id }) => id === pivot)}-${group.get(pivot)?.[0]?.ordinal}` : key}`,
    topic: all.find(({ topic }) => topic !== null)?.topic ?? null,
    cells: documents.map(({ id, language }): MatrixCell => {
      const link = own.find(
        (each) => id !== pivot && each.source.length > 0 && each.target.length > 0 && touches(each, pivot, id),
      )
      return {
        language,
        sections: (group.get(id) ?? []).map(({ ordinal, heading, level, topic, words }) => ({
          ordinal,
          heading,
          level,
          topic,
          words,
        })),
        link: link ? { id: link.id, relation: link.relation, confidence: link.confidence, status: link.status } : null,
        isAbsent: !group.has(id) && own.some((each) => each.status === "confirmed" && isEmptyTowards(each, id)),
      }
    }),
  }
}

export function piecesOf(link: StoredLink): string[] {
  return [
    ...link.source.map((piece) => `${link.sourceDocument} ${piece}`),
    ...link.target.map((piece) => `${link.targetDocument} ${piece}`),
  ]
}

function touches(link: StoredLink, a: string, b: string): boolean {
  return (
    (link.sourceDocument === a && link.targetDocument === b) || (link.sourceDocument === b && link.targetDocument === a)
  )
}

function isEmptyTowards(link: StoredLink, document: string): boolean {
  return (
    (link.targetDocument === document && link.target.length === 0) ||
    (link.sourceDocument === document && link.source.length === 0)
  )
}
