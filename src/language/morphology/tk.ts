// Endings of Turkmen. A: a e ä, I: y i u ü; K, G: the consonant that turns between vowels (-lyk, -lygy).
import { grammar, hardened } from "./endings.ts"

const vowels = "ayoueäiöü"

export const tk = grammar(
  {
    letters: { A: "aeä", I: "yiuü", K: "k", G: "g" },
    nominal: [
      "*lI lIK lIG sIz çI lAr dA dAkI ndAkI çA çAK lAşdIrmA lAşma dAş daky däki ky ki",
      "lAr",
      "Im Iň I sI ImIz IňIz m ň mIz ňIz lArI",
      "Iň nIň A nA I nI ny ni dA ndA dAn ndAn çA dAkI ndAkI dAkIlAr dAkIlArI n dAkIlArIň dAkIsI",
      "dIr dIrlAr mI dIK dI dIň dIňIz kA kAn mIş dIrIs dIrIn dIrsIňIz sA",
    ],
    stem: ["*Il In l n dIr t Ir Ar Iş ş dIrt dIrIl Ilş", "mA m"],
    participles:
      "mAK mAG mA An n ýAn jAK jAG mIş dIK dIG ddIK Iş ş AsI mAlI mAz Ar r IjI jI ýjI An gIn gIç mAzlIK mAzlIG mAjAK mAsIzlIK mAçIlIK mAýAn",
    finite:
      "ýAr ýä ýA ýArdI ýArkA ýArsA Ar r ArdI mAz mAzdI mA dI mIş Ip p IpdI pdI Ipdir Ipdyr jAK jAG A mAlI mAlIdI sA sAdI sIn Iň ň IňIz ňIz AlI lI AlIň lIň AýIn ýIn mAn mAzdAn AndA ndA InçA nçA AlI mAgA mAKçI mAKçIdI mAKdA gIn AgAdA ArkA Ardy ipdir ypdyr",
    persons: "m In ýIn n sIň Is IK K sIňIz sIz ňIz Iňiz lAr dIr dIrlAr mI dIrIs",
  },
  {
    harmony: ["ayou", "eäiöü"],
    stems(stem, ending) {
      const last = stem.at(-1)!
      const found: string[] = []
      // düşünje → düşünjä, ene → enäm; ýazgy → ýazga.
      if (last === "ä") found.push(`${stem.slice(0, -1)}e`)
      if (/^[aeä]/.test(ending)) found.push(`${stem}y`, `${stem}i`)
      if (!vowels.includes(ending[0] ?? "-")) return found
      found.push(...hardened(stem, { g: "k", b: "p", d: "t", j: "ç" }))
      const before = stem.at(-2) ?? "a"
      // burun + y → burny, şäher + i → şäheri keeps it.
      if (stem.length > 2 && !vowels.includes(before) && !vowels.includes(last))
        for (const vowel of ["y", "i", "u", "ü"]) found.push(stem.slice(0, -1) + vowel + last)
      return found
    },
  },
)
