// Files in forms. Bytes, parts and time are limited while they arrive; a request that goes past a limit is refused
// before it is held in memory.
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
