// Accuracy of language analysis: token F1 per language and damage, false alarms on clean text, identification,
// calibration; on dev and test. `--errors` lists what went wrong, `--peers` runs the packages on the same text.
import { corpus } from "../../server/tools/sources.ts"
import { check } from "../../src/checks/index.ts"
import { identify } from "../../src/language/identify.ts"
import { profileOf } from "../../src/language/index.ts"
import { knowledgeOf } from "../../src/language/knowledge.ts"
import { tokens } from "../../src/language/spans.ts"
import { fold } from "../../src/language/words.ts"
import type { Finding } from "../../src/model/finding.ts"
import { checkText } from "./blocks.ts"
import { foreignSentences, peers } from "./peers.ts"
import type { Figures } from "./run.ts"
import { count, none, rates, type Counts } from "./score.ts"
import { clean, dice, spliced, type Damage, type Part } from "./splice.ts"

const parts: readonly Part[] = ["dev", "test"]
export const conditions: Readonly<Record<string, readonly (readonly [foreign: string, damages: readonly Damage[]])[]>> =
  {
    tk: [
      ["en", ["sentence", "clause", "word", "fused"]],
      ["tr", ["sentence", "clause"]],
      ["uz", ["sentence"]],
      ["tk", ["look-alike"]],
    ],
    az: [
      ["en", ["sentence", "clause", "word", "fused"]],
      ["tr", ["sentence", "clause"]],
      ["uz", ["sentence"]],
      ["az", ["look-alike"]],
    ],
    ug: [
      ["en", ["sentence", "clause", "word", "fused"]],
      ["ar", ["sentence", "clause", "word"]],
      ["fa", ["sentence", "clause"]],
      ["kk-Arab", ["sentence"]],
      ["ug", ["look-alike"]],
    ],
    ky: [
      ["en", ["sentence", "clause", "word", "fused"]],
      ["ru", ["sentence", "clause", "word"]],
      ["kk", ["sentence", "clause"]],
      ["ky", ["look-alike"]],
    ],
  }
export const cleanLanguages = ["en", "ug", "ky", "tk", "az"]
const showsErrors = process.argv.includes("--errors")
const runsPeers = process.argv.includes("--peers")

export async function evaluate(): Promise<Figures> {
  const figures: Figures = {}
  const confidences: { confidence: number; isRight: boolean; kind: string; part: Part }[] = []
  const record = (name: string, value: number) => (figures[`language/${name}`] = Number(value.toFixed(4)))
  const others = runsPeers ? await peers() : []

  console.log("\nFalse alarms on clean text (language findings, tokens per 1,000)")
  for (const language of cleanLanguages)
    for (const part of parts) {
      const counts = none()
      for (const text of clean(language, part)) {
        const findings = ours(text, language)
        count(text, [], findings, counts, errors(text, `${language} clean`))
        for (const { confidence, kind } of findings) confidences.push({ confidence, isRight: false, kind, part })
      }
      const rate = (counts.wrong / Math.max(1, counts.tokens)) * 1000
      record(`${language}/clean/${part}/right`, 1 - rate / 1000)
      console.log(`  ${language} ${part}: ${rate.toFixed(2)} (${counts.wrong} of ${counts.tokens})`)
    }

  console.log("\nWords of clean text that lists and grammar know")
  for (const language of cleanLanguages)
    for (const part of parts) {
      const known = knownShare(language, part)
      record(`${language}/known/${part}`, known)
      console.log(`  ${language} ${part}: ${known.toFixed(4)}`)
    }

  console.log("\nTokens found: precision recall F1")
  for (const [language, all] of Object.entries(conditions))
    for (const [foreign, damages] of all)
      for (const damage of damages)
        for (const part of parts) {
          const counts = none()
          const theirs = others.map(() => none())
          for (const { text, foreign: gold } of spliced(language, foreign, damage, part)) {
            const findings = ours(text, language)
            count(text, gold, findings, counts, errors(text, `${language}←${foreign} ${damage}`))
            for (const { start, end, confidence, kind } of findings)
              confidences.push({
                part,
                confidence,
                kind,
                isRight: gold.some((span) => span.start < end && span.end > start),
              })
            for (const [at, peer] of others.entries())
              if (part === "test" && damage !== "look-alike")
                count(text, gold, await foreignSentences(peer, text, language), theirs[at]!)
          }
          show(`${language}←${foreign} ${damage} ${part}`, counts)
          record(`${language}/${foreign}/${damage}/${part}/f1`, rates(counts).f1)
          if (part === "test" && damage !== "look-alike")
            for (const [at, { name }] of others.entries()) show(`    ${name}`, theirs[at]!)
        }

  console.log("\nIdentification")
  const tags = ["en", "ug", "ky", "tk", "az", "tr", "ru", "kk", "uz"]
  for (const part of parts) {
    const random = dice(11)
    for (const size of ["sentences", "2–4 words"]) {
      let right = 0
      let all = 0
      const wrong: string[] = []
      for (const tag of tags)
        for (const line of corpus(tag, part)) {
          const words = line.split(/\s+/)
          if (words.length < 5) continue
          const length = 2 + Math.floor(random() * 3)
          const from = Math.floor(random() * (words.length - length))
          const text = size === "sentences" ? line : words.slice(from, from + length).join(" ")
          const isCounted = ["en", "ug", "ky", "tk", "az"].includes(tag)
          const [best] = identify(text)
          if (!isCounted) continue
          all++
          if (best?.tag === tag) right++
          else wrong.push(`${tag}→${best?.tag} ${text}`)
        }
      record(`identify/${size === "sentences" ? "sentence" : "words"}/${part}`, right / all)
      console.log(`  ${size} ${part}: ${(right / all).toFixed(4)} of ${all}`)
      if (showsErrors) for (const each of wrong.slice(0, 30)) console.log(`    ${each}`)
    }
  }

  console.log("\nConfidence: said, right, findings")
  for (const [low, high] of [
    [0, 0.5],
    [0.5, 0.7],
    [0.7, 0.8],
    [0.8, 0.9],
    [0.9, 0.95],
    [0.95, 0.98],
    [0.98, 1.01],
  ] as const) {
    const own = confidences.filter(({ confidence }) => confidence >= low && confidence < high)
    const right = own.filter(({ isRight }) => isRight).length
    const mean = own.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, own.length)
    console.log(
      `  ${low}–${Math.min(1, high)}: ${mean.toFixed(3)} ${(right / Math.max(1, own.length)).toFixed(3)} ${own.length}`,
    )
  }
  const sure = confidences.filter(({ confidence }) => confidence > 0.9)
  record("confidence/above-0.9", sure.filter(({ isRight }) => isRight).length / sure.length)
  for (const part of parts) console.log(`  expected calibration error ${part}: ${calibrationError(part).toFixed(4)}`)
  return figures

  /** Mean distance between what is said and what is right, over ten bins, weighed by findings. */
  function calibrationError(part: Part): number {
    const own = confidences.filter((each) => each.part === part)
    let sum = 0
    for (let bin = 0; bin < 10; bin++) {
      const inside = own.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin)
      const said = inside.reduce((all, { confidence }) => all + confidence, 0)
      sum += Math.abs(said - inside.filter(({ isRight }) => isRight).length)
    }
    return sum / Math.max(1, own.length)
  }
}

/** Share of the words in the language's own script; names and abbreviations of others take no side. */
function knownShare(language: string, part: Part): number {
  const { isListed, profile } = knowledgeOf(profileOf(language))
  const words = clean(language, part)
    .flatMap(tokens)
    .filter(({ isKept, script }) => !isKept && script === profile.script)
  return words.filter(({ text }) => isListed(fold(text))).length / words.length
}

function ours(text: string, language: string): Finding[] {
  return checkText(text, language, check)
}

function errors(text: string, where: string) {
  if (!showsErrors) return
  return (kind: "wrong" | "missed", { start, end }: { start: number; end: number }) =>
    console.log(
      `    ${where} ${kind}: ${text.slice(start, end)}   … ${text.slice(Math.max(0, start - 30), end + 30).replaceAll("\n", "⏎")}`,
    )
}

function show(name: string, counts: Counts): void {
  const { precision, recall, f1 } = rates(counts)
  console.log(
    `  ${name.padEnd(30)} ${precision.toFixed(4)} ${recall.toFixed(4)} ${f1.toFixed(4)}  (${counts.right + counts.missed})`,
  )
}
