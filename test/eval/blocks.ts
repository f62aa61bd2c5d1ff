// Paragraphs of a text as blocks, findings back to offsets of the text; only language findings count here.
import type { CheckedText, CheckOptions } from "../../src/checks/index.ts"
import type { Finding } from "../../src/model/finding.ts"

type Check = (text: CheckedText, options?: CheckOptions) => Finding[]

export function checkText(text: string, language: string, check: Check): Finding[] {
  const starts: number[] = []
  const blocks = [...text.matchAll(/[^\n]+/g)].map((match, at) => {
    starts.push(match.index)
    return { id: `b${at}`, kind: "paragraph" as const, text: match[0] }
  })
  return check({ language, blocks }, { off: ["calque", "inconsistent-term"] })
    .filter((finding) => finding.check === "mixed-language")
    .map((finding) => {
      const at = starts[Number(finding.block.slice(1))]!
      return { ...finding, start: finding.start + at, end: finding.end + at }
    })
}
