// besh export: XLIFF for translators, as a bundle or as loose files.
import { mkdir, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { Problem } from "../../src/errors.ts"
import { partName } from "../../src/xliff/index.ts"
import { exportBundles, type ExportedBundle } from "../journeys/export-bundle.ts"
import { local } from "../journeys/house.ts"
import { houseHelp, houseOptions, type Command, type Input } from "./command.ts"
import { withHouse } from "./with-house.ts"

export const exportCommand: Command = {
  name: "export",
  summary: "XLIFF for translators: 1.2, 2.0, 2.1 or 2.2",
  help: `Usage: besh export --policy P [--from TAG] --to TAG,TAG [--xliff 1.2|2.0|2.1|2.2] [--bundle FILE.zip | -o DIR]

Writes the units of a policy as XLIFF, one file a language, in a zip with a manifest and a note for the translator.
What left is remembered, so that a later import knows what changed on either side meanwhile. With every text go its
section and neighbours, open findings, comments, terms, and what was said before for the same or nearly the same text.

  --policy P        may be repeated
  --from TAG        source language (default the policy's own)
  --to TAG,TAG      target languages
  --xliff VERSION   1.2 (default, most tools), 2.0, 2.1, 2.2
  --units WHICH     all (default), unresolved, changed
  --since WHEN      with --units changed: a day or time (ISO 8601), or the id of a bundle that left before
  --words N         at most N source words a bundle: numbered parts, sections kept whole, one language at a time
  --copy-source     put the source into empty targets, for tools that show only filled ones
  --bundle FILE     the zip to write (default POLICY.zip); parts are POLICY-part-1.zip …
  -o DIR            write the files of the bundle into a folder instead; parts into part-1, part-2 … in it
${houseHelp}`,
  options: {
    ...houseOptions,
    policy: { type: "string", multiple: true },
    from: { type: "string" },
    to: { type: "string", multiple: true },
    xliff: { type: "string" },
    units: { type: "string" },
    since: { type: "string" },
    words: { type: "string" },
    "copy-source": { type: "boolean" },
    bundle: { type: "string" },
    output: { type: "string", short: "o" },
    format: { type: "string" },
    project: { type: "string" },
  },
  async run(input, terminal) {
    const policies = input.requiredList("policy")
    const to = input.requiredList("to")
    const version = input.choice("xliff", ["1.2", "2.0", "2.1", "2.2"])
    const since = input.text("since")
    const units = since !== undefined && input.text("units") === undefined ? "changed" : input.choice("units", choices)
    if ((units === "changed") !== (since !== undefined))
      throw wrong(units === "changed" ? "--units changed takes --since" : "--since takes --units changed")
    const words = wordsIn(input)
    const format = input.choice("format", ["text", "json"])
    const from = input.text("from")
    const project = input.text("project")
    return withHouse(input, terminal, async (house) => {
      const made = await exportBundles(
        house,
        {
          policies,
          to,
          version,
          units,
          copySource: input.isSet("copy-source"),
          ...(from ? { from } : {}),
          ...(since ? { since } : {}),
          ...(words ? { words } : {}),
          ...(project ? { project } : {}),
        },
        local,
      )
      const written = filesOf(made, input.text("output"), input.text("bundle") ?? `${slug(policies)}.zip`)
      for (const { path, bytes } of written) {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, bytes)
      }
      if (format === "text") for (const { path, bytes } of written) terminal.out(`${path}  ${bytes.length} bytes`)
      else {
        const bundles = made.map(({ bundle }) => bundle)
        const files = written.map(({ path, bytes }) => ({ path, bytes: bytes.length }))
        terminal.out(JSON.stringify({ version: 1, bundle: bundles[0], bundles, written: files }, null, 2))
      }
      return 0
    })
  },
}

const choices = ["all", "unresolved", "changed"] as const
const wrong = (detail: string) => new Problem("input/usage", { usage: "besh export", detail })

function wordsIn(input: Input): number | undefined {
  const words = input.text("words")
  if (words !== undefined && !/^[1-9]\d{0,8}$/.test(words)) throw wrong("--words takes a whole number, 1 or more")
  return words === undefined ? undefined : Number(words)
}

/** The zips, or what is in them; parts are told apart by their numbers. */
function filesOf(made: readonly ExportedBundle[], folder: string | undefined, zip: string) {
  return made.flatMap(({ bundle, zip: bytes, files }) => {
    const part = bundle.request.part ? partName(bundle.request.part) : ""
    if (folder !== undefined) return files.map((file) => ({ ...file, path: join(folder, part, file.path) }))
    return [{ path: part ? zip.replace(/(\.zip)?$/i, (end) => `-${part}${end}`) : zip, bytes }]
  })
}

function slug(policies: readonly string[]): string {
  return (
    policies
      .join("-")
      .replace(/[^\p{L}\p{N}.-]+/gu, "-")
      .slice(0, 80) || "bundle"
  )
}
