// Azerbaijani in Latin script; i and ı are two letters: lower case must know (i → İ, I → ı).
import { cyrillicForLatin } from "./lookalikes.ts"
import type { Profile } from "../profile.ts"

export const az: Profile = {
  tag: "az",
  script: "latin",
  letters: "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
  neighbours: ["tr", "tk", "uz", "fr"],
  lookalikes: { ...cyrillicForLatin, ǝ: "ə", Ǝ: "Ə", ä: "ə", Ä: "Ə" },
  punctuation: { "،": ",", "؛": ";", "؟": "?" },
  conjunctions: ["və", "və ya", "ya", "ya da", "yaxud", "həm"],
  abbreviations: ["və s.", "s.", "və b.", "və i.a."],
  initials: "ymbdəsihtxqgaköüçvnz",
  casing: "dotted",
  boilerplate: ["ana səhifə", "axtarış", "paylaş", "ətraflı", "davamını oxu", "menyu", "hələ fayl yoxdur"],
  calques: [],
}
