// besh.config.json, read. Every mistake in it is a Problem with its place; a gate that silently passes over a misspelt
// setting stands open.
import { readFile } from "node:fs/promises"
import { dirname } from "node:path"
import { z } from "zod"
import { checks } from "../../../src/checks/index.ts"
import { Problem, placeAt, type Place, type ProblemCode } from "../../../src/errors.ts"
import { scanJson } from "../../../src/formats/json.ts"
import { isTag, rules, settingsName, settingsOf, type Settings, type Written } from "./settings.ts"

const pattern = z.string().min(1)
const toggles = z.record(z.string(), z.union([z.boolean(), z.enum(["on", "off"])]))
const severities = z.record(z.string(), z.enum(["error", "warning", "info"]))
const own = { brands: z.array(z.string().min(1)), checks: toggles, severities }
const override = z.strictObject({ paths: z.array(pattern), languages: z.array(z.string().min(1)), ...own }).partial()
const schema = z
  .strictObject({
    $schema: z.string(),
    files: z.array(pattern),
    ignore: z.array(pattern),
    languages: z.union([z.array(pattern), z.record(z.string(), z.string())]),
    ...own,
    overrides: z.array(override),
    failOn: z.enum(["error", "warning", "never"]),
    baseline: z.string().min(1),
    fixConfidence: z.number().min(0).max(1),
  })
  .partial()

/** What each setting takes, as a mistake in it is answered. */
const expected: Readonly<Record<string, string>> = {
  files: '["pattern", …]',
  ignore: '["pattern", …]',
  languages: '["pattern with {lang}", …] | { "pattern": "tag" | "{lang}" }',
  brands: '["name", …]',
  checks: '{ "check": true | false | "on" | "off" }',
  severities: '{ "check": "error" | "warning" | "info" }',
  overrides: '[{ "paths" | "languages": […], "brands" | "checks" | "severities": … }]',
  paths: '["pattern", …]',
  failOn: '"error" | "warning" | "never"',
  baseline: '"file"',
  fixConfidence: "0–1",
  $schema: '"…"',
}
const tags = '["BCP 47 tag", …]'

/** @throws Problem "input/unreadable" */
export async function readSettings(file: string): Promise<Settings | { readonly problems: readonly Problem[] }> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Problem("input/unreadable", { name: file, reason: error.code ?? "" })
  })
  const read = parseSettings(text.replace(/^\ufeff/, ""), file)
  return "problems" in read ? read : settingsOf(read, dirname(file), file)
}

/** @internal The settings in a text, or everything that is wrong with them. */
export function parseSettings(text: string, file: string): Written | { readonly problems: readonly Problem[] } {
  const places = new Map<string, { key: number; value: number }>()
  const fault = scanJson(text, ({ path, key, start }) => {
    places.set(path, { key: key?.start ?? start, value: start })
  })
  if (fault) return { problems: [new Problem("config/json", {}, placeAt(text, fault.offset, file))] }
  const problems: Problem[] = []
  const wrong = (code: ProblemCode, path: readonly PropertyKey[], at: "key" | "value", takes: string) => {
    const key = path.join(".")
    const place: Place = placeAt(text, places.get(key)?.[at] ?? 0, file)
    problems.push(new Problem(code, { key: key === "" ? settingsName : key, expected: takes }, place))
  }
  const parsed = schema.safeParse(JSON.parse(text))
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const isOverride = issue.path[0] === "overrides" && issue.path.length > 1
      if (issue.code === "unrecognized_keys") {
        const known = isOverride ? override.keyof().options : schema.keyof().options
        for (const key of issue.keys) wrong("config/key", [...issue.path, key], "key", known.join(", "))
        continue
      }
      const setting = issue.path.findLast((each) => typeof each === "string" && Object.hasOwn(expected, each))
      const takes = isOverride && setting === "languages" ? tags : (expected[String(setting)] ?? "{ … }")
      wrong("config/value", issue.path, "value", takes)
    }
    return { problems: inOrder(problems) }
  }
  const written = parsed.data
  const known = checks.flatMap(({ id, kinds }) => [id, ...kinds])
  const scopes = [
    { path: [] as PropertyKey[], scope: written },
    ...(written.overrides ?? []).map((scope, at) => ({ path: ["overrides", at] as PropertyKey[], scope })),
  ]
  for (const { path, scope } of scopes)
    for (const setting of ["checks", "severities"] as const)
      for (const key of Object.keys(scope[setting] ?? {}))
        if (!known.includes(key)) wrong("config/key", [...path, setting, key], "key", [...new Set(known)].join(", "))
  written.overrides?.forEach((each, at) => {
    if (!each.paths && !each.languages) wrong("config/value", ["overrides", at], "value", expected["overrides"]!)
    each.languages?.forEach((tag, index) => {
      if (!isTag(tag)) wrong("config/value", ["overrides", at, "languages", index], "value", tags)
    })
  })
  for (const [key, tag] of rules(written.languages)) {
    const path = Array.isArray(written.languages) ? ["languages", written.languages.indexOf(key)] : ["languages", key]
    const isRight = tag === "{lang}" ? key.includes("{lang}") : isTag(tag)
    if (!isRight) wrong("config/value", path, "value", expected["languages"]!)
  }
  return problems.length > 0 ? { problems: inOrder(problems) } : written
}

function inOrder(problems: readonly Problem[]): Problem[] {
  const by = ({ place: { line = 0, column = 0 } }: Problem) => [line, column] as const
  return problems.toSorted((a, b) => by(a)[0] - by(b)[0] || by(a)[1] - by(b)[1])
}
