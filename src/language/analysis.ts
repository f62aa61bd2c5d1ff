// The passages of a document that are not in its language. All texts of the document are seen together, because a
// brand is known by its repetition and a repaired word by being attested elsewhere.
import type { Span } from "../model/document.ts"
import { decode } from "./decode.ts"
import { profileOf } from "./index.ts"
import { knowledgeOf, type Knowledge } from "./knowledge.ts"
import type { Profile } from "./profile.ts"
import { flags, scan, type Scan } from "./scan.ts"
import { costs, isEnglish } from "./states.ts"
import { Suspects, type Suspicion } from "./suspects.ts"
import { fold, Vocabulary, type Word } from "./words.ts"

export interface Text {
  readonly text: string
  /** Stretches to leave alone, in order: code spans. */
  readonly keep?: readonly Span[]
}

export interface Passage extends Span {
  /** foreign: words of another language; fused: two languages in a word; look-alike: a letter of another alphabet; half: a name translated in part. */
  readonly kind: "foreign" | "fused" | "look-alike" | "half"
  readonly language: string
  /** Nats for it, all costs paid. */
  readonly evidence: number
  /** Words in it that speak for it. */
  readonly words: number
  /** Indices of its words in the scan, half-open. */
  readonly from: number
  readonly to: number
  /** What to write in place of the whole passage. */
  readonly repair?: string
}

export interface AnalysisOptions {
  readonly language: string
  /** Names that are written alike in every language. */
  readonly brands?: readonly string[]
}

export class Analysis {
  readonly profile: Profile
  readonly scans: readonly Scan[]
  readonly #knowledge: Knowledge
  readonly #vocabulary: Vocabulary
  readonly #suspects: Suspects
  readonly #brands: Set<string>
  readonly #passages: (readonly Passage[] | undefined)[] = []

  constructor(texts: readonly Text[], { language, brands = [] }: AnalysisOptions) {
    this.profile = profileOf(language)
    this.#knowledge = knowledgeOf(this.profile)
    this.#vocabulary = new Vocabulary(this.#knowledge.words)
    this.scans = texts.map(({ text, keep }) => scan(text, this.#vocabulary, keep))
    this.#brands = new Set(
      brands
        .flatMap((brand) => brand.split(/[^\p{L}\p{M}]+/u))
        .filter(Boolean)
        .map(fold),
    )
    this.#learnBrands()
    this.#suspects = new Suspects(this.#knowledge, this.#vocabulary, this.#brands)
  }

  /** Capitalised words that repeat, and the names of domains. */
  #learnBrands(): void {
    const { words, counts, capitals } = this.#vocabulary
    const lower = new Set<string>()
    const domains = new Set<string>()
    for (let id = 0; id < words.length; id++) {
      const { text, folded } = words[id]!
      if (counts[id]! > 0 && text === folded) lower.add(folded)
      if (counts[id] === 0 && /[.@]/.test(text))
        for (const label of folded.split(/[^a-z0-9]+/)) if (label.length >= 3) domains.add(label)
    }
    for (let id = 0; id < words.length; id++) {
      const { text, folded, script } = words[id]!
      if (script !== "latin" || text === folded || lower.has(folded)) continue
      const isRepeated = counts[id]! >= 2 && capitals[id]! >= 1 && !isEnglish(folded)
      if ((isRepeated || domains.has(folded)) && !this.#knowledge.isListed(folded)) this.#brands.add(folded)
    }
  }

  /** Passages of the text at an index, in order, not overlapping. */
  passages(index: number): readonly Passage[] {
    const found = this.scans[index]!
    return (this.#passages[index] ??= this.#isPlain(found) ? [] : this.#find(found))
  }

  /**
   * Is there nothing to decode? A passage pays for its beginning and its end, so where all words of a text together do
   * not say as much for any language, and none is suspect, the answer is known.
   */
  #isPlain({ ids, length }: Scan): boolean {
    const { states } = this.#knowledge
    const sums = new Float32Array(states.length)
    for (let at = 0; at < length; at++) {
      const { scores, isLeading, isSuspect } = this.#facts(ids[at]!)
      if (isSuspect) return false
      if (isLeading)
        for (let state = 1; state < sums.length; state++) {
          sums[state]! += Math.max(0, scores[state]! - scores[0]!)
          if (sums[state]! > states[state]!.enterStart + costs.leave) return false
        }
    }
    return true
  }

  #facts(id: number) {
    return this.#knowledge.facts(this.#vocabulary.words[id]!)
  }

  #find(found: Scan): Passage[] {
    const { ids, length, flags: marks } = found
    const { words } = this.#vocabulary
    const { states } = this.#knowledge
    const kept = this.#kept(found)
    const issues: (Suspicion | null)[] = []
    for (let at = 0; at < length; at++) issues.push(kept[at] ? null : this.#suspects.of(words[ids[at]!]!))
    const score = (at: number, into: Float32Array) => {
      if (kept[at] || issues[at]) {
        into.fill(0)
        return
      }
      const { scores } = this.#facts(ids[at]!)
      const trust = this.#trust(words[ids[at]!]!, marks[at]!)
      for (let state = 0; state < into.length; state++) into[state] = scores[state]! * trust
    }
    const path = decode(found, states, score)
    const passages: Passage[] = []
    const own = new Float32Array(states.length)
    for (let at = 0; at < length;) {
      const state = path[at]!
      if (state === 0) {
        const issue = issues[at]
        if (issue) passages.push({ ...issue, ...this.#span(found, at, at + 1), words: 1 })
        at++
        continue
      }
      let to = at
      while (to < length && path[to] === state) to++
      let first = at
      let last = to
      const isStart = (each: number) => each === 0 || (marks[each]! & flags.start) !== 0
      const isSilent = (each: number) => kept[each] || issues[each]
      while (first < last && isSilent(first)) first++
      while (last > first && isSilent(last - 1)) last--
      let evidence = -states[state]!.enter - costs.leave
      let speaking = 0
      for (let each = at; each < to; each++) {
        const issue = issues[each]
        if (issue && (each < first || each >= last))
          passages.push({ ...issue, ...this.#span(found, each, each + 1), words: 1 })
        score(each, own)
        evidence += own[state]! - own[0]!
        if (!isSilent(each)) speaking++
      }
      // Homographs at the edge are the native sentence's: `ady we the` holds one foreign word. Not at its ends: "We ask".
      const isHomograph = (each: number) => {
        const { scores, isListed } = this.#facts(ids[each]!)
        const isCommon = last - first <= 2 || this.#vocabulary.counts[ids[each]!]! >= 4
        return isListed && scores[state]! <= scores[0]! && isCommon
      }
      while (first < last && !isStart(first) && isHomograph(first)) first++
      while (last > first && last < length && !isStart(last) && isHomograph(last - 1)) last--
      if (first < last && speaking > 0 && !this.#isForeignName(found, first, last))
        passages.push(this.#named(found, first, last, states[state]!.language, evidence, speaking))
      at = to
    }
    return passages.sort((a, b) => a.start - b.start)
  }

  /** One or two capitalised words of another script inside a sentence or quotation: "Алатоо Air", «Social Login». */
  #isForeignName({ text, ids, starts, ends, flags: marks }: Scan, from: number, to: number): boolean {
    if (this.profile.script === "latin" || to - from > 2) return false
    const isQuoted = /[«"“]/.test(text[starts[from]! - 1] ?? "") && /[»"”]/.test(text[ends[to - 1]!] ?? "")
    for (let at = from; at < to; at++) {
      if (this.#vocabulary.words[ids[at]!]!.script !== "latin" || (marks[at]! & flags.capital) === 0) return false
      if (!isQuoted && (at === 0 || (marks[at]! & flags.start) !== 0)) return false
    }
    return !this.#abbreviationAfter({ text, ids, starts, ends, flags: marks, length: ids.length }, to)
  }

  #span(found: Scan, from: number, to: number) {
    return { from, to, start: found.starts[from]!, end: found.ends[to - 1]! }
  }

  /** A passage, or half of a name whose abbreviation follows: `بىخەتەر Sockets Layer (SSL)`. */
  #named(found: Scan, from: number, to: number, language: string, evidence: number, words: number): Passage {
    const after = this.#abbreviationAfter(found, to)
    const missing = after.length - (to - from)
    if (after && missing > 0 && missing <= 2 && to - from >= 1 && from >= missing) {
      const initials = this.#initials(found, from, to)
      if (after.endsWith(initials))
        return { kind: "half", language, evidence, words, ...this.#span(found, from - missing, to) }
    }
    return { kind: "foreign", language, evidence, words, ...this.#span(found, from, to) }
  }

  /** "SSL" where "(SSL" follows, else "". */
  #abbreviationAfter(found: Scan, to: number): string {
    if (to >= found.length || (found.flags[to]! & flags.capitals) === 0) return ""
    if (!/^\s?[(（]$/.test(found.text.slice(found.ends[to - 1]!, found.starts[to]!))) return ""
    return found.text.slice(found.starts[to]!, found.ends[to]!)
  }

  #initials(found: Scan, from: number, to: number): string {
    let initials = ""
    for (let at = from; at < to; at++) initials += found.text[found.starts[at]!]!.toUpperCase()
    return initials
  }

  /** Words not to be judged: addresses, abbreviations, brands, names given in full before their abbreviation. */
  #kept(found: Scan): Uint8Array {
    const kept = new Uint8Array(found.length)
    const { words } = this.#vocabulary
    let capitals = 0
    let all = 0
    for (let at = 0; at < found.length; at++) {
      if ((found.flags[at]! & flags.keep) !== 0) continue
      all++
      if ((found.flags[at]! & flags.capitals) !== 0) capitals++
    }
    // A heading in capitals is words, not abbreviations.
    const isShouted = capitals >= 2 && capitals > all / 2
    for (let at = 0; at < found.length; at++) {
      const flag = found.flags[at]!
      const { folded, text, script } = words[found.ids[at]!]!
      const { isName: isAnywhere, isEnglish: isInEnglish } = this.#facts(found.ids[at]!)
      const isAbbreviation =
        (flag & flags.capitals) !== 0 &&
        text.length <= 6 &&
        (!isShouted || text.length <= 3) &&
        !(text.length > 4 && isInEnglish)
      const isName = isAnywhere || (script === "latin" && this.#brands.has(folded))
      // An ending hangs on what it was put to: "SSL-iň", "Weebi'nin", "GDPR دىكى" stays a word of its own.
      const isEnding = (flag & flags.attached) !== 0 && at > 0 && kept[at - 1] === 1 && text.length <= 8
      if ((flag & flags.keep) !== 0 || isAbbreviation || isName || isEnding) kept[at] = 1
    }
    const { idioms } = this.profile
    if (idioms)
      for (let at = 0; at + 1 < found.length; at++) {
        const stem = idioms[words[found.ids[at]!]!.folded]
        if (stem !== undefined && words[found.ids[at + 1]!]!.folded.startsWith(stem)) kept[at] = 1
      }
    for (let at = 2; at < found.length; at++) {
      const name = this.#abbreviationAfter(found, at)
      if (name.length < 2 || name.length > at) continue
      if (this.#initials(found, at - name.length, at) === name && found.flags[at - 1]! & flags.capital)
        kept.fill(1, at - name.length, at)
    }
    return kept
  }

  /** Names are spelt by other rules: a capitalised word nobody knows says little. 0–1 */
  #trust(word: Word, flag: number): number {
    if ((flag & flags.capital) === 0 || word.script === "han") return 1
    const { isListed, isEnglish: isInEnglish, isKnownAbroad } = this.#knowledge.facts(word)
    if ((word.script === "latin" && isInEnglish) || isListed) return 1
    if (word.script !== this.profile.script) return 0.2
    return (flag & flags.start) === 0 ? 0.25 : isKnownAbroad ? 1 : 0.7
  }
}
