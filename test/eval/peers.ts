// Language identifiers of npm as passage finders: each is given the sentences, and what it does not call native is
// foreign. Their favour: only languages in the game are candidates where the package allows it.
import { sentences } from "../../src/segment/sentences.ts"
import type { Span } from "../../src/model/document.ts"

export interface Peer {
  readonly name: string
  /** BCP 47 language, or "" for no answer. */
  identify(text: string): string
  find(text: string, language: string): Span[]
}

export async function peers(): Promise<Peer[]> {
  const { eld } = (await import("eld/medium")) as unknown as { eld: { detect(text: string): { language: string } } }
  const { franc } = (await import("franc-all")) as { franc: (text: string, options?: object) => string }
  const { detect } = (await import("tinyld")) as { detect: (text: string) => string }
  const threes: Readonly<Record<string, string>> = {
    uig: "ug",
    kir: "ky",
    tuk: "tk",
    azj: "az",
    eng: "en",
    tur: "tr",
    rus: "ru",
    kaz: "kk",
    uzn: "uz",
    fra: "fr",
    arb: "ar",
    pes: "fa",
  }
  return [
    peer("eld", (text) => eld.detect(text).language),
    peer("franc-all", (text) => threes[franc(text, { only: Object.keys(threes), minLength: 1 })] ?? ""),
    peer("tinyld", (text) => detect(text)),
  ]
}

function peer(name: string, identify: (text: string) => string): Peer {
  return {
    name,
    identify,
    find(text, language) {
      let at = 0
      return sentences(text).flatMap((sentence) => {
        const span = { start: at, end: at + sentence.length }
        at = span.end
        const found = /\p{L}/u.test(sentence) ? identify(sentence) : ""
        return found === "" || found === language ? [] : [span]
      })
    },
  }
}
