// Carrying a plan out, or taking it back. First the texts are checked, piece by piece, while everybody goes on working;
// then everything is written in one transaction, batch by batch, each unit looked at again as it is at that moment. What
// somebody edited meanwhile stays, and the incoming text stands beside it as a suggestion. Until the transaction ends
// nothing has happened, whoever stops it or dies.
import { isSameContent } from "../../../src/content.ts"
import type { Finding } from "../../../src/model/finding.ts"
import type { Tick } from "../../storage/jobs.ts"
import type { Storage } from "../../storage/storage.ts"
import type { ChangeResult, Comment, ImportChange, Suggestion } from "../../storage/types.ts"
import type { House, ImportWork } from "../house.ts"
import { record } from "../record.ts"
import { revisionOf } from "../units/carry.ts"
import { diffFindings } from "../units/findings.ts"
import { grouped } from "../views.ts"
import { checkTexts, type Incoming } from "./check-texts.ts"
import { mayApply } from "./readable.ts"
import { Stopped } from "./stopped.ts"
import { applying, undoing, type Ground, type Judge, type Verdict } from "./verdicts.ts"

/** Changes judged and written at once; in between others of this thread have their turn. */
const batchSize = 400
/** Between two looks at the job, in ms. */
const beat = 400

export type WritingWork = ImportWork & { readonly kind: "apply" | "undo" }

export interface Signals {
  readonly onProgress?: (tick: Tick) => void
  /** Somebody in this process wants it to stop. */
  readonly isStopped?: () => boolean
}

/**
 * Does what its job was begun for. The job ends with the writing, in the same transaction.
 *
 * @throws Stopped when it was cancelled, Problem "plan/stale" when the plan changed: nothing is written then
 */
export async function writeImport(house: House, work: WritingWork, signals: Signals = {}): Promise<void> {
  const { storage } = house
  const ground = await groundOf(house, work)
  // Begun in the same moment as somebody else's, which has ended since.
  if (ground.made.status !== (work.kind === "apply" ? "planned" : "applied")) {
    await storage.jobs.end(work.import, "ready")
    return
  }
  const judge = () => (work.kind === "apply" ? applying(ground) : undoing(ground))
  const teller = tellerOf(house, work.import, signals)
  await check(ground, judge(), teller)
  await storage.transaction((inside) => write(inside, ground, work, judge(), teller))
}

async function groundOf(house: House, { import: id, actor }: WritingWork): Promise<Ground> {
  const { made, files, highest } = await mayApply(house, id, actor)
  const bundles = [...new Set(files.flatMap(({ bundle }) => bundle ?? []))]
  return { house, made, actor, highest, bundles, now: house.now().toISOString() }
}

interface Teller {
  /** So many more changes are done. @throws Stopped */
  advance(inside: Storage | null, phase: "checking" | "writing", changes: number): Promise<void>
}

function tellerOf({ storage, now }: House, id: string, { onProgress, isStopped }: Signals): Teller {
  let tick: Tick | null = null
  let told = performance.now()
  return {
    async advance(inside, phase, changes) {
      tick ??= (await storage.jobs.ofImports([id])).get(id) ?? null
      if (!tick || isStopped?.()) throw new Stopped()
      const { total, allUnits, done } = tick
      const units = (phase === tick.phase ? tick.units : 0) + changes
      tick = { phase, total, allUnits, done: done + changes, units }
      onProgress?.(tick)
      await new Promise((resolve) => setImmediate(resolve))
      if (performance.now() - told < beat) return
      told = performance.now()
      // In the midst of its one transaction SQLite lets nobody else write, not even this thread.
      if (inside && storage.engine === "sqlite") return
      if (!(await storage.jobs.tick(id, tick, now().toISOString()))) throw new Stopped()
    },
  }
}

/** Looks at all texts as they would be, and keeps what the checks say of those to be written. */
async function check({ house, made }: Ground, judge: Judge, teller: Teller): Promise<void> {
  const incoming = new Map<string, Map<string, Incoming>>()
  let others = 0
  for await (const changes of batches(house.storage, made.id)) {
    const units = await house.storage.units.byIds([...new Set(changes.map(({ unit }) => unit))])
    for (const { number, next } of await judge(house.storage, changes, units)) {
      if (!next) others += 1
      else if (incoming.has(next.bitext)) incoming.get(next.bitext)!.set(next.id, { number, target: next.target })
      else incoming.set(next.bitext, new Map([[next.id, { number, target: next.target }]]))
    }
    await teller.advance(null, "checking", 0)
  }
  await teller.advance(null, "checking", others)
  await checkTexts(house, made.id, incoming, (units) => teller.advance(null, "checking", units))
}

async function write(
  inside: Storage,
  ground: Ground,
  { kind, import: id }: WritingWork,
  judge: Judge,
  teller: Teller,
): Promise<void> {
  const { house, made, actor, now } = ground
  const counts = noResults()
  const isApplied = kind === "apply"
  await inside.imports.advance(
    isApplied ? { ...made, status: "applied", appliedAt: now } : { ...made, status: "undone", undoneAt: now },
  )
  for await (const changes of batches(inside, id)) {
    const verdicts = await writeBatch(inside, ground, changes, judge, isApplied)
    for (const { result } of verdicts) if (result !== "") counts[result] += 1
    await teller.advance(inside, "writing", changes.length)
  }
  if (!isApplied) {
    const suggestions = await inside.suggestions.ofImport(id)
    await inside.suggestions.resolve(
      suggestions.map((each) => each.id),
      now,
    )
    await inside.comments.removeOfImport(id)
  }
  const known = isApplied ? { name: made.name, digest: made.digest } : { name: made.name }
  await record(house, inside, actor, `import/${kind}`, id, { ...known, ...counts })
  if (!(await inside.jobs.end(id, "ready"))) throw new Stopped()
}

async function* batches(storage: Storage, id: string): AsyncGenerator<ImportChange[]> {
  for (let after = -1; ;) {
    const changes = await storage.imports.changes(id, { after, limit: batchSize })
    if (changes.length > 0) yield changes
    if (changes.length < batchSize) return
    after = changes.at(-1)!.number
  }
}

async function writeBatch(
  inside: Storage,
  { house, made, actor, now }: Ground,
  changes: readonly ImportChange[],
  judge: Judge,
  isApplied: boolean,
): Promise<Verdict[]> {
  const ids = [...new Set(changes.map(({ unit }) => unit))]
  await inside.units.hold(ids)
  const units = await inside.units.byIds(ids)
  const verdicts = await judge(inside, changes, units)
  const written = verdicts.flatMap(({ next }) => next ?? [])
  await inside.units.saveMany(written, 1)
  await inside.history.append(written.map((unit) => revisionOf(unit, actor.id, made.name, made.id)))
  await writeFindings(house, inside, made.id, verdicts, now)
  if (isApplied) {
    await writeSuggestions(inside, verdicts, now)
    await inside.comments.insert(
      changes.flatMap((change) => (units.has(change.unit) ? commentsOf(house, change, now) : [])),
    )
  }
  const news = verdicts.filter((verdict, at) => isNews(verdict, changes[at]!))
  for (const alike of grouped(news, ({ result, code, revision }) => `${result} ${code} ${revision}`).values())
    await inside.imports.record(
      made.id,
      alike.map(({ number }) => number),
      alike[0]!,
    )
  return verdicts
}

function isNews({ result, code, revision }: Verdict, before: ImportChange): boolean {
  return result !== before.result || code !== before.resultCode || revision !== before.resultRevision
}

async function writeFindings(
  house: House,
  inside: Storage,
  id: string,
  verdicts: readonly Verdict[],
  now: string,
): Promise<void> {
  const taken = verdicts.flatMap(({ number, next }) => (next ? [{ number, next }] : []))
  const before = await inside.findings.ofUnits(taken.map(({ next }) => next.id))
  const kept = await inside.imports.keptFindings(
    id,
    taken.map(({ number }) => number),
  )
  const seen = taken.flatMap(({ number }): readonly Finding[] => kept.get(number) ?? [])
  if (before.length + seen.length === 0) return
  const { inserted, changed } = diffFindings(
    taken.map(({ next }) => next),
    before,
    seen,
    now,
    house.randomId,
  )
  await inside.findings.insert(inserted)
  await inside.findings.saveMany(changed)
}

/** Those that nobody has made yet: importing the same thing twice says it once. What the units now say is settled. */
async function writeSuggestions(inside: Storage, verdicts: readonly Verdict[], now: string): Promise<void> {
  const targets = new Map(verdicts.flatMap(({ next }) => (next ? [[next.id, next.target] as const] : [])))
  const isTwin = ({ unit, target }: Suggestion) => isSameContent(targets.get(unit) ?? null, target)
  const wanted = verdicts.flatMap(({ suggestion }) => (suggestion && !isTwin(suggestion) ? [suggestion] : []))
  const open = await inside.suggestions.openOf([...new Set([...wanted.map(({ unit }) => unit), ...targets.keys()])])
  const said = grouped(open, ({ unit }) => unit)
  const isSaid = ({ unit, target }: Suggestion) => said.get(unit)?.some((each) => isSameContent(each.target, target))
  await inside.suggestions.insert(wanted.filter((each) => !isSaid(each)))
  const settled = open.filter(
    ({ unit, target }) => targets.has(unit) && isSameContent(target, targets.get(unit) ?? null),
  )
  await inside.suggestions.resolve(
    settled.map(({ id }) => id),
    now,
  )
}

/** What translators noted, also about units whose text is not taken. */
function commentsOf(house: House, { import: id, unit, notes }: ImportChange, now: string): Comment[] {
  return notes.map(({ text, author = "" }) => ({
    id: house.randomId(),
    unit,
    text,
    author,
    import: id,
    createdAt: now,
  }))
}

export function noResults(): Record<Exclude<ChangeResult, "">, number> {
  return { applied: 0, suggested: 0, kept: 0, skipped: 0 }
}
