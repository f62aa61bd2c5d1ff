// The core of XLIFF 2: what 2.0, 2.1 and 2.2 share, and the little 2.2 adds.
import { namespaces } from "../names.ts"
import { grammar, kinds, type Declared, type Grammar } from "./schema.ts"

const inline = "cp|ph|pc|sc|ec|mrk|sm|em*"
const { any, nmtoken, nmtokens, yesNo, yesNoFirstNo, direction } = kinds

const changes = { canCopy: yesNo, canDelete: yesNo, canReorder: yesNoFirstNo, copyOf: nmtoken }
const kind = { subType: kinds.own, type: kinds.codeType }
const container = { canResegment: yesNo, translate: yesNo, srcDir: direction, trgDir: direction }
const mark = { translate: yesNo, type: kinds.markType, ref: kinds.uri, value: any }
const single = { ...changes, disp: any, equiv: any, dataRef: nmtoken, subFlows: nmtokens, ...kind }

const shared: Readonly<Record<string, Declared>> = {
  xliff: {
    attributes: { "version!": any, "srcLang!": any, trgLang: any },
    foreign: "any",
    xml: "space",
    content: "file+",
  },
  file: {
    attributes: { "id!": nmtoken, original: any, ...container },
    foreign: "any",
    xml: "space",
    content: "skeleton? ~* notes? unit|group+",
  },
  skeleton: { attributes: { href: any }, content: "~*", hasText: true },
  group: {
    attributes: { "id!": nmtoken, name: any, type: kinds.own, ...container },
    foreign: "any",
    xml: "space",
    content: "~* notes? unit|group*",
  },
  unit: {
    attributes: { "id!": nmtoken, name: any, type: kinds.own, ...container },
    foreign: "any",
    xml: "space",
    content: "~* notes? originalData? segment|ignorable+",
  },
  segment: {
    attributes: { id: nmtoken, canResegment: yesNo, state: kinds.state, subState: any },
    content: "source target?",
  },
  ignorable: { attributes: { id: nmtoken }, content: "source target?" },
  notes: { content: "note+" },
  note: {
    attributes: { id: nmtoken, appliesTo: kinds.side, category: any, priority: kinds.priority },
    foreign: "any",
    hasText: true,
  },
  originalData: { content: "data+" },
  data: { attributes: { "id!": nmtoken, dir: direction }, xml: "space", content: "cp*", hasText: true },
  source: { xml: "lang space", content: inline, hasText: true },
  target: { attributes: { order: kinds.positive }, xml: "lang space", content: inline, hasText: true },
  cp: { attributes: { "hex!": kinds.hex } },
  ph: { attributes: { "id!": nmtoken, ...single }, foreign: "modules" },
  pc: {
    attributes: {
      "id!": nmtoken,
      ...changes,
      ...kind,
      canOverlap: yesNo,
      dispStart: any,
      dispEnd: any,
      equivStart: any,
      equivEnd: any,
      dataRefStart: nmtoken,
      dataRefEnd: nmtoken,
      subFlowsStart: nmtokens,
      subFlowsEnd: nmtokens,
      dir: direction,
    },
    foreign: "modules",
    content: inline,
    hasText: true,
  },
  sc: {
    attributes: { "id!": nmtoken, ...single, canOverlap: yesNo, dir: direction, isolated: yesNo },
    foreign: "modules",
  },
  ec: {
    attributes: { id: nmtoken, ...single, canOverlap: yesNo, dir: direction, isolated: yesNo, startRef: nmtoken },
    foreign: "modules",
  },
  mrk: { attributes: { "id!": nmtoken, ...mark }, foreign: "any", content: inline, hasText: true },
  sm: { attributes: { "id!": nmtoken, ...mark }, foreign: "any" },
  em: { attributes: { "startRef!": nmtoken } },
}

const grammar20 = grammar(namespaces["2.0"], shared)
const grammar22 = grammar(namespaces["2.2"], {
  ...shared,
  xliff: { ...shared["xliff"], content: "notes? ~? file+" },
  note: { ...shared["note"], attributes: { ...shared["note"]!.attributes, ref: kinds.uri } },
})

export function grammar2(version: "2.0" | "2.1" | "2.2"): Grammar {
  return version === "2.2" ? grammar22 : grammar20
}
