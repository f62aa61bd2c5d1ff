// English: mostly the language others have too much of.
import type { Profile } from "../profile.ts"

export const en: Profile = {
  tag: "en",
  script: "latin",
  letters: "abcdefghijklmnopqrstuvwxyz",
  neighbours: ["fr", "tr", "az", "tk", "uz"],
  lookalikes: {},
  punctuation: { "،": ",", "؛": ";", "؟": "?", "。": ".", "，": "," },
  shared: [],
  conjunctions: ["and", "or", "and/or"],
  abbreviations: ["etc.", "Inc.", "Ltd.", "Co.", "e.g.", "i.e."],
  initials: "",
  casing: "plain",
  boilerplate: [
    "share",
    "share this",
    "read more",
    "skip to content",
    "no files yet",
    "loading…",
    "loading...",
    "menu",
  ],
  calques: [],
}
