// Fits the weights of src/language/fused.ts and prints them: `npx tsx server/tools/fit-fused.ts`. Deterministic.
//
// The best cut of a word depends on the weights, so they take turns: cut with the weights so far, fit a logistic
// regression on those cuts, again.
import { cuts, evidenceOf, fusedWeights, type Cut, type Lookup } from "../../src/language/fused.ts"
import { profileOf } from "../../src/language/index.ts"
import { isFormOf } from "../../src/language/morphology/index.ts"
import { lexiconOf, scorerOf } from "../../src/language/scorer.ts"
import { corpus, hash } from "./sources.ts"

const turns = 8
const samples = [...samplesOf("tk"), ...samplesOf("az")]
console.log(
  samples.filter(({ isFused }) => isFused).length,
  "fused,",
  samples.filter(({ isFused }) => !isFused).length,
  "native",
)
for (let turn = 0; turn < turns; turn++) {
  const chosen = samples.map(({ all, isFused }) => ({
    cut: all.reduce((a, b) => (evidenceOf(b) > evidenceOf(a) ? b : a)),
    isFused,
  }))
  for (let step = 0; step < 400; step++) {
    const gradient = fusedWeights.map(() => 0)
    for (const { cut, isFused } of chosen) {
      const error = 1 / (1 + Math.exp(-evidenceOf(cut))) - (isFused ? 1 : 0)
      for (let at = 0; at < gradient.length; at++) gradient[at]! += (error * cut.features[at]!) / chosen.length
    }
    for (let at = 0; at < gradient.length; at++) fusedWeights[at]! -= 0.5 * (gradient[at]! + 0.0005 * fusedWeights[at]!)
  }
  const right = chosen.filter(({ cut, isFused }) => evidenceOf(cut) > 0 === isFused).length
  console.log(turn, (right / chosen.length).toFixed(4))
}
console.log(JSON.stringify(fusedWeights.map((each) => Number(each.toFixed(2)))))

function samplesOf(tag: string): { all: Cut[]; isFused: boolean }[] {
  const list = lexiconOf(tag)
  const profile = profileOf(tag)
  const shared = new Set(profile.shared)
  const words = (each: string) => [
    ...new Set(corpus(each, "train").flatMap((line) => line.match(/(?<!\p{L})\p{Ll}{3,}(?!\p{L})/gu) ?? [])),
  ]
  const native = words(tag)
  const english = words("en").filter((word) => !shared.has(word))
  // What the list is made to forget: the word itself, and in a third of the fused ones the native half too.
  const knowing = (forgotten: ReadonlySet<string>): Lookup => {
    const isInList = (folded: string) => !forgotten.has(folded) && (list.has(folded) || shared.has(folded))
    const isListed = (folded: string) => !forgotten.has(folded) && (isInList(folded) || isFormOf(tag, folded))
    const attested = (folded: string) => (isInList(folded) ? 2 : isListed(folded) ? 1 : 0)
    return { profile, scorer: scorerOf("latin"), isListed, attested }
  }
  const made: { all: Cut[]; isFused: boolean }[] = []
  for (const word of native) {
    const isCapital = hash(word) % 3 === 0
    const all = cuts(word, isCapital, knowing(new Set([word])))
    if (all.length > 0) made.push({ all, isFused: false })
  }
  const count = made.length
  for (let turn = 0; made.length < count * 2 && turn < 20_000; turn++) {
    const front = english[hash(`${tag} front ${turn}`) % english.length]!
    const rest = native[hash(`${tag} rest ${turn}`) % native.length]!
    if (rest.length < 5) continue
    const shape = hash(`${tag} shape ${turn}`) % 10
    const end =
      shape < 5
        ? rest.slice(1)
        : shape < 8
          ? rest
          : (/(?:lary?|leri?|da|de|dan|den|ny|ni|yň|iň|ym|lər|ın|nı|ni|dən)$/.exec(rest)?.[0] ?? rest)
    const all = cuts(
      front + end,
      hash(`${tag} capital ${turn}`) % 10 < 8,
      knowing(new Set(turn % 3 === 0 ? [rest] : [])),
    )
    if (all.length > 0) made.push({ all, isFused: true })
  }
  return made
}
