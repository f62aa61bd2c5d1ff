// The alignment matrix: which section says the same as which, and people's word on it.
import { Problem } from "../../src/errors.ts"
import { confirmLink, linkSections, markNoCounterpart, realign, unlink } from "../journeys/change-alignment.ts"
import { can } from "../journeys/rights.ts"
import { sectionOpenings } from "../journeys/section-openings.ts"
import { showAlignment } from "../journeys/show-alignment.ts"
import { choice, field, flash, goTo, render, shown } from "../page.ts"
import { url } from "../url.ts"
import { get, part, post, type Ask, type Route } from "./route.ts"
import { coverage } from "./work/coverage.ts"
import { whole } from "./work/form.ts"
import { arranged, matrix, pickOf, pickText, undoOf, type Undo } from "./work/matrix.ts"

export const alignmentRoutes: readonly Route[] = [
  get("/policies/:policy/alignment", "policy/read", (ask) => page(ask)),
  get("/policies/:policy/coverage", "policy/read", coveragePage),
  post("/policies/:policy/alignment", "alignment/change", change),
]

const acts = ["confirm", "unlink", "link", "absent", "realign"] as const

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
    undo: canChange ? undoOf(field(request.query, "undo"), alignment) : null,
    self: url.alignment(alignment.policy.id),
    problem: problem && shown(problem, words),
  })
}

async function coveragePage(ask: Ask): Promise<void> {
  const { response, house } = ask
  const { actor, words } = response.locals
  const alignment = arranged(await showAlignment(house, { policy: part(ask, "policy") }, actor))
  render(response, "alignment/coverage", {
    ...alignment,
    topics: coverage(alignment).map((topic) => ({
      ...topic,
      name: words.has(`topic.${topic.topic}`) ? words.t(`topic.${topic.topic}`) : topic.topic,
    })),
  })
}

/** One change, then back to its place in the table with the way to undo it; a stale one shows the table as it is now. */
async function change(ask: Ask): Promise<void> {
  const { request, response } = ask
  const act = choice(request.body, "act", acts)
  const policy = part(ask, "policy")
  try {
    const undo = await carryOut(ask, act)
    const isUndoing = field(request.body, "undoing") === "yes"
    flash(response, `flash.alignment-${act}`)
    const row = field(request.body, "row")
    goTo(
      response,
      `${url.at(url.alignment(policy), { undo: isUndoing ? null : undo, show: field(request.body, "show") })}${/^[\w-]+$/.test(row) ? `#row-${row}` : ""}`,
    )
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "alignment/stale") throw error
    response.status(error.status)
    await page(ask, error)
  }
}

/** @returns what undoes it, for the address of the next page */
async function carryOut(ask: Ask, act: (typeof acts)[number]): Promise<Undo | null> {
  const { request, response, house } = ask
  const { actor } = response.locals
  const form: unknown = request.body
  const base = { policy: part(ask, "policy"), revision: whole(form, "revision") }
  const link = field(form, "link")
  const place = {
    from: field(form, "from"),
    to: field(form, "to"),
    source: ordinals(field(form, "source")),
    target: ordinals(field(form, "target")),
  }
  switch (act) {
    case "confirm":
      await confirmLink(house, { ...base, link }, actor)
      return null
    case "unlink":
      await unlink(house, { ...base, link }, actor)
      return place.source.length > 0 && place.target.length > 0 ? pickText("link", place) : null
    case "link":
      await linkSections(house, { ...base, ...place }, actor)
      return pickText("unlink", place)
    case "absent":
      await markNoCounterpart(
        house,
        { ...base, language: place.from, sections: place.source, missingIn: place.to },
        actor,
      )
      return null
    case "realign":
      await realign(house, base, actor)
      return null
    default:
      return act satisfies never
  }
}

function ordinals(text: string): number[] {
  if (text === "") return []
  if (!/^\d{1,6}(,\d{1,6})*$/.test(text)) throw new Problem("input/invalid", { field: "section" })
  return text.split(",").map(Number)
}
