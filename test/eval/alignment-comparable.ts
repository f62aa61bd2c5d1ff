// Documents written apart: topics and links of our Bazarly sample, and of the five seeds where they are at hand.
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { align, type Alignment } from "../../src/align/index.ts"
import { readDocument } from "../../src/formats/index.ts"
import type { Document } from "../../src/model/document.ts"
import type { Figures } from "./run.ts"
import { Tally } from "./tally.ts"

const root = join(import.meta.dirname, "../..")
const isVerbose = process.argv.includes("--verbose")

/** Gold section: where it is and what it is about. */
interface Labelled {
  readonly start: number
  readonly topic: string
  readonly also: readonly string[]
}

export function comparableFigures(): Figures {
  const figures: Figures = {}
  for (const [name, load] of [
    ["bazarly", bazarly],
    ["seeds", seeds],
  ] as const) {
    const sets = load()
    if (!sets) continue
    const { accuracy, links } = score(sets)
    console.log(
      `comparable, ${name}: topics ${(100 * accuracy).toFixed(1)} %; links P ${(100 * links.precision).toFixed(1)} R ${(100 * links.recall).toFixed(1)} F1 ${(100 * links.f1).toFixed(1)}`,
    )
    figures[`alignment/comparable/${name}/topics`] = accuracy
    figures[`alignment/comparable/${name}/precision`] = links.precision
    figures[`alignment/comparable/${name}/f1`] = links.f1
  }
  return figures
}

interface Comparable {
  readonly document: Document
  readonly language: string
  readonly labels: readonly Labelled[]
}

function score(sets: readonly Comparable[]): { accuracy: number; links: Tally } {
  const alignment = align(sets)
  const labelOf = sets.map(({ document, labels }) =>
    document.sections.map(({ start, end }) => overlapping(labels, start, end, document.text.length)),
  )
  let right = 0
  let all = 0
  const links = new Tally()
  for (const [at, { document }] of sets.entries())
    for (const [index, label] of labelOf[at]!.entries()) {
      if (!label || fold(label.topic) === "other") continue
      const found = alignment.sections.find(({ id }) => id === `${at}/${index}`)!
      if (label.topic === "noise" && (found.topic === "noise" || found.topic === null)) continue
      all++
      if (fold(found.topic ?? "") === fold(label.topic)) right++
      else if (isVerbose)
        console.log(
          `  ${at}/${index} ${label.topic} → ${found.topic} ${found.topicConfidence} "${document.sections[index]!.heading}"`,
        )
    }
  const { found, wanted, wrong } = linkSets(alignment, labelOf)
  links.add(found, wanted)
  if (isVerbose)
    console.log(
      `  wrong: ${wrong.join(" ")}\n  relations ${alignment.relations.map(({ relation }) => relation[0]).join("")}`,
    )
  return { accuracy: right / all, links }
}

/** Links over gold sections: strong ones are wanted, weak ones count neither way. */
function linkSets(alignment: Alignment, labelOf: readonly (readonly (Labelled | undefined)[])[]) {
  const found = new Set<string>()
  const wanted = new Set<string>()
  const wrong: string[] = []
  const key = (document: number, label: Labelled) => `${document}@${label.start}`
  for (const [a, left] of labelOf.entries())
    for (const [b, right] of labelOf.entries())
      if (a < b)
        for (const x of left)
          for (const y of right) if (x && y && isStrong(x, y)) wanted.add(`${key(a, x)} ${key(b, y)}`)
  for (const { level, source, target } of alignment.links) {
    if (level !== "section") continue
    for (const s of source)
      for (const t of target) {
        const [a = 0, i = 0] = s.split("/").map(Number)
        const [b = 0, j = 0] = t.split("/").map(Number)
        const x = labelOf[a]![i]
        const y = labelOf[b]![j]
        if (!x || !y) continue
        const link = `${key(a, x)} ${key(b, y)}`
        if (!wanted.has(link) && isWeak(x, y)) continue
        found.add(link)
        if (!wanted.has(link)) wrong.push(`${a}/${i}:${x.topic}~${b}/${j}:${y.topic}`)
      }
  }
  return { found, wanted, wrong }
}

const folds: Readonly<Record<string, string>> = {
  providers: "share",
  "user-sharing": "share",
  "log-data": "collect",
  sensitive: "collect",
  scope: "intro",
}
const fold = (topic: string): string => folds[topic] ?? topic
const isStrong = (x: Labelled, y: Labelled): boolean =>
  x.topic !== "noise" && x.topic !== "other" && fold(x.topic) === fold(y.topic)
const isWeak = (x: Labelled, y: Labelled): boolean => {
  const right = new Set([y.topic, ...y.also].map(fold))
  return [x.topic, ...x.also].some((topic) => right.has(fold(topic)))
}

/** The gold section a section of ours lies in for the most part. */
function overlapping(labels: readonly Labelled[], start: number, end: number, length: number): Labelled | undefined {
  let best: Labelled | undefined
  let most = 0
  for (const [at, label] of labels.entries()) {
    const shared = Math.min(end, labels[at + 1]?.start ?? length) - Math.max(start, label.start)
    if (shared > most) {
      most = shared
      best = label
    }
  }
  return best
}

function bazarly(): Comparable[] {
  return ["en", "ug", "ky", "tk", "az"].map((language) => {
    const file = join(root, "server/samples/bazarly-privacy", `${language}.html`)
    const expected = JSON.parse(readFileSync(file.replace(".html", ".expected.json"), "utf8")) as {
      headings: string[]
      sectionKeys: string[]
    }
    const document = readDocument(readFileSync(file), { name: "x.html" })
    const labels = document.sections.flatMap(({ heading, start }, at) => {
      const key = expected.sectionKeys[expected.headings.indexOf(heading)]
      return key && (heading !== "" || at > 0) ? [{ start, topic: key, also: [] }] : []
    })
    return { document, language, labels }
  })
}

function seeds(): Comparable[] | undefined {
  const folder = join(root, "../shared")
  if (!existsSync(join(folder, "gold/seed-topic-gold.json"))) return undefined
  const gold = JSON.parse(readFileSync(join(folder, "gold/seed-topic-gold.json"), "utf8")) as {
    seeds: { file: string; lang: string; sections: { start: number; primary: string; secondary: string[] }[] }[]
  }
  return gold.seeds.map(({ file, lang, sections }) => ({
    document: readDocument(readFileSync(join(folder, "seeds", file)), { name: file }),
    language: lang,
    labels: sections.map(({ start, primary, secondary }) => ({ start, topic: primary, also: secondary })),
  }))
}
