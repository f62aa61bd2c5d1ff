// Files named on a command line.
import { readFile, readdir, stat } from "node:fs/promises"
import { basename, join } from "node:path"
import { Problem } from "../../src/errors.ts"
import type { Terminal } from "./command.ts"

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

/** Files as they are; folders as the files under them with one of the extensions, in order of name. */
export async function expand(paths: readonly string[], extensions: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    const isFolder =
      path !== "-" &&
      (await stat(path).then(
        (each) => each.isDirectory(),
        () => false,
      ))
    if (!isFolder) {
      found.push(path)
      continue
    }
    const entries = (await readdir(path)).toSorted().filter((name) => !name.startsWith(".") && name !== "node_modules")
    const inside = await expand(
      entries.map((name) => join(path, name)),
      extensions,
    )
    found.push(...inside.filter((each) => extensions.some((extension) => each.toLowerCase().endsWith(`.${extension}`))))
  }
  return found
}
