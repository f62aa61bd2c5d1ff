// The interface in five languages. i18next keeps catalogues, fallback and detection; @formatjs/intl formats: ICU
// messages, numbers, dates. Between the two stands a plugin of a few lines.
import { readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { createIntl, createIntlCache, type IntlShape } from "@formatjs/intl"
import i18next, { type i18n, type Module } from "i18next"
import FileBackend from "i18next-fs-backend"
import { directionOf } from "../src/language/index.ts"

export const interfaceLanguages = ["en", "ug", "ky", "tk", "az"] as const
const localesFolder = resolve(import.meta.dirname, import.meta.dirname.includes("/dist/") ? "../../locales" : "../locales")

/** Values of a message. Strings come from people and documents, in any script. */
export type Values = Readonly<Record<string, string | number | boolean | Date | null | undefined>>

/** Everything a page or a terminal needs to speak one language. */
export interface Words {
  readonly language: string
  readonly direction: "ltr" | "rtl"
  /** The message of a key; strings among the values are isolated, so that Latin names do not disturb Uyghur lines. */
  t(key: string, values?: Values): string
  has(key: string): boolean
  number(value: number, options?: Intl.NumberFormatOptions): string
  percent(share: number): string
  /** Date and time are formatted apart: combined they read oddly in Azerbaijani. */
  date(iso: string): string
  time(iso: string): string
  /** A language's name in its own language. */
  endonym(tag: string): string
  /** A language's name in the language of the interface. */
  languageName(tag: string): string
  compare(a: string, b: string): number
}

const intls = new Map<string, IntlShape<string>>()
const cache = createIntlCache()

function intlOf(language: string): IntlShape<string> {
  const known = intls.get(language)
  if (known) return known
  const made = createIntl({ locale: language, defaultLocale: "en", timeZone: "UTC", onError: () => {}, onWarn: () => {} }, cache)
  intls.set(language, made)
  return made
}

/** Formats what i18next found as an ICU message. */
const icu: Module & { parse(message: string, values: Values, language: string, namespace: string, key: string): string } = {
  type: "i18nFormat" as Module["type"],
  parse: (message, values, language, _namespace, key) => format(message, values, language, key),
}
Object.assign(icu, { addLookupKeys: (keys: string[]) => keys })

function format(message: string, values: Values, language: string, key: string): string {
  try {
    return intlOf(language).formatMessage({ id: key, defaultMessage: message }, values as Record<string, string | number>)
  } catch {
    return message // a catalogue error must not take the page down; the catalogue test finds it
  }
}

/** The catalogues, read once. */
export async function loadCatalogues(folder = localesFolder): Promise<i18n> {
  const instance = i18next.createInstance()
  await instance
    .use(FileBackend)
    .use(icu)
    .init({
      supportedLngs: [...interfaceLanguages],
      preload: readdirSync(folder).flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -5)] : [])),
      fallbackLng: "en",
      load: "languageOnly",
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
      backend: { loadPath: join(folder, "{{lng}}.json") },
      returnEmptyString: false,
    })
  return instance
}

/**
 * Words in one language.
 *
 * @param isolate put FSI … PDI around string values (pages); false for terminals and files that are searched
 */
export function wordsOf(catalogues: i18n, language: string, isolate = true): Words {
  const t = catalogues.getFixedT(language)
  const intl = intlOf(language)
  const name = (inLanguage: string, tag: string): string => {
    try {
      return new Intl.DisplayNames([inLanguage, "en"], { type: "language" }).of(tag) ?? tag
    } catch {
      return tag
    }
  }
  // Collation puts Uyghur words with an initial vowel under the hamza that carries it; strip it for sorting.
  const bare = (text: string): string => text.replace(/(^|\s)ئ(?=[ائەېىوۇۆۈ])/g, "$1")
  const collator = new Intl.Collator([language, "en"], { numeric: true })
  return {
    language,
    direction: directionOf(language),
    t: (key, values = {}) => t(key, isolate ? isolated(values) : { ...values }),
    has: (key) => catalogues.exists(key, { lng: "en" }),
    number: (value, options) => intl.formatNumber(value, options as never),
    percent: (share) => intl.formatNumber(share, { style: "percent", maximumFractionDigits: 0 }),
    date: (iso) => intl.formatDate(iso, { year: "numeric", month: "short", day: "numeric" }),
    time: (iso) => intl.formatTime(iso, { hour: "2-digit", minute: "2-digit" }),
    endonym: (tag) => name(tag, tag),
    languageName: (tag) => name(language, tag),
    compare: (a, b) => collator.compare(bare(a), bare(b)),
  }
}

function isolated(values: Values): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === "string" && value !== "" && !isKeyword(value) ? `\u2068${value}\u2069` : value]))
}

/** Short lower-case ASCII words choose branches in `select` messages; isolating them would miss the branch. */
function isKeyword(value: string): boolean {
  return /^[a-z][a-z-]{0,24}$/.test(value)
}
