// besh deliver: translated documents in the format of their source.
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { deliver as delivered } from "../journeys/deliver.ts"
import { local } from "../journeys/house.ts"
import { houseHelp, houseOptions, type Command } from "./command.ts"
import { withHouse } from "./with-house.ts"

export const deliver: Command = {
  name: "deliver",
  summary: "translated documents in the format of their source",
  help: `Usage: besh deliver --policy P --to TAG,TAG -o DIR [--from TAG]

Writes the policy in other languages: the bytes of the source document with only the translated text and the language
marks changed. Says what still stands in the source language.

  --policy P        name of the policy
  --to TAG,TAG      languages to write
  --from TAG        source language (default the policy's own; the same as --to writes a language's own document)
  -o DIR            folder to write into
  --format          text (default) or json
${houseHelp}`,
  options: {
    ...houseOptions,
    policy: { type: "string" },
    to: { type: "string", multiple: true },
    from: { type: "string" },
    output: { type: "string", short: "o" },
    format: { type: "string" },
    project: { type: "string" },
  },
  async run(input, terminal) {
    const policy = input.required("policy")
    const languages = input.requiredList("to")
    const folder = input.required("output")
    const format = input.choice("format", ["text", "json"])
    const from = input.text("from")
    const project = input.text("project")
    return withHouse(input, terminal, async (house) => {
      // All are made before one is written: a language that cannot be delivered leaves the folder as it was.
      const results = []
      for (const to of languages) {
        results.push({
          to,
          ...(await delivered(
            house,
            { policy, to, ...(from ? { from } : {}), ...(project ? { project } : {}) },
            local,
          )),
        })
      }
      await mkdir(folder, { recursive: true })
      for (const { name, bytes } of results) await writeFile(join(folder, name), bytes)
      if (format === "json") {
        const files = results.map(({ to, name, mediaType, units, untranslated }) => ({
          language: to,
          path: join(folder, name),
          mediaType,
          units,
          untranslated,
        }))
        terminal.out(JSON.stringify({ version: 1, files }, null, 2))
      } else {
        for (const { name, units, untranslated } of results) {
          terminal.out(`${join(folder, name)}  ${units.translated} of ${units.total} units translated`)
          for (const each of untranslated.slice(0, 5))
            terminal.out(`  still untranslated: \u2068${each.source.slice(0, 80)}\u2069`)
          if (untranslated.length > 5) terminal.out(`  … and ${untranslated.length - 5} more`)
        }
      }
      return 0
    })
  },
}
