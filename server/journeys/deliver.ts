// The translated document in the format of its source: only translated text and the language marks differ.
import { isSameContent, plain } from "../../src/content.ts"
import { Problem } from "../../src/errors.ts"
import { formats } from "../../src/formats/index.ts"
import { directionOf } from "../../src/language/index.ts"
import type { Content, Document } from "../../src/model/document.ts"
import type { StoredUnit } from "../storage/types.ts"
import { findPolicy } from "./find.ts"
import type { Actor, House } from "./house.ts"
import { bitextFor } from "./units/bitext.ts"
import { isEdited } from "./units/carry.ts"
import { adoptCodes, joinContents } from "./units/codes.ts"

export interface DeliverInput {
  readonly project?: string
  readonly policy: string
  /** The source language when absent; the same as `to` for the language's own document. */
  readonly from?: string
  readonly to: string
}

export interface DeliverResult {
  /** privacy.tk.md */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly units: { readonly total: number; readonly translated: number }
  /** What still stands in the source language. */
  readonly untranslated: readonly { readonly unit: string; readonly section: number | null; readonly source: string }[]
}

/** @throws Problem "policy/unknown", "policy/language" when there is no document to write into */
export async function deliver(house: House, input: DeliverInput, actor: Actor): Promise<DeliverResult> {
  const { storage } = house
  const to = input.to
  const policy = await findPolicy(storage, input, actor, "document/deliver", to)
  const from = input.from ?? policy.sourceLanguage
  const stored = (await storage.documents.ofPolicies([policy.id])).find(({ language }) => language === from)
  if (!stored) throw new Problem("policy/language", { language: from })
  const { reading: document } = await storage.documents.current(stored)
  const isOwn = from === to
  const known = await storage.bitexts.find(policy.id, isOwn ? policy.sourceLanguage : from, to)
  const bitext = known ?? (await bitextFor(house, policy, from, to, actor))
  const units = await storage.units.ofBitext(bitext.id)
  const replacements = isOwn ? ownText(units, document) : translation(units)
  const bytes = await house.analyse("write", {
    document,
    replacements,
    ...(isOwn ? {} : { language: { tag: to, direction: directionOf(to) } }),
  })
  const wanted = units.filter((unit) => (isOwn ? unit.targetBlocks.length > 0 : isWorded(unit)))
  const missing = isOwn ? [] : wanted.filter((unit) => !isDelivered(unit))
  return {
    name: deliveredName(stored.name, from, to),
    mediaType: formats.find(({ id }) => id === document.format)?.mediaType ?? "application/octet-stream",
    bytes,
    units: { total: wanted.length, translated: wanted.length - missing.length },
    untranslated: missing.map(({ id, sourceSection, source }) => ({
      unit: id,
      section: sourceSection,
      source: plain(source),
    })),
  }
}

/** What is the same in both languages stays as it stands in the file, line breaks and all. */
function translation(units: readonly StoredUnit[]): Map<string, Content> {
  const found = new Map<string, Content>()
  for (const unit of units) {
    const { sourceBlock, source, target } = unit
    if (sourceBlock === null || target === null || !isDelivered(unit) || isSameContent(source, target)) continue
    found.set(sourceBlock, target)
  }
  return found
}

/** Drafts are not delivered: the source stays, and is listed as untranslated. */
function isDelivered({ target, state }: StoredUnit): boolean {
  return target !== null && state !== "initial"
}

function isWorded({ sourceBlock, source }: StoredUnit): boolean {
  return sourceBlock !== null && /[\p{L}\p{N}]/u.test(plain(source))
}

/**
 * The language's own document with what people changed in it. Units and blocks that belong together (one block cut
 * between two units, two blocks in one unit) are written together, into the first block.
 */
function ownText(units: readonly StoredUnit[], document: Document): Map<string, Content> {
  const found = new Map<string, Content>()
  const blocks = new Map(document.blocks.map((block) => [block.id, block.content]))
  for (const group of together(units)) {
    if (!group.some((unit) => isEdited(unit))) continue
    const ids = [...new Set(group.flatMap(({ targetBlocks }) => targetBlocks))]
    const [first, ...rest] = document.blocks.map(({ id }) => id).filter((id) => ids.includes(id))
    if (first === undefined) continue
    const text = joinContents(group.map(({ target }) => target ?? []))
    found.set(first, adoptCodes(text, joinContents(ids.map((id) => blocks.get(id) ?? [])), false))
    for (const id of rest) found.set(id, [])
  }
  return found
}

/** Units that share blocks of the target, in reading order. */
function together(units: readonly StoredUnit[]): StoredUnit[][] {
  const groupOf = new Map<string, StoredUnit[]>()
  for (const unit of units) {
    if (unit.targetBlocks.length === 0) continue
    const groups = [
      ...new Set(unit.targetBlocks.map((block) => groupOf.get(block)).filter((group) => group !== undefined)),
    ]
    const group = [...groups.flat(), unit]
    for (const each of group) for (const block of each.targetBlocks) groupOf.set(block, group)
  }
  return [...new Set(groupOf.values())]
}

/** privacy.en.md, privacy_en.md and en.md become privacy.tk.md, privacy_tk.md and tk.md; others get the tag. */
export function deliveredName(name: string, from: string, to: string): string {
  if (from === to) return name
  const dot = name.lastIndexOf(".")
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""]
  const marked = new RegExp(`(^|[._-])${from.replace(/[^\w-]/g, "")}$`, "i")
  return marked.test(stem) ? `${stem.replace(marked, `$1${to}`)}${extension}` : `${stem}.${to}${extension}`
}
