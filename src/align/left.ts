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
  if (expected === "en") return nonLatinShare(text) > 0.6 ? otherThanEnglish(text) : "en"
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < 8) return fallback
  const words: string[] = text.match(/[\p{L}'’]+/gu) ?? []
  const small = words.filter((word) => smallWords.has(word.toLowerCase())).length
  if (profileOf(expected).script !== "latin") {
    if (nonLatinShare(text) > 0.5) return expected
    if (words.length < 3) return fallback
    return small === 0 && words.length > 12 ? expected : "en"
  }
  if (words.length < 4) return fallback
  const special = words.filter((word) => /[^\x20-\x7e’]/.test(word)).length
  if (small / words.length >= 0.2 && special / words.length <= 0.12) return "en"
  return expected
}

function nonLatinShare(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters < 8 ? 0 : 1 - (text.match(/\p{Script=Latin}/gu)?.length ?? 0) / letters
}

function otherThanEnglish(text: string): string {
  return /\p{Script=Arabic}/u.test(text) ? "ug" : /\p{Script=Cyrillic}/u.test(text) ? "ky" : "en"
}
