// How words end in the five languages: enough morphology to know `məlumatlarınızı` for `məlumat`, and not `malik` for
// `mal`. A stem may change its last letter (k→ğ, ت stays, ە→ى), and what follows must be a chain of endings whose
// vowels agree. Out of scope: derivation, which long stems are allowed without proof (`isEnding`).

interface Morphology {
  /** Endings that may follow one another, blanks between. */
  readonly endings: string
  /** Last letter of a stem before a vowel, and what it becomes. */
  readonly softening: Readonly<Record<string, string>>
  /** Dictionary endings of verbs, cut to reach the stem. */
  readonly infinitive?: RegExp
  readonly front?: RegExp
  readonly back?: RegExp
  /** Longest chain, in endings. */
  readonly depth: number
}

// A stands for a/ə, I for ı/i/u/ü, D for d/t and so on; written out by `expand`.
const turkicLatin = (a: string, i: string, more: string): string =>
  expand(
    `lAr I nI sI In nIn A yA nA dA DA dAn DAn Im m mIz ImIz Iz nIz InIz n ki kI lA ylA lI lIk lIG sIz CI CIlAr cA mA mAk mAG mAsI ` +
      `Ar r Ir yIr yAr ýAr mIr DI dI dIK mIş mIs An yAn ýAn gAn DIG DIK AcAK AcAG yAcAK jAk jAg Ib yIb Ip p sA mAz mAr Il n Iş dIr DIr t ` +
      `Ik IK s yIk ArIK yI IlI IlAn IlmA Ak mAl mAlI mAn ýIn yIn ${more}`,
    { A: a, I: i, D: "dt", C: "cçj", G: "ğyg", K: "qk" },
  )

const morphologies: Readonly<Record<string, Morphology>> = {
  en: {
    endings:
      "s es ed d ing er ers or ors ly 's ’s s' al able ment ments ion ions ation ations e y ies ied ier t ts ance ence ency ity ness",
    softening: { y: "i" },
    depth: 2,
  },
  az: {
    endings: turkicLatin("aə", "ıiuü", "ğı ği ğu ğü yi yı"),
    softening: { k: "y", q: "ğ", t: "d" },
    infinitive: /m[aə][qk]$/,
    front: /[eəiöü]/,
    back: /[aıou]/,
    depth: 6,
  },
  tk: {
    endings: turkicLatin("aäe", "yiuü", "ňyz ňiz yňyz iňiz yň iň ň myz miz ýa ýe da de ny ni nyň niň yň gy gi ga ge"),
    softening: { k: "g", p: "b", t: "d", ç: "j" },
    infinitive: /m[ae]k$/,
    front: /[äeiöü]/,
    back: /[aou]/,
    depth: 6,
  },
  ky: {
    endings: expand(
      "LAр Ы сЫ НЫ НЫн дЫн тЫн ДА гА кА нА А ДАн нАн Ым м бЫз ЫбЫз ЫңЫз ңЫз Ың ң нЫкЫ ЛЫк ЛЫг сЫз чЫ чЫЛАр ДАй чА уу үү оо өө ЫУ " +
        "Ат йт т БАйт ДЫ гАн кАн Ып п сА БА бАс Ыл н Ыш дЫр тЫр у ү АЛЫ йЛЫ Ар Ыр АсЫз АбЫз йбЫз йсЫз дА дЫ дУ кЫ гЫ",
      { A: "аеоө", А: "аеоө", Ы: "ыиуү", L: "лдт", Л: "лдт", Н: "ндт", Д: "дт", Б: "бпм", У: "уү" },
    ),
    softening: { к: "г", п: "б" },
    infinitive: /(?:уу|үү|оо|өө)$/,
    front: /[еэиөү]/,
    back: /[аыоу]/,
    depth: 6,
  },
  ug: {
    endings: expand(
      "LAر ى سى نى نىڭ دىن تىن DA GA نا ە ا م ىم ۇم ۈم مىز ىمىز ىڭ ڭ ىڭىز ڭىز ىڭىزلار ڭلار دىكى تىكى لىق لىك لۇق لۈك سىز چى چى ش ىش ۇش ۈش " +
        "ماق مەك ما مە مى يدۇ ىدۇ دۇ ىمىز يمىز دى تى GAن ىپ پ ۇپ ۈپ سا سە مايدۇ مەيدۇ ىل ىن ىۋات ۋات ىسىز يسىز غۇچى گۈچى كۈچى قۇچى دۇر تۇر ۇر ۈر " +
        "ىلىرى لىرى ئى لا لە نىڭكى مۇ غىلى قىلى كىلى گىلى ىشى",
      { L: "ل", A: "اە", D: "دت", G: "غقكگ" },
    ),
    softening: {},
    infinitive: /(?:ماق|مەك|ش)$/,
    depth: 6,
  },
}

function expand(endings: string, classes: Readonly<Record<string, string>>): string {
  const one = (ending: string): string[] => {
    const at = [...ending].findIndex((letter) => letter in classes)
    if (at < 0) return [ending]
    return [...classes[ending[at]!]!].flatMap((letter) => one(ending.slice(0, at) + letter + ending.slice(at + 1)))
  }
  return [...new Set(endings.split(/\s+/).flatMap(one))].join(" ")
}

interface Rules extends Morphology {
  readonly set: ReadonlySet<string>
  readonly longest: number
  readonly known: Map<string, boolean>
}

const rules = new Map<string, Rules>(
  Object.entries(morphologies).map(([language, morphology]) => {
    const set = new Set(morphology.endings.split(" "))
    return [
      language,
      {
        ...morphology,
        set,
        longest: Math.max(...[...set].map(({ length }) => length)),
        known: new Map<string, boolean>(),
      },
    ]
  }),
)

/** Stems of at least this length are trusted whatever follows: derivations count (collect, collection, collector). */
const longStem = 5

/** May `rest` follow `stem` in a word of the language? Languages without rules allow up to six letters after four. */
export function isEnding(language: string, stem: string, rest: string): boolean {
  if (rest === "") return true
  const rule = rules.get(language)
  if (!rule) return stem.length >= 4 && rest.length <= 6
  if (stem.length >= longStem) return rest.length <= 22
  let known = rule.known.get(rest)
  if (known === undefined) rule.known.set(rest, (known = isChain(rule, rest)))
  return known && isHarmonic(rule, stem, rest)
}

function isChain({ set, longest, depth }: Rules, rest: string): boolean {
  let ends = new Set([0])
  for (let round = 0; round < depth; round++) {
    const next = new Set<number>()
    for (const from of ends)
      for (let length = 1; length <= longest && from + length <= rest.length; length++)
        if (set.has(rest.slice(from, from + length))) next.add(from + length)
    if (next.has(rest.length)) return true
    ends = next
  }
  return false
}

/** The first vowel of the endings agrees with the last of the stem; loans with mixed vowels agree by their last. */
function isHarmonic({ front, back }: Rules, stem: string, rest: string): boolean {
  if (!front || !back) return true
  const isFront = lastOf(stem, front) > lastOf(stem, back)
  const hasVowel = front.test(stem) || back.test(stem)
  if (!hasVowel) return true
  const opposite = isFront ? rest.search(back) : rest.search(front)
  const same = isFront ? rest.search(front) : rest.search(back)
  return opposite < 0 || (same >= 0 && same < opposite)
}

function lastOf(text: string, letters: RegExp): number {
  for (let at = text.length - 1; at >= 0; at--) if (letters.test(text[at]!)) return at
  return -1
}

/** The stems under which a dictionary word occurs: itself, its verb stem, and its forms before a vowel. */
export function stemsOf(language: string, word: string): string[] {
  const rule = rules.get(language)
  const found = new Set([word])
  if (language === "en") {
    if (word.length > 4 && word.endsWith("e")) found.add(word.slice(0, -1))
    if (word.length > 3 && word.endsWith("y")) found.add(`${word.slice(0, -1)}i`)
    return [...found]
  }
  const verb = rule?.infinitive ? word.replace(rule.infinitive, "") : word
  if (verb !== word && verb.length >= 3) {
    if (language !== "ug" || !word.endsWith("ش")) found.delete(word)
    found.add(verb)
  }
  for (const stem of Array.from(found)) {
    const soft = rule?.softening[stem.at(-1) ?? ""]
    if (soft && stem.length >= 3) found.add(stem.slice(0, -1) + soft)
    // Uyghur raises the last open vowel before an ending: تەرەپ → تەرىپى, توپلا → توپلى.
    if (language === "ug") {
      const raised = stem.replace(/[اە](?=[^اەىېوۇۆۈ]?$)/, "ى")
      if (raised !== stem && stem.length >= 4) found.add(raised)
    }
  }
  return [...found]
}
