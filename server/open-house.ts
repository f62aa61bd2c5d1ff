// Opens the workbench: the database, the workers (or none, for one command), clock and randomness. Closing closes all.
import { randomBytes } from "node:crypto"
import { readable } from "./finding-words.ts"
import { loadCatalogues, wordsOf } from "./i18n.ts"
import { readConfig, type Flags } from "./config.ts"
import type { House, Log } from "./journeys/house.ts"
import { openStorage } from "./storage/storage.ts"

export interface OpenHouse extends House {
  close(): Promise<void>
}

export interface HouseOptions {
  readonly log: Log
  /** true: analysis in worker threads with a hard limit; false: here and now. */
  readonly isServer: boolean
}

export async function openHouse(flags: Flags, { log, isServer }: HouseOptions): Promise<OpenHouse> {
  const config = readConfig(flags)
  const storage = await openStorage(config.database)
  const pool = isServer ? await openWorkers(config.workers, config.analysisSeconds) : null
  // A database in memory cannot be opened twice.
  const beside =
    isServer && !config.database.endsWith(":memory:") ? await openImporters(config.database, storage, log) : null
  let catalogues: ReturnType<typeof loadCatalogues> | undefined
  return {
    storage,
    now: () => new Date(),
    randomId,
    analyse: pool?.analyse ?? (await import("./workers/run.ts")).run,
    log,
    ...(beside ? { beside } : {}),
    async sentence(language, key, data) {
      catalogues ??= loadCatalogues()
      const words = wordsOf(await catalogues, language, false)
      return words.t(key, readable(words, data))
    },
    async close() {
      await beside?.close()
      await pool?.close()
      await storage.close()
    },
  }
}

async function openImporters(database: string, storage: OpenHouse["storage"], log: Log) {
  const { openBeside } = await import("./journeys/imports/beside.ts")
  return openBeside({ database, storage, log })
}

async function openWorkers(workers: number, seconds: number) {
  const { openPool } = await import("./workers/pool.ts")
  return openPool({ timeout: seconds * 1_000, ...(workers > 0 ? { workers } : {}) })
}

/** 20 characters of a–z and 0–9 that start with a letter: 100 bits, an NMTOKEN, safe in every address. */
export function randomId(): string {
  const alphabet = "abcdefghijklmnopqrstuvwxyz234567"
  const letters = [...randomBytes(20)].map((byte) => alphabet[byte & 31]!)
  return `${alphabet[letters[0]!.charCodeAt(0) % 26]}${letters.slice(1).join("")}`
}
