// Whatever the order of edits here and there, exports, returns and imports: nothing anyone typed is out of reach.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { plain } from "../../../src/content.ts"
import { plan, type Change, type KnownUnit, type ReturnedUnit } from "../../../src/merge/index.ts"
import { states, type State } from "../../../src/model/bitext.ts"
import type { Content } from "../../../src/model/document.ts"
import { alone } from "../xliff/fixtures.ts"

const code = alone("1")
const sources: readonly Content[] = [
  ["Keep ", code, " 30 days"],
  ["Keep ", code, " 60 days"],
  ["Keep ", code, "\n30 days"],
]
const targets: readonly (Content | null)[] = [null, [], ["A ", code], ["B ", code, " 30"], ["no code"], sources[0]!]

interface World {
  unit: KnownUnit
  exports: KnownUnit[]
  history: Set<string>
  suggestions: Set<string>
  plans: Set<string>
}

type Step =
  | { readonly do: "edit"; readonly target: number; readonly state: State }
  | { readonly do: "source"; readonly source: number }
  | { readonly do: "lock" }
  | { readonly do: "export" }
  | {
      readonly do: "import"
      readonly from: number
      readonly target: number
      readonly source: number
      readonly state: State
      readonly isKnown: boolean
    }

const anyState = fc.constantFrom(...states)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("edit" as const), target: fc.nat(5), state: anyState }),
  fc.record({ do: fc.constant("source" as const), source: fc.nat(2) }),
  fc.record({ do: fc.constant("lock" as const) }),
  fc.record({ do: fc.constant("export" as const) }),
  fc.record({
    do: fc.constant("import" as const),
    from: fc.nat(3),
    target: fc.nat(5),
    source: fc.nat(3),
    state: anyState,
    isKnown: fc.boolean(),
  }),
)

const key = (target: Content | null) => JSON.stringify(target ?? [])

function returnedBy(step: Step & { do: "import" }, base: KnownUnit): ReturnedUnit {
  const target = targets[step.target]!
  return {
    id: "u1",
    source: step.source === 3 ? base.source : sources[step.source]!,
    target,
    state: target === null ? "initial" : step.state,
    flag: null,
    isClaimed: step.state !== "initial",
    isSpacePreserved: true,
    copies: new Map(),
    segments: 1,
    warnings: [],
    violations: [],
    line: 1,
    column: 1,
  }
}

function apply(world: World, change: Change): World {
  const plans = new Set(world.plans).add(key(change.after))
  if (change.decision === "suggest")
    return { ...world, plans, suggestions: new Set(world.suggestions).add(key(change.after)) }
  if (change.decision !== "take" || change.revision !== world.unit.revision) return { ...world, plans }
  const unit = {
    ...world.unit,
    target: change.after,
    state: change.stateAfter,
    flag: change.flagAfter,
    revision: world.unit.revision + 1,
  }
  return { ...world, unit, plans, history: new Set(world.history).add(key(unit.target)) }
}

const begin: World = {
  unit: { source: sources[0]!, target: null, state: "initial", flag: null, revision: 0 },
  exports: [],
  history: new Set([key(null)]),
  suggestions: new Set(),
  plans: new Set(),
}

describe("every interleaving of edits, exports and imports", () => {
  it("keeps all that was typed, never writes a source, never empties, and is idempotent", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        let world = begin
        for (const each of steps) {
          if (each.do === "edit") {
            const target = targets[each.target] ?? null
            const unit = {
              ...world.unit,
              target,
              state: target ? each.state : ("initial" as const),
              revision: world.unit.revision + 1,
            }
            world = { ...world, unit, history: new Set(world.history).add(key(target)) }
          } else if (each.do === "source")
            world = {
              ...world,
              unit: { ...world.unit, source: sources[each.source]!, revision: world.unit.revision + 1 },
            }
          else if (each.do === "lock")
            world = { ...world, unit: { ...world.unit, translatable: world.unit.translatable === false } }
          else if (each.do === "export") world = { ...world, exports: [...world.exports, world.unit] }
          else {
            const base = world.exports[each.from % Math.max(1, world.exports.length)] ?? world.unit
            const returned = returnedBy(each, base)
            const input = (unit: KnownUnit) => ({
              base: each.isKnown && world.exports.length > 0 ? new Map([["u1", base]]) : null,
              current: new Map([["u1", unit]]),
              returned: [returned],
            })
            const before = world.unit
            const [change] = plan(input(before))
            world = apply(world, change!)
            // The source is never written, an empty text never replaces a full one, final and locked stay.
            expect(world.unit.source).toBe(before.source)
            if (before.target && plain(before.target).trim() !== "")
              expect(plain(world.unit.target ?? []).trim()).not.toBe("")
            if (before.translatable === false) expect(world.unit).toEqual(before)
            if (before.state === "final" && before.target?.length) expect(world.unit.target).toEqual(before.target)
            // What came back and is more than a copy can be reached: in the text, its history, or a suggestion.
            const text = change!.after
            const isCopy = change!.code === "copy"
            if (text !== null && text.length > 0 && !isCopy)
              expect(world.history.has(key(text)) || world.suggestions.has(key(text))).toBe(true)
            // Once more: nothing changes, and nothing is taken.
            const [again] = plan(input(world.unit))
            if (again!.decision === "take") expect(again!.change).toBe("never twice")
          }
          expect(world.history.has(key(world.unit.target))).toBe(true)
        }
      }),
      { numRuns: 3000, seed: 20261122 },
    )
  })
})
