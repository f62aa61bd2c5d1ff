// XML as it comes in, on saxes: a tree under limits, with a place for every element, and with a way to let go of what
// has been read. saxes is quadratic in depth and buffers an open DOCTYPE, so depth is counted at the start of a tag
// and a file that takes too long to begin is none of ours. No entity beyond the five is ever expanded.
import { SaxesParser, type SaxesAttributeNS } from "saxes"
import { Problem, type Place, type ProblemCode } from "../errors.ts"

export type Attribute = Pick<SaxesAttributeNS, "name" | "local" | "uri" | "value">

export interface XmlElement {
  readonly kind: "element"
  /** As written, with its prefix. */
  readonly name: string
  readonly local: string
  readonly uri: string
  /** In their order; namespace declarations are among them. A list: there are few, and looking through it is quick. */
  readonly attributes: Attribute[]
  readonly children: XmlNode[]
  readonly parent: XmlElement | null
  /** Of its "<", from 1. */
  readonly line: number
  readonly column: number
}

export type XmlMisc =
  | { readonly kind: "comment" | "cdata"; readonly text: string }
  | { readonly kind: "instruction"; readonly target: string; readonly text: string }

export type XmlNode = string | XmlElement | XmlMisc

export interface XmlLimits {
  /** Of the file, before decoding. */
  readonly bytes: number
  readonly depth: number
  /** Length of one attribute, in UTF-16 code units. */
  readonly attribute: number
  readonly attributes: number
  /** Elements held in memory at once. */
  readonly held: number
}

const MiB = 1024 * 1024
/** 100 MB with 100,000 units pass; what people make by hand stays far below each of them. */
export const xmlLimits: XmlLimits = { bytes: 128 * MiB, depth: 64, attribute: 65_536, attributes: 256, held: 400_000 }

export interface XmlHandler {
  /** Comments and processing instructions too. */
  readonly keepsAll?: boolean
  open?(element: XmlElement): void
  /** The element is complete. `true`: its parent may forget it. */
  close?(element: XmlElement): boolean
}

export interface XmlParser {
  write(text: string): void
  /** The root, and comments and instructions around it. */
  end(): { readonly root: XmlElement; readonly before: readonly XmlMisc[]; readonly after: readonly XmlMisc[] }
}

/** @throws Problem "xliff/…" with line and column at the first thing that is not well-formed or past a limit */
export function xmlParser(file: string, limits: XmlLimits, handler: XmlHandler): XmlParser {
  // No more than six handlers for reading: with the seventh, V8 keeps the parser as a dictionary and it is four times
  // slower (saxes 6, Node 20). So errors are caught, attributes are counted at the tag, and comments cost.
  const parser = new SaxesParser({ xmlns: true, position: true })
  const before: XmlMisc[] = []
  const after: XmlMisc[] = []
  let root: XmlElement | undefined
  let current: XmlElement | null = null
  let depth = 0
  let held = 0
  const heldBefore: number[] = []
  let line = 1
  let column = 1
  let prolog = 0

  const place = (): Place => ({ file, line: parser.line, column: Math.max(1, parser.columnIndex) })
  const refuse = (code: ProblemCode, data: Record<string, string | number> = {}): never => {
    throw new Problem(code, { name: file, ...data }, place())
  }
  const put = (node: XmlMisc): void => {
    if (current) current.children.push(node)
    else if (root) after.push(node)
    else before.push(node)
  }

  parser.on("doctype", (text) =>
    refuse(/^\s*html\b/i.test(text) ? "xliff/not-xliff" : "xliff/doctype", { root: "html" }),
  )
  parser.on("opentagstart", (tag) => {
    depth += 1
    if (depth > limits.depth) refuse("xliff/too-deep", { limit: limits.depth })
    // The character after the name has been read: a blank, "/", ">" or a line end.
    const at = parser.columnIndex - tag.name.length - 1
    line = at > 0 ? parser.line : Math.max(1, parser.line - 1)
    column = Math.max(1, at)
  })
  parser.on("opentag", (tag) => {
    const attributes = pending
    pending = []
    heldBefore.push(held)
    held += 1
    if (held > limits.held) refuse("xliff/too-many", { limit: limits.held })
    const element: XmlElement = {
      kind: "element",
      name: tag.name,
      local: tag.local,
      uri: tag.uri,
      attributes,
      children: [],
      parent: current,
      line,
      column,
    }
    if (current) current.children.push(element)
    else root = element
    current = element
    handler.open?.(element)
  })
  parser.on("closetag", () => {
    depth -= 1
    const element = current!
    current = element.parent
    const mark = heldBefore.pop()!
    if (!handler.close?.(element) || !current) return
    current.children.pop()
    if (typeof current.children.at(-1) === "string") current.children.pop()
    held = mark
  })
  parser.on("text", (text) => {
    if (current) current.children.push(text)
  })
  parser.on("cdata", (text) => put({ kind: "cdata", text }))
  // The list of attributes as it grows is private to saxes 6.0.0; its map of them is slow to walk. Set by name, not by
  // `on`, this handler does not count among the six.
  let pending: Attribute[] = []
  ;(parser as unknown as { attributeHandler(attribute: Attribute): void }).attributeHandler = (each) => {
    if (each.value.length > limits.attribute)
      refuse("xliff/attribute-size", { attribute: each.name, limit: limits.attribute })
    pending.push(each)
    if (pending.length > limits.attributes) refuse("xliff/too-many", { limit: limits.attributes })
  }
  if (handler.keepsAll) {
    parser.on("comment", (text) => put({ kind: "comment", text }))
    parser.on("processinginstruction", ({ target, body }) => put({ kind: "instruction", target, text: body }))
  }
  // Without a handler for errors saxes throws them.
  const guarded = (run: () => void): void => {
    try {
      run()
    } catch (error) {
      if (error instanceof Problem || !(error instanceof Error) || !/^(?:.*:)?\d+:\d+: /.test(error.message))
        throw error
      throw malformed(error, file, place())
    }
  }

  return {
    write(text) {
      guarded(() => parser.write(text))
      if (root) return
      prolog += text.length
      if (prolog > MiB) refuse("xliff/not-xliff", { root: "" })
    },
    end() {
      guarded(() => parser.close())
      return { root: root!, before, after }
    },
  }
}

/** saxes says "file:line:column: what": the place is told apart, what is wrong becomes a code. */
function malformed(error: Error, name: string, place: Place): Problem {
  const detail = error.message.replace(/^(?:[^:]*:)?\d+:\d+:\s*/, "").replace(/\.$/, "")
  if (/disallowed character|malformed character entity|invalid character entity|character reference/i.test(detail))
    return new Problem("xliff/character", { name, detail }, place, { cause: error })
  if (/undefined entity|entity/i.test(detail))
    return new Problem("xliff/entity", { name, detail }, place, { cause: error })
  if (/must contain a root element/i.test(detail))
    return new Problem("xliff/not-xliff", { name, root: "" }, place, { cause: error })
  return new Problem("xliff/malformed", { name, detail }, place, { cause: error })
}

/** Value of an attribute by its name as written; only "xml:" is a prefix to rely on. */
export function attribute(element: XmlElement, name: string): string | undefined {
  const { attributes } = element
  for (let at = 0; at < attributes.length; at += 1) if (attributes[at]!.name === name) return attributes[at]!.value
  return undefined
}

/** Value of an attribute in a namespace, whatever its prefix. */
export function attributeIn(element: XmlElement, uri: string, local: string): string | undefined {
  for (const each of element.attributes) if (each.local === local && each.uri === uri) return each.value
  return undefined
}

/** Child elements of a name, in the parent's own namespace unless another is given. */
export function children(element: XmlElement, local?: string, uri = element.uri): XmlElement[] {
  const found: XmlElement[] = []
  for (const child of element.children)
    if (typeof child !== "string" && child.kind === "element")
      if (local === undefined || (child.local === local && child.uri === uri)) found.push(child)
  return found
}

export function child(element: XmlElement, local: string, uri = element.uri): XmlElement | undefined {
  for (const each of element.children)
    if (typeof each !== "string" && each.kind === "element" && each.local === local && each.uri === uri) return each
  return undefined
}

/** All text below an element, CDATA included. */
export function textOf(element: XmlElement): string {
  let text = ""
  for (const each of element.children)
    if (typeof each === "string") text += each
    else if (each.kind === "cdata") text += each.text
    else if (each.kind === "element") text += textOf(each)
  return text
}
