// Uyghur in its Arabic alphabet of 32 letters; vowels are always written, words that begin with one carry ئ.
import type { Profile } from "../profile.ts"

export const ug: Profile = {
  tag: "ug",
  script: "arabic",
  letters: "ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي",
  neighbours: ["ar", "fa", "kk"],
  // Keyboards for Arabic and Persian give these; readers hardly see the difference, searches do.
  lookalikes: { ه: "ھ", ة: "ە", ی: "ى", ک: "ك", ګ: "گ", ۉ: "ۋ", ێ: "ې", ـ: "" },
  punctuation: { ",": "،", ";": "؛", "?": "؟" },
  shared: [],
  conjunctions: ["ۋە", "ياكى", "ھەم", "ھەمدە"],
  abbreviations: ["ق.س.", "ت.خ."],
  initials: "ئيقبسمتكخشپگھدنرجلچزۋغ",
  casing: "none",
  boilerplate: [
    "ھازىرچە ھۆججەت يوق",
    "ئۈستىگە قايتىش",
    "تەپسىلاتى",
    "كۆپرەك ئوقۇش",
    "ھەمبەھىرلەش",
    "باش بەت",
    "تىزىملىك",
    "ئىزدەش",
  ],
  calques: [],
}
