// The root element decides which standard a file follows.
import { Problem } from "../errors.ts"
import { versionOf, type XliffVersion } from "./names.ts"
import { attribute, type XmlElement } from "./xml.ts"

/** @throws Problem "xliff/not-xliff", "xliff/version" when namespace and version are no pair we know */
export function versionOfRoot(root: XmlElement, name: string): XliffVersion {
  const place = { file: name, line: root.line, column: root.column }
  if (root.local !== "xliff") throw new Problem("xliff/not-xliff", { name, root: root.name }, place)
  const stated = attribute(root, "version") ?? ""
  const version = versionOf(root.uri, stated)
  if (!version) throw new Problem("xliff/version", { name, version: stated || "–", namespace: root.uri || "–" }, place)
  return version
}
