// Sections side by side on one self-contained page: no scripts, no outside files, every cell in its language and
// direction. Rows follow the first document; what has no counterpart stands alone, and says so.
import type { Alignment } from "../../src/align/index.ts"
import { directionOf } from "../../src/language/index.ts"
import { documentOf, sectionOf, textOf, type AlignedDocument } from "./alignment-report.ts"

export function html(documents: readonly AlignedDocument[], alignment: Alignment): string {
  const head = documents.map(
    ({ path, language }) => `<th scope="col"><bdi>${escape(path)}</bdi> (${escape(language)})</th>`,
  )
  const foreign = new Map(alignment.sections.flatMap(({ id, language }) => (language ? [[id, language]] : [])))
  const body = rowsOf(documents, alignment).map(({ cells, confidence, relation }) => {
    const columns = cells.map((ids, at) => {
      const { language } = documents[at]!
      return ids.length === 0
        ? `<td class="none">–</td>`
        : `<td ${inLanguage(language)}>${ids.map((id) => cell(documents, id, foreign.get(id))).join("")}</td>`
    })
    const note = confidence === null ? "no counterpart" : `${relation}, ${Math.floor(confidence * 100)} %`
    return `<tr><th scope="row">${escape(note)}</th>${columns.join("")}</tr>`
  })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Alignment: ${escape(documents.map(({ path }) => path).join(", "))}</title>
<style>
body { font-family: system-ui, sans-serif; margin: 1rem; line-height: 1.5 }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { border: 1px solid #bbb; padding: .5rem; vertical-align: top; text-align: start; overflow-wrap: anywhere }
th[scope=row] { font-weight: normal; font-size: .8rem; color: #555; width: 8rem }
thead th:first-child { width: 8rem }
h2 { font-size: 1rem; margin: 0 0 .25rem }
p { margin: 0 0 .5rem; white-space: pre-line }
.none { text-align: center; color: #555 }
</style>
</head>
<body>
<main>
<h1>Alignment</h1>
${alignment.provider === undefined ? "" : `<p>Similarity: <bdi>${escape(alignment.provider)}</bdi></p>`}
<table>
<thead><tr><th scope="col">Link</th>${head.join("")}</tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>
</main>
</body>
</html>
`
}

interface Row {
  readonly cells: readonly (readonly string[])[]
  /** Lowest confidence of its links; null without links. */
  readonly confidence: number | null
  readonly relation: string
}

/** Sections joined by links, directly or through others, in the order of the earliest. */
function rowsOf(documents: readonly AlignedDocument[], alignment: Alignment): Row[] {
  const links = alignment.links.filter(
    ({ level, source, target }) => level === "section" && source.length > 0 && target.length > 0,
  )
  const parent = new Map<string, string>()
  const root = (id: string): string => {
    const up = parent.get(id) ?? id
    return up === id ? id : root(up)
  }
  for (const { source, target } of links)
    for (const id of [...source, ...target]) parent.set(root(id), root(source[0]!))
  const groups = new Map<string, string[]>()
  for (const [index, { document }] of documents.entries())
    for (const section of document.sections) {
      const id = `${index}/${section.id}`
      groups.set(root(id), [...(groups.get(root(id)) ?? []), id])
    }
  return [...groups.values()].map((ids) => {
    const own = links.filter(({ source }) => ids.includes(source[0]!))
    return {
      cells: documents.map((_, at) => ids.filter((id) => documentOf(id) === at)),
      confidence: own.length === 0 ? null : Math.min(...own.map(({ confidence }) => confidence)),
      relation: own[0]?.relation ?? "",
    }
  })
}

const inLanguage = (language: string): string => `lang="${escape(language)}" dir="${directionOf(language)}"`

/** @param foreign language of a section that is not in its document's */
function cell(documents: readonly AlignedDocument[], id: string, foreign: string | undefined): string {
  const heading = sectionOf(documents, id)?.heading ?? ""
  const text = textOf(documents, [id])
  const body = heading !== "" && text.startsWith(heading) ? text.slice(heading.length).trim() : text
  const content = `${heading === "" ? "" : `<h2>${escape(heading)}</h2>`}<p>${escape(body)}</p>`
  return foreign === undefined ? content : `<div ${inLanguage(foreign)}>${content}</div>`
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
}
