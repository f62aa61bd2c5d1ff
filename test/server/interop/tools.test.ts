// Other people's programs edit our bundles, and what they send back is taken. Counts are asserted, not exit codes:
// most of these tools exit with 0 whatever happens.
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { codesOf, plain } from "../../../src/content.ts"
import { plan, type KnownUnit } from "../../../src/merge/index.ts"
import { readXliff, writeXliff, type ExportFile, type ExportUnit, type XliffVersion } from "../../../src/xliff/index.ts"
import { alone, close, open, turkmen, unit, uyghur } from "../../core/xliff/fixtures.ts"

const folder = mkdtempSync(join(tmpdir(), "besh-interop-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const schemas = resolve(import.meta.dirname, "../../../../shared/xliff/schemas")
const has = (program: string, ...words: string[]) => spawnSync(program, words, { stdio: "ignore" }).status === 0
const podebug = has("podebug", "--version")
const xmllint = has("xmllint", "--version")
const lxml = has("/usr/bin/python3", "-c", "import lxml")
const omegat = "/usr/share/omegat/OmegaT.jar"
const java = existsSync(omegat) && has("java", "-version")

/** Untranslated units, with every kind of code that nests. */
const units: ExportUnit[] = [
  unit("u1", ["Privacy policy"], null, {
    notes: [
      { text: "Overview & scope", category: "section" },
      { text: "Is it “us”?", category: "comment", author: "Aýna" },
    ],
    terms: [{ term: "privacy policy", translation: "gizlinlik syýasaty", definition: "What is done with data." }],
    matches: [{ source: ["Privacy"], target: ["Gizlinlik"], quality: 75, origin: "Terms" }],
    maxLength: 200,
  }),
  unit("u2", ["We keep ", open("1"), "your data", close("1"), " for 30 days, ", alone("2"), "."], null, {
    matches: [
      {
        source: ["We kept ", open("1"), "your data", close("1"), ", ", alone("2"), "."],
        target: [open("1"), "Maglumatlaryňyzy", close("1"), " saklaýardyk, ", alone("2"), "."],
        quality: 80,
      },
    ],
  }),
  unit(
    "u3",
    ["Read the ", open("1", "link", "["), "terms", close("1", "link", "](https://example.org/?a=1&b=2)"), " first."],
    null,
  ),
  unit("u4", ["Write to us & ask: ", alone("1", "break", "<br>", "\n"), "we answer < 3 days."], null),
]
const file = (to: string): ExportFile => ({ ...(to === "ug" ? uyghur : turkmen), to, units })
const known = new Map<string, KnownUnit>(units.map((each) => [each.id, each]))

function exported(version: XliffVersion, to: string, copySource: boolean): string {
  const path = join(folder, `${version}-${to}-${copySource}.xlf`)
  const tool = { name: "besh", version: "0.1.0" }
  writeFileSync(
    path,
    writeXliff([file(to)], { version, exportId: "e1", tool, created: "2026-11-22T00:00:00Z", copySource }),
  )
  return path
}

function planned(path: string) {
  const read = readXliff(readFileSync(path), { name: path })
  return { read, changes: plan({ base: known, current: known, returned: read.units }) }
}

/** Every unit is an update to a translation with the codes of its source; nothing else has changed. */
function expectAllTaken(path: string): void {
  const { read, changes } = planned(path)
  expect(read.units.map(({ id }) => id)).toEqual(units.map(({ id }) => id))
  expect(changes.map(({ change, code }) => `${change} ${code}`)).toEqual(units.map(() => "update new"))
  for (const change of changes) {
    const source = known.get(change.unit)!.source
    expect(codesOf(change.after!).map(({ id, kind, data }) => [id, kind, data])).toEqual(
      codesOf(source).map(({ id, kind, data }) => [id, kind, data]),
    )
    expect(plain(change.after!)).not.toBe(plain(source))
  }
}

const targets = ["tk", "ug"]

describe.skipIf(!xmllint || !existsSync(schemas))(
  "xmllint (skipped without libxml2-utils or ../shared/xliff/schemas)",
  () => {
    const cases = (["1.2", "2.0", "2.1", "2.2"] as const).flatMap((version) =>
      targets.map((to) => [version, to] as const),
    )
    it.each(cases)("%s to %s is valid", (version, to) => {
      const schema = join(schemas, version, version === "1.2" ? "xliff-core-1.2-strict.xsd" : "all.xsd")
      const { stderr } = spawnSync(
        "xmllint",
        ["--nonet", "--noout", "--schema", schema, exported(version, to, false)],
        { encoding: "utf8" },
      )
      expect(stderr).toMatch(/ validates\n$/)
    })
  },
)

describe.skipIf(!podebug)("translate-toolkit (skipped without podebug)", () => {
  it.each(targets)(
    "1.2 to %s: every unit comes back translated",
    (to) => {
      const back = join(folder, `podebug-${to}.xlf`)
      spawnSync("podebug", ["--rewrite=unicode", "--progress=none", exported("1.2", to, false), back])
      expectAllTaken(back)
    },
    60_000,
  )
})

describe.skipIf(!java)("OmegaT (skipped without omegat and java)", () => {
  it.each(targets)(
    "1.2 to %s, sources copied: what its memory knows comes back",
    (to) => {
      const project = join(folder, `omegat-${to}`)
      for (const name of ["source", "target", "omegat", "glossary", "tm", "dictionary"])
        mkdirSync(join(project, name), { recursive: true })
      writeFileSync(join(project, "source", "a.xlf"), readFileSync(exported("1.2", to, true)))
      writeFileSync(
        join(project, "omegat.project"),
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>en</source_lang><target_lang>${to}</target_lang><sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>`,
      )
      const pairs = [["Privacy policy", "Gizlinlik syýasaty"]]
      const memory = pairs
        .map(([a, b]) => `<tu><tuv lang="en"><seg>${a}</seg></tuv><tuv lang="${to}"><seg>${b}</seg></tuv></tu>`)
        .join("")
      writeFileSync(
        join(project, "omegat", "project_save.tmx"),
        `<?xml version="1.0" encoding="UTF-8"?><tmx version="1.1"><header creationtool="t" creationtoolversion="1" segtype="paragraph" o-tmf="OmegaT TMX" adminlang="en" srclang="en" datatype="plaintext"/><body>${memory}</body></tmx>`,
      )
      spawnSync(
        "java",
        ["-Djava.awt.headless=true", `-Duser.home=${folder}`, "-jar", omegat, project, "--mode=console-translate"],
        { timeout: 90_000 },
      )
      const { changes } = planned(join(project, "target", "a.xlf"))
      expect(changes.length).toBe(units.length)
      expect(changes[0]).toMatchObject({ unit: "u1", change: "update", after: ["Gizlinlik syýasaty"] })
      // What it did not know is still the copied source: skipped, never taken as a translation, and no code is lost.
      expect(changes.slice(1).map(({ code }) => code)).toEqual(["copy", "copy", "copy"])
    },
    120_000,
  )
})

const editor = `
import sys
from copy import deepcopy
from lxml import etree
path, out, how = sys.argv[1:]
tree = etree.parse(path)
root = tree.getroot()
ns = etree.QName(root).namespace
q = lambda name: '{%s}%s' % (ns, name)
root.set('{urn:foreign:tool}version', '7')
for unit in root.iter(q('unit')):
    unit.set('{urn:foreign:tool}seen', 'yes')
    for segment in list(unit.iter(q('segment'))):
        source = segment.find(q('source'))
        target = etree.SubElement(segment, q('target'))
        target.text = (source.text or '').upper()
        for node in source:
            copy = deepcopy(node)
            copy.tail = (node.tail or '').upper()
            target.append(copy)
        segment.set('state', 'translated')
        if how == 'split' and len(source) == 0 and ' ' in source.text:
            first, rest = source.text.split(' ', 1)
            one, two = target.text.split(' ', 1)
            source.text, target.text = first, one
            gap = etree.SubElement(unit, q('ignorable'))
            etree.SubElement(gap, q('source')).text = ' '
            more = etree.SubElement(unit, q('segment'), state='translated')
            etree.SubElement(more, q('source')).text = rest
            etree.SubElement(more, q('target')).text = two
if how == 'indent':
    for unit in root.iter(q('unit')):
        for child in unit:
            child.tail = '\\n        '
tree.write(out, encoding='UTF-16' if how == 'utf16' else 'UTF-8', xml_declaration=True)
`

describe.skipIf(!lxml)("an editor on lxml (skipped without python3-lxml)", () => {
  const cases = (["2.0", "2.1", "2.2"] as const).flatMap((version) =>
    targets.flatMap((to) => ["fill", "split", "indent", "utf16"].map((how) => [version, to, how] as const)),
  )
  it.each(cases)("%s to %s: %s", (version, to, how) => {
    const back = join(folder, `lxml-${version}-${to}-${how}.xlf`)
    const { stderr } = spawnSync("/usr/bin/python3", ["-c", editor, exported(version, to, false), back, how], {
      encoding: "utf8",
    })
    expect(stderr).toBe("")
    expectAllTaken(back)
  })
})
