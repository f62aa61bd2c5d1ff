// Problems and findings as sentences for a terminal.
import { Problem } from "../../src/errors.ts"
import type { Finding } from "../../src/model/finding.ts"
import { messageOf } from "../finding-words.ts"
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
export function message(words: Words, finding: Finding): string {
  return messageOf(words, finding.message) ?? finding.kind
}
