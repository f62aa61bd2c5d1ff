// XLIFF 2.0, 2.1 and 2.2.
import type { Violation } from "../document.ts"
import type { XliffVersion } from "../names.ts"
import { attribute, type XmlElement } from "../xml.ts"
import { extensionsOnce, idsOfUnit, notesOnce, once, type Ids } from "./ids.ts"
import { languagesOf, languagesOfUnit } from "./languages.ts"
import { teller, type Constraints, type Report } from "./rule.ts"

export function rules2(_version: Exclude<XliffVersion, "1.2">, report: Report): Constraints {
  const tell = teller(report)
  const files: Ids = new Map()
  let groups: Ids = new Map()
  let units: Ids = new Map()
  let root: XmlElement
  return {
    open(element) {
      if (!element.parent) root = element
      if (element.uri !== root.uri) return
      if (!element.parent && attribute(element, "srcLang") === undefined)
        tell("xliff/missing-attribute", element, { attribute: "srcLang" })
      if (element.local === "xliff" || element.local === "file" || element.local === "group") languagesOf(element, tell)
      if (element.local === "file") {
        once(files, element, tell)
        groups = new Map()
        units = new Map()
      } else if (element.local === "group") once(groups, element, tell)
    },
    close(element) {
      if (element.uri !== root.uri || (element.local !== "file" && element.local !== "group")) return
      notesOnce(element, tell)
      extensionsOnce(element, root.uri, tell)
    },
    unit(unit) {
      const own: Violation[] = []
      const tellUnit = teller((violation) => own.push(violation), "unit")
      once(units, unit, tell)
      languagesOfUnit(unit, root, tell)
      idsOfUnit(unit, tell, tellUnit)
      extensionsOnce(unit, root.uri, tell)
      return own
    },
    end() {},
  }
}
