// Word by word: what changed between two texts, and three texts made into one. Never by letters, which would break the
// joined letters of Arabic script. Words are those of the language (Intl.Segmenter); a marker like ⟦1⟧ is one word.
import { diffArrays } from "diff"

export interface DiffPart {
  readonly kind: "same" | "old" | "new"
  readonly text: string
}

// Texts of a unit are short; a hostile one is shown as replaced altogether rather than keep the server busy.
const timeout = 500

export function wordDiff(before: string, after: string, language: string): DiffPart[] {
  const parts = diffArrays(words(before, language), words(after, language), { timeout })
  if (!parts) return whole(before, after)
  const shown: DiffPart[] = []
  for (const part of parts) {
    const text = part.value.join("")
    shown.push({ kind: part.removed ? "old" : part.added ? "new" : "same", text })
  }
  return joined(shown)
}

export interface Merged {
  readonly text: string
  /** Places where both changed the same words differently; there the first text stands. */
  readonly conflicts: number
}

/** Three-way merge by words: what either side changed against the base. */
export function merge(base: string, mine: string, theirs: string, language: string): Merged {
  const tokens = words(base, language)
  const ours = edits(tokens, words(mine, language))
  const others = edits(tokens, words(theirs, language))
  if (!ours || !others) return { text: mine, conflicts: 1 }
  let text = ""
  let at = 0
  let conflicts = 0
  const rest = [...others]
  for (const edit of ours) {
    while (rest[0] && rest[0].end <= edit.start && !isSamePlace(rest[0], edit)) take(rest.shift()!)
    let isConflict = false
    while (rest[0] && (rest[0].start < edit.end || isSamePlace(rest[0], edit))) {
      const other = rest.shift()!
      isConflict ||= other.start !== edit.start || other.end !== edit.end || other.text !== edit.text
    }
    if (isConflict) conflicts++
    take(edit)
  }
  for (const edit of rest) take(edit)
  return { text: text + tokens.slice(at).join(""), conflicts }

  function take(edit: Edit): void {
    text += tokens.slice(at, Math.max(at, edit.start)).join("") + edit.text
    at = Math.max(at, edit.end)
  }
}

interface Edit {
  /** Words of the base it replaces. */
  readonly start: number
  readonly end: number
  readonly text: string
}

function isSamePlace(a: Edit, b: Edit): boolean {
  return a.start === b.start && (a.start === a.end || b.start === b.end || a.end === b.end)
}

function edits(base: string[], changed: string[]): Edit[] | null {
  const parts = diffArrays(base, changed, { timeout })
  if (!parts) return null
  const found: Edit[] = []
  let at = 0
  let open: { start: number; text: string } | null = null
  const close = () => {
    if (open) found.push({ start: open.start, end: at, text: open.text })
    open = null
  }
  for (const part of parts) {
    if (!part.added && !part.removed) {
      close()
      at += part.value.length
      continue
    }
    open ??= { start: at, text: "" }
    if (part.added) open.text += part.value.join("")
    else at += part.value.length
  }
  close()
  return found
}

function words(text: string, language: string): string[] {
  const segmenter = segmenterOf(language)
  return text
    .split(/(⟦⟦|⟦\/?[^⟦⟧/]+\/?⟧)/)
    .flatMap((part, n) => (n % 2 === 1 ? [part] : Array.from(segmenter.segment(part), ({ segment }) => segment)))
    .filter((word) => word !== "")
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  let made: Intl.Segmenter
  try {
    made = new Intl.Segmenter(language, { granularity: "word" })
  } catch {
    made = new Intl.Segmenter("und", { granularity: "word" }) // a tag that is none
  }
  segmenters.set(language, made)
  return made
}

/** One old and one new stretch between two that are the same: blanks alone between changes do not part them. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const shown: DiffPart[] = []
  let before = ""
  let after = ""
  const flush = () => {
    if (before !== "") shown.push({ kind: "old", text: before })
    if (after !== "") shown.push({ kind: "new", text: after })
    before = after = ""
  }
  for (const [n, part] of parts.entries()) {
    const isBetween = part.kind === "same" && part.text.trim() === "" && (before || after) && n + 1 < parts.length
    if (part.kind === "same" && !isBetween) {
      flush()
      shown.push(part)
      continue
    }
    if (part.kind !== "new") before += part.text
    if (part.kind !== "old") after += part.text
  }
  flush()
  return shown
}

function whole(before: string, after: string): DiffPart[] {
  return [{ kind: "old", text: before } as const, { kind: "new", text: after } as const].filter(
    ({ text }) => text !== "",
  )
}
