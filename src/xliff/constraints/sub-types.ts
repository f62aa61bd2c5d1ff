// type and subType of codes: a subType needs a type, and those of the standard go with one type only.
import { attribute, type XmlElement } from "../xml.ts"
import type { Tell } from "./rule.ts"

const standard: Readonly<Record<string, string>> = {
  "xlf:lb": "fmt",
  "xlf:pb": "fmt",
  "xlf:b": "fmt",
  "xlf:i": "fmt",
  "xlf:u": "fmt",
  "xlf:var": "ui",
}

export function subTypes(element: XmlElement, tell: Tell): void {
  const subType = attribute(element, "subType")
  if (subType === undefined) return
  const type = attribute(element, "type")
  if (type === undefined) tell("xliff/missing-attribute", element, { attribute: "type" })
  else if (subType.startsWith("xlf:") && standard[subType] !== type)
    tell("xliff/value", element, { attribute: "subType", value: subType })
}
