// besh check: untranslated and mixed-language passages, without a workbench.
import { checkDocument } from "../../src/checks/index.ts"
import { Problem } from "../../src/errors.ts"
import { formats, readDocument } from "../../src/formats/index.ts"
import { reports } from "../reports/index.ts"
import type { CheckedFile } from "../reports/report.ts"
import type { Command } from "./command.ts"
import { expand, readNamed } from "./files.ts"
import { sentence } from "./sentences.ts"

const worst = { error: ["error"], warning: ["error", "warning"], never: [] } as const

export const check: Command = {
  name: "check",
  summary: "find untranslated and mixed-language passages",
  help: `Usage: besh check FILE… [--lang TAG] [--format text|json|sarif|github] [--fail-on error|warning|never]

Finds passages in another language: whole sentences, single words, English glued to native words, look-alike letters,
Turkish words in Azerbaijani; and punctuation, duplicates and joints that machine translation leaves behind.
Files are Markdown, HTML or plain text; folders are searched for them; "-" is standard input.

  --lang TAG        language the documents should be in; found out for each when absent
  --brand NAME      a name that is not to be translated; may be repeated
  --off CHECK       a check that is not to run; may be repeated
  --format          text (default), json, sarif (2.1.0), github (annotations)
  --fail-on         worst finding that is still fine: exit 1 at error (default), warning, or never`,
  options: {
    lang: { type: "string" },
    brand: { type: "string", multiple: true },
    off: { type: "string", multiple: true },
    format: { type: "string" },
    "fail-on": { type: "string" },
  },
  async run(input, terminal) {
    if (input.files.length === 0)
      throw new Problem("input/usage", { usage: "besh check FILE…", detail: "no file was named" })
    const format = input.choice("format", ["text", "json", "sarif", "github"])
    const failing: readonly string[] = worst[input.choice("fail-on", ["error", "warning", "never"])]
    const language = input.text("lang")
    const options = { ...(language ? { language } : {}), brands: input.list("brand"), off: input.list("off") }
    const words = await terminal.words()
    const extensions = formats.flatMap((each) => each.extensions)
    const checked: CheckedFile[] = []
    let refused = 0
    for (const path of await expand(input.files, extensions)) {
      try {
        const file = await readNamed(path, terminal)
        const document = readDocument(file.bytes, { name: file.name })
        checked.push({ path, document, ...checkDocument(document, options) })
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        refused++
        terminal.note(`besh: ${path}: ${sentence(words, error)}`)
      }
    }
    terminal.out(reports[format](checked, { words, isColoured: terminal.isColoured }))
    if (refused > 0) return 2
    return checked.some(({ findings }) => findings.some(({ severity }) => failing.includes(severity))) ? 1 : 0
  },
}
