// Kazakh from its Cyrillic alphabet into its Arabic one (the reform of Akhmet Baitursynuly, as China uses it), to
// learn from more text than is written in it: a word of front vowels alone is marked by a hamza at its beginning.

const letters: Readonly<Record<string, string>> = {
  а: "ا",
  ә: "ا",
  б: "ب",
  в: "ۆ",
  г: "گ",
  ғ: "ع",
  д: "د",
  е: "ە",
  ё: "يو",
  ж: "ج",
  з: "ز",
  и: "ي",
  й: "ي",
  к: "ك",
  қ: "ق",
  л: "ل",
  м: "م",
  н: "ن",
  ң: "ڭ",
  о: "و",
  ө: "و",
  п: "پ",
  р: "ر",
  с: "س",
  т: "ت",
  у: "ۋ",
  ұ: "ۇ",
  ү: "ۇ",
  ф: "ف",
  х: "ح",
  һ: "ھ",
  ц: "تس",
  ч: "چ",
  ш: "ش",
  щ: "شش",
  ъ: "",
  ы: "ى",
  і: "ى",
  ь: "",
  э: "ە",
  ю: "يۋ",
  я: "يا",
  ",": "،",
  ";": "؛",
  "?": "؟",
}

/** A text with its Cyrillic words in the Arabic alphabet. */
export function inArabicLetters(text: string): string {
  return text.toLowerCase().replace(/[\p{Script=Cyrillic}]+|[,;?]/gu, (word) => {
    // Where е, к or г stand, everyone knows that the vowels are front ones.
    const isMarked = /[әөүі]/.test(word) && !/[екг]/.test(word)
    return (isMarked ? "ء" : "") + [...word].map((letter) => letters[letter] ?? letter).join("")
  })
}
