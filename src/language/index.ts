// The register of languages: one line each. Any other BCP 47 tag gets a profile made from its script alone.
import type { Profile, Script } from "./profile.ts"
import { az } from "./profiles/az.ts"
import { en } from "./profiles/en.ts"
import { ky } from "./profiles/ky.ts"
import { tk } from "./profiles/tk.ts"
import { ug } from "./profiles/ug.ts"

export type { Calque, Profile, Script } from "./profile.ts"

export const profiles: readonly Profile[] = [en, ug, ky, tk, az]

const scripts: Readonly<Record<string, Script>> = {
  Latn: "latin",
  Cyrl: "cyrillic",
  Arab: "arabic",
  Aran: "arabic",
  Hans: "han",
  Hant: "han",
  Jpan: "han",
}

/** The profile of a language tag: its own, or generic rules for its script. Never throws. */
export function profileOf(tag: string): Profile {
  const locale = localeOf(tag)
  const language = locale?.language ?? tag.toLowerCase()
  const script = scripts[locale?.maximize().script ?? ""] ?? "other"
  const own = profiles.find((profile) => profile.tag === language && profile.script === script)
  return own ?? generic(language, script)
}

/** Direction of a language's script; left to right for what is no tag. */
export function directionOf(tag: string): "ltr" | "rtl" {
  const script = localeOf(tag)?.maximize().script ?? ""
  return /^(?:Arab|Aran|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg|Mand|Samr)$/.test(script) ? "rtl" : "ltr"
}

/** Lower case as the language does it: Azerbaijani and Turkish keep i and ı apart. */
export function lower(text: string, casing: Profile["casing"]): string {
  if (casing === "none") return text
  return (casing === "dotted" ? text.replaceAll("I", "ı") : text).replaceAll("İ", "i").toLowerCase()
}

const neighbours: Readonly<Record<string, readonly string[]>> = {
  latin: ["tr", "az", "tk", "uz", "fr"],
  cyrillic: ["ru", "ky", "kk"],
  arabic: ["ar", "fa", "ug", "kk"],
}

function generic(tag: string, script: Script): Profile {
  return {
    tag,
    script,
    letters: "",
    neighbours: (neighbours[script] ?? []).filter((each) => each !== tag),
    lookalikes: {},
    punctuation: {},
    shared: [],
    conjunctions: [],
    abbreviations: [],
    initials: "",
    casing: tag === "tr" ? "dotted" : "plain",
    boilerplate: [],
    calques: [],
  }
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag)
  } catch {
    return undefined
  }
}
