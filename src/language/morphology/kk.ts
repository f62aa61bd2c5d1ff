// Endings of Kazakh in Cyrillic, which leaks into Kyrgyz. A: а е, I: ы і; D, N, L, G, B, M: consonants that assimilate.
import { grammar, hardened } from "./endings.ts"

const vowels = "аәеиоөуұүыіэюя"

export const kk = grammar(
  {
    letters: { A: "ае", I: "ыі", D: "дт", N: "ндт", L: "лдт", G: "ғгқк", B: "бп", M: "мбп", K: "қк", J: "ғг", S: "сш" },
    nominal: [
      "*LI LIK LIJ сIз SI LAс LAр LAу LAнDIру DAJI ша ше дAй тAй LAма хана шыл",
      "LAр",
      "Iм Iң I сI IмIз IңIз м ң мIз ңIз LAрI",
      "NIң GA A нA NI н DA ндA DAн нAн ндAн Mен ша ше DAJI ндAJI NIкI дAй тAй сIз DAJIлAр",
      "мIн мін бIн пIн сIң сIз бIз пIз DIр лAр ма ме ба бе па пе сIздAр",
    ],
    stem: ["*Iл Iн л н т DIр GIз Iс с DIрIл AлIн", "MA M"],
    participles: "у ю Iс с GAн AтIн йтIн AтI йтI ушI юшI Aр р MAс с MAK MAJ GAндIK GAндIJ MAйтIн GIш",
    finite:
      "AдI йдI A й DI сA Iп п GAн Aр р MAс с сIн Iң ң IңIз ңIз йIK AйIK AйIн йIн MAK MAKшI GAншA MAй MAйIншA GAлI ушI IптI Iпті птI GAндA GAннAн AтындAй Iңіздер AмIз ймIз AсIз йсIз AдI",
    persons: "м мIн мін ң сIң сIз K бIз пIз ңIз ңдAр лAр DIр ма ме сIздAр",
  },
  {
    harmony: ["аоұыя", "әеөүіэ"],
    consonants: ["қғ", "кг"],
    stems(stem, ending) {
      if (!vowels.includes(ending[0] ?? "-")) return []
      const found = hardened(stem, { ғ: "қ", г: "к", б: "п" })
      const [before, last] = [stem.at(-2) ?? "а", stem.at(-1)!]
      if (stem.length > 2 && !vowels.includes(before) && !vowels.includes(last))
        for (const vowel of ["ы", "і"]) found.push(stem.slice(0, -1) + vowel + last)
      return found
    },
  },
)
