// Catalogues of i18next through the pages: uploaded, not kept; what comes back goes straight to whoever sent it.
import { Problem } from "../../src/errors.ts"
import type { CatalogueChanges, CatalogueFile } from "../workers/catalogue.ts"
import { zip } from "../workers/zip.ts"
import type { Actor, House } from "./house.ts"
import { demand } from "./rights.ts"

export interface ExportCataloguesInput {
  readonly from: string
  /** Target languages with their catalogue, if there is one. */
  readonly targets: readonly { readonly to: string; readonly file: CatalogueFile | null }[]
  readonly source: CatalogueFile
  readonly version: "1.2" | "2.0"
}

/** One XLIFF file, or a zip of several. @throws Problem "input/json", "input/invalid" */
export async function exportCatalogues(
  house: House,
  { from, targets, source, version }: ExportCataloguesInput,
  actor: Actor,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  demand(actor, "bundle/export")
  const files: { path: string; bytes: Uint8Array }[] = []
  for (const { to, file } of targets) {
    const { text, units, refused } = await house.analyse("catalogue-out", { from, to, source, target: file, version })
    if (units === 0) throw new Problem("input/invalid", { field: "source" })
    files.push({ path: `${to}.xlf`, bytes: new TextEncoder().encode(text) })
    // What cannot travel is named beside what does.
    if (refused.length > 0)
      files.push({ path: `${to}.left-out.txt`, bytes: new TextEncoder().encode(`${refused.join("\n")}\n`) })
  }
  const [only] = files
  if (!only) throw new Problem("input/invalid", { field: "to" })
  return files.length === 1
    ? { name: only.path, bytes: only.bytes }
    : { name: "catalogues.zip", bytes: await zip(files) }
}

/** What a completed file would make of a catalogue. @throws Problem as the reader of XLIFF, "input/json" */
export async function previewCatalogue(
  house: House,
  input: {
    readonly xliff: { readonly name: string; readonly bytes: Uint8Array }
    readonly source: CatalogueFile
    readonly target: CatalogueFile | null
  },
  actor: Actor,
): Promise<CatalogueChanges> {
  demand(actor, "import/plan")
  return house.analyse("catalogue-in", input)
}
