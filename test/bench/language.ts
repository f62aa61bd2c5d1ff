// Megabytes of UTF-8 a second: the language check over whole documents, beside identifiers of npm that only name a
// sentence's language. One text of many different words (all of the corpus, once) and one long one (ten times).
import { corpus } from "../../server/tools/sources.ts"
import { check } from "../../src/checks/index.ts"
import { sentences } from "../../src/segment/sentences.ts"
import { peers } from "../eval/peers.ts"

const languages = ["ug", "ky", "tk", "az", "en"]
const megabyte = 1e6

export async function bench(): Promise<void> {
  const others = await peers()
  for (const times of [1, 10]) {
    const texts = languages.map((language) => ({ language, text: textOf(language).repeat(times) }))
    const size = texts.reduce((sum, { text }) => sum + new TextEncoder().encode(text).length, 0) / megabyte
    console.log(`\nLanguage, ${size.toFixed(1)} MB in ${languages.join(", ")}: MB/s`)
    for (const { language, text } of texts.slice(0, 2)) checkAll(language, text.slice(0, 50_000))
    measure("besh check, language kinds", size, () => {
      for (const { language, text } of texts) checkAll(language, text)
    })
    if (times > 1) continue
    for (const { name, identify } of others)
      measure(`${name}, one answer a sentence`, size, () => {
        for (const { text } of texts) for (const sentence of sentences(text)) identify(sentence)
      })
  }
  const line = textOf("tk").replaceAll("\n", " ")
  const long = line.repeat(Math.ceil(10e6 / line.length)).slice(0, 10_000_000)
  const before = process.memoryUsage().rss
  const start = performance.now()
  check({ language: "tk", blocks: [{ id: "b0", kind: "paragraph", text: long }] }, { off: deterministic })
  const grown = (process.memoryUsage().rss - before) / megabyte
  console.log(
    `\nOne line of 10 MB: ${((performance.now() - start) / 1000).toFixed(2)} s, ${grown.toFixed(0)} MB more memory`,
  )
}

const deterministic = [
  "glued",
  "punctuation",
  "duplicate",
  "doublet",
  "residue",
  "numbers",
  "placeholders",
  "bullet-word",
  "calque",
  "inconsistent-term",
]

function checkAll(language: string, text: string): void {
  const blocks = text.split("\n").map((line, at) => ({ id: `b${at}`, kind: "paragraph" as const, text: line }))
  check({ language, blocks }, { off: deterministic })
}

function textOf(language: string): string {
  const lines = [...corpus(language, "train"), ...corpus(language, "dev"), ...corpus(language, "test")]
  const paragraphs: string[] = []
  for (let at = 0; at < lines.length; at += 5) paragraphs.push(lines.slice(at, at + 5).join(" "))
  return `${paragraphs.join("\n")}\n`
}

function measure(name: string, size: number, run: () => void): void {
  let best = Infinity
  for (let turn = 0; turn < 3; turn++) {
    // Processor time: other work on the machine does not count.
    const start = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1000)
  }
  console.log(`  ${name.padEnd(34)} ${(size / (best / 1000)).toFixed(2)}`)
}
