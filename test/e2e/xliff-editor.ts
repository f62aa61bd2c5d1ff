// A translator's tool of a few lines: opens a bundle, fills targets of XLIFF 1.2, knows nothing of besh.
import { buffer } from "node:stream/consumers"
import yauzl from "yauzl"
import { ZipFile } from "yazl"

export interface Entry {
  readonly path: string
  readonly text: string
}

export async function open(zip: Buffer): Promise<Entry[]> {
  const archive = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened)))
  })
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    archive.on("entry", (entry: yauzl.Entry) => {
      archive.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        buffer(stream).then((bytes) => {
          entries.push({ path: entry.fileName, text: bytes.toString("utf8") })
          archive.readEntry()
        }, reject)
      })
    })
    archive.on("end", () => resolve(entries))
    archive.on("error", reject)
    archive.readEntry()
  })
}

export async function pack(entries: readonly Entry[]): Promise<Buffer> {
  const archive = new ZipFile()
  for (const { path, text } of entries) archive.addBuffer(Buffer.from(text, "utf8"), path)
  archive.end()
  return buffer(archive.outputStream)
}

/** @param translate new inner XML of the target, or null to leave the unit alone */
export function fill(xliff: string, translate: (source: string, target: string, id: string) => string | null): string {
  return xliff.replace(/<trans-unit\b[^>]*\bid="([^"]*)"[^>]*>[\s\S]*?<\/trans-unit>/g, (unit: string, id: string) => {
    const source = /<source\b[^>]*>([\s\S]*?)<\/source>/.exec(unit)?.[1] ?? ""
    // What stands in <alt-trans> is a suggestion, not the target.
    const own = unit.replace(/<alt-trans\b[\s\S]*/, "")
    const [whole = "", target = ""] = /<target\b[^>]*?(?:\/>|>([\s\S]*?)<\/target>)/.exec(own) ?? []
    const filled = translate(source, target, id)
    if (filled === null) return unit
    const language = / xml:lang="[^"]*"/.exec(whole)?.[0] ?? ""
    const made = `<target${language} state="translated">${filled}</target>`
    return whole === "" ? unit.replace("</source>", () => `</source>\n${made}`) : unit.replace(whole, () => made)
  })
}
