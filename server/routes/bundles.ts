// Bundles for translators: chosen, counted, packed; and what became of those that left.
import { exportBundle, downloadBundle, listBundles, type ListedBundle } from "../journeys/export-bundle.ts"
import { listPolicies, type PolicyStatus } from "../journeys/list-policies.ts"
import { can } from "../journeys/rights.ts"
import { Problem } from "../../src/errors.ts"
import { again, choice, field, flash, goTo, render } from "../page.ts"
import { url } from "../url.ts"
import { get, part, post, type Ask, type Route } from "./route.ts"
import { all, download } from "./work/form.ts"

export const bundleRoutes: readonly Route[] = [
  get("/bundles", "bundle/export", list),
  get("/bundles/new", "bundle/export", form),
  post("/bundles", "bundle/export", make, "download"),
  get("/bundles/:bundle", "bundle/export", take, "download"),
]

const versions = ["1.2", "2.0", "2.1", "2.2"] as const
const choices = ["all", "unresolved", "changed"] as const

async function list({ response, house }: Ask): Promise<void> {
  const { actor } = response.locals
  const [bundles, policies] = await Promise.all([
    listBundles(house, { limit: 100 }, actor),
    listPolicies(house, {}, actor),
  ])
  const names = new Map(policies.map(({ id, name }) => [id, name]))
  render(response, "bundles/list", {
    bundles: bundles.map((bundle) => ({
      ...bundle,
      policyNames: bundle.request.policies.map((policy) => names.get(policy) ?? policy),
      status: statusOf(bundle),
    })),
  })
}

async function form({ request, response, house }: Ask): Promise<void> {
  render(response, "bundles/new", await formData({ request, response, house }, request.query))
}

/** Makes the bundle and shows it in the list; the browser fetches it from there, so that reloading makes no second one. */
async function make({ request, response, house }: Ask): Promise<void> {
  const body: unknown = request.body
  again(response, "bundles/new", () => formData({ request, response, house }, body))
  const policies = all(body, "policy")
  const to = all(body, "to")
  if (policies.length === 0) throw new Problem("input/invalid", { field: "policy" })
  if (to.length === 0) throw new Problem("input/invalid", { field: "to" })
  const units = choice(body, "units", choices)
  const since = field(body, "since")
  if (units === "changed" && !/^\d{4}-\d{2}-\d{2}$/.test(since)) throw new Problem("input/invalid", { field: "since" })
  const { bundle } = await exportBundle(
    house,
    {
      policies,
      to,
      units,
      version: choice(body, "version", versions),
      copySource: field(body, "copySource") === "yes",
      ...(units === "changed" ? { since: `${since}T00:00:00.000Z` } : {}),
    },
    response.locals.actor,
  )
  flash(response, "flash.bundle-made", { name: bundle.name, units: bundle.units, words: bundle.words })
  goTo(response, `${url.bundles}#b-${bundle.id}`)
}

async function take(ask: Ask): Promise<void> {
  const { bundle, zip } = await downloadBundle(ask.house, { bundle: part(ask, "bundle") }, ask.response.locals.actor)
  const name = bundle.name.toLowerCase().endsWith(".zip") ? bundle.name : `${bundle.name}.zip`
  download(ask.response, name, "application/zip", zip)
}

async function formData({ response, house }: Ask, input: unknown) {
  const { actor, words } = response.locals
  const policies = (await listPolicies(house, {}, actor)).filter(({ project }) =>
    can(actor, "bundle/export", { project }),
  )
  const languages = [
    ...new Set(
      policies.flatMap((policy) =>
        policy.languages.flatMap(({ language }) => (language === policy.sourceLanguage ? [] : [language])),
      ),
    ),
  ].sort((a, b) => words.compare(words.languageName(a), words.languageName(b)))
  const chosen = { policies: all(input, "policy"), to: all(input, "to") }
  return {
    policies: policies.map((policy) => ({
      id: policy.id,
      name: policy.name,
      sourceLanguage: policy.sourceLanguage,
      isChosen: chosen.policies.includes(policy.id) || policies.length === 1,
      cells: languages.map((language) => cellOf(policy, language)),
    })),
    languages: languages.map((language) => ({
      language,
      isChosen: chosen.to.includes(language),
      isAllowed: policies.some(({ project }) => can(actor, "bundle/export", { project, language })),
    })),
    versions,
    version: field(input, "version") || "1.2",
    choices,
    units: field(input, "units") || "all",
    since: field(input, "since"),
    today: house.now().toISOString().slice(0, 10),
    copySource: field(input, "copySource") === "yes",
  }
}

/** What a bundle would carry for one policy and language: everything; and at least what is untranslated. */
function cellOf(policy: PolicyStatus, language: string) {
  const status = policy.languages.find((each) => each.language === language)
  if (!status || language === policy.sourceLanguage) return null
  const { units, words } = status
  return {
    language,
    all: { units: units.total, words: words.total },
    untranslated: { units: units.initial, words: words.total - words.translated },
    findings: status.findings.error + status.findings.warning + status.findings.info,
  }
}

/** out: nothing came back; returned: applied; partly: came back, not applied or not all of it. */
function statusOf({ returns }: ListedBundle): "out" | "returned" | "partly" {
  if (returns.some(({ status }) => status === "applied")) return "returned"
  return returns.some(({ status }) => status === "planned") ? "partly" : "out"
}
