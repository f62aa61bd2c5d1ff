// The command line: finds the command, hands it a terminal, turns problems into a sentence and an exit code.
import { parse, type Terminal } from "./commands/command.ts"
import { commands, overview } from "./commands/index.ts"

/** Runs one command and sets the exit code of the process. */
export async function main(words: readonly string[]): Promise<void> {
  process.exitCode = await run(words, terminal())
}

/** @returns the exit code */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const [name = "--help", ...rest] = words
  if (name === "--help" || name === "-h" || name === "help") {
    terminal.out(overview)
    return 0
  }
  if (name === "--version") {
    terminal.out(await version())
    return 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    terminal.note(`besh: there is no command "${name}"; besh --help lists them.`)
    return 2
  }
  try {
    const command = await load()
    const input = parse(command, rest)
    if (input.isHelp) {
      terminal.out(command.help)
      return 0
    }
    return await command.run(input, terminal)
  } catch (error) {
    const { isProblem, sentence } = await import("./commands/sentences.ts")
    if (!isProblem(error)) throw error
    terminal.note(`besh: ${sentence(await terminal.words(), error)}`)
    return 2
  }
}

async function version(): Promise<string> {
  const { readFileSync } = await import("node:fs")
  const { resolve } = await import("node:path")
  const folder = resolve(import.meta.dirname, import.meta.dirname.includes("/dist/") ? "../.." : "..")
  return (JSON.parse(readFileSync(resolve(folder, "package.json"), "utf8")) as { version: string }).version
}

function terminal(): Terminal {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0) // `besh check … | head`
    throw error
  })
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
    ...(process.stderr.isTTY === true
      ? { progress: (text: string) => void process.stderr.write(`\r\u001b[K${text}`) }
      : {}),
    isColoured: process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined,
    isWatched: process.stderr.isTTY === true,
    async readStandardInput() {
      const chunks: Buffer[] = []
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks)
    },
    async words() {
      const { loadCatalogues, wordsOf, interfaceLanguages } = await import("./i18n.ts")
      const wanted = (process.env["BESH_LANGUAGE"] ?? "en").slice(0, 2)
      const language = interfaceLanguages.find((each) => each === wanted) ?? "en"
      return wordsOf(await loadCatalogues(undefined, [...new Set(["en", language])]), language, false)
    },
  }
}
