// Bundles out: chosen units as XLIFF in a zip, or in several where a bundle would be too large. What left is remembered
// as the base of the merge; the same units with the same companions give the same bytes and the same bundle id.
import { contentKey, plain } from "../../src/content.ts"
import { Problem } from "../../src/errors.ts"
import { partName, type BundleFile, type ExportUnit } from "../../src/xliff/index.ts"
import { digest } from "../storage/policies.ts"
import type { Bundle, BundleRequest, BundleUnit, Policy, XliffVersion } from "../storage/types.ts"
import { chooseParts, isTime, volumesOf, type Part } from "./bundles/choose.ts"
import { accompanied } from "./bundles/companions.ts"
import { findPolicy } from "./find.ts"
import type { Actor, House } from "./house.ts"
import { record } from "./record.ts"
import { demand } from "./rights.ts"
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
  /** For "changed": a moment (ISO 8601), or the id of a bundle that left before. */
  readonly since?: string
  /** Copies the source into empty targets, for tools that show only filled ones. */
  readonly copySource?: boolean
}

export interface ExportedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

export interface ExportedBundle {
  readonly bundle: Bundle
  readonly zip: Uint8Array
  /** What is in the zip, for `-o DIR`. */
  readonly files: readonly ExportedFile[]
}

/**
 * One bundle of everything chosen.
 *
 * @throws Problem "policy/unknown", "policy/language" for a language nothing can be translated from or into,
 *   "bundle/empty" when no unit is left to export, "bundle/unknown" for a bundle nobody made, "session/forbidden"
 */
export async function exportBundle(house: House, input: ExportBundleInput, actor: Actor): Promise<ExportedBundle> {
  const [only] = await exportBundles(house, input, actor)
  if (!only) throw new Problem("bundle/empty")
  return only
}

/**
 * The same in numbered parts of at most `words` source words each; a section is never cut, so that one may be longer.
 *
 * @throws Problem as `exportBundle`
 */
export async function exportBundles(
  house: House,
  input: ExportBundleInput & { readonly words?: number },
  actor: Actor,
): Promise<ExportedBundle[]> {
  const policies: Policy[] = []
  for (const policy of new Set(input.policies)) {
    policies.push(await findPolicy(house.storage, { project: input.project, policy }, actor))
  }
  const languages = [...new Set(input.to.map(canonical))].sort()
  const [first] = policies
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
    since: input.since === undefined ? null : await beginning(house, input.since, actor),
    copySource: input.copySource ?? false,
  }
  const volumes = volumesOf(await chooseParts(house, policies, request, actor), input.words ?? null)
  if (volumes.length === 0) throw new Problem("bundle/empty")
  const createdAt = house.now().toISOString()
  const made: (ExportedBundle & { readonly parts: readonly Part[] })[] = []
  for (const [at, parts] of volumes.entries()) {
    const part = volumes.length === 1 ? {} : { part: { number: at + 1, of: volumes.length } }
    const named = policies.length === 1 ? first.name : "policies"
    made.push({
      ...(await make(house, { ...request, ...part }, named, parts, { createdAt, createdBy: actor.id })),
      parts,
    })
  }
  const kept = await keep(house, made, actor)
  return made.map(({ bundle, zip, files }) => ({ bundle: kept.get(bundle.id) ?? bundle, zip, files }))
}

/** A moment in UTC, or the bundle of that id. @throws Problem "bundle/unknown" */
async function beginning(house: House, since: string, actor: Actor): Promise<string> {
  if (isTime(since)) return new Date(since).toISOString()
  return (await bundleOf(house, since, actor)).id
}

/** From what is in the bundle alone, so that the same units with the same companions are the same bundle. */
function identity(request: BundleRequest, files: readonly BundleFile[], updated: readonly string[]) {
  const facts = files.map(({ id, units }) => [
    id,
    units.map((unit) => [unit.id, unit.revision, unit.notes, unit.terms, unit.matches]),
  ])
  const hash = digest(JSON.stringify([request, facts]))
  const created = updated.toSorted().at(-1) ?? ""
  return { id: `e${hash.slice(0, 19)}`, created: `${created.slice(0, 19)}Z` }
}

async function make(
  house: House,
  request: BundleRequest,
  named: string,
  parts: readonly Part[],
  maker: Pick<Bundle, "createdAt" | "createdBy">,
): Promise<ExportedBundle> {
  const files: BundleFile[] = []
  for (const part of parts) {
    const { policy: _policy, all: _all, ...file } = part
    const units = (await accompanied(house, part)).map((unit): ExportUnit => ({
      ...unit,
      digest: digest(contentKey(unit.source)),
    }))
    files.push({ ...file, units })
  }
  const updated = parts.flatMap(({ units }) => units.map(({ updatedAt }) => updatedAt))
  const { id, created } = identity(request, files, updated)
  const number = request.part ? `-${partName(request.part)}-of-${request.part.of}` : ""
  const name = `${slug(named)}-${created.slice(0, 10).replaceAll("-", "")}${number}-${id}`
  const { version, copySource, part } = request
  const tool = { name: "besh", version: toolVersion }
  const made = await house.analyse("bundle", {
    bundle: { id, name, created, tool, version, copySource, files, ...(part ? { part } : {}) },
    readme: await readmes(house, name, version, files),
  })
  const sources = files.flatMap(({ units }) => units.map(({ source }) => plain(source)))
  const bundle: Bundle = {
    id,
    project: parts[0]!.policy.project,
    name: `${name}.zip`,
    request,
    units: sources.length,
    words: sources.reduce((sum, source) => sum + words(source), 0),
    digest: digest(made.zip),
    ...maker,
  }
  return { bundle, ...made }
}

/** What the README says, by language. */
async function readmes(house: House, name: string, version: XliffVersion, files: readonly BundleFile[]) {
  const said: Record<string, string> = {}
  for (const [language, own] of grouped(files, ({ to }) => to)) {
    const units = own.flatMap((file) => file.units)
    said[language] = await house.sentence(language, "bundle.readme", {
      name,
      files: own.length,
      units: units.length,
      words: units.reduce((sum, { source }) => sum + words(plain(source)), 0),
      language,
      version,
    })
  }
  return said
}

/** Of the format of our bundles, not of the program: the same input is to give the same bytes tomorrow. */
const toolVersion = "1"

/** Remembers what left, once, all parts or none; the same bundle made again is the one from before. */
async function keep(
  house: House,
  made: readonly (ExportedBundle & { readonly parts: readonly Part[] })[],
  actor: Actor,
): Promise<Map<string, Bundle>> {
  const known = new Map<string, Bundle>()
  await house.storage.transaction(async (inside) => {
    for (const { bundle, zip, parts } of made) {
      const before = await inside.bundles.byId(bundle.id)
      if (before) {
        known.set(before.id, before)
        continue
      }
      const units = parts.flatMap((part) =>
        part.units.map(({ id: unit, source, target, state, flag, revision }): BundleUnit => ({
          bundle: bundle.id,
          unit,
          file: part.id,
          source,
          target,
          state,
          flag,
          revision,
        })),
      )
      await inside.bundles.insert(bundle, zip, units)
      await record(house, inside, actor, "bundle/export", bundle.id, { ...bundle.request, units: bundle.units })
    }
  })
  return known
}

/** @throws Problem "bundle/unknown" */
export async function downloadBundle(
  house: House,
  input: { readonly bundle: string },
  actor: Actor,
): Promise<{ readonly bundle: Bundle; readonly zip: Uint8Array }> {
  const bundle = await bundleOf(house, input.bundle, actor)
  return { bundle, zip: await house.storage.bundles.bytes(bundle.id) }
}

async function bundleOf(house: House, id: string, actor: Actor): Promise<Bundle> {
  const bundle = await house.storage.bundles.byId(id)
  if (!bundle) throw new Problem("bundle/unknown", { bundle: id })
  for (const language of bundle.request.languages) demand(actor, "bundle/export", { project: bundle.project, language })
  return bundle
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
