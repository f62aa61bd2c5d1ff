import { describe, expect, it } from "vitest"
import { check } from "../../../src/checks/index.ts"
import type { CheckedBlock } from "../../../src/checks/index.ts"

const blocksOf = (texts: readonly string[], source?: string): CheckedBlock[] =>
  texts.map((text, at) => ({ id: `b${at}`, kind: "paragraph", text, ...(source === undefined ? {} : { source }) }))
const run = (language: string, kinds: readonly string[], texts: readonly string[], source?: string) =>
  check({ language, blocks: blocksOf(texts, source) })
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text, fix }) => (fix ? `${text} → ${fix.text}` : text))

describe("deterministic checks", () => {
  it.each([
    ["glued-sentence", "tk", ["Biz goraýarys.Siz ynanyň."], ["s.S → s. S"]],
    ["glued-sentence", "ug", ["بىز قوغدايمىز.سىز ئىشىنىڭ."], ["ز.س → ز. س"]],
    ["glued-sentence", "ky", ["Аты ж.б.у.с. Дарек ж.б. Сайт example.com болот."], []],
    [
      "glued-token",
      "tk",
      ["Bize ýazyňinfo@example.comBiz jogap bereris."],
      ["ňinfo@example.comB → ň info@example.com B"],
    ],
    ["punct-script", "ug", ["بىز قوغدايمىز, سىزچۇ?"], [", → ،", "? → ؟"]],
    ["punct-script", "ug", ["GDPR, CCPA قانۇنى 1,5 يىل."], []],
    ["punct-spacing", "ug", ["بىز ، سىز"], [" ، → ،"]],
    ["punct-spacing", "ky", ["Биз , сиз"], [" , → ,"]],
    [
      "duplicate",
      "ky",
      [
        "Биз сиздин маалыматыңызды бөтөн адамга эч качан бербейбиз.",
        "Ооба.",
        "Биз сиздин маалыматыңызды бөтөн адамга эч качан бербейбиз.",
      ],
      ["Биз сиздин маалыматыңызды бөтөн адамга эч качан бербейбиз."],
    ],
    ["doublet", "az", ["Bu üsul etibarlı və etibarlı deyil."], ["etibarlı və etibarlı"]],
    ["duplicate-word", "tk", ["Bu degişli degişli adalgalar."], ["degişli degişli → degişli"]],
    [
      "boilerplate",
      "tk",
      ["Gizlinlik", "Biz.", "Siz.", "Olar.", "Soňy.", "0f2b06b71b81d66594a2b16677d6d15"],
      ["0f2b06b71b81d66594a2b16677d6d15"],
    ],
    [
      "boilerplate",
      "az",
      ["Sayt yenilənir, narahatlığa görə üzr istəyirik.", "Məxfilik", "Biz.", "Siz.", "Onlar.", "Endirilib: 12"],
      ["Sayt yenilənir, narahatlığa görə üzr istəyirik.", "Endirilib: 12"],
    ],
    [
      "boilerplate",
      "ky",
      ["Купуялык", "Биз.", "Сиз.", "Алар.", "Мөөнөт: 30", "Facebookто бөлүшүү", "Telegram | WhatsApp"],
      ["Telegram | WhatsApp"],
    ],
    ["boilerplate", "tk", ["Gizlinlik", "Biz.", "Siz.", "Olar.", "Telegram arkaly ýazyp bilersiňiz."], []],
    ["boilerplate", "en", ["Privacy", "We.", "You.", "They.", "Share on Facebook"], ["Share on Facebook"]],
    ["truncated", "ky", ["Аты", "Биз.", "Сиз.", "Алар.", "Кардардын дареги жана маалыматын ж."], ["маалыматын ж."]],
    [
      "bullet-word",
      "tk",
      ["● sargytlary kabul etmek;", "Our hyzmatlary gowulandyrmak;", "● töleg almak."],
      ["Our → ●"],
    ],
    ["calque", "az", ["Gizlilik siyasətimizi oxuyun."], ["Gizlilik → Məxfilik"]],
    ["calque", "az", ["Çərəzlər brauzerdə saxlanılır."], ["Çərəzlər → Kukilər"]],
    ["calque", "az", ["Xidmətimizi istifadə edərkən diqqətli olun."], ["Xidmətimizi istifadə edərkən"]],
    ["calque", "az", ["Səhvi aşkar etdiyimiz təqdirdə bildiririk."], ["etdiyimiz təqdirdə"]],
    ["calque", "az", ["Əks təqdirdə müqavilə ləğv olunur. Bu yol üzərindən keçir."], []],
    ["inconsistent-term", "az", ["Kukilər saxlanılır.", "Peçenyeləri silin."], ["Peçenyeləri"]],
    [
      "inconsistent-term",
      "ky",
      ["Купуялык саясаты.", "Купуялыгыңызды сыйлайбыз.", "Купуялуулук маанилүү.", "Биз купуялуулукту сактайбыз."],
      ["Купуялуулук"],
    ],
    ["inconsistent-term", "tk", ["Gizlinlik syýasaty. Gizlinligiňiz wajyp, gizlinligi goraýarys."], []],
    ["inconsistent-term", "en", ["We delete data. We erase it and remove it. You may delete it."], []],
  ])("%s %s %#", (kind, language, texts, expected) => {
    expect(run(language, [kind], texts)).toEqual(expected)
  })

  it.each([
    ["the same number in other digits", "30 days, 1,000.50", "٣٠ كۈن، 1 000,50", []],
    ["a lost and an invented one", "within 30 days", "14 gün içinde", ["14", "14 gün içinde"]],
  ])("numbers: %s", (_, source, text, expected) => {
    expect(run("tk", ["number-missing", "number-added"], [text], source)).toEqual(expected)
  })

  it("placeholders lost and invented", () => {
    expect(run("tk", ["placeholder-missing", "placeholder-added"], ["Salam {ad}"], "Hello {name}")).toEqual([
      "Salam {ad}",
      "{ad}",
    ])
  })

  it("can be switched off by kind, and change severity", () => {
    const blocks = blocksOf(["Gizlilik siyasəti , sayt."])
    const findings = check({ language: "az", blocks }, { off: ["punct-spacing"], severities: { calque: "info" } })
    expect(findings.map(({ kind, severity }) => [kind, severity])).toEqual([["calque", "info"]])
  })
})
