// Bundles out: chosen units as XLIFF in a zip. What left is remembered as the base of the merge; the same units at the
// same revisions give the same bytes and the same bundle id.
import { contentKey, plain } from "../../src/content.ts"
import { Problem } from "../../src/errors.ts"
import type { BundleFile } from "../../src/xliff/index.ts"
import { digest } from "../storage/policies.ts"
import type { Bundle, BundleRequest, BundleUnit, Policy, StoredUnit, XliffVersion } from "../storage/types.ts"
import { findPolicy, readableProjects } from "./find.ts"
import type { Actor, House } from "./house.ts"
import { record } from "./record.ts"
import { demand } from "./rights.ts"
import { bitextFor } from "./units/bitext.ts"
import { words } from "./units/carry.ts"
import { grouped } from "./views.ts"

export interface ExportBundleInput {
  readonly project?: string
  /** Names or ids. */
  readonly policies: readonly string[]
  /** Each policy's own source language when absent. */
  readonly from?: string
  readonly to: readonly string[]
  readonly version?: XliffVersion
  readonly units?: "all" | "unresolved" | "changed"
  readonly since?: string
  /** Copies the source into empty targets, for tools that show only filled ones. */
  readonly copySource?: boolean
}

export interface ExportedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

export interface ExportBundleResult {
  readonly bundle: Bundle
  readonly zip: Uint8Array
  /** What is in the zip, for `-o DIR`. */
  readonly files: readonly ExportedFile[]
}

/**
 * @throws Problem "policy/unknown", "policy/language" for a language nothing can be translated from or into,
 *   "bundle/empty" when no unit is left to export, "session/forbidden"
 */
export async function exportBundle(house: House, input: ExportBundleInput, actor: Actor): Promise<ExportBundleResult> {
  const policies: Policy[] = []
  for (const policy of new Set(input.policies)) {
    policies.push(await findPolicy(house.storage, { project: input.project, policy }, actor))
  }
  const [first] = policies
  const languages = [...new Set(input.to.map(canonical))].sort()
  if (!first || languages.length === 0) throw new Problem("bundle/empty")
  for (const { project } of policies) {
    for (const language of languages) demand(actor, "bundle/export", { project, language })
  }
  const request: BundleRequest = {
    policies: policies.map(({ id }) => id),
    from: input.from === undefined ? null : canonical(input.from),
    languages,
    version: input.version ?? "1.2",
    units: input.units ?? "all",
    since: input.since ?? null,
    copySource: input.copySource ?? false,
  }
  const parts = await partsOf(house, policies, request, actor)
  const units = parts.flatMap((part) => part.units)
  if (units.length === 0) throw new Problem("bundle/empty")

  const { id, created } = identity(request, parts)
  const name = `${slug(policies.length === 1 ? first.name : "policies")}-${created.slice(0, 10).replaceAll("-", "")}-${id}`
  const made = await make(house, { id, created, name, request, parts })
  const bundle: Bundle = {
    id,
    project: first.project,
    name: `${name}.zip`,
    request,
    units: units.length,
    words: units.reduce((sum, unit) => sum + words(plain(unit.source)), 0),
    digest: digest(made.zip),
    createdAt: house.now().toISOString(),
    createdBy: actor.id,
  }
  const kept = await keep(house, bundle, made.zip, parts, actor)
  return { bundle: kept, zip: made.zip, files: made.files }
}

/** One XLIFF file: the units of one policy in one language. */
interface Part {
  readonly policy: Policy
  /** Id of the bitext: the file's id in every export. */
  readonly id: string
  readonly document: string
  readonly format: string
  readonly from: string
  readonly to: string
  readonly units: readonly StoredUnit[]
}

async function partsOf(
  house: House,
  policies: readonly Policy[],
  request: BundleRequest,
  actor: Actor,
): Promise<Part[]> {
  const { storage } = house
  const documents = await storage.documents.ofPolicies(policies.map(({ id }) => id))
  const parts: Part[] = []
  for (const policy of policies) {
    const from = request.from ?? policy.sourceLanguage
    const document = documents.find((each) => each.policy === policy.id && each.language === from)
    if (!document) throw new Problem("policy/language", { language: from })
    for (const to of request.languages) {
      // A policy's own source language among the targets of many policies is no mistake.
      if (to === from && request.languages.length > 1) continue
      if (to === from) throw new Problem("policy/language", { language: to })
      const { id } = await bitextFor(house, policy, from, to, actor)
      const units = await chosen(house, id, request)
      parts.push({ policy, id, document: policy.name, format: document.format, from, to, units })
    }
  }
  return parts
}

async function chosen(house: House, bitext: string, request: BundleRequest): Promise<StoredUnit[]> {
  const all = (await house.storage.units.ofBitext(bitext)).filter(({ source }) => plain(source).trim() !== "")
  const { since } = request
  if (request.units === "changed") return since === null ? all : all.filter(({ updatedAt }) => updatedAt > since)
  if (request.units === "all") return all
  const open = await house.storage.findings.ofUnits(
    all.map(({ id }) => id),
    "open",
  )
  const found = new Set(open.map(({ unit }) => unit))
  return all.filter(({ id, state, flag }) => state === "initial" || flag !== null || found.has(id))
}

/** From what is in the bundle alone, so that the same units at the same revisions are the same bundle. */
function identity(request: BundleRequest, parts: readonly Part[]): { id: string; created: string } {
  const facts = parts.map(({ id, units }) => [id, units.map((unit) => [unit.id, unit.revision])])
  const hash = digest(JSON.stringify([request, facts]))
  const created =
    parts
      .flatMap(({ units }) => units.map(({ updatedAt }) => updatedAt))
      .sort()
      .at(-1) ?? ""
  return { id: `e${hash.slice(0, 19)}`, created: `${created.slice(0, 19)}Z` }
}

async function make(
  house: House,
  {
    id,
    created,
    name,
    request,
    parts,
  }: { id: string; created: string; name: string; request: BundleRequest; parts: readonly Part[] },
): Promise<{ files: readonly ExportedFile[]; zip: Uint8Array }> {
  const files = parts.map(({ policy: _policy, units, ...file }): BundleFile => ({
    ...file,
    units: units.map((unit) => ({ ...unit, digest: digest(contentKey(unit.source)) })),
  }))
  const readme: Record<string, string> = {}
  for (const [language, own] of grouped(
    parts.filter(({ units }) => units.length > 0),
    ({ to }) => to,
  )) {
    const units = own.flatMap((part) => part.units)
    readme[language] = await house.sentence(language, "bundle.readme", {
      name,
      files: own.length,
      units: units.length,
      words: units.reduce((sum, { source }) => sum + words(plain(source)), 0),
      language,
      version: request.version,
    })
  }
  const { version, copySource } = request
  const tool = { name: "besh", version: toolVersion }
  return house.analyse("bundle", { bundle: { id, name, created, tool, version, copySource, files }, readme })
}

/** Of the format of our bundles, not of the program: the same input is to give the same bytes tomorrow. */
const toolVersion = "1"

/** Remembers what left, once; the same bundle made again is the one from before. */
async function keep(
  house: House,
  bundle: Bundle,
  zip: Uint8Array,
  parts: readonly Part[],
  actor: Actor,
): Promise<Bundle> {
  const known = await house.storage.bundles.byId(bundle.id)
  if (known) return known
  const units = parts.flatMap((part) =>
    part.units.map(({ id, source, target, state, flag, revision }): BundleUnit => ({
      bundle: bundle.id,
      unit: id,
      file: part.id,
      source,
      target,
      state,
      flag,
      revision,
    })),
  )
  await house.storage.transaction(async (inside) => {
    if (await inside.bundles.byId(bundle.id)) return
    await inside.bundles.insert(bundle, zip, units)
    await record(house, inside, actor, "bundle/export", bundle.id, { ...bundle.request, units: bundle.units })
  })
  return bundle
}

export interface ListedBundle extends Bundle {
  readonly createdByName: string
  /** Imports that came back from it. */
  readonly returns: readonly { readonly import: string; readonly status: string; readonly createdAt: string }[]
}

/** Newest first. */
export async function listBundles(
  house: House,
  input: { readonly project?: string; readonly limit?: number },
  actor: Actor,
): Promise<ListedBundle[]> {
  demand(actor, "bundle/export")
  const { storage } = house
  const projects = await readableProjects(storage, actor, input.project)
  const bundles = await storage.bundles.list(
    projects.map(({ id }) => id),
    Math.min(500, input.limit ?? 50),
  )
  const names = await storage.users.names(bundles.map(({ createdBy }) => createdBy))
  const returns = grouped(await storage.imports.ofBundles(bundles.map(({ id }) => id)), ({ bundle }) => bundle)
  return bundles.map((bundle) => ({
    ...bundle,
    createdByName: names.get(bundle.createdBy ?? "") ?? "",
    returns: (returns.get(bundle.id) ?? []).map((each) => ({
      import: each.import.id,
      status: each.import.status,
      createdAt: each.import.createdAt,
    })),
  }))
}

/** @throws Problem "bundle/unknown" */
export async function downloadBundle(
  house: House,
  input: { readonly bundle: string },
  actor: Actor,
): Promise<{ readonly bundle: Bundle; readonly zip: Uint8Array }> {
  const bundle = await house.storage.bundles.byId(input.bundle)
  if (!bundle) throw new Problem("bundle/unknown", { bundle: input.bundle })
  for (const language of bundle.request.languages) demand(actor, "bundle/export", { project: bundle.project, language })
  return { bundle, zip: await house.storage.bundles.bytes(bundle.id) }
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0]!
  } catch (error) {
    throw new Problem("input/invalid", { field: "language" }, {}, { cause: error })
  }
}

function slug(name: string): string {
  const safe = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
  return safe.toLowerCase() || "policy"
}
