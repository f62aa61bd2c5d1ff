// XLIFF 1.2.
import type { Violation } from "../document.ts"
import { attribute, child, children, type XmlElement } from "../xml.ts"
import { once, type Ids } from "./ids.ts"
import { isLanguageTag } from "./languages.ts"
import { teller, type Constraints, type Report, type Tell } from "./rule.ts"

export function rules12(report: Report): Constraints {
  const tell = teller(report)
  let units: Ids = new Map()
  let file: XmlElement | undefined
  return {
    open(element) {
      if (element.local !== "file" || element.parent?.parent !== null) return
      file = element
      units = new Map()
      for (const name of ["original", "source-language", "datatype"])
        if (attribute(element, name) === undefined) tell("xliff/missing-attribute", element, { attribute: name })
      for (const name of ["source-language", "target-language"]) {
        const value = attribute(element, name)
        if (value !== undefined && !isLanguageTag(value)) tell("xliff/language", element, { value })
      }
    },
    close() {},
    unit(unit) {
      const own: Violation[] = []
      const tellUnit = teller((violation) => own.push(violation), "unit")
      if (attribute(unit, "id") === undefined) tell("xliff/missing-attribute", unit, { attribute: "id" })
      once(units, unit, tell)
      const source = child(unit, "source")
      const target = child(unit, "target")
      if (!source) tell("xliff/missing-element", unit, { child: "source" })
      if (target && file && attribute(file, "target-language") === undefined) tell("xliff/target-language", target)
      if (source) codesOnce(source, new Map(), tell)
      if (target)
        codesOnce(target, new Map(), (_, element) =>
          tellUnit("xliff/code-duplicate", element, { id: attribute(element, "id") ?? "" }),
        )
      return own
    },
    end() {},
  }
}

/** Starts and ends may share an id; anything else may not. */
function codesOnce(element: XmlElement, ids: Ids, tell: Tell): void {
  for (const code of children(element)) {
    const id = attribute(code, "id")
    if (id !== undefined && code.uri === element.uri) {
      const end = /^(?:ex|ept)$/.test(code.local) || attribute(code, "pos") === "close" ? "/" : ""
      once(ids, code, tell, `${end}${id}`)
    }
    codesOnce(code, ids, tell)
  }
}
