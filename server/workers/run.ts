// Doing a task, here and now. Modules are loaded when first needed: a command that only reads XLIFF pays for nothing else.
import { Problem } from "../../src/errors.ts"
import type { FileProblem } from "../storage/types.ts"
import type { Analyse, Reading, ReturnedFile, Task, Tasks } from "./tasks.ts"
import { isZip, unzip, zip } from "./zip.ts"

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

  async bundle({ bundle, readme }) {
    const { bundleFiles } = await import("../../src/xliff/index.ts")
    const files = bundleFiles({ ...bundle, words: (language) => readme[language] ?? "" })
    return { files, zip: await zip(files) }
  },

  async returns({ files }) {
    const returned: ReturnedFile[] = []
    for (const file of files) returned.push(...(await readReturn(file, files.length > 1)))
    return returned
  },

  async plan(input) {
    const { plan } = await import("../../src/merge/index.ts")
    return plan(input)
  },
}

/** Below this many characters a section does not show its language. */
const leastText = 40

/** Most bytes of a zip, and of an XLIFF file that comes alone. */
const returnLimits = { zip: 20 * 1024 * 1024, file: 64 * 1024 * 1024 }

export const run: Analyse = (task, input) => doers[task](input)

async function readReturn(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  isOneOfMany: boolean,
): Promise<ReturnedFile[]> {
  try {
    const limit = isZip(bytes) ? returnLimits.zip : returnLimits.file
    if (bytes.length > limit) throw new Problem("input/too-large", { name, size: bytes.length, limit })
    if (!isZip(bytes)) return [await readOne(name, bytes)]
    const entries = (await unzip(bytes, name)).filter((entry) => isTranslation(entry.path, entry.bytes))
    if (entries.length === 0) throw new Problem("input/format", { name, known: ".xlf, .xliff" })
    const files: ReturnedFile[] = []
    for (const entry of entries)
      files.push(await readOne(isOneOfMany ? `${name}/${entry.path}` : entry.path, entry.bytes))
    return files
  } catch (error) {
    if (error instanceof Problem) return [{ path: name, problem: problemOf(error) }]
    throw error
  }
}

async function readOne(path: string, bytes: Uint8Array): Promise<ReturnedFile> {
  const { readXliff } = await import("../../src/xliff/index.ts")
  try {
    return { path, problem: null, content: readXliff(bytes, { name: path }) }
  } catch (error) {
    if (error instanceof Problem) return { path, problem: problemOf(error) }
    throw error
  }
}

/** By name, else by its first words: the manifest, the README and reference material stay aside. */
function isTranslation(path: string, bytes: Uint8Array): boolean {
  if (/\.(xlf|xliff|mxliff|sdlxliff|mqxliff)$/i.test(path)) return true
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 2_000)).replaceAll("\0", "")
  return /<(\w+:)?xliff[\s>]/.test(start)
}

function problemOf({ code, data, place }: Problem): FileProblem {
  return { code, data, line: place.line ?? null, column: place.column ?? null }
}
