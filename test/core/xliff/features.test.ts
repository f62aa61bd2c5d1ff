// 72 features of the standard, each of which another tool has been seen to lose: read and written back, all is there;
// and what matters to a translation is understood.
import { describe, expect, it } from "vitest"
import { plain } from "../../../src/content.ts"
import { checkXliff, openXliff, readXliff } from "../../../src/xliff/index.ts"

const modules =
  'xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0" xmlns:val="urn:oasis:names:tc:xliff:validation:2.0" xmlns:ctr="urn:oasis:names:tc:xliff:changetracking:2.0" xmlns:its="http://www.w3.org/2005/11/its" xmlns:itsm="urn:oasis:names:tc:xliff:itsm:2.1" xmlns:my="urn:my:tool"'
const document2 = (files: string, version = "2.0") =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:${version === "2.2" ? "2.2" : "2.0"}" ${modules} version="${version}" srcLang="en" trgLang="tk">${files}</xliff>\n`
const file2 = (inside: string, attributes = "") => document2(`<file id="f1"${attributes}>${inside}</file>`)
const unit2 = (inside: string, attributes = "", before = "") =>
  file2(`${before}<unit id="u1"${attributes}>${inside}</unit>`)
const text2 = (source: string, target = source, attributes = "") =>
  unit2(`<segment${attributes}><source>${source}</source><target>${target}</target></segment>`)
const plain2 = "<segment><source>a</source><target>b</target></segment>"

type Row = [feature: string, text: string, kept: string, target?: string]

const in2: Row[] = [
  ["ph", text2('a <ph id="1" equiv="e" disp="d"/> b'), 'disp="d"'],
  ["pc", text2('a <pc id="1" type="fmt" subType="xlf:b">b</pc>'), "</pc>", "a b"],
  ["sc and ec", text2('<sc id="1"/>a<ec startRef="1"/>'), 'startRef="1"', "a"],
  [
    "sc and ec over segments",
    unit2(
      '<segment><source><sc id="1"/>a</source><target><sc id="1"/>b</target></segment><segment><source>c<ec startRef="1"/></source><target>d<ec startRef="1"/></target></segment>',
    ),
    'ec startRef="1"',
    "bd",
  ],
  ["isolated sc", text2('<sc id="1" isolated="yes"/>a'), 'isolated="yes"', "a"],
  ["isolated ec", text2('a<ec id="1" isolated="yes"/>'), 'isolated="yes"', "a"],
  ["mrk with its text", text2('a <mrk id="m1" type="term">Acme</mrk> b'), "Acme</mrk>", "a Acme b"],
  ["mrk that says translate no", text2('<mrk id="m1" translate="no">Acme</mrk>'), 'translate="no"', "Acme"],
  ["sm and em", text2('<sm id="m1" type="term"/>Acme<em startRef="m1"/>'), "<em", "Acme"],
  ["cp", text2('a<cp hex="001A"/>b'), '<cp hex="001A"/>', "a\u001ab"],
  [
    "originalData",
    unit2(
      `<originalData><data id="d1">&lt;br/&gt;</data></originalData><segment><source>a<ph id="1" dataRef="d1"/></source></segment>`,
    ),
    "&lt;br/&gt;",
  ],
  [
    "originalData with cp and dir",
    unit2(
      `<originalData><data id="d1" dir="rtl"><cp hex="0001"/></data></originalData><segment><source>a<ph id="1" dataRef="d1"/></source></segment>`,
    ),
    '<cp hex="0001"/>',
  ],
  [
    "notes of a unit",
    unit2(`<notes><note id="n1" category="section" priority="2" appliesTo="source">Mind</note></notes>${plain2}`),
    'priority="2"',
  ],
  [
    "notes of a file",
    file2(`<notes><note id="n1">Whole file</note></notes><unit id="u1">${plain2}</unit>`),
    "Whole file",
  ],
  [
    "notes of a group",
    file2(`<group id="g1"><notes><note id="n1">Group</note></notes><unit id="u1">${plain2}</unit></group>`),
    ">Group<",
  ],
  [
    "note that a mark refers to",
    unit2(
      `<notes><note id="n1">x</note></notes><segment><source><mrk id="m1" type="comment" ref="#n=n1">a</mrk></source></segment>`,
    ),
    'ref="#n=n1"',
  ],
  ["segment id", unit2('<segment id="s1"><source>a</source></segment>'), 'id="s1"'],
  ["state", text2("a", "b", ' state="reviewed"'), 'state="reviewed"', "b"],
  ["subState", text2("a", "b", ' state="translated" subState="my:checked"'), 'subState="my:checked"', "b"],
  ["canResegment", text2("a", "b", ' canResegment="no"'), 'canResegment="no"', "b"],
  [
    "several segments",
    unit2(
      `<segment><source>a. </source><target>b. </target></segment><segment><source>c.</source><target>d.</target></segment>`,
    ),
    "d.",
    "b. d.",
  ],
  [
    "order of targets",
    unit2(
      `<segment><source>a</source><target order="2">2</target></segment><segment><source>b</source><target order="1">1</target></segment>`,
    ),
    'order="2"',
    "12",
  ],
  [
    "ignorable",
    unit2(
      `<segment><source>a.</source><target>b.</target></segment><ignorable><source>  </source></ignorable><segment><source>c.</source><target>d.</target></segment>`,
    ),
    "<ignorable>",
    "b.  d.",
  ],
  [
    "ignorable with target",
    unit2(
      `<segment><source>a.</source><target>b.</target></segment><ignorable><source> </source><target>\u00a0</target></ignorable><segment><source>c.</source><target>d.</target></segment>`,
    ),
    "\u00a0",
    "b.\u00a0d.",
  ],
  ["blanks at the ends", text2(" a ", "  b  "), "  b  ", "  b  "],
  [
    "only blanks",
    unit2(
      "<segment><source>a</source><target>b</target></segment><segment><source>   </source><target>   </target></segment>",
    ),
    "<source>   </source>",
    "b   ",
  ],
  ["line ends and tabs", text2("a\n\tb"), "a\n\tb", "a\n\tb"],
  ["translate no", unit2(plain2, ' translate="no"'), 'translate="no"', "b"],
  ["xml:space", unit2(plain2, ' xml:space="preserve"'), 'xml:space="preserve"', "b"],
  [
    "srcDir and trgDir",
    file2(`<unit id="u1" trgDir="rtl">${plain2}</unit>`, ' srcDir="ltr" trgDir="rtl"'),
    'trgDir="rtl"',
    "b",
  ],
  ["dir of codes", text2('<pc id="1" dir="rtl">a</pc>'), 'dir="rtl"', "a"],
  ["name and type of a unit", unit2(plain2, ' name="menu.open" type="my:menu"'), 'type="my:menu"', "b"],
  ["file original", file2(`<unit id="u1">${plain2}</unit>`, ' original="a/b.md"'), 'original="a/b.md"', "b"],
  [
    "two files",
    document2(`<file id="f1"><unit id="u1">${plain2}</unit></file><file id="f2"><unit id="u1">${plain2}</unit></file>`),
    'id="f2"',
    "b",
  ],
  [
    "nested groups",
    file2(`<group id="g1" name="n"><group id="g2"><unit id="u1">${plain2}</unit></group></group>`),
    'id="g2"',
    "b",
  ],
  ["numeric ids in their order", file2(`<unit id="10">${plain2}</unit><unit id="2">${plain2}</unit>`), 'id="10"', "b"],
  ["skeleton", file2(`<skeleton><my:s>x</my:s></skeleton><unit id="u1">${plain2}</unit>`), "<my:s>x</my:s>", "b"],
  ["skeleton elsewhere", file2(`<skeleton href="a.skl"/><unit id="u1">${plain2}</unit>`), 'href="a.skl"', "b"],
  [
    "metadata",
    unit2(
      `<mda:metadata id="m"><mda:metaGroup category="c"><mda:meta type="t">v</mda:meta></mda:metaGroup></mda:metadata>${plain2}`,
    ),
    ">v</mda:meta>",
    "b",
  ],
  [
    "matches",
    unit2(
      `<mtc:matches><mtc:match ref="#s1" matchQuality="90.5" origin="tm"><source>a</source><target>FALSE</target></mtc:match></mtc:matches><segment id="s1"><source>a</source><target>b</target></segment>`,
    ),
    "FALSE",
    "b",
  ],
  [
    "glossary",
    unit2(
      `<gls:glossary><gls:glossEntry id="g1"><gls:term>a</gls:term><gls:translation>b</gls:translation></gls:glossEntry></gls:glossary>${plain2}`,
    ),
    "gls:translation",
    "b",
  ],
  ["size restriction", unit2(plain2, ' slr:sizeRestriction="5,10"'), '"5,10"', "b"],
  ["format style", unit2(plain2, ' fs:fs="p" fs:subFs="class,x"'), 'fs:subFs="class,x"', "b"],
  [
    "resource data",
    file2(
      `<res:resourceData><res:resourceItem id="r1" mimeType="image/png"><res:source href="a.png"/></res:resourceItem></res:resourceData><unit id="u1">${plain2}</unit>`,
    ),
    "res:resourceItem",
    "b",
  ],
  [
    "validation",
    unit2(`<val:validation><val:rule isPresent="b" occurs="1"/></val:validation>${plain2}`),
    'occurs="1"',
    "b",
  ],
  [
    "change track",
    unit2(
      `<ctr:changeTrack><ctr:revisions appliesTo="target"><ctr:revision author="A"><ctr:item property="content">c</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack>${plain2}`,
    ),
    "ctr:item",
    "b",
  ],
  ["its", text2('<mrk id="m1" type="its:any" its:allowedCharacters="[a-z]">a</mrk>'), "its:allowedCharacters", "a"],
  ["foreign attribute", unit2(plain2, ' my:done="50"'), 'my:done="50"', "b"],
  ["foreign element", unit2(`<my:x a="1">text <my:y/></my:x>${plain2}`), "<my:y/>", "b"],
  ["foreign namespace declared late", unit2(`<o:x xmlns:o="urn:o">1</o:x>${plain2}`), 'xmlns:o="urn:o"', "b"],
  ["markup in attribute values", text2('<ph id="1" disp="&lt;b&gt; &amp; &quot;"/>a'), "&lt;b&gt; &amp; &quot;", "a"],
  ["text escaped twice", text2("&amp;lt;b&amp;gt;"), "&amp;lt;b&amp;gt;", "&lt;b&gt;"],
  ["CDATA", text2("<![CDATA[a < b]]>"), "<![CDATA[a < b]]>", "a < b"],
  ["comments", unit2(`<!-- keep -->${plain2}`), "<!-- keep -->", "b"],
  ["instructions", unit2(`<?tool x="1"?>${plain2}`), '<?tool x="1"?>', "b"],
  ["bidi marks", text2("a", "\u200fb\u2067c\u2069"), "\u200fb\u2067c\u2069", "\u200fb\u2067c\u2069"],
  [
    "plural forms of 2.2",
    document2(
      `<file id="f1"><group id="g1" xmlns:pgs="urn:oasis:names:tc:xliff:pgs:1.0" pgs:switch="plural:n"><unit id="u1" pgs:case="one">${plain2}</unit></group></file>`,
      "2.2",
    ),
    'pgs:case="one"',
    "b",
  ],
  [
    "notes and metadata of 2.2 at the top",
    document2(
      `<notes><note id="n1" ref="#f=f1">All</note></notes><file id="f1"><unit id="u1">${plain2}</unit></file>`,
      "2.2",
    ),
    ">All<",
    "b",
  ],
]

const file12 = (inside: string, head = "", attributes = "") =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="urn:sdl" version="1.2"><file original="a.md" source-language="en" target-language="tk" datatype="html"${attributes}>${head}<body>${inside}</body></file></xliff>\n`
const unit12 = (inside: string, attributes = "") => file12(`<trans-unit id="u1"${attributes}>${inside}</trans-unit>`)
const text12 = (source: string, target = source) => unit12(`<source>${source}</source><target>${target}</target>`)
const plain12 = "<source>a</source><target>b</target>"

const in12: Row[] = [
  ["x and g", text12('<g id="1" ctype="bold">a<x id="2"/></g>'), 'ctype="bold"', "a"],
  [
    "bx and ex, bpt and ept",
    text12(
      '<bx id="1" rid="1"/>a<ex id="2" rid="1"/><bpt id="3" rid="2">&lt;b&gt;</bpt>b<ept id="4" rid="2">&lt;/b&gt;</ept>',
    ),
    "&lt;/b&gt;</ept>",
    "ab",
  ],
  [
    "it, ph and sub",
    text12('<it id="1" pos="open">&lt;u&gt;</it>a<ph id="2">&lt;img alt="<sub>x</sub>"&gt;</ph>'),
    "<sub>x</sub>",
    "a",
  ],
  ["mrk", text12('a <mrk mtype="protected">Acme</mrk> b'), "Acme</mrk>", "a Acme b"],
  [
    "seg-source and blanks between segments",
    unit12(
      '<source>a. c.</source><seg-source><mrk mtype="seg" mid="1">a.</mrk> <mrk mtype="seg" mid="2">c.</mrk></seg-source><target><mrk mtype="seg" mid="1">b.</mrk> <mrk mtype="seg" mid="2">d.</mrk></target>',
    ),
    '</mrk> <mrk mtype="seg" mid="2">d.',
    "b. d.",
  ],
  [
    "state and qualifier",
    unit12('<source>a</source><target state="needs-review-translation" state-qualifier="leveraged-mt">b</target>'),
    'state-qualifier="leveraged-mt"',
    "b",
  ],
  [
    "approved, maxwidth, resname",
    unit12(plain12, ' approved="yes" maxwidth="40" size-unit="char" resname="r"'),
    'maxwidth="40"',
    "b",
  ],
  [
    "header with tool, phase, note",
    file12(
      `<trans-unit id="u1">${plain12}</trans-unit>`,
      '<header><phase-group><phase phase-name="p" process-name="t" tool-id="x"/></phase-group><note>N</note><tool tool-id="x" tool-name="X"/></header>',
    ),
    'tool-name="X"',
    "b",
  ],
  [
    "alt-trans and its target",
    unit12(`${plain12}<alt-trans match-quality="80"><source>a</source><target>FALSE</target></alt-trans>`),
    "FALSE",
    "b",
  ],
  [
    "contexts and counts",
    unit12(
      `${plain12}<context-group purpose="location"><context context-type="linenumber">7</context></context-group><count-group name="w"><count count-type="total" unit="word">1</count></count-group>`,
    ),
    ">7</context>",
    "b",
  ],
  [
    "bin-unit",
    file12(
      `<trans-unit id="u1">${plain12}</trans-unit><bin-unit id="b1" mime-type="image/png"><bin-source><external-file href="a.png"/></bin-source></bin-unit>`,
    ),
    "bin-source",
    "b",
  ],
  [
    "group without id",
    file12(`<group restype="menu"><trans-unit id="u1">${plain12}</trans-unit></group>`),
    'restype="menu"',
    "b",
  ],
  [
    "attributes of a file",
    file12(
      `<trans-unit id="u1">${plain12}</trans-unit>`,
      "",
      ' product-name="P" category="C" date="2026-11-22T00:00:00Z"',
    ),
    'category="C"',
    "b",
  ],
  [
    "foreign elements and attributes",
    unit12(`${plain12}<sdl:seg-defs><sdl:seg id="1" conf="Draft"/></sdl:seg-defs>`, ' sdl:locked="1"'),
    'conf="Draft"',
    "b",
  ],
]

const all: Row[] = [...in2, ...in12]

describe("features of the standard", () => {
  it("are 72", () => {
    expect(all.length).toBe(72)
  })

  it.each(all)("%s", (_, text, kept, target) => {
    const bytes = new TextEncoder().encode(text)
    expect(checkXliff(bytes, { name: "x" })).toEqual([])
    const again = openXliff(bytes, { name: "x" }).print()
    expect(again).toContain(kept)
    expect(again.replaceAll(/\s*\/>/g, "/>").replaceAll("'", '"')).toBe(
      text.replaceAll(/\s*\/>/g, "/>").replaceAll("'", '"'),
    )
    const [unit] = readXliff(new TextEncoder().encode(again), { name: "x" }).units
    if (target !== undefined) expect(unit!.target && plain(unit!.target)).toBe(target)
  })

  it("change only what is changed", () => {
    const file = openXliff(new TextEncoder().encode(in2[39]![1]), { name: "x" })
    file.setTarget("f1", "u1", ["c & d"], { state: "reviewed", flag: null })
    expect(file.print()).toContain('<segment id="s1" state="reviewed"><source>a</source><target>c &amp; d</target>')
    expect(file.print()).toContain("FALSE")
    const old = openXliff(new TextEncoder().encode(unit12("<source>a</source><note>n</note>")), { name: "x" })
    old.setTarget("a.md", "u1", ["c"], { state: "final", flag: null })
    expect(old.print()).toContain('approved="yes"><source>a</source><target state="final">c</target><note>')
  })
})
