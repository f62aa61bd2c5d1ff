// Changing the matrix. Every change names the revision of the alignment it was made on; what people decided stays
// when the rest is aligned again.
import { Problem } from "../../src/errors.ts"
import type { StoredDocument, StoredLink } from "../storage/types.ts"
import {
  contradicts,
  decideLinks,
  documentIn,
  joins,
  linkOf,
  sectionsIn,
  type AlignmentInput,
  type AlignmentResult,
  type LinkDecision,
} from "./decide-links.ts"
import type { Actor, House } from "./house.ts"
import { piecesOf, rowsOf } from "./show-alignment.ts"

export interface LinkInput extends AlignmentInput {
  readonly link: string
}

export interface ConfirmLinksInput extends AlignmentInput {
  /** One row of the matrix, in all languages; or the links between the source and one language. */
  readonly of: { readonly row: string } | { readonly language: string; readonly confidence: number }
}

export interface LinkSectionsInput extends AlignmentInput {
  readonly from: string
  readonly to: string
  /** Section ordinals. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly relation?: "parallel" | "comparable"
}

export interface MoveSectionsInput extends AlignmentInput {
  readonly language: string
  readonly sections: readonly number[]
  /** Sections of another language whose row they shall stand in. */
  readonly to: { readonly language: string; readonly sections: readonly number[] }
  /** Beside what stands there already in their language (n:m), in place of instead of it. */
  readonly isJoining?: boolean
}

export interface SplitSectionsInput extends AlignmentInput {
  readonly language: string
  readonly sections: readonly number[]
}

export interface NoCounterpartInput extends AlignmentInput {
  /** The language whose sections these are. */
  readonly language: string
  readonly sections: readonly number[]
  /** The language that has nothing for them. */
  readonly missingIn: string
}

/** @throws Problem "alignment/stale" { policy, base, current }, "alignment/link" when there is no such link */
export async function confirmLink(house: House, input: LinkInput, actor: Actor): Promise<AlignmentResult> {
  return decideLinks(house, input, actor, "alignment/confirm", ({ links }) => {
    const link = linkOf(links, input.link)
    return { made: [{ ...link, status: "confirmed" }], unmade: [link] }
  })
}

/** Many at once. @throws Problem "alignment/link" when there is nothing to confirm */
export async function confirmLinks(house: House, input: ConfirmLinksInput, actor: Actor): Promise<AlignmentResult> {
  return decideLinks(house, input, actor, "alignment/confirm", (state) => {
    const { links, documents, sections } = state
    const open = links.filter((link) => joins(link) && link.status === "suggested")
    const wanted = (() => {
      const { of } = input
      if ("language" in of) {
        const [source] = documents
        const pair = new Set([source?.id, documentIn(state, of.language).id])
        return open.filter(
          ({ sourceDocument, targetDocument, confidence }) =>
            pair.has(sourceDocument) && pair.has(targetDocument) && confidence >= of.confidence,
        )
      }
      const row = rowsOf(documents, sections, links.filter(joins)).find(({ id }) => id === of.row)
      const there = new Set(
        row?.cells.flatMap((cell, n) => cell.sections.map(({ ordinal }) => `${documents[n]?.id} ${ordinal}`)),
      )
      return open.filter((link) => piecesOf(link).every((piece) => there.has(piece)))
    })()
    if (wanted.length === 0) throw new Problem("alignment/link", { link: "" })
    return { made: wanted.map((link) => ({ ...link, status: "confirmed" as const })), unmade: wanted }
  })
}

/** Takes the target's sections off the row: no link of the row joins them any more. */
export async function unlink(house: House, input: LinkInput, actor: Actor): Promise<AlignmentResult> {
  return decideLinks(house, input, actor, "alignment/unlink", ({ links, documents, sections }) => {
    const link = linkOf(links, input.link)
    const live = links.filter(joins)
    const row = rowsOf(documents, sections, live).find(({ cells }) => cells.some((cell) => cell.link?.id === link.id))
    // The side that leaves is the one that is not the row's first language.
    const first = documents.find(
      ({ language }) => row?.cells.find((cell) => cell.sections.length > 0)?.language === language,
    )
    const isTargetLeaving = link.targetDocument !== first?.id
    const leaving = new Set(
      (isTargetLeaving ? link.target : link.source).map((piece) =>
        placeOf(isTargetLeaving ? link.targetDocument : link.sourceDocument, piece),
      ),
    )
    const cut = live.filter((each) => piecesOf(each).some((piece) => leaving.has(piece)))
    return { made: cut.map((each) => ({ ...each, status: "rejected" })), unmade: cut }
  })
}

export async function linkSections(house: House, input: LinkSectionsInput, actor: Actor): Promise<AlignmentResult> {
  return decideLinks(house, input, actor, "alignment/link", (state) => {
    const from = documentIn(state, input.from)
    const to = documentIn(state, input.to)
    const source = sectionsIn(state, input.source, from)
    const target = sectionsIn(state, input.target, to)
    if (from.id === to.id) throw new Problem("input/invalid", { field: "sections" })
    const link = state.made(from, to, source, target, input.relation ?? "parallel")
    return { made: [link], unmade: state.links.filter((each) => contradicts(each, link)) }
  })
}

/** Takes sections from the row they stand in to another one, or beside what that has in their language: a merge. */
export async function moveSections(house: House, input: MoveSectionsInput, actor: Actor): Promise<AlignmentResult> {
  const action = input.isJoining ? "alignment/merge" : "alignment/move"
  return decideLinks(house, input, actor, action, (state) => {
    const { links, documents, sections, made } = state
    const own = documentIn(state, input.language)
    const other = documentIn(state, input.to.language)
    if (own.id === other.id) throw new Problem("input/invalid", { field: "sections" })
    const moved = sectionsIn(state, input.sections, own)
    const anchor = sectionsIn(state, input.to.sections, other)
    const live = links.filter(joins)
    const row = rowsOf(documents, sections, live).find(({ cells }) =>
      cells.some((cell) => cell.language === other.language && cell.sections.some((each) => isOneOf(anchor, each))),
    )
    const there = new Set(row?.cells.flatMap((cell, n) => cell.sections.map((each) => at(documents[n], each.ordinal))))
    const beside = row?.cells.find(({ language }) => language === own.language)?.sections ?? []
    const all = input.isJoining ? [...beside.map(({ ordinal }) => String(ordinal)), ...moved] : moved
    const isOwnFirst = documents.indexOf(own) < documents.indexOf(other)
    const pieces = [...new Set(all)].sort((a, b) => Number(a) - Number(b))
    const link = isOwnFirst
      ? made(own, other, pieces, anchor, "parallel")
      : made(other, own, anchor, pieces, "parallel")
    // What held them where they were would hold both rows together.
    const leaving = new Set(moved.map((piece) => placeOf(own.id, piece)))
    const old = live.filter(
      (each) =>
        !contradicts(each, link) &&
        piecesOf(each).some((piece) => leaving.has(piece)) &&
        piecesOf(each).some((piece) => !leaving.has(piece) && !there.has(piece)),
    )
    const { made: kept, unmade } = without(state.made, documents, old, leaving)
    return {
      made: [link, ...kept],
      unmade: [...unmade, ...links.filter((each) => contradicts(each, link))],
    }
  })
}

/** Takes sections out of every link they share with their neighbours; what remains stays together. */
export async function splitSections(house: House, input: SplitSectionsInput, actor: Actor): Promise<AlignmentResult> {
  return decideLinks(house, input, actor, "alignment/split", (state) => {
    const document = documentIn(state, input.language)
    const leaving = new Set(sectionsIn(state, input.sections, document).map((piece) => placeOf(document.id, piece)))
    const shared = state.links.filter((each) => joins(each) && piecesOf(each).some((piece) => leaving.has(piece)))
    if (shared.length === 0) throw new Problem("alignment/link", { link: "" })
    return without(state.made, state.documents, shared, leaving)
  })
}

export async function markNoCounterpart(
  house: House,
  input: NoCounterpartInput,
  actor: Actor,
): Promise<AlignmentResult> {
  return decideLinks(house, input, actor, "alignment/none", (state) => {
    const from = documentIn(state, input.language)
    const to = documentIn(state, input.missingIn)
    if (from.id === to.id) throw new Problem("input/invalid", { field: "sections" })
    const none = state.made(from, to, sectionsIn(state, input.sections, from), [], "parallel")
    const cut = state.links.filter((each) => each.level === "section" && contradicts(each, none))
    return { made: [none, ...cut.filter(joins).map((each) => ({ ...each, status: "rejected" as const }))], unmade: cut }
  })
}

/** Aligns again around what people confirmed or rejected. */
export async function realign(house: House, input: AlignmentInput, actor: Actor): Promise<AlignmentResult> {
  return decideLinks(house, input, actor, "alignment/again", () => ({ made: [], unmade: [] }))
}

/** The links without some of their sections: what they still say is confirmed, what they said of these is rejected. */
function without(
  made: (
    from: StoredDocument,
    to: StoredDocument,
    source: readonly string[],
    target: readonly string[],
    relation: StoredLink["relation"],
  ) => StoredLink,
  documents: readonly StoredDocument[],
  links: readonly StoredLink[],
  leaving: ReadonlySet<string>,
): LinkDecision {
  const document = (id: string) => documents.find((each) => each.id === id)!
  const decisions = links.flatMap((link): StoredLink[] => {
    const from = document(link.sourceDocument)
    const to = document(link.targetDocument)
    const [source, leavingSource] = parted(link.source, (piece) => leaving.has(placeOf(from.id, piece)))
    const [target, leavingTarget] = parted(link.target, (piece) => leaving.has(placeOf(to.id, piece)))
    const stay = source.length > 0 && target.length > 0 ? [made(from, to, source, target, link.relation)] : []
    const gone =
      leavingSource.length > 0
        ? { source: leavingSource, target: link.target }
        : { source: link.source, target: leavingTarget }
    return [...stay, { ...made(from, to, gone.source, gone.target, link.relation), status: "rejected" }]
  })
  return { made: decisions, unmade: links }
}

function parted(pieces: readonly string[], isLeaving: (piece: string) => boolean): [string[], string[]] {
  return [pieces.filter((piece) => !isLeaving(piece)), pieces.filter(isLeaving)]
}

function isOneOf(pieces: readonly string[], { ordinal }: { readonly ordinal: number }): boolean {
  return pieces.includes(String(ordinal))
}

function at(document: StoredDocument | undefined, ordinal: number): string {
  return placeOf(document?.id ?? "", String(ordinal))
}

/** A section as piecesOf names it. */
function placeOf(document: string, piece: string): string {
  return `${document} ${piece}`
}
