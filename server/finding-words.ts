// A finding as a sentence, for pages, terminals and bundles alike.
import type { Message } from "../src/model/finding.ts"
import type { Words } from "./i18n.ts"

/** Values of messages that are language tags; people read their names. */
const languageValues = new Set(["language", "expected", "from"])

/** The message of a finding; undefined where the catalogue has no words for it. */
export function messageOf(words: Words, { key, data }: Message): string | undefined {
  const id = `check.${key}`
  if (!words.has(id)) return undefined
  return words.t(id, readable(words, data))
}

/** Values with the names of languages in place of their tags. */
export function readable(words: Words, data: Message["data"]): Message["data"] {
  const values = Object.entries(data).map(([name, value]): [string, string | number] => [
    name,
    languageValues.has(name) && typeof value === "string" ? words.languageName(value) : value,
  ])
  return Object.fromEntries(values)
}
