// XML as it comes in: a tree under limits, with a place for every element, and with a way to let go of what has been
// read. A file that takes too long to begin is none of ours.
import { Problem, type ProblemCode } from "../errors.ts"
import { tokenizer } from "./tokenizer.ts"
import { XmlFault, type Attribute, type Tag } from "./tokens.ts"

export interface XmlElement {
  readonly kind: "element"
  /** As written, with its prefix. */
  readonly name: string
  readonly local: string
  readonly uri: string
  /** In their order; namespace declarations are among them. A list: there are few, and looking through it is quick. */
  attributes: readonly Attribute[]
  readonly children: XmlNode[]
  readonly parent: XmlElement | null
  /** As it was read. */
  readonly tag: Tag | null
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
  const before: XmlMisc[] = []
  const after: XmlMisc[] = []
  let root: XmlElement | undefined
  let current: XmlElement | null = null
  let depth = 0
  let held = 0
  const heldBefore: number[] = []
  let prolog = 0

  const put = (node: XmlMisc): void => {
    if (current) current.children.push(node)
    else if (root) after.push(node)
    else before.push(node)
  }
  const refuse = (code: ProblemCode, data: Record<string, string | number>, line: number, column: number): never => {
    throw new Problem(code, { name: file, ...data }, { file, line, column })
  }
  const reader = tokenizer(limits, {
    open(tag, line, column) {
      depth += 1
      if (depth > limits.depth) refuse("xliff/too-deep", { limit: limits.depth }, line, column)
      heldBefore.push(held)
      held += 1
      if (held > limits.held) refuse("xliff/too-many", { limit: limits.held }, line, column)
      const { name, local, uri, attributes } = tag
      const element: XmlElement = {
        kind: "element",
        name,
        local,
        uri,
        attributes,
        children: [],
        parent: current,
        tag,
        line,
        column,
      }
      if (current) current.children.push(element)
      else root = element
      current = element
      handler.open?.(element)
    },
    close() {
      depth -= 1
      const element = current!
      current = element.parent
      const mark = heldBefore.pop()!
      if (!handler.close?.(element) || !current) return
      const { children } = current
      children.pop()
      if (typeof children.at(-1) === "string") children.pop()
      held = mark
    },
    text(text) {
      current!.children.push(text)
    },
    cdata(text) {
      put({ kind: "cdata", text })
    },
    comment(text) {
      if (handler.keepsAll) put({ kind: "comment", text })
    },
    instruction(target, text) {
      if (handler.keepsAll) put({ kind: "instruction", target, text })
    },
  })
  const guarded = (run: () => void): void => {
    try {
      run()
    } catch (error) {
      throw error instanceof XmlFault ? problemOf(error, file, limits) : error
    }
  }

  return {
    write(text) {
      guarded(() => reader.write(text))
      if (root) return
      prolog += text.length
      if (prolog > MiB) throw new Problem("xliff/not-xliff", { name: file, root: "" }, { file, ...reader.place() })
    },
    end() {
      guarded(() => reader.end())
      return { root: root!, before, after }
    },
  }
}

function problemOf(fault: XmlFault, name: string, limits: XmlLimits): Problem {
  const { message: detail, line, column } = fault
  const problem = (code: ProblemCode, data: Record<string, string | number>) =>
    new Problem(code, { name, ...data }, { file: name, line, column }, { cause: fault })
  switch (fault.kind) {
    case "empty":
      return problem("xliff/not-xliff", { root: "" })
    case "page":
      return problem("xliff/not-xliff", { root: "html" })
    case "doctype":
      return problem("xliff/doctype", {})
    case "attribute":
      return problem("xliff/attribute-size", { attribute: detail, limit: limits.attribute })
    case "attributes":
      return problem("xliff/too-many", { limit: limits.attributes })
    default:
      return problem(`xliff/${fault.kind}`, { detail })
  }
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
