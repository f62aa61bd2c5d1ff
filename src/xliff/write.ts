// Writing XLIFF: units of one pair of languages in, text out, piece by piece so that a large file need not be held.
import type { Unit } from "../model/bitext.ts"
import type { XliffVersion } from "./names.ts"
import { write12 } from "./write12.ts"
import { write2 } from "./write2.ts"

export interface ExportUnit extends Unit {
  /** Digest of the source as it leaves, if the caller keeps one. */
  readonly digest?: string
}

export interface ExportFile {
  /** NMTOKEN, unique in the XLIFF file. */
  readonly id: string
  /** Stable path or name of the document. */
  readonly original: string
  /** BCP 47. */
  readonly from: string
  readonly to: string
  /** 1.2 only: "html", "plaintext", "x-markdown". */
  readonly datatype?: string
  readonly units: Iterable<ExportUnit>
}

export interface WriteOptions {
  readonly version: XliffVersion
  readonly exportId?: string
  /** ISO 8601, UTC. */
  readonly created?: string
  readonly tool?: { readonly name: string; readonly version: string }
  /** Copies the source into empty targets, for tools that show only filled ones (OmegaT). */
  readonly copySource?: boolean
}

/** Length of a piece: large enough that handing it on costs nothing, small beside a file. */
const piece = 32_768

/** The pieces of an XLIFF file, in order; 2.x takes the languages of the first file for all. */
export function* xliffPieces(files: readonly ExportFile[], options: WriteOptions): Generator<string> {
  let waiting: string[] = []
  let length = 0
  for (const part of options.version === "1.2" ? write12(files, options) : write2(files, options)) {
    waiting.push(part)
    length += part.length
    if (length < piece) continue
    yield waiting.join("")
    waiting = []
    length = 0
  }
  yield waiting.join("")
}

export function writeXliff(files: readonly ExportFile[], options: WriteOptions): string {
  return [...xliffPieces(files, options)].join("")
}
