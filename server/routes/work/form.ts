// What forms of the work screens send.
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { Request } from "express"
import { Problem } from "../../../src/errors.ts"
import { field, type Answer } from "../../page.ts"

/** Every value of a repeated field. */
export function all(form: unknown, name: string): string[] {
  const value = typeof form === "object" && form !== null ? (form as Record<string, unknown>)[name] : undefined
  return [value ?? []].flat().filter((each): each is string => typeof each === "string")
}

/** A text as typed: not trimmed, with the line ends of documents instead of those of forms. */
export function typed(form: unknown, name: string): string {
  return (all(form, name)[0] ?? "").replaceAll("\r\n", "\n")
}

/** A whole number, 0 or more. @throws Problem "input/invalid" */
export function whole(form: unknown, name: string): number {
  const value = field(form, name)
  if (!/^\d{1,9}$/.test(value)) throw new Problem("input/invalid", { field: name })
  return Number(value)
}

/** Does a script ask for a part of the page only? */
export function wants(request: Request, fragment: string): boolean {
  return (request.get("accept") ?? "").includes(`fragment=${fragment}`)
}

/** A file to keep: content type and a name in any script. (RFC 6266) */
export function download(response: Answer, name: string, mediaType: string, bytes: Uint8Array): void {
  asFile(response, name, mediaType)
  response.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

/**
 * The same for a file that is made as it leaves, no faster than it is taken.
 *
 * @throws what making it throws, while nothing has left; later the connection is cut, so that half a file is no file
 */
export async function downloadStream(
  response: Answer,
  name: string,
  mediaType: string,
  parts: AsyncGenerator<string>,
): Promise<void> {
  const first = await parts.next()
  asFile(response, name, mediaType)
  try {
    await pipeline(Readable.from(joined(first, parts), { objectMode: false }), response)
  } catch (error) {
    if (response.destroyed && (error as NodeJS.ErrnoException).code === "ERR_STREAM_PREMATURE_CLOSE") return // left
    response.locals.log.error({ err: error, request: response.locals.requestId }, "a download broke off")
    response.destroy()
  }
}

async function* joined(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<Buffer> {
  if (!first.done) yield Buffer.from(first.value, "utf8")
  for await (const part of rest) if (part !== "") yield Buffer.from(part, "utf8")
}

function asFile(response: Answer, name: string, mediaType: string): void {
  const plain = name.replace(/[^\w.-]+/g, "-")
  response.set("Content-Type", mediaType)
  response.set("Content-Disposition", `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`)
  response.set("X-Content-Type-Options", "nosniff")
}
