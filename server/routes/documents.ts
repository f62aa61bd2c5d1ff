// The import wizard: choose files or paste text, look at what was understood, add. Between the steps the texts travel
// in the form itself, packed: nothing is kept here until somebody says so, and any server of several can go on.
import { deflateRawSync, inflateRawSync } from "node:zlib"
import { Problem } from "../../src/errors.ts"
import { interfaceLanguages } from "../i18n.ts"
import { addDocuments, documentLimit, type IncomingFile } from "../journeys/add-documents.ts"
import { listPolicies } from "../journeys/list-policies.ts"
import { previewDocument, type PreviewedDocument } from "../journeys/preview-document.ts"
import { again, field, flash, goTo, render, required, sentenceOf, type Answer, type Data } from "../page.ts"
import { readUpload, type Upload } from "../upload.ts"
import { url } from "../url.ts"
import { get, post, type Ask, type Route } from "./route.ts"

export const documentRoutes: readonly Route[] = [
  get("/import/documents", "document/add", choose),
  post("/import/documents/preview", "document/add", preview, "upload"),
  post("/import/documents/add", "document/add", add, "upload"),
]

async function choose({ request, response, house }: Ask): Promise<void> {
  const policies = await listPolicies(house, {}, response.locals.actor)
  const asked = policies.find(({ id }) => id === field(request.query, "policy"))
  render(response, "import/choose", { policies, policy: asked?.name ?? "", text: "", name: "" })
}

async function preview(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  const policies = await listPolicies(house, {}, response.locals.actor)
  let typed = { policy: "", text: "", name: "" }
  again(response, "import/choose", () => ({ policies, ...typed }))
  const upload = await readUpload(request)
  typed = { policy: one(upload, "policy"), text: one(upload, "text"), name: one(upload, "name") }
  const files = [...carried(upload), ...chosen(upload)]
  required(upload.fields, "policy")
  if (files.length === 0) throw new Problem("input/invalid", { field: "files" })
  render(response, "import/preview", await previewData(ask, typed.policy, files))
}

async function add(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  let files: IncomingFile[] = []
  let policy = ""
  again(response, "import/preview", () => previewData(ask, policy, files))
  const upload = await readUpload(request)
  files = carried(upload)
  policy = one(upload, "policy")
  required(upload.fields, "policy")
  if (files.length === 0) throw new Problem("input/invalid", { field: "files" })
  requireOwnLanguages(files)
  const added = await addDocuments(house, { policy, files }, response.locals.actor)
  flash(response, "flash.documents", {
    documents: added.documents.length,
    units: added.bitexts.reduce((sum, { units }) => sum + units, 0),
    findings: added.bitexts.reduce((sum, { findings }) => sum + findings, 0),
    outdated: added.bitexts.reduce((sum, { outdated }) => sum + outdated, 0),
    decisions: added.lostDecisions.length,
  })
  goTo(response, url.policy(added.policy.id))
}

/** Everything the second step shows. */
async function previewData({ response, house }: Ask, policy: string, files: readonly IncomingFile[]): Promise<Data> {
  const { actor, words } = response.locals
  const known = await listPolicies(house, {}, actor)
  const isKnown = known.some(({ name, id }) => name === policy || id === policy)
  const seen = await previewDocument(house, { files, ...(isKnown ? { policy } : {}) }, actor)
  const documents = seen.map((document, index) => shownDocument(document, files[index], response))
  const read = documents.filter(({ problem }) => problem === null)
  const tags = read.map(({ language }) => language)
  return {
    policy,
    isNew: !isKnown,
    read: read.map((document, index) => ({
      ...document,
      index,
      isTwice: tags.filter((tag) => tag === document.language).length > 1,
    })),
    refused: documents.filter(({ problem }) => problem !== null),
    languages: [
      ...new Set([
        ...interfaceLanguages,
        ...tags,
        ...read.flatMap(({ identified }) => identified.map(({ tag }) => tag)),
      ]),
    ]
      .filter((tag) => tag !== "und" && tag !== "")
      .map((tag) => ({ tag, name: words.languageName(tag), endonym: words.endonym(tag) })),
  }
}

function shownDocument(document: PreviewedDocument, file: IncomingFile | undefined, response: Answer) {
  const { words } = response.locals
  const { problem, identified, language, sections } = document
  const [best] = identified
  return {
    ...document,
    problem: problem
      ? sentenceOf(words, problem.code, { ...problem.data, line: problem.line, column: problem.column })
      : null,
    language: language === "und" ? "" : language,
    // Nothing read from a text is certain.
    confidence: best && best.tag !== "und" ? { tag: best.tag, share: Math.min(0.99, best.confidence) } : null,
    isDoubtful: best !== undefined && language !== "" && best.tag.split("-")[0] !== language.split("-")[0],
    headings: sections.filter(({ heading }) => heading !== "").length,
    packed: file && problem === null ? pack(file.bytes) : "",
  }
}

function chosen({ files, fields }: Upload): IncomingFile[] {
  const uploaded = files.filter(({ field: from }) => from === "files").map(({ name, bytes }) => ({ name, bytes }))
  const text = fields["text"]?.[0] ?? ""
  if (text.trim() === "") return uploaded
  const name = fields["name"]?.[0]?.trim()
  return [...uploaded, { name: name ? name : "pasted.md", bytes: Buffer.from(text, "utf8") }]
}

/** Files that the second step sent along: name-0, content-0, language-0, other-0, skip-0 … */
function carried(upload: Upload): IncomingFile[] {
  const numbers = Object.keys(upload.fields).flatMap((key) => /^content-(\d{1,3})$/.exec(key)?.[1] ?? [])
  return numbers
    .filter((number) => one(upload, `skip-${number}`) === "")
    .map((number) => {
      const language = one(upload, `other-${number}`) || one(upload, `language-${number}`)
      if (language !== "" && !isTag(language)) throw new Problem("input/invalid", { field: `other-${number}` })
      const bytes = unpack(one(upload, `content-${number}`))
      return { name: one(upload, `name-${number}`), bytes, ...(language === "" ? {} : { language }) }
    })
}

function requireOwnLanguages(files: readonly IncomingFile[]): void {
  files.forEach(({ language }, index) => {
    const isTaken = files.some((other, at) => at < index && other.language === language)
    if (language === undefined || isTaken) throw new Problem("input/invalid", { field: `language-${index}` })
  })
}

function one(upload: Upload, name: string): string {
  return field(upload.fields, name)
}

function isTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).toString() !== "und"
  } catch {
    return false
  }
}

function pack(bytes: Uint8Array): string {
  return deflateRawSync(bytes).toString("base64")
}

/** What comes back may not be what was sent: it is inflated under the limit of a document and read like any upload. */
function unpack(text: string): Uint8Array {
  try {
    return inflateRawSync(Buffer.from(text, "base64"), { maxOutputLength: documentLimit + 1 })
  } catch (cause) {
    throw new Problem("input/invalid", { field: "files" }, {}, { cause })
  }
}
