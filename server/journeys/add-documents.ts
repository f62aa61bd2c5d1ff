// Documents in: read, aligned with the others of their policy, cut into units, checked, kept. One transaction.
import { Problem } from "../../src/errors.ts"
import type { LostReason } from "../../src/align/carry.ts"
import { profiles } from "../../src/language/index.ts"
import type { Document } from "../../src/model/document.ts"
import { digest } from "../storage/policies.ts"
import type { Storage } from "../storage/storage.ts"
import type { Policy, StoredDocument } from "../storage/types.ts"
import type { Reading } from "../workers/tasks.ts"
import { projectFor } from "./find.ts"
import type { Actor, House } from "./house.ts"
import { record } from "./record.ts"
import { demand } from "./rights.ts"
import { words } from "./units/carry.ts"
import { rebuild, writeRebuilt, type DocumentChange, type Rebuilt } from "./units/rebuild.ts"

export interface IncomingFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Claimed language; identified when absent. */
  readonly language?: string
  /** Format id; sniffed when absent. */
  readonly format?: string
}

export interface AddDocumentsInput {
  /** Project id or name; the only project, or "main", when absent. */
  readonly project?: string
  /** Name or id of the policy; made when there is none. */
  readonly policy: string
  readonly files: readonly IncomingFile[]
  /** For a new policy; otherwise English if among the files, else the first. */
  readonly sourceLanguage?: string
}

export interface AddedDocument {
  readonly id: string
  readonly name: string
  readonly format: string
  readonly language: string
  /** What the text itself looks like, and how sure that is. */
  readonly identified: { readonly tag: string; readonly confidence: number }
  /** 1 for the first, more for a new revision; the same as before when the bytes are the same. */
  readonly revision: number
  readonly isUnchanged: boolean
  readonly sections: number
  readonly segments: number
  readonly words: number
}

export interface AddDocumentsResult {
  readonly policy: { readonly id: string; readonly name: string; readonly project: string }
  readonly documents: readonly AddedDocument[]
  readonly bitexts: readonly {
    readonly from: string
    readonly to: string
    readonly units: number
    readonly aligned: number
    readonly findings: number
    /** Against the former revision. */
    readonly kept: number
    readonly outdated: number
    readonly added: number
    readonly removed: number
  }[]
  /** Decisions about links that do not hold for the new text, with the reason. */
  readonly lostDecisions: readonly { readonly level: "section" | "segment"; readonly reason: LostReason }[]
}

/** Most bytes of one document. */
export const documentLimit = 5 * 1024 * 1024

/** How sure identification must be to overrule what a file says of itself: copied templates keep their lang="en". */
const sureEnough = 0.9

/** How often the work is repeated when others changed the policy meanwhile. */
const attempts = 5

/**
 * @throws Problem "input/…" of the format that refuses, "policy/language" when a language cannot be told,
 *   "session/forbidden"
 */
export async function addDocuments(house: House, input: AddDocumentsInput, actor: Actor): Promise<AddDocumentsResult> {
  const name = input.policy.normalize("NFC").trim()
  if (name === "" || name.length > 200) throw new Problem("input/invalid", { field: "policy" })
  if (input.files.length === 0) throw new Problem("input/empty", { name })
  // A second file in a language is a new revision of the first: it goes in after it.
  const results: AddDocumentsResult[] = []
  for (const files of rounds(await readFiles(house, input.files))) {
    results.push(await addPersistently(house, { ...input, policy: name }, files, actor))
  }
  return { ...results.at(-1)!, documents: results.flatMap(({ documents }) => documents) }
}

async function addPersistently(
  house: House,
  input: AddDocumentsInput,
  files: readonly ReadFile[],
  actor: Actor,
): Promise<AddDocumentsResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await addOnce(house, input, files, actor)
    } catch (error) {
      const isOvertaken = error instanceof Problem && (error.code === "alignment/stale" || error.code === "unit/stale")
      if (!isOvertaken || attempt === attempts) throw error
      house.log.info({ policy: input.policy, attempt }, "documents are added again: the policy changed meanwhile")
    }
  }
}

interface ReadFile {
  readonly file: IncomingFile
  readonly reading: Reading
  readonly language: string
}

/** The files of each language in turn: every first one, then every second one, and so on. */
function rounds(files: readonly ReadFile[]): ReadFile[][] {
  const made: ReadFile[][] = []
  for (const file of files) {
    const round = made.find((each) => !each.some(({ language }) => language === file.language))
    if (round) round.push(file)
    else made.push([file])
  }
  return made
}

/** The language a file name speaks of: "tk.md", "privacy.tk.md". An English text in tk.md is an untranslated document. */
function namedLanguage(name: string): string | undefined {
  const tag = /^(?:.*\.)?([a-z]{2,3}(?:[-_][A-Za-z]{2,4})?)\.[^.]+$/.exec(name)?.[1]?.replace("_", "-")
  return tag && profiles.some((profile) => profile.tag === base(tag)) ? tag : undefined
}

/** Claimed, else named by the file, else declared unless the text is surely something else, else identified. */
export function languageOf(file: IncomingFile, { document, languages }: Reading): string {
  const [best] = languages
  const seen = best && best.tag !== "und" ? best : undefined
  const claimed = file.language ?? namedLanguage(file.name)
  if (claimed) return canonical(claimed)
  if (document.declared && isTag(document.declared)) {
    const isOverruled = seen && seen.confidence >= sureEnough && base(seen.tag) !== base(document.declared)
    return canonical(isOverruled ? seen.tag : document.declared)
  }
  if (!seen) throw new Problem("policy/language", { language: "und", name: file.name })
  return canonical(seen.tag)
}

async function readFiles(house: House, files: readonly IncomingFile[]): Promise<ReadFile[]> {
  const read: ReadFile[] = []
  for (const file of files) {
    const reading = await readFile(house, file)
    const language = languageOf(file, reading)
    read.push({ file, reading, language })
  }
  return read
}

export function readFile(house: House, file: IncomingFile): Promise<Reading> {
  return house.analyse("read", {
    bytes: file.bytes,
    name: file.name,
    maxBytes: documentLimit,
    ...(file.format === undefined ? {} : { format: file.format }),
  })
}

async function addOnce(
  house: House,
  input: AddDocumentsInput,
  files: readonly ReadFile[],
  actor: Actor,
): Promise<AddDocumentsResult> {
  const { storage } = house
  const now = house.now().toISOString()
  const project = await projectFor(storage, input.project, now, house.randomId)
  for (const { language } of files) demand(actor, "document/add", { project: project.id, language })
  const known = await storage.policies.find(input.policy, project.id)
  const policy = known ?? newPolicy(input, files, project.id, now, house.randomId)
  const stored = known ? await storage.documents.ofPolicies([known.id]) : []
  const digests = await storage.documents.digests(stored)
  const changes = await documentChanges(house, stored, digests, files)
  if (changes.every(({ old, now: next }) => old === next)) return describe(policy, files, changes, stored, null)

  const decided = known ? (await storage.links.ofPolicy(known.id)).filter(({ status }) => status !== "suggested") : []
  const rebuilt = await rebuild(house, { policy, documents: changes, decided, isPairingKept: true, author: actor.id })
  await storage.transaction(async (inside) => {
    if (known) await inside.policies.advance(policy.id, policy.revision, now)
    else await inside.policies.insert(policy)
    await keep(inside, policy, files, changes, stored, now, actor.id)
    await writeRebuilt(inside, policy, rebuilt, now)
    await record(house, inside, actor, "document/add", policy.id, {
      files: files.map(({ file, language }) => ({ name: file.name, language, digest: digest(file.bytes) })),
      ...(rebuilt.lost.length > 0 ? { lostDecisions: toldOf(rebuilt.lost) } : {}),
    })
  })
  return describe(policy, files, changes, stored, rebuilt)
}

function newPolicy(
  input: AddDocumentsInput,
  files: readonly ReadFile[],
  project: string,
  now: string,
  randomId: () => string,
): Policy {
  const languages = files.map(({ language }) => language)
  const english = languages.find((language) => base(language) === "en")
  return {
    id: randomId(),
    project,
    name: input.policy,
    sourceLanguage: input.sourceLanguage ? canonical(input.sourceLanguage) : (english ?? languages[0]!),
    revision: 1,
    createdAt: now,
    updatedAt: now,
  }
}

/** Every document of the policy, as it was and as it will be; the same object where nothing changes. */
async function documentChanges(
  house: House,
  stored: readonly StoredDocument[],
  digests: ReadonlyMap<string, string>,
  files: readonly ReadFile[],
): Promise<DocumentChange[]> {
  const changes: DocumentChange[] = []
  for (const each of stored) {
    const old = (await house.storage.documents.current(each)).reading
    const file = files.find(({ language }) => language === each.language)
    const isSame = !file || digests.get(each.id) === digest(file.file.bytes)
    changes.push({ id: each.id, language: each.language, old, now: isSame ? old : file.reading.document })
  }
  for (const { language, reading } of files) {
    if (stored.some((each) => each.language === language)) continue
    changes.push({ id: house.randomId(), language, old: null, now: reading.document })
  }
  return changes
}

async function keep(
  storage: Storage,
  policy: Policy,
  files: readonly ReadFile[],
  changes: readonly DocumentChange[],
  stored: readonly StoredDocument[],
  now: string,
  author: string | null,
): Promise<void> {
  for (const { id, language, old, now: document } of changes) {
    const file = files.find((each) => each.language === language)
    if (!file || old === document) continue
    const revision = (stored.find((each) => each.id === id)?.revision ?? 0) + 1
    const name = file.file.name || `${language}.${document.format}`
    await storage.documents.addRevision(
      { id, policy: policy.id, language, name, format: document.format, revision, updatedAt: now },
      {
        number: revision,
        name,
        format: document.format,
        bytes: file.file.bytes,
        reading: document,
        createdAt: now,
        createdBy: author,
      },
    )
  }
}

function describe(
  policy: Policy,
  files: readonly ReadFile[],
  changes: readonly DocumentChange[],
  stored: readonly StoredDocument[],
  rebuilt: Rebuilt | null,
): AddDocumentsResult {
  return {
    policy: { id: policy.id, name: policy.name, project: policy.project },
    documents: files.map(({ file, reading, language }): AddedDocument => {
      const change = changes.find((each) => each.language === language)!
      const isUnchanged = change.old === change.now
      const former = stored.find(({ id }) => id === change.id)?.revision ?? 0
      return {
        id: change.id,
        name: file.name,
        format: reading.document.format,
        language,
        identified: reading.languages[0] ?? { tag: "und", confidence: 0 },
        revision: isUnchanged ? former : former + 1,
        isUnchanged,
        ...sizes(reading.document),
      }
    }),
    bitexts: (rebuilt?.bitexts ?? []).map(({ bitext: { from, to }, carried, open }) => ({
      from,
      to,
      units: carried.units.length,
      aligned: carried.units.filter(({ sourceBlock, targetBlocks }) => sourceBlock !== null && targetBlocks.length > 0)
        .length,
      findings: open,
      ...carried.counts,
    })),
    lostDecisions: (rebuilt?.lost ?? []).map(({ decision: { level }, reason }) => ({ level, reason })),
  }
}

function toldOf(lost: Rebuilt["lost"]): Record<string, unknown>[] {
  return lost.map(({ decision: { id, source, target, status }, reason }) => ({ id, source, target, status, reason }))
}

export function sizes(document: Document): { sections: number; segments: number; words: number } {
  const segments = document.sections.flatMap((section) => section.segments)
  return {
    sections: document.sections.length,
    segments: segments.length,
    words: segments.reduce((sum, { text }) => sum + words(text), 0),
  }
}

/** @throws Problem "input/invalid" for what is no BCP 47 tag */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0]!
  } catch (error) {
    throw new Problem("input/invalid", { field: "language" }, {}, { cause: error })
  }
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

function base(tag: string): string {
  return tag.split("-")[0]!.toLowerCase()
}
