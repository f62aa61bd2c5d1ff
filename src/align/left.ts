// Was a piece left in another language? Only what alignment needs: the script, and for Latin text the small words of
// English, which no sentence of it can do without. Spans and near languages are the business of src/language.
import { profileOf } from "../language/index.ts"

const smallWords = new Set(
  (
    "the of and to in a is for you your we our us that this it be are or not with on as by from may will any if " +
    "which have has at can an all when how who they their its about other do does no but was been must should would there"
  ).split(" "),
)

/**
 * The language a piece is in: the expected one, or "en" when it clearly is English.
 *
 * @param fallback what to say of a piece too short to tell
 */
export function languageIn(text: string, expected: string, fallback = expected): string {
  const { letters, latin } = count(text)
  if (letters < 8) return fallback
  if (expected === "en") return latin < letters * 0.4 ? otherThanEnglish(text) : "en"
  const isLatin = isWrittenInLatin(expected)
  if (!isLatin && latin < letters * 0.5) return expected
  const words: string[] = text.match(/[\p{L}'’]+/gu) ?? []
  const small = words.filter((word) => smallWords.has(word.toLowerCase())).length
  if (!isLatin) {
    if (words.length < 3) return fallback
    return small === 0 && words.length > 12 ? expected : "en"
  }
  if (words.length < 4) return fallback
  const special = words.filter((word) => /[^\x20-\x7e’]/.test(word)).length
  if (small / words.length >= 0.2 && special / words.length <= 0.12) return "en"
  return expected
}

const scripts = new Map<string, boolean>()

function isWrittenInLatin(language: string): boolean {
  let known = scripts.get(language)
  if (known === undefined) scripts.set(language, (known = profileOf(language).script === "latin"))
  return known
}

/** Letters, and those of them that are Latin: near enough for a share, and fast. */
function count(text: string): { letters: number; latin: number } {
  let letters = 0
  let latin = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x250)) {
      letters++
      latin++
    } else if (
      code >= 0x370 &&
      code !== 0x060c &&
      code !== 0x061b &&
      code !== 0x061f &&
      (code < 0x2000 || code >= 0x2e80)
    )
      letters++
  }
  return { letters, latin }
}

function otherThanEnglish(text: string): string {
  return /\p{Script=Arabic}/u.test(text) ? "ug" : /\p{Script=Cyrillic}/u.test(text) ? "ky" : "en"
}
