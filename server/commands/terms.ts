// besh terms: the termbase as TBX-Basic, CSV or JSON, and a project's own terms from TBX-Basic.
import { writeSafely } from "./gate/write.ts"
import { local } from "../journeys/house.ts"
import { importTerms, listTerms, type ConceptChange } from "../journeys/terms.ts"
import { csv } from "../reports/terms-csv.ts"
import { Problem } from "../../src/errors.ts"
import { decode } from "../../src/formats/decode.ts"
import { termbase, type Concept } from "../../src/terms/index.ts"
import { readTbx, writeTbx } from "../../src/terms/tbx.ts"
import { houseHelp, houseOptions, type Command, type Input, type Terminal } from "./command.ts"
import { readNamed } from "./files.ts"
import { withHouse } from "./with-house.ts"

export const terms: Command = {
  name: "terms",
  summary: "the termbase as TBX, CSV or JSON; a project's own terms from TBX",
  help: `Usage: besh terms export [--format tbx|csv|json] [--project P] [--own] [FILE]
       besh terms import FILE.tbx [--project P] [--write] [--format text|json]

Export writes the built-in concepts of privacy policies and terms of service; with --project, --data or --database the
concepts in force in that project: its own, then the built-in ones it says nothing about. Without FILE it prints them.
TBX (TBX-Basic, ISO 30042:2019, DCT style) and JSON hold everything; CSV has one term a row, without stems and topics.

Import reads TBX-Basic in DCT style, UTF-8 or UTF-16, and says which concepts are new, changed and unchanged, against the
project's own and the built-in ones. Nothing is written without --write. A file that is not well-formed or holds what
besh does not know is refused as a whole, with line and column. Concepts that are not in the file stay.

Where a project's own term and a built-in one stand for the same words, bundles carry the project's preferred term. A
concept with the id of a built-in one takes its place, language by language. In a language without preferred term the
first admitted one is offered; en-GB counts for en.

  --format          tbx (as without, unless FILE ends in .csv or .json), csv, json; for import text or json
  --project P       id or name (default the first project)
  --own             only what the project imported, as it came
  --write           keep what is new and changed
${houseHelp}`,
  options: {
    ...houseOptions,
    project: { type: "string" },
    format: { type: "string" },
    own: { type: "boolean" },
    write: { type: "boolean" },
  },
  async run(input, terminal) {
    const [act, path, ...more] = input.files
    if (act === "export" && more.length === 0) return exportTerms(path, input, terminal)
    if (act === "import" && path !== undefined && more.length === 0) return importFile(path, input, terminal)
    throw new Problem("input/usage", { usage: "besh terms export [FILE] | import FILE.tbx", detail: "" })
  },
}

const formats = ["tbx", "csv", "json"] as const

async function exportTerms(path: string | undefined, input: Input, terminal: Terminal): Promise<number> {
  const ending = formats.find((each) => path?.toLowerCase().endsWith(`.${each}`))
  const format = input.text("format") === undefined && ending ? ending : input.choice("format", formats)
  const text = written[format](await conceptsOf(input, terminal))
  if (path === undefined || path === "-") {
    terminal.out(text.replace(/\r?\n$/, ""))
    return 0
  }
  const bytes = new TextEncoder().encode(text)
  await writeSafely(path, bytes)
  terminal.out(`${path}  ${bytes.length} bytes`)
  return 0
}

const written: Readonly<Record<(typeof formats)[number], (concepts: readonly Concept[]) => string>> = {
  tbx: writeTbx,
  csv,
  json: (concepts) => `${JSON.stringify({ version: 1, concepts }, null, 2)}\n`,
}

async function conceptsOf(input: Input, terminal: Terminal): Promise<readonly Concept[]> {
  const isOwnOnly = input.isSet("own")
  const hasHouse = isOwnOnly || ["project", "data", "database"].some((name) => input.text(name) !== undefined)
  if (!hasHouse) return termbase
  let found: readonly Concept[] = []
  await withHouse(input, terminal, async (house) => {
    found = await listTerms(house, { ...projectIn(input), isOwnOnly }, local)
    return 0
  })
  return found
}

async function importFile(path: string, input: Input, terminal: Terminal): Promise<number> {
  const format = input.choice("format", ["text", "json"])
  const { bytes } = await readNamed(path, terminal)
  const concepts = readTbx(decode(bytes, path).text, path)
  const isWritten = input.isSet("write")
  return withHouse(input, terminal, async (house) => {
    const result = await importTerms(house, { ...projectIn(input), concepts, isWritten }, local)
    if (format === "json") terminal.out(JSON.stringify({ version: 1, path, ...result }, null, 2))
    else {
      const count = (kind: ConceptChange["change"]) => result.changes.filter(({ change }) => change === kind).length
      terminal.out(`${path}  ${count("new")} new, ${count("changed")} changed, ${count("unchanged")} unchanged`)
      for (const change of result.changes) if (change.change !== "unchanged") terminal.out(line(change))
      const kept = `Written to the project ${result.project ?? ""}.`
      terminal.out(isWritten ? kept : "Nothing was written; --write keeps what is new and changed.")
    }
    return 0
  })
}

function projectIn(input: Input): { project?: string } {
  const project = input.text("project")
  return project === undefined ? {} : { project }
}

/** What a concept is called, and for a changed one in which languages; in isolates, for terms run in both directions. */
function line({ id, change, before, after }: ConceptChange): string {
  const differing = Object.keys({ ...before?.languages, ...after.languages }).filter(
    (tag) => JSON.stringify(before?.languages[tag]) !== JSON.stringify(after.languages[tag]),
  )
  const said = (change === "new" ? Object.keys(after.languages) : differing).map((tag) => {
    const of = (concept: Concept | null) => concept?.languages[tag]?.terms.map(({ text }) => text).join(", ") || "–"
    const isolated = (text: string) => `\u2068${text.slice(0, 100).replace(/\p{C}/gu, " ")}\u2069`
    return `${tag} ${change === "new" ? "" : `${isolated(of(before))} → `}${isolated(of(after))}`
  })
  return `  ${change}  ${id}  ${said.join("; ")}`
}
