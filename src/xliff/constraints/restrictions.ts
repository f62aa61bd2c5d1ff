// Size restriction and format style: attributes of two modules on elements of the core.
import { modules } from "../names.ts"
import { attribute, attributeIn, child, children, type XmlElement } from "../xml.ts"
import type { Tell } from "./rule.ts"

// The HTML elements the format style module may name (XLIFF 2.1, 5.3.6.1).
const html = new Set(
  (
    "a abbr acronym address applet area aside article audio b base basefont bdo bdi big blockquote body br button canvas caption " +
    "center cite code col colgroup command content datalist dd del details dfn dialog dir div dl dt element em embed fieldset " +
    "figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins " +
    "isindex kbd keygen label legend li link listing main map mark menu menuitem meta meter nav nobr noembed noframes noscript " +
    "object ol optgroup option output p param picture plaintext pre progress q rp rt rtc ruby s samp script section select shadow " +
    "small source spacer span strike strong style sub summary sup table tbody td template textarea tfoot th thead time title tr " +
    "track tt u ul var video wbr xmp"
  ).split(" "),
)

const range = /^(?:\*|\d+|\d+,(?:\d+|\*))$/
const whole = /^\d+$/

/** Both modules on one element. */
export function checkRestrictions(element: XmlElement, tell: Tell): void {
  const isLoneEnd = element.local === "ec" && attribute(element, "isolated") !== "yes"
  formatStyle(element, isLoneEnd, tell)
  size(element, isLoneEnd, tell)
}

function formatStyle(element: XmlElement, isLoneEnd: boolean, tell: Tell): void {
  const style = attributeIn(element, modules.fs, "fs")
  const more = attributeIn(element, modules.fs, "subFs")
  if (style !== undefined && !html.has(style)) tell("xliff/value", element, { attribute: "fs:fs", value: style })
  if (more !== undefined && style === undefined) tell("xliff/missing-attribute", element, { attribute: "fs:fs" })
  if (isLoneEnd && (style !== undefined || more !== undefined)) tell("xliff/attribute", element, { attribute: "fs:fs" })
}

function size(element: XmlElement, isLoneEnd: boolean, tell: Tell): void {
  const value = (name: string) => attributeIn(element, modules.slr, name)
  const invalid = (name: string, found: string) => {
    tell("xliff/value", element, { attribute: `slr:${name}`, value: found.slice(0, 50) })
  }
  const profiles = profilesOf(element)
  const isStandard = (name: string, prefix: string) => {
    const profile = profiles && attribute(profiles, name)
    return profile === undefined || profile === "" || profile.startsWith(prefix)
  }
  const isCounted = isStandard("generalProfile", "xliff:codepoints")
  const isStored = isStandard("storageProfile", "xliff:utf")
  const restriction = value("sizeRestriction")
  if (isCounted && restriction !== undefined && !isRange(restriction)) invalid("sizeRestriction", restriction)
  const storage = value("storageRestriction")
  if (isStored && storage !== undefined && !isRange(storage)) invalid("storageRestriction", storage)
  const info = value("sizeInfo")
  if (info !== undefined && !isSize(info, isCounted && profiles !== undefined)) invalid("sizeInfo", info)
  const equiv = value("equivStorage")
  if (isStored && equiv !== undefined && !whole.test(equiv)) invalid("equivStorage", equiv)
  const reference = value("sizeInfoRef")
  if (reference !== undefined && info !== undefined) tell("xliff/attribute", element, { attribute: "slr:sizeInfo" })
  if (reference !== undefined && !isInData(element, reference))
    tell("xliff/reference", element, { attribute: "slr:sizeInfoRef", value: reference })
  if (isLoneEnd && [info, equiv, reference, restriction, storage].some((each) => each !== undefined))
    tell("xliff/attribute", element, { attribute: "slr:*" })
}

/** Without a profile the information is free text, but a number is still a whole one. */
function isSize(value: string, isCounted: boolean): boolean {
  return whole.test(value) || (!isCounted && !Number.isFinite(Number(value)))
}

function isRange(value: string): boolean {
  if (!range.test(value)) return false
  const [low, high] = value.split(",")
  return high === undefined || high === "*" || Number(low) <= Number(high)
}

function profilesOf(element: XmlElement): XmlElement | undefined {
  let at = element
  while (at.parent?.parent) at = at.parent
  return child(at, "profiles", modules.slr)
}

/** An id in a <slr:data> that is a sibling of the element or of one of its ancestors. */
function isInData(element: XmlElement, id: string): boolean {
  const has = (each: XmlElement): boolean => attribute(each, "id") === id || children(each).some(has)
  for (let at = element.parent; at; at = at.parent)
    if (children(at, "data", modules.slr).some((data) => children(data).some(has))) return true
  return false
}
