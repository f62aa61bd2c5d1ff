// The register of checks, and the two doors: a text's blocks (the workbench), a document (the command line).
import { plain } from "../content.ts"
import { Analysis } from "../language/analysis.ts"
import { identify, type Identified } from "../language/identify.ts"
import { profileOf } from "../language/index.ts"
import type { Block, Document, Span } from "../model/document.ts"
import type { Finding, Fix, Severity } from "../model/finding.ts"
import { fileSpan } from "../segment/offsets.ts"
import { bulletWord } from "./bullet-word.ts"
import { calque } from "./calque.ts"
import { doublet } from "./doublet.ts"
import { duplicate } from "./duplicate.ts"
import { glued } from "./glued.ts"
import { inconsistentTerm } from "./inconsistent-term.ts"
import { numbers } from "./numbers.ts"
import { placeholders } from "./placeholders.ts"
import { punctuation } from "./punctuation.ts"
import { residue } from "./residue.ts"
import type { Check, CheckedBlock, CheckedText, Found } from "./check.ts"
import { fingerprints } from "./fingerprint.ts"
import { mixedLanguage } from "./mixed-language.ts"
import { wholePassages } from "./whole-passages.ts"

export type { Check, CheckedBlock, CheckedText } from "./check.ts"

export const checks: readonly Check[] = [
  mixedLanguage,
  calque,
  inconsistentTerm,
  bulletWord,
  glued,
  punctuation,
  duplicate,
  doublet,
  residue,
  numbers,
  placeholders,
]

export interface CheckOptions {
  /** Ids of checks, or kinds of findings, not wanted. */
  readonly off?: readonly string[]
  /** Severity by check id or kind, in place of the check's own. */
  readonly severities?: Readonly<Record<string, Severity>>
}

/** Findings of all checks, block by block and in order; offsets in the block's text. Never throws. */
export function check(text: CheckedText, { off = [], severities = {} }: CheckOptions = {}): Finding[] {
  const { language, brands = [], blocks } = text
  const subject = { ...text, profile: profileOf(language), analysis: new Analysis(blocks, { language, brands }) }
  const found: { readonly one: Found; readonly check: string }[] = []
  for (const { id, run } of checks) {
    if (off.includes(id)) continue
    for (const one of run(subject)) if (!off.includes(one.kind)) found.push({ one, check: id })
  }
  found.sort(({ one: a }, { one: b }) => a.at - b.at || a.start - b.start || a.end - b.end)
  const name = fingerprints(blocks)
  // Written out: text that is one mistake after another has a million of these.
  return found.map(({ one, check: id }): Finding => {
    const { at, kind, start, end, confidence, message, language: spoken, fix } = one
    const severity = severities[kind] ?? severities[id] ?? one.severity
    const block = blocks[at]!
    const fingerprint = name({ check: id, kind, start, end }, at)
    const base = { check: id, kind, start, end, severity, confidence, message, block: block.id, fingerprint }
    const finding: Finding & { language?: string; fix?: Fix } = { ...base, text: block.text.slice(start, end) }
    if (spoken !== undefined) finding.language = spoken
    if (fix !== undefined) finding.fix = fix
    return finding
  })
}

export interface DocumentCheck {
  readonly language: Identified
  readonly findings: readonly Finding[]
}

/**
 * Findings of a document; offsets in the file. Stretches of the document in one wrong language are said once.
 *
 * @param language the document's; without it what the document declares, else what it seems to be
 */
export function checkDocument(
  document: Document,
  { language, brands, off, severities }: CheckOptions & { language?: string; brands?: readonly string[] } = {},
): DocumentCheck {
  const blocks = document.blocks.map(checkedBlock)
  const tag = language ?? document.declared
  const guessed = identify(blocks.map(({ text }) => text).join("\n"))
  const known: Identified = tag
    ? { tag, confidence: language ? 1 : 0.9 }
    : (guessed[0] ?? { tag: "und", confidence: 0 })
  const findings = check(
    { language: known.tag, blocks, ...(brands ? { brands } : {}) },
    { ...(off ? { off } : {}), ...(severities ? { severities } : {}) },
  )
  const places = new Map(document.blocks.map((block) => [block.id, block]))
  const placed = findings.map((finding) => inFile(finding, places.get(finding.block)!, document.text))
  return { language: known, findings: wholePassages(placed, document) }
}

function checkedBlock({ id, kind, content }: Block): CheckedBlock {
  const keep: Span[] = []
  let at = 0
  for (const part of content) {
    const length = typeof part === "string" ? part.length : (part.equiv ?? "").length
    if (typeof part !== "string" && (part.type === "code" || part.type === "variable") && length > 0)
      keep.push({ start: at, end: at + length })
    at += length
  }
  return { id, kind, text: plain(content), ...(keep.length > 0 ? { keep } : {}) }
}

function inFile(finding: Finding, block: Block, text: string): Finding {
  const span = fileSpan(block, finding)
  const { fix } = finding
  // A fix is offered where the file says what the text says; behind an entity it would replace markup.
  const slice = text.slice(span.start, span.end)
  const isPlain = slice === finding.text
  const { fix: _, ...rest } = finding
  return {
    ...rest,
    ...span,
    text: slice,
    ...(fix && isPlain ? { fix: { ...fileSpan(block, fix), text: fix.text } } : {}),
  }
}
