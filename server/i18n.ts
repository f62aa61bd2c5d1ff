// The interface in five languages. i18next keeps catalogues, fallback and detection; @formatjs/intl formats: ICU
// messages, numbers, dates. Between the two stands a plugin of a few lines.
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { createIntl, createIntlCache, type IntlShape } from "@formatjs/intl"
import i18next, { type i18n, type Module } from "i18next"
import FileBackend from "i18next-fs-backend"
import { directionOf } from "../src/language/index.ts"
import { root } from "./root.ts"

export const interfaceLanguages = ["en", "ug", "ky", "tk", "az"] as const

/** Values of a message. Strings come from people and documents, in any script. */
export type Values = Readonly<Record<string, string | number | boolean | Date | null | undefined>>

/** Everything a page or a terminal needs to speak one language. */
export interface Words {
  readonly language: string
  readonly direction: "ltr" | "rtl"
  /** The message of a key; strings among the values are isolated, so that Latin names do not disturb Uyghur lines. */
  readonly t: (key: string, values?: Values) => string
  readonly has: (key: string) => boolean
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string
  /** Of a share from 0 to 1. */
  readonly percent: (share: number) => string
  /** Date and time are formatted apart: combined they read oddly in Azerbaijani. */
  readonly date: (iso: string) => string
  readonly time: (iso: string) => string
  /** A language's name in its own language. */
  readonly endonym: (tag: string) => string
  /** A language's name in the language of the interface. */
  readonly languageName: (tag: string) => string
  readonly compare: (a: string, b: string) => number
}

const intls = new Map<string, IntlShape<string>>()
const cache = createIntlCache()

function intlOf(language: string): IntlShape<string> {
  const known = intls.get(language)
  if (known) return known
  const made = createIntl(
    { locale: language, defaultLocale: "en", timeZone: "UTC", onError: () => {}, onWarn: () => {} },
    cache,
  )
  intls.set(language, made)
  return made
}

/** Formats what i18next found as an ICU message. Plural forms live in the message, so there is one key to look up. */
const icu = {
  type: "i18nFormat" as Module["type"],
  parse: (message: string, values: Values, language: string, _namespace: string, key: string): string =>
    format(message, values, language, key),
  addLookupKeys: (keys: string[]) => keys,
}

function format(message: string, values: Values, language: string, key: string): string {
  const given = values["isolate"] === true ? isolated(message, values) : values
  try {
    return intlOf(language).formatMessage({ id: key, defaultMessage: message }, given as Record<string, string>)
  } catch {
    return message // a catalogue error must not take the page down; the catalogue test finds it
  }
}

/** Strings between FSI and PDI, but for those that choose a branch: isolated they would miss it. */
function isolated(message: string, values: Values): Values {
  const chooses = (key: string): boolean => new RegExp(`\\{\\s*${key}\\s*,\\s*select\\b`).test(message)
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === "string" && value !== "" && !chooses(key) ? `\u2068${value}\u2069` : value,
    ]),
  )
}

/** The catalogues, read once: all of them, or what one terminal needs. */
export async function loadCatalogues(folder = join(root, "locales"), languages?: readonly string[]): Promise<i18n> {
  const instance = i18next.createInstance()
  await instance
    .use(FileBackend)
    .use(icu)
    .init({
      supportedLngs: [...interfaceLanguages],
      preload: languages ?? readdirSync(folder).flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -5)] : [])),
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
  // Collation puts Uyghur words with an initial vowel under the hamza that carries it; strip it for sorting.
  const bare = (text: string): string => text.replace(/(^|\s)ئ(?=[ائەېىوۇۆۈ])/g, "$1")
  const collator = new Intl.Collator([language, "en"], { numeric: true })
  return {
    language,
    direction: directionOf(language),
    t: (key, values = {}) => t(key, { ...values, isolate }),
    has: (key) => catalogues.exists(key, { lng: "en" }),
    number: (value, options) => intl.formatNumber(value, options as never),
    percent: (share) => intl.formatNumber(share, { style: "percent", maximumFractionDigits: 0 }),
    date: (iso) => intl.formatDate(iso, { year: "numeric", month: "short", day: "numeric" }),
    time: (iso) => intl.formatTime(iso, { hour: "2-digit", minute: "2-digit" }),
    endonym: (tag) => nameOf(tag, tag),
    languageName: (tag) => nameOf(tag, language),
    compare: (a, b) => collator.compare(bare(a), bare(b)),
  }
}

const names = new Map<string, Intl.DisplayNames>()

function nameOf(tag: string, inLanguage: string): string {
  try {
    const known = names.get(inLanguage) ?? new Intl.DisplayNames([inLanguage, "en"], { type: "language" })
    names.set(inLanguage, known)
    return known.of(tag) ?? tag
  } catch {
    return tag // not a well-formed tag
  }
}
