// What a project says about its documents: languages by path, names, checks on or off. How it says so in a file is
// settings-file.ts, which is loaded only where there is one.
import { existsSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { checks } from "../../../src/checks/index.ts"
import type { Severity } from "../../../src/model/finding.ts"
import { expression, matcher } from "./glob.ts"

export const settingsName = "besh.config.json"

type Toggle = boolean | "on" | "off"

interface Scope {
  readonly brands?: readonly string[] | undefined
  readonly checks?: Readonly<Record<string, Toggle>> | undefined
  readonly severities?: Readonly<Record<string, Severity>> | undefined
}

/** The settings as they are written; patterns and files are relative to the folder of their file. */
export interface Written extends Scope {
  readonly files?: readonly string[] | undefined
  readonly ignore?: readonly string[] | undefined
  /** Patterns with {lang}, or patterns and the tag of what they match. The first that fits counts. */
  readonly languages?: readonly string[] | Readonly<Record<string, string>> | undefined
  readonly overrides?:
    | readonly (Scope & {
        readonly paths?: readonly string[] | undefined
        readonly languages?: readonly string[] | undefined
      })[]
    | undefined
  readonly failOn?: "error" | "warning" | "never" | undefined
  readonly baseline?: string | undefined
  readonly fixConfidence?: number | undefined
}

export interface Settings {
  /** Absent without a settings file. */
  readonly file?: string
  /** What to check when no file is named; relative to where we stand. */
  readonly files: readonly string[]
  readonly failOn?: "error" | "warning" | "never"
  /** Relative to where we stand. */
  readonly baseline?: string
  readonly fixConfidence?: number
  readonly hasLanguageOverrides: boolean
  isIgnored(path: string): boolean
  /** The language a path promises. */
  languageOf(path: string): string | undefined
  optionsFor(path: string, language: string | undefined): CheckSettings
}

export interface CheckSettings {
  readonly brands: readonly string[]
  /** Kinds that are not to be found. */
  readonly off: readonly string[]
  readonly severities: Readonly<Record<string, Severity>>
}

/** Without a settings file. */
export const defaults: Settings = settingsOf({}, ".")

/** The nearest settings file, from a folder upward. */
export function findSettings(from = process.cwd()): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const path = join(folder, settingsName)
    if (existsSync(path)) return relative(process.cwd(), path)
    if (dirname(folder) === folder) return undefined
  }
}

export function settingsOf(written: Written, folder: string, file?: string): Settings {
  const base = resolve(folder)
  const inside = (path: string) => relative(base, resolve(path)).replaceAll("\\", "/")
  const here = (path: string) => relative(process.cwd(), resolve(base, path)).replaceAll("\\", "/") || "."
  const isIgnored = matcher(written.ignore ?? [])
  const languages = rules(written.languages).map(([key, tag]) => ({ fits: expression(key), tag }))
  const overrides = (written.overrides ?? []).map((each) => ({
    ...each,
    fits: each.paths ? matcher(each.paths) : () => true,
  }))
  return {
    ...(file === undefined ? {} : { file }),
    files: (written.files ?? []).map(here),
    ...(written.failOn ? { failOn: written.failOn } : {}),
    ...(written.baseline ? { baseline: here(written.baseline) } : {}),
    ...(written.fixConfidence === undefined ? {} : { fixConfidence: written.fixConfidence }),
    hasLanguageOverrides: overrides.some((each) => each.languages),
    isIgnored: (path) => path !== "-" && isIgnored(inside(path)),
    languageOf(path) {
      for (const { fits, tag } of languages) {
        const match = fits.exec(inside(path))
        const found = tag === "{lang}" ? match?.groups?.["lang"]?.replaceAll("_", "-") : tag
        // A folder "img" is not the language img: there is none.
        if (match && found && (tag !== "{lang}" || isLanguage(found))) return Intl.getCanonicalLocales(found)[0]
      }
      return undefined
    },
    optionsFor(path, language) {
      const speaks = (tag: string) =>
        language !== undefined && `${language}-`.toLowerCase().startsWith(`${tag}-`.toLowerCase())
      const scopes = [
        written,
        ...overrides.filter((each) => each.fits(inside(path)) && (each.languages?.some(speaks) ?? true)),
      ]
      return {
        brands: scopes.flatMap((scope) => scope.brands ?? []),
        off: switchedOff(scopes.map((scope) => scope.checks ?? {})),
        severities: Object.assign({}, ...scopes.map((scope) => scope.severities)) as Record<string, Severity>,
      }
    },
  }
}

/** Kinds whose last word is "off"; what is said of a kind counts before what is said of its check. */
function switchedOff(scopes: readonly Readonly<Record<string, Toggle>>[]): string[] {
  const said = Object.assign({}, ...scopes) as Record<string, Toggle>
  return checks.flatMap(({ id, kinds }) =>
    kinds.filter((kind) => [false, "off"].includes(said[kind] ?? said[id] ?? true)),
  )
}

export function rules(languages: Written["languages"]): (readonly [pattern: string, tag: string])[] {
  return languages instanceof Array
    ? languages.map((each: string) => [each, "{lang}"] as const)
    : Object.entries(languages ?? {})
}

export function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

function isLanguage(tag: string): boolean {
  return (
    isTag(tag) &&
    new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(new Intl.Locale(tag).language) !==
      undefined
  )
}
