// Every refusal we expect, by code. A Problem is a fact about the input, told to people in their language
// (locales key `errors.<code>`); anything else thrown is a bug of ours.

/** Code → HTTP status. On the command line every Problem exits with 2. Codes are forever; sentences may improve. */
export const problems = {
  "input/empty": 400,
  "input/not-text": 400,
  "input/encoding": 400,
  "input/too-large": 413,
  "input/format": 415,
  "input/unreadable": 400,
  "input/usage": 400,
  "input/invalid": 400,
  "policy/unknown": 404,
  "policy/language": 400,
  "document/unknown": 404,
  "unit/unknown": 404,
  "unit/stale": 409,
  "unit/locked": 409,
  "unit/codes": 400,
  "alignment/stale": 409,
  "alignment/undo": 409,
  "finding/unknown": 404,
  "bundle/unknown": 404,
  "plan/unknown": 404,
  "plan/stale": 409,
  "user/unknown": 404,
  "session/required": 401,
  "session/credentials": 401,
  "session/link": 400,
  "session/forbidden": 403,
  "session/origin": 403,
  "session/rate": 429,
  "page/unknown": 404,
  "input/slow": 422,
  "zip/corrupt": 400,
  "zip/path": 400,
  "zip/ratio": 413,
  "zip/entries": 413,
  "zip/duplicate": 400,
  "zip/encrypted": 400,
  "zip/nested": 400,
  "zip/link": 400,
  "user/exists": 409,
  "user/last": 409,
  "plan/applied": 409,
  "plan/planning": 409,
  "project/unknown": 404,
  "xliff/not-xliff": 400,
  "xliff/doctype": 400,
  "xliff/encoding": 400,
  "xliff/character": 400,
  "xliff/entity": 400,
  "xliff/malformed": 400,
  "xliff/too-deep": 413,
  "xliff/attribute-size": 413,
  "xliff/too-many": 413,
  "xliff/version": 400,
  "xliff/element": 400,
  "xliff/missing-element": 400,
  "xliff/attribute": 400,
  "xliff/missing-attribute": 400,
  "xliff/value": 400,
  "xliff/text": 400,
  "xliff/duplicate-id": 400,
  "xliff/reference": 400,
  "xliff/fragment": 400,
  "xliff/language": 400,
  "xliff/target-language": 400,
  "xliff/state": 400,
  "xliff/pair": 400,
  "xliff/pair-differs": 400,
  "xliff/code-missing": 400,
  "xliff/code-order": 400,
  "xliff/code-duplicate": 400,
  "xliff/space": 400,
  "xliff/order": 400,
  "xliff/rule": 400,
  "alignment/link": 404,
  "xliff/source-language": 400,
  "xliff/other-language": 400,
  "import/source-language": 400,
  "import/target-language": 400,
  "bundle/empty": 409,
  "input/json": 400,
  "input/messages": 415,
  "input/no-match": 400,
  "output/unwritable": 500,
  "output/changed": 409,
  "config/json": 400,
  "config/key": 400,
  "config/value": 400,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof problems
export type ProblemData = Readonly<Record<string, string | number>>

/** Where in an input file a problem lies; line and column count from 1, columns in UTF-16 code units. */
export interface Place {
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/** An expected refusal. `data` fills the placeholders of `errors.<code>`. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly data: ProblemData
  readonly place: Place
  override readonly name = "Problem"

  constructor(code: ProblemCode, data: ProblemData = {}, place: Place = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(data)}`, options)
    this.code = code
    this.data = data
    this.place = place
  }

  get status(): number {
    return problems[this.code]
  }
}

/** Line and column (both from 1, UTF-16 code units) of an offset. */
export function placeAt(text: string, offset: number, file?: string): Place {
  const before = text.slice(0, offset)
  const lines = before.split(/\r\n|\r|\n/)
  return { ...(file === undefined ? {} : { file }), line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
