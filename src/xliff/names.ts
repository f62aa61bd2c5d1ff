// Names of the standard: versions, their namespaces, the modules, and our own corner.

export type XliffVersion = "1.2" | "2.0" | "2.1" | "2.2"
export const xliffVersions: readonly XliffVersion[] = ["1.2", "2.0", "2.1", "2.2"]

const core = "urn:oasis:names:tc:xliff:document:"
export const namespaces: Readonly<Record<XliffVersion, string>> = {
  "1.2": `${core}1.2`,
  "2.0": `${core}2.0`,
  "2.1": `${core}2.0`,
  "2.2": `${core}2.2`,
}

export const modules = {
  ctr: "urn:oasis:names:tc:xliff:changetracking:2.0",
  ctr1: "urn:oasis:names:tc:xliff:changetracking:2.1",
  fs: "urn:oasis:names:tc:xliff:fs:2.0",
  gls: "urn:oasis:names:tc:xliff:glossary:2.0",
  its: "http://www.w3.org/2005/11/its",
  itsm: "urn:oasis:names:tc:xliff:itsm:2.1",
  mda: "urn:oasis:names:tc:xliff:metadata:2.0",
  mtc: "urn:oasis:names:tc:xliff:matches:2.0",
  pgs: "urn:oasis:names:tc:xliff:pgs:1.0",
  res: "urn:oasis:names:tc:xliff:resourcedata:2.0",
  slr: "urn:oasis:names:tc:xliff:sizerestriction:2.0",
  val: "urn:oasis:names:tc:xliff:validation:2.0",
} as const

export const xml = "http://www.w3.org/XML/1998/namespace"
export const xmlns = "http://www.w3.org/2000/xmlns/"

/** Category of our metadata group, prefix of our sub-states and note origins. */
export const own = "besh"

/** The version a root element stands for; null when the pair of namespace and version is none we know. */
export function versionOf(uri: string, version: string | undefined): XliffVersion | null {
  const found = xliffVersions.find((each) => each === version)
  return found && namespaces[found] === uri ? found : null
}
