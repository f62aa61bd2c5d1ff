// Zips in and out. Coming in: names are refused before anything is read, and what counts is what really comes out of an
// entry, never what its header says (zip bombs lie). Nothing is ever written to disk. Going out: sorted names and one
// fixed time, so that the same files are the same bytes.
import type { Readable } from "node:stream"
import { ZipFile } from "yazl"
import yauzl from "yauzl"
import { Problem } from "../../src/errors.ts"

export interface Entry {
  readonly path: string
  readonly bytes: Uint8Array
}

const MiB = 1024 * 1024
const limits = { entries: 2_000, entry: 64 * MiB, all: 256 * MiB, ratio: 200, ratioFrom: MiB }

/** What file managers leave behind. */
const litter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i

export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  )
}

/**
 * The files in a zip, folders and litter left out.
 *
 * @param name of the zip, for messages
 * @throws Problem "zip/…" for everything that is not a plain, honest zip
 */
export async function unzip(bytes: Uint8Array, name: string): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const { path, open } of await openZip(bytes, name)) {
    const parts: Buffer[] = []
    for await (const part of open()) parts.push(part)
    entries.push({ path, bytes: Buffer.concat(parts) })
  }
  return entries
}

export interface ZipEntry {
  readonly path: string
  /** Bytes that really come out of it. */
  readonly size: number
  /** Its first bytes: up to 2,000. */
  readonly head: Uint8Array
  /** Its content, a piece at a time; may be asked for again. */
  readonly open: () => AsyncGenerator<Buffer>
}

/**
 * The files in a zip, folders and litter left out, every one inflated once and counted before any is handed out.
 *
 * @param name of the zip, for messages
 * @throws Problem "zip/…" for everything that is not a plain, honest zip
 */
export async function openZip(bytes: Uint8Array, name: string): Promise<ZipEntry[]> {
  const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name)
  if (zip.entryCount > limits.entries)
    throw new Problem("zip/entries", { name, count: zip.entryCount, limit: limits.entries })
  const listed = await list(zip, name)
  const seen = new Set<string>()
  for (const { fileName } of listed) {
    const key = fileName.normalize("NFC").toLowerCase()
    if (seen.has(key)) throw new Problem("zip/duplicate", { name, entry: fileName })
    seen.add(key)
  }
  const entries: ZipEntry[] = []
  let total = 0
  for (const entry of listed) {
    if (entry.fileName.endsWith("/") || litter.test(entry.fileName)) continue
    refuseSpecial(entry, name)
    let size = 0
    let head = Buffer.alloc(0)
    for await (const part of inflate(zip, entry, name, limits.all - total)) {
      size += part.length
      if (head.length < 2_000) head = Buffer.concat([head, part.subarray(0, 2_000 - head.length)])
    }
    total += size
    if (isZip(head)) throw new Problem("zip/nested", { name, entry: entry.fileName })
    entries.push({ path: entry.fileName, size, head, open: () => inflate(zip, entry, name, limits.entry) })
  }
  return entries
}

/** Same entries, same bytes. */
export async function zip(entries: readonly Entry[]): Promise<Uint8Array> {
  const file = new ZipFile()
  for (const { path, bytes } of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    file.addBuffer(Buffer.from(bytes), path, {
      mtime: new Date(1980, 0, 1),
      mode: 0o100644,
      forceDosTimestamp: true,
    } as Parameters<ZipFile["addBuffer"]>[2])
  }
  file.end()
  const parts: Buffer[] = []
  for await (const part of file.outputStream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function open(bytes: Buffer, name: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true, autoClose: false }
    yauzl.fromBuffer(bytes, options, (error, file) => {
      if (error as Error | null) reject(new Problem("zip/corrupt", { name }, {}, { cause: error }))
      else resolve(file)
    })
  })
}

function list(file: yauzl.ZipFile, name: string): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = []
    file.on("entry", (entry: yauzl.Entry) => {
      entries.push(entry)
      file.readEntry()
    })
    file.on("end", () => {
      resolve(entries)
    })
    file.on("error", (error: Error) => {
      const isPath = /(?:absolute path|relative path|characters in fileName|backslash)/i.test(error.message)
      const entry = error.message.split(": ").at(-1) ?? ""
      reject(
        isPath
          ? new Problem("zip/path", { name, entry }, {}, { cause: error })
          : new Problem("zip/corrupt", { name }, {}, { cause: error }),
      )
    })
    file.readEntry()
  })
}

function refuseSpecial(entry: yauzl.Entry, name: string): void {
  if (entry.isEncrypted()) throw new Problem("zip/encrypted", { name })
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000
  const isUnix = entry.versionMadeBy >>> 8 === 3
  if (isUnix && kind !== 0 && kind !== 0o100000) throw new Problem("zip/link", { name, entry: entry.fileName })
}

async function* inflate(file: yauzl.ZipFile, entry: yauzl.Entry, name: string, left: number): AsyncGenerator<Buffer> {
  const bomb = () => new Problem("zip/ratio", { name, entry: entry.fileName })
  let size = 0
  try {
    const stream = await new Promise<Readable>((resolve, reject) => {
      file.openReadStream(entry, (error, opened) => {
        if (error) reject(error)
        else resolve(opened)
      })
    })
    for await (const part of stream as AsyncIterable<Buffer>) {
      size += part.length
      const isBomb = size > limits.ratioFrom && size > limits.ratio * Math.max(1, entry.compressedSize)
      if (isBomb || size > limits.entry || size > left) {
        stream.destroy()
        throw bomb()
      }
      yield part
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem("zip/corrupt", { name }, {}, { cause: error })
  }
}
