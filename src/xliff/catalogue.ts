// Catalogues of i18next (flat or nested JSON, ICU or {{…}}) as XLIFF 1.2 and back, through npm xliff: it is made for
// catalogues of strings. It escapes no attribute and drops what it does not know, so attributes are escaped for it,
// and what it reads is compared with our own reading, which wins.
import xliff from "xliff"
import { plain } from "../content.ts"
import { Problem } from "../errors.ts"
import type { Content } from "../model/document.ts"
import { protect, unprotect, type MessageFault } from "./messages.ts"
import { escapeAttribute } from "./print.ts"
import { readXliff } from "./read.ts"

export interface CatalogueInput {
  /** Name of the file, for messages and `original`. */
  readonly name: string
  readonly from: string
  readonly to: string
  /** Parsed JSON. */
  readonly source: unknown
  readonly target?: unknown
}

/**
 * Texts of a catalogue by their place: keys joined by "/", with "~1" for "/" and "~0" for "~" (JSON Pointer).
 *
 * @throws Problem "input/invalid" when it is no object of texts
 */
export function textsOf(catalogue: unknown, name: string): Map<string, string> {
  if (typeof catalogue !== "object" || catalogue === null || Array.isArray(catalogue))
    throw new Problem("input/invalid", { field: name })
  const texts = new Map<string, string>()
  const walk = (value: unknown, path: string, depth: number): void => {
    if (typeof value === "string") texts.set(path, value)
    else if (typeof value === "object" && value !== null && depth < 32)
      for (const [key, each] of Object.entries(value)) {
        const step = key.replaceAll("~", "~0").replaceAll("/", "~1")
        walk(each, path === "" ? step : `${path}/${step}`, depth + 1)
      }
  }
  walk(catalogue, "", 0)
  return texts
}

/** XLIFF 1.2. Messages that are not well-formed are left out and told. */
export async function catalogueToXliff(
  input: CatalogueInput,
): Promise<{ readonly text: string; readonly units: number; readonly refused: readonly string[] }> {
  const target = input.target === undefined ? new Map<string, string>() : textsOf(input.target, input.name)
  const units: Record<string, { source: ReturnType<typeof inline>; target?: ReturnType<typeof inline> }> =
    Object.create(null)
  const refused: string[] = []
  for (const [key, message] of textsOf(input.source, input.name)) {
    const content = protect(message)
    if (content === null || key === "__proto__") {
      refused.push(key)
      continue
    }
    const said = target.get(key)
    const translated = said === undefined ? null : protect(said)
    units[key] = {
      source: inline(content),
      ...(translated === null ? {} : { target: inline(matched(translated, content)) }),
    }
  }
  const body = await xliff.jsToXliff12(
    { sourceLanguage: input.from, targetLanguage: input.to, resources: { [input.name]: units } },
    { indent: "" },
  )
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, units: Object.keys(units).length, refused }
}

/** Codes of a translation get the ids of the same codes in the source. */
function matched(translation: Content, source: Content): Content {
  const left = source.filter((part) => typeof part !== "string")
  return translation.map((part) => {
    if (typeof part === "string") return part
    const at = left.findIndex((each) => each.data === part.data)
    return at < 0 ? { ...part, id: `t${part.id}` } : { ...part, id: left.splice(at, 1)[0]!.id }
  })
}

function inline(content: Content) {
  if (content.every((part) => typeof part === "string")) return content.join("")
  return content.map((part) =>
    typeof part === "string"
      ? part
      : { Standalone: { id: part.id, ctype: "x-variable", "equiv-text": escapeAttribute(part.data) } },
  )
}

export interface CatalogueResult {
  /** The source's shape with every text that was translated; what was not keeps the former target's. */
  readonly catalogue: unknown
  readonly taken: number
  readonly refused: readonly { readonly key: string; readonly code: MessageFault | "unit-unknown" | "unreadable" }[]
}

/** @throws Problem as `readXliff`; "input/invalid" */
export async function xliffToCatalogue(
  bytes: Uint8Array,
  input: Omit<CatalogueInput, "from" | "to">,
): Promise<CatalogueResult> {
  const document = readXliff(bytes, { name: input.name })
  const theirs = await independently(bytes, document.version)
  const source = textsOf(input.source, input.name)
  const result = new Map(input.target === undefined ? [] : textsOf(input.target, input.name))
  const refused: { key: string; code: CatalogueResult["refused"][number]["code"] }[] = []
  let taken = 0
  for (const unit of document.units) {
    if (unit.target === null || unit.target.length === 0) continue
    const message = source.get(unit.id)
    const content = message === undefined ? null : protect(message)
    if (content === null) {
      refused.push({ key: unit.id, code: message === undefined ? "unit-unknown" : "unreadable" })
      continue
    }
    const read = unprotect(unit.target, content)
    if ("fault" in read) refused.push({ key: unit.id, code: read.fault })
    else {
      // Two readers that see other words: the file is stranger than a catalogue should be.
      const other = theirs.get(unit.id)
      const words = plain(unit.target.filter((part) => typeof part === "string"))
      // npm xliff drops blanks between codes, so blanks are not compared.
      if (other !== undefined && bare(other) !== bare(words) && unit.segments === 1) {
        refused.push({ key: unit.id, code: "unreadable" })
        continue
      }
      result.set(unit.id, read.message)
      taken += 1
    }
  }
  return { catalogue: shaped(input.source, result), taken, refused }
}

/** Plain words of the targets as npm xliff sees them; annotations, which it drops in 2.x, leave a unit out. */
async function independently(bytes: Uint8Array, version: string): Promise<Map<string, string>> {
  const words = new Map<string, string>()
  if (version !== "1.2") return words
  const text = new TextDecoder().decode(bytes)
  if (/<!\[CDATA\[|<mrk\b|<[a-z]+:source\b/.test(text)) return words
  const { resources } = await xliff.xliff12ToJs(text)
  for (const file of Object.values(resources))
    for (const [key, { target }] of Object.entries(file)) {
      if (target === undefined) continue
      const parts = typeof target === "string" ? [target] : target
      words.set(key, parts.filter((part) => typeof part === "string").join(""))
    }
  return words
}

function bare(text: string): string {
  return text.replace(/\s+/g, "")
}

function shaped(source: unknown, texts: ReadonlyMap<string, string>): unknown {
  const walk = (value: unknown, path: string): unknown => {
    if (typeof value === "string") return texts.get(path)
    if (typeof value !== "object" || value === null) return value
    if (Array.isArray(value)) return value.map((each, at) => walk(each, `${path}/${at}`) ?? each)
    const entries = Object.entries(value).flatMap(([key, each]) => {
      const step = key.replaceAll("~", "~0").replaceAll("/", "~1")
      const found = walk(each, path === "" ? step : `${path}/${step}`)
      return found === undefined ? [] : [[key, found] as const]
    })
    return Object.fromEntries(entries)
  }
  return walk(source, "")
}
