// The baseline: findings that were there when the gate was built. They are known by fingerprint, so each may stay but
// none may join them: the list of a file grows only when somebody asks for it, and then it says by what.
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { dirname, relative, resolve } from "node:path"
import { Problem, placeAt } from "../../../src/errors.ts"
import { scanJson } from "../../../src/formats/json.ts"
import type { Finding } from "../../../src/model/finding.ts"
import { writeSafely } from "./write.ts"

/** File → fingerprint → what it was, for whoever reads the list. */
type Known = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface Baseline {
  /** Findings of a file, apart; and how many known ones are no longer there. */
  sort(path: string, findings: readonly Finding[]): Sorted
  /** Makes the list what was found. Files that were not checked keep theirs, while they exist. */
  update(checked: readonly { path: string; findings: readonly Finding[] }[]): Promise<Update>
}

export interface Sorted {
  readonly news: readonly Finding[]
  readonly known: readonly Finding[]
  readonly paid: number
}

export interface Update {
  readonly known: number
  readonly removed: number
  readonly added: readonly { readonly path: string; readonly finding: Finding }[]
}

const longestText = 80

/**
 * @param file need not exist when the list is about to be written
 * @throws Problem "input/unreadable", "config/json", "config/value"
 */
export async function readBaseline(file: string, mayBeAbsent: boolean): Promise<Baseline> {
  const isAbsent = mayBeAbsent && !existsSync(file)
  const files = isAbsent ? {} : parse(await textOf(file), file)
  const folder = dirname(resolve(file))
  const nameOf = (path: string) => (path === "-" ? "-" : relative(folder, resolve(path)).replaceAll("\\", "/"))
  const knownOf = (path: string) => files[nameOf(path)] ?? {}
  return {
    sort(path, findings) {
      const known = knownOf(path)
      const isKnown = ({ fingerprint }: Finding) => Object.hasOwn(known, fingerprint)
      const there = new Set(findings.map(({ fingerprint }) => fingerprint))
      return {
        news: findings.filter((each) => !isKnown(each)),
        known: findings.filter(isKnown),
        paid: Object.keys(known).filter((each) => !there.has(each)).length,
      }
    },
    async update(checked) {
      const kept = new Map(Object.entries(files).filter(([name]) => existsSync(resolve(folder, name))))
      const before = Object.values(files).reduce((sum, each) => sum + Object.keys(each).length, 0)
      const added: { path: string; finding: Finding }[] = []
      for (const { path, findings } of checked) {
        const known = knownOf(path)
        for (const finding of findings) if (!Object.hasOwn(known, finding.fingerprint)) added.push({ path, finding })
        kept.delete(nameOf(path))
        if (findings.length > 0)
          kept.set(nameOf(path), sorted(findings.map((each) => [each.fingerprint, labelOf(each)])))
      }
      const list = { version: 1, files: sorted([...kept]) }
      await writeSafely(file, Buffer.from(`${JSON.stringify(list, null, 2)}\n`))
      const known = [...kept.values()].reduce((sum, each) => sum + Object.keys(each).length, 0)
      return { known, removed: before + added.length - known, added }
    },
  }
}

function labelOf({ kind, text }: Finding): string {
  const flat = text.replace(/\s+/g, " ")
  return `${kind}: ${flat.length > longestText ? `${flat.slice(0, longestText).toWellFormed()}…` : flat}`
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

async function textOf(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Problem("input/unreadable", {
      name: file,
      reason: error.code ?? "",
      detail: "--update-baseline writes it",
    })
  })
}

/** Every value is a label behind a fingerprint behind a file, or the list is refused. */
function parse(text: string, file: string): Known {
  let wrong: { key: string; start: number } | undefined
  const fault = scanJson(text, ({ path, kind, start }) => {
    if (
      path === "version" ? text[start] === "1" : kind === "object" || (kind === "string" && path.startsWith("files."))
    )
      return
    wrong ??= { key: path, start }
  })
  if (fault) throw new Problem("config/json", {}, placeAt(text, fault.offset, file))
  if (wrong) {
    const place = placeAt(text, wrong.start, file)
    throw new Problem(
      "config/value",
      { key: wrong.key, expected: '{ "version": 1, "files": { "path": { "fingerprint": "…" } } }' },
      place,
    )
  }
  const { files = {} } = JSON.parse(text) as { files?: Known }
  return files
}
