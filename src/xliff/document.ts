// What an XLIFF file says, whatever its version. Types only.
import type { ProblemCode } from "../errors.ts"
import type { Flag, GlossaryTerm, Note, State, TranslationMatch } from "../model/bitext.ts"
import type { Content } from "../model/document.ts"
import type { XliffVersion } from "./names.ts"

/** A doubt that does not stop an import. Its sentence is `import.<code>`. */
export interface Warning {
  readonly code: string
  readonly unit: string | null
  readonly data: Readonly<Record<string, string | number>>
}

/** A rule of the standard that is broken. Its sentence is `errors.<code>`. */
export interface Violation {
  readonly code: Extract<ProblemCode, `xliff/${string}`>
  readonly data: Readonly<Record<string, string | number>>
  readonly line: number
  readonly column: number
  /** "unit": what a translator can do to one target; the unit is refused, the file stands. */
  readonly scope: "file" | "unit"
}

export interface XliffFile {
  /** 2.x file@id; 1.2 file@original. */
  readonly id: string
  readonly original: string
  readonly from: string
  /** "" when the file names no target language. */
  readonly to: string
  /** The bundle it left in, if the file still knows. */
  readonly exportId: string | null
  readonly line: number
}

export interface XliffUnit {
  readonly file: XliffFile
  readonly id: string
  readonly source: Content
  /** null: no target; []: an empty one. Segments and what stands between them are joined in the target's order. */
  readonly target: Content | null
  readonly state: State
  readonly flag: Flag | null
  /** The file says the target is translated or better. */
  readonly isClaimed: boolean
  /** Some segments have a target, others not; those are filled with their source. */
  readonly isPartial: boolean
  readonly notes: readonly Note[]
  readonly terms?: readonly GlossaryTerm[]
  readonly matches?: readonly TranslationMatch[]
  /** In characters; other units of size are not read. */
  readonly maxLength?: number
  readonly translatable: boolean
  readonly isSpacePreserved: boolean
  readonly segments: number
  /** Id of a copied code → id of the code it copies. */
  readonly copies: ReadonlyMap<string, string>
  /** What we wrote beside it at export, if it is still there. */
  readonly exported: { readonly revision: number | null; readonly digest: string | null }
  readonly warnings: readonly Warning[]
  /** Why this unit cannot be taken although the file can. */
  readonly violations: readonly Violation[]
  readonly line: number
  readonly column: number
}

export interface XliffSummary {
  readonly name: string
  readonly version: XliffVersion
  readonly files: readonly XliffFile[]
  readonly units: number
  readonly warnings: readonly Warning[]
}

export interface XliffDocument extends Omit<XliffSummary, "units"> {
  readonly units: readonly XliffUnit[]
}
