// Writing XML: escaping, and trees back to text just as they were understood. Nothing is indented, nothing is wrapped.
import type { XmlElement, XmlMisc, XmlNode } from "./xml.ts"

/** Characters no XML 1.0 document may hold, in any spelling. */
// oxlint-disable-next-line no-control-regex
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
// oxlint-disable-next-line no-control-regex
const rough = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/
const forbiddenAll = new RegExp(forbidden.source, "g")

export function isForbidden(text: string): boolean {
  return rough.test(text) && forbidden.test(text)
}

/** Text with forbidden characters replaced by what `instead` makes of their code (two hex bytes). */
export function replaceForbidden(text: string, instead: (hex: string) => string): string {
  return text.replace(forbiddenAll, (found) => instead(found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")))
}

/** Nearly every text passes this one look and is taken as it is. */
// oxlint-disable-next-line no-control-regex
const doubtful = /[\u0000-\u001f"&<>\ud800-\udfff\ufffe\uffff]/
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

/** ` name="value"`, or nothing; characters XML cannot hold become U+FFFD. */
export function attributeText(name: string, value: string | number | undefined): string {
  if (value === undefined) return ""
  if (typeof value === "number" || !doubtful.test(value)) return ` ${name}="${value}"`
  return ` ${name}="${escapeAttribute(isForbidden(value) ? replaceForbidden(value, () => "\ufffd") : value)}"`
}

/** The same for several. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let text = ""
  for (const name in values) text += attributeText(name, values[name])
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
