// Endings of Russian, which leaks into Kyrgyz. Stems are listed without their last vowel ("конфиденциальност-",
// "провер-"): `russianBase` cuts it off.
import { grammar } from "./endings.ts"

const adjective = "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ых их ыми ими ую юю ою ею"
const noun =
  "а я о е ё ы и у ю ь й ой ей ёй ою ею ом ем ём ов ев ёв ам ям ами ями ах ях ью ия ии ию ием ий иям иями иях ие"
const vowel = "(?:[аяеиоыу])"
const participle = `(?:${vowel}(?:вш|нн|ющ|ем)|[аяую]щ|[её]нн|[аи]вш|[еи]м|уем|ующ)(?:${adjective.replaceAll(" ", "|")})`
const finite = [
  `${vowel}?(?:ть|ти|л|ла|ло|ли|в|вши|н|на|но|ны|т)`,
  `${vowel}?(?:ет|ёт|ют|ут|ем|ём|ете|ёте|ешь|ёшь|ю|у|й|йте|я|ит|ат|ят|им|ите|ишь|и|ь|ьте)`,
  "у(?:ет|ют|ем|ете|ешь|ю|й|йте|я)",
  "(?:[аяе]?ни|ени|ани|овани)(?:е|я|ю|ем|и|й|ям|ями|ях)",
].join(" ")

export const ru = grammar(
  {
    letters: {},
    nominal: [`${adjective} ${noun} а о ы ен ее ей ого ски`],
    stem: [],
    participles: participle,
    finite: `(?:${finite.split(" ").join("|")})`,
    persons: "ся сь",
  },
  {
    harmony: [],
    // пользоваться → пользуется.
    stems: (stem, ending) => (/^у[еюй]/.test(ending) ? [`${stem}ов`, `${stem}ев`] : []),
  },
)

/** A dictionary form without the vowel its endings replace. */
export function russianBase(word: string): string {
  const verb = /^(.{2,}?)[аяеиоыу]?(?:ть|ти)(?:ся|сь)?$/.exec(word)
  return verb ? verb[1]! : word.replace(/(?:ый|ий|ой|[аеёиоуыэюяйь])$/, "")
}
