// Endings of Azerbaijani. A: a ə, I: ı i u ü; K, G: the consonant that turns between vowels (-lıq, -lığı; -lik, -liyi).
import { grammar, hardened } from "./endings.ts"

const vowels = "aıoueəiöü"
const dropped = ["ı", "i", "u", "ü"]

export const az = grammar(
  {
    letters: { A: "aə", I: "ıiuü", K: "qk", G: "ğy" },
    nominal: [
      "*lI lIK lIG sIz çI lAr dA dAkI ndAkI cA daş dəş lAşmA lAşdIrmA lAndIrmA lAşdIrIlmA",
      "lAr",
      "Im In I sI ImIz InIz m n mIz nIz",
      "In nIn nun A yA nA I nI yI dA ndA dAn ndAn lA ylA cA dAkI ndAkI dAkIlAr yAdAk AdAk nAdAk dAkInI dAkInIn",
      "dIr dIrlAr yAm Am sAn yIK IK sInIz yIG ydI ydIlAr dI dIlAr ymIş mIş ysA sA mI dIrmI sInIzsA",
    ],
    stem: ["*Il In l n dIr t Ir Ar Iş ş dIrt Ilt dIrIl", "mA m mI"],
    participles:
      "mAK mAG mA An yAn mIş AcAK AcAG yAcAK yAcAG dIK dIG Iş yIş AsI yAsI mAlI mAz Ar yAr r IcI yIcI mAzlIK mAzlIG mAmAK mAmAG",
    finite:
      "Ir yIr r Ar yAr mAz mA dI mIş mIşdI Ib yIb AcAK yAcAK AcAG yAcAG A yA mAlI mAlIdI sA sAydI sIn In yIn InIz yInIz AK yAK IK yIK Im yIm ArAK yArAK AndA yAndA dIKcA mAdAn IncA yIncA AlI yAlI IrdI yIrdI ArdI yArdI rdI mAzdI AcAKdI yAcAKdI IbmIş Arkən yArkən rkən mAzkən mAKdA mAKdAdIr",
    persons:
      "m Am yAm n sAn IK yIK IG K sInIz sIz nIz lAr dIr dIrlAr mI dI sA AmsA sAnsA IKsA sInIzsA sInIzmI lArsA lArmI IKmI nIzmI nIzsA dIrmI",
  },
  {
    harmony: ["aıou", "əeiöü"],
    consonants: ["qğ", "k"],
    invariable: /kən$|(?<=d[aə])k[ıi]/,
    stems(stem, ending) {
      const isVowel = vowels.includes(ending[0] ?? "-")
      if (!isVowel) return []
      const found = hardened(stem, { y: "k", ğ: "q", d: "t", c: "ç", b: "p" })
      const [before, last] = [stem.at(-2) ?? "a", stem.at(-1)!]
      // şəkil + i → şəkli, oğul + u → oğlu.
      if (stem.length > 2 && !vowels.includes(before) && !vowels.includes(last))
        for (const vowel of dropped) found.push(stem.slice(0, -1) + vowel + last)
      return found
    },
  },
)
