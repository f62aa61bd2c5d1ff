// Texts by key (i18next JSON): what has the same key is the same text, whatever it says and wherever it stands. Nothing
// is searched but the sentences inside a text. Plural forms differ from language to language (save_one, save_few), so
// forms that only one side has answer the last form of the other.
import type { PairAlignment, SectionBead, SentenceBead } from "./pair.ts"
import type { Prepared, PreparedSentence } from "./prepare.ts"

/** Evidence of a key, in nats: as sure as a program can be. */
const certain = 20
const pluralForm = /_(?:zero|one|two|few|many|other)$/

/** Are both documents texts by key? */
export function isKeyed(...documents: readonly Prepared[]): boolean {
  return documents.every(({ document }) => document.format === "i18next-json")
}

type Search = (source: readonly PreparedSentence[], target: readonly PreparedSentence[]) => readonly SentenceBead[]

export function alignKeys(from: Prepared, to: Prepared, search: Search): PairAlignment {
  const left = textsOf(from)
  const right = textsOf(to)
  const sections = new Map<string, SectionBead>()
  const sentences: SentenceBead[] = []
  for (const [key, other] of pairsOf([...left.keys()], [...right.keys()])) {
    const [text, answer] = [left.get(key)!, right.get(other)!]
    sections.set(`${text.section} ${answer.section}`, {
      source: [text.section],
      target: [answer.section],
      score: certain,
    })
    for (const bead of search(text.sentences, answer.sentences))
      if (bead.source.length > 0 && bead.target.length > 0)
        sentences.push({ ...bead, score: Math.max(bead.score, certain / 2) })
  }
  const beads = [...sections.values()]
  return { sections: beads, sentences, matrix: [], strength: beads.length > 0 ? certain : 0, order: 1 }
}

/** Keys that answer one another: the same ones first, then plural forms that are left. */
function pairsOf(left: readonly string[], right: readonly string[]): [string, string][] {
  const free = new Set(right)
  const same = left.filter((key) => free.delete(key))
  const bases = new Map([...free].flatMap((key) => (pluralForm.test(key) ? [[key.replace(pluralForm, "_"), key]] : [])))
  const isSame = new Set(same)
  return left.flatMap((key): [string, string][] => {
    if (isSame.has(key)) return [[key, key]]
    const other = pluralForm.test(key) ? bases.get(key.replace(pluralForm, "_")) : undefined
    return other !== undefined && free.delete(other) ? [[key, other]] : []
  })
}

function textsOf({ document, sections }: Prepared): Map<string, { section: number; sentences: PreparedSentence[] }> {
  const names = new Map(document.blocks.map(({ id, name }) => [id, name]))
  const found = new Map<string, { section: number; sentences: PreparedSentence[] }>()
  for (const { section, index, sentences } of sections)
    for (const [at, { block }] of section.segments.entries()) {
      const name = names.get(block)
      if (name === undefined) continue
      const text = found.get(name) ?? { section: index, sentences: [] }
      text.sentences.push(sentences[at]!)
      found.set(name, text)
    }
  return found
}
