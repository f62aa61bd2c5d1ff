// What a translator noted in the file comes in with it: in the preview, then on the unit, once.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { exportBundle } from "../../../server/journeys/export-bundle.ts"
import { local } from "../../../server/journeys/house.ts"
import { noted } from "../../../server/journeys/imports/notes.ts"
import type { XliffUnit } from "../../../src/xliff/index.ts"
import type { StoredUnit } from "../../../server/storage/types.ts"
import { openSite, type Site } from "./site.ts"

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 60_000)
afterAll(() => site.house.close())

const said = "Is this the legal name?"

describe.each([
  ["1.2", `<note from="Aýna">${said}</note>\n</trans-unit>`, "</trans-unit>", "Aýna"],
  ["2.0", `<note category="comment">${said} (2)</note>`, "", "translator"],
] as const)("a note in XLIFF %s", (version, note, place, author) => {
  it("is shown, comes in as a comment, and comes in once", async () => {
    const { files } = await exportBundle(site.house, { policies: [site.policy], to: ["tk"], version }, local)
    const text = new TextDecoder().decode(files.find(({ path }) => path.endsWith(".xlf"))!.bytes)
    const id = /<(?:trans-)?unit id="([^"]+)"/.exec(text)![1]!
    const changed = place ? text.replace(place, note) : withNote(text, note)
    expect(changed).not.toBe(text)
    const send = async (name: string) => {
      const answer = await site.upload("/import/translations").attach("file", Buffer.from(changed), name)
      return (answer.headers["location"] ?? "").split("?")[0]!
    }
    const first = await send("one.xlf")
    expect((await site.get(first)).text).toContain(said)
    const before = (await site.house.storage.comments.ofUnits([id])).length
    for (const address of [first, await send("two.xlf")])
      expect((await site.post(`${address}/apply`, { revision: "1" })).status).toBe(303)
    const comments = await site.house.storage.comments.ofUnits([id])
    expect(comments).toHaveLength(before + 1)
    expect(comments.at(-1)).toMatchObject({ author })
    const editor = await site.get((await site.get(`/units/${id}`)).headers["location"] ?? "")
    expect(editor.text).toContain(said)
    expect(editor.text).toContain("Comments of translators")
    await site.post(`${first}/undo`)
    expect(await site.house.storage.comments.ofUnits([id])).toHaveLength(before)
  })
})

function withNote(text: string, note: string): string {
  return /<unit [^>]*>(?:(?!<\/unit>)[\s\S])*<notes>/.test(text)
    ? text.replace(/<notes>/, `<notes>${note}`)
    : text.replace(/(<unit [^>]*>)/, `$1<notes>${note}</notes>`)
}

describe("notes that are comments", () => {
  it.each([
    ["by name", { text: "Why?", category: "Jane" }, [["Why?", "Jane"]]],
    ["by nobody", { text: "Why?", category: "" }, [["Why?", "translator"]]],
    ["with an author", { text: "Why?", category: "comment", author: "Jane" }, [["Why?", "Jane"]]],
    ["our own", { text: "Data we collect", category: "section" }, []],
    ["our own, renamed", { text: " Kept  as is ", category: "Trados" }, []],
    ["empty", { text: "  ", category: "Jane" }, []],
  ])("%s", (_, note, expected) => {
    const unit = { notes: [{ text: "Kept as is", category: "section" }] } as unknown as StoredUnit
    const found = noted({ notes: [note, note] } as unknown as XliffUnit, unit)
    expect(found.map(({ text, author }) => [text, author])).toEqual(expected)
  })
})
