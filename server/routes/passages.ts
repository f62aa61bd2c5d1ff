// The passage tracker: every finding with the words around it; filters and place are in the address.
import { Problem } from "../../src/errors.ts"
import { ignoreFinding } from "../journeys/decide-finding.ts"
import { listPassages, type Passage } from "../journeys/list-passages.ts"
import { listPolicies } from "../journeys/list-policies.ts"
import { can } from "../journeys/rights.ts"
import { field, flash, goTo, render, required } from "../page.ts"
import { localPath, url } from "../url.ts"
import { addressOf } from "./editor.ts"
import { get, post, type Ask, type Route } from "./route.ts"
import { findingSentence, kindName } from "./work/card.ts"
import { all } from "./work/form.ts"

export const passageRoutes: readonly Route[] = [
  get("/passages", "policy/read", page),
  post("/passages/ignore", "finding/decide", ignoreSeveral),
]

/** Characters the journey gives on each side; fewer mean that the text begins or ends there. */
const shown = 80

const severities = ["error", "warning", "info"] as const
const statuses = ["open", "ignored", "fixed", "all"] as const

async function page({ request, response, house }: Ask): Promise<void> {
  const { actor, words } = response.locals
  const filters = filtersOf(request.query)
  const [found, policies] = await Promise.all([
    listPassages(house, { ...filters, limit: 50, ...afterOf(request.query) }, actor),
    listPolicies(house, {}, actor),
  ])
  const projects = new Map(policies.map(({ id, project }) => [id, project]))
  const here = url.passages({ ...filters, after: field(request.query, "after") })
  render(response, "passages/page", {
    filters,
    isFiltered: Object.keys(filters).length > 0,
    policies: policies.map(({ id, name }) => ({ id, name })),
    languages: [...new Set(policies.flatMap((policy) => policy.languages.map(({ language }) => language)))].sort(),
    severities,
    statuses,
    kinds: kindsOf(found.counts, words),
    total: found.total,
    passages: found.items.map((passage) => ({
      ...passage,
      before: passage.before.length < shown ? passage.before : `… ${passage.before.replace(/^\S*\s+/, "")}`,
      after: passage.after.length < shown ? passage.after : `${passage.after.replace(/\s+\S*$/, "")} …`,
      sentence: findingSentence(passage, words),
      kindName: kindName(words, passage.check, passage.kind),
      href: addressOf({ ...passage.unitView, id: passage.unit, policy: passage.policy }),
      section: sectionOf(passage),
      canDecide: can(actor, "finding/decide", {
        language: passage.unitView.to,
        ...(projects.has(passage.policy) ? { project: projects.get(passage.policy)! } : {}),
      }),
    })),
    back: here,
    first: field(request.query, "after") ? url.passages(filters) : null,
    next: found.next === null ? null : url.passages({ ...filters, after: found.next }),
  })
}

/** One reason for several; those that somebody else settled meanwhile are passed over. */
async function ignoreSeveral({ request, response, house }: Ask): Promise<void> {
  const findings = all(request.body, "finding")
  if (findings.length === 0) throw new Problem("input/invalid", { field: "finding" })
  const reason = required(request.body, "reason")
  let count = 0
  for (const finding of findings) {
    try {
      await ignoreFinding(house, { finding, reason }, response.locals.actor)
      count++
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "finding/unknown") throw error
    }
  }
  flash(response, "flash.findings-ignored", { count })
  goTo(response, localPath(field(request.body, "back") || url.passages()))
}

type Filters = Omit<Parameters<typeof listPassages>[1], "limit" | "after" | "project">

/** Only what is set and known; an address from an old bookmark shows something rather than nothing. */
function filtersOf(query: unknown): Filters & Record<string, string> {
  const one = <T extends string>(name: string, choices: readonly T[]) =>
    choices.find((each) => each === field(query, name))
  const severity = one("severity", severities)
  const status = one("status", statuses)
  const texts = ["policy", "language", "kind", "text"].flatMap((name) => {
    const value = field(query, name)
    return value === "" ? [] : [[name, value] as const]
  })
  return {
    ...Object.fromEntries(texts),
    ...(severity ? { severity } : {}),
    ...(status && status !== "open" ? { status } : {}),
  }
}

function afterOf(query: unknown): { after?: string } {
  const after = field(query, "after")
  return after === "" ? {} : { after }
}

function kindsOf(
  counts: readonly { readonly check: string; readonly kind: string; readonly count: number }[],
  words: Parameters<typeof kindName>[0],
): { kind: string; name: string; count: number }[] {
  const kinds = new Map<string, { kind: string; name: string; count: number }>()
  for (const { check, kind, count } of counts) {
    const known = kinds.get(kind)
    kinds.set(kind, { kind, name: kindName(words, check, kind), count: count + (known?.count ?? 0) })
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count || words.compare(a.name, b.name))
}

function sectionOf({ unitView }: Passage): number | null {
  return unitView.targetSection ?? unitView.sourceSection
}
