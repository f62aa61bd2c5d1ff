// Files named on a command line.
import type { Dirent } from "node:fs"
import { readFile, readdir, stat } from "node:fs/promises"
import { basename, join, relative, resolve } from "node:path"
import { Problem } from "../../src/errors.ts"
import type { Terminal } from "./command.ts"
import { baseOf, expression, isPattern } from "./gate/glob.ts"

export interface NamedFile {
  /** As it was named, for messages; "-" for standard input. */
  readonly path: string
  /** File name alone; "" for standard input. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** More than any policy; what is larger is not read into memory. */
const maxBytes = 256 * 1024 * 1024

/** @throws Problem "input/unreadable" when a file is not there or cannot be read, "input/too-large" */
export async function readNamed(path: string, terminal: Terminal): Promise<NamedFile> {
  if (path === "-") return { path, name: "", bytes: await terminal.readStandardInput() }
  try {
    const { size } = await stat(path)
    if (size > maxBytes) throw new Problem("input/too-large", { name: path, size, limit: maxBytes })
    return { path, name: basename(path), bytes: await readFile(path) }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem("input/unreadable", { name: path, reason: (error as NodeJS.ErrnoException).code ?? "" })
  }
}

export interface Found {
  readonly path: string
  /** Named itself, matched by a pattern, or met in a folder. */
  readonly by: "name" | "pattern" | "folder"
}

/**
 * Files as they are; patterns as the files they match, folders as the files under them, both with one of the extensions
 * and in order of name. Dot folders, node_modules and what `isIgnored` are passed over. No file comes twice.
 *
 * @throws Problem "input/no-match" for a pattern or folder that names no file
 */
export async function expand(
  paths: readonly string[],
  extensions: readonly string[],
  isIgnored: (path: string) => boolean = () => false,
): Promise<Found[]> {
  const found = new Map<string, Found>()
  const isKnown = (path: string) => extensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`))
  for (const path of paths) {
    const kind = path === "-" ? "file" : await kindOf(path)
    if (kind === "file" || (kind === "absent" && !isPattern(path))) {
      found.set(path === "-" ? "-" : resolve(path), { path, by: "name" })
      continue
    }
    const pattern = path.replaceAll("\\", "/").replace(/^\.\//, "")
    const fits = kind === "absent" ? expression(pattern) : undefined
    let matched = 0
    for await (const each of filesUnder(fits ? baseOf(pattern) : path)) {
      if (!isKnown(each) || (fits && !fits.test(each.replaceAll("\\", "/")))) continue
      matched++
      if (!isIgnored(each) && !found.has(resolve(each)))
        found.set(resolve(each), { path: shortest(each), by: fits ? "pattern" : "folder" })
    }
    if (matched === 0)
      throw new Problem("input/no-match", { name: path, known: extensions.map((each) => `.${each}`).join(", ") })
  }
  return [...found.values()]
}

/** "../tk/a.md" named in tk is "a.md". */
function shortest(path: string): string {
  return path.startsWith("..") ? relative("", resolve(path)) : path
}

/** @yields paths as they would be named: under "docs", "docs/a.md" */
async function* filesUnder(folder: string): AsyncGenerator<string> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder === "" ? "." : folder, { withFileTypes: true })
  } catch {
    return // not there, or not ours to read: it has no files
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === "" ? entry.name : join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!entry.name.startsWith(".") && entry.name !== "node_modules") yield* filesUnder(path)
    } else if (entry.isFile() ? !entry.name.startsWith(".") : (await kindOf(path)) === "file") yield path
    // A link to a folder is not followed: it may lead back here.
  }
}

async function kindOf(path: string): Promise<"file" | "folder" | "absent"> {
  return stat(path).then(
    (each) => (each.isDirectory() ? "folder" : "file"),
    () => "absent",
  )
}
