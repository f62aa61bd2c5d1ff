// Changing the matrix. Every change names the revision of the alignment it was made on; what people decided stays
// when the rest is aligned again.
import { Problem } from "../../src/errors.ts"
import type { Policy, StoredDocument, StoredLink, StoredSection } from "../storage/types.ts"
import { findPolicy } from "./find.ts"
import type { Actor, House } from "./house.ts"
import { record } from "./record.ts"
import { piecesOf, rowsOf, sourceFirst } from "./show-alignment.ts"
import { rebuild, writeRebuilt } from "./units/rebuild.ts"
import { grouped } from "./views.ts"

interface AlignmentInput {
  readonly policy: string
  /** `revision` of showAlignment. */
  readonly revision: number
}

export interface LinkInput extends AlignmentInput {
  readonly link: string
}

export interface LinkSectionsInput extends AlignmentInput {
  readonly from: string
  readonly to: string
  /** Section ordinals. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly relation?: "parallel" | "comparable"
}

export interface NoCounterpartInput extends AlignmentInput {
  /** The language whose sections these are. */
  readonly language: string
  readonly sections: readonly number[]
  /** The language that has nothing for them. */
  readonly missingIn: string
}

export interface AlignmentResult {
  /** The alignment's new revision. */
  readonly revision: number
  /** Units whose target changed with it. */
  readonly units: number
}

/** @throws Problem "alignment/stale" { policy, base, current }, "alignment/link" when there is no such link */
export async function confirmLink(house: House, input: LinkInput, actor: Actor): Promise<AlignmentResult> {
  return change(house, input, actor, "alignment/confirm", ({ links }) => {
    const link = linkOf(links, input.link)
    return { made: [{ ...link, status: "confirmed" }], unmade: [link] }
  })
}

/** Takes the target's sections off the row: no link of the row joins them any more. */
export async function unlink(house: House, input: LinkInput, actor: Actor): Promise<AlignmentResult> {
  return change(house, input, actor, "alignment/unlink", ({ links, documents, sections }) => {
    const link = linkOf(links, input.link)
    const live = links.filter(({ level, status }) => level === "section" && status !== "rejected")
    const row = rowsOf(documents, sections, live).find(({ cells }) => cells.some((cell) => cell.link?.id === link.id))
    // The side that leaves is the one that is not the row's first language.
    const first = documents.find(
      ({ language }) => row?.cells.find((cell) => cell.sections.length > 0)?.language === language,
    )
    const isTargetLeaving = link.targetDocument !== first?.id
    const leaving = new Set(
      (isTargetLeaving ? link.target : link.source).map(
        (piece) => `${isTargetLeaving ? link.targetDocument : link.sourceDocument} ${piece}`,
      ),
    )
    const cut = live.filter(
      (each) => each.source.length > 0 && each.target.length > 0 && piecesOf(each).some((piece) => leaving.has(piece)),
    )
    return { made: cut.map((each) => ({ ...each, status: "rejected" })), unmade: cut }
  })
}

export async function linkSections(house: House, input: LinkSectionsInput, actor: Actor): Promise<AlignmentResult> {
  return change(house, input, actor, "alignment/link", ({ links, documents, sections, made }) => {
    const from = documentIn(documents, input.from)
    const to = documentIn(documents, input.to)
    const source = readSections(input.source, from, sections)
    const target = readSections(input.target, to, sections)
    if (source.length === 0 || target.length === 0 || from.id === to.id)
      throw new Problem("input/invalid", { field: "sections" })
    const link = made(from, to, source, target, input.relation ?? "parallel")
    return { made: [link], unmade: links.filter((each) => contradicts(each, link)) }
  })
}

export async function markNoCounterpart(
  house: House,
  input: NoCounterpartInput,
  actor: Actor,
): Promise<AlignmentResult> {
  return change(house, input, actor, "alignment/none", ({ links, documents, sections, made }) => {
    const from = documentIn(documents, input.language)
    const to = documentIn(documents, input.missingIn)
    const source = readSections(input.sections, from, sections)
    if (source.length === 0 || from.id === to.id) throw new Problem("input/invalid", { field: "sections" })
    const none = made(from, to, source, [], "parallel")
    const cut = links.filter((each) => each.level === "section" && contradicts(each, none))
    const rejected = cut.filter(({ source: a, target: b }) => a.length > 0 && b.length > 0)
    return { made: [none, ...rejected.map((each) => ({ ...each, status: "rejected" as const }))], unmade: cut }
  })
}

/** Aligns again around what people confirmed or rejected. */
export async function realign(house: House, input: AlignmentInput, actor: Actor): Promise<AlignmentResult> {
  return change(house, input, actor, "alignment/again", () => ({ made: [], unmade: [] }))
}

interface State {
  readonly links: readonly StoredLink[]
  readonly documents: readonly StoredDocument[]
  readonly sections: ReadonlyMap<string, readonly StoredSection[]>
  /** A link somebody makes. */
  readonly made: (
    from: StoredDocument,
    to: StoredDocument,
    source: readonly string[],
    target: readonly string[],
    relation: StoredLink["relation"],
  ) => StoredLink
}

interface Decisions {
  readonly made: readonly StoredLink[]
  readonly unmade: readonly StoredLink[]
}

async function change(
  house: House,
  input: AlignmentInput,
  actor: Actor,
  action: string,
  decide: (state: State) => Decisions,
): Promise<AlignmentResult> {
  const { storage } = house
  const policy = await findPolicy(storage, input, actor, "alignment/change")
  if (policy.revision !== input.revision) {
    throw new Problem("alignment/stale", { policy: policy.id, base: input.revision, current: policy.revision })
  }
  const now = house.now().toISOString()
  const documents = sourceFirst(policy, await storage.documents.ofPolicies([policy.id]))
  const links = await storage.links.ofPolicy(policy.id)
  const sections = grouped(await storage.documents.sections(documents.map(({ id }) => id)), ({ document }) => document)
  const { made, unmade } = decide({ links, documents, sections, made: maker(house, policy, actor, now) })
  const gone = new Set(unmade.map(({ id }) => id))
  const decided = [
    ...links.filter(({ id, status }) => status !== "suggested" && !gone.has(id)),
    ...made.map((link) => ({
      ...link,
      confidence: link.status === "confirmed" ? 1 : link.confidence,
      decidedBy: actor.id,
      revision: gone.has(link.id) ? link.revision + 1 : link.revision,
      updatedAt: now,
    })),
  ]
  const changes = []
  for (const each of documents) {
    const { reading } = await storage.documents.current(each)
    changes.push({ id: each.id, language: each.language, old: reading, now: reading })
  }
  const rebuilt = await rebuild(house, { policy, documents: changes, decided, isPairingKept: false, author: actor.id })
  return storage.transaction(async (inside) => {
    const revision = await inside.policies.advance(policy.id, input.revision, now)
    await writeRebuilt(inside, policy, rebuilt, now)
    const told = [...made, ...unmade].map(({ id, source, target, status }) => ({ id, source, target, status }))
    await record(house, inside, actor, action, policy.id, { links: told })
    const units = rebuilt.bitexts.reduce(
      (sum, { carried }) => sum + carried.changed.length + carried.inserted.length,
      0,
    )
    return { revision, units }
  })
}

function maker(house: House, policy: Policy, actor: Actor, now: string): State["made"] {
  return (from, to, source, target, relation) => ({
    id: house.randomId(),
    policy: policy.id,
    level: "section",
    sourceDocument: from.id,
    targetDocument: to.id,
    source,
    target,
    relation,
    confidence: 1,
    status: "confirmed",
    decidedBy: actor.id,
    revision: 1,
    updatedAt: now,
  })
}

function linkOf(links: readonly StoredLink[], id: string): StoredLink {
  const link = links.find((each) => each.id === id)
  if (!link) throw new Problem("alignment/link", { link: id })
  return link
}

/** Between the same two documents, about one of the same sections: only one of the two can hold. */
function contradicts(link: StoredLink, made: StoredLink): boolean {
  const documents = (each: StoredLink) => [each.sourceDocument, each.targetDocument].toSorted().join()
  if (link.level !== "section" || documents(link) !== documents(made)) return false
  const pieces = new Set(piecesOf(made))
  return piecesOf(link).some((piece) => pieces.has(piece))
}

function documentIn(documents: readonly StoredDocument[], language: string): StoredDocument {
  const document = documents.find((each) => each.language === language)
  if (!document) throw new Problem("policy/language", { language })
  return document
}

function readSections(
  ordinals: readonly number[],
  document: StoredDocument,
  sections: ReadonlyMap<string, readonly StoredSection[]>,
): string[] {
  const known = new Set(sections.get(document.id)?.map(({ ordinal }) => ordinal))
  if (!ordinals.every((each) => known.has(each))) throw new Problem("input/invalid", { field: "sections" })
  return [...new Set(ordinals)].sort((a, b) => a - b).map(String)
}
