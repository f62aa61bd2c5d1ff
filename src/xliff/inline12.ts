// Inline codes of XLIFF 1.2: g, x, bx and ex stand for markup that is elsewhere; bpt, ept, ph and it carry it. mrk
// annotates. We write g and x, which every tool shows; bx and ex only for ends that do not nest, it for a lone end.
import type { Code, CodeType, Content } from "../model/document.ts"
import { characterOf, nestedPairs } from "./inline2.ts"
import { attributes, escape, isForbidden, replaceForbidden } from "./print.ts"
import { attribute, textOf, type XmlElement } from "./xml.ts"

const pairs: Readonly<Record<CodeType, string>> = {
  bold: "bold",
  italic: "italic",
  link: "link",
  strike: "x-strike",
  code: "x-code",
  image: "x-image",
  break: "x-break",
  markup: "x-markup",
  variable: "x-variable",
}
const alone: Readonly<Record<CodeType, string>> = {
  ...pairs,
  bold: "x-bold",
  italic: "x-italic",
  link: "x-link",
  image: "image",
  break: "lb",
}
const types = new Map<string, CodeType>()
for (const type of Object.keys(pairs) as CodeType[]) types.set(pairs[type], type).set(alone[type], type)

/** Prefix of the ids of characters that XML cannot hold and 1.2 has no element for. */
const character = /^cp-([\dA-F]{4})-\d+$/

export function readInline12(element: XmlElement, parts: (string | Code)[]): void {
  for (const node of element.children) {
    if (typeof node === "string") parts.push(node)
    else if (node.kind === "cdata") parts.push(node.text)
    else if (node.kind === "element" && node.uri === element.uri) readCode(node, parts)
  }
}

function readCode(element: XmlElement, parts: (string | Code)[]): void {
  const id = attribute(element, "id") ?? ""
  const pair = attribute(element, "rid") ?? id
  switch (element.local) {
    case "g":
      parts.push(codeOf(element, "open", id))
      readInline12(element, parts)
      parts.push(codeOf(element, "close", id))
      return
    case "x": {
      const hex = character.exec(id)?.[1]
      parts.push(hex ? characterOf(hex) : codeOf(element, "alone", id))
      return
    }
    case "bx":
    case "bpt":
      parts.push(codeOf(element, "open", pair))
      return
    case "ex":
    case "ept":
      parts.push(codeOf(element, "close", pair))
      return
    case "ph":
      parts.push(codeOf(element, "alone", id))
      return
    case "it":
      parts.push(codeOf(element, attribute(element, "pos") === "close" ? "close" : "open", pair))
      return
    case "mrk":
      readInline12(element, parts)
  }
}

function codeOf(element: XmlElement, kind: Code["kind"], id: string): Code {
  const disp = attribute(element, "equiv-text")
  const type = types.get(attribute(element, "ctype") ?? "") ?? "markup"
  const data = element.local === "g" ? "" : textOf(element)
  return { id, kind, type, data, ...(disp && kind !== "close" ? { disp } : {}) }
}

export function writeInline12(content: Content): string {
  const nested = nestedPairs(content)
  let characters = 0
  let text = ""
  content.forEach((part, at) => {
    if (typeof part === "string") {
      const safe = escape(part)
      text += isForbidden(safe)
        ? replaceForbidden(safe, (hex) => `<x id="cp-${hex}-${(characters += 1)}" ctype="x-character"/>`)
        : safe
      return
    }
    const id = part.id
    const shown = part.disp || part.equiv || part.data || undefined
    if (part.kind === "alone") text += `<x${attributes({ id, ctype: alone[part.type], "equiv-text": shown })}/>`
    else if (nested.has(at))
      text += part.kind === "open" ? `<g${attributes({ id, ctype: pairs[part.type], "equiv-text": shown })}>` : "</g>"
    else {
      const other = part.kind === "open" ? "close" : "open"
      const isPaired = content.some(
        (each, index) =>
          typeof each !== "string" &&
          each.kind === other &&
          each.id === id &&
          (other === "close" ? index > at : index < at),
      )
      const name = part.kind === "open" ? "bx" : "ex"
      const ctype = part.kind === "open" ? pairs[part.type] : undefined
      text += isPaired
        ? `<${name}${attributes({ id, rid: id, ctype, "equiv-text": shown })}/>`
        : `<it${attributes({ id, pos: part.kind, ctype: pairs[part.type], "equiv-text": shown })}>${escape(replaceForbidden(part.data, () => "\ufffd"))}</it>`
    }
  })
  return text
}
