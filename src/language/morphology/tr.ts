// Endings of Turkish, which leaks into Azerbaijani and Turkmen. A: a e, I: ı i u ü; K, G: k ğ; D: d t; C: c ç.
import { grammar, hardened } from "./endings.ts"

const vowels = "aıoueiöü"

export const tr = grammar(
  {
    letters: { A: "ae", I: "ıiuü", G: "ğ", D: "dt", C: "cç" },
    nominal: [
      "*lI lIk lIG sIz CI lAr CA DAş DAki ki lAştIrmA lAşmA lAnDIrmA sAl CIl",
      "lAr",
      "Im In I sI ImIz InIz m n mIz nIz",
      "In nIn yA A nA yI I nI DA nDA DAn nDAn lA ylA CA DAki nDAki DAkiler DAkilerin nCA yken",
      "DIr DIrlAr yIm Im sIn yIz Iz sInIz yDI yDIlAr DI DIlAr ymIş mIş ysA sA mI ken ydIk ydInIz",
    ],
    stem: ["*Il In l n DIr t Ir Ar Iş ş DIrIl Ilt DIrt", "Abil Ama Ame yAbil yAmA Am", "mA m mI"],
    participles:
      "mAk mAG mA An yAn mIş AcAk AcAG yAcAk yAcAG DIk DIG Iş yIş AsI mAlI mAz Ar yAr Ir r IcI yIcI mAzlIk mAmA yAmAyAn ArAktAn",
    finite:
      "Iyor yor Iyordu Ir r Ar yAr mAz DI mIş mIştI AcAk yAcAk AcAG yAcAG mAlI mAlIDIr sA sAydI sIn In yIn InIz yInIz AlIm yAlIm AyIm yAyIm Ip yIp ArAk yArAk IncA yIncA mAdAn DIkçA AlI yAlI ArkAn rken IrkAn Arken Irken mAktA mAktADIr mAktAyIz IrsA ArsA rsA mAzsA AcAktIr mIyor",
    persons: "m Im yIm n sIn k Iz yIz z nIz sInIz lAr DIr DIrlAr mI lArDIr dI",
  },
  {
    harmony: ["aıou", "eiöü"],
    invariable: /yor|ken$|ki/,
    stems(stem, ending) {
      if (!vowels.includes(ending[0] ?? "-")) return /^(?:yor)/.test(ending) ? rounded(stem) : []
      const found = hardened(stem, { ğ: "k", d: "t", c: "ç", b: "p", g: "k" })
      const [before, last] = [stem.at(-2) ?? "a", stem.at(-1)!]
      if (stem.length > 2 && !vowels.includes(before) && !vowels.includes(last))
        for (const vowel of ["ı", "i", "u", "ü"]) found.push(stem.slice(0, -1) + vowel + last)
      // başla- + ıyor → başlıyor.
      if (/^[ıiuü]yor/.test(ending)) found.push(`${stem}a`, `${stem}e`)
      return found
    },
  },
)

function rounded(stem: string): string[] {
  return /[ıiuü]$/.test(stem) ? [`${stem.slice(0, -1)}a`, `${stem.slice(0, -1)}e`] : []
}
