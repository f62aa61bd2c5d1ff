// Turkmen in its Latin alphabet of 1995: y is the back vowel, ý the consonant of "yes".
import { cyrillicForLatin } from "./lookalikes.ts"
import type { Profile } from "../profile.ts"

export const tk: Profile = {
  tag: "tk",
  script: "latin",
  letters: "abçdeäfghijžklmnňoöprsştuüwyýz",
  neighbours: ["tr", "az", "uz", "fr"],
  lookalikes: { ...cyrillicForLatin, ÿ: "ý", Ÿ: "Ý" },
  punctuation: { "،": ",", "؛": ";", "؟": "?" },
  conjunctions: ["we", "ýa-da", "hem", "hem-de", "ýa"],
  abbreviations: ["ş.m.", "we ş.m.", "b.e.ö.", "s.k."],
  initials: "ýgbdsahtmouöikeäçpşnwj",
  casing: "plain",
  boilerplate: ["baş sahypa", "gözleg", "paýlaş", "dowamyny oka", "menýu", "heniz faýl ýok"],
  calques: [],
}
