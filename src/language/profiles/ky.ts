// Kyrgyz in Cyrillic: the Russian alphabet with ң ө ү.
import { latinForCyrillic, leadingTo } from "./lookalikes.ts"
import type { Profile } from "../profile.ts"

const letters = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"

export const ky: Profile = {
  tag: "ky",
  script: "cyrillic",
  letters,
  neighbours: ["ru", "kk"],
  lookalikes: leadingTo(latinForCyrillic, letters),
  punctuation: { "،": ",", "؛": ";", "؟": "?" },
  shared: [],
  conjunctions: ["жана", "же", "жана/же", "менен", "ошондой эле"],
  abbreviations: ["ж.б.", "ж.б.у.с.", "т.б.", "б.а.", "ж-а"],
  initials: "кбсжтаомэүудйыөипнч",
  casing: "plain",
  boilerplate: ["башкы бет", "издөө", "бөлүшүү", "кененирээк", "меню", "файлдар жок", "азырынча файл жок"],
  calques: [{ words: "үчүнчү партия", instead: "үчүнчү тарап", from: "en", reason: "sense" }],
}
