// What came back, file by file, whatever it came in: single XLIFF files as they are, zips opened under limits. Nothing
// is held but the zip itself; a file's bytes come a piece at a time and may be asked for twice.
import { Problem } from "../../src/errors.ts"
import type { FileProblem } from "../storage/types.ts"
import { isZip, openZip } from "./zip.ts"

export interface Received {
  readonly name: string
  readonly size: number
  readonly open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

export type ReturnedFile =
  | { readonly path: string; readonly problem: FileProblem }
  | (Omit<Received, "name"> & { readonly path: string; readonly problem: null })

const MiB = 1024 * 1024
/** Most bytes of a zip, and of an XLIFF file that comes alone. */
export const returnLimits = { zip: 20 * MiB, file: 64 * MiB }

/** The translations among what was received, and why the rest is refused. */
export async function returnedFiles(received: readonly Received[]): Promise<ReturnedFile[]> {
  const files: ReturnedFile[] = []
  for (const each of received) {
    try {
      files.push(...(await translationsIn(each, received.length > 1)))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      files.push({ path: each.name, problem: problemOf(error) })
    }
  }
  return files
}

async function translationsIn({ name, size, open }: Received, isOneOfMany: boolean): Promise<ReturnedFile[]> {
  const isPacked = isZip(await start(open()))
  const limit = isPacked ? returnLimits.zip : returnLimits.file
  if (size > limit) throw new Problem("input/too-large", { name, size, limit })
  if (!isPacked) return [{ path: name, problem: null, size, open }]
  const parts: Uint8Array[] = []
  for await (const part of open()) parts.push(part)
  const entries = (await openZip(Buffer.concat(parts), name)).filter(({ path, head }) => isTranslation(path, head))
  if (entries.length === 0) throw new Problem("input/format", { name, known: ".xlf, .xliff" })
  return entries.map((entry) => ({
    path: isOneOfMany ? `${name}/${entry.path}` : entry.path,
    problem: null,
    size: entry.size,
    open: entry.open,
  }))
}

async function start(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Uint8Array> {
  for await (const chunk of chunks) return chunk.subarray(0, 4)
  return new Uint8Array()
}

/** By name, else by its first words: the manifest, the README and reference material stay aside. */
function isTranslation(path: string, head: Uint8Array): boolean {
  if (/\.(xlf|xliff|mxliff|sdlxliff|mqxliff)$/i.test(path)) return true
  return /<(\w+:)?xliff[\s>]/.test(new TextDecoder("latin1").decode(head).replaceAll("\0", ""))
}

export function problemOf({ code, data, place }: Problem): FileProblem {
  return { code, data, line: place.line ?? null, column: place.column ?? null }
}
