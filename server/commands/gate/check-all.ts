// Every file the gate looks at, checked as the settings and the flags say.
import { basename, resolve } from "node:path"
import { checkDocument } from "../../../src/checks/index.ts"
import { plain } from "../../../src/content.ts"
import { Problem } from "../../../src/errors.ts"
import { formats, readDocument } from "../../../src/formats/index.ts"
import { identify } from "../../../src/language/identify.ts"
import type { Document } from "../../../src/model/document.ts"
import type { Words } from "../../i18n.ts"
import type { CheckedFile } from "../../reports/report.ts"
import type { Terminal } from "../command.ts"
import { expand, readNamed, type Found } from "../files.ts"
import { sentence } from "../sentences.ts"
import type { Settings } from "./settings.ts"

export interface Gate {
  readonly terminal: Terminal
  readonly words: Words
  readonly settings: Settings
  readonly files: readonly string[]
  readonly language?: string
  readonly brands: readonly string[]
  readonly off: readonly string[]
  /** What standard input is called. */
  readonly standardInput?: string
  /** Not a document, though it looks like one. */
  readonly baselineFile?: string
  readonly isQuiet: boolean
}

/** Objects of texts that nobody translates; checked only when they are named themselves. */
const notMessages = /^(?:package(?:-lock)?|composer|[jt]sconfig(?:\..+)?|besh\.config)\.json$/
/** A label is not what a web page left behind. */
const offIn: Readonly<Record<string, readonly string[]>> = { "i18next-json": ["boilerplate"] }

export interface Outcome {
  readonly checked: readonly CheckedFile[]
  readonly refused: number
}

/** @throws Problem "input/no-match" */
export async function checkAll(gate: Gate): Promise<Outcome> {
  const { settings, terminal, words, isQuiet } = gate
  const isIgnored = (path: string) =>
    settings.isIgnored(path) ||
    notMessages.test(basename(path)) ||
    (gate.baselineFile !== undefined && resolve(path) === resolve(gate.baselineFile))
  const extensions = formats.flatMap((each) => each.extensions)
  const checked: CheckedFile[] = []
  let refused = 0
  let passedOver = 0
  for (const found of await expand(gate.files, extensions, isIgnored)) {
    if (found.by === "name" && settings.isIgnored(found.path)) {
      if (!isQuiet)
        terminal.note(`besh: ${words.t("gate.ignored", { path: found.path, settings: settings.file ?? "" })}`)
      continue
    }
    try {
      checked.push(await checkFile(found.path, gate))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (isOtherJson(found, error)) passedOver++
      else {
        refused++
        refuse(gate, found.path, error)
      }
    }
  }
  if (passedOver > 0 && !isQuiet) terminal.note(`besh: ${words.t("gate.passed-over", { count: passedOver })}`)
  return { checked, refused }
}

/** @throws Problem when the file cannot be read */
export async function checkFile(path: string, gate: Gate): Promise<CheckedFile> {
  const { settings } = gate
  const file = await readNamed(path, gate.terminal)
  const called = path === "-" ? (gate.standardInput ?? path) : path
  const document = readDocument(file.bytes, { name: called === "-" ? "" : basename(called) })
  const language = gate.language ?? settings.languageOf(called)
  const spoken = language ?? document.declared ?? (settings.hasLanguageOverrides ? guess(document) : undefined)
  const { brands, off, severities } = settings.optionsFor(called, spoken)
  const result = checkDocument(document, {
    ...(language ? { language } : {}),
    brands: [...brands, ...gate.brands],
    off: [...off, ...gate.off, ...(offIn[document.format] ?? [])],
    severities,
  })
  return { path: called, document, ...result }
}

/** Says why a file could not be checked, with its place. */
export function refuse({ terminal, words }: Gate, path: string, { code, data, place }: Problem): void {
  const where = [path, place.line, place.column].filter((each) => each !== undefined).join(":")
  terminal.note(`besh: ${where}: ${sentence(words, new Problem(code, data))}`)
}

/** A folder of texts may hold settings too. What is no JSON at all is refused there as well: it may have been texts. */
function isOtherJson({ by }: Found, { code }: Problem): boolean {
  return by === "folder" && code === "input/messages"
}

function guess({ blocks }: Document): string | undefined {
  return identify(blocks.map(({ content }) => plain(content)).join("\n"))[0]?.tag
}
