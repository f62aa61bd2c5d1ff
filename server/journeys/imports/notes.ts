// What a translator noted in a file that came back: every note that did not leave with it.
import type { Note } from "../../../src/model/bitext.ts"
import type { XliffUnit } from "../../../src/xliff/index.ts"
import type { Comment, StoredUnit } from "../../storage/types.ts"

/** Categories of the notes we send along; our own words are not anybody's comment. */
const ours = new Set(["section", "before", "after", "finding", "findings", "term", "terms", "context", "direction"])
/** What some tools write where a name should be, and what tells the kind of a note, not who wrote it. */
const nobody = /^(?:|comment|note|description|general|translator|target|source)$/i
const longest = 10_000
const most = 50

/**
 * As comments, each text once; the author as the file gives it, else "translator".
 *
 * @param former those we have of the unit: they leave with it and come back
 */
export function noted(returned: XliffUnit, unit: StoredUnit | undefined, former: readonly Comment[] = []): Note[] {
  const here = [...(unit?.notes ?? []), ...former]
  const known = new Set(here.flatMap(({ text, author }) => [bare(text), bare(`${author ?? ""}: ${text}`)]))
  const comments: Note[] = []
  for (const { text, category, author } of returned.notes) {
    if (ours.has(category) || category.startsWith("besh") || bare(text) === "" || known.has(bare(text))) continue
    known.add(bare(text))
    comments.push({
      text: text.trim().slice(0, longest),
      category: "comment",
      author: author ?? (nobody.test(category.trim()) ? "translator" : category.trim().slice(0, 200)),
    })
  }
  return comments.slice(0, most)
}

function bare(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim()
}
