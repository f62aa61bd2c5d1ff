// One skeleton for four scripts, so that words the Turkic languages share, and loans and names in all of them, look
// alike: мүмкін is nobody's spelling, but mümkün, mümkin, мүмкүн and مۇمكىن all fold to "mumkin" or nearly.
// Vowels that only harmony tells apart fall together; so do k/q, g/ğ, x/h, c/j.

const uyghur = fromPairs(
  "اa ەe بb پp تt جj چç خh دd رr زz ژj سs شş غg فf قk كk گg ڭn لl مm نn ھh وo ۇu ۆo ۈu ۋv ېe ىi يy ئ ڧf ۅo ےy",
)
const kyrgyz = fromPairs(
  "аa бb вv гg дd еe ёo жj зz иi йy кk лl мm нn ңn оo өo пp рr сs тt уu үu фf хh цs чç шş щş ъ ыi ь эe юu яa",
)
const turkmen = fromPairs("äe žj ňn öo üu ýy yi wv jj çç şş")
const azerbaijani = fromPairs("əe ıi ğg qk xh öo üu cj çç şş jj")
const english = fromPairs("ck qk wv jj ys")
const tables: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  ug: uyghur,
  ky: kyrgyz,
  tk: turkmen,
  az: azerbaijani,
  en: new Map([...english, ["y", "i"]]),
}
const others = new Map([...uyghur, ...kyrgyz, ...fromPairs("äe öo üu çç şş ıi ğg")])

function fromPairs(pairs: string): Map<string, string> {
  return new Map(
    pairs.split(" ").map((pair) => {
      const [from = "", ...to] = [...pair]
      return [from, to.join("")]
    }),
  )
}

/** The skeleton of a lower-case word: a–z, ç and ş only, no letter doubled. */
export function fold(word: string, language: string): string {
  const table = tables[language] ?? others
  let folded = ""
  for (const letter of word) {
    const to = table.get(letter) ?? letter
    if (to !== "" && /[a-zçş]/.test(to) && !folded.endsWith(to)) folded += to
  }
  return folded.replaceAll("ph", "f").replaceAll("sh", "ş")
}
