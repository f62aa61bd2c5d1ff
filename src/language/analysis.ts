// The passages of a document that are not in its language. All texts of the document are seen together, because a
// brand is known by its repetition and a repaired word by being attested elsewhere.
import type { Span } from "../model/document.ts"
import { decode } from "./decode.ts"
import { fusedSplit, type Split } from "./fused.ts"
import { profileOf } from "./index.ts"
import { pieces, withoutLookalikes } from "./mixed-script.ts"
import { englishSmallWords, technicalTerms, wellKnownNames } from "./names.ts"
import type { Profile } from "./profile.ts"
import { flags, fold, scan, Vocabulary, type Scan, type Word } from "./scan.ts"
import { lexiconOf, scorerOf } from "./scorer.ts"
import { costs, emission, isCommonEnglish, isEnglish, isModelled, statesOf, type State } from "./states.ts"
import { isUyghurLooking, uyghurLetters } from "./uyghur-letters.ts"

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
  /** Further native words, folded. */
  readonly lexicon?: ReadonlySet<string>
}

/** Scores of words over documents, by language; a hundred thousand words are some 10 MB. */
const sharedScores = new WeakMap<Profile, Map<string, Float32Array>>()
const mostShared = 100_000

type Issue = {
  readonly kind: "fused" | "look-alike"
  readonly language: string
  readonly evidence: number
  readonly repair?: string
}

export class Analysis {
  readonly profile: Profile
  readonly scans: readonly Scan[]
  readonly #vocabulary = new Vocabulary()
  readonly #states: readonly State[]
  readonly #passages: (readonly Passage[] | undefined)[] = []
  readonly #emissions: (Float32Array | undefined)[] = []
  readonly #shared: Map<string, Float32Array> | undefined
  readonly #names: (boolean | undefined)[] = []
  readonly #issues: (Issue | null | undefined)[] = []
  #attested: Set<string> | undefined
  readonly #brands: Set<string>
  readonly #isListed: (folded: string) => boolean

  constructor(texts: readonly Text[], { language, brands = [], lexicon }: AnalysisOptions) {
    this.profile = profileOf(language)
    this.#states = statesOf(this.profile)
    const list = lexiconOf(this.profile.tag)
    const shared = new Set(this.profile.shared)
    const isForeign = (folded: string) => this.profile.tag !== "en" && englishSmallWords.has(folded)
    this.#isListed = (folded) =>
      shared.has(folded) || (list.has(folded) && !isForeign(folded)) || (lexicon?.has(folded) ?? false)
    // What the words of a language say is the same in every document, unless a document brings words of its own.
    if (!lexicon) this.#shared = sharedScores.get(this.profile) ?? new Map()
    if (this.#shared) sharedScores.set(this.profile, this.#shared)
    this.scans = texts.map(({ text, keep }) => scan(text, this.#vocabulary, keep))
    this.#brands = new Set(
      brands
        .flatMap((brand) => brand.split(/[^\p{L}\p{M}]+/u))
        .filter(Boolean)
        .map(fold),
    )
    this.#learn()
  }

  /** What repeats: stems for repairs, capitalised words and domains for brands. */
  #learn(): void {
    const lower = new Set<string>()
    const domains = new Set<string>()
    for (const { text, folded, count } of this.#vocabulary.words) {
      if (count > 0 && text === folded) lower.add(folded)
      if (count === 0 && /[.@]/.test(text))
        for (const label of folded.split(/[^a-z0-9]+/)) if (label.length >= 3) domains.add(label)
    }
    for (const { folded, script, capitals, count, text } of this.#vocabulary.words) {
      if (script !== "latin" || text === folded || lower.has(folded)) continue
      const isName = count >= 2 && capitals >= 1 && !isEnglish(folded) && !this.#isListed(folded)
      if (isName || (domains.has(folded) && !this.#isListed(folded))) this.#brands.add(folded)
    }
  }

  /** Passages of the text at an index, in order, not overlapping. */
  passages(index: number): readonly Passage[] {
    return (this.#passages[index] ??= this.#find(index))
  }

  #find(index: number): Passage[] {
    const found = this.scans[index]!
    const { words } = this.#vocabulary
    const kept = this.#kept(found)
    const issues: (Issue | null)[] = Array.from({ length: found.length }, () => null)
    for (let at = 0; at < found.length; at++) if (!kept[at]) issues[at] = this.#issue(words[found.ids[at]!]!)
    const states = this.#states
    const score = (at: number, into: Float32Array) => {
      if (kept[at] || issues[at]) {
        into.fill(0)
        return
      }
      const word = words[found.ids[at]!]!
      into.set(this.#emission(word))
      const trust = this.#trust(word, found.flags[at]!)
      if (trust < 1) for (let state = 0; state < into.length; state++) into[state]! *= trust
    }
    const path = decode(found, states, score)
    const passages: Passage[] = []
    const own = new Float32Array(states.length)
    for (let at = 0; at < found.length;) {
      const state = path[at]!
      if (state === 0) {
        const issue = issues[at]
        if (issue) passages.push({ ...issue, ...this.#span(found, at, at + 1), words: 1 })
        at++
        continue
      }
      let to = at
      while (to < found.length && path[to] === state) to++
      let first = at
      let last = to
      const isStart = (each: number) => each === 0 || (found.flags[each]! & flags.start) !== 0
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
        const word = words[found.ids[each]!]!
        const scores = this.#emission(word)
        return this.#isListed(word.folded) && scores[state]! <= scores[0]! && (last - first <= 2 || word.count >= 4)
      }
      while (first < last && !isStart(first) && isHomograph(first)) first++
      while (last > first && last < found.length && !isStart(last) && isHomograph(last - 1)) last--
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
      const { folded, text } = words[found.ids[at]!]!
      const isAbbreviation =
        (flag & flags.capitals) !== 0 &&
        text.length <= 6 &&
        (!isShouted || text.length <= 3) &&
        !(text.length > 4 && isEnglish(folded))
      const isName = this.#isName(words[found.ids[at]!]!)
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

  /** A brand, a name of the whole web, or a word with a capital inside: the same wherever it stands. */
  #isName(word: Word): boolean {
    let isName = this.#names[word.id]
    if (isName === undefined) {
      const { text, folded, script } = word
      // "PayPal", and "TurboQağayı" too: a front that is no English word of running text.
      const inner = text.length >= 3 ? /^\p{Lu}?\p{Ll}+(?=\p{Lu}\p{Ll})/u.exec(text)?.[0] : undefined
      const isInner =
        /^[A-Za-z]*\p{Ll}\p{Lu}[A-Za-z]*$/u.test(text) || (inner !== undefined && !isCommonEnglish(fold(inner)))
      const isKnown = this.#brands.has(folded) || wellKnownNames.has(folded) || technicalTerms.has(folded)
      this.#names[word.id] = isName = script === "latin" && (isInner || isKnown)
    }
    return isName
  }

  #emission(word: Word): Float32Array {
    let scores = this.#emissions[word.id] ?? this.#shared?.get(word.text)
    if (!scores) {
      const right = this.profile.tag === "ug" && word.script === "arabic" ? uyghurLetters(word.folded) : word.folded
      scores = emission(word, this.#states, this.#isListed, this.profile)
      if (right !== word.folded && (isUyghurLooking(word.folded) || this.#isListed(right))) {
        const mended = emission({ ...word, folded: right }, this.#states, this.#isListed, this.profile)
        scores[0] = Math.max(scores[0]!, mended[0]! - 1)
      }
      if (this.#shared && this.#shared.size < mostShared) this.#shared.set(word.text, scores)
    }
    this.#emissions[word.id] = scores
    return scores
  }

  /** Names are spelt by other rules: a capitalised word nobody knows says little. 0–1 */
  #trust(word: Word, flag: number): number {
    if ((flag & flags.capital) === 0 || word.script === "han") return 1
    if (word.script === "latin" && isEnglish(word.folded)) return 1
    if (this.#isListed(word.folded)) return 1
    if (word.script !== this.profile.script) return 0.2
    return (flag & flags.start) === 0 ? 0.25 : 0.7
  }

  #issue(word: Word): Issue | null {
    let issue = this.#issues[word.id]
    if (issue === undefined) this.#issues[word.id] = issue = this.#issueOf(word)
    return issue
  }

  #issueOf(word: Word): Issue | null {
    const { script, text } = word
    if (script === "mixed") return this.#mixed(word)
    if (script !== this.profile.script) return null
    if (script === "arabic" && this.profile.tag === "ug") {
      const right = uyghurLetters(text)
      if (right === text) return null
      const isSure = this.#isListed(right) || /[\u0640\ufb50-\ufdff\ufe70-\ufefc]/.test(text)
      const scores = emission({ ...word, folded: right }, this.#states, this.#isListed, this.profile)
      return isSure || (scores[0] === 0 && isUyghurLooking(text))
        ? { kind: "look-alike", language: "ar", evidence: isSure ? 12 : 5, repair: right }
        : null
    }
    if (script !== "latin") return null
    const right = withoutLookalikes(text, this.profile)
    if (right && (/[ǝƎ]/.test(text) || this.#isListed(fold(right))))
      return { kind: "look-alike", language: "und", evidence: 10, repair: right }
    if (!isModelled(script) || text.length < 6) return null
    const isCapital = text !== word.folded
    const split = fusedSplit(word.folded, isCapital, {
      profile: this.profile,
      scorer: scorerOf(script),
      isListed: this.#isListed,
      isAttested: (folded) => this.#isAttested(folded),
    })
    return split ? this.#fused(word, split) : null
  }

  /** Is a word, or its stem, native and elsewhere in the document? */
  #isAttested(folded: string): boolean {
    if (this.#isListed(folded)) return true
    const attested = (this.#attested ??= this.#stems())
    const size = folded.length >= 7 ? 6 : folded.length === 6 ? 5 : 0
    return attested.has(folded) || (size > 0 && attested.has(`${folded.slice(0, size)}*`))
  }

  /** Words of the document and their beginnings; most documents never ask. */
  #stems(): Set<string> {
    const stems = new Set<string>()
    for (const { folded, script, count } of this.#vocabulary.words) {
      if (script !== this.profile.script || count === 0 || folded.length < 4) continue
      stems.add(folded)
      for (const size of [5, 6]) if (folded.length >= size) stems.add(`${folded.slice(0, size)}*`)
    }
    return stems
  }

  #fused(_word: Word, { repair, evidence }: Split): Issue {
    return { kind: "fused", language: "en", evidence, ...(repair === undefined ? {} : { repair }) }
  }

  #mixed({ text }: Word): Issue | null {
    const { own, start, end, script } = pieces(text, this.profile.script)
    const foreign = fold(text.slice(start, end))
    const right = withoutLookalikes(text, this.profile)
    if (own === 0 || script === "other") return null
    if (right && !(foreign.length >= 4 && isEnglish(foreign)))
      return { kind: "look-alike", language: script === "latin" ? "en" : "ru", evidence: 10, repair: right }
    const isName =
      script === "latin" && (this.#brands.has(foreign) || wellKnownNames.has(foreign) || technicalTerms.has(foreign))
    if (isName || (/^\p{Lu}+$/u.test(text.slice(start, end)) && end - start <= 6)) return null
    if (end - start < 2) return { kind: "look-alike", language: script === "latin" ? "en" : "ru", evidence: 6 }
    const rest = text.slice(0, start) + text.slice(end)
    const isUnknownName = script === "latin" && /^\p{Lu}/u.test(text) && !isEnglish(foreign) && rest.length <= 6
    if (isUnknownName) return null
    const known = [rest, ...[...this.profile.initials].map((letter) => letter + rest)].find(
      (each) => each.length >= 4 && this.#isAttested(fold(each)),
    )
    const language = script === "latin" ? "en" : script === "cyrillic" ? "ru" : "ar"
    return { kind: "fused", language, evidence: 12, ...(known === undefined ? {} : { repair: known }) }
  }
}
