// What a web page leaves at the ends of a policy: hashes, widget labels, contact lines above the title; and an end
// that is cut off. Only whole documents have ends, so a few blocks alone are not judged.
import type { Check, Found } from "./check.ts"

const fewestBlocks = 5
/** Blocks from either end where residue stands. */
const reach = 4
const widget =
  /^(?:whatsapp|telegram|facebook|wechat|skype|viber|twitter|x|top|back to top|share|menu|search|cookies?|accept|ok|×)$/i
const hash = /^(?=.*\d)[0-9a-f]{16,64}$/i
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
      const isResidue =
        hash.test(line) ||
        ((isNearEnd || order < reach) &&
          (widget.test(line) || profile.boilerplate.includes(line.toLowerCase().replace(/[.!]$/, "")))) ||
        (order === 0 && kind !== "heading" && contact.test(line) && line.length < 80)
      const isBroken =
        kind === "paragraph" &&
        /[\p{Ll}]{3}\S*\s\p{Ll}\.$/u.test(line) &&
        !profile.abbreviations.some((each) => line.endsWith(each))
      if (isBroken) yield found(at, "truncated", text, /\S+\s\S+$/.exec(line)![0], 0.8)
      if (isResidue) yield found(at, "boilerplate", text, line, hash.test(line) ? 0.97 : 0.85)
    }
    const last = readable.findLast(([, { text }]) => !hash.test(text.trim()) && text.trim().split(/\s+/).length > 3)
    if (last && last === readable.at(-1) && isCut(last[1].text.trim(), last[1].kind)) {
      const tail = /(?:\S+\s+)?\S+$/.exec(last[1].text.trim())![0]
      yield found(last[0], "truncated", last[1].text, tail, 0.8)
    }
  },
}

function isCut(line: string, kind: string): boolean {
  if (kind !== "paragraph") return false
  return line.split(/\s+/).length >= 10 && /[\p{Ll}\p{Script=Arabic},،;؛]$/u.test(line)
}

function found(at: number, kind: string, text: string, part: string, confidence: number): Found {
  const start = text.lastIndexOf(part)
  return { at, start, end: start + part.length, kind, severity: "info", confidence, message: { key: kind, data: {} } }
}
