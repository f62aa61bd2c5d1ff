// The interface is complete in five languages: the same keys, the same placeholders, messages that parse, every
// refusal and every finding with its sentence. What is missing is named.
import { readFileSync, readdirSync, statSync } from "node:fs"
import { join, resolve } from "node:path"
import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser"
import { describe, expect, it } from "vitest"
import { interfaceLanguages } from "../../server/i18n.ts"
import { problems } from "../../src/errors.ts"

const root = resolve(import.meta.dirname, "../..")
const catalogue = (language: string) =>
  JSON.parse(readFileSync(join(root, "locales", `${language}.json`), "utf8")) as Record<string, string>
const english = catalogue("en")

describe("locales/en.json", () => {
  it("has a sentence for every problem", () => {
    expect(Object.keys(problems).filter((code) => !(`errors.${code}` in english))).toEqual([])
  })

  it("has every key that code and views name", () => {
    const files = ["server", "src", "views"].flatMap((folder) => walk(join(root, folder)))
    const named = files.flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/\bt\(\s*"([a-z][\w-]*(?:\.[\w/-]+)+)"/g)].map((match) => match[1]!),
    )
    expect(named.length).toBeGreaterThan(50)
    expect([...new Set(named)].filter((key) => !(key in english))).toEqual([])
  })
})

describe.each(interfaceLanguages)("locales/%s.json", (language) => {
  const messages = catalogue(language)

  it("lacks no key and has none too many", () => {
    expect(
      Object.keys(english).filter((key) => !messages[key]),
      "missing",
    ).toEqual([])
    expect(
      Object.keys(messages).filter((key) => !(key in english)),
      "left over",
    ).toEqual([])
  })

  it("is in order, so that a change is easy to see", () => {
    expect(Object.keys(messages)).toEqual(Object.keys(messages).toSorted())
  })

  it("keeps the placeholders of English, in messages that parse", () => {
    const wrong = Object.entries(messages).filter(
      ([key, message]) => placeholders(message) !== placeholders(english[key] ?? ""),
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  it("is NFC and in its own script", () => {
    expect(Object.values(messages).filter((message) => message !== message.normalize("NFC"))).toEqual([])
    const script = {
      en: /\p{Script=Latin}/u,
      ug: /\p{Script=Arabic}/u,
      ky: /\p{Script=Cyrillic}/u,
      tk: /\p{Script=Latin}/u,
      az: /\p{Script=Latin}/u,
    }[language]
    const foreign = Object.entries(messages).filter(
      ([, message]) => /\p{L}/u.test(message.replace(/\{[^{}]*\}/g, "")) && !script.test(message),
    )
    expect(foreign.map(([key]) => key).filter((key) => !/besh|xliff|^language\./i.test(english[key] ?? ""))).toEqual([])
  })
})

/** Names and kinds of a message's placeholders, plural branches aside. */
function placeholders(message: string): string {
  const found = new Set<string>()
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      found.add(`${element.value}:${element.type}`)
      if ("options" in element) for (const option of Object.values(element.options)) visit(option.value)
    }
  }
  visit(parse(message))
  return [...found].toSorted().join(" ")
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory())
      return name === "model" || name === "samples" || name === "corpus" ? [] : walk(path)
    return /\.(?:ts|ejs)$/.test(name) ? [path] : []
  })
}
