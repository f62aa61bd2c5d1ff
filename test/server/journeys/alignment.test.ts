// The matrix in people's hands: whole rows confirmed, sections moved, merged and split, and every decision taken back.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { addDocuments } from "../../../server/journeys/add-documents.ts"
import {
  confirmLink,
  confirmLinks,
  linkSections,
  markNoCounterpart,
  moveSections,
  splitSections,
  unlink,
} from "../../../server/journeys/change-alignment.ts"
import { lastDecision, revertDecision } from "../../../server/journeys/revert-decision.ts"
import { showAlignment, type MatrixRow } from "../../../server/journeys/show-alignment.ts"
import type { Actor } from "../../../server/journeys/house.ts"
import { local } from "../../../server/journeys/house.ts"
import { engines } from "../engines.ts"
import { english, file, openTestHouse, person, type TestHouse } from "../house.ts"

const samples = join(import.meta.dirname, "../../../server/samples/saparnama-privacy")
const sample = (language: string) =>
  file(`s.${language}.md`, readFileSync(join(samples, `${language}.md`), "utf8"), language)

for (const engine of engines) {
  describe.skipIf(engine.skip)(`alignment on ${engine.name}`, () => {
    let house: TestHouse
    let revision = 0
    let project = ""
    let ayna: Actor
    const policy = "s"

    beforeEach(async () => {
      house = await openTestHouse(engine)
      const added = await addDocuments(house, { policy, files: ["en", "ug", "tk"].map(sample) }, local)
      project = added.policy.project
      const user = async (id: string) => {
        const actor = person(id, project, "manager")
        return actor
      }
      ayna = await user("ayna")
      ;({ revision } = await showAlignment(house, { policy }, local))
    }, 60_000)
    afterEach(() => house.close())

    const matrix = async () => (await showAlignment(house, { policy }, local)).rows
    const cell = (row: MatrixRow | undefined, language: string) => row?.cells.find((each) => each.language === language)
    const numbers = (row: MatrixRow | undefined, language: string) =>
      cell(row, language)?.sections.map(({ ordinal }) => ordinal) ?? []
    const rowOf = async (language: string, ordinal: number) =>
      (await matrix()).find((row) => numbers(row, language).includes(ordinal))
    /** What people see, without the ids that suggestions get anew each time. */
    const seen = async () =>
      (await matrix()).map(({ cells }) =>
        cells.map(({ language, sections, link, isAbsent }) => [
          language,
          sections.map(({ ordinal }) => ordinal),
          link && [link.status, link.relation, link.confidence],
          isAbsent,
        ]),
      )
    const decided = async () => {
      const shown = await showAlignment(house, { policy }, local)
      return (await house.storage.links.ofPolicy(shown.policy.id)).filter(({ status }) => status !== "suggested")
    }
    /** The ordinal of a section by its heading. */
    const at = async (document: string, heading: string) =>
      (await house.storage.documents.sections([document])).find((each) => each.heading === heading)!.ordinal
    const readEnglish = async () => {
      const shown = await showAlignment(house, { policy }, local)
      const [document] = await house.storage.documents.ofPolicies([shown.policy.id])
      return { id: document!.id, text: (await house.storage.documents.current(document!)).reading.text }
    }
    const linkAt = async (language: string, ordinal: number) => cell(await rowOf(language, ordinal), language)!.link!.id

    const decisions: [
      string,
      (base: { policy: string; revision: number }, actor: Actor) => Promise<{ revision: number }>,
    ][] = [
      ["confirm", async (base, actor) => confirmLink(house, { ...base, link: await linkAt("tk", 3) }, actor)],
      [
        "confirm a row",
        async (base, actor) => confirmLinks(house, { ...base, of: { row: (await rowOf("en", 3))!.id } }, actor),
      ],
      [
        "confirm a language",
        (base, actor) => confirmLinks(house, { ...base, of: { language: "ug", confidence: 0.9 } }, actor),
      ],
      ["unlink", async (base, actor) => unlink(house, { ...base, link: await linkAt("ug", 4) }, actor)],
      [
        "link",
        (base, actor) => linkSections(house, { ...base, from: "en", to: "tk", source: [2], target: [5] }, actor),
      ],
      [
        "no counterpart",
        (base, actor) => markNoCounterpart(house, { ...base, language: "en", sections: [3], missingIn: "ug" }, actor),
      ],
      [
        "move",
        (base, actor) =>
          moveSections(house, { ...base, language: "ug", sections: [3], to: { language: "en", sections: [5] } }, actor),
      ],
      [
        "merge",
        (base, actor) =>
          moveSections(
            house,
            { ...base, language: "tk", sections: [3], to: { language: "en", sections: [2] }, isJoining: true },
            actor,
          ),
      ],
      ["split", (base, actor) => splitSections(house, { ...base, language: "tk", sections: [3] }, actor)],
    ]
    it.each(decisions)(
      "%s, and taken back: everything is as it was",
      async (_, decide) => {
        const before = await seen()
        const changed = await decide({ policy, revision }, ayna)
        expect(await seen()).not.toEqual(before)
        expect(await lastDecision(house, { policy }, local)).toBeNull()
        await expect(revertDecision(house, { policy, revision }, ayna)).rejects.toMatchObject({
          code: "alignment/stale",
        })
        await revertDecision(house, { policy, revision: changed.revision }, ayna)
        expect(await seen()).toEqual(before)
        expect(await lastDecision(house, { policy }, ayna)).toBeNull()
      },
      60_000,
    )

    it("goes back one decision after the other, each person their own", async () => {
      const first = await seen()
      const one = await confirmLink(house, { policy, revision, link: await linkAt("tk", 2) }, ayna)
      const two = await unlink(house, { policy, revision: one.revision, link: await linkAt("tk", 3) }, ayna)
      const other = await confirmLink(house, { policy, revision: two.revision, link: await linkAt("ug", 5) }, local)
      const back = await revertDecision(house, { policy, revision: other.revision }, ayna)
      expect(await lastDecision(house, { policy }, ayna)).toMatchObject({ action: "alignment/confirm" })
      const again = await revertDecision(house, { policy, revision: back.revision }, ayna)
      expect(cell(await rowOf("ug", 5), "ug")?.link?.status).toBe("confirmed")
      await revertDecision(house, { policy, revision: again.revision }, local)
      expect(await seen()).toEqual(first)
    }, 60_000)

    it("is refused when others have changed the same link, or the document, since", async () => {
      const one = await confirmLink(house, { policy, revision, link: await linkAt("tk", 2) }, ayna)
      const two = await unlink(house, { policy, revision: one.revision, link: await linkAt("tk", 2) }, local)
      await expect(revertDecision(house, { policy, revision: two.revision }, ayna)).rejects.toMatchObject({
        code: "alignment/undo",
      })
      await addDocuments(house, { policy, files: [file("s.en.md", english, "en")] }, local)
      const now = await showAlignment(house, { policy }, local)
      await expect(revertDecision(house, { policy, revision: now.revision }, local)).rejects.toMatchObject({
        code: "alignment/undo",
      })
    }, 60_000)

    it("confirms every link of a row, and of a language, with one change of the alignment", async () => {
      const row = await rowOf("en", 2)
      const { revision: then } = await confirmLinks(house, { policy, revision, of: { row: row!.id } }, ayna)
      expect(then).toBe(revision + 1)
      expect((await rowOf("en", 2))!.cells.slice(1).map(({ link }) => link?.status)).toEqual(["confirmed", "confirmed"])
      await confirmLinks(house, { policy, revision: then, of: { language: "tk", confidence: 0 } }, ayna)
      expect(
        (await matrix()).map((each) => cell(each, "tk")?.link?.status).filter((status) => status === "suggested"),
      ).toEqual([])
    }, 60_000)

    it("moves a section out of a row that was confirmed as a whole", async () => {
      const row = await rowOf("en", 3)
      const one = await confirmLinks(house, { policy, revision, of: { row: row!.id } }, ayna)
      const to = { language: "en", sections: [4] }
      await moveSections(house, { policy, revision: one.revision, language: "ug", sections: [3], to }, ayna)
      expect(numbers(await rowOf("ug", 3), "en")).toEqual([4])
      expect(numbers(await rowOf("en", 3), "ug")).not.toContain(3)
      expect(numbers(await rowOf("en", 3), "tk")).toEqual(numbers(row, "tk"))
    }, 60_000)

    it("merges beside what stands there, and splits again", async () => {
      const to = { language: "en", sections: [2] }
      const input = { policy, revision, language: "tk", sections: [3], to, isJoining: true }
      const merged = await moveSections(house, input, ayna)
      expect(numbers(await rowOf("en", 2), "tk")).toEqual([2, 3])
      await splitSections(house, { policy, revision: merged.revision, language: "tk", sections: [3] }, ayna)
      expect(numbers(await rowOf("en", 2), "tk")).toEqual([2])
      expect(cell(await rowOf("en", 2), "tk")?.link?.status).toBe("confirmed")
    }, 60_000)

    it("keeps what holds when a document comes again, sentences too, and tells what does not", async () => {
      const { id, text: old } = await readEnglish()
      const [use, law] = [await at(id, "How we use information"), await at(id, "Transfers to other countries")]
      const row = await rowOf("en", use)
      const one = await confirmLinks(house, { policy, revision, of: { row: row!.id } }, ayna)
      await unlink(house, { policy, revision: one.revision, link: await linkAt("tk", use + 2) }, ayna)
      const before = await decided()
      const { policy: policyId, ...like } = before.find(
        ({ status, sourceDocument }) => status === "confirmed" && sourceDocument === id,
      )!
      const [target] = like.target
      const sentence = (name: string, section: number) => ({
        ...like,
        policy: policyId,
        id: name,
        level: "segment" as const,
        source: [`${section}/1`],
        target: [`${target}/1`],
      })
      await house.storage.links.insert([sentence("stays", use), sentence("goes", law)])

      const text = old
        .replace(/^## Transfers[^]*?(?=^## )/mu, "")
        .replace("## How we use", "## News\n\nThis is new.\n\n## How we use")
      const added = await addDocuments(house, { policy, files: [file("s.en.md", text, "en")] }, local)
      expect(await at(id, "How we use information")).toBe(use + 1)
      expect(added.lostDecisions).toEqual([{ level: "segment", reason: "gone" }])
      const moved = (piece: string) =>
        piece.replace(/^\d+/, (ordinal) => String(Number(ordinal) + (Number(ordinal) < use ? 0 : 1)))
      const expected = [...before, sentence("stays", use)].map((link) => ({
        ...link,
        source: link.sourceDocument === id ? link.source.map(moved) : link.source,
      }))
      expect(await decided()).toEqual(expect.arrayContaining(expected))
      expect(await decided()).toHaveLength(expected.length)
    }, 60_000)

    it("no counterpart in one language says nothing of the others", async () => {
      await markNoCounterpart(house, { policy, revision, language: "en", sections: [3], missingIn: "ug" }, ayna)
      const row = await rowOf("en", 3)
      expect(cell(row, "ug")).toMatchObject({ sections: [], isAbsent: true })
      expect(numbers(row, "tk")).toEqual([3])
    }, 60_000)
  })
}
