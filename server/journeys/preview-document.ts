// What would be read from a file, for the import wizard. Nothing is written.
import { Problem } from "../../src/errors.ts"
import type { Document } from "../../src/model/document.ts"
import type { Finding } from "../../src/model/finding.ts"
import type { StoredDocument } from "../storage/types.ts"
import { languageOf, readFile, sizes, type IncomingFile } from "./add-documents.ts"
import { findPolicy } from "./find.ts"
import type { Actor, House } from "./house.ts"
import { demand } from "./rights.ts"
import { words } from "./units/carry.ts"
import { checkedBlock } from "./units/findings.ts"

export interface PreviewDocumentInput {
  readonly files: readonly IncomingFile[]
  readonly project?: string
  readonly policy?: string
}

export interface PreviewedDocument {
  readonly name: string
  /** null when it was read. */
  readonly problem: {
    readonly code: string
    readonly data: Readonly<Record<string, string | number>>
    readonly line: number | null
    readonly column: number | null
  } | null
  readonly format: string
  readonly encoding: string
  readonly length: number
  /** Claimed, else declared by the file, else identified. */
  readonly language: string
  readonly declared: string | null
  /** Ranked, best first. */
  readonly identified: readonly { readonly tag: string; readonly confidence: number }[]
  readonly sections: readonly {
    readonly heading: string
    readonly level: number
    readonly segments: number
    readonly words: number
    /** Language of the section where it can be told; null otherwise. */
    readonly language: string | null
    /** First words, for the eye. */
    readonly start: string
  }[]
  readonly segments: number
  readonly words: number
  /** Findings by check and kind. */
  readonly findings: readonly { readonly check: string; readonly kind: string; readonly count: number }[]
  /** A document of that language is already in the policy: this would be its next revision. */
  readonly replaces: { readonly name: string; readonly revision: number } | null
}

export async function previewDocument(
  house: House,
  input: PreviewDocumentInput,
  actor: Actor,
): Promise<PreviewedDocument[]> {
  demand(actor, "document/add")
  const stored = await storedDocuments(house, input, actor)
  return Promise.all(input.files.map((file) => previewOne(house, file, stored)))
}

/** Documents of the policy named, if there is one yet. */
async function storedDocuments(house: House, input: PreviewDocumentInput, actor: Actor): Promise<StoredDocument[]> {
  if (input.policy === undefined) return []
  try {
    const policy = await findPolicy(house.storage, { project: input.project, policy: input.policy }, actor)
    return await house.storage.documents.ofPolicies([policy.id])
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return []
    throw error
  }
}

async function previewOne(
  house: House,
  file: IncomingFile,
  stored: readonly StoredDocument[],
): Promise<PreviewedDocument> {
  try {
    const reading = await readFile(house, file)
    const { document, languages, sectionLanguages } = reading
    const language = languages.length > 0 || file.language || document.declared ? languageOf(file, reading) : "und"
    const [seen = []] = await house.analyse("check", {
      texts: [
        {
          language,
          blocks: document.blocks.map(checkedBlock),
        },
      ],
    })
    const former = stored.find((each) => each.language === language)
    return {
      name: file.name,
      problem: null,
      format: document.format,
      encoding: document.encoding,
      length: document.text.length,
      language,
      declared: document.declared ?? null,
      identified: languages,
      sections: document.sections.map(({ heading, level, segments }, at) => ({
        heading,
        level,
        segments: segments.length,
        words: segments.reduce((sum, { text }) => sum + words(text), 0),
        language: sectionLanguages[at] ?? null,
        start: startOf(segments, heading),
      })),
      ...sizesWithoutSections(document),
      findings: counted(seen),
      replaces: former ? { name: former.name, revision: former.revision } : null,
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { ...unread(file), problem: problemOf(error) }
  }
}

function problemOf({ code, data, place }: Problem): PreviewedDocument["problem"] {
  return { code, data, line: place.line ?? null, column: place.column ?? null }
}

function unread(file: IncomingFile): Omit<PreviewedDocument, "problem"> {
  return {
    name: file.name,
    format: "",
    encoding: "",
    length: 0,
    language: file.language ?? "und",
    declared: null,
    identified: [],
    sections: [],
    segments: 0,
    words: 0,
    findings: [],
    replaces: null,
  }
}

function sizesWithoutSections(document: Document): { segments: number; words: number } {
  const { segments, words: count } = sizes(document)
  return { segments, words: count }
}

function counted(findings: readonly Finding[]): { check: string; kind: string; count: number }[] {
  const counts = new Map<string, { check: string; kind: string; count: number }>()
  for (const { check, kind } of findings) {
    const key = `${check} ${kind}`
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { check, kind, count: 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}

/** The first words under the heading, for the eye. */
function startOf(segments: readonly { readonly text: string }[], heading: string): string {
  const text = segments.map((segment) => segment.text.trim()).join(" ")
  return (text.startsWith(heading) ? text.slice(heading.length).trimStart() : text).slice(0, 160)
}
