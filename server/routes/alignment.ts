// The alignment matrix: which section says the same as which, and people's word on it.
import { Problem } from "../../src/errors.ts"
import {
  confirmLink,
  confirmLinks,
  linkSections,
  markNoCounterpart,
  moveSections,
  realign,
  splitSections,
  unlink,
} from "../journeys/change-alignment.ts"
import { lastDecision, revertDecision } from "../journeys/revert-decision.ts"
import { can } from "../journeys/rights.ts"
import { sectionOpenings } from "../journeys/section-openings.ts"
import { showAlignment } from "../journeys/show-alignment.ts"
import { choice, field, flash, goTo, render, shown } from "../page.ts"
import { url } from "../url.ts"
import { get, part, post, type Ask, type Route } from "./route.ts"
import { coverage, found } from "./work/coverage.ts"
import { whole } from "./work/form.ts"
import { arranged, leastSure, matrix, pickOf } from "./work/matrix.ts"

export const alignmentRoutes: readonly Route[] = [
  get("/policies/:policy/alignment", "policy/read", (ask) => page(ask)),
  get("/policies/:policy/coverage", "policy/read", coveragePage),
  post("/policies/:policy/alignment", "alignment/change", change),
]

const acts = [
  "confirm",
  "confirm-row",
  "confirm-language",
  "unlink",
  "link",
  "move",
  "merge",
  "split",
  "absent",
  "undo",
  "realign",
] as const

async function page(ask: Ask, problem: Problem | null = null): Promise<void> {
  const { request, response, house } = ask
  const { actor, words } = response.locals
  const alignment = arranged(await showAlignment(house, { policy: part(ask, "policy") }, actor))
  const openings = await sectionOpenings(house, { policy: part(ask, "policy") }, actor)
  const canChange = can(actor, "alignment/change", { project: alignment.policy.project })
  const pick = canChange ? pickOf(field(request.query, "pick"), alignment) : null
  const show = field(request.query, "show") === "doubtful" ? "doubtful" : "all"
  render(response, "alignment/page", {
    ...alignment,
    ...matrix(alignment, openings, pick, show),
    pick,
    show,
    canChange,
    undo: canChange ? await undoable(ask, alignment.policy.id) : null,
    self: url.alignment(alignment.policy.id),
    problem: problem && shown(problem, words),
  })
}

async function coveragePage(ask: Ask): Promise<void> {
  const { response, house } = ask
  const { actor, words } = response.locals
  const alignment = arranged(await showAlignment(house, { policy: part(ask, "policy") }, actor))
  const topics = coverage(alignment)
  render(response, "alignment/coverage", {
    ...alignment,
    languages: alignment.languages.map((each) => ({ ...each, found: found(topics, each.language) })),
    topics: topics.map((topic) => ({
      ...topic,
      name: words.has(`topic.${topic.topic}`) ? words.t(`topic.${topic.topic}`) : topic.topic,
    })),
  })
}

/** What the undo button takes back. */
async function undoable({ house, response }: Ask, policy: string): Promise<{ what: string; at: string } | null> {
  const { actor, words } = response.locals
  const last = await lastDecision(house, { policy }, actor)
  return last && { what: words.t(`alignment.did.${last.action.replace("alignment/", "")}`), at: last.at }
}

/** One change, then back to its place in the table; a stale one shows the table as it is now. */
async function change(ask: Ask): Promise<void> {
  const { request, response } = ask
  const act = field(request.body, "split") === "" ? choice(request.body, "act", acts) : "split"
  const policy = part(ask, "policy")
  try {
    await carryOut(ask, act)
    flash(response, `flash.alignment-${act}`)
    const row = field(request.body, "row")
    const address = url.at(url.alignment(policy), { show: field(request.body, "show") })
    goTo(response, `${address}${/^[\w-]+$/.test(row) ? `#row-${row}` : ""}`)
  } catch (error) {
    if (!(error instanceof Problem) || !["alignment/stale", "alignment/undo"].includes(error.code)) throw error
    response.status(error.status)
    await page(ask, error)
  }
}

async function carryOut(ask: Ask, act: (typeof acts)[number]): Promise<unknown> {
  const { request, response, house } = ask
  const { actor } = response.locals
  const form: unknown = request.body
  const base = { policy: part(ask, "policy"), revision: whole(form, "revision") }
  const link = field(form, "link")
  // The cell's own sections are the target, those it hangs on the source.
  const [from, to] = [field(form, "from"), field(form, "to")]
  const source = ordinals(field(form, "source"))
  const target = ordinals(field(form, "target"))
  switch (act) {
    case "confirm":
      return confirmLink(house, { ...base, link }, actor)
    case "confirm-row":
      return confirmLinks(house, { ...base, of: { row: field(form, "row") } }, actor)
    case "confirm-language":
      return confirmLinks(house, { ...base, of: { language: to, confidence: leastSure } }, actor)
    case "unlink":
      return unlink(house, { ...base, link }, actor)
    case "link":
      return linkSections(house, { ...base, from, to, source, target }, actor)
    case "move":
    case "merge": {
      const place = { language: from, sections: source }
      const isJoining = act === "merge"
      return moveSections(house, { ...base, language: to, sections: target, to: place, isJoining }, actor)
    }
    case "split":
      return splitSections(house, { ...base, language: to, sections: ordinals(field(form, "split")) }, actor)
    case "absent":
      return markNoCounterpart(house, { ...base, language: from, sections: source, missingIn: to }, actor)
    case "undo":
      return revertDecision(house, base, actor)
    case "realign":
      return realign(house, base, actor)
    default:
      return act satisfies never
  }
}

function ordinals(text: string): number[] {
  if (text === "") return []
  if (!/^\d{1,6}(,\d{1,6})*$/.test(text)) throw new Problem("input/invalid", { field: "section" })
  return text.split(",").map(Number)
}
