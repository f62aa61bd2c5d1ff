// besh identify: which language a text is in.
import { decode } from "../../src/formats/decode.ts"
import { identify as ranked } from "../../src/language/identify.ts"
import type { Command } from "./command.ts"
import { readNamed } from "./files.ts"

export const identify: Command = {
  name: "identify",
  summary: "say which language a text is in",
  help: `Usage: besh identify [FILE|-] [--lines] [--format text|json]

Says which language a text is in, and how sure that is (0–1). "und" means there is too little to go by.

  --lines           one answer for each line
  --format json     {"tag", "confidence", "text"}, with --lines one such object a line

  echo 'Биз маалымат чогултабыз' | besh identify`,
  options: { lines: { type: "boolean" }, format: { type: "string" } },
  async run(input, terminal) {
    const file = await readNamed(input.files[0] ?? "-", terminal)
    const format = input.choice("format", ["text", "json"])
    const { text } = decode(file.bytes, file.path)
    const pieces = input.isSet("lines")
      ? text.split(/\r\n|\r|\n/).filter((line, at, all) => line !== "" || at < all.length - 1)
      : [text]
    for (const piece of pieces) {
      const { tag, confidence } = ranked(piece)[0] ?? { tag: "und", confidence: 0 }
      const shown = Number(confidence.toFixed(4))
      if (format === "json") terminal.out(JSON.stringify({ tag, confidence: shown, text: piece }))
      else terminal.out(input.isSet("lines") ? `${tag}\t${shown.toFixed(2)}\t${piece}` : `${tag}\t${shown.toFixed(2)}`)
    }
    return 0
  },
}
