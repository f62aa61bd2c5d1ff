// How the house is set up: flags first, then environment, then what suits one person on one machine.
import { homedir } from "node:os"
import { join, resolve } from "node:path"
import { Problem } from "../src/errors.ts"

export interface Config {
  readonly host: string
  readonly port: number
  /** Folder of the embedded database. */
  readonly data: string
  /** "sqlite:…" or "postgres://…". */
  readonly database: string
  /** Served over https by a proxy in front. */
  readonly isSecure: boolean
  /** Proxies whose X-Forwarded-For is believed. */
  readonly proxies: number
  /** "fatal", "error", "warn", "info", "debug" or "silent". */
  readonly logLevel: string
  /** Worker threads; 0: as many as suits the machine. */
  readonly workers: number
  /** Hard limit for reading or aligning, in seconds. */
  readonly analysisSeconds: number
  /** The first start loads the sample policies. */
  readonly samples: boolean
  /** /metrics for Prometheus. */
  readonly metrics: boolean
}

export type Flags = { readonly [K in "port" | "host" | "data" | "database"]?: string | undefined }
type Environment = Readonly<Record<string, string | undefined>>

/** @throws Problem "input/invalid" { field } for a value that cannot be meant */
export function readConfig(flags: Flags = {}, environment: Environment = process.env): Config {
  const value = (flag: keyof Flags, ...names: string[]) =>
    [flags[flag], ...names.map((name) => environment[name])].find((each) => each !== undefined && each !== "")
  const data = resolve(value("data", "BESH_DATA") ?? join(homedir(), ".besh"))
  return {
    host: value("host", "BESH_HOST") ?? "127.0.0.1",
    port: whole("port", value("port", "BESH_PORT", "PORT") ?? "3000", 0, 65_535),
    data,
    database: value("database", "BESH_DATABASE", "DATABASE_URL") ?? `sqlite:${join(data, "besh.db")}`,
    isSecure: truth("BESH_SECURE", environment["BESH_SECURE"] ?? "0"),
    proxies: whole("BESH_PROXIES", environment["BESH_PROXIES"] ?? "0", 0, 10),
    logLevel: oneOf("BESH_LOG", environment["BESH_LOG"] ?? "info", levels),
    workers: whole("BESH_WORKERS", environment["BESH_WORKERS"] ?? "0", 0, 64),
    analysisSeconds: whole("BESH_ANALYSIS_SECONDS", environment["BESH_ANALYSIS_SECONDS"] ?? "60", 1, 3_600),
    samples: truth("BESH_SAMPLES", environment["BESH_SAMPLES"] ?? "1"),
    metrics: truth("BESH_METRICS", environment["BESH_METRICS"] ?? "0"),
  }
}

const levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"]

function whole(field: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < least || number > most) throw new Problem("input/invalid", { field })
  return number
}

function truth(field: string, text: string): boolean {
  return ["1", "true", "yes"].includes(oneOf(field, text.toLowerCase(), ["0", "1", "false", "true", "no", "yes"]))
}

function oneOf(field: string, text: string, allowed: readonly string[]): string {
  if (!allowed.includes(text)) throw new Problem("input/invalid", { field })
  return text
}
