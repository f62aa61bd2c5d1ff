// The first words under each heading, for a table that shows what a section is about.
import { findPolicy } from "./find.ts"
import type { Actor, House } from "./house.ts"

/** By language, then by section ordinal; "" for a section that is only its heading. */
export type SectionOpenings = ReadonlyMap<string, ReadonlyMap<number, string>>

/** Characters, cut at a word. */
const longest = 100

export async function sectionOpenings(
  house: House,
  input: { readonly policy: string },
  actor: Actor,
): Promise<SectionOpenings> {
  const { storage } = house
  const policy = await findPolicy(storage, input, actor)
  const openings = new Map<string, ReadonlyMap<number, string>>()
  for (const document of await storage.documents.ofPolicies([policy.id])) {
    const { reading } = await storage.documents.current(document)
    const headings = new Set(reading.blocks.flatMap(({ id, kind }) => (kind === "heading" ? [id] : [])))
    openings.set(
      document.language,
      new Map(
        reading.sections.map(({ id, segments }) => {
          const text = segments.filter(({ block }) => !headings.has(block)).slice(0, 3)
          return [Number(id), shortened(text.map((segment) => segment.text.trim()).join(" "))]
        }),
      ),
    )
  }
  return openings
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ")
  if (line.length <= longest) return line
  const cut = line.lastIndexOf(" ", longest)
  return `${line.slice(0, cut > longest / 2 ? cut : longest).toWellFormed()} …`
}
