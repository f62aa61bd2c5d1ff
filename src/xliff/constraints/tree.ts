// A complete element and everything below it against the grammars of the core and the modules. Extensions are left
// alone, whatever they hold.
import { child, children, type XmlElement } from "../xml.ts"
import { mayStand, moduleGrammars } from "./grammar-modules.ts"
import { checkRestrictions } from "./restrictions.ts"
import type { Tell } from "./rule.ts"
import { checkAttributes, checkContent, type Grammar } from "./schema.ts"

export function checkTree(element: XmlElement, core: Grammar, tell: Tell): void {
  const isCore = element.uri === core.uri
  const rules = isCore ? core : moduleGrammars.get(element.uri)
  if (!rules) return
  const parent = element.parent
  if (!isCore && parent && parent.uri !== element.uri && !mayStand(element.uri, element.local, parent.local)) {
    tell("xliff/element", element, { parent: parent.name })
    return
  }
  const found = rules.shapes.get(element.local)
  if (!found) {
    tell("xliff/element", element, { parent: parent?.name ?? "" })
    return
  }
  if (element.tag?.isSound !== true) {
    let isSound = true
    const isRestricted = checkAttributes(element, found, (...said) => {
      isSound = false
      tell(...said)
    })
    if (isRestricted && isCore) checkRestrictions(element, tell)
    // Restrictions look beyond the tag.
    else if (isSound && element.tag) element.tag.isSound = true
  }
  checkContent(element, found, tell)
  for (const node of element.children) {
    if (typeof node === "string" || node.kind !== "element") continue
    // Inside a module only a match holds elements of the core.
    if (isCore || node.uri !== core.uri) checkTree(node, core, tell)
  }
  if (!isCore && element.local === "match") checkMatch(element, core, tell)
}

/** metadata?, originalData?, source, target, then extensions. */
function checkMatch(match: XmlElement, core: Grammar, tell: Tell): void {
  const expected = ["originalData", "source", "target"]
  let at = 0
  for (const each of children(match)) {
    if (each.uri !== core.uri) continue
    const found = expected.indexOf(each.local, at)
    if (found < 0) tell("xliff/element", each, { parent: match.name })
    else at = found + 1
    checkTree(each, core, tell)
  }
  for (const name of ["source", "target"])
    if (!child(match, name, core.uri)) tell("xliff/missing-element", match, { child: name })
}
