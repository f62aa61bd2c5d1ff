// Languages: well-formed tags, and xml:lang of sources and targets, stated or inherited, that agrees with the file's.
import { inherited } from "../read2.ts"
import type { Part } from "../parts.ts"
import { attribute, type XmlElement } from "../xml.ts"
import type { Tell } from "./rule.ts"

// RFC 5646, section 2.1: langtag, private use, grandfathered.
const langtag =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$/i
const other =
  /^(?:x(?:-[a-z\d]{1,8})+|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|en-gb-oed|sgn-(?:be-fr|be-nl|ch-de)|art-lojban|cel-gaulish|no-bok|no-nyn|zh-(?:guoyu|hakka|min|min-nan|xiang))$/i

export function isLanguageTag(tag: string): boolean {
  return tag.length <= 100 && (langtag.test(tag) || other.test(tag))
}

/** srcLang, trgLang and any xml:lang on an element outside of units. */
export function languagesOf(element: XmlElement, tell: Tell): void {
  const names = element.parent ? [] : ["srcLang", "trgLang"]
  for (const name of names) {
    const value = attribute(element, name)
    if (value !== undefined && !isLanguageTag(value)) tell("xliff/language", element, { value })
  }
  stated(element, tell)
}

function stated(element: XmlElement, tell: Tell): void {
  const value = attribute(element, "xml:lang")
  if (value !== undefined && value !== "" && !isLanguageTag(value)) tell("xliff/language", element, { value })
}

/** xml:lang of every source and target of a unit; targets need a language in the root. */
export function languagesOfUnit(unit: XmlElement, parts: readonly Part[], root: XmlElement, tell: Tell): void {
  const sourceLanguage = attribute(root, "srcLang")
  const targetLanguage = attribute(root, "trgLang")
  stated(unit, tell)
  for (const { source, target } of parts) {
    if (source) agrees(source, sourceLanguage, tell)
    if (!target) continue
    if (targetLanguage === undefined) tell("xliff/target-language", target)
    agrees(target, targetLanguage, tell)
  }
}

function agrees(element: XmlElement, language: string | undefined, tell: Tell): void {
  const value = inherited(element, "xml:lang")
  if (value === undefined || language === undefined) return
  if (value.toLowerCase() !== language.toLowerCase()) tell("xliff/language", element, { value })
}
