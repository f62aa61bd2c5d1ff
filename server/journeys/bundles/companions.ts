// What travels beside a text, so that it can be translated well without besh: its section, what stands before and after
// it, what the checks have against the present translation, what people noted, the terms in it, and what was said
// before, here or in the project's other documents. All of it comes from what is stored: same state, same words.
import { plain } from "../../../src/content.ts"
import type { Note, TranslationMatch } from "../../../src/model/bitext.ts"
import type { ExportUnit } from "../../../src/xliff/index.ts"
import type { Comment, StoredFinding, StoredUnit } from "../../storage/types.ts"
import type { House } from "../house.ts"
import { grouped } from "../views.ts"
import type { Part } from "./choose.ts"

/** Texts a memory is asked in; more would not be looked through in a reasonable time. */
const memorySize = 20_000
/** Units looked up in one go: a few seconds at the most. */
const portion = 2_000
/** Of a neighbour's text, in characters. */
const contextLength = 240
const mostFindings = 20

/** The units of a part with all that travels beside them. */
export async function accompanied(house: House, part: Part): Promise<ExportUnit[]> {
  const { storage } = house
  const { units, all, to } = part
  const ids = units.map(({ id }) => id)
  const findings = grouped(await storage.findings.ofUnits(ids, "open"), ({ unit }) => unit)
  const comments = grouped(await storage.comments.ofUnits(ids), ({ unit }) => unit)
  const places = new Map(all.map(({ id }, at) => [id, at]))
  const companions = await companionsOf(house, part)
  const accompanied: ExportUnit[] = []
  for (const [at, unit] of units.entries()) {
    const place = places.get(unit.id)!
    const { terms, matches } = companions[at]!
    accompanied.push({
      ...unit,
      notes: [
        ...unit.notes,
        ...neighbour(all[place - 1], "before"),
        ...neighbour(all[place + 1], "after"),
        ...(await findingNotes(house, to, unit, findings.get(unit.id) ?? [])),
        ...(comments.get(unit.id) ?? []).map(commentNote),
      ],
      terms,
      matches: [...previous(unit), ...matches],
    })
  }
  return accompanied
}

/** In portions, so that no worker is kept from others, or stopped, over a large document. */
async function companionsOf(house: House, part: Part) {
  const { units, from, to } = part
  const memory = units.some(isOpen) ? await memoryOf(house, part) : []
  const concepts = await house.storage.concepts.ofProject(part.policy.project)
  const asked = units.map((unit) => ({ id: unit.id, source: unit.source, isOpen: isOpen(unit) }))
  const found = []
  for (let at = 0; at < asked.length; at += portion)
    found.push(
      ...(await house.analyse("companions", { from, to, units: asked.slice(at, at + portion), memory, concepts })),
    )
  return found
}

function isOpen({ state, flag }: StoredUnit): boolean {
  return state === "initial" || flag !== null
}

async function memoryOf({ storage }: House, { policy, from, to }: Part) {
  const policies = await storage.policies.list([policy.project])
  const names = new Map(policies.map(({ id, name }) => [id, name]))
  const known = await storage.units.translated([...names.keys()], from, to, memorySize)
  return known.map(({ id, source, target, policy: of }) => ({
    id,
    source,
    target: target ?? [],
    origin: names.get(of) ?? "",
  }))
}

function neighbour(unit: StoredUnit | undefined, category: "before" | "after"): Note[] {
  const text = unit ? plain(unit.source).replace(/\s+/g, " ").trim() : ""
  if (text === "") return []
  const letters = [...text]
  return [{ text: letters.length > contextLength ? `${letters.slice(0, contextLength).join("")}…` : text, category }]
}

async function findingNotes(
  house: House,
  language: string,
  unit: StoredUnit,
  findings: readonly StoredFinding[],
): Promise<Note[]> {
  const said: string[] = []
  for (const { text, message } of findings.slice(0, mostFindings)) {
    const sentence = await house.sentence(language, `check.${message.key}`, message.data)
    said.push(sentence.includes(text) || text.length > contextLength ? sentence : `“${text}”: ${sentence}`)
  }
  return [...new Set(said)].map((text) => ({ text, category: "finding" }))
}

function commentNote({ text, author }: Comment): Note {
  return { text, category: "comment", ...(author === "" ? {} : { author }) }
}

/** What an outdated text is the translation of. */
function previous({ flag, previousSource, target }: StoredUnit): TranslationMatch[] {
  if (flag !== "outdated" || previousSource === null || target === null || plain(target) === "") return []
  return [{ source: previousSource, target, isPrevious: true }]
}
