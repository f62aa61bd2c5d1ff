// `npm run bench alignment`: time and memory of aligning long documents, by number of sentences and of anchors
// (numbers and names both sides share), with the growth from step to step; and five languages at once.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { align } from "../../src/align/index.ts"
import { readDocument } from "../../src/formats/index.ts"
import { documentOf, random, type DamagedSection } from "../eval/alignment-damage.ts"
import { parallelSets } from "../eval/alignment-sets.ts"

/** Anchor shares in percent; sizes in sentences. */
const anchors = [0, 1, 5, 10]
const sizes = [1_000, 10_000, 100_000]

export async function bench(): Promise<void> {
  console.log("sentences  anchors   seconds  growth  MiB   right")
  for (const share of anchors) {
    let before = 0
    for (const size of sizes) {
      const { left, right, answer } = long(size, share)
      globalThis.gc?.()
      const start = process.cpuUsage()
      const clock = performance.now()
      const alignment = align([
        { document: left, language: "tk" },
        { document: right, language: "az" },
      ])
      const seconds = (performance.now() - clock) / 1000
      const used = process.cpuUsage(start)
      const found = alignment.links.filter(
        ({ level, source, target }) => level === "segment" && source.length === 1 && target.length === 1,
      )
      const hits = found.filter(({ source, target }) => answer.get(source[0]!.slice(2)) === target[0]!.slice(2)).length
      console.log(
        `${String(size).padStart(9)}  ${String(share).padStart(5)} %  ${seconds.toFixed(2).padStart(8)}  ` +
          `${(before === 0 ? "" : `×${(seconds / before).toFixed(1)}`).padStart(6)}  ${String(Math.round(process.memoryUsage().rss / 2 ** 20)).padStart(4)}  ` +
          `${((100 * hits) / answer.size).toFixed(1)} %   (CPU ${((used.user + used.system) / 1e6).toFixed(2)} s)`,
      )
      before = seconds
    }
  }
  const folder = join(import.meta.dirname, "../../server/samples/saparnama-privacy")
  const five = ["en", "ug", "ky", "tk", "az"].map((language) => ({
    language,
    document: readDocument(readFileSync(join(folder, `${language}.md`)), { name: `${language}.md` }),
  }))
  for (let run = 0; run < 5; run++) align(five)
  const clock = performance.now()
  align(five)
  console.log(
    `five languages, ${five[0]!.document.sections.length} sections: ${(performance.now() - clock).toFixed(0)} ms warm`,
  )
}

/** Sentences made of two of our parallel texts each, a tenth of them missing on one side or the other, fifty to a section. */
function long(size: number, share: number) {
  const next = random(size + share)
  const pool = parallelSets()
    .filter(({ languages }) => languages["tk"] && languages["az"])
    .flatMap(({ languages }) =>
      languages["tk"]!.flatMap((section, at) =>
        section.blocks.flatMap((block, index) => {
          const other = languages["az"]![at]!.blocks[index]
          return block.beads.flatMap((bead, number) => {
            const answer = other?.beads[number]
            if (!answer || answer.sentences.length !== bead.sentences.length) return []
            return bead.sentences.map((sentence, which) => [sentence, answer.sentences[which]!] as const)
          })
        }),
      ),
    )
    .map(
      (pair) =>
        pair.map((sentence) => sentence.replace(/\d/g, "").replace(/\S+@\S+|https?:\S+/g, "")) as [string, string],
    )
  const sections: [DamagedSection[], DamagedSection[]] = [[], []]
  const answer = new Map<string, string>()
  const places: [number, number] = [0, 0]
  const perSection = 50
  for (let at = 0; at < size; at++) {
    const [first, second] = [pool[Math.floor(next() * pool.length)]!, pool[Math.floor(next() * pool.length)]!]
    const anchor = next() * 100 < share ? ` ${100_000 + Math.floor(next() * 900_000)}` : ""
    const chance = next()
    const isIn = [chance > 0.05, chance < 0.95] as const
    const ids: (string | undefined)[] = [undefined, undefined]
    for (const side of [0, 1] as const) {
      if (!isIn[side]) continue
      const section = Math.floor(at / perSection)
      if (at % perSection === 0 || !sections[side][section]) places[side] = 0
      const place = places[side]++
      const own = (sections[side][section] ??= {
        key: String(section),
        keys: [],
        heading: "",
        level: 0,
        isEnglish: false,
        blocks: [{ kind: "paragraph", beads: [] }],
      })
      ;(own.blocks[0]!.beads as { key: string; sentences: string[] }[]).push({
        key: String(at),
        sentences: [`${first[side]} ${second[side]}${anchor}`],
      })
      ids[side] = `${section}/${place}`
    }
    if (ids[0] && ids[1]) answer.set(ids[0], ids[1])
  }
  return { left: documentOf(sections[0]).document, right: documentOf(sections[1]).document, answer }
}
