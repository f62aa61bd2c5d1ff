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

const intls = new Map<string, IntlShape>()

function intlOf(language: string): IntlShape {
  const known = intls.get(language)
  if (known) return known
  const made = createIntl({ locale: language, defaultLocale: language, timeZone: "UTC", onError: () => {} }, cache)
  intls.set(language, made)
  return made
}

const cache = createIntlCache()

/** i18next finds the message; plural forms live in it, so there is one key to look up, and `messages` formats it. */
const icu = {
  type: "i18nFormat" as Module["type"],
  parse: (message: string): string => message,
  addLookupKeys: (keys: string[]) => keys,
}

/** A message made ready once: a page asks for the same few hundred again and again. */
interface Ready {
  readonly raw: string
  /** What it says when nothing varies in it. */
  readonly constant: string | null
  readonly format: (values: Values) => string
  /** Values that choose a branch: isolated they would miss it. */
  readonly choosing: ReadonlySet<string>
}

function ready(message: string, language: string): Ready {
  const choosing = new Set([...message.matchAll(/\{\s*([^\s{},]+)\s*,\s*select\b/g)].map(([, key]) => key ?? ""))
  try {
    const { formatters } = intlOf(language)
    const made = formatters.getMessageFormat(message, language, undefined, { formatters })
    const format = (values: Values) => String(made.format(values))
    const constant = /[{<'#]/.test(message) ? null : format({})
    return { raw: message, constant, format, choosing }
  } catch {
    return { raw: message, constant: message, format: () => message, choosing } // the catalogue test finds it
  }
}

function say({ raw, constant, format, choosing }: Ready, values: Values | undefined, isolate: boolean): string {
  if (constant !== null) return constant
  try {
    return format(isolate && values ? isolated(values, choosing) : (values ?? {}))
  } catch {
    return raw // a value is missing; that must not take the page down
  }
}

/** Strings between FSI and PDI, but for those that choose. */
function isolated(values: Values, choosing: ReadonlySet<string>): Values {
  const own: Record<string, Values[string]> = {}
  for (const [key, value] of Object.entries(values))
    own[key] = typeof value === "string" && value !== "" && !choosing.has(key) ? `\u2068${value}\u2069` : value
  return own
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

const spoken = new WeakMap<i18n, Map<string, Words>>()

/**
 * Words in one language, made once for each.
 *
 * @param isolate put FSI … PDI around string values (pages); false for terminals and files that are searched
 */
export function wordsOf(catalogues: i18n, language: string, isolate = true): Words {
  const known = spoken.get(catalogues) ?? new Map<string, Words>()
  spoken.set(catalogues, known)
  const name = `${language} ${isolate}`
  const words = known.get(name) ?? makeWords(catalogues, language, isolate)
  known.set(name, words)
  return words
}

function makeWords(catalogues: i18n, language: string, isolate: boolean): Words {
  // Collation puts Uyghur words with an initial vowel under the hamza that carries it; strip it for sorting.
  const bare = (text: string): string => text.replace(/(^|\s)ئ(?=[ائەېىوۇۆۈ])/g, "$1")
  const collator = new Intl.Collator([language, "en"], { numeric: true })
  return {
    language,
    direction: directionOf(language),
    ...messagesOf(catalogues, language, isolate),
    ...formatsOf(language),
    endonym: (tag) => nameOf(tag, tag),
    languageName: (tag) => nameOf(tag, language),
    compare: (a, b) => collator.compare(bare(a), bare(b)),
  }
}

function messagesOf(catalogues: i18n, language: string, isolate: boolean): Pick<Words, "t" | "has"> {
  const find = catalogues.getFixedT(language)
  const messages = new Map<string, Ready>()
  const exists = new Map<string, boolean>()
  const has = (key: string): boolean => {
    const known = exists.get(key) ?? catalogues.exists(key, { lng: "en" })
    if (known) exists.set(key, known) // unknown keys may come from outside; they are not collected
    return known
  }
  return {
    has,
    t: (key, values) => {
      const known = messages.get(key) ?? ready(find(key), language)
      if (has(key)) messages.set(key, known)
      return say(known, values, isolate)
    },
  }
}

function formatsOf(language: string): Pick<Words, "number" | "percent" | "date" | "time"> {
  const intl = intlOf(language)
  const plain = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 })
  const date = new Intl.DateTimeFormat(language, { ...utc, year: "numeric", month: "short", day: "numeric" })
  const time = new Intl.DateTimeFormat(language, { ...utc, hour: "2-digit", minute: "2-digit" })
  return {
    number: (value, options) => (options ? intl.formatNumber(value, options as never) : plain.format(value)),
    percent: (share) => percent.format(share),
    date: (iso) => shownOr(iso, date),
    time: (iso) => shownOr(iso, time),
  }
}

const utc = { timeZone: "UTC" } as const

function shownOr(iso: string, format: Intl.DateTimeFormat): string {
  const moment = new Date(iso)
  return Number.isNaN(moment.getTime()) ? iso : format.format(moment)
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
