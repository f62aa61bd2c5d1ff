// The register of engines: whatever is proved about storage or journeys is proved on each of them.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freshDatabase } from "./postgres.ts"

export interface TestedEngine {
  readonly name: string
  /** Why it is not tested here; absent when it is. */
  readonly skip?: string
  /** The address of an empty database. */
  fresh(): Promise<{ url: string; drop(): Promise<void> }>
}

const server = process.env["BESH_TEST_POSTGRES"]

export const engines: readonly TestedEngine[] = [
  {
    name: "SQLite",
    async fresh() {
      const folder = mkdtempSync(join(tmpdir(), "besh-sqlite-"))
      return {
        url: `sqlite:${join(folder, "besh.db")}`,
        async drop() {
          rmSync(folder, { recursive: true, force: true })
        },
      }
    },
  },
  {
    name: "PostgreSQL",
    ...(server ? {} : { skip: "BESH_TEST_POSTGRES is not set" }),
    fresh: () => freshDatabase(server ?? ""),
  },
]
