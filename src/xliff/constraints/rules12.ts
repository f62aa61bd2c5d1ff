// XLIFF 1.2. The frame (xliff, file, body, group) is followed as it opens, units when they are whole.
import type { Violation } from "../document.ts"
import { attribute, child, children, type XmlElement } from "../xml.ts"
import { grammar12 } from "./grammar12.ts"
import { once } from "./ids.ts"
import { isLanguageTag } from "./languages.ts"
import { unitMemo } from "./memo.ts"
import { teller, type Constraints, type Report, type Tell } from "./rule.ts"
import { checkAttributes, follower, type Follower } from "./schema.ts"
import { checkTree } from "./tree.ts"

const none: readonly Violation[] = []
const framing = new Set(["xliff", "file", "body", "group"])

export function rules12(report: Report): Constraints {
  let told = 0
  const memo = unitMemo()
  const tell = teller((violation) => {
    told += 1
    report(violation)
  })
  let units = new Map<string, number>()
  let groups = new Map<string, number>()
  let file: XmlElement | undefined
  let root: XmlElement | undefined
  const frame: { element: XmlElement; follow: Follower }[] = []
  let inside: XmlElement | null = null

  return {
    open(element) {
      if (inside) return
      root ??= element
      frame.at(-1)?.follow.next(element)
      if (element.uri !== root.uri || !framing.has(element.local)) {
        inside = element
        return
      }
      const shape = grammar12.shapes.get(element.local)!
      frame.push({ element, follow: follower(element, shape, tell) })
      checkAttributes(element, shape, tell)
      if (element.local === "group") once(groups, element, tell)
      if (element.local !== "file") return
      file = element
      units = new Map()
      groups = new Map()
      for (const name of ["source-language", "target-language"]) {
        const value = attribute(element, name)
        if (value !== undefined && !isLanguageTag(value)) tell("xliff/language", element, { value })
      }
    },
    close(element) {
      if (inside) {
        if (element !== inside) return
        inside = null
        checkTree(element, grammar12, tell)
        if (element.uri === root!.uri && element.local === "bin-unit") once(units, element, tell)
        return
      }
      frame.pop()?.follow.end()
      if (element.children.some((node) => typeof node === "string" && /[^ \t\r\n]/.test(node)))
        tell("xliff/text", element)
    },
    unit(unit) {
      // A unit inside a <bin-unit> is part of it.
      if (inside === unit) inside = null
      once(units, unit, tell)
      if (memo.isKnown(unit) && attribute(unit, "id") !== undefined) return none
      const before = told
      const own: Violation[] = []
      const tellUnit = teller((violation) => own.push(violation), "unit")
      checkTree(unit, grammar12, tell)
      const source = child(unit, "source")
      const target = child(unit, "target")
      if (target && file && attribute(file, "target-language") === undefined && !attribute(target, "xml:lang"))
        tell("xliff/target-language", target)
      if (source) language(source, file && attribute(file, "source-language"), tell)
      if (target) language(target, file && attribute(file, "target-language"), tell)
      if (source) codesOnce(source, new Map(), tell)
      if (target) {
        codesOnce(target, new Map(), (_, element) =>
          tellUnit("xliff/code-duplicate", element, { id: attribute(element, "id") ?? "" }),
        )
        segments(unit, target, tell)
      }
      if (told === before && own.length === 0) memo.keep(unit)
      return own
    },
    end() {},
  }
}

function language(element: XmlElement, expected: string | undefined, tell: Tell): void {
  const value = attribute(element, "xml:lang")
  if (value === undefined) return
  const isSame = expected === undefined || value.toLowerCase() === expected.toLowerCase()
  if (!isLanguageTag(value) || !isSame) tell("xliff/language", element, { value })
}

/** Segments of the target are segments of the source; each number once. */
function segments(unit: XmlElement, target: XmlElement, tell: Tell): void {
  const divided = child(unit, "seg-source")
  if (!divided) return
  const numbers = new Map<string, number>()
  const marks = (element: XmlElement): XmlElement[] =>
    children(element).flatMap((each) =>
      each.local === "mrk" && attribute(each, "mtype") === "seg" ? [each] : marks(each),
    )
  for (const mark of marks(divided)) once(numbers, mark, tell, attribute(mark, "mid"))
  for (const mark of marks(target)) {
    const mid = attribute(mark, "mid")
    if (mid !== undefined && !numbers.has(mid)) tell("xliff/reference", mark, { attribute: "mid", value: mid })
  }
}

/** Starts and ends may share an id; anything else may not. */
function codesOnce(element: XmlElement, ids: Map<string, number>, tell: Tell): void {
  for (const code of children(element)) {
    const id = attribute(code, "id")
    if (id !== undefined && code.uri === element.uri) {
      const end = /^(?:ex|ept)$/.test(code.local) || attribute(code, "pos") === "close" ? "/" : ""
      once(ids, code, tell, `${end}${id}`)
    }
    codesOnce(code, ids, tell)
  }
}
