// A quick share of `npm run eval alignment`, so that a fall is seen with the other tests: all pairs of languages of the
// texts that are not tuned on, undamaged and with the damages that come together, beside floors of their own.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { one, pairsOf } from "../../eval/alignment.ts"
import { parallelSets } from "../../eval/alignment-sets.ts"
import { Tally } from "../../eval/tally.ts"

const floors = JSON.parse(readFileSync(join(import.meta.dirname, "../../eval/floors.json"), "utf8")) as Record<
  string,
  number
>
const sets = parallelSets().filter(({ split, hasBeads }) => split === "test" && hasBeads)

describe("accuracy of alignment", () => {
  it.each(["none", "dropped+merged+english+moved", "shuffled"] as const)(
    "%s: sections and sentences as good as recorded",
    (damage) => {
      const [sections, beads] = [new Tally(), new Tally()]
      for (const set of sets)
        for (const [from, to] of pairsOf(set)) {
          const { links, gold, beads: found, goldBeads } = one(set, from, to, damage, 5)
          sections.add(links, gold)
          beads.add(found, goldBeads)
        }
      expect(sections.f1).toBeGreaterThanOrEqual(floors[`alignment/quick/sections/${damage}`]!)
      expect(beads.f1).toBeGreaterThanOrEqual(floors[`alignment/quick/sentences/${damage}`]!)
    },
    120_000,
  )
})
