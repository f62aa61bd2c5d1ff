// Fits the costs of the language analysis (src/language/states.ts, fused.ts) to the dev part of the corpus by
// coordinate descent, and prints them: `npx tsx test/eval/fit.ts`. Takes some minutes; changes no file.
import { check } from "../../src/checks/index.ts"
import { fusedNeeds } from "../../src/language/fused.ts"
import { forgetKnowledge } from "../../src/language/knowledge.ts"
import { costs } from "../../src/language/states.ts"
import { checkText } from "./blocks.ts"
import { cleanLanguages, conditions } from "./language.ts"
import { count, none, rates } from "./score.ts"
import { clean, spliced } from "./splice.ts"

type Group = Record<string, number>
type Knob = readonly [name: string, group: Group, key: string, step: number]

const knobs: readonly Knob[] = [...knobsOf("", costs), ...knobsOf("fused.", fusedNeeds)]

/** Every number of an object and of those inside it. */
function knobsOf(prefix: string, group: object): Knob[] {
  return Object.entries(group).flatMap(([key, value]: [string, unknown]): Knob[] =>
    typeof value === "number"
      ? [[`${prefix}${key}`, group as Group, key, Math.max(0.4, value / 8)]]
      : knobsOf(`${prefix}${key}.`, value as object),
  )
}

const texts = Object.entries(conditions).flatMap(([language, all]) =>
  all.flatMap(([foreign, damages]) =>
    damages.map((damage) => ({ language, documents: spliced(language, foreign, damage, "dev") })),
  ),
)
const cleanTexts = cleanLanguages.map((language) => ({ language, documents: clean(language, "dev") }))
/** One clean word in a thousand that is called foreign weighs as much as this much F1 of one condition. */
const falseAlarm = 0.02

let best = loss()
console.log("loss", best.toFixed(4))
for (let turn = 0; turn < 3; turn++) {
  let moved = false
  for (const [name, group, key, size] of knobs)
    for (const change of [size, -size]) {
      const before = group[key]!
      group[key] = before + change
      const now = loss()
      if (now < best - 1e-4) {
        best = now
        moved = true
        console.log(turn, name, before, "→", group[key], "loss", best.toFixed(4))
        break
      }
      group[key] = before
    }
  if (!moved) break
}
console.log(JSON.stringify({ costs, fusedNeeds }, null, 2))

/** Sum of what F1 lacks over all conditions, and false alarms. */
function loss(): number {
  forgetKnowledge()
  let sum = 0
  for (const { language, documents } of texts) {
    const counts = none()
    for (const { text, foreign } of documents) count(text, foreign, checkText(text, language, check), counts)
    sum += 1 - rates(counts).f1
  }
  for (const { language, documents } of cleanTexts) {
    const counts = none()
    for (const text of documents) count(text, [], checkText(text, language, check), counts)
    sum += (counts.wrong / Math.max(1, counts.tokens)) * 1000 * falseAlarm
  }
  return sum
}
