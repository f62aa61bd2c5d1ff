// What happened to the codes of a unit: every code of the source must come back once, by id, its pair in order. What
// stands in the file beside the id is not believed; the source's own code is put in its place.
import { codesOf, plain } from "../content.ts"
import type { Code, Content } from "../model/document.ts"

export interface CodeFault {
  readonly code: "code-missing" | "code-unknown" | "code-duplicate" | "code-order" | "code-as-text"
  /** Id, or what a translator was shown. */
  readonly shown: string
}

export interface Restored {
  /** The target with the codes of the source. */
  readonly content: Content
  readonly fault: CodeFault | null
  /** Ids whose attributes differ from the source in the same file. */
  readonly changed: readonly string[]
}

/**
 * @param returned target as it came back
 * @param required codes that must come back: those of the source as it was exported
 * @param known further codes a target may hold: those of earlier targets
 * @param beside the source in the same file, for comparing attributes
 * @param copies id of a copied code → id of the code it copies
 */
export function restoreCodes(
  returned: Content,
  required: Content,
  known: readonly Code[],
  beside: Content,
  copies: ReadonlyMap<string, string>,
): Restored {
  const expected = codesOf(required)
  const seen = new Set<string>()
  const open: string[] = []
  const closed = new Set<string>()
  let fault: CodeFault | null = null
  const blame = (code: CodeFault["code"], shown: string): void => {
    fault ??= { code, shown }
  }
  const content = returned.map((part) => {
    if (typeof part === "string") return part
    const id = expected.some((each) => each.id === part.id) ? part.id : (copies.get(part.id) ?? part.id)
    const found = [...expected, ...known].find((each) => each.id === id && each.kind === part.kind)
    const key = `${part.kind} ${part.id}`
    if (!found) blame("code-unknown", shownAs(part))
    else if (seen.has(key)) blame("code-duplicate", shownAs(found))
    seen.add(key)
    if (part.kind === "open") open.push(part.id)
    if (part.kind === "close") {
      const isOpen = open.includes(part.id)
      if (!isOpen && expected.some((each) => each.id === id && each.kind === "open")) blame("code-order", shownAs(part))
      closed.add(part.id)
    }
    return found ? (id === part.id ? found : { ...found, id: part.id }) : part
  })
  const missing = expected.find((each) => !seen.has(`${each.kind} ${each.id}`))
  if (missing) {
    const isText = missing.kind === "alone" && stands(missing, plain(content), plain(required))
    blame(isText ? "code-as-text" : "code-missing", shownAs(missing))
  }
  return { content, fault: worst(fault, missing), changed: changedIn(returned, beside) }
}

/** A missing code says more than a code nobody knows: it is what the reader will miss. */
function worst(fault: CodeFault | null, missing: Code | undefined): CodeFault | null {
  if (!fault || fault.code !== "code-unknown" || !missing) return fault
  return { code: "code-missing", shown: shownAs(missing) }
}

/** A variable that came back as letters, such as "{name}". */
function stands(code: Code, text: string, before: string): boolean {
  return [code.data, code.disp ?? ""].some((form) => form.length > 1 && text.includes(form) && !before.includes(form))
}

export function shownAs(code: Code): string {
  return code.disp || code.equiv || code.data || code.id
}

function changedIn(target: Content, source: Content): string[] {
  const original = codesOf(source)
  return codesOf(target)
    .filter((code) => {
      const same = original.find((each) => each.id === code.id && each.kind === code.kind)
      return same !== undefined && (same.equiv !== code.equiv || same.disp !== code.disp || same.type !== code.type)
    })
    .map((code) => code.id)
}
