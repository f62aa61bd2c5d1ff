// besh add: the documents of one policy go into the workbench.
import { Problem } from "../../src/errors.ts"
import { addDocuments } from "../journeys/add-documents.ts"
import { local } from "../journeys/house.ts"
import { houseHelp, houseOptions, type Command } from "./command.ts"
import { readNamed } from "./files.ts"
import { withHouse } from "./with-house.ts"

export const add: Command = {
  name: "add",
  summary: "put the documents of a policy into the workbench",
  help: `Usage: besh add --policy P FILE… [--lang TAG]…

Puts documents of one policy, one a language, into the workbench, aligns them with each other and checks them.
A second document in a language that is there already is a new revision of the first: work that still holds is kept.

  --policy P        name of the policy; made when there is none of that name
  --lang TAG        language of each file, in order; found out when absent
  --source TAG      language the others are translated from (default English, else the first file's)
  --project NAME    project of a new policy
  --format          text (default) or json
${houseHelp}`,
  options: {
    ...houseOptions,
    policy: { type: "string" },
    lang: { type: "string", multiple: true },
    source: { type: "string" },
    project: { type: "string" },
    format: { type: "string" },
  },
  async run(input, terminal) {
    const policy = input.required("policy")
    const format = input.choice("format", ["text", "json"])
    const languages = input.list("lang")
    if (input.files.length === 0)
      throw new Problem("input/usage", { usage: "besh add --policy P FILE…", detail: "no file was named" })
    if (languages.length > input.files.length)
      throw new Problem("input/usage", { usage: "besh add", detail: "more --lang than files" })
    const files = await Promise.all(
      input.files.map(async (path, at) => {
        const { name, bytes } = await readNamed(path, terminal)
        const language = languages[at]
        return { name, bytes, ...(language ? { language } : {}) }
      }),
    )
    return withHouse(input, terminal, async (house) => {
      if (terminal.isWatched) terminal.note(`Reading and aligning ${files.length} documents…`)
      const source = input.text("source")
      const project = input.text("project")
      const result = await addDocuments(
        house,
        { policy, files, ...(source ? { sourceLanguage: source } : {}), ...(project ? { project } : {}) },
        local,
      )
      if (format === "json") terminal.out(JSON.stringify({ version: 1, ...result }, null, 2))
      else {
        terminal.out(`${result.policy.name}`)
        for (const each of result.documents) {
          const seems =
            each.identified.tag === each.language
              ? ""
              : `, looks like ${each.identified.tag} (${each.identified.confidence.toFixed(2)})`
          const state = each.isUnchanged ? "unchanged" : `revision ${each.revision}`
          terminal.out(
            `  ${each.language}  ${each.name}  ${each.format}, ${state}, ${each.sections} sections, ${each.segments} segments, ${each.words} words${seems}`,
          )
        }
        for (const each of result.bitexts) {
          const changes =
            each.outdated + each.removed > 0
              ? `, ${each.kept} kept, ${each.outdated} outdated, ${each.added} new, ${each.removed} removed`
              : ""
          terminal.out(
            `  ${each.from} → ${each.to}  ${each.units} units, ${each.aligned} aligned, ${each.findings} findings${changes}`,
          )
        }
        for (const { level, reason } of result.lostDecisions)
          terminal.out(`  decision about a ${level === "section" ? "section" : "sentence"} no longer holds: ${reason}`)
      }
      return 0
    })
  },
}
