// Words with letters of two scripts: look-alikes put right, foreign stems with native endings, names with endings.
import type { Profile, Script } from "./profile.ts"

export interface Pieces {
  /** Letters of the language's own script. */
  readonly own: number
  /** The longest run of foreign letters, half-open. */
  readonly start: number
  readonly end: number
  readonly script: Script
}

const tests: Readonly<Record<string, RegExp>> = {
  latin: /\p{Script=Latin}+/gu,
  cyrillic: /\p{Script=Cyrillic}+/gu,
  arabic: /[\p{Script=Arabic}\u0640]+/gu,
}

/** The longest foreign run of a word, with how much of it is native. */
export function pieces(word: string, own: Script): Pieces {
  let best = { start: 0, end: 0, script: "other" as Script }
  for (const [script, test] of Object.entries(tests)) {
    if (script === own) continue
    for (const match of word.matchAll(test))
      if (match[0].length > best.end - best.start)
        best = { start: match.index, end: match.index + match[0].length, script: script as Script }
  }
  const native = tests[own] ? (word.match(tests[own])?.join("").length ?? 0) : 0
  return { own: native, ...best }
}

/** The word with look-alikes put right; null when it holds other foreign letters too, or nothing changes. */
export function withoutLookalikes(word: string, { lookalikes, script }: Profile): string | null {
  if (!hasLookalike(word, lookalikes)) return null
  let changed = ""
  for (const letter of word) changed += lookalikes[letter] ?? letter
  if (changed === word || changed === "") return null
  const test = tests[script]
  return test && changed.replace(test, "").replace(/[\p{M}'’ʼʻ-]/gu, "") === "" ? changed : null
}

const classes = new WeakMap<Profile["lookalikes"], RegExp>()

function hasLookalike(word: string, lookalikes: Profile["lookalikes"]): boolean {
  let test = classes.get(lookalikes)
  if (!test) {
    const letters = Object.keys(lookalikes).join("")
    classes.set(lookalikes, (test = letters === "" ? /(?!)/ : new RegExp(`[${letters}]`, "u")))
  }
  return test.test(word)
}
