// The register of reports of `besh check`.
import { github } from "./github.ts"
import { json } from "./json.ts"
import type { Report } from "./report.ts"
import { sarif } from "./sarif.ts"
import { text } from "./text.ts"

export const reports = { text, json, sarif, github } as const satisfies Record<string, Report>
