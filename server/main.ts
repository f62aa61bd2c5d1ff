// Starts the workbench: database, samples on the first start, a port, a link for the first administrator; and stops it
// without breaking off what is being answered.
import { mkdirSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { parseArgs } from "node:util"
import pino from "pino"
import { Problem } from "../src/errors.ts"
import { createApp } from "./app.ts"
import { readConfig, type Config, type Flags } from "./config.ts"
import { loadCatalogues, wordsOf } from "./i18n.ts"
import { local, type House } from "./journeys/house.ts"
import { firstLink } from "./journeys/sign-in.ts"
import { openHouse } from "./open-house.ts"
import { loadSamples } from "./samples.ts"
import { url } from "./url.ts"

const graceSeconds = 10

/**
 * @param words flags: --port, --host, --data, --database
 * @returns exit code: 0 when it runs, 2 when it cannot
 */
export async function main(words: readonly string[]): Promise<number> {
  try {
    await start(flagsOf(words))
    return 0
  } catch (error) {
    process.exitCode = 2
    process.stderr.write(`besh: ${await sentence(error)}\n`)
    return 2
  }
}

export async function start(flags: Flags): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const config = readConfig(flags)
  const log = logOf(config)
  if (config.database.startsWith("sqlite:")) mkdirSync(config.data, { recursive: true, mode: 0o700 })
  const house = await openHouse(flags, { log, isServer: true })
  try {
    const { isSecure, proxies, metrics } = config
    const app = createApp(house, {
      catalogues: await loadCatalogues(),
      isSecure,
      proxies,
      metrics,
      cacheViews: process.env["NODE_ENV"] !== "development",
    })
    const server = createServer(app)
    const address = await listen(server, config)
    const stop = () => stopAll(server, house)
    stopOnSignal(stop, log)
    process.stdout.write(`besh is running at ${address}\n`)
    if (config.samples) await samplesOnce(house)
    await greet(house, address)
    log.info({ address, engine: house.storage.engine }, "started")
    return { address, stop }
  } catch (error) {
    await house.close()
    throw error
  }
}

function flagsOf(words: readonly string[]): Flags {
  const options = {
    port: { type: "string" },
    host: { type: "string" },
    data: { type: "string" },
    database: { type: "string" },
  } as const
  try {
    return parseArgs({ args: [...words], options }).values
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new Problem("input/usage", {
      usage: "npm start -- [--port N] [--host ADDRESS] [--data DIR] [--database URL]",
      detail,
    })
  }
}

/** For people at a terminal only what is wrong; for machines every request, one JSON object a line, on standard error. */
function logOf({ logLevel }: Config): pino.Logger {
  const level = process.stderr.isTTY && !process.env["BESH_LOG"] ? "warn" : logLevel
  return pino({ level, redact: ["password", "secret", "data.email"] }, pino.destination(2))
}

function listen(server: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, () => {
      const { address, port: bound, family } = server.address() as AddressInfo
      const isEverywhere = address === "0.0.0.0" || address === "::"
      const name = isEverywhere ? "localhost" : family === "IPv6" ? `[${address}]` : address
      resolve(`http://${name}:${bound}`)
    })
  })
}

/** Of several processes that start at once, one loads them; removed samples do not come back. */
async function samplesOnce(house: House): Promise<void> {
  const mine = house.randomId()
  const loader = await house.storage.settings.settle("samples/loader", mine, house.now().toISOString())
  if (loader !== mine) return
  process.stdout.write("Loading the sample policies…\n")
  try {
    await loadSamples(house, local)
  } catch (error) {
    house.log.error({ err: error }, "the sample policies could not be loaded")
  }
}

async function greet(house: House, address: string): Promise<void> {
  const secret = await firstLink(house)
  if (secret === null) return
  process.stdout.write(
    `\nThere is no administrator yet. This link makes you one; it works once:\n\n  ${address}${url.link(secret)}\n\n`,
  )
}

function stopOnSignal(stop: () => Promise<void>, log: pino.Logger): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, "could not stop cleanly")
          process.exit(1)
        },
      )
    })
}

/** No new requests; those under way are answered; then the workers and the database close. */
async function stopAll(server: Server, house: { close(): Promise<void> }): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), graceSeconds * 1000)
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  clearTimeout(timer)
  await house.close()
}

async function sentence(error: unknown): Promise<string> {
  if (error instanceof Problem) {
    const words = wordsOf(await loadCatalogues(), "en", false)
    const detail = error.data["detail"] === undefined ? "" : ` (${error.data["detail"]})`
    return words.t(`errors.${error.code}`, error.data) + detail
  }
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number }
  if (code === "EADDRINUSE") return `Port ${port ?? ""} is taken. Stop what uses it, or choose another with --port.`
  if (code === "EACCES") return `This port or folder may not be used: ${message}`
  return error instanceof Error ? (error.stack ?? message) : String(error)
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2))
