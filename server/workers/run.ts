// Doing a task, here and now. Modules are loaded when first needed: a command that only reads XLIFF pays for nothing else.
import { plain } from "../../src/content.ts"
import type { Analyse, Reading, Task, Tasks } from "./tasks.ts"
import { zip } from "./zip.ts"

type Doers = { readonly [K in Task]: (input: Tasks[K]["input"]) => Promise<Tasks[K]["output"]> }

const doers: Doers = {
  async read({ bytes, ...options }): Promise<Reading> {
    const { readDocument } = await import("../../src/formats/index.ts")
    const { identify } = await import("../../src/language/identify.ts")
    const document = readDocument(bytes, options)
    const textOf = (segments: readonly { readonly text: string }[]) => segments.map(({ text }) => text).join(" ")
    return {
      document,
      languages: identify(textOf(document.sections.flatMap(({ segments }) => segments))),
      sectionLanguages: document.sections.map(({ segments }) => {
        const text = textOf(segments)
        const [best] = text.length < leastText ? [] : identify(text)
        return best && best.tag !== "und" ? best.tag : null
      }),
    }
  },

  async align({ documents, links }) {
    const { align } = await import("../../src/align/index.ts")
    return align(documents, { links })
  },

  async check({ texts, only, off = [] }) {
    const { check, checks } = await import("../../src/checks/index.ts")
    const unwanted = only ? checks.map(({ id }) => id).filter((id) => !only.includes(id)) : off
    return texts.map((text) => check(text, { off: unwanted }))
  },

  async write({ document, replacements, language }) {
    const { writeDocument } = await import("../../src/formats/index.ts")
    return writeDocument(document, replacements, language ? { language } : {})
  },

  async companions({ from, to, units, memory: entries, concepts }) {
    const { glossary } = await import("../../src/terms/glossary.ts")
    const { ownTermbase } = await import("../../src/terms/own.ts")
    const { memory } = await import("../../src/memory/index.ts")
    const known = memory(entries)
    const own = concepts.length > 0 ? ownTermbase(concepts) : undefined
    return units.map(({ id, source, isOpen }) => ({
      terms: glossary(plain(source), from, to, 20, own),
      matches: isOpen ? known.matches(source, id) : [],
    }))
  },

  async bundle({ bundle, readme }) {
    const { bundleFiles } = await import("../../src/xliff/index.ts")
    const files = bundleFiles({ ...bundle, words: (language) => readme[language] ?? "" })
    return { files, zip: await zip(files) }
  },

  async "catalogue-out"(input) {
    const { catalogueOut } = await import("./catalogue.ts")
    return catalogueOut(input)
  },

  async "catalogue-in"(input) {
    const { catalogueIn } = await import("./catalogue.ts")
    return catalogueIn(input)
  },
}

/** Below this many characters a section does not show its language. */
const leastText = 40

export const run: Analyse = (task, input) => doers[task](input)
