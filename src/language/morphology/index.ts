// The register of grammars: one line a language. A language without one has its word list alone.
import { lexiconOf } from "../scorer.ts"
import { az } from "./az.ts"
import { stemLength, type Grammar, type Stems } from "./endings.ts"
import { kk } from "./kk.ts"
import { ky } from "./ky.ts"
import { ru } from "./ru.ts"
import { tk } from "./tk.ts"
import { tr } from "./tr.ts"
import { ug } from "./ug.ts"
import { uz } from "./uz.ts"

const grammars: Readonly<Record<string, Grammar>> = { ug, ky, tk, az, tr, uz, kk, ru }

export function hasGrammar(tag: string): boolean {
  return grammars[tag] !== undefined
}

/** Is a folded word a stem of the language, or one with endings that fit it? */
export function isFormOf(tag: string, folded: string): boolean {
  return stemOf(tag, folded) > 0
}

/** Letters of the longest stem of the language that a folded word is a form of; 0 when there is none. */
export function stemOf(tag: string, folded: string): number {
  const own = grammars[tag]
  return own === undefined ? 0 : stemLength(folded, own, stemsOf(tag))
}

/** Do letters follow nouns of the language? False where it has no grammar. */
export function isNounEnding(tag: string, ending: string): boolean {
  return grammars[tag]?.nominal.test(ending) ?? false
}

const known = new Map<string, Stems>()

function stemsOf(tag: string): Stems {
  let found = known.get(tag)
  if (!found) {
    const [all, nouns, verbs, either] = ["stems", "nouns", "verbs", "either"].map((kind) => lexiconOf(`${tag}-${kind}`))
    found = {
      isStem: (word, length) => all!.has(word, length),
      isNoun: (word, length) => nouns!.has(word, length) || either!.has(word, length),
      isVerb: (word, length) => verbs!.has(word, length) || either!.has(word, length),
    }
    known.set(tag, found)
  }
  return found
}
