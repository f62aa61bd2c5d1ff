// @angular/localize reads what we write, and we read what it extracts: its own serializers and parsers, versions 1.2 and
// 2.0 (it knows no other). Counts are asserted; a unit it merely warns about is one it would not translate.
import { createRequire } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { describe, expect, it } from "vitest"
import { plain } from "../../../src/content.ts"
import { checkXliff, readXliff, writeXliff, type ExportFile, type ExportUnit } from "../../../src/xliff/index.ts"
import { alone, close, open, turkmen, unit, uyghur } from "../../core/xliff/fixtures.ts"

interface Translation {
  readonly messageParts: readonly string[]
  readonly placeholderNames: readonly string[]
}
interface Parser {
  analyze(path: string, text: string): { readonly canParse: boolean; readonly hint?: unknown }
  parse(
    path: string,
    text: string,
    hint: unknown,
  ): {
    readonly locale?: string
    readonly translations: Readonly<Record<string, Translation>>
    readonly diagnostics: { readonly messages: readonly { readonly type: string; readonly message: string }[] }
  }
}
interface Message {
  readonly id: string
  readonly messageParts: readonly string[]
  readonly placeholderNames: readonly string[]
  readonly substitutions: object
  readonly text: string
  readonly meaning?: string
  readonly description?: string
}
interface Tools {
  readonly Xliff1TranslationParser: new () => Parser
  readonly Xliff2TranslationParser: new () => Parser
  readonly Xliff1TranslationSerializer: new (...words: unknown[]) => { serialize(messages: readonly Message[]): string }
  readonly Xliff2TranslationSerializer: new (...words: unknown[]) => { serialize(messages: readonly Message[]): string }
}

/** 50 MB of somebody else's compiler: at hand in continuous integration (test/run.ts), else where somebody says. */
async function find(): Promise<Tools | null> {
  const folder = process.env["BESH_TEST_ANGULAR"]
  if (folder === undefined) return null
  const path = createRequire(join(folder, "package.json")).resolve("@angular/localize/tools")
  return (await import(pathToFileURL(path).href)) as Tools
}
const tools = await find()
const why = tools ? "" : " (skipped without BESH_TEST_ANGULAR, a folder with @angular/localize and @angular/compiler)"

const versions = ["1.2", "2.0"] as const
const units: ExportUnit[] = [
  unit("u1", ["Privacy policy"], ["Gizlinlik syýasaty"], {
    notes: [{ text: "Title & <heading>", category: "section" }],
    terms: [{ term: "privacy", translation: "gizlinlik" }],
    matches: [{ source: ["Privacy"], target: ["Gizlinlik"], quality: 75, origin: "Terms" }],
    maxLength: 40,
  }),
  unit(
    "u2",
    ["We keep ", open("1"), "your data", close("1"), ", ", alone("2"), "."],
    [open("1"), "Maglumatlaryňyzy", close("1"), " saklaýarys, ", alone("2"), "."],
  ),
  unit(
    "u3",
    ["Line", alone("1", "break", "<br>", "\n"), "break & <more>"],
    ["Setir", alone("1", "break", "<br>", "\n"), "üzülmesi & <ýene>"],
  ),
  unit("u4", ["Not translated"], null, { matches: [{ source: ["Not"], target: ["Däl"], quality: 70 }] }),
]

function parsed(version: (typeof versions)[number], text: string) {
  const parser = version === "1.2" ? new tools!.Xliff1TranslationParser() : new tools!.Xliff2TranslationParser()
  const { canParse, hint } = parser.analyze("messages.xlf", text)
  expect(canParse).toBe(true)
  const { locale, translations, diagnostics } = parser.parse("messages.xlf", text, hint)
  const said = (type: string) => diagnostics.messages.filter((each) => each.type === type).map(({ message }) => message)
  return { locale, translations, errors: said("error"), warnings: said("warning") }
}

describe.skipIf(!tools)(`@angular/localize${why}`, () => {
  const cases = versions.flatMap((version) => [turkmen, uyghur].map(({ to }) => [version, to] as const))
  it.each(cases)("reads every unit of our %s in %s", (version, to) => {
    const file: ExportFile = { ...turkmen, to, units }
    const { locale, translations, errors, warnings } = parsed(
      version,
      writeXliff([file], { version, exportId: "e1", created: "2026-11-22T00:00:00Z" }),
    )
    expect([locale, errors]).toEqual([to, []])
    expect(warnings).toEqual([expect.stringContaining("Missing <target> element")])
    expect(Object.keys(translations)).toEqual(["u1", "u2", "u3", "u4"])
    expect(translations["u1"]?.messageParts).toEqual(["Gizlinlik syýasaty"])
    expect(translations["u4"]?.messageParts).toEqual(["Not translated"])
    const said = (id: string) => translations[id]!.messageParts.join("")
    expect([said("u2"), said("u3")]).toEqual(["Maglumatlaryňyzy saklaýarys, .", "Setirüzülmesi & <ýene>"])
    // 1.2: it forgets <g>, and keeps what is inside. 2.0: both ends of <pc>, and <ph>.
    expect(translations["u2"]!.placeholderNames).toHaveLength(version === "1.2" ? 1 : 3)
    expect(translations["u3"]!.placeholderNames).toHaveLength(1)
  })

  const messages: Message[] = [
    { id: "100", messageParts: ["Hello, ", "!"], placeholderNames: ["PH"], substitutions: {}, text: "Hello, {$PH}!" },
    {
      id: "200",
      messageParts: ["Save"],
      placeholderNames: [],
      substitutions: {},
      text: "Save",
      meaning: "button",
      description: "Saves",
    },
    {
      id: "300",
      messageParts: ["Read the ", "terms", " & go"],
      placeholderNames: ["START_LINK", "CLOSE_LINK"],
      substitutions: {},
      text: "Read the {$START_LINK}terms{$CLOSE_LINK} & go",
    },
  ]
  it.each(versions)("extracts %s, we translate it, it takes every message", (version) => {
    const serializer =
      version === "1.2"
        ? new tools!.Xliff1TranslationSerializer("en", "/", true)
        : new tools!.Xliff2TranslationSerializer("en", "/", true)
    const extracted = serializer.serialize(messages)
    const bytes = new TextEncoder().encode(extracted)
    expect(checkXliff(bytes, { name: "messages.xlf" })).toEqual([])
    const read = readXliff(bytes, { name: "messages.xlf" })
    expect(read.units.map(({ id, target }) => [id, target])).toEqual(messages.map(({ id }) => [id, null]))
    expect(read.units.map(({ source }) => plain(source).replaceAll(/\s*[{[<].*?[}\]>]/g, "").length > 0)).toEqual([
      true,
      true,
      true,
    ])

    const filled = withTargets(extracted, version)
    const back = readXliff(new TextEncoder().encode(filled), { name: "messages.tk.xlf" })
    expect(back.units.filter(({ target }) => target !== null)).toHaveLength(3)
    const { locale, translations, errors, warnings } = parsed(version, filled)
    expect([locale, errors, warnings]).toEqual(["tk", [], []])
    expect(
      Object.entries(translations).map(([id, { messageParts, placeholderNames }]) => [
        id,
        messageParts,
        placeholderNames,
      ]),
    ).toEqual(messages.map(({ id, messageParts, placeholderNames }) => [id, messageParts, placeholderNames]))
  })
})

function withTargets(extracted: string, version: string): string {
  const language = version === "1.2" ? 'source-language="en"' : 'srcLang="en"'
  const target = version === "1.2" ? 'target-language="tk"' : 'trgLang="tk"'
  return extracted
    .replace(language, `${language} ${target}`)
    .replace(/<source>([^]*?)<\/source>/g, "<source>$1</source><target>$1</target>")
}
