// What differs between the two engines, and nothing else: each has one file (sqlite.ts, postgresql.ts).
import type { Dialect, Kysely } from "kysely"

export interface Engine {
  readonly name: "sqlite" | "postgresql"
  /** Column type for bytes. */
  readonly bytes: "blob" | "bytea"
  /** Most values one statement may carry. */
  readonly parameters: number
  readonly dialect: Dialect
  /** Makes the database itself refuse to change or remove rows of this table. */
  seal(db: Kysely<unknown>, table: string): Promise<void>
}
