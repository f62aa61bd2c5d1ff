// Writing XML: escaping, and trees back to text just as they were understood. Nothing is indented, nothing is wrapped.
import type { XmlElement, XmlMisc, XmlNode } from "./xml.ts"

/** Characters no XML 1.0 document may hold, in any spelling. */
// oxlint-disable-next-line no-control-regex
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const forbiddenAll = new RegExp(forbidden.source, "g")

export function isForbidden(text: string): boolean {
  return forbidden.test(text)
}

/** Text with forbidden characters replaced by what `instead` makes of their code (two hex bytes). */
export function replaceForbidden(text: string, instead: (hex: string) => string): string {
  return text.replace(forbiddenAll, (found) => instead(found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")))
}

const special = /[&<>\r]/
const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
}

/** Text between tags. */
export function escape(text: string): string {
  return special.test(text) ? text.replace(/[&<>\r]/g, (found) => references[found]!) : text
}

/** Text between double quotes. */
export function escapeAttribute(text: string): string {
  return /[&<>"\r\n\t]/.test(text) ? text.replace(/[&<>"\r\n\t]/g, (found) => references[found]!) : text
}

/** ` name="value"` for what is set; characters XML cannot hold become U+FFFD. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let text = ""
  for (const name in values) {
    const value = values[name]
    if (value === undefined) continue
    const held =
      typeof value === "string" && isForbidden(value) ? replaceForbidden(value, () => "\ufffd") : String(value)
    text += ` ${name}="${escapeAttribute(held)}"`
  }
  return text
}

/** Plain words in an element: notes, metadata. Characters XML cannot hold become U+FFFD. */
export function words(text: string): string {
  return escape(isForbidden(text) ? replaceForbidden(text, () => "\ufffd") : text)
}

export function printNode(node: XmlNode): string {
  if (typeof node === "string") return escape(node)
  return node.kind === "element" ? printElement(node) : printMisc(node)
}

export function printMisc(node: XmlMisc): string {
  switch (node.kind) {
    case "comment":
      return `<!--${node.text}-->`
    case "cdata":
      return `<![CDATA[${node.text}]]>`
    default:
      return `<?${node.target}${node.text === "" ? "" : ` ${node.text}`}?>`
  }
}

export function printElement(element: XmlElement): string {
  let text = `<${element.name}`
  for (const { name, value } of element.attributes) text += ` ${name}="${escapeAttribute(value)}"`
  if (element.children.length === 0) return `${text}/>`
  text += ">"
  for (const child of element.children) text += printNode(child)
  return `${text}</${element.name}>`
}
