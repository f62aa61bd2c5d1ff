// Endings of Uyghur, written in Latin letters here (one for one) and turned into its alphabet. A: a e, I: i u ü;
// G, D, K: consonants that assimilate. Open syllables weaken the vowel before them: bala → balilar, kel- → këlidu.
import { grammar, hardened } from "./endings.ts"

const latin = "aeiouöüëbptjçxdrzžsšğfqkgňlmnhwy"
const arabic = "اەىوۇۆۈېبپتجچخدرزژسشغفقكگڭلمنھۋي"

const written = (text: string) => text.replace(/\p{Ll}/gu, (letter) => arabic[latin.indexOf(letter)]!)

export const ug = grammar(
  {
    letters: { A: written("ae"), I: written("iuü"), G: written("ğqgk"), D: written("dt"), K: written("qk") },
    nominal: [
      "*liK luK lüK liğ luğ lüg siz çi lAr daš çA çiliq çilik çan Diki çil",
      "lAr lir liri",
      "Im Iň i si imiz iňiz m ň miz ňiz Iňlar Iňlar",
      "niň ni GA DA Din Diki GiçA dek tek çe çilik Dikiler Dikiliri Dikisi niňki Dila nila GilA Dimu nimu GAmu Dinmu Dinla Dikilerniň Dikilerni la",
      "men sen siz miz Dur mu la ğu çu ki midi Diken Dim Duq Dük ikenmen ikensiz idim iduq msiz mdu",
    ],
    stem: [
      "*Il In l n t DIr GIz Iš š DIrIl laš leš It iwal iwet iwër iwat",
      "alA elA alm elm yala yele yalm yelm AlA Alm Al",
      "mA mi m may mey",
    ],
    participles:
      "mAK mAG mAKçi š Iš GAn Diğan idiğan ydiğan iDiğan watqan Iwatqan GIçA GIçi GI mas mes masliq meslik masliG Ar r GIdek GAnliq GAnlik iwalğan iwetken iwëtiš iwëliš iwëtil iwëtilgen iwëtilidiğan GAnliğ GAnlig",
    finite:
      "iDu ydu imA Di Duq Dük sA si GAy Amsiz Amdu ymu imu Ip p GAn Iptu ptu sun Iň ň IňIz ňIz Iňlar GilA Gili GAç GIçA GiçA may mey mayla mastin mestin mas mes Ar r Ayli yli Ay y i iwatidu Iwatidu watidu Iwati wati iwëtidu iwëti iwalidu iwëlip iwalsa GAndA Gini Gidek GAndin GAnda iwetti iwetse Gilar",
    persons: "m men miz siz sen ň ňiz K lAr Iňlar du mu GA siler Dur imen imiz isiz ikin iken",
  },
  {
    harmony: [written("auo"), written("eüö")],
    consonants: [written("qğ"), written("kg")],
    invariable: new RegExp(written("diki|tiki|niki|niňki|diğan|tiğan|du|tu|mu|sun|ğu|çan|daš"), "g"),
    stems(stem, ending) {
      if (ending === "") return []
      const found = hardened(stem, {
        [written("ğ")]: written("q"),
        [written("g")]: written("k"),
        [written("w")]: written("p"),
        [written("b")]: written("p"),
      })
      const weak = Math.max(stem.lastIndexOf(written("i")), stem.lastIndexOf(written("ë")))
      if (weak > 0 && weak >= stem.length - 3)
        for (const vowel of written("ae")) found.push(stem.slice(0, weak) + vowel + stem.slice(weak + 1))
      return found
    },
  },
  written,
)
