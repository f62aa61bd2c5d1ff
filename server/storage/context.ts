// What every repository is made from, and the few habits they share.
import type { Kysely } from "kysely"
import type { Engine } from "./engine.ts"
import type { Schema } from "./schema.ts"

export interface Context {
  readonly db: Kysely<Schema>
  readonly engine: Engine
}

/** Rows in portions that one statement can carry on this engine. */
export function portions<T extends object>(rows: readonly T[], engine: Engine): T[][] {
  const columns = Math.max(1, Object.keys(rows[0] ?? {}).length)
  return chunks(rows, Math.min(500, Math.floor(engine.parameters / columns)))
}

/** Ids in portions for `in (…)`. */
export function chunks<T>(items: readonly T[], size = 1_000): T[][] {
  const parts: T[][] = []
  for (let from = 0; from < items.length; from += size) parts.push(items.slice(from, from + size))
  return parts
}

export const truth = (value: boolean): number => (value ? 1 : 0)

export function json<T>(value: string): T {
  return JSON.parse(value) as T
}

export function jsonOrNull<T>(value: string | null): T | null {
  return value === null ? null : (JSON.parse(value) as T)
}

export function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}
