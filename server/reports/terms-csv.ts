// Concepts as CSV (RFC 4180), one term a row.
import type { Concept } from "../../src/terms/concept.ts"
import { cell } from "./alignment-csv.ts"

const columns = ["concept", "domain", "language", "status", "term", "definition"]

export function csv(concepts: readonly Concept[]): string {
  const rows = concepts.flatMap(({ id, domain, definition, languages }) =>
    Object.entries(languages).flatMap(([language, { terms }]) =>
      terms.map(({ text, status }) => [id, domain, language, status, text.replaceAll("_", " "), definition]),
    ),
  )
  return [columns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")
}
