// Endings of Kyrgyz. A: а е о ө, I: ы и у ү; D, N, L, G, B: consonants that assimilate to what stands before them.
import { grammar, hardened } from "./endings.ts"

const vowels = "аеёиоуыэюяөү"

export const ky = grammar(
  {
    letters: { A: "аеоө", I: "ыиуү", D: "дт", N: "ндт", L: "лдт", G: "гк", B: "бп" },
    nominal: [
      "*LIк LIг LIктIG сIз чI чA LAш LAштIрIу LAр LIу Lуу Lүү DAгI NAгI чIл дAй тAй",
      "LAр",
      "Iм Iң I сI IбIз IңIз м ң бIз ңIз IңAр IңIзDAр LAрI",
      "NIн GA A нA NI н DA ндA DAн нAн ндAн ыл чA DAгI ндAгI DAгIлAр DAгIсI NIкI дAй тAй сIз DAгIлAрI DAгIлAрдI",
      "мIн сIң сIз бIз сIздAр мын чI дIр тIр лAр бI пI гA",
    ],
    stem: ["*Iл Iн л н т дIр тIр гIз кIз гAр кAр Iш ш сAт Iлт DIрIл AлIн", "Bа Bе Bо Bө B"],
    participles:
      "уу үү оо өө ш Iш GAн чу чү Aр р бAс пAс с мAк GIдAй GAндIк GAндIG Aт йт Aтты ттуу AAр AрлIк бAстIк бAстIG BAгAндIк BAгAндIG LIк LIг у ү",
    finite:
      "Aт йт ат ет ыт A й DI сA Iп п GAн Aр р бAс пAс с сIн GIлA Iң ң IңIз ңIз Iңыздар AлI йлI AлIк йлIк GIчA мAйIнчA бAй пAй мAк мAкчI AрдA AрI ганча AйIн йIн Iптир птIр IптIр чу чү чуу GAй GAй майын ууда үүдө Iшат шат Iшет шет Iшот шот Iшөт шөт Iшты шты Iсын сыншы IшсIн шсIн IшсA шсA IшкAн шкAн",
    persons: "м мIн мын ң сIң сIз к бIз ңIз ңAр LAр DIр бI Iз GA сIздAр",
  },
  {
    harmony: ["аоуыяюё", "еиөүэ"],
    stems(stem, ending) {
      // модель + и → модели.
      const found = ending === "" ? [] : [`${stem}ь`]
      // сура- + уу → суроо, иште- + үү → иштөө.
      if (/^(?:оо|өө)/.test(ending)) found.push(...[..."аеоө"].map((vowel) => stem + vowel))
      if (!vowels.includes(ending[0] ?? "-")) return found
      found.push(...hardened(stem, { г: "к", б: "п", й: "к" }))
      const [before, last] = [stem.at(-2) ?? "а", stem.at(-1)!]
      // орун + у → орду is one of its own; мурун + у → мурду; ооз; көрүн.
      if (stem.length > 2 && !vowels.includes(before) && !vowels.includes(last))
        for (const vowel of ["ы", "и", "у", "ү"]) found.push(stem.slice(0, -1) + vowel + last)
      return found
    },
  },
)
