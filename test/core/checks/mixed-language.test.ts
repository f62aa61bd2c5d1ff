import { describe, expect, it } from "vitest"
import { check, checkDocument } from "../../../src/checks/index.ts"
import { readDocument } from "../../../src/formats/index.ts"

const bytes = (text: string) => new TextEncoder().encode(text)
const run = (language: string, text: string, brands: string[] = []) =>
  check({ language, brands, blocks: [{ id: "b0", kind: "paragraph", text }] }).filter(
    ({ check: id }) => id === "mixed-language",
  )

describe("passages in another language", () => {
  it.each([
    [
      "tk",
      "sentence",
      "Biz maglumatlaryňyzy goraýarys. We never sell your personal information to anyone. Siziň hukuklaryňyz bar.",
      ["untranslated We never sell your personal information to anyone."],
    ],
    [
      "tk",
      "clause",
      "Hasabyňyzy açanyňyzda biz your phone number and home address soraýarys.",
      ["mixed your phone number and home address"],
    ],
    ["tk", "word", "Siz islendik wagt hasabyňyzy delete edip bilersiňiz.", ["mixed delete"]],
    [
      "az",
      "sentence",
      "Şəxsi məlumatlarınızı qoruyuruq. Please contact our support team for help.",
      ["untranslated Please contact our support team for help."],
    ],
    ["az", "word", "Sorğunuza cavab vermək üçün bizə thirty gün lazımdır.", ["mixed thirty"]],
    [
      "az",
      "Turkish",
      "Məlumatlarınızı qoruyuruq. Kişisel bilgilerinizi hiçbir koşulda üçüncü kişilerle paylaşmayacağımızı taahhüt ederiz.",
      ["untranslated Kişisel bilgilerinizi hiçbir koşulda üçüncü kişilerle paylaşmayacağımızı taahhüt ederiz."],
    ],
    [
      "ky",
      "Russian",
      "Биз маалыматыңызды сактайбыз. Мы не передаём ваши персональные данные третьим лицам.",
      ["untranslated Мы не передаём ваши персональные данные третьим лицам."],
    ],
    [
      "ug",
      "Arabic",
      "بىز ئۇچۇرلىرىڭىزنى قوغدايمىز. نحن لا نبيع بياناتكم الشخصية لأي طرف ثالث.",
      ["untranslated نحن لا نبيع بياناتكم الشخصية لأي طرف ثالث."],
    ],
    ["ug", "word", "بىز سىزنىڭ shipping ئادرېسىڭىزنى ساقلايمىز.", ["mixed shipping"]],
    ["ug", "Chinese", "بىز سىزنىڭ 个人信息 نى ساقلايمىز.", ["mixed 个人信息"]],
    [
      "tk",
      "look-alike",
      "Siziň mаglumatlaryňyz biziň üçin wajypdyr.",
      ["foreign-script mаglumatlaryňyz → maglumatlaryňyz"],
    ],
    ["az", "ǝ for ə", "Bu mǝlumatlar bizim üçün vacibdir.", ["foreign-script mǝlumatlar → məlumatlar"]],
    ["ky", "look-alike", "Биздин cайт сиздин маалыматыңызды сактайт.", ["foreign-script cайт → сайт"]],
    [
      "ug",
      "Persian letters",
      "بىز سىزنىڭ شەخسیي ئۇچۇرلىرىڭىزنی قوغدايمىز.",
      ["foreign-script شەخسیي → شەخسىي", "foreign-script ئۇچۇرلىرىڭىزنی → ئۇچۇرلىرىڭىزنى"],
    ],
    ["ug", "half a name", "بىز بىخەتەر Sockets Layer (SSL) ئىشلىتىمىز.", ["foreign-script بىخەتەر Sockets Layer"]],
  ])("%s %s", (language, _, text, expected) => {
    expect(
      run(language, text).map(({ kind, text: found, fix }) => `${kind} ${found}${fix ? ` → ${fix.text}` : ""}`),
    ).toEqual(expected)
  })

  it("mends a fused token with a word the document has elsewhere", () => {
    const text = "Kepilliklerimiz güýjinde galýar. Bu Warrantyepilliklerimiz size degişlidir."
    expect(run("tk", text).map(({ kind, text: found, fix }) => [kind, found, fix?.text])).toEqual([
      ["fused", "Warrantyepilliklerimiz", "kepilliklerimiz"],
    ])
  })
})

describe("what is left alone", () => {
  it.each([
    ["tk", "homographs", "Size hem bu barada habar bereris we has köp maglumat bar."],
    ["tk", "addresses", "Bize help@example.com ýa-da https://example.com/privacy-policy arkaly ýazyň."],
    [
      "ug",
      "abbreviations with endings",
      "بىز GDPR دىكى بەلگىلىمىلەرگە ۋە CCPA غا ئەمەل قىلىمىز، IP ئادرېسىڭىزنى ساقلايمىز.",
    ],
    ["tk", "abbreviations with endings", "Maglumatlar SSL-iň kömegi bilen goralýar."],
    ["ug", "obfuscated address", "بىزگە hello[at]weebi.com غا خەت يېزىڭ."],
    ["ky", "a name in full", "Биз Secure Socket Layer (SSL) технологиясын колдонобуз."],
    ["ky", "abbreviation", "Аты-жөнүңүз, дарегиңиз ж.б. маалыматтар сакталат."],
    ["az", "loans", "Brauzer və server internet vasitəsilə məlumat ötürür."],
    ["az", "well-known names", "Google Analytics və Facebook haqqında ətraflı oxuyun."],
    ["en", "clean", "We collect only the data we need, and we keep it for two years."],
  ])("%s %s", (language, _, text) => {
    expect(run(language, text).map(({ text: found }) => found)).toEqual([])
  })

  it("brands of the project, and names that repeat", () => {
    expect(run("ug", "بىز Harvest ئارقىلىق مۇلازىمەت قىلىمىز.", ["Harvest"])).toEqual([])
    expect(run("tk", "Biz Zorvexa kompaniýasydyrys. Bu sahypa Zorvexa degişlidir, Zorvexa size kömek eder.")).toEqual(
      [],
    )
  })
})

describe("a document", () => {
  const sentence = "We collect the information that you give us when you open an account."
  it("in the wrong language is said once", () => {
    const text = Array.from({ length: 6 }, (_, at) => `${sentence} It is paragraph number ${at}.`).join("\n\n")
    const { findings } = checkDocument(readDocument(bytes(text), { name: "a.txt" }), { language: "tk" })
    const own = findings.filter(({ check: id }) => id === "mixed-language")
    expect(own).toHaveLength(1)
    expect(own[0]!.message.key).toBe("untranslated-document")
    expect(own[0]!.text).toBe(text)
  })

  it("gives offsets in the file", () => {
    const text = "# Gizlinlik\n\nBiz **maglumatlaryňyzy** please howpsuz saklaýarys &amp; goraýarys.\n"
    const { language, findings } = checkDocument(readDocument(bytes(text), { name: "a.md" }))
    expect(language.tag).toBe("tk")
    expect(findings.map(({ start, end, text: found }) => [text.slice(start, end), found])).toEqual([
      ["please", "please"],
    ])
  })
})
