// Our tokenizer beside saxes: the same events, or both refuse; wherever the pieces of the text end.
import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { SaxesParser } from "saxes"
import { describe, expect, it } from "vitest"
import { writeXliff, xliffVersions } from "../../../src/xliff/index.ts"
import { tokenizer } from "../../../src/xliff/tokenizer.ts"
import { XmlFault, type Attribute } from "../../../src/xliff/tokens.ts"
import { turkmen, uyghur } from "./fixtures.ts"

type Pieces = readonly string[]

const attributesOf = (list: readonly Attribute[]) =>
  list.map(({ name, local, uri, value }) => `${name}|${local}|${uri}|${value}`).join(" ")

/** Events, one a line; null when refused. */
function ours(pieces: Pieces): string[] | null {
  const events: string[] = []
  const reader = tokenizer(
    { attribute: Infinity, attributes: Infinity },
    {
      open: ({ name, local, uri, attributes }, line, column) =>
        events.push(`open ${name} ${local} ${uri} ${attributesOf(attributes)} ${line}:${column}`),
      close: () => events.push("close"),
      text: (text) => events.push(`text ${text}`),
      cdata: (text) => events.push(`cdata ${text}`),
      comment: (text) => events.push(`comment ${text}`),
      instruction: (target, text) => events.push(`instruction ${target} ${text}`),
    },
  )
  try {
    for (const piece of pieces) reader.write(piece)
    reader.end()
  } catch (error) {
    if (error instanceof XmlFault) return null
    throw error
  }
  return events
}

function theirs(pieces: Pieces): string[] | null {
  const events: string[] = []
  const parser = new SaxesParser({ xmlns: true, position: true, forceXMLVersion: true, defaultXMLVersion: "1.0" })
  let place = ""
  let depth = 0
  parser.on("opentagstart", ({ name }) => {
    const column = parser.columnIndex - name.length - 1
    place = column > 0 ? `${parser.line}:${column}` : ""
  })
  parser.on("opentag", ({ name, local, uri, attributes }) => {
    depth += 1
    const counted = pieces[0]!.startsWith("\ufeff") && place.startsWith("1:") ? "" : place
    events.push(`open ${name} ${local} ${uri} ${attributesOf(Object.values(attributes))} ${counted}`)
  })
  parser.on("closetag", () => {
    depth -= 1
    events.push("close")
  })
  parser.on("text", (text) => depth > 0 && events.push(`text ${text}`))
  parser.on("cdata", (text) => events.push(`cdata ${text}`))
  parser.on("comment", (text) => events.push(`comment ${text}`))
  parser.on("processinginstruction", ({ target, body }) => events.push(`instruction ${target} ${body}`))
  parser.on("doctype", () => {
    throw new RangeError("doctype")
  })
  try {
    for (const piece of pieces) parser.write(piece)
    parser.close()
  } catch {
    return null
  }
  return events
}

/** saxes does not tell where a tag begins whose name ends its line, and counts a byte order mark. */
function agree(pieces: Pieces): boolean {
  const [own, other] = [ours(pieces), theirs(pieces)]
  if (own === null || other === null) {
    expect([own === null, pieces.join("¦")]).toEqual([other === null, pieces.join("¦")])
    return false
  }
  const blank = other.map((event, at) => (event.startsWith("open") && event.endsWith(" ") ? at : -1))
  expect(own.map((event, at) => (blank.includes(at) ? event.replace(/\d+:\d+$/, "") : event))).toEqual(other)
  return true
}

function cut(text: string, size: number): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size))
  return pieces
}

const rows = [
  "<a/>",
  "<a></a>",
  " <a/>",
  "\ufeff<a/>",
  '<?xml version="1.0"?><a/>',
  "<?xml version='1.0' encoding='UTF-8' standalone='no' ?>\r\n<a/>",
  '<?xml version="2.0"?><a/>',
  '<?xml encoding="UTF-8"?><a/>',
  '<?xml version="1.0"encoding="UTF-8"?><a/>',
  ' <?xml version="1.0"?><a/>',
  '<a><?xml version="1.0"?></a>',
  "<?XML a?><a/>",
  "<?a?><a/><?b  c d ?>",
  "<a><?b ??></a>",
  "<a><?b:c d?></a>",
  "<a>x<!-- y -->z</a>",
  "<a><!-- -- --></a>",
  "<a><!-- ---></a>",
  "<a><!----></a>",
  "<a><![CDATA[x]]y]]]></a>",
  "<![CDATA[x]]><a/>",
  "<a/><![CDATA[x]]>",
  "<a>]]></a>",
  "<a>]]&gt;]]</a>",
  "<a b=']]>'/>",
  "<a b='x>y'/>",
  "<a b='x<y'/>",
  "<a b = 'x' c=\"y'\"/>",
  "<a b='x'c='y'/>",
  "<a b/>",
  "<a b=x/>",
  "<a b='1' b='2'/>",
  "<a xmlns:x='u' xmlns:y='u' x:b='1' y:b='2'/>",
  "<a xmlns:x='u'><x:b x:c='1' c='2'/></a>",
  "<a xmlns:x='u'><b xmlns:x='v'><x:c/></b><x:c/></a>",
  "<a xmlns='u'><b xmlns=''><c/></b><c/></a>",
  "<x:a/>",
  "<a x:b=''/>",
  "<a xmlns:x=''/>",
  "<a xmlns:x='  '/>",
  "<a xmlns:xml='http://www.w3.org/XML/1998/namespace'/>",
  "<a xmlns:xml='u'/>",
  "<a xmlns:y='http://www.w3.org/XML/1998/namespace'/>",
  "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
  "<a xmlns:xmlns='u'/>",
  "<xmlns:a/>",
  "<xml:a xml:lang='en'/>",
  "<a:b:c xmlns:a='u'/>",
  "<a: xmlns:a='u'/>",
  "<:a/>",
  "<a xmlnsx='u'/>",
  "<é ü='1'>x</é>",
  "<a\u00d7/>",
  "<\u{10000}b/>",
  "<1a/>",
  "<a.b-c_1/>",
  "< a/>",
  "<a / >",
  "<a",
  "<a>",
  "<a></a",
  "<a></b>",
  "<a></a >",
  "<a></ a>",
  "<a></aa>",
  "<aa></a>",
  "<a></a\n>",
  "<a\n b='\n\t\r\nx&#10;y'\n/>",
  "<a>x\r\ny\rz\n</a>\r",
  "<a>&amp;&lt;&gt;&quot;&apos;&#65;&#x42;&#x1F600;</a>",
  "<a>&nbsp;</a>",
  "<a>&;</a>",
  "<a>&#;</a>",
  "<a>&#x;</a>",
  "<a>&#X41;</a>",
  "<a>&#0;</a>",
  "<a>&#xD800;</a>",
  "<a>&#x110000;</a>",
  "<a>& b</a>",
  "<a>&amp</a>;",
  "<a b='&lt;&#9;&amp;#38;'/>",
  "<a b='&x;'/>",
  "&#32;<a/>",
  "x<a/>",
  "<a/>x",
  "<a/>\n ",
  "<a/><b/>",
  "<a/></a>",
  "</a>",
  "",
  " ",
  "<!DOCTYPE a><a/>",
  "<!doctype html><a/>",
  "<a><!DOCTYPE a></a>",
  "<!ELEMENT a><a/>",
  "<a>\u0001</a>",
  "<a>\ufffe</a>",
  "<a>\ud800</a>",
  "<a>\udc00</a>",
  "<a b='\u{1F600}'>\u{1F600}</a>",
  "<a>\u0085\u2028\u00a0</a>",
]

describe("well-formedness, as saxes sees it", () => {
  it.each(rows)("%j, whole and in pieces of 1, 2 and 3", (text) => {
    agree([text])
    for (const size of [1, 2, 3]) agree(cut(text, size))
  })

  it.each(["<a><?b?c?></a>", "<a>\ud800x</a>"])("%j is refused, though saxes takes it", (text) => {
    expect([ours([text]), theirs([text]) === null]).toEqual([null, false])
  })
})

describe("places", () => {
  it.each([
    ["<a>\n <b>\n  x &y; z\n</b></a>", 3, 5],
    ["<a>\n<b c='1'\n c='2'/></a>", 2, 1],
    ["<a>\n\n  </b>", 3, 3],
    ["<a>\u0001", 1, 4],
    ["<a>\r\n\r\n<b", 3, 3],
  ])("%j: %i:%i", (text, line, column) => {
    for (const pieces of [[text], cut(text, 1), cut(text, 4)]) {
      let fault: unknown
      const nothing = () => undefined
      const handler = { open: nothing, close: nothing, text: nothing, cdata: nothing, comment: nothing }
      const reader = tokenizer({ attribute: 9, attributes: 9 }, { ...handler, instruction: nothing })
      try {
        for (const piece of pieces) reader.write(piece)
        reader.end()
      } catch (error) {
        fault = error
      }
      expect(fault).toMatchObject({ line, column })
    }
  })
})

const shared = resolve(import.meta.dirname, "../../../../shared/xliff")
const folders = ["suite-2.1/core/valid", "suite-2.1/core/invalid", "suite-2.1/modules/valid"]
const more = ["suite-2.1/modules/invalid", "suite-2.1/core/in-out", "adversarial"]
const files = [...folders, ...more].flatMap((folder) => {
  const path = join(shared, folder)
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(".xlf")) : []
  return names.map((name) => join(path, name))
})

describe.skipIf(files.length === 0)("the OASIS suite (skipped without ../shared/xliff)", () => {
  it("gives the same events, whole and in pieces of 7", () => {
    let read = 0
    for (const file of files) {
      const text = readFileSync(file, "utf8")
      if (text.length > 500_000) continue
      read += agree([text]) ? 1 : 0
      agree(cut(text, 7))
    }
    expect(read).toBeGreaterThan(200)
  })
})

describe("20,000 mutations", () => {
  const seeds = xliffVersions.flatMap((version) =>
    [turkmen, uyghur].map((file) => writeXliff([file], { version, exportId: "e1", copySource: version === "1.2" })),
  )
  const bits =
    "<|>|&|\"|'|/|=|:|;|]]>|--|?>|<?|<!|</unit>|<target>|\u0000|&#0;|&#65;|&amp;|<!--|-->|<![CDATA[|]]|xmlns:a='b'|xmlns=''|a:|\u{1F600}|é|id='1'|/>|<a:b/>|\r|\r\n|\t| |<!DOCTYPE a>|<?xml version='1.0'?>"
      .split("|")
      .concat("|")

  it("give the same events or are refused by both, wherever the pieces end", () => {
    let state = 20261123
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    let read = 0
    for (let round = 0; round < 20_000; round += 1) {
      const seed = seeds[random(seeds.length)]!
      // A part of a file, as small as keeps the mutations close to each other.
      const from = random(Math.max(1, seed.length - 1500))
      let text =
        random(4) === 0 ? seed.slice(0, 2500) : `<r xmlns:mda="m">${seed.slice(from, from + 40 + random(600))}</r>`
      for (let times = random(3); times > 0; times -= 1) {
        const at = random(text.length)
        text = text.slice(0, at) + bits[random(bits.length)]! + text.slice(at + (random(2) ? random(12) : 0))
        text = text.toWellFormed()
      }
      if (agree([text])) read += 1
      if (round % 4 === 0) agree(cut(text, 1 + random(40)))
    }
    for (let round = 0; round < 4000; round += 1) {
      const text = rows[random(rows.length)]!
      const at = random(text.length + 1)
      const mutated = (text.slice(0, at) + bits[random(bits.length)]! + text.slice(at + random(3))).toWellFormed()
      if (agree([mutated])) read += 1
      agree(cut(mutated, 1))
    }
    expect(read).toBeGreaterThan(500)
  }, 120_000)
})
