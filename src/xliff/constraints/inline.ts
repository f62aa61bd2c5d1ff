// Inline elements of one unit: ends that find each other, codes that stay, keep their order or are copies of others.
// What a translator can do to one target is told to the unit; everything else makes the file wrong.
import { attribute, child, children, type XmlElement } from "../xml.ts"
import type { Part } from "../parts.ts"
import { subTypes } from "./sub-types.ts"
import type { Tell } from "./rule.ts"

/** Inline elements of all sources, or of all targets, in reading order. pc stands twice: at its start and its end. */
interface Event {
  readonly element: XmlElement
  readonly isEnd: boolean
}

export function checkInline(parts: readonly Part[], tell: Tell, tellUnit: Tell): void {
  const sources = parts.map((part) => part.source)
  const targets = inOrder(parts)
  const source = eventsOf(sources)
  const target = eventsOf(targets)
  const data = dataOf(parts[0]!.element.parent!)
  let found: Map<string, XmlElement> | undefined
  const idsOf = () => (found ??= codesById([...source, ...target]))
  if (source.length > 0) {
    checkCodes(source, data, idsOf, tell)
    checkPairs(source, tell)
    checkOrderAttributes(source, tell)
  }
  if (target.length > 0) {
    checkCodes(target, data, idsOf, tell)
    checkPairs(target, tellUnit)
    checkOrderAttributes(target, tell)
  }
  if (targets.some(Boolean) && source.length > 0) {
    checkKept(parts, target, tellUnit)
    checkSequences(source, target, tellUnit)
  }
}

function codesById(events: readonly Event[]): Map<string, XmlElement> {
  const ids = new Map<string, XmlElement>()
  for (const { element, isEnd } of events) {
    const id = attribute(element, "id")
    if (!isEnd && id !== undefined && !ids.has(id)) ids.set(id, element)
  }
  return ids
}

/** Codes of a match: their own data, their own pairs. */
export function checkMatchInline(match: XmlElement, core: string, tell: Tell): void {
  const list = child(match, "originalData", core)
  const data = new Set(list ? children(list, "data").map((each) => attribute(each, "id") ?? "") : [])
  for (const name of ["source", "target"]) {
    const events = eventsOf([child(match, name, core)])
    checkCodes(events, data, () => new Map(), tell)
    checkPairs(events, tell)
  }
}

function inOrder(parts: readonly Part[]): (XmlElement | undefined)[] {
  return parts
    .map(({ target }, at) => {
      return { target, order: Number(target && attribute(target, "order")) || at + 1 }
    })
    .toSorted((a, b) => a.order - b.order)
    .map(({ target }) => target)
}

function dataOf(unit: XmlElement): Set<string> {
  const ids = new Set<string>()
  for (const list of children(unit, "originalData"))
    for (const data of children(list, "data")) ids.add(attribute(data, "id") ?? "")
  return ids
}

function eventsOf(contents: readonly (XmlElement | undefined)[]): Event[] {
  const events: Event[] = []
  const walk = (element: XmlElement): void => {
    for (const node of element.children) {
      if (typeof node === "string" || node.kind !== "element" || node.uri !== element.uri) continue
      events.push({ element: node, isEnd: false })
      if (node.local !== "pc" && node.local !== "mrk") continue
      walk(node)
      if (node.local === "pc") events.push({ element: node, isEnd: true })
    }
  }
  for (const content of contents) if (content) walk(content)
  return events
}

function isCode({ element }: Event): boolean {
  return element.local === "ph" || element.local === "pc" || element.local === "sc" || element.local === "ec"
}

const references = ["dataRef", "dataRefStart", "dataRefEnd"]

function checkCodes(
  events: readonly Event[],
  data: ReadonlySet<string>,
  idsOf: () => ReadonlyMap<string, XmlElement>,
  tell: Tell,
): void {
  for (const event of events) {
    const { element } = event
    if (event.isEnd) continue
    if (element.local === "cp") checkCharacter(element, tell)
    if (!isCode(event)) continue
    for (const name of references) {
      const value = attribute(element, name)
      if (value !== undefined && !data.has(value)) tell("xliff/reference", element, { attribute: name, value })
    }
    subTypes(element, tell)
    const copyOf = attribute(element, "copyOf")
    if (copyOf === undefined) continue
    const original = idsOf().get(copyOf)
    const isCopied = original !== undefined && original !== element && attribute(original, "canCopy") !== "no"
    if (!isCopied || references.some((name) => attribute(element, name) !== undefined))
      tell("xliff/reference", element, { attribute: "copyOf", value: copyOf })
  }
}

/** <cp> is for what XML cannot hold, and only for that. */
function checkCharacter(element: XmlElement, tell: Tell): void {
  const hex = attribute(element, "hex") ?? ""
  const code = parseInt(hex, 16)
  const isXml =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  if (!/^[\da-f]{1,8}$/i.test(hex) || isXml || code > 0x10ffff)
    tell("xliff/value", element, { attribute: "hex", value: hex.slice(0, 20) })
}

const twins = ["canCopy", "canDelete", "canOverlap", "canReorder"]

function checkPairs(events: readonly Event[], tell: Tell): void {
  const starts = new Map<string, XmlElement>()
  const marks = new Map<string, XmlElement>()
  const ended = new Set<string>()
  for (const { element, isEnd } of events) {
    if (isEnd) continue
    const id = attribute(element, "id") ?? ""
    const startRef = attribute(element, "startRef")
    if (element.local === "sc") starts.set(id, element)
    else if (element.local === "sm") marks.set(id, element)
    else if (element.local === "ec") {
      const isIsolated = attribute(element, "isolated") === "yes"
      if (isIsolated === (startRef !== undefined) || isIsolated !== (id !== "")) {
        tell("xliff/pair", element, { id: startRef ?? id })
        continue
      }
      if (isIsolated) continue
      const start = starts.get(startRef!)
      if (!start || attribute(start, "isolated") === "yes" || ended.has(startRef!))
        tell("xliff/pair", element, { id: startRef! })
      else differs(start, element, startRef!, tell)
      ended.add(startRef!)
    } else if (element.local === "em") {
      if (!marks.delete(startRef ?? "")) tell("xliff/pair", element, { id: startRef ?? "" })
    }
  }
  for (const [id, start] of starts)
    if (attribute(start, "isolated") !== "yes" && !ended.has(id)) tell("xliff/pair", start, { id })
  for (const [id, mark] of marks) tell("xliff/pair", mark, { id })
}

function differs(start: XmlElement, end: XmlElement, id: string, tell: Tell): void {
  for (const name of twins) {
    const said = attribute(end, name)
    if (said === undefined) continue
    const first = attribute(start, name) ?? "yes"
    if (said !== (first === "firstNo" ? "no" : first)) tell("xliff/pair-differs", end, { id, attribute: name })
  }
}

/** What may not move may not be copied or deleted, and a chain of them begins with firstNo. */
function checkOrderAttributes(events: readonly Event[], tell: Tell): void {
  let isStarted = false
  for (const event of events) {
    if (event.isEnd || !isCode(event)) continue
    const { element } = event
    const canReorder = attribute(element, "canReorder")
    if (canReorder === undefined || canReorder === "yes") continue
    for (const name of ["canCopy", "canDelete"])
      if (attribute(element, name) !== "no")
        tell("xliff/rule", element, { rule: `canReorder="${canReorder}" needs ${name}="no"` })
    if (canReorder === "firstNo") isStarted = true
    else if (!isStarted && attribute(element, "isolated") !== "yes")
      tell("xliff/rule", element, { rule: 'canReorder="no" needs a code with canReorder="firstNo" before it' })
  }
}

/** Codes that must not be deleted are in one of the targets, if their own segment has a target. */
function checkKept(parts: readonly Part[], target: readonly Event[], tell: Tell): void {
  const kept = new Set(target.map(({ element }) => attribute(element, "id") ?? ""))
  for (const part of parts) {
    const translation = part.target
    if (!translation) continue
    for (const event of eventsOf([part.source])) {
      const id = attribute(event.element, "id")
      if (event.isEnd || id === undefined || attribute(event.element, "canDelete") !== "no") continue
      if (!kept.has(id)) tell("xliff/code-missing", translation, { id })
    }
  }
}

/** A chain that may not be reordered stands in the target as in the source, with nothing new inside it. */
function checkSequences(source: readonly Event[], target: readonly Event[], tell: Tell): void {
  const before = source.filter(isCode)
  const after = target.filter(isCode)
  for (let at = 0; at < before.length; at += 1) {
    if (before[at]!.isEnd || attribute(before[at]!.element, "canReorder") !== "firstNo") continue
    let last = at
    for (let next = at + 1; next < before.length; next += 1) {
      const canReorder = attribute(before[next]!.element, "canReorder")
      if (before[next]!.isEnd) continue
      if (canReorder === "firstNo") break
      if (canReorder === "no") last = next
    }
    if (last === at) continue
    const chain = before.slice(at, last + 1).map(nameOf)
    const start = after.findIndex((event) => nameOf(event) === chain[0])
    const isWhole = chain.every((name) => after.some((event) => nameOf(event) === name))
    if (start < 0 || !isWhole) continue
    const wrong = chain.findIndex((name, index) => nameOf(after[start + index] ?? before[at]!) !== name)
    if (wrong >= 0) tell("xliff/code-order", after[start]!.element, { id: chain[wrong]!.replace(/^\W/, "") })
  }
}

function nameOf({ element, isEnd }: Event): string {
  return `${isEnd ? "/" : element.local === "ec" ? "." : ""}${attribute(element, "id") ?? attribute(element, "startRef") ?? ""}`
}
