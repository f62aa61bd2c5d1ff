// besh export: XLIFF for translators, as a bundle or as loose files.
import { mkdir, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { exportBundle } from "../journeys/export-bundle.ts"
import { local } from "../journeys/house.ts"
import { houseHelp, houseOptions, type Command } from "./command.ts"
import { withHouse } from "./with-house.ts"

export const exportCommand: Command = {
  name: "export",
  summary: "XLIFF for translators: 1.2, 2.0, 2.1 or 2.2",
  help: `Usage: besh export --policy P [--from TAG] --to TAG,TAG [--xliff 1.2|2.0|2.1|2.2] [--bundle FILE.zip | -o DIR]

Writes the units of a policy as XLIFF, one file a language, in a zip with a manifest and a note for the translator.
What left is remembered, so that a later import knows what changed on either side meanwhile.

  --policy P        may be repeated
  --from TAG        source language (default the policy's own)
  --to TAG,TAG      target languages
  --xliff VERSION   1.2 (default, most tools), 2.0, 2.1, 2.2
  --units WHICH     all (default), unresolved, changed
  --since TIME      with --units changed: ISO 8601 time
  --copy-source     put the source into empty targets, for tools that show only filled ones
  --bundle FILE     the zip to write (default POLICY.zip)
  -o DIR            write the files of the bundle into a folder instead
${houseHelp}`,
  options: {
    ...houseOptions,
    policy: { type: "string", multiple: true },
    from: { type: "string" },
    to: { type: "string", multiple: true },
    xliff: { type: "string" },
    units: { type: "string" },
    since: { type: "string" },
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
    const units = input.choice("units", ["all", "unresolved", "changed"])
    const format = input.choice("format", ["text", "json"])
    const from = input.text("from")
    const since = input.text("since")
    const project = input.text("project")
    return withHouse(input, terminal, async (house) => {
      const result = await exportBundle(
        house,
        {
          policies,
          to,
          version,
          units,
          copySource: input.isSet("copy-source"),
          ...(from ? { from } : {}),
          ...(since ? { since } : {}),
          ...(project ? { project } : {}),
        },
        local,
      )
      const folder = input.text("output")
      const written =
        folder === undefined
          ? [{ path: input.text("bundle") ?? `${slug(policies)}.zip`, bytes: result.zip }]
          : result.files.map((file) => ({ ...file, path: join(folder, file.path) }))
      for (const { path, bytes } of written) {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, bytes)
      }
      if (format === "json")
        terminal.out(
          JSON.stringify(
            {
              version: 1,
              bundle: result.bundle,
              written: written.map(({ path, bytes }) => ({ path, bytes: bytes.length })),
            },
            null,
            2,
          ),
        )
      else for (const { path, bytes } of written) terminal.out(`${path}  ${bytes.length} bytes`)
      return 0
    })
  },
}

function slug(policies: readonly string[]): string {
  return (
    policies
      .join("-")
      .replace(/[^\p{L}\p{N}.-]+/gu, "-")
      .slice(0, 80) || "bundle"
  )
}
