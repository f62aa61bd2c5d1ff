// Letters of Arabic and Persian keyboards in Uyghur words, and what Uyghur writes there. Uyghur spells its vowels, so
// the neighbours of a letter tell which one was meant.

const vowels = "اەېىوۇۆۈ"
const consonants = "بپتجچخدرزژسشغفقكگڭلمنھۋي"

/** A word with Uyghur letters only, or as it was. Presentation forms, tatweel, ی ک ه ة and ي for ى. */
export function uyghurLetters(word: string): string {
  let letters = /[\ufb50-\ufdff\ufe70-\ufefc]/.test(word) ? word.normalize("NFKC") : word
  letters = letters
    .replaceAll("\u0640", "")
    .replaceAll("ک", "ك")
    .replaceAll("ګ", "گ")
    .replaceAll("ة", "ە")
    .replaceAll("ۉ", "ۋ")
  letters = letters.replaceAll("ێ", "ې")
  if (!/[هیي]/.test(letters)) return letters
  let result = ""
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at]!
    const before = letters[at - 1] ?? ""
    const after = letters[at + 1] ?? ""
    const isVowelNear =
      (before !== "ئ" && vowels.includes(after) && after !== "") || (vowels.includes(before) && before !== "")
    if (letter === "ه") result += isVowelNear ? "ھ" : "ە"
    else if (letter === "ی") result += isVowelNear ? "ي" : "ى"
    else if (
      letter === "ي" &&
      before !== "" &&
      consonants.includes(before) &&
      (after === "" || consonants.includes(after))
    )
      result += "ى"
    else result += letter
  }
  return result
}

/** Letters that Arabic, Persian and Kazakh do not write: a word with one of them is meant to be Uyghur. */
export function isUyghurLooking(word: string): boolean {
  return /[ېۆۈۇۋڭھە]|ئ[اەېىوۇۆۈ]|ى\p{L}/u.test(word)
}
