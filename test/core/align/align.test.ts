// Alignment of whole documents: samples, decisions of people, three and more languages, texts written apart.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { align, type Alignment } from "../../../src/align/index.ts"
import { consistent } from "../../../src/align/rows.ts"
import { readDocument } from "../../../src/formats/index.ts"
import type { Link } from "../../../src/model/bitext.ts"
import { embeddings } from "../../../server/commands/embeddings.ts"

const samples = join(import.meta.dirname, "../../../server/samples")
const read = (path: string, language: string) => ({
  language,
  document: readDocument(readFileSync(join(samples, path)), { name: path.split("/").at(-1)! }),
})
const text = (markdown: string, language: string) => ({
  language,
  document: readDocument(new TextEncoder().encode(markdown), { name: "a.md" }),
})
const sections = (alignment: Alignment) =>
  alignment.links
    .filter(({ level }) => level === "section")
    .map(({ source, target }) => `${source.join()}=${target.join()}`)

const english =
  "# Privacy\n\nWe keep 3 files.\n\n## Cookies\n\nA cookie lives 30 days.\n\n## Contact\n\nWrite to a@b.example.\n\n## Children\n\nNobody under 16 may register.\n"
const azeri =
  "# Məxfilik\n\n3 fayl saxlayırıq.\n\n## Uşaqlar\n\n16 yaşından kiçiklər qeydiyyatdan keçə bilməz.\n\n## Kuki\n\nKuki 30 gün yaşayır.\n\n## Əlaqə\n\na@b.example ünvanına yazın.\n"

describe("two translations", () => {
  const alignment = align([text(english, "en"), text(azeri, "az")])
  it("finds a section that moved", () => {
    expect(alignment.relations[0]!.relation).toBe("parallel")
    expect(sections(alignment).sort()).toEqual(["0/0=1/0", "0/1=1/2", "0/2=1/3", "0/3=1/1"])
  })
  it("links sentences inside them", () => {
    const links = alignment.links.filter(({ level }) => level === "segment")
    expect(links.map(({ source, target }) => `${source.join()}=${target.join()}`)).toContain("0/1/1=1/2/1")
    expect(links.every(({ confidence }) => confidence > 0 && confidence < 1)).toBe(true)
  })
  it("keeps what people confirmed and avoids what they rejected", () => {
    const links: Link[] = [
      {
        level: "section",
        source: ["0/1"],
        target: ["1/3"],
        relation: "parallel",
        confidence: 0.4,
        status: "confirmed",
      },
      { level: "section", source: ["0/3"], target: ["1/1"], relation: "parallel", confidence: 0.9, status: "rejected" },
      {
        level: "section",
        source: ["0/9"],
        target: ["1/1"],
        relation: "parallel",
        confidence: 0.9,
        status: "confirmed",
      },
    ]
    const again = align([text(english, "en"), text(azeri, "az")], { links })
    expect(again.links.find(({ source }) => source[0] === "0/1" && source.length === 1)).toMatchObject({
      target: ["1/3"],
      status: "confirmed",
      confidence: 1,
    })
    expect(sections(again)).not.toContain("0/3=1/1")
    expect(sections(again)).toContain("0/0=1/0")
  })
  it("takes a confirmed empty side as no counterpart", () => {
    const links: Link[] = [
      { level: "section", source: ["0/1"], target: [], relation: "parallel", confidence: 1, status: "confirmed" },
    ]
    const again = align([text(english, "en"), text(azeri, "az")], { links })
    expect(again.unaligned).toContain("0/1")
  })
})

describe("samples", () => {
  it("aligns five translations, links agree, the missing and the untranslated are named", () => {
    const languages = ["en", "ug", "ky", "tk", "az"]
    const five = languages.map((language) => read(`kitaphana-terms/${language}.html`, language))
    const alignment = align(five)
    expect(alignment.relations.every(({ relation }) => relation === "parallel")).toBe(true)
    const expected = languages.map(
      (language) =>
        JSON.parse(readFileSync(join(samples, `kitaphana-terms/${language}.expected.json`), "utf8")) as {
          headings: string[]
          sectionKeys: string[]
        },
    )
    const key = (id: string) => {
      const [document = 0, section = 0] = id.split("/").map(Number)
      return expected[document]!.sectionKeys[
        expected[document]!.headings.indexOf(five[document]!.document.sections[section]!.heading)
      ]
    }
    const wrong = alignment.links.filter(
      ({ level, source, target }) => level === "section" && key(source[0]!) !== key(target[0]!),
    )
    expect(wrong).toEqual([])
    const linked = new Set(sections(alignment))
    for (const link of linked)
      for (const next of linked) {
        const [a, b] = link.split("=") as [string, string]
        const [c, d] = next.split("=") as [string, string]
        if (b === c) expect(linked).toContain(`${a}=${d}`)
      }
  })
  it("never calls texts written apart translations", () => {
    const alignment = align([read("bazarly-privacy/ug.html", "ug"), read("bazarly-privacy/tk.html", "tk")])
    expect(alignment.links.length).toBeGreaterThan(5)
    expect(alignment.links.every(({ relation, level }) => relation === "comparable" && level === "section")).toBe(true)
  })
  it("tells a section left in English", () => {
    const alignment = align([read("bazarly-privacy/en.html", "en"), read("bazarly-privacy/tk.html", "tk")])
    expect(alignment.sections.filter(({ language }) => language === "en")).toHaveLength(1)
  })
})

describe("odd input", () => {
  it.each([
    ["nothing in common", "# A\n\nOne.\n", "# Ё\n\n漢字。\n"],
    ["one line", "x\n", "y\n"],
    ["marks only", "***\n\n!!!\n", "…\n"],
  ])("%s", (_, a, b) => {
    expect(() => align([text(a, "en"), text(b, "ky"), text(a, "und")])).not.toThrow()
  })
  it("aligns a document that lost its headings with one that has them", () => {
    const whole = Array.from({ length: 8 }, (_, at) => `## Part ${at}\n\nNumber ${at * 111} is here.\n`).join("\n")
    const bare = Array.from({ length: 8 }, (_, at) => `Here is the long sentence number ${at * 111}.\n`).join("\n")
    expect(sections(align([text(whole, "en"), text(bare, "en")])).length).toBeGreaterThan(0)
  })
})

describe("a similarity provider", () => {
  it("is used and recorded", async () => {
    const provider = await embeddings(["We keep 3 files.", "3 fayl saxlayırıq."], {
      load: async () => ({
        env: { allowRemoteModels: true, localModelPath: "" },
        pipeline: async () => async (texts) => ({ tolist: () => texts.map(() => [1, 0]) }),
      }),
    })
    expect(provider.similarity("We keep 3 files.", "3 fayl saxlayırıq.")).toBe(1)
    expect(provider.similarity("We keep 3 files.", "?")).toBeUndefined()
    expect(align([text(english, "en"), text(azeri, "az")], { similarity: provider }).provider).toBe(
      "Xenova/LaBSE (local)",
    )
  })
  it("is refused with what to do when the package is not installed", async () => {
    await expect(embeddings(["a"])).rejects.toMatchObject({ code: "input/usage" })
  })
  it("is refused when the model cannot be loaded", async () => {
    const load = async () => ({
      env: { allowRemoteModels: true, localModelPath: "" },
      pipeline: async () => Promise.reject(new Error("no such file")),
    })
    await expect(embeddings(["a"], { load, folder: "/nowhere" })).rejects.toMatchObject({ code: "input/unreadable" })
  })
  it("stays away from the network unless it is allowed, and changes nothing where it knows nothing", async () => {
    const env = { allowRemoteModels: true, localModelPath: "" }
    const load = async () => ({ env, pipeline: async () => async () => ({ tolist: () => [] as number[][] }) })
    const provider = await embeddings([], { load, folder: "/models" })
    expect(env).toEqual({ allowRemoteModels: false, localModelPath: "/models" })
    const inputs = [text(english, "en"), text(azeri, "az")]
    expect(align(inputs, { similarity: provider }).links).toEqual(align(inputs).links)
    expect(align(inputs).provider).toBeUndefined()
  })
  it("decides where nothing else tells", () => {
    const latin = text(english.replace("3 files.", "3 files.\n\nZq plor vex.\n\nXw plor vex."), "en")
    const other = text(azeri.replace("saxlayırıq.", "saxlayırıq.\n\nİki mnub der."), "az")
    const partner = (of: string) => {
      const similarity = {
        name: "fake",
        similarity: (a: string, b: string) => (b.startsWith("İki") ? (a.startsWith(of) ? 0.95 : 0.2) : undefined),
      }
      const { links } = align([latin, other], { similarity })
      return links.find(({ target }) => target.includes("1/0/2"))?.source
    }
    expect(partner("Zq")).toEqual(["0/0/2"])
    expect(partner("Xw")).toEqual(["0/0/3"])
  })
})

describe("more than 10,000 pairs of sections", () => {
  const english = (at: number) =>
    `## Part ${at}\n\nNumber ${at * 7 + 1000} is kept in the file until ${1900 + at}.\n\nWrite to a${at}@b.example.\n`
  const azeri = (at: number) =>
    `## Hissə ${at}\n\n${at * 7 + 1000} nömrəsi ${1900 + at} ilinə qədər faylda saxlanılır.\n\na${at}@b.example ünvanına yazın.\n`
  const straight = Array.from({ length: 103 }, (_, at) => at)
  const order = straight.filter((at) => ![10, 30, 50, 70].includes(at))
  for (const [at, section] of [
    [90, 10],
    [5, 70],
    [80, 30],
    [20, 50],
  ] as const)
    order.splice(at, 0, section)
  const documents = [text(straight.map(english).join("\n"), "en"), text(order.map(azeri).join("\n"), "az")]
  const answer = (section: number) => `0/${section}=1/${order.indexOf(section)}`

  it("finds the four sections that moved, and everything else where it is", () => {
    expect(new Set(sections(align(documents)))).toEqual(new Set(straight.map(answer)))
  })
  it("keeps what people confirmed and avoids what they rejected", () => {
    const link = (source: number, target: number, status: "confirmed" | "rejected"): Link => ({
      level: "section",
      source: [`0/${source}`],
      target: [`1/${target}`],
      relation: "parallel",
      confidence: 0.5,
      status,
    })
    const links = [link(40, 60, "confirmed"), link(45, order.indexOf(45), "rejected")]
    const again = align(documents, { links })
    const found = sections(again)
    expect(found.filter((each) => /^0\/40=|=1\/60$/.test(each))).toEqual(["0/40=1/60"])
    expect(again.links.find(({ status }) => status === "confirmed")?.source).toEqual(["0/40"])
    expect(found).not.toContain(answer(45))
    const others = straight.filter((at) => at !== 40 && at !== 45 && order.indexOf(at) !== 60)
    expect(found).toEqual(expect.arrayContaining(others.map(answer)))
  })
})

describe("what else binds", () => {
  const json = (texts: Record<string, string>, language: string) => ({
    language,
    document: readDocument(new TextEncoder().encode(JSON.stringify(texts)), { name: `${language}.json` }),
  })
  it("links texts by key, wherever they stand", () => {
    const alignment = align([
      json({ save: "Save", files_one: "{{count}} file", files_other: "{{count}} files", quit: "Leave" }, "en"),
      json({ quit: "Чыгуу", files_other: "{{count}} файл", save: "Сактоо" }, "ky"),
    ])
    expect(alignment.relations[0]!.relation).toBe("parallel")
    const segments = alignment.links.filter(({ level }) => level === "segment")
    expect(segments.map(({ source, target }) => `${source.join()}=${target.join()}`).sort()).toEqual([
      "0/0/0=1/0/2",
      "0/0/2=1/0/1",
      "0/0/3=1/0/0",
    ])
  })
  it("puts links in the order of the pivot", () => {
    const order = (pivot: number) =>
      align([text(english, "en"), text(azeri, "az")], { pivot })
        .links.filter(({ level }) => level === "section")
        .map(({ target }) => target[0])
    expect(order(1)).toEqual(["1/0", "1/1", "1/2", "1/3"])
    expect(order(0)).toEqual(["1/0", "1/2", "1/3", "1/1"])
  })
  it("lets the pivot decide between links as sure as one another, and the surer one where they are not", () => {
    // Both hold 1/1; people said that the others do not go together, so only one of the two can stand.
    const link = (a: number, b: number, confidence: number) => ({ a, b, source: [1], target: [1], confidence })
    const isRejected = (a: number, _i: number, b: number) => a === 0 && b === 2
    const linked = (pivot: number, first: number, second: number) =>
      consistent([link(0, 1, first), link(1, 2, second)], 3, { pivot, isRejected }).map(({ a, b }) => `${a}=${b}`)
    expect(linked(0, 0.9, 0.9)).toEqual(["0=1"])
    expect(linked(2, 0.9, 0.9)).toEqual(["1=2"])
    expect(linked(0, 0.9, 0.905)).toEqual(["0=1"])
    expect(linked(0, 0.9, 0.96)).toEqual(["1=2"])
    expect(linked(2, 0.96, 0.9)).toEqual(["0=1"])
  })
  it("tells a section left in a language that is not English", () => {
    const turkish =
      "# Məxfilik\n\nBu səhifə hansı məlumatları topladığımızı və onlarla nə etdiyimizi izah edir.\n\n## Kuki\n\nBu web sitesi, deneyiminizi iyileştirmek için tanımlama bilgileri kullanır. Tarayıcınızın ayarlarından bunları istediğiniz zaman kapatabilirsiniz.\n"
    const alignment = align([text(english, "en"), text(turkish, "az")])
    expect(
      alignment.sections.filter(({ language }) => language).map(({ id, language }) => `${id} ${language}`),
    ).toEqual(["1/1 tr"])
  })
  it("keeps part of a row that is refused as a whole", () => {
    const link = (a: number, source: number[], b: number, target: number[], confidence: number) => ({
      a,
      b,
      source,
      target,
      confidence,
    })
    const links = consistent([link(0, [2], 2, [2], 0.95), link(1, [1], 2, [9], 0.9), link(0, [1, 2], 1, [1], 0.5)], 3)
    expect(links.map(({ a, b, source, target }) => `${a}/${source.join()}=${b}/${target.join()}`)).toContain("0/1=1/1")
  })
})
