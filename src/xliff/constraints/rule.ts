// How a rule tells what it saw.
import type { Violation } from "../document.ts"
import type { XmlElement } from "../xml.ts"

export type Code = Violation["code"]
export type Data = Violation["data"]
export type Report = (violation: Violation) => void
/** Reports a breach at an element. */
export type Tell = (code: Code, element: XmlElement, data?: Data) => void

export interface Constraints {
  open(element: XmlElement): void
  close(element: XmlElement): void
  /** A complete unit; returns what concerns only its target. */
  unit(element: XmlElement): readonly Violation[]
  end(): void
}

export function teller(report: Report, scope: Violation["scope"] = "file"): Tell {
  return (code, element, data = {}) => {
    report({ code, data: { element: element.name, ...data }, line: element.line, column: element.column, scope })
  }
}
