// Language identifiers of npm as passage finders: each is given the sentences, and what it does not call native is
// foreign. Their favour: only languages in the game are candidates where the package allows it. CLD2 (`cld`) needs a
// compiler and is used where it is installed (`npm install --no-save cld`).
import type { Span } from "../../src/model/document.ts"
import { sentences } from "../../src/segment/sentences.ts"

export interface Peer {
  readonly name: string
  /** BCP 47 language, or "" for no answer. */
  identify(text: string): string | Promise<string>
}

const threes: Readonly<Record<string, string>> = {
  uig: "ug",
  kir: "ky",
  tuk: "tk",
  azj: "az",
  aze: "az",
  eng: "en",
  tur: "tr",
  rus: "ru",
  kaz: "kk",
  uzn: "uz",
  uzb: "uz",
  fra: "fr",
  arb: "ar",
  pes: "fa",
}

export async function peers(): Promise<Peer[]> {
  const { eld } = (await import("eld/medium")) as unknown as { eld: { detect(text: string): { language: string } } }
  const { franc } = (await import("franc-all")) as { franc: (text: string, options?: object) => string }
  const { detect } = (await import("tinyld")) as { detect: (text: string) => string }
  const { getLIDModel } = await import("fasttext.wasm.js")
  const fastText = await getLIDModel()
  await fastText.load()
  const only = Object.keys(threes)
  const found: Peer[] = [
    { name: "eld", identify: (text) => eld.detect(text).language },
    { name: "franc-all", identify: (text) => threes[franc(text, { only, minLength: 1 })] ?? "" },
    { name: "tinyld", identify: detect },
    {
      name: "fastText lid.176",
      async identify(text) {
        const { alpha3 } = await fastText.identify(text.replaceAll("\n", " "))
        return threes[alpha3] ?? alpha3
      },
    },
  ]
  const cld = await installedCld()
  if (cld) found.push({ name: "CLD2 (cld)", identify: (text) => cld.detect(text).then(firstCode, () => "") })
  else console.log("CLD2 is not here: npm install --no-save cld")
  return found
}

interface Cld {
  detect(text: string): Promise<{ languages: readonly { code: string }[] }>
}

const firstCode = ({ languages }: Awaited<ReturnType<Cld["detect"]>>) => languages[0]?.code ?? ""

async function installedCld(): Promise<Cld | undefined> {
  const name = "cld"
  try {
    return ((await import(name)) as { default: Cld }).default
  } catch {
    return undefined
  }
}

/** Sentences of a text that a peer does not call native. */
export async function foreignSentences(peer: Peer, text: string, language: string): Promise<Span[]> {
  const spans: Span[] = []
  let at = 0
  for (const sentence of sentences(text)) {
    const span = { start: at, end: at + sentence.length }
    at = span.end
    const found = /\p{L}/u.test(sentence) ? await peer.identify(sentence) : ""
    if (found !== "" && found !== language) spans.push(span)
  }
  return spans
}
