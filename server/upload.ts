// Files in forms. Bytes, parts and time are limited while they arrive; a request that goes past a limit is refused
// before it is held in memory.
import type { Readable } from "node:stream"
import busboy from "busboy"
import type { Request } from "express"
import { Problem } from "../src/errors.ts"

const MiB = 1024 * 1024

export interface UploadLimits {
  /** Bytes of one file. */
  readonly file: number
  /** Bytes of the whole request. */
  readonly total: number
  readonly files: number
  readonly fields: number
  /** Bytes of one text field. */
  readonly field: number
  readonly seconds: number
}

export const uploadLimits: UploadLimits = {
  file: 20 * MiB,
  total: 64 * MiB,
  files: 50,
  fields: 500,
  field: 20 * MiB,
  seconds: 120,
}

/** Completed translations are larger than any document. */
export const translationLimits: UploadLimits = { ...uploadLimits, file: 64 * MiB, total: 256 * MiB, seconds: 900 }

export interface UploadedFile {
  /** Form field it came in. */
  readonly field: string
  /** As on the sender's disk, without folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Upload {
  /** Values of each text field, in order. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Chosen files; those left empty by the browser are not among them. */
  readonly files: readonly UploadedFile[]
}

/** @throws Problem "input/too-large" { limit }, "input/invalid" for a broken or slow request */
export function readUpload(request: Request, limits: UploadLimits = uploadLimits): Promise<Upload> {
  const parser = open(request, limits)
  return new Promise((resolve, reject) => {
    const fields = Object.create(null) as Record<string, string[]>
    const files: UploadedFile[] = []
    let total = 0
    const timer = setTimeout(() => fail(new Problem("input/invalid", { field: "time" })), limits.seconds * 1000)
    const tooLarge = (name: string, limit: number) => fail(new Problem("input/too-large", { name, limit }))

    request.on("data", count)
    request.on("aborted", () => fail(new Problem("input/invalid", { field: "form" })))
    parser.on("field", (name, value, { valueTruncated }) => {
      if (valueTruncated) tooLarge(name, limits.field)
      ;(fields[name] ??= []).push(value)
    })
    parser.on("file", (field, stream, { filename }) => {
      const chunks: Buffer[] = []
      const name = baseName(filename)
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("limit", () => tooLarge(name, limits.file))
      stream.on("error", () => {})
      stream.on("end", () => {
        const bytes = Buffer.concat(chunks)
        if (name !== "" || bytes.length > 0) files.push({ field, name: name === "" ? "document" : name, bytes })
      })
    })
    parser.on("filesLimit", () => tooLarge("files", limits.files))
    parser.on("fieldsLimit", () => tooLarge("fields", limits.fields))
    parser.on("partsLimit", () => tooLarge("parts", limits.files + limits.fields))
    parser.on("error", (cause) => fail(new Problem("input/invalid", { field: "form" }, {}, { cause })))
    parser.on("close", () => {
      done()
      resolve({ fields, files })
    })
    request.pipe(parser)

    function count(chunk: Buffer): void {
      total += chunk.length
      if (total > limits.total) tooLarge("", limits.total)
    }
    function done(): void {
      clearTimeout(timer)
      request.off("data", count)
    }
    function fail(problem: Problem): void {
      done()
      request.unpipe(parser)
      request.resume() // read on and throw away, so that the browser gets to see the answer
      reject(problem)
    }
  })
}

export interface ArrivingFile {
  /** As on the sender's disk, without folders. */
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}

/**
 * Chosen files one after the other, as they come: the sender waits until each piece has been taken.
 *
 * @throws Problem as `readUpload`, here or from `chunks`; "input/invalid" { field: "file" } when there is none
 */
export async function* uploadedFiles(
  request: Request,
  limits: UploadLimits = translationLimits,
): AsyncGenerator<ArrivingFile> {
  const parser = open(request, limits)
  const arrived: { name: string; stream: Readable & { truncated?: boolean } }[] = []
  let problem: Problem | null = null
  let hasEnded = false
  let total = 0
  let wake = () => {}
  const fail = (found: Problem) => {
    problem ??= found
    request.unpipe(parser)
    for (const { stream } of arrived) stream.destroy(problem)
    wake()
  }
  const tooLarge = (name: string, limit: number) => fail(new Problem("input/too-large", { name, limit }))
  const timer = setTimeout(() => fail(new Problem("input/invalid", { field: "time" })), limits.seconds * 1000)
  const count = (chunk: Buffer) => {
    total += chunk.length
    if (total > limits.total) tooLarge("", limits.total)
  }
  request.on("data", count)
  request.on("aborted", () => fail(new Problem("input/invalid", { field: "form" })))
  parser.on("file", (_field, stream, { filename }) => {
    const name = baseName(filename)
    stream.on("error", () => {})
    if (name === "") stream.resume()
    else {
      arrived.push({ name, stream })
      wake()
    }
  })
  parser.on("filesLimit", () => tooLarge("files", limits.files))
  parser.on("fieldsLimit", () => tooLarge("fields", limits.fields))
  parser.on("partsLimit", () => tooLarge("parts", limits.files + limits.fields))
  parser.on("error", (cause) => fail(new Problem("input/invalid", { field: "form" }, {}, { cause })))
  parser.on("close", () => {
    hasEnded = true
    wake()
  })
  request.pipe(parser)
  try {
    for (let taken = 0; ; taken += 1) {
      while (!problem && !hasEnded && arrived.length <= taken) await new Promise<void>((resolve) => (wake = resolve))
      if (problem) throw problem as Problem
      const file = arrived[taken]
      if (!file) {
        if (taken === 0) throw new Problem("input/invalid", { field: "file" })
        return
      }
      yield { name: file.name, chunks: piecesOf(file.stream, file.name) }
    }
  } finally {
    clearTimeout(timer)
    request.off("data", count)
    request.unpipe(parser)
    request.resume() // read on and throw away, so that the browser gets to see the answer
  }

  async function* piecesOf(stream: Readable & { truncated?: boolean }, name: string): AsyncGenerator<Uint8Array> {
    yield* stream as AsyncIterable<Uint8Array>
    if (problem) throw problem
    if (stream.truncated) throw new Problem("input/too-large", { name, limit: limits.file })
  }
}

function open(request: Request, limits: UploadLimits): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: "utf8",
      limits: {
        fileSize: limits.file,
        files: limits.files,
        fields: limits.fields,
        fieldSize: limits.field,
        fieldNameSize: 200,
        parts: limits.files + limits.fields,
        headerPairs: 50,
      },
    })
  } catch (cause) {
    throw new Problem("input/invalid", { field: "form" }, {}, { cause })
  }
}

function baseName(name: string | undefined): string {
  return (name ?? "").replaceAll("\\", "/").split("/").at(-1)?.trim() ?? ""
}
