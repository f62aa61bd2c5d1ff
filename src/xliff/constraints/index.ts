// The rules of the standard that a schema cannot see, and those it can: one register for 2.x, one for 1.2. Rules are
// told of every element as it opens and closes; units come whole and are then forgotten.
import type { Violation } from "../document.ts"
import type { XliffVersion } from "../names.ts"
import { rules12 } from "./rules12.ts"
import { rules2 } from "./rules2.ts"
import type { Constraints, Report } from "./rule.ts"

/** @param report hears of every breach that concerns the file; those of one target are returned by `unit` */
export function constraints(version: XliffVersion, report: Report): Constraints {
  return version === "1.2" ? rules12(report) : rules2(version, report)
}

export type { Violation }
