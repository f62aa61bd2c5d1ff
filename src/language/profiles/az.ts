// Azerbaijani in Latin script; i and ı are two letters: lower case must know (i → İ, I → ı).
import { turkishInAzerbaijani } from "./az-calques.ts"
import { cyrillicForLatin } from "./lookalikes.ts"
import { sharedLoans } from "./shared.ts"
import type { Profile } from "../profile.ts"

export const az: Profile = {
  tag: "az",
  script: "latin",
  letters: "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
  neighbours: ["tr", "tk", "uz", "fr"],
  lookalikes: { ...cyrillicForLatin, ǝ: "ə", Ǝ: "Ə", ä: "ə", Ä: "Ə" },
  punctuation: { "،": ",", "؛": ";", "؟": "?" },
  shared: [
    ...sharedLoans,
    ..."ad ada al ala alma alt amma an ana ara at ata ay az baba bal bar bin bit biz bol boş bu can dad dair dal dam dil din don dur el ela elan et etibar gor ham has hat hər iki ildən illik in isə it kim kin kor lal lap mal man mat may mil min nar naz nur nə o ol ola olan on orta ortaq ox pas pay pis pul raz ruh sal san sap sat siz sol son sona sor sən tam tap tar tel tez ton top tor toy tut us uz var yan yay yer yol yox zor".split(
      " ",
    ),
  ],
  conjunctions: ["və", "və ya", "ya", "ya da", "yaxud", "həm"],
  abbreviations: ["və s.", "s.", "və b.", "və i.a."],
  initials: "ymbdəsihtxqgakoöüuçevnzşcpfrl",
  casing: "dotted",
  boilerplate: ["ana səhifə", "axtarış", "paylaş", "ətraflı", "davamını oxu", "menyu", "hələ fayl yoxdur"],
  idioms: { and: "iç" },
  calques: turkishInAzerbaijani,
}
