// Text in another language: whole sentences and blocks, words inside a sentence, two languages in one word, letters of
// another alphabet. The analysis finds passages; here they become findings people can act on.
import type { Passage } from "../language/analysis.ts"
import { flags, type Scan } from "../language/scan.ts"
import { sentences } from "../segment/sentences.ts"
import type { Check, Found, Subject } from "./check.ts"
import { confidenceOf } from "./confidence.ts"

export const mixedLanguage: Check = {
  id: "mixed-language",
  kinds: ["untranslated", "mixed", "fused", "foreign-script"],
  isLanguage: true,
  *run(subject) {
    for (const [at, { text }] of subject.blocks.entries()) {
      const passages = subject.analysis.passages(at)
      if (passages.length === 0) continue
      const scan = subject.analysis.scans[at]!
      const found: Found[] = passages.flatMap((passage) =>
        passage.kind === "foreign" ? [] : [inWord(passage, at, scan, subject)],
      )
      const foreign = passages.filter(({ kind }) => kind === "foreign")
      if (foreign.length > 0) found.push(...byText(foreign, at, text, scan, subject))
      yield* found.sort((a, b) => a.start - b.start)
    }
  },
}

/** Sentences wholly foreign are untranslated, neighbours together; what is left is mixed. */
function byText(passages: readonly Passage[], at: number, text: string, scan: Scan, subject: Subject): Found[] {
  const found: Found[] = []
  const isForeign: (Passage | undefined)[] = Array.from({ length: scan.length })
  for (const passage of passages) for (let each = passage.from; each < passage.to; each++) isForeign[each] = passage
  let word = 0
  let end = 0
  let open: { from: number; to: number; end: number; language: string; evidence: number } | undefined
  const close = () => {
    if (!open) return
    const { from, to, end: last, language, evidence } = open
    const span = { start: outward(text, scan.starts[from]!), end: last }
    const data = { language, expected: subject.language }
    found.push({
      at,
      ...span,
      kind: "untranslated",
      language,
      severity: "error",
      confidence: confidenceOf("foreign", evidence, to - from),
      message: { key: "untranslated", data },
    })
    open = undefined
  }
  for (const sentence of sentences(text)) {
    end += sentence.length
    const last = end - sentence.length + sentence.trimEnd().length
    const from = word
    while (word < scan.length && scan.starts[word]! < end) word++
    const own = Array.from({ length: word - from }, (_, each) => from + each)
    const spoken = own.filter((each) => (scan.flags[each]! & flags.keep) === 0)
    const first = spoken.map((each) => isForeign[each]).find(Boolean)
    const isWhole =
      first !== undefined &&
      spoken.every((each) => isForeign[each]?.language === first.language || isSilent(each, own, isForeign, scan)) &&
      (spoken.filter((each) => isForeign[each]).length >= 2 || (from === 0 && word === scan.length))
    if (isWhole) {
      if (open && open.language === first.language)
        open = { ...open, to: word, end: last, evidence: Math.max(open.evidence, first.evidence) }
      else {
        close()
        open = { from, to: word, end: last, language: first.language, evidence: first.evidence }
      }
      continue
    }
    if (own.length > 0) close()
    for (const passage of passages) {
      const start = Math.max(passage.from, from)
      const to = Math.min(passage.to, word)
      if (start >= to) continue
      const { language } = passage
      // What hangs over a sentence's end speaks for itself only, with its share.
      const evidence = (passage.evidence * (to - start)) / (passage.to - passage.from)
      const confidence = confidenceOf("foreign", evidence, to - start)
      found.push({
        at,
        start: scan.starts[start]!,
        end: scan.ends[to - 1]!,
        kind: "mixed",
        language,
        severity: confidence >= 0.7 ? "error" : "warning",
        confidence,
        message: { key: "mixed", data: { language, expected: subject.language, words: to - start } },
      })
    }
  }
  close()
  return found
}

/** A name or abbreviation at the edge of a foreign sentence takes no side. */
function isSilent(
  each: number,
  own: readonly number[],
  isForeign: readonly (Passage | undefined)[],
  scan: Scan,
): boolean {
  const flag = scan.flags[each]!
  if ((flag & (flags.capitals | flags.capital)) === 0) return false
  const foreign = own.filter((other) => isForeign[other]).length
  return (
    foreign >= 2 &&
    foreign * 2 > own.length &&
    (each === own[0] || each === own.at(-1) || isForeign[each - 1] !== undefined)
  )
}

/** Quotation marks and brackets before a sentence belong to it. */
function outward(text: string, start: number): number {
  while (start > 0 && /["“«(‘[]/.test(text[start - 1]!)) start--
  return start
}

function inWord(passage: Passage, at: number, scan: Scan, subject: Subject): Found {
  const { start, end, language, evidence, repair } = passage
  const isStart = (scan.flags[passage.from]! & flags.start) !== 0
  const base = {
    at,
    start,
    end,
    confidence: confidenceOf(passage.kind, evidence),
    ...(language === "und" ? {} : { language }),
  }
  const data = { language, expected: subject.language, text: scan.text.slice(start, end) }
  if (passage.kind === "fused") {
    const text = repair === undefined ? undefined : isStart ? capital(repair, subject) : repair
    return {
      ...base,
      kind: "fused",
      severity: "error",
      message: {
        key: text === undefined ? "fused" : "fused-repair",
        data: text === undefined ? data : { ...data, repair: text },
      },
      ...(text === undefined ? {} : { fix: { start, end, text } }),
    }
  }
  const key = passage.kind === "half" ? "half-translated" : repair === undefined ? "foreign-script" : "look-alike"
  return {
    ...base,
    kind: "foreign-script",
    severity: passage.kind === "half" ? "error" : "warning",
    message: { key, data: repair === undefined ? data : { ...data, repair } },
    ...(repair === undefined ? {} : { fix: { start, end, text: repair } }),
  }
}

function capital(word: string, { profile }: Subject): string {
  const first = word[0] ?? ""
  const big = profile.casing === "dotted" && first === "i" ? "İ" : first.toUpperCase()
  return big + word.slice(1)
}
