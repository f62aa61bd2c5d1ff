// The rules of the modules that their grammars cannot say.
import { modules, xml } from "../names.ts"
import { attribute, child, children, textOf, type XmlElement } from "../xml.ts"
import { once, type Ids } from "./ids.ts"
import { checkMatchInline } from "./inline.ts"
import { fragmentOf, isHere, resolves, type UnitIds } from "./references.ts"
import type { Tell } from "./rule.ts"

/** Module elements right below a file, group or unit. `idsOf` is there for units only. */
export function checkModules(parent: XmlElement, root: XmlElement, tell: Tell, idsOf?: () => UnitIds): void {
  const resources: Ids = new Map()
  for (const element of parent.children) {
    if (typeof element === "string" || element.kind !== "element" || element.uri === root.uri) continue
    switch (element.uri) {
      case modules.gls:
        glossary(element, tell, idsOf?.())
        break
      case modules.mtc:
        matches(element, root.uri, tell, idsOf?.())
        break
      case modules.mda:
        metadata(element, tell)
        break
      case modules.res:
        resourceData(element, root, resources, tell)
        break
      case modules.val:
        validation(element, tell)
        break
      case modules.ctr:
      case modules.ctr1:
        changeTrack(element, parent, tell)
    }
  }
}

function glossary(element: XmlElement, tell: Tell, ids: UnitIds | undefined): void {
  const own: Ids = new Map()
  for (const entry of children(element, "glossEntry")) {
    once(own, entry, tell)
    const translations = children(entry, "translation")
    for (const translation of translations) once(own, translation, tell)
    if (translations.length === 0 && !child(entry, "definition"))
      tell("xliff/missing-element", entry, { child: "translation" })
    for (const each of [entry, ...translations]) pointsTo(each, ids, tell)
  }
}

/** `ref` to a span of text in the same unit. */
function pointsTo(element: XmlElement, ids: UnitIds | undefined, tell: Tell): void {
  const value = attribute(element, "ref")
  if (value === undefined) return
  const fragment = fragmentOf(value)
  if (!fragment) {
    // A glossary entry may also point to a term on the web; a match may not.
    if (value.startsWith("#") || element.local === "match") tell("xliff/fragment", element, { attribute: "ref", value })
    return
  }
  if (!ids) return
  const isSpan = fragment.leaf?.prefix === "" || fragment.leaf?.prefix === "t"
  if (!isHere(fragment, ids) || !isSpan || !resolves(fragment, ids))
    tell("xliff/reference", element, { attribute: "ref", value })
}

function matches(element: XmlElement, core: string, tell: Tell, ids: UnitIds | undefined): void {
  const own: Ids = new Map()
  for (const match of children(element, "match")) {
    once(own, match, tell)
    pointsTo(match, ids, tell)
    if (attribute(match, "subType") !== undefined && attribute(match, "type") === undefined)
      tell("xliff/missing-attribute", match, { attribute: "type" })
    if (attribute(match, "xml:lang") !== undefined) tell("xliff/attribute", match, { attribute: "xml:lang" })
    checkMatchInline(match, core, tell)
  }
}

function metadata(element: XmlElement, tell: Tell): void {
  const own: Ids = new Map()
  const walk = (group: XmlElement): void => {
    once(own, group, tell)
    for (const each of children(group)) walk(each)
  }
  walk(element)
}

function resourceData(element: XmlElement, root: XmlElement, own: Ids, tell: Tell): void {
  const file = fileOf(element)
  const shared = new Set<string>()
  for (const data of children(file, "resourceData", modules.res))
    for (const item of children(data, "resourceItem")) shared.add(attribute(item, "id") ?? "")
  for (const each of children(element)) {
    once(own, each, tell)
    if (each.local !== "resourceItem") continue
    const source = child(each, "source")
    const target = child(each, "target")
    if (!source && !target && !child(each, "reference")) tell("xliff/missing-element", each, { child: "source" })
    // A target may be in another language than the file's: the suite of the standard has it so.
    for (const side of [source, target]) {
      if (!side) continue
      const isEmpty = children(side).length === 0 && textOf(side).trim() === ""
      if (isEmpty !== (attribute(side, "href") !== undefined))
        tell("xliff/rule", side, { rule: "it holds content, or has an href, but not both" })
    }
    sameLanguage(source, attribute(root, "srcLang"), tell)
  }
}

function sameLanguage(element: XmlElement | undefined, language: string | undefined, tell: Tell): void {
  const value = element && attribute(element, "xml:lang")
  if (value !== undefined && language !== undefined && value.toLowerCase() !== language.toLowerCase())
    tell("xliff/language", element!, { value })
}

const tests = ["isPresent", "isNotPresent", "startsWith", "endsWith"]

function validation(element: XmlElement, tell: Tell): void {
  for (const rule of children(element, "rule")) {
    const own = tests.filter((name) => attribute(rule, name) !== undefined)
    const custom = rule.attributes.filter(
      ({ uri }) =>
        uri !== "" && uri !== xml && !uri.includes("/xmlns/") && !uri.startsWith("urn:oasis:names:tc:xliff:"),
    ).length
    // Attributes of one custom rule may be several; with a rule of the module they are one too many.
    if (own.length > 1 || (own.length === 0 ? custom === 0 : custom > 0))
      tell("xliff/rule", rule, {
        rule: "exactly one of isPresent, isNotPresent, startsWith, endsWith or a custom rule",
      })
    if (attribute(rule, "existsInSource") === "yes" && (own.length !== 1 || own[0] === "isNotPresent"))
      tell("xliff/rule", rule, { rule: "existsInSource goes with isPresent, startsWith or endsWith" })
  }
}

/** What was changed must be there: the element, the attribute. */
function changeTrack(element: XmlElement, parent: XmlElement, tell: Tell): void {
  for (const revisions of children(element, "revisions")) {
    const name = attribute(revisions, "appliesTo") ?? ""
    const reference = attribute(revisions, "ref")
    const found = below(parent, name)
    const hasIds = found.some((each) => attribute(each, "id") !== undefined)
    const subject = reference === undefined ? found[0] : found.find((each) => attribute(each, "id") === reference)
    // Sources and targets have no ids of their own; then any id of the unit will do.
    const isResolved =
      subject !== undefined || (!hasIds && below(parent, "note").some((each) => attribute(each, "id") === reference))
    if (reference !== undefined && !isResolved)
      tell("xliff/reference", revisions, { attribute: "ref", value: reference })
    else if (reference === undefined && found.length > 1 && hasIds)
      tell("xliff/missing-attribute", revisions, { attribute: "ref" })
    const current = attribute(revisions, "currentVersion")
    const versions = children(revisions, "revision").map((each) => attribute(each, "version"))
    if (current !== undefined && !versions.includes(current))
      tell("xliff/reference", revisions, { attribute: "currentVersion", value: current })
    for (const revision of children(revisions, "revision")) {
      const seen = new Set<string>()
      for (const item of children(revision, "item")) {
        const property = attribute(item, "property") ?? ""
        const isKnown = property === "content" || !subject || attribute(subject, property) !== undefined
        if (!isKnown || seen.has(property)) tell("xliff/value", item, { attribute: "property", value: property })
        seen.add(property)
      }
    }
  }
}

/** Elements of a core name below a parent, not inside another unit, group or module. */
function below(parent: XmlElement, local: string): XmlElement[] {
  const found: XmlElement[] = []
  const walk = (element: XmlElement): void => {
    for (const each of children(element)) {
      if (each.uri !== parent.uri) continue
      if (each.local === local) found.push(each)
      if (each.local !== "unit" && each.local !== "group") walk(each)
    }
  }
  walk(parent)
  return found
}

function fileOf(element: XmlElement): XmlElement {
  let at = element
  while (at.parent?.parent) at = at.parent
  return at
}
