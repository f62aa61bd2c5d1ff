// The command line in this process: what it says, and how it ends.
import { run } from "../../../server/cli.ts"
import { loadCatalogues, wordsOf } from "../../../server/i18n.ts"

export const words = wordsOf(await loadCatalogues(), "en", false)

export interface Setting {
  readonly standardInput?: string
  readonly isColoured?: boolean
}

export interface Ended {
  readonly code: number
  readonly out: string
  readonly note: string
}

/** @param line words of the command line; anything else sets how it is run */
export async function besh(...line: (string | Setting)[]): Promise<Ended> {
  const setting = line.find((each): each is Setting => typeof each !== "string") ?? {}
  const out: string[] = []
  const note: string[] = []
  const code = await run(
    line.filter((each) => typeof each === "string"),
    {
      out: (text) => void out.push(text),
      note: (text) => void note.push(text),
      isColoured: setting.isColoured ?? false,
      isWatched: false,
      readStandardInput: async () => new TextEncoder().encode(setting.standardInput ?? ""),
      words: async () => words,
    },
  )
  return { code, out: out.join("\n"), note: note.join("\n") }
}
