#!/usr/bin/env node
// The command line. What runs is compiled at install (`npm install` builds dist/), so that `besh --help` answers at once.
import module from "node:module"

module.enableCompileCache?.() // Node ≥ 22.1 keeps what it compiled for the next start
const entry = new URL("../dist/server/cli.js", import.meta.url)
try {
  const { main } = await import(entry.href)
  await main(process.argv.slice(2))
} catch (error) {
  if (error?.code !== "ERR_MODULE_NOT_FOUND" || !String(error.message).includes("dist")) throw error
  process.stderr.write("besh is not built yet: run `npm install` (or `npm run build`) in its folder first.\n")
  process.exitCode = 2
}
