// The register of migrations, in order. New ones are added at the end; none is edited after it has run anywhere.
import type { Kysely } from "kysely"
import type { Engine } from "../engine.ts"
import * as house from "./0001-house.ts"
import * as importJobs from "./0002-import-jobs.ts"
import * as alignmentChanges from "./0003-alignment-changes.ts"
import * as changeLines from "./0004-change-lines.ts"
import * as importWriting from "./0005-import-writing.ts"
import * as concepts from "./0006-concepts.ts"

export const migrations: Readonly<Record<string, (db: Kysely<unknown>, engine: Engine) => Promise<void>>> = {
  "0001-house": house.up,
  "0002-import-jobs": importJobs.up,
  "0003-alignment-changes": alignmentChanges.up,
  "0004-change-lines": changeLines.up,
  "0005-import-writing": importWriting.up,
  "0006-concepts": concepts.up,
}
