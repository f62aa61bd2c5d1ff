// Turkmen in its Latin alphabet of 1995: y is the back vowel, ý the consonant of "yes".
import { cyrillicForLatin, leadingTo } from "./lookalikes.ts"
import { sharedLoans } from "./shared.ts"
import type { Profile } from "../profile.ts"

const letters = "abçdeäfghijžklmnňoöprsştuüwyýz"

export const tk: Profile = {
  tag: "tk",
  script: "latin",
  letters,
  neighbours: ["tr", "az", "uz", "fr"],
  lookalikes: { ...leadingTo(cyrillicForLatin, letters), ÿ: "ý", Ÿ: "Ý" },
  punctuation: { "،": ",", "؛": ";", "؟": "?" },
  shared: [
    ...sharedLoans,
    ..."ada al alma aman ara at ata bag bar ber bes bil bir biz bol bu dag dam dil dine diri dost dur edil ele elin ene eri gam gan gap gara gel git gum gurak hal han has hat haz hem her iki in is it kesel met ner ok on orta ot pes sag sal san sap sat sen size sol son tam tap ton top tor tut us uz we yat".split(
      " ",
    ),
  ],
  conjunctions: ["we", "ýa-da", "hem", "hem-de", "ýa"],
  abbreviations: ["ş.m.", "we ş.m.", "b.e.ö.", "s.k."],
  initials: "ýgbdsahtmouöikeäçpşnwjülrfz",
  casing: "plain",
  boilerplate: ["baş sahypa", "gözleg", "paýlaş", "dowamyny oka", "menýu", "heniz faýl ýok"],
  calques: [],
}
