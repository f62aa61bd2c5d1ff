// A section or a document in the wrong language is said once: blocks in a row that are untranslated to the last word
// become one finding over all of them.
import type { Document } from "../model/document.ts"
import type { Finding } from "../model/finding.ts"
import { plain } from "../content.ts"
import { digest } from "./fingerprint.ts"

/** Fewer blocks in a row keep a finding each. */
const fewest = 3
/** Share of a block's letters that must be untranslated. */
const nearlyAll = 0.8

/** @param findings of the document, in order, offsets in the file */
export function wholePassages(findings: readonly Finding[], document: Document): Finding[] {
  const byBlock = new Map<string, Finding[]>()
  for (const finding of findings) {
    const list = byBlock.get(finding.block)
    if (list) list.push(finding)
    else byBlock.set(finding.block, [finding])
  }
  const kept: Finding[] = []
  let run: { language: string; blocks: number; findings: Finding[] } | undefined
  let spoken = 0
  const close = () => {
    if (!run) return
    const inside = run.findings.filter(isForeign)
    if (run.blocks < fewest) kept.push(...run.findings)
    else kept.push(merged(inside, run.blocks, document), ...run.findings.filter((each) => !isForeign(each)))
    run = undefined
  }
  for (const block of document.blocks) {
    const text = plain(block.content)
    const letters = countLetters(text)
    const own = byBlock.get(block.id) ?? []
    if (letters < 2) {
      // A rule, a number: neither ends a run nor counts.
      if (run) run.findings.push(...own)
      else kept.push(...own)
      continue
    }
    spoken++
    const language = own.find(({ kind }) => kind === "untranslated")?.language
    const covered = own
      .filter((each) => isForeign(each) && each.language === language)
      .reduce((sum, each) => sum + countLetters(each.text), 0)
    if (language === undefined || covered < letters * nearlyAll) {
      close()
      kept.push(...own)
      continue
    }
    if (run && run.language !== language) close()
    if (run) {
      run.blocks++
      run.findings.push(...own)
    } else run = { language, blocks: 1, findings: [...own] }
  }
  close()
  const isAll = kept.filter(({ message }) => message.key === "untranslated-section")
  return kept
    .map((finding) =>
      isAll.length === 1 && finding === isAll[0] && Number(finding.message.data["blocks"]) >= spoken * 0.95
        ? { ...finding, message: { ...finding.message, key: "untranslated-document" } }
        : finding,
    )
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

function isForeign({ kind, check }: Finding): boolean {
  return check === "mixed-language" && (kind === "untranslated" || kind === "mixed")
}

function merged(findings: readonly Finding[], blocks: number, document: Document): Finding {
  const [first] = findings
  const start = first!.start
  const end = findings.at(-1)!.end
  const { fix: _, ...base } = first!
  return {
    ...base,
    kind: "untranslated",
    start,
    end,
    text: document.text.slice(start, end),
    confidence: Math.max(...findings.map(({ confidence }) => confidence)),
    message: { key: "untranslated-section", data: { ...first!.message.data, blocks } },
    fingerprint: digest(`untranslated-section\u0000${first!.fingerprint}`),
  }
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}
