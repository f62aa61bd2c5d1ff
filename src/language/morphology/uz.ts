// Endings of Uzbek, which leaks into Turkmen and Azerbaijani. No vowel harmony. G: g k q.
import { grammar, hardened } from "./endings.ts"

export const uz = grammar(
  {
    letters: { G: "gkq" },
    nominal: [
      "*li lik siz chi lar cha dosh dagi gi ki viy lashtirish lashish lantirish",
      "lar",
      "im ing i si imiz ingiz m ng miz ngiz lari",
      "ning ni Ga da dan dagi niki dek day cha gacha Gacha dagilar",
      "man san siz miz dir dirlar mi ku edi ekan",
    ],
    stem: ["*il in l n tir dir t Giz ish sh ar ir la lan lash", "ol olm", "ma"],
    participles: "moq mog' ish sh gan Gan digan adigan ydigan yotgan ayotgan uvchi vchi ar r mas maslik uv v gich",
    finite:
      "adi ydi a y di sa ib b Gan ibdi sin ing ng ingiz ngiz aylik ylik ay yapti moqda moqchi maydi mas gach guncha Guncha masdan masa ar r Gani Ganda Gandan Gach yap",
    persons: "m man miz siz san ng ngiz k lar dir mi di",
  },
  {
    harmony: [],
    stems: (stem, ending) =>
      /^[aiou]/.test(ending)
        ? hardened(stem, { g: "k", "'": "q", b: "p" }).concat(stem.endsWith("g'") ? [`${stem.slice(0, -2)}q`] : [])
        : [],
  },
)
