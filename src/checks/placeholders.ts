// Placeholders of the source that the translation lost or invented: {name}, {{count}}, ${total}, %s, %(user)s.
import type { Check } from "./check.ts"

const placeholder = /\$?\{\{?[\w.\s-]{1,40}\}?\}|%\(\w+\)[sd]|%\d*\$?[sd]\b/g

export const placeholders: Check = {
  id: "placeholders",
  kinds: ["placeholder-missing", "placeholder-added"],
  *run({ blocks }) {
    for (const [at, { text, source }] of blocks.entries()) {
      if (!source || !text.trim()) continue
      const theirs: readonly string[] = source.match(placeholder) ?? []
      const ours = [...text.matchAll(placeholder)]
      for (const each of new Set(theirs))
        if (!ours.some(([own]) => own === each))
          yield {
            at,
            start: 0,
            end: text.length,
            kind: "placeholder-missing",
            severity: "error",
            confidence: 0.97,
            message: { key: "placeholder-missing", data: { placeholder: each } },
          }
      for (const { 0: own, index } of ours)
        if (!theirs.includes(own))
          yield {
            at,
            start: index,
            end: index + own.length,
            kind: "placeholder-added",
            severity: "error",
            confidence: 0.95,
            message: { key: "placeholder-added", data: { placeholder: own } },
          }
    }
  },
}
