// besh locales: catalogues of i18next go out as XLIFF and come back, so that an interface is translated like a policy.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import { Problem } from "../../src/errors.ts"
import type { CatalogueFile } from "../workers/catalogue.ts"
import { run } from "../workers/run.ts"
import type { Command, Input, Terminal } from "./command.ts"
import { readNamed } from "./files.ts"

export const locales: Command = {
  name: "locales",
  summary: "i18next catalogues as XLIFF, and back",
  help: `Usage: besh locales export --source en.json --target tk.json[,az.json…] -o DIR [--xliff 1.2|2.0]
       besh locales import FILE.xlf… --into DIR [--apply]

Export writes one XLIFF file for each target catalogue; one that is not there yet begins empty. Plural forms, ICU
messages, {{variables}} and tags travel as inline codes; messages that cannot be read are left out and named.
Import shows what would change in the catalogue of the target language beside the source; nothing is written without
--apply. Texts whose codes did not come back whole are refused, with the reason. Exit code 1: some were.

  --source FILE     the catalogue to translate; its name tells the language: en.json, app.en.json, en/app.json
  --target FILE,…   catalogues of the target languages
  --xliff VERSION   1.2 (default) or 2.0
  -o DIR            where the XLIFF files go
  --into DIR        folder of the catalogues
  --apply           write them`,
  options: {
    source: { type: "string" },
    target: { type: "string", multiple: true },
    xliff: { type: "string" },
    output: { type: "string", short: "o" },
    into: { type: "string" },
    apply: { type: "boolean" },
  },
  async run(input, terminal) {
    const [act, ...files] = input.files
    if (act === "export" && files.length === 0) return exportAll(input, terminal)
    if (act === "import" && files.length > 0) return importAll(files, input, terminal)
    throw new Problem("input/usage", { usage: "besh locales export | import FILE.xlf…", detail: "" })
  },
}

async function exportAll(input: Input, terminal: Terminal): Promise<number> {
  const path = input.required("source")
  const targets = input.requiredList("target")
  const folder = input.required("output")
  const version = input.choice("xliff", ["1.2", "2.0"])
  const source = await readCatalogue(path, terminal)
  let isWhole = true
  for (const each of targets) {
    const to = languageOf(each)
    const target = await optional(each)
    const made = await run("catalogue-out", { from: languageOf(path), to, source, target, version })
    const written = join(folder, `${to}.xlf`)
    await write(written, made.text)
    terminal.out(`${written}  ${made.units} units`)
    for (const key of made.refused) terminal.out(`  left out  ${key}  unreadable`)
    isWhole &&= made.refused.length === 0
  }
  return isWhole ? 0 : 1
}

async function importAll(files: readonly string[], input: Input, terminal: Terminal): Promise<number> {
  const folder = input.required("into")
  const isApplied = input.isSet("apply")
  let isWhole = true
  for (const path of files) {
    const { bytes } = await readNamed(path, terminal)
    const { readXliff } = await import("../../src/xliff/index.ts")
    const [first] = readXliff(bytes, { name: path }).files
    const name = basename((first?.original ?? "").replaceAll("\\", "/"))
    if (!/^[\w.-]+\.json$/.test(name) || !first) throw new Problem("input/format", { name: path, known: "i18next" })
    const source = await beside(folder, name, first.from, terminal)
    const targetPath = sibling(source.path, first.from, first.to)
    const target = await optional(targetPath)
    const made = await run("catalogue-in", { xliff: { name: path, bytes }, source, target })
    terminal.out(`${path}  ${made.taken} taken, ${made.changes.length} changed, ${made.refused.length} refused`)
    for (const { key, before, after } of made.changes)
      terminal.out(`  ${before === null ? "new" : "changed"}  ${key}  \u2068${after.slice(0, 100)}\u2069`)
    for (const { key, code } of made.refused) terminal.out(`  refused  ${key}  ${code}`)
    isWhole &&= made.refused.length === 0
    if (isApplied && made.changes.length > 0) await write(targetPath, made.text)
    terminal.out(isApplied ? `Written: ${targetPath}` : "Nothing was written; --apply carries this out.")
  }
  return isWhole ? 0 : 1
}

/** The source catalogue the file was made from: in the folder, or in the folder's part for its language. */
async function beside(folder: string, name: string, from: string, terminal: Terminal) {
  const inPart = join(folder, from, name)
  const path = (await optional(inPart)) ? inPart : join(folder, name)
  return { path, ...(await readCatalogue(path, terminal)) }
}

/** locales/en.json → locales/tk.json; app.en.json → app.tk.json; en/app.json → tk/app.json. */
function sibling(path: string, from: string, to: string): string {
  const [folder, name] = [dirname(path), basename(path)]
  const parts = name.split(".")
  const at = parts.lastIndexOf(from)
  if (at >= 0) return join(folder, parts.with(at, to).join("."))
  return basename(folder) === from ? join(dirname(folder), to, name) : join(folder, `${to}.json`)
}

/** @throws Problem "input/usage" when the name tells none */
function languageOf(path: string): string {
  const parts = [...basename(path, ".json").split(".").toReversed(), basename(dirname(path))]
  const found = parts.find((each) => /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(each))
  if (!found) throw new Problem("input/usage", { usage: "besh locales", detail: `${path} does not tell its language` })
  return found
}

async function readCatalogue(path: string, terminal: Terminal): Promise<CatalogueFile> {
  const { bytes } = await readNamed(path, terminal)
  return { name: basename(path), text: new TextDecoder().decode(bytes) }
}

/** null when there is none yet. */
async function optional(path: string): Promise<CatalogueFile | null> {
  try {
    return { name: basename(path), text: await readFile(path, "utf8") }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null
    throw new Problem("input/unreadable", { name: path, reason: (error as NodeJS.ErrnoException).code ?? "" })
  }
}

/** All or nothing, also when the power goes. */
async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    const fresh = join(dirname(path), `.${basename(path)}.${process.pid}.new`)
    await writeFile(fresh, text, { flush: true })
    await rename(fresh, path)
  } catch (error) {
    throw new Problem("output/unwritable", { name: path, reason: (error as NodeJS.ErrnoException).code ?? "" })
  }
}
