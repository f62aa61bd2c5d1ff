// The section-pair editor: one section, source and target side by side, one form a unit.
import { Problem } from "../../src/errors.ts"
import { states, type State } from "../../src/model/bitext.ts"
import { applyFix, ignoreFinding, reopenFinding } from "../journeys/decide-finding.ts"
import { can } from "../journeys/rights.ts"
import { keepTranslation, saveUnit } from "../journeys/save-unit.ts"
import { showPolicy } from "../journeys/list-policies.ts"
import { showSection, showUnit, type ShowSectionResult } from "../journeys/show-section.ts"
import { isTag, startBitext } from "../journeys/start-bitext.ts"
import type { UnitView } from "../journeys/views.ts"
import { choice, field, flash, goTo, render, required, shown } from "../page.ts"
import { localPath, url } from "../url.ts"
import { get, part, post, type Ask, type Route } from "./route.ts"
import { card, specialLetters, type CardOptions } from "./work/card.ts"
import { merge, wordDiff } from "./work/diff.ts"
import { typed, wants, whole } from "./work/form.ts"

export const editorRoutes: readonly Route[] = [
  get("/policies/:policy/:to/sections", "policy/read", page),
  get("/policies/:policy/:to/sections/:section", "policy/read", page),
  post("/policies/:policy/:to/sections", "unit/translate", start),
  get("/units/:unit", "policy/read", permalink),
  post("/units/:unit", "unit/translate", save),
  post("/units/:unit/keep", "unit/translate", keep),
  post("/findings/:finding/fix", "finding/decide", fix),
  post("/findings/:finding/ignore", "finding/decide", ignore),
  post("/findings/:finding/reopen", "finding/decide", reopen),
]

async function page(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  const { actor, words } = response.locals
  const from = field(request.query, "from")
  const input = { policy: part(ask, "policy"), to: part(ask, "to"), ...(from ? { from } : {}) }
  let shownSection: ShowSectionResult
  try {
    shownSection = await showSection(house, { ...input, ...sectionOf(part(ask, "section")) }, actor)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "policy/language") throw error
    return offer(ask, input, error)
  }
  const { policy, to, sections, section } = shownSection
  const suggestion = field(request.query, "suggestion")
  const show = field(request.query, "show") === "unresolved" ? "unresolved" : "all"
  const options = { words, actor, project: policy.project }
  const cards = shownSection.units
    .filter((unit) => show === "all" || isUnresolved(unit))
    .map((unit) => {
      const made = card(unit, options)
      const taken = made.suggestions.find(({ id }) => id === suggestion)
      return taken ? card(unit, { ...options, text: taken.text }) : made
    })
  const at = sections.findIndex((each) => each.section === section)
  const address = (each: ShowSectionResult["section"] | undefined) =>
    each === undefined ? null : url.section(policy.id, to, each, from ? { from } : {})
  render(response, "editor/page", {
    ...shownSection,
    cards,
    show,
    heading: sections[at]?.heading ?? "",
    entries: sections.map((entry) => ({ ...entry, href: address(entry.section), isHere: entry.section === section })),
    previous: address(sections[at - 1]?.section),
    following: address(sections[at + 1]?.section),
    letters: specialLetters(to),
    targets: shownSection.languages
      .filter((language) => language !== shownSection.from || from === "")
      .map((language) => ({ language, href: url.section(policy.id, language, section === "rest" ? null : section) })),
    unresolved: shownSection.units.filter(isUnresolved).length,
    self: address(section),
    onlyUnresolved: url.at(url.section(policy.id, to, section), { from, show: "unresolved" }),
  })
}

/** No translation into this language yet: the page offers to start it. */
async function offer(ask: Ask, input: { policy: string; to: string; from?: string }, problem: Problem): Promise<void> {
  const { response, house } = ask
  const { actor } = response.locals
  const policy = await showPolicy(house, { policy: input.policy }, actor)
  const from = input.from ?? policy.sourceLanguage
  const canBe = policy.languages.some(({ language, document }) => language === from && document !== null)
  if (!isTag(input.to) || input.to === from || !canBe) throw problem
  render(response, "editor/start", {
    policy,
    from: input.from ?? "",
    to: input.to,
    canStart: can(actor, "unit/translate", { project: policy.project, language: input.to }),
    action: url.section(policy.id, input.to),
  })
}

async function start(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  const from = field(request.body, "from")
  const input = { policy: part(ask, "policy"), to: part(ask, "to"), ...(from ? { from } : {}) }
  const { policy, to } = await startBitext(house, input, response.locals.actor)
  flash(response, "flash.bitext-started")
  goTo(response, url.section(policy, to, null, from ? { from } : {}))
}

/** Where a unit is edited: its section, scrolled to it. */
async function permalink(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  const unit = await showUnit(house, { unit: part(ask, "unit") }, response.locals.actor)
  response.redirect(303, addressOf(unit, { suggestion: field(request.query, "suggestion") }))
}

async function save(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  const form: unknown = request.body
  const target = typed(form, "target")
  const input = {
    unit: part(ask, "unit"),
    revision: whole(form, "revision"),
    target,
    state: target.trim() === "" ? "initial" : choice(form, "state", states),
  }
  let saved: UnitView
  try {
    saved = await saveUnit(house, input, response.locals.actor)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.code === "unit/stale") return stale(ask, error, input)
    if (["unit/codes", "unit/locked", "input/invalid"].includes(error.code)) return again(ask, error, input)
    throw error
  }
  const next = field(form, "go") === "next" ? await nextUnresolved(ask, saved) : null
  if (wants(request, "unit")) return fragment(ask, saved, { isSaved: true }, next)
  flash(response, "flash.unit-saved", { number: saved.position + 1 })
  goTo(response, next ?? addressOf(saved))
}

async function keep(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  const saved = await keepTranslation(
    house,
    { unit: part(ask, "unit"), revision: whole(request.body, "revision") },
    response.locals.actor,
  )
  await done(ask, saved, "flash.unit-kept")
}

async function fix(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  const saved = await applyFix(
    house,
    { finding: part(ask, "finding"), revision: whole(request.body, "revision") },
    response.locals.actor,
  )
  await done(ask, saved, "flash.finding-fixed")
}

async function ignore(ask: Ask): Promise<void> {
  const { request, response, house } = ask
  const reason = required(request.body, "reason")
  const { unit } = await ignoreFinding(house, { finding: part(ask, "finding"), reason }, response.locals.actor)
  await done(ask, await showUnit(house, { unit }, response.locals.actor), "flash.finding-ignored")
}

async function reopen(ask: Ask): Promise<void> {
  const { response, house } = ask
  const { unit } = await reopenFinding(house, { finding: part(ask, "finding") }, response.locals.actor)
  await done(ask, await showUnit(house, { unit }, response.locals.actor), "flash.finding-reopened")
}

/** Back to where the button was: the unit alone for a script, the page it came from, or the editor. */
async function done(ask: Ask, unit: UnitView, message: `flash.${string}`): Promise<void> {
  const { request, response } = ask
  if (wants(request, "unit")) return fragment(ask, unit, { isSaved: true })
  flash(response, message)
  const back = field(request.body, "back")
  goTo(response, back ? localPath(back) : addressOf(unit))
}

/** Someone was faster: all three texts, what each changed, and a proposal that has both. */
async function stale(ask: Ask, problem: Problem, input: { unit: string; target: string; state: State }): Promise<void> {
  const { request, response, house } = ask
  const { actor, words } = response.locals
  const unit = await showUnit(house, { unit: input.unit }, actor)
  const text = (name: string) => (typeof problem.data[name] === "string" ? problem.data[name] : "")
  const base = text("baseText")
  const theirs = text("theirs")
  const merged = merge(base, input.target, theirs, unit.to)
  response.status(problem.status)
  markFragment(ask)
  render(response, wants(request, "unit") ? "editor/stale-unit" : "editor/stale", {
    card: card(unit, { words, actor, project: await projectOf(ask, unit), text: input.target }),
    problem: shown(problem, words),
    base,
    theirs,
    mine: input.target,
    state: input.state,
    mineDiff: wordDiff(base, input.target, unit.to),
    theirsDiff: wordDiff(base, theirs, unit.to),
    merged: merged.conflicts === 0 && merged.text !== theirs && merged.text !== input.target ? merged.text : null,
    letters: specialLetters(unit.to),
    address: addressOf(unit),
  })
}

/** The form again with what was typed, and why it was not taken. */
async function again(ask: Ask, problem: Problem, input: { unit: string; target: string }): Promise<void> {
  const { request, response, house } = ask
  const { actor, words } = response.locals
  const unit = await showUnit(house, { unit: input.unit }, actor)
  const told = shown(problem, words)
  response.status(problem.status)
  markFragment(ask)
  render(response, wants(request, "unit") ? "editor/unit" : "editor/refused", {
    card: card(unit, {
      words,
      actor,
      project: await projectOf(ask, unit),
      text: input.target,
      problem: told.sentence,
    }),
    letters: specialLetters(unit.to),
    address: addressOf(unit),
  })
}

async function fragment(
  ask: Ask,
  unit: UnitView,
  options: Partial<CardOptions>,
  next: string | null = null,
): Promise<void> {
  const { response } = ask
  const { actor, words } = response.locals
  if (next) response.set("X-Next", next)
  markFragment(ask)
  render(response, "editor/unit", {
    card: card(unit, { words, actor, project: await projectOf(ask, unit), ...options }),
    letters: specialLetters(unit.to),
  })
}

/** A script takes nothing but a fragment into the page: not the sign-in form, not an error page. */
function markFragment({ request, response }: Ask): void {
  if (wants(request, "unit")) response.set("X-Fragment", "unit")
}

async function projectOf({ response, house }: Ask, unit: UnitView): Promise<string> {
  return (await showPolicy(house, { policy: unit.policy }, response.locals.actor)).project
}

/** The next unit of the bitext that still asks for somebody, in reading order; this section first, then those after. */
async function nextUnresolved({ response, house }: Ask, after: UnitView): Promise<string | null> {
  const where = { policy: after.policy, from: after.from, to: after.to }
  const here = await showSection(house, { ...where, section: sectionNumber(after) }, response.locals.actor)
  const found = here.units.find((unit) => unit.position > after.position && isUnresolved(unit))
  if (found) return addressOf(found)
  const at = here.sections.findIndex(({ section }) => section === here.section)
  const later = here.sections.slice(at + 1).find(({ untranslated, findings }) => untranslated + findings > 0)
  if (!later) return null
  const there = await showSection(house, { ...where, section: later.section }, response.locals.actor)
  const first = there.units.find(isUnresolved)
  return first ? addressOf(first) : null
}

export function isUnresolved(unit: UnitView): boolean {
  return unit.state === "initial" || unit.flag !== null || unit.findings.some(({ status }) => status === "open")
}

export function addressOf(
  unit: Pick<UnitView, "id" | "policy" | "from" | "to" | "sourceSection" | "targetSection">,
  query: { suggestion?: string } = {},
): string {
  return `${url.at(url.section(unit.policy, unit.to, sectionNumber(unit)), { from: unit.from, ...query })}#u-${unit.id}`
}

function sectionNumber(unit: Pick<UnitView, "from" | "to" | "sourceSection" | "targetSection">): number | "rest" {
  if (unit.from === unit.to) return unit.targetSection ?? "rest"
  return unit.sourceSection ?? "rest"
}

function sectionOf(text: string): { section?: number | "rest" } {
  if (text === "") return {}
  if (text === "rest") return { section: "rest" }
  if (!/^\d{1,6}$/.test(text)) throw new Problem("page/unknown", { path: text })
  return { section: Number(text) }
}
