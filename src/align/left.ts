// Was a piece left in another language? For a sentence the script says so, and in Latin text the small words of English,
// which no sentence of it can do without. A section is asked what it is (identify) when it lacks the letters that its
// language cannot do without, or has letters that are none of its own: that is rare, and asking costs a millisecond.
import { identify } from "../language/identify.ts"
import { profiles, profileOf } from "../language/index.ts"

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

/** Sections of fewer letters are judged like sentences. */
const leastLetters = 60
/** Of a language's own letters every text has more than this share, and of letters that are none of its own less. */
const leastTelling = 0.012
const mostForeign = 0.01
const sureOf = 0.95

/** The language a section is in: the expected one, or another it is surely in. */
export function sectionLanguageIn(text: string, expected: string): string {
  const rule = languageIn(text, expected)
  if (rule !== expected || !isSuspect(text, expected)) return rule
  const [top] = identify(text)
  return top && top.tag !== "und" && top.confidence >= sureOf ? top.tag : expected
}

const alphabets = new Map<string, { readonly own: ReadonlySet<string>; readonly telling: ReadonlySet<string> }>()

/** Letters of a language, and those of them that neither English nor a neighbour without a profile of ours would use. */
function alphabetOf(language: string) {
  let found = alphabets.get(language)
  if (!found) {
    const { letters } = profileOf(language)
    const common =
      profileOf(language).script === "arabic" ? arabic : profileOf(language).script === "cyrillic" ? russian : english
    found = { own: new Set(letters), telling: new Set([...letters].filter((letter) => !common.includes(letter))) }
    alphabets.set(language, found)
  }
  return found
}

const english = "abcdefghijklmnopqrstuvwxyzçğıöşü"
const russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
const arabic = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ"

function isSuspect(text: string, expected: string): boolean {
  if (!profiles.some(({ tag }) => tag === expected)) return false
  const { own, telling } = alphabetOf(expected)
  let letters = 0
  let foreign = 0
  let tells = 0
  for (const letter of text.slice(0, 4000).toLowerCase()) {
    if (own.has(letter)) {
      letters++
      if (telling.has(letter)) tells++
    } else if (letter > "@" && letter.toUpperCase() !== letter.toLowerCase()) foreign++
    else if (letter > "\u05d0" && letter < "\u2000" && /\p{L}/u.test(letter)) foreign++
  }
  if (letters + foreign < leastLetters) return false
  return (telling.size > 0 && tells < leastTelling * letters) || foreign > mostForeign * (letters + foreign)
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
