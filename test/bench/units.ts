// 100,000 units as they stand in the house, left in a bundle, and come back.
import type { Code } from "../../src/model/document.ts"
import type { BundleUnit, StoredUnit } from "../../server/storage/types.ts"
import type { ExportUnit } from "../../src/xliff/index.ts"

const variable: Code = { id: "1", kind: "alone", type: "variable", data: "{days}" }
const id = (at: number) => `u${String(at).padStart(7, "0")}`
const source = (at: number) => ["We keep your data for ", variable, ` days (rule ${at}) & delete it when you ask.`]

export function storedUnit(
  at: number,
  { policy, bitext, now }: { policy: string; bitext: string; now: string },
): StoredUnit {
  return {
    id: id(at),
    policy,
    bitext,
    from: "en",
    to: "az",
    position: at,
    sourceBlock: `b${at}`,
    sourceSection: 0,
    targetBlocks: [],
    targetSection: null,
    kind: "paragraph",
    relation: null,
    confidence: 0,
    source: source(at),
    target: null,
    previousSource: null,
    state: "initial",
    flag: null,
    origin: "document",
    words: 12,
    translatable: true,
    notes: [],
    revision: 1,
    createdAt: now,
    updatedAt: now,
    updatedBy: null,
    removedAt: null,
  }
}

export function bundleUnit({ id: unit, source: text, bitext }: StoredUnit): BundleUnit {
  return { bundle: "bench", unit, file: bitext, source: text, target: null, state: "initial", flag: null, revision: 1 }
}

export function returnedUnit(at: number): ExportUnit {
  return {
    id: id(at),
    source: source(at),
    target: ["Məlumatlarınızı ", variable, ` gün saxlayırıq (${at} qaydası) & istəsəniz silirik.`],
    state: "translated",
    flag: null,
    revision: 1,
    notes: [],
    translatable: true,
  }
}
