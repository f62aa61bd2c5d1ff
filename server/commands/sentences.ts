// Problems and findings as sentences for a terminal.
import { Problem } from "../../src/errors.ts"
import type { Finding, Message } from "../../src/model/finding.ts"
import type { Words } from "../i18n.ts"

export function isProblem(error: unknown): error is Problem {
  return error instanceof Problem
}

/** "policy.md:3:14: sentence" */
export function sentence(words: Words, { code, data, place }: Problem): string {
  const where = [place.file, place.line, place.column].filter((each) => each !== undefined).join(":")
  const what = words.has(`errors.${code}`) ? words.t(`errors.${code}`, data) : `${code} ${JSON.stringify(data)}`
  const more = typeof data["detail"] === "string" && !what.includes(data["detail"]) ? ` (${data["detail"]})` : ""
  return where === "" ? `${what}${more}` : `${where}: ${what}${more}`
}

/** What a check saw, as a sentence. */
export function message(words: Words, { message: { key, data }, kind }: Finding): string {
  const id = key.startsWith("check.") ? key : `check.${key}`
  return words.has(id) ? words.t(id, named(words, data)) : kind
}

/** Language tags among the values become names of languages. */
function named(words: Words, data: Message["data"]): Record<string, string | number> {
  const tags = new Set(["language", "expected", "native"])
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      tags.has(key) && typeof value === "string" ? words.languageName(value) : value,
    ]),
  )
}
