// `npm run eval [name…]`: accuracy on text whose answer is known, beside other tools; fails below the recorded floors.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { printBars } from "./bars.ts"

/** One figure: "language/tk/word/test/f1" → 0.97. Higher is better. */
export type Figures = Record<string, number>

/** The register: name → what runs it. */
const evaluations: Readonly<Record<string, () => Promise<Figures>>> = {
  language: async () => (await import("./language.ts")).evaluate(),
  alignment: async () => (await import("./alignment.ts")).evaluate(),
}

const wanted = process.argv.slice(2).filter((each) => !each.startsWith("-"))
const unknown = wanted.filter((each) => !(each in evaluations))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. There are: ${Object.keys(evaluations).join(", ")}`)
  process.exit(2)
}
const floors = JSON.parse(readFileSync(join(import.meta.dirname, "floors.json"), "utf8")) as Figures
const figures: Figures = {}
for (const name of wanted.length > 0 ? wanted : Object.keys(evaluations))
  Object.assign(figures, await evaluations[name]!())
printBars(figures)

const fallen = Object.entries(floors).filter(([name, floor]) => name in figures && figures[name]! < floor)
for (const [name, floor] of fallen) console.error(`below its floor: ${name} is ${figures[name]}, was ${floor}`)
if (process.argv.includes("--figures")) console.log(JSON.stringify(figures, null, 2))
process.exitCode = fallen.length > 0 ? 1 : 0
