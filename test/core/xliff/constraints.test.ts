// The rules of the standard, one wrong file each, written for this project.
import { describe, expect, it } from "vitest"
import { checkXliff } from "../../../src/xliff/index.ts"
import { isLanguageTag } from "../../../src/xliff/constraints/languages.ts"

const root2 = (inside: string, attributes = "") =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:my="urn:my" version="2.0" srcLang="en" trgLang="tk"${attributes}>${inside}</xliff>`
const unit2 = (inside: string, attributes = "") =>
  root2(`<file id="f1"><unit id="u1"${attributes}>${inside}</unit></file>`)
const source2 = (inside: string) => unit2(`<segment><source>${inside}</source></segment>`)
const both2 = (source: string, target: string) =>
  unit2(`<segment><source>${source}</source><target>${target}</target></segment>`)
const root12 = (inside: string, attributes = ' target-language="tk"') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en" datatype="html"${attributes}><body>${inside}</body></file></xliff>`
const unit12 = (inside: string, attributes = "") => root12(`<trans-unit id="u1"${attributes}>${inside}</trans-unit>`)
const segment = "<segment><source>a</source></segment>"

const wrong: [string, string, string][] = [
  ["an unknown element of the core", unit2(`<para/>${segment}`), "xliff/element"],
  ["notes after segments", unit2(`${segment}<notes><note>n</note></notes>`), "xliff/element"],
  ["an extension in a segment", unit2("<segment><source>a</source><my:x/></segment>"), "xliff/element"],
  [
    "a glossary in a file",
    root2(`<file id="f1"><gls:glossary/><unit id="u1">${segment}</unit></file>`),
    "xliff/element",
  ],
  ["an unknown element of a module", unit2(`<gls:terms/>${segment}`), "xliff/element"],
  ["text between segments", unit2(`${segment}stray`), "xliff/text"],
  ["a unit without segments", unit2("<ignorable><source> </source></ignorable>"), "xliff/missing-element"],
  ["a file without id", root2(`<file><unit id="u1">${segment}</unit></file>`), "xliff/missing-attribute"],
  ["an attribute nobody knows", unit2(segment, ' approved="yes"'), "xliff/attribute"],
  ["a foreign attribute on a code", source2('<ph id="1" my:x="1"/>'), "xliff/attribute"],
  ["a state of 1.2", unit2('<segment state="needs-translation"><source>a</source></segment>'), "xliff/value"],
  ["an id with a blank", unit2(segment.replace("<segment>", '<segment id="a b">')), "xliff/value"],
  ["priority 11", unit2(`<notes><note priority="11">n</note></notes>${segment}`), "xliff/value"],
  ["a subState alone", unit2('<segment subState="my:x"><source>a</source></segment>'), "xliff/state"],
  [
    "the same note id",
    unit2(`<notes><note id="n">a</note><note id="n">b</note></notes>${segment}`),
    "xliff/duplicate-id",
  ],
  [
    "a code with a segment's id",
    unit2('<segment id="1"><source><ph id="1"/></source></segment>'),
    "xliff/duplicate-id",
  ],
  [
    "twenty codes, one twice",
    source2(`${Array.from({ length: 20 }, (_, at) => `<ph id="c${at}"/>`).join("")}<ph id="c3"/>`),
    "xliff/duplicate-id",
  ],
  ["an end without start", source2('a<ec startRef="1"/>'), "xliff/pair"],
  ["a start without end", source2('<sc id="1"/>a'), "xliff/pair"],
  ["a start twice ended", source2('<sc id="1"/>a<ec startRef="1"/><ec startRef="1"/>'), "xliff/pair"],
  ["an annotation never ended", source2('<sm id="1" type="term"/>a'), "xliff/pair"],
  [
    "ends that disagree",
    source2('<sc id="1" canDelete="no"/>a<ec startRef="1" canDelete="yes"/>'),
    "xliff/pair-differs",
  ],
  ["data that is not there", source2('<ph id="1" dataRef="d9"/>'), "xliff/reference"],
  ["a copy of nothing", source2('<ph id="1" copyOf="9"/>'), "xliff/reference"],
  ["a sub-flow that is not there", source2('<ph id="1" subFlows="u9"/>'), "xliff/reference"],
  ["a comment about nothing", source2('<mrk id="m" type="comment" ref="#n=n9">a</mrk>'), "xliff/reference"],
  ["a comment without words", source2('<mrk id="m" type="comment">a</mrk>'), "xliff/missing-attribute"],
  ["a reference backwards", source2('<mrk id="m" type="my:x" ref="#u=u1/f=f1">a</mrk>'), "xliff/fragment"],
  ["a letter written as code point", source2('<cp hex="0041"/>'), "xliff/value"],
  ["bold that is an image", source2('<ph id="1" type="image" subType="xlf:b"/>'), "xliff/value"],
  ["a subType alone", source2('<ph id="1" subType="my:b"/>'), "xliff/missing-attribute"],
  ["what may not move but may go", source2('<ph id="1" canReorder="firstNo" canCopy="no"/>'), "xliff/rule"],
  ["a code that had to stay", both2('<ph id="1" canDelete="no"/>a', "b"), "xliff/code-missing"],
  ["a code twice in a target", both2('<ph id="1"/>a', '<ph id="1"/><ph id="1"/>'), "xliff/code-duplicate"],
  ["white space of two minds", both2("a", "b").replace("<target>", '<target xml:space="preserve">'), "xliff/space"],
  ["a target in another language", both2("a", "b").replace("<target>", '<target xml:lang="az">'), "xliff/language"],
  ["order three of one", both2("a", "b").replace("<target>", '<target order="3">'), "xliff/order"],
  [
    "a source language that is none",
    root2(`<file id="f"><unit id="u">${segment}</unit></file>`).replace('"en"', '"english language"'),
    "xliff/language",
  ],
  [
    "a match that points nowhere",
    unit2(`<mtc:matches><mtc:match ref="#s9"><source>a</source><target>b</target></mtc:match></mtc:matches>${segment}`),
    "xliff/reference",
  ],
  [
    "a match without target",
    unit2(
      `<mtc:matches><mtc:match ref="#s1"><source>a</source></mtc:match></mtc:matches><segment id="s1"><source>a</source></segment>`,
    ),
    "xliff/missing-element",
  ],
  [
    "metadata without type",
    unit2(`<mda:metadata><mda:metaGroup><mda:meta>x</mda:meta></mda:metaGroup></mda:metadata>${segment}`),
    "xliff/missing-attribute",
  ],
  ["a size that is none", unit2(segment, ' slr:sizeRestriction="5,4"'), "xliff/value"],
  ["1.2: no source", unit12("<target>b</target>"), "xliff/element"],
  [
    "1.2: a unit twice",
    root12(
      '<trans-unit id="1"><source>a</source></trans-unit><group><trans-unit id="1"><source>a</source></trans-unit></group>',
    ),
    "xliff/duplicate-id",
  ],
  ["1.2: a state of 2.0", unit12('<source>a</source><target state="reviewed">b</target>'), "xliff/value"],
  ["1.2: approved perhaps", unit12("<source>a</source>", ' approved="maybe"'), "xliff/value"],
  ["1.2: codes of 2.0", unit12('<source><pc id="1">a</pc></source>'), "xliff/element"],
  ["1.2: a code without id", unit12("<source><x/></source>"), "xliff/missing-attribute"],
  ["1.2: a target before its source", unit12("<target>b</target><source>a</source>"), "xliff/element"],
  [
    "1.2: no target language",
    root12('<trans-unit id="1"><source>a</source><target>b</target></trans-unit>', ""),
    "xliff/target-language",
  ],
  [
    "1.2: a segment that is not in the source",
    unit12(
      '<source>a</source><seg-source><mrk mtype="seg" mid="1">a</mrk></seg-source><target><mrk mtype="seg" mid="2">b</mrk></target>',
    ),
    "xliff/reference",
  ],
  ["1.2: a body in a group", root12("<group><body/></group>"), "xliff/element"],
]

describe("rules", () => {
  it.each(wrong)("%s", (_, text, code) => {
    const found = checkXliff(new TextEncoder().encode(text), { name: "x" })
    expect(found.map((violation) => violation.code)).toContain(code)
    for (const { line, column } of found) expect([line, column > 0]).toEqual([1, true])
  })

  it.each([
    ["en", true],
    ["zh-Hant-TW", true],
    ["ug-Arab-CN", true],
    ["sr-Latn-RS-x-our", true],
    ["x-private", true],
    ["i-klingon", true],
    ["de-CH-1996", true],
    ["e", false],
    ["f r", false],
    ["en_US", false],
    ["de-", false],
    ["", false],
  ])("language %s: %s", (tag, isOne) => {
    expect(isLanguageTag(tag)).toBe(isOne)
  })
})
