// XLIFF 1.2, transitional: what may stand where. Elements and attributes of other namespaces are welcome everywhere the
// standard opens a door, and tools use every door; so only the core is looked at.
import { namespaces } from "../names.ts"
import { grammar, kinds, type Declared } from "./schema.ts"

const { any, nmtoken, yesNo, one } = kinds
const inline = "g|x|bx|ex|bpt|ept|ph|it|mrk*"
const extended = (values: RegExp) => (value: string) => values.test(value) || /^x-[^\s]+$/.test(value)
const state = extended(
  /^(?:final|needs-adaptation|needs-l10n|needs-review-adaptation|needs-review-l10n|needs-review-translation|needs-translation|new|signed-off|translated)$/,
)
const qualifier = extended(
  /^(?:exact-match|fuzzy-match|id-match|leveraged-glossary|leveraged-inherited|leveraged-mt|leveraged-repository|leveraged-tm|mt-suggestion|rejected-grammar|rejected-inaccurate|rejected-length|rejected-spelling|tm-suggestion)$/,
)
const code = { "id!": any, xid: any, "equiv-text": any, ctype: any, crc: any, ts: any } as const
const looks = {
  restype: any,
  resname: any,
  extradata: any,
  extype: any,
  "help-id": any,
  menu: any,
  "menu-option": any,
  "menu-name": any,
  coord: any,
  font: any,
  "css-style": any,
  style: any,
  exstyle: any,
  ts: any,
}
const sizes = {
  "size-unit": extended(/^(?:byte|char|col|cm|dlgunit|em|ex|glyph|in|mm|percent|pixel|point|row)$/),
  maxwidth: (value: string) => /^\d+(?:\.\d+)?$/.test(value.trim()),
  minwidth: any,
  maxheight: any,
  minheight: any,
  maxbytes: any,
  minbytes: any,
  charclass: any,
}
const unit = {
  approved: yesNo,
  translate: yesNo,
  reformat: any,
  datatype: any,
  "phase-name": any,
  "merged-trans": yesNo,
  ...looks,
  ...sizes,
}
const target = { state, "state-qualifier": qualifier, "phase-name": any, "equiv-trans": yesNo, ...looks }
const external = { content: "internal-file|external-file" } as const
const info = "context-group|count-group|note|alt-trans|prop-group"

const declared: Readonly<Record<string, Declared>> = {
  xliff: { attributes: { "version!": any }, content: "~|file+" },
  file: {
    attributes: {
      "original!": any,
      "source-language!": any,
      "datatype!": any,
      "target-language": any,
      "tool-id": any,
      tool: any,
      date: any,
      ts: any,
      category: any,
      "product-name": any,
      "product-version": any,
      "build-num": any,
    },
    content: "header? body",
  },
  header: {
    content: "skl? phase-group? glossary|reference|count-group|prop-group|note|tool|~*",
  },
  skl: external,
  glossary: external,
  reference: external,
  "internal-file": { attributes: { form: any, crc: any }, hasText: true },
  "external-file": { attributes: { "href!": any, crc: any, uid: any } },
  note: {
    attributes: { priority: kinds.priority, from: any, annotates: one("source", "target", "general") },
    hasText: true,
  },
  "phase-group": { content: "phase+" },
  phase: {
    attributes: {
      "phase-name!": any,
      "process-name!": any,
      "company-name": any,
      "tool-id": any,
      tool: any,
      date: any,
      "job-id": any,
      "contact-name": any,
      "contact-email": any,
      "contact-phone": any,
    },
    content: "note*",
  },
  "count-group": { attributes: { "name!": any }, content: "count*" },
  count: { attributes: { "count-type": any, "phase-name": any, unit: any }, hasText: true },
  "context-group": { attributes: { name: any, crc: any, purpose: any }, content: "context+" },
  context: { attributes: { "context-type!": any, "match-mandatory": yesNo, crc: any }, hasText: true },
  "prop-group": { attributes: { name: any }, content: "prop+" },
  prop: { attributes: { "prop-type!": any }, hasText: true },
  tool: {
    attributes: { "tool-id!": any, "tool-name!": any, "tool-version": any, "tool-company": any },
    content: "~*",
    hasText: true,
  },
  body: { content: "group|trans-unit|bin-unit*" },
  group: {
    attributes: { id: any, ...unit },
    content: "context-group|count-group|prop-group|note|~* group|trans-unit|bin-unit*",
  },
  "trans-unit": { attributes: { "id!": any, ...unit }, content: `source seg-source? target? ${info}|~*` },
  source: { attributes: { ts: any }, content: inline, hasText: true },
  "seg-source": { attributes: { ts: any }, content: inline, hasText: true },
  target: { attributes: target, content: inline, hasText: true },
  "alt-trans": {
    attributes: {
      "match-quality": any,
      "tool-id": any,
      tool: any,
      crc: any,
      origin: any,
      datatype: any,
      mid: nmtoken,
      "phase-name": any,
      alttranstype: extended(/^(?:proposal|previous-version|rejected|reference|accepted)$/),
      ...looks,
    },
    content: "source? seg-source? target+ context-group|note|prop-group|~*",
  },
  "bin-unit": {
    attributes: { "id!": any, ...unit, "mime-type!": any },
    content: "bin-source bin-target? context-group|count-group|note|trans-unit|prop-group|~*",
  },
  "bin-source": { attributes: { ts: any }, ...external },
  "bin-target": { attributes: { "mime-type": any, ...target }, ...external },
  g: { attributes: { ...code, clone: yesNo }, content: inline, hasText: true },
  x: { attributes: { ...code, clone: yesNo } },
  bx: { attributes: { ...code, rid: nmtoken, clone: yesNo } },
  ex: { attributes: { ...code, rid: nmtoken } },
  ph: { attributes: { ...code, assoc: one("preceding", "following", "both") }, content: "sub*", hasText: true },
  bpt: { attributes: { ...code, rid: nmtoken }, content: "sub*", hasText: true },
  ept: { attributes: { ...code, rid: nmtoken }, content: "sub*", hasText: true },
  it: { attributes: { ...code, "pos!": one("open", "close"), rid: nmtoken }, content: "sub*", hasText: true },
  sub: { attributes: { datatype: any, ctype: any, xid: any }, content: inline, hasText: true },
  mrk: {
    attributes: { "mtype!": any, mid: nmtoken, comment: any, ts: any },
    content: inline,
    hasText: true,
  },
}

export const grammar12 = grammar(
  namespaces["1.2"],
  Object.fromEntries(
    Object.entries(declared).map(([name, each]) => [name, { foreign: "any", xml: "lang space", ...each }]),
  ),
)
