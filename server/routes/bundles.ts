// Bundles for translators: chosen, counted, packed; and what became of those that left.
import { downloadBundle, exportBundles } from "../journeys/export-bundle.ts"
import { listBundles, recentBundles, type ListedBundle } from "../journeys/list-bundles.ts"
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
      look: looks[statusOf(bundle)],
    })),
  })
}

/** As which state of a unit each looks. */
const looks = { out: "initial", stale: "outdated", waiting: "draft", partly: "mixed", returned: "final" } as const

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
  const since = field(body, "bundle") || field(body, "since")
  if (units === "changed" && !field(body, "bundle") && !/^\d{4}-\d{2}-\d{2}$/.test(since))
    throw new Problem("input/invalid", { field: "since" })
  const words = field(body, "words")
  if (words !== "" && !/^[1-9]\d{0,8}$/.test(words)) throw new Problem("input/invalid", { field: "words" })
  const made = await exportBundles(
    house,
    {
      policies,
      to,
      units,
      version: choice(body, "version", versions),
      copySource: field(body, "copySource") === "yes",
      ...(words === "" ? {} : { words: Number(words) }),
      ...(units === "changed" ? { since } : {}),
    },
    response.locals.actor,
  )
  const bundles = made.map(({ bundle }) => bundle)
  flash(response, bundles.length === 1 ? "flash.bundle-made" : "flash.bundle-parts", {
    name: bundles[0]!.name,
    parts: bundles.length,
    units: bundles.reduce((sum, bundle) => sum + bundle.units, 0),
    words: bundles.reduce((sum, bundle) => sum + bundle.words, 0),
  })
  goTo(response, `${url.bundles}#b-${bundles[0]!.id}`)
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
    bundles: await earlier(house, actor, policies),
    bundle: field(input, "bundle"),
    words: field(input, "words"),
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

/** Bundles that left before, to send what has changed since; newest first. */
async function earlier(
  house: Ask["house"],
  actor: Ask["response"]["locals"]["actor"],
  policies: readonly PolicyStatus[],
) {
  const names = new Map(policies.map(({ id, name }) => [id, name]))
  const bundles = await recentBundles(house, { limit: 30 }, actor)
  return bundles.map(({ id, request, createdAt }) => ({
    id,
    createdAt,
    languages: request.languages,
    part: request.part ?? null,
    policies: request.policies.map((policy) => names.get(policy) ?? policy).join(", "),
  }))
}

/**
 * returned: every unit came back and was applied; partly: some of them did; waiting: they came back and somebody is to
 * apply them; stale: nothing came back, and the source has moved on; out: nothing came back.
 */
function statusOf({ returns, units, returnedUnits, movedUnits }: ListedBundle): keyof typeof looks {
  if (returnedUnits >= units) return "returned"
  if (returnedUnits > 0) return "partly"
  if (returns.some(({ status }) => status === "planned")) return "waiting"
  return movedUnits > 0 ? "stale" : "out"
}
