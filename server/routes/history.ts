// A unit's life: every revision against the one before, and the way back to any of them.
import { plain, tagged } from "../../src/content.ts"
import { restoreRevision, unitHistory, type HistoryEntry } from "../journeys/unit-history.ts"
import { showPolicy } from "../journeys/list-policies.ts"
import { can } from "../journeys/rights.ts"
import { flash, goTo, render } from "../page.ts"
import { url } from "../url.ts"
import { addressOf } from "./editor.ts"
import { get, part, post, type Ask, type Route } from "./route.ts"
import { wordDiff } from "./work/diff.ts"
import { whole } from "./work/form.ts"
import { opening, pieces } from "./work/text.ts"

export const historyRoutes: readonly Route[] = [
  get("/units/:unit/history", "policy/read", page),
  post("/units/:unit/restore", "unit/translate", restore),
]

async function page(ask: Ask): Promise<void> {
  const { response, house } = ask
  const { actor } = response.locals
  const { unit, policy, revisions } = await unitHistory(house, { unit: part(ask, "unit") }, actor)
  const { project } = await showPolicy(house, { policy: policy.id }, actor)
  const entries = revisions.map((entry, n) => shownEntry(entry, revisions[n + 1] ?? null, unit.from, unit.to))
  render(response, "history/page", {
    unit,
    policy,
    title: opening(plain(unit.source.length > 0 ? unit.source : (unit.target ?? [])), 60),
    titleLanguage: unit.source.length > 0 ? unit.from : unit.to,
    source: pieces(unit.source, unit.from),
    entries,
    canRestore: can(actor, "unit/translate", { project, language: unit.to }),
    address: addressOf(unit),
  })
}

async function restore(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  const restored = whole(request.body, "restore")
  const unit = await restoreRevision(
    house,
    { unit: part(ask, "unit"), restore: restored, revision: whole(request.body, "revision") },
    response.locals.actor,
  )
  flash(response, "flash.revision-restored", { revision: restored })
  goTo(response, url.history(unit.id))
}

function shownEntry(entry: HistoryEntry, former: HistoryEntry | null, from: string, to: string) {
  const text = entry.target ? tagged(entry.target) : ""
  const before = former?.target ? tagged(former.target) : ""
  const sourceBefore = former ? plain(former.source) : null
  const source = plain(entry.source)
  return {
    ...entry,
    text,
    isFirst: former === null,
    isSameText: text === before,
    diff: wordDiff(before, text, to),
    sourceDiff: sourceBefore !== null && sourceBefore !== source ? wordDiff(sourceBefore, source, from) : null,
    stateBefore: former && (former.state !== entry.state || former.flag !== entry.flag) ? former : null,
  }
}
