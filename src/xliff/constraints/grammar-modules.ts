// The modules of XLIFF 2: their elements, and where in the core each may stand. An element of a module's namespace
// that the module does not have is a mistake, not an extension.
import { modules } from "../names.ts"
import { grammar, kinds, type Grammar } from "./schema.ts"

const { any, nmtoken, yesNo } = kinds
const normalization = kinds.one("none", "nfc", "nfd")
const text = { attributes: { source: any }, foreign: "any", hasText: true } as const
const resource = { attributes: { href: any }, foreign: "any", xml: "lang", content: "~*" } as const

const changeTracking = {
  changeTrack: { content: "revisions+" },
  revisions: {
    attributes: { "appliesTo!": nmtoken, ref: nmtoken, currentVersion: nmtoken },
    foreign: "any",
    content: "revision+",
  },
  revision: {
    attributes: { author: any, datetime: any, version: nmtoken, checksum: any },
    foreign: "any",
    content: "item+",
  },
  item: { attributes: { "property!": any }, foreign: "any", hasText: true, content: "~*" },
} as const

export const moduleGrammars: ReadonlyMap<string, Grammar> = new Map(
  [
    grammar(modules.gls, {
      glossary: { content: "glossEntry+" },
      glossEntry: {
        attributes: { id: nmtoken, ref: kinds.uri },
        foreign: "any",
        content: "term translation* definition? ~*",
      },
      term: text,
      translation: { ...text, attributes: { id: nmtoken, ref: kinds.uri, source: any } },
      definition: text,
    }),
    grammar(modules.mtc, {
      matches: { content: "match+" },
      match: {
        attributes: {
          id: nmtoken,
          matchQuality: kinds.percent,
          matchSuitability: kinds.percent,
          origin: any,
          "ref!": kinds.uri,
          reference: yesNo,
          similarity: kinds.percent,
          subType: kinds.own,
          type: kinds.one("am", "mt", "icm", "idm", "tb", "tm", "other"),
        },
        foreign: "any",
        content: "~+",
      },
    }),
    grammar(modules.mda, {
      metadata: { attributes: { id: nmtoken }, content: "metaGroup+" },
      metaGroup: {
        attributes: { id: nmtoken, category: any, appliesTo: kinds.one("source", "target", "ignorable") },
        content: "metaGroup|meta+",
      },
      meta: { attributes: { "type!": any }, hasText: true },
    }),
    grammar(modules.res, {
      resourceData: { content: "resourceItemRef* resourceItem*" },
      resourceItemRef: { attributes: { id: nmtoken, "ref!": nmtoken }, foreign: "any" },
      resourceItem: {
        attributes: { id: nmtoken, mimeType: any, context: yesNo },
        foreign: "any",
        content: "source? target? reference*",
      },
      source: resource,
      target: resource,
      reference: { attributes: { "href!": any }, foreign: "any", xml: "lang" },
    }),
    grammar(modules.slr, {
      profiles: { attributes: { generalProfile: any, storageProfile: any }, content: "normalization? ~*" },
      normalization: { attributes: { general: normalization, storage: normalization } },
      data: { attributes: { "profile!": any }, foreign: "any", content: "~*" },
    }),
    grammar(modules.val, {
      validation: { foreign: "any", content: "rule+" },
      rule: {
        attributes: {
          isPresent: any,
          occurs: kinds.positive,
          isNotPresent: any,
          startsWith: any,
          endsWith: any,
          existsInSource: yesNo,
          caseSensitive: yesNo,
          normalization,
          disabled: yesNo,
        },
        foreign: "any",
      },
    }),
    grammar(modules.ctr, changeTracking),
    grammar(modules.ctr1, changeTracking),
    grammar(modules.fs, {}),
    grammar(modules.pgs, {}),
  ].map((each) => [each.uri, each]),
)

/** Module → element at its top → parents it may have in the core. */
const places: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> = new Map([
  [modules.gls as string, top("glossary", "unit")],
  [modules.mtc, top("matches", "unit")],
  [modules.mda, top("metadata", "xliff", "file", "group", "unit", "match")],
  [modules.res, top("resourceData", "file", "unit")],
  [modules.slr, new Map([...top("profiles", "file"), ...top("data", "file", "group", "unit")])],
  [modules.val, top("validation", "file", "group", "unit")],
  [modules.ctr, top("changeTrack", "file", "group", "unit")],
  [modules.ctr1, top("changeTrack", "file", "group", "unit")],
])

function top(local: string, ...parents: string[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([[local, new Set(parents)]])
}

export function mayStand(uri: string, local: string, parent: string): boolean {
  return places.get(uri)?.get(local)?.has(parent) ?? false
}
