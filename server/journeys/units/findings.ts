// Findings over time: the checks run again, and what they see is matched with what was seen before by fingerprint.
// Vanished is fixed; ignored stays ignored while the fingerprint stays; what comes back is open again. Fingerprints are
// counted within the unit, not within the text: what other units say, and how much was looked at, changes nothing here.
import { plain } from "../../../src/content.ts"
import { fingerprints } from "../../../src/checks/fingerprint.ts"
import type { CheckedBlock, CheckedText } from "../../../src/checks/index.ts"
import type { Block, Span } from "../../../src/model/document.ts"
import type { Finding } from "../../../src/model/finding.ts"
import type { StoredFinding, StoredUnit } from "../../storage/types.ts"

/** The text of a bitext's targets, as the checks want it: one block a unit. */
export function checkedText(units: readonly StoredUnit[], language: string): CheckedText {
  const source = units[0]?.from
  return {
    language,
    blocks: units
      .filter(({ target }) => target !== null)
      .map(({ id, kind, source: original, target }) => ({
        ...checkedBlock({ id, kind, content: target ?? [] }),
        ...(original.length > 0 ? { source: plain(original) } : {}),
      })),
    ...(source !== undefined && source !== language ? { sourceLanguage: source } : {}),
  }
}

/** Code spans are not language: checks leave them alone. */
export function checkedBlock({ id, kind, content }: Pick<Block, "id" | "kind" | "content">): CheckedBlock {
  const keep: Span[] = []
  let at = 0
  for (const part of content) {
    const length = typeof part === "string" ? part.length : (part.equiv ?? "").length
    if (typeof part !== "string" && part.type === "code" && length > 0) keep.push({ start: at, end: at + length })
    at += length
  }
  return { id, kind, text: plain(content), ...(keep.length > 0 ? { keep } : {}) }
}

export interface FindingChanges {
  readonly inserted: readonly StoredFinding[]
  readonly changed: readonly StoredFinding[]
}

/**
 * @param units the units that were checked, as they will be
 * @param before every finding stored for them
 * @param seen what the checks saw, `block` naming the unit
 */
export function diffFindings(
  units: readonly StoredUnit[],
  before: readonly StoredFinding[],
  seen: readonly Finding[],
  now: string,
  randomId: () => string,
): FindingChanges {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]))
  const old = new Map(numbered(before, (each) => each.unit).map(([key, each]) => [key, each]))
  const inserted: StoredFinding[] = []
  const changed: StoredFinding[] = []
  const named = seen.filter(({ block }) => unitOf.has(block)).toSorted((a, b) => a.start - b.start)
  const names = new Map(
    units.map((unit) => [unit.id, fingerprints([checkedBlock({ ...unit, content: unit.target ?? [] })])]),
  )
  const own = named.map((each) => ({ ...each, fingerprint: names.get(each.block)!(each, 0) }))
  for (const [key, finding] of numbered(own, (each) => each.block)) {
    const unit = unitOf.get(finding.block)!
    const former = old.get(key)
    old.delete(key)
    const facts = { ...finding, unit: unit.id, policy: unit.policy, textLanguage: unit.to, position: unit.position }
    if (!former) {
      inserted.push({
        ...facts,
        id: randomId(),
        status: "open",
        reason: "",
        decidedBy: null,
        revision: 1,
        createdAt: now,
        updatedAt: now,
      })
      continue
    }
    const { id, reason, decidedBy, revision, createdAt, updatedAt } = former
    const status = former.status === "fixed" ? "open" : former.status
    const next: StoredFinding = { ...facts, id, status, reason, decidedBy, revision, createdAt, updatedAt }
    if (isDifferent(former, next)) changed.push({ ...next, revision: revision + 1, updatedAt: now })
  }
  for (const gone of old.values()) {
    if (gone.status !== "fixed") changed.push({ ...gone, status: "fixed", revision: gone.revision + 1, updatedAt: now })
  }
  return { inserted, changed }
}

/** The same fingerprint twice in a unit is two findings: first and second. */
function numbered<T extends { readonly fingerprint: string; readonly start: number }>(
  findings: readonly T[],
  unit: (finding: T) => string,
): [string, T][] {
  const counts = new Map<string, number>()
  return findings
    .toSorted((a, b) => a.start - b.start)
    .map((finding) => {
      const key = `${unit(finding)} ${finding.fingerprint}`
      const count = counts.get(key) ?? 0
      counts.set(key, count + 1)
      return [`${key} ${count}`, finding]
    })
}

function isDifferent(a: StoredFinding, b: StoredFinding): boolean {
  const facts = ({
    start,
    end,
    text,
    severity,
    confidence,
    message,
    fix,
    language,
    position,
    status,
    check,
    kind,
  }: StoredFinding) =>
    JSON.stringify([start, end, text, severity, confidence, message, fix, language, position, status, check, kind])
  return facts(a) !== facts(b)
}
