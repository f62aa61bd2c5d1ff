// What a web page leaves at the ends of a policy: hashes, widget labels, contact lines above the title; and an end
// that is cut off. Only whole documents have ends, so a few blocks alone are not judged.
import { lower } from "../language/index.ts"
import type { Check, Found } from "./check.ts"
import { countedWords, sharingPlaces, sharingWords, siteWords, workWords } from "./residue-words.ts"

const fewestBlocks = 5
/** Blocks from either end where residue stands. */
const reach = 4
const widget =
  /^(?:whatsapp|telegram|facebook|wechat|skype|viber|twitter|x|top|back to top|share|menu|search|cookies?|accept|ok|×)$/i
const hash = /^(?=.*\d)[0-9a-f]{16,64}$/i
/** A label and a small number: a counter. */
const counter = /^[^\p{Nd}:：]{3,40}[:：]?\s*\p{Nd}{1,6}$/u
/** Marks between the words of a row of buttons. */
const separators = /[\s|·•,/:：!.،-]+/u
const contact = /\+?\d[\d\s()-]{8,}\d/

export const residue: Check = {
  id: "residue",
  kinds: ["boilerplate", "truncated"],
  *run({ blocks, profile }) {
    if (blocks.length < fewestBlocks) return
    const readable = [...blocks.entries()].filter(
      ([, { kind, text }]) => kind !== "meta" && kind !== "title" && text.trim() !== "",
    )
    for (const [order, [at, { text, kind }]] of readable.entries()) {
      const line = text.trim()
      const isNearEnd = order >= readable.length - reach
      const isEdge = isNearEnd || order < reach
      const folded = line.length < 160 ? lower(line, profile.casing) : ""
      const isResidue =
        hash.test(line) ||
        (isEdge && kind !== "heading" && isWidget(folded, profile.boilerplate)) ||
        (order === 0 && kind !== "heading" && siteWords.test(folded) && workWords.test(folded)) ||
        (order === 0 && kind !== "heading" && contact.test(line) && line.length < 80)
      const isBroken =
        kind === "paragraph" &&
        /[\p{Ll}]{3}\S*\s\p{Ll}\.$/u.test(line.slice(-80)) &&
        !profile.abbreviations.some((each) => line.endsWith(each))
      if (isBroken) yield found(at, "truncated", text, /\S+\s\S+$/.exec(line.slice(-80))![0], 0.8)
      if (isResidue) yield found(at, "boilerplate", text, line, hash.test(line) ? 0.97 : 0.85)
    }
    const last = readable.findLast(([, { text }]) => !hash.test(text.trim()) && text.trim().split(/\s+/).length > 3)
    if (last && last === readable.at(-1) && isCut(last[1].text.trim(), last[1].kind)) {
      const tail = /(?:\S+\s+)?\S+$/.exec(last[1].text.trim().slice(-80))![0]
      yield found(last[0], "truncated", last[1].text, tail, 0.8)
    }
  },
}

/** A button, a row of buttons, a counter: short lines of the page. */
function isWidget(folded: string, boilerplate: readonly string[]): boolean {
  if (folded === "") return false
  const isLine = (part: string) => widget.test(part) || boilerplate.includes(part.replace(/[.!]$/, ""))
  if (isLine(folded) || folded.split(/ ?[|·•] ?/).every(isLine)) return true
  if (counter.test(folded) && countedWords.test(folded)) return true
  const words = folded.split(separators).filter(Boolean)
  const places = folded.match(sharingPlaces)?.length ?? 0
  return words.length <= 6 && places > 0 && (places === words.length || sharingWords.test(folded))
}

function isCut(line: string, kind: string): boolean {
  if (kind !== "paragraph") return false
  return line.split(/\s+/).length >= 10 && /[\p{Ll}\p{Script=Arabic},،;؛]$/u.test(line)
}

function found(at: number, kind: string, text: string, part: string, confidence: number): Found {
  const start = text.lastIndexOf(part)
  return { at, start, end: start + part.length, kind, severity: "info", confidence, message: { key: kind, data: {} } }
}
