// Catalogues of i18next: out as XLIFF, and home again as JSON. Nothing is kept here; the preview carries its result.
import { Problem } from "../../src/errors.ts"
import { exportCatalogues, previewCatalogue } from "../journeys/catalogues.ts"
import { again, render } from "../page.ts"
import { readUpload, type Upload, type UploadedFile } from "../upload.ts"
import { url } from "../url.ts"
import { get, post, type Ask, type Route } from "./route.ts"
import { download } from "./work/form.ts"

export const catalogueRoutes: readonly Route[] = [
  get(url.catalogues, "bundle/export", form),
  post(`${url.catalogues}/export`, "bundle/export", leave, "upload"),
  post(`${url.catalogues}/preview`, "import/plan", preview, "upload"),
  post(`${url.catalogues}/download`, "import/plan", take, "download"),
]

const view = "bundles/catalogues"
const nothing = { preview: null, from: "en", to: "" }
/** Shown of a long list of changes. */
const shown = 200

function form({ response }: Ask): void {
  render(response, view, nothing)
}

async function leave({ request, response, house }: Ask): Promise<void> {
  again(response, view, nothing)
  const upload = await readUpload(request)
  const from = languageIn(upload, "from")
  const tags = (upload.fields["to"]?.[0] ?? "").split(/[\s,]+/).filter((each) => each !== "")
  if (tags.length === 0) throw new Problem("input/invalid", { field: "to" })
  const targets = tags.map((each) => tag(each, "to"))
  const known = upload.files.filter(({ field }) => field === "target")
  const { name, bytes } = await exportCatalogues(
    house,
    {
      from,
      version: upload.fields["version"]?.[0] === "2.0" ? "2.0" : "1.2",
      source: catalogue(one(upload, "source")),
      targets: targets.map((to) => {
        const file = known.find((each) => isFor(each.name, to)) ?? (targets.length === 1 ? known[0] : undefined)
        return { to, file: file ? catalogue(file) : null }
      }),
    },
    response.locals.actor,
  )
  download(response, name, name.endsWith(".zip") ? "application/zip" : "application/xliff+xml", bytes)
}

async function preview({ request, response, house }: Ask): Promise<void> {
  again(response, view, nothing)
  const upload = await readUpload(request)
  const target = upload.files.find(({ field }) => field === "target")
  const made = await previewCatalogue(
    house,
    {
      xliff: one(upload, "xliff"),
      source: catalogue(one(upload, "source")),
      target: target ? catalogue(target) : null,
    },
    response.locals.actor,
  )
  const { words } = response.locals
  render(response, view, {
    ...nothing,
    preview: {
      ...made,
      name: target?.name ?? `${made.to}.json`,
      changes: made.changes.slice(0, shown),
      more: Math.max(0, made.changes.length - shown),
      refused: made.refused.map(({ key, code }) => ({ key, reason: words.t(`catalogues.refused.${code}`) })),
    },
  })
}

/** The previewed catalogue, which the page handed back. */
async function take({ request, response }: Ask): Promise<void> {
  again(response, view, nothing)
  const { fields } = await readUpload(request)
  const text = fields["text"]?.[0]
  if (text === undefined) throw new Problem("input/invalid", { field: "text" })
  const name = (fields["name"]?.[0] ?? "").replace(/[^\w.-]+/g, "-") || "catalogue.json"
  // Forms send CRLF; the file had its own line ends, and JSON texts hold none that are not escaped.
  const lines = fields["ends"]?.[0] === "crlf" ? text : text.replaceAll("\r\n", "\n")
  download(response, name, "application/json; charset=utf-8", Buffer.from(lines, "utf8"))
}

function one({ files }: Upload, field: string): UploadedFile {
  const file = files.find((each) => each.field === field)
  if (!file) throw new Problem("input/invalid", { field })
  return file
}

function catalogue({ name, bytes }: UploadedFile) {
  return { name, text: new TextDecoder().decode(bytes) }
}

/** tk.json, app.tk.json */
function isFor(name: string, language: string): boolean {
  return name.toLowerCase().split(".").slice(0, -1).includes(language.toLowerCase())
}

function languageIn({ fields }: Upload, field: string): string {
  return tag(fields[field]?.[0]?.trim() ?? "", field)
}

function tag(text: string, field: string): string {
  try {
    const [found] = Intl.getCanonicalLocales(text)
    if (found) return found
  } catch {
    // Told below.
  }
  throw new Problem("input/invalid", { field })
}
