// The first page: how far every policy is in every language, and what waits for whoever looks.
import { listPolicies, type LanguageStatus, type PolicyStatus } from "../journeys/list-policies.ts"
import { can } from "../journeys/rights.ts"
import type { Actor } from "../journeys/house.ts"
import type { Words } from "../i18n.ts"
import { flash, goTo, render } from "../page.ts"
import { loadSamples } from "../samples.ts"
import { url } from "../url.ts"
import { barOf, openFindings, sumOf } from "./bars.ts"
import { get, post, type Ask, type Route } from "./route.ts"

export const dashboardRoutes: readonly Route[] = [
  get("/", "somebody", show),
  post("/samples", "document/add", addSamples, "upload"),
]

async function show({ response, house }: Ask): Promise<void> {
  const { actor, words } = response.locals
  const policies = await listPolicies(house, {}, actor)
  const tags = languagesOf(policies, words)
  render(response, "dashboard", {
    wide: true,
    languages: tags.map((tag) => languageCard(tag, policies, words)),
    policies: policies.map((policy) => ({
      ...policy,
      cells: tags.map((tag) => {
        const status = policy.languages.find(({ language }) => language === tag)
        return status ? { ...status, bar: barOf(status.units, words), open: openFindings(status) } : null
      }),
    })),
    tasks: tasksOf(policies, actor),
  })
}

async function addSamples({ response, house }: Ask): Promise<void> {
  const { policies } = await loadSamples(house, response.locals.actor)
  flash(response, "flash.samples", { policies })
  goTo(response, url.home)
}

/** English, then the others in the order of the interface language. */
function languagesOf(policies: readonly PolicyStatus[], words: Words): string[] {
  const tags = [...new Set(policies.flatMap(({ languages }) => languages.map(({ language }) => language)))]
  const known = ["en", "ug", "ky", "tk", "az"]
  const rank = (tag: string) => (known.includes(tag) ? known.indexOf(tag) : known.length)
  return tags.sort((a, b) => rank(a) - rank(b) || words.compare(words.languageName(a), words.languageName(b)))
}

function languageCard(tag: string, policies: readonly PolicyStatus[], words: Words) {
  const here = policies.flatMap(({ languages }) => languages.filter(({ language }) => language === tag))
  const units = sumOf(here.filter(({ isSource }) => !isSource).map((status) => status.units))
  return {
    tag,
    sources: here.filter(({ isSource }) => isSource).length,
    isTarget: units.total > 0,
    bar: barOf(units, words),
    open: here.reduce((sum, status) => sum + openFindings(status), 0),
    outdated: here.reduce((sum, { flags }) => sum + flags.outdated + flags.conflict, 0),
  }
}

interface Task {
  /** Locale key `task.<kind>`. */
  readonly kind: "conflict" | "outdated" | "errors" | "untranslated" | "review"
  readonly count: number
  readonly policy: string
  readonly language: string
  readonly href: string
}

/** What this person can do something about, most pressing first. */
function tasksOf(policies: readonly PolicyStatus[], actor: Actor): Task[] {
  const kinds: readonly Task["kind"][] = ["conflict", "outdated", "errors", "untranslated", "review"]
  const tasks = policies.flatMap((policy) =>
    policy.languages.flatMap((status) => tasksIn(policy, status, actor)).filter(({ count }) => count > 0),
  )
  return tasks.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || b.count - a.count).slice(0, 8)
}

function tasksIn(policy: PolicyStatus, status: LanguageStatus, actor: Actor): Task[] {
  const { language, units, flags, findings, isSource } = status
  const where = { project: policy.project, language }
  const made = (kind: Task["kind"], count: number, href: string): Task => ({
    kind,
    count,
    policy: policy.name,
    language,
    href,
  })
  const editor = url.section(policy.id, language)
  return [
    ...(can(actor, "unit/translate", where)
      ? [
          made("conflict", flags.conflict, editor),
          made("outdated", flags.outdated, editor),
          made("errors", findings.error, url.passages({ policy: policy.id, language, severity: "error" })),
          made("untranslated", isSource ? 0 : units.initial, editor),
        ]
      : []),
    ...(can(actor, "unit/review", where) ? [made("review", isSource ? 0 : units.translated, editor)] : []),
  ]
}
