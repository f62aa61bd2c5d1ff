// besh align: sections and sentences linked, without a workbench.
import { align as aligned, type AlignInput, type SimilarityProvider } from "../../src/align/index.ts"
import { Problem } from "../../src/errors.ts"
import { readDocument } from "../../src/formats/index.ts"
import { identify } from "../../src/language/identify.ts"
import { alignmentReports } from "../reports/alignment.ts"
import type { Command } from "./command.ts"
import { readNamed } from "./files.ts"

export const align: Command = {
  name: "align",
  summary: "link the sections and sentences of documents",
  help: `Usage: besh align FILE FILE… [--lang TAG,TAG…] [--format json|html|tmx|csv] [--embeddings DIR|network]

Links sections and sentences of documents in different languages. Every pair is linked, and the links agree.
Documents that are not translations of one another are linked by topic; such links are "comparable".

  --lang TAG,TAG    language of each file, in order; found out when absent
  --format          json (default), html (side by side), tmx (1.4b), csv
  --embeddings DIR  also hear sentence embeddings: DIR holds Xenova/LaBSE, "network" fetches it; needs the package
                    @huggingface/transformers, installed by you. The result names what was used`,
  options: { lang: { type: "string", multiple: true }, format: { type: "string" }, embeddings: { type: "string" } },
  async run(input, terminal) {
    if (input.files.length < 2)
      throw new Problem("input/usage", { usage: "besh align FILE FILE…", detail: "two files or more" })
    const format = input.choice("format", ["json", "html", "tmx", "csv"])
    const languages = input.list("lang")
    const documents = []
    for (const [at, path] of input.files.entries()) {
      const file = await readNamed(path, terminal)
      const document = readDocument(file.bytes, { name: file.name })
      documents.push({
        path,
        document,
        language: languages[at] ?? document.declared ?? identify(document.text.slice(0, 20_000))[0]?.tag ?? "und",
      })
    }
    const where = input.text("embeddings")
    const similarity = where === undefined ? undefined : await embeddingsFrom(where, documents)
    terminal.out(alignmentReports[format](documents, aligned(documents, similarity ? { similarity } : {})))
    return 0
  },
}

async function embeddingsFrom(where: string, documents: readonly AlignInput[]): Promise<SimilarityProvider> {
  const { embeddings } = await import("./embeddings.ts")
  const texts = documents.flatMap(({ document }) =>
    document.sections.flatMap(({ segments }) => segments.map(({ text }) => text)),
  )
  return embeddings(texts, where === "network" ? { isNetworkAllowed: true } : { folder: where })
}
