// Grammar as data: which attributes an element may have, of what kind, and which children in which order. One engine
// reads the tables of 1.2, of 2.x and of its modules.
import { modules, xml, xmlns } from "../names.ts"
import { attribute, type XmlElement } from "../xml.ts"
import { isBlank } from "./memo.ts"
import type { Tell } from "./rule.ts"

export type Kind = (value: string) => boolean

/** A step of a sequence: which children, how many. "*" stands for elements of other namespaces. */
export interface Step {
  readonly names: ReadonlySet<string>
  readonly min: number
  readonly max: number
}

export interface Shape {
  readonly attributes: ReadonlyMap<string, Kind>
  readonly required: readonly string[]
  /** Attributes of other namespaces: any, those of the standard's modules, or none. */
  readonly foreign: "any" | "modules" | "none"
  /** Allowed attributes of the xml namespace. */
  readonly xml: readonly string[]
  readonly steps: readonly Step[]
  readonly hasText: boolean
}

export interface Grammar {
  readonly uri: string
  readonly shapes: ReadonlyMap<string, Shape>
}

/** "source", "note*", "target?", "file+", "a|b*"; "~" is any element of another namespace. */
function step(text: string): Step {
  const count = /[*+?]$/.exec(text)?.[0] ?? ""
  const names = new Set((count ? text.slice(0, -1) : text).split("|").map((name) => (name === "~" ? "*" : name)))
  return { names, min: count === "*" || count === "?" ? 0 : 1, max: count === "*" || count === "+" ? Infinity : 1 }
}

export interface Declared {
  /** "id!" is required. */
  readonly attributes?: Readonly<Record<string, Kind>>
  readonly foreign?: Shape["foreign"]
  readonly xml?: string
  readonly content?: string
  readonly hasText?: boolean
}

export function shape(declared: Declared): Shape {
  const names = Object.keys(declared.attributes ?? {})
  return {
    attributes: new Map(names.map((name) => [name.replace("!", ""), declared.attributes![name]!])),
    required: names.filter((name) => name.endsWith("!")).map((name) => name.slice(0, -1)),
    foreign: declared.foreign ?? "none",
    xml: declared.xml?.split(" ") ?? [],
    steps: declared.content ? declared.content.split(" ").map(step) : [],
    hasText: declared.hasText ?? false,
  }
}

export function grammar(uri: string, declared: Readonly<Record<string, Declared>>): Grammar {
  return { uri, shapes: new Map(Object.entries(declared).map(([name, each]) => [name, shape(each)])) }
}

const oasis = "urn:oasis:names:tc:xliff:"

/** Attributes of one element against its shape. Says whether there are any of the modules fs and slr. */
export function checkAttributes(element: XmlElement, found: Shape, tell: Tell): boolean {
  let isRestricted = false
  for (const { name, uri, local, value } of element.attributes) {
    if (uri === "") {
      const kind = found.attributes.get(name)
      if (!kind) tell("xliff/attribute", element, { attribute: name })
      else if (!kind(value)) tell("xliff/value", element, { attribute: name, value: value.slice(0, 100) })
    } else if (uri === xmlns) continue
    else if (uri === modules.fs || uri === modules.slr) {
      isRestricted = true
      if (found.foreign === "none" || !isDefined(uri, local)) tell("xliff/attribute", element, { attribute: name })
    } else if (uri === xml) {
      if (!found.xml.includes(local) && found.foreign !== "any") tell("xliff/attribute", element, { attribute: name })
      else if (local === "space" && value !== "default" && value !== "preserve")
        tell("xliff/value", element, { attribute: name, value: value.slice(0, 100) })
    } else if (found.foreign === "none" || (found.foreign === "modules" && !isModule(uri)) || !isDefined(uri, local))
      tell("xliff/attribute", element, { attribute: name })
  }
  for (const name of found.required)
    if (attribute(element, name) === undefined) tell("xliff/missing-attribute", element, { attribute: name })
  return isRestricted
}

/** Attributes the modules define for elements of the core; of other namespaces any name will do. */
const defined: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [modules.fs as string, new Set(["fs", "subFs"])],
  [modules.slr, new Set(["equivStorage", "sizeInfo", "sizeInfoRef", "sizeRestriction", "storageRestriction"])],
  [modules.pgs, new Set(["switch", "case"])],
])

function isDefined(uri: string, local: string): boolean {
  return defined.get(uri)?.has(local) ?? true
}

function isModule(uri: string): boolean {
  return uri.startsWith(oasis) || uri === "http://www.w3.org/2005/11/its"
}

/** Follows the children of one element through its sequence, greedily: every content model of XLIFF is deterministic. */
export interface Follower {
  /** false: the child may not stand here, and it has been told. */
  next(child: XmlElement): boolean
  end(): void
}

export function follower(element: XmlElement, found: Shape, tell: Tell): Follower {
  const { steps } = found
  let at = 0
  let count = 0
  return {
    next(child) {
      const name = child.uri === element.uri ? child.local : "*"
      while (at < steps.length && (!steps[at]!.names.has(name) || count >= steps[at]!.max)) {
        if (count < steps[at]!.min) break
        at += 1
        count = 0
      }
      if (at < steps.length && steps[at]!.names.has(name)) {
        count += 1
        return true
      }
      tell("xliff/element", child, { parent: element.name })
      return false
    },
    end() {
      for (; at < steps.length; at += 1, count = 0) {
        const { min, names } = steps[at]!
        if (count >= min) continue
        tell("xliff/missing-element", element, { child: [...names][0]! })
        return
      }
    },
  }
}

/** Children and text of a complete element. */
export function checkContent(element: XmlElement, found: Shape, tell: Tell): void {
  const { children } = element
  if (!found.hasText)
    for (const node of children)
      if (isText(node)) {
        tell("xliff/text", element)
        break
      }
  let isLeaf = true
  for (const node of children) if (typeof node !== "string" && node.kind === "element") isLeaf = false
  if (isLeaf && (found.steps.length === 0 || found.steps.every(({ min }) => min === 0))) return
  const follow = follower(element, found, tell)
  for (const node of children) if (typeof node !== "string" && node.kind === "element" && !follow.next(node)) return
  follow.end()
}

function isText(node: XmlElement["children"][number]): boolean {
  if (typeof node === "string") return !isBlank(node)
  return node.kind === "cdata" && /[^ \t\r\n]/.test(node.text)
}

/** Attribute types. */
const nmtokenPattern =
  /^[-.:\w\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}]+$/u
const one =
  (...values: string[]): Kind =>
  (value) =>
    values.includes(value)

export const kinds = {
  any: () => true,
  nmtoken: (value: string) => /^[\w.:-]+$/.test(value) || nmtokenPattern.test(value.trim()),
  nmtokens: (value: string) =>
    value
      .trim()
      .split(/\s+/)
      .every((each) => nmtokenPattern.test(each)),
  yesNo: one("yes", "no"),
  yesNoFirstNo: one("yes", "firstNo", "no"),
  direction: one("ltr", "rtl", "auto"),
  side: one("source", "target"),
  state: one("initial", "translated", "reviewed", "final"),
  codeType: one("fmt", "ui", "quote", "link", "image", "other"),
  own: (value: string) => /^[^\s:]+:[^\s:]+$/.test(value),
  markType: (value: string) => /^(?:generic|comment|term|[^\s:]+:[^\s:]+)$/.test(value),
  priority: (value: string) => /^(?:[1-9]|10)$/.test(value.trim()),
  positive: (value: string) => /^\+?0*[1-9]\d*$/.test(value.trim()),
  percent: (value: string) => /^\+?\d*(?:\.\d*)?$/.test(value) && /\d/.test(value) && Number(value) <= 100,
  hex: (value: string) => /^(?:[\da-f]{2})+$/i.test(value),
  uri: (value: string) => !/[<>"{}|\\^`\s]/.test(value.trim()),
  one,
}
