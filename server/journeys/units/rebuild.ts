// From the documents of a policy and what people decided about their links: everything that follows from them. Aligned,
// cut into units, carried over from the units there were, checked. Computed first, outside any transaction; written in one.
import { matchBlocks } from "../../../src/align/blocks.ts"
import { carryDecisions, type CarriedDecisions } from "../../../src/align/carry.ts"
import type { Link } from "../../../src/model/bitext.ts"
import type { Document } from "../../../src/model/document.ts"
import type { Alignment } from "../../../src/align/index.ts"
import type { Storage } from "../../storage/storage.ts"
import type { Bitext, Policy, StoredLink, StoredSection } from "../../storage/types.ts"
import type { House } from "../house.ts"
import { carry, words, type Carried } from "./carry.ts"
import { drafts } from "./drafts.ts"
import { checkedText, diffFindings, type FindingChanges } from "./findings.ts"

/** One document of the policy, as it was and as it will be. */
export interface DocumentChange {
  readonly id: string
  readonly language: string
  /** null: there was none. */
  readonly old: Document | null
  readonly now: Document
}

export interface RebuildInput {
  readonly policy: Policy
  readonly documents: readonly DocumentChange[]
  /** Confirmed and rejected links, in terms of the old documents. */
  readonly decided: readonly StoredLink[]
  readonly isPairingKept: boolean
  readonly author: string | null
  /** Bitexts to make besides those there are and those from the source language. */
  readonly wanted?: readonly { readonly from: string; readonly to: string }[]
  /** Leave everything but the wanted bitexts as it is. */
  readonly isOnlyWanted?: boolean
}

export interface Rebuilt {
  readonly links: readonly StoredLink[]
  /** Decisions that do not hold for the new documents. */
  readonly lost: CarriedDecisions<StoredLink>["lost"]
  readonly sections: ReadonlyMap<string, readonly StoredSection[]>
  readonly bitexts: readonly RebuiltBitext[]
}

export interface RebuiltBitext {
  readonly bitext: Bitext
  readonly isNew: boolean
  readonly carried: Carried
  readonly findings: FindingChanges
  /** Open findings afterwards. */
  readonly open: number
}

export async function rebuild(house: House, input: RebuildInput): Promise<Rebuilt> {
  const { documents, policy } = input
  const now = house.now().toISOString()
  const matches = new Map(
    documents.map(({ language, old, now: next }) => [language, old && old !== next ? matchBlocks(old, next) : null]),
  )
  const revised = documents.map((each) => ({ ...each, blocks: matches.get(each.language) ?? null }))
  const { held: decided, lost } = carryDecisions(revised, input.decided)
  const alignment = await house.analyse("align", {
    documents: documents.map(({ now: document, language }) => ({ document, language })),
    links: decided.map((link) => numbered(link, documents)),
  })
  const links = [...decided, ...suggested(alignment, documents, decided, policy.id, now, house.randomId)]

  const bitexts: RebuiltBitext[] = []
  for (const { bitext, isNew } of await bitextsOf(house, input)) {
    const old = isNew ? [] : await house.storage.units.ofBitext(bitext.id)
    const side = (language: string) => {
      const index = documents.findIndex((each) => each.language === language)
      return index < 0 ? null : { index, document: documents[index]!.now }
    }
    const isOwn = bitext.from === bitext.to
    const target = documents.find(({ language }) => language === bitext.to)
    const carried = carry({
      bitext,
      old,
      drafts: drafts(isOwn ? null : side(bitext.from), side(bitext.to), alignment.links),
      from: matches.get(bitext.from) ?? null,
      to: matches.get(bitext.to) ?? null,
      isTargetNew: target !== undefined && target.old !== target.now,
      isPairingKept: input.isPairingKept,
      author: input.author,
      now,
      randomId: house.randomId,
    })
    bitexts.push({ bitext, isNew, carried, ...(await checked(house, bitext, carried, now)) })
  }
  return { links, lost, sections: sectionsOf(documents, alignment), bitexts }
}

/** Writes what was computed; to be called inside the transaction. */
export async function writeRebuilt(storage: Storage, policy: Policy, rebuilt: Rebuilt, now: string): Promise<void> {
  for (const [document, sections] of rebuilt.sections) await storage.documents.replaceSections(document, sections)
  const before = await storage.links.ofPolicy(policy.id)
  await storage.links.remove(before.map(({ id }) => id))
  await storage.links.insert(rebuilt.links)
  await writeBitexts(storage, rebuilt.bitexts, now)
}

export async function writeBitexts(storage: Storage, bitexts: readonly RebuiltBitext[], now: string): Promise<void> {
  for (const { bitext, isNew, carried, findings } of bitexts) {
    if (isNew) await storage.bitexts.insert(bitext, now)
    await storage.units.insert(carried.inserted)
    await storage.units.saveMany(carried.changed, 1)
    await storage.units.saveMany(carried.moved, 0)
    await storage.history.append(carried.history)
    await storage.suggestions.insert(carried.suggestions)
    await storage.findings.insert(findings.inserted)
    await storage.findings.saveMany(findings.changed)
  }
}

async function checked(house: House, bitext: Bitext, carried: Carried, now: string) {
  const before = [...carried.units, ...carried.changed.filter(({ removedAt }) => removedAt !== null)]
  const known = await house.storage.findings.ofUnits(
    before.filter(({ revision, createdAt }) => revision > 1 || createdAt !== now).map(({ id }) => id),
  )
  const [seen = []] = await house.analyse("check", { texts: [checkedText(carried.units, bitext.to)] })
  const findings = diffFindings(carried.units, known, seen, now, house.randomId)
  const changed = new Map(findings.changed.map((each) => [each.id, each]))
  const open = [...findings.inserted, ...known.map((each) => changed.get(each.id) ?? each)]
  return { findings, open: open.filter(({ status }) => status === "open").length }
}

/** Those there are, the source language's to every language with a document, and those asked for. */
async function bitextsOf(house: House, input: RebuildInput): Promise<{ bitext: Bitext; isNew: boolean }[]> {
  const { policy, documents, wanted = [] } = input
  const known = await house.storage.bitexts.ofPolicies([policy.id])
  const pairs = [...documents.map(({ language }) => ({ from: policy.sourceLanguage, to: language })), ...wanted]
  const missing = pairs.filter(
    ({ from, to }, at) =>
      !known.some((each) => each.from === from && each.to === to) &&
      pairs.findIndex((each) => each.from === from && each.to === to) === at,
  )
  const made = missing.map(({ from, to }) => ({
    isNew: true,
    bitext: { id: house.randomId(), policy: policy.id, from, to, isPrimary: from === policy.sourceLanguage },
  }))
  const all = [...known.map((bitext) => ({ bitext, isNew: false })), ...made]
  if (!input.isOnlyWanted) return all
  return all.filter(({ bitext }) => wanted.some(({ from, to }) => bitext.from === from && bitext.to === to))
}

function numbered(link: StoredLink, documents: readonly DocumentChange[]): Link {
  const prefix = (pieces: readonly string[], id: string) => {
    const index = documents.findIndex((each) => each.id === id)
    return pieces.map((piece) => `${index}/${piece}`)
  }
  const isNone = link.level === "section" && (link.source.length === 0 || link.target.length === 0)
  // The aligner takes a side without sections for "nothing in any language"; people said it of one: no link to it.
  const everything = (id: string) => documents.find((each) => each.id === id)?.now.sections.map((each) => each.id) ?? []
  if (isNone) {
    const side = (pieces: readonly string[], id: string) => prefix(pieces.length > 0 ? pieces : everything(id), id)
    return {
      level: link.level,
      source: side(link.source, link.sourceDocument),
      target: side(link.target, link.targetDocument),
      relation: link.relation,
      confidence: link.confidence,
      status: "rejected",
    }
  }
  return {
    level: link.level,
    source: prefix(link.source, link.sourceDocument),
    target: prefix(link.target, link.targetDocument),
    relation: link.relation,
    confidence: link.confidence,
    status: link.status,
  }
}

/** The section links the alignment proposes, without what was decided already. */
function suggested(
  alignment: Alignment,
  documents: readonly DocumentChange[],
  decided: readonly StoredLink[],
  policy: string,
  now: string,
  randomId: () => string,
): StoredLink[] {
  const key = (from: string, to: string, source: readonly string[], target: readonly string[]) =>
    JSON.stringify([from, to, source.toSorted(), target.toSorted()])
  const known = new Set(
    decided.flatMap((link) => [
      key(link.sourceDocument, link.targetDocument, link.source, link.target),
      key(link.targetDocument, link.sourceDocument, link.target, link.source),
    ]),
  )
  return alignment.links.flatMap((link): StoredLink[] => {
    if (
      link.level !== "section" ||
      link.status === "rejected" ||
      link.source.length === 0 ||
      link.target.length === 0
    ) {
      return []
    }
    const from = documents[Number(link.source[0]!.split("/")[0])]
    const to = documents[Number(link.target[0]!.split("/")[0])]
    if (!from || !to) return []
    const strip = (pieces: readonly string[]) => pieces.map((piece) => piece.slice(piece.indexOf("/") + 1))
    const source = strip(link.source)
    const target = strip(link.target)
    if (known.has(key(from.id, to.id, source, target))) return []
    return [
      {
        id: randomId(),
        policy,
        level: "section",
        sourceDocument: from.id,
        targetDocument: to.id,
        source,
        target,
        relation: link.relation,
        confidence: link.confidence,
        status: "suggested",
        decidedBy: null,
        revision: 1,
        updatedAt: now,
      },
    ]
  })
}

function sectionsOf(documents: readonly DocumentChange[], alignment: Alignment): Map<string, readonly StoredSection[]> {
  const topics = new Map(alignment.sections.map((each) => [each.id, each]))
  return new Map(
    documents.map(({ id, now }, index) => [
      id,
      now.sections.map((section) => {
        const topic = topics.get(`${index}/${section.id}`)
        return {
          document: id,
          ordinal: Number(section.id),
          heading: section.heading,
          level: section.level,
          topic: topic?.topic ?? null,
          topicConfidence: topic?.topicConfidence ?? 0,
          words: section.segments.reduce((sum, { text }) => sum + words(text), 0),
        }
      }),
    ]),
  )
}
