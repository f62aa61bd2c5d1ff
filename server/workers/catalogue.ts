// i18next catalogues as XLIFF and back. XLIFF 1.2 is written through npm xliff; 2.0 from what that says, with keys made
// into ids the standard allows. What comes back is laid over the catalogue that is there, key by key.
import { Problem } from "../../src/errors.ts"
import {
  catalogueToXliff,
  readXliff,
  textsOf,
  writeXliff,
  xliffToCatalogue,
  type CatalogueResult,
} from "../../src/xliff/index.ts"

export interface CatalogueFile {
  readonly name: string
  readonly text: string
}

export interface CatalogueOut {
  readonly from: string
  readonly to: string
  readonly source: CatalogueFile
  readonly target: CatalogueFile | null
  readonly version: "1.2" | "2.0"
}

export interface CatalogueIn {
  readonly xliff: { readonly name: string; readonly bytes: Uint8Array }
  readonly source: CatalogueFile
  readonly target: CatalogueFile | null
}

export interface CatalogueChanges {
  readonly to: string
  /** The catalogue as it would be written. */
  readonly text: string
  readonly taken: number
  readonly changes: readonly { readonly key: string; readonly before: string | null; readonly after: string }[]
  readonly refused: CatalogueResult["refused"]
}

/** @throws Problem "input/json", "input/invalid" */
export async function catalogueOut({ from, to, source, target, version }: CatalogueOut) {
  const made = await catalogueToXliff({
    name: source.name,
    from,
    to,
    source: parsed(source),
    ...(target ? { target: parsed(target) } : {}),
  })
  const { units, refused } = made
  const told = refused.map(keyOf)
  if (version === "1.2") return { text: made.text, units, refused: told }
  const read = readXliff(new TextEncoder().encode(made.text), { name: source.name })
  const file = { id: "catalogue", original: source.name, from, to }
  const text = writeXliff(
    [{ ...file, units: read.units.map((unit) => ({ ...unit, id: encoded(unit.id), revision: 0 })) }],
    { version },
  )
  return { text, units, refused: told }
}

/** @throws Problem as `readXliff`; "input/json", "input/invalid" */
export async function catalogueIn({ xliff, source, target }: CatalogueIn): Promise<CatalogueChanges> {
  const { name } = xliff
  const read = readXliff(xliff.bytes, { name })
  const [first] = read.files
  const refused: { key: string; code: CatalogueResult["refused"][number]["code"] }[] = []
  const broken = new Set(read.units.filter(({ violations }) => violations.length > 0).map(({ id }) => id))
  for (const id of broken) refused.push({ key: decoded(id), code: "unreadable" })
  const bytes =
    read.version === "1.2" && broken.size === 0
      ? xliff.bytes
      : new TextEncoder().encode(
          writeXliff(
            [
              {
                id: "catalogue",
                original: source.name,
                from: first?.from ?? "",
                to: first?.to ?? "",
                units: read.units
                  .filter(({ id }) => !broken.has(id))
                  .map((unit) => ({
                    ...unit,
                    id: read.version === "1.2" ? unit.id : decoded(unit.id),
                    revision: 0,
                    notes: [],
                  })),
              },
            ],
            { version: "1.2" },
          ),
        )
  const former = target ? parsed(target) : {}
  const result = await xliffToCatalogue(bytes, { name, source: parsed(source), target: former })
  const whole = laidOver(result.catalogue, former)
  const before = textsOf(former, target?.name ?? "")
  const changes = [...textsOf(whole, name)].flatMap(([key, after]) =>
    before.get(key) === after ? [] : [{ key: keyOf(key), before: before.get(key) ?? null, after }],
  )
  return {
    to: first?.to ?? "",
    text: printed(whole, (target ?? source).text),
    taken: result.taken,
    changes,
    refused: [...refused, ...result.refused].map(({ key, code }) => ({ key: keyOf(key), code })),
  }
}

/** @throws Problem "input/json" */
function parsed({ name, text }: CatalogueFile): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown
  } catch (error) {
    throw new Problem("input/json", { name, detail: error instanceof Error ? error.message : "" }, {}, { cause: error })
  }
}

/** In the order of the source; what only the former has stays behind the key it stood behind. */
function laidOver(made: unknown, former: unknown): unknown {
  if (!isTree(made)) return made ?? former
  const before = isTree(former) ? former : {}
  const keys = Object.keys(made)
  let at = 0
  for (const key of Object.keys(before)) {
    const found = keys.indexOf(key)
    if (found < 0) keys.splice(at, 0, key)
    at = (found < 0 ? at : found) + 1
  }
  return Object.fromEntries(
    keys.map((key) => [key, Object.hasOwn(made, key) ? laidOver(made[key], before[key]) : before[key]]),
  )
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** Indented and ended as the file is. */
function printed(catalogue: unknown, like: string): string {
  const indent = /^\s*\{\r?\n([ \t]+)/.exec(like)?.[1] ?? (like.includes("\n") ? "" : "  ")
  const text = JSON.stringify(catalogue, null, indent) + (/\n\s*$/.test(like) || like === "" ? "\n" : "")
  return like.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text
}

/** A key for people: "menu.open", not a JSON pointer. */
function keyOf(path: string): string {
  return path
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".")
}

/** Any key as an NMTOKEN: what it may not hold as its code between colons. */
function encoded(key: string): string {
  return `k.${key.replace(/[^\w.-]/gu, (character) => `:${character.codePointAt(0)!.toString(16)}:`)}`
}

function decoded(id: string): string {
  return id
    .replace(/^k\./, "")
    .replace(/:([\da-f]{1,6}):/g, (_, code: string) => String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff)))
}
