// The termbase as TBX-Basic (ISO 30042:2019, DCT style), and back. Reading is strict: what the house does not know is
// refused with its place, so that nothing is lost in silence.
import { SaxesParser } from "saxes"
import { Problem } from "../errors.ts"
import type { Concept, Term, TermStatus } from "./concept.ts"
import { topicIndex, type Topic } from "./topics.ts"
import { escapeXml } from "../xml.ts"

const namespaces =
  'xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"'
const statuses: Readonly<Record<TermStatus, string>> = {
  preferred: "preferredTerm-admn-sts",
  admitted: "admittedTerm-admn-sts",
  deprecated: "deprecatedTerm-admn-sts",
}
/** Stems and topic weights are ours; TBX-Basic holds them as notes with these beginnings. */
const stemNote = "besh stems: "
const topicNote = "besh topics: "
/** More than this is no termbase. */
const maxLength = 20_000_000
/** The standard nests 9 deep. */
const maxDepth = 30
/** In UTF-16 code units: of a term, and of an id. */
const maxTerm = 500

/** TBX-Basic of concepts; `readTbx` gives the same concepts back. */
export function writeTbx(concepts: readonly Concept[]): string {
  const entries = concepts.map((concept) => {
    const languages = Object.entries(concept.languages).map(([language, { terms, stems }]) => {
      const sections = terms.map(
        ({ text, status }) =>
          `        <termSec>\n          <term>${escapeXml(text)}</term>\n          <min:administrativeStatus>${statuses[status]}</min:administrativeStatus>\n        </termSec>`,
      )
      const note = stems.length > 0 ? `        <note>${escapeXml(stemNote + stems.join(" "))}</note>\n` : ""
      return `      <langSec xml:lang="${escapeXml(language)}">\n${note}${sections.join("\n")}\n      </langSec>`
    })
    const topics = concept.topics.map((pair) => pair.join(" ")).join(" ")
    return [
      `    <conceptEntry id="${escapeXml(concept.id)}">`,
      `      <min:subjectField>${escapeXml(concept.domain)}</min:subjectField>`,
      `      <basic:definition>${escapeXml(concept.definition)}</basic:definition>`,
      ...(topics === "" ? [] : [`      <note>${escapeXml(topicNote + topics)}</note>`]),
      ...languages,
      "    </conceptEntry>",
    ].join("\n")
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" ${namespaces}>
  <tbxHeader>
    <fileDesc>
      <sourceDesc><p>besh termbase of privacy policies and terms of service</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
${entries.join("\n")}
    </body>
  </text>
</tbx>
`
}

/** What may stand in what. */
const children: Readonly<Record<string, readonly string[]>> = {
  "": ["tbx"],
  tbx: ["tbxHeader", "text"],
  tbxHeader: ["fileDesc", "encodingDesc", "revisionDesc"],
  text: ["body", "back"],
  body: ["conceptEntry"],
  conceptEntry: ["subjectField", "definition", "descripGrp", "note", "langSec"],
  langSec: ["termSec", "note", "definition", "descripGrp"],
  termSec: ["term", "administrativeStatus", "note", "partOfSpeech", "termType", "context", "descripGrp"],
  descripGrp: ["definition", "context"],
}
/** Held by the standard and of no use here: skipped with all they hold. */
const skipped = new Set(
  (
    "tbxHeader back transacGrp source crossReference externalCrossReference xGraphic " +
    "customerSubset projectSubset geographicalUsage grammaticalGender termLocation"
  ).split(" "),
)

interface Draft {
  id: string
  domain: string
  definition: string
  topics: [Topic, number][]
  languages: Record<string, { terms: Term[]; stems: string[] }>
}

/**
 * The concepts of a TBX-Basic file in DCT style.
 *
 * @throws Problem "input/unreadable" with line and column
 */
export function readTbx(text: string, name = "terms.tbx"): Concept[] {
  if (text.length > maxLength) throw new Problem("input/too-large", { name, limit: maxLength })
  const parser = new SaxesParser({ xmlns: true })
  const refuse = (detail: string): never => {
    throw new Problem(
      "input/unreadable",
      { name, detail },
      { file: name, line: parser.line, column: parser.column + 1 },
    )
  }
  const found: Draft[] = []
  const ids = new Set<string>()
  const path: string[] = []
  let skip = 0
  let value = ""
  let language = ""
  let term = ""
  let status: TermStatus = "admitted"
  parser.on("error", (error) => refuse(error.message))
  // Entities of a document type are the way to bombs; TBX needs none.
  parser.on("doctype", () => refuse("a document type is not allowed"))
  parser.on("opentag", (tag) => {
    const parent = path.at(-1) ?? ""
    if (path.push(tag.local) > maxDepth) refuse(`nested more than ${maxDepth} deep`)
    if (skip > 0 || skipped.has(tag.local)) {
      skip++
      return
    }
    if (!(children[parent] ?? []).includes(tag.local))
      refuse(`<${tag.local}> may not stand in <${parent || "the file"}>`)
    value = ""
    const attribute = (key: string) => tag.attributes[key]?.value
    if (tag.local === "tbx" && attribute("type") !== "TBX-Basic")
      refuse(`type is ${attribute("type")}, TBX-Basic wanted`)
    if (tag.local === "conceptEntry") {
      const id = attribute("id") ?? `c${found.length + 1}`
      if (id.length > maxTerm || !/^[^\s\p{C}]+$/u.test(id)) refuse("an id is empty, too long, or holds spaces")
      if (ids.has(id)) refuse(`the id ${id} occurs twice`)
      ids.add(id)
      found.push({ id, domain: "", definition: "", topics: [], languages: {} })
    }
    if (tag.local === "langSec") {
      language = canonical(attribute("xml:lang") ?? "") ?? refuse("<langSec> without a language in xml:lang")
      if (found.at(-1)!.languages[language]) refuse(`${language} occurs twice in a concept`)
      found.at(-1)!.languages[language] = { terms: [], stems: [] }
    }
    if (tag.local === "termSec") {
      term = ""
      status = "admitted"
    }
  })
  parser.on("text", (piece) => (value += piece))
  parser.on("cdata", (piece) => (value += piece))
  parser.on("closetag", (tag) => {
    path.pop()
    if (skip > 0) {
      skip--
      return
    }
    // A group binds a description to its source, which is skipped.
    const parent = path.at(-1) === "descripGrp" ? path.at(-2) : path.at(-1)
    const concept = found.at(-1)
    const content = value.trim()
    if (tag.local === "subjectField") concept!.domain = content
    if (tag.local === "definition" && parent === "conceptEntry") concept!.definition = content
    if (tag.local === "note" && parent === "conceptEntry" && content.startsWith(topicNote))
      concept!.topics = [...content.slice(topicNote.length).matchAll(/([a-z-]+) (\d)/g)].flatMap((match) =>
        topicIndex.has(match[1]!) ? [[match[1] as Topic, Number(match[2])] as [Topic, number]] : [],
      )
    if (tag.local === "note" && parent === "langSec" && content.startsWith(stemNote))
      concept!.languages[language]!.stems = content.slice(stemNote.length).split(" ")
    if (tag.local === "term") term = content.replace(/\s+/g, " ")
    if (tag.local === "administrativeStatus")
      status =
        (Object.keys(statuses) as TermStatus[]).find((each) => statuses[each] === content) ??
        (content === "supersededTerm-admn-sts" ? "deprecated" : refuse(`unknown status ${content}`))
    if (tag.local === "termSec") {
      if (term === "") refuse("<termSec> without a term")
      if (term.length > maxTerm) refuse(`a term of more than ${maxTerm} characters`)
      concept!.languages[language]!.terms.push({ text: term, status })
    }
    if (tag.local === "conceptEntry" && Object.values(concept!.languages).every(({ terms }) => terms.length === 0))
      refuse(`concept ${concept!.id} has no term`)
  })
  parser.write(text).close()
  if (found.length === 0) refuse("no <conceptEntry>")
  return found
}

/** undefined for what is no BCP 47 tag. */
function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
