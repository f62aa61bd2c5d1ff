// What a command is, and what it is handed. A new command is a file beside this and a line in index.ts.
import { parseArgs, type ParseArgsConfig } from "node:util"
import { Problem } from "../../src/errors.ts"
import type { Words } from "../i18n.ts"

export interface Terminal {
  /** Writes a line of result. */
  out(text: string): void
  /** Writes a line for people only: progress, warnings. */
  note(text: string): void
  /** Rewrites one line for people who are watching; "" clears it. */
  progress?(text: string): void
  /** May results carry colour and underline? */
  readonly isColoured: boolean
  /** Is somebody watching? Progress is shown only then. */
  readonly isWatched: boolean
  readStandardInput(): Promise<Uint8Array>
  /** Interface words; loaded when first asked for. */
  words(): Promise<Words>
}

export interface Command {
  readonly name: string
  /** One line for `besh --help`. */
  readonly summary: string
  /** Everything `besh NAME --help` says. */
  readonly help: string
  readonly options: NonNullable<ParseArgsConfig["options"]>
  /** @returns exit code: 0 fine, 1 findings, 2 refused input */
  run(input: Input, terminal: Terminal): Promise<number>
}

/** Parsed words of a command line. */
export interface Input {
  readonly files: readonly string[]
  text(name: string): string | undefined
  /** Every value of an option that may be repeated or comma-separated. */
  list(name: string): readonly string[]
  isSet(name: string): boolean
  /** @throws Problem "input/usage" when the value is none of the choices */
  choice<T extends string>(name: string, choices: readonly T[]): T
  /** @throws Problem "input/usage" when the option is missing */
  required(name: string): string
  /** Like `list`. @throws Problem "input/usage" when it is empty */
  requiredList(name: string): readonly string[]
}

/** Options of every command that touches the workbench. */
export const houseOptions = {
  data: { type: "string" },
  database: { type: "string" },
} as const satisfies NonNullable<ParseArgsConfig["options"]>

export const houseHelp = `  --data DIR        folder of the embedded database (default ~/.besh, or BESH_DATA)
  --database URL    sqlite:FILE or postgres://… (or BESH_DATABASE, DATABASE_URL)`

/** @throws Problem "input/usage" for an option the command does not know */
export function parse(command: Command, words: readonly string[]): Input & { readonly isHelp: boolean } {
  const usage = (detail: string) => new Problem("input/usage", { usage: `besh ${command.name}`, detail })
  let parsed
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { ...command.options, help: { type: "boolean", short: "h" } },
    })
  } catch (error) {
    throw usage(error instanceof Error ? error.message.split(". ")[0]! : String(error))
  }
  const values = parsed.values as Record<string, string | boolean | (string | boolean)[] | undefined>
  const list = (name: string) =>
    [values[name] ?? []].flat().flatMap((value) =>
      String(value)
        .split(",")
        .filter((each) => each !== ""),
    )
  return {
    isHelp: values["help"] === true,
    files: parsed.positionals,
    text: (name) => (values[name] === undefined ? undefined : String([values[name]].flat().at(-1))),
    list,
    isSet: (name) => values[name] === true,
    choice(name, choices) {
      const value = values[name] === undefined ? choices[0] : choices.find((each) => each === values[name])
      if (value === undefined) throw usage(`--${name} takes ${choices.join(", ")}`)
      return value
    },
    requiredList(name) {
      const found = list(name)
      if (found.length === 0) throw usage(`--${name} is missing`)
      return found
    },
    required(name) {
      const value = values[name]
      if (typeof value !== "string" || value === "") throw usage(`--${name} is missing`)
      return value
    },
  }
}
