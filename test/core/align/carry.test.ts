// Decisions about links over a new revision of a document: what holds, what does not, and why.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { matchBlocks } from "../../../src/align/blocks.ts"
import { carryDecisions, type Decision } from "../../../src/align/carry.ts"
import { readDocument } from "../../../src/formats/index.ts"
import type { Document } from "../../../src/model/document.ts"

const read = (text: string): Document => readDocument(new TextEncoder().encode(text), { name: "a.md" })

const cookies = "## Cookies\n\nA cookie lives 30 days. You can refuse it.\n"
const rights = "## Rights\n\nAsk us for your data. We answer soon. We answer soon.\n"
const contact = "## Contact\n\nWrite to a@b.example.\n"
const policy = [cookies, rights, contact].join("\n")
const other = read("## One\n\nAlpha. Beta.\n\n## Two\n\nGamma.\n\n## Three\n\nDelta.\n")

const decision = (
  level: Decision["level"],
  source: readonly string[],
  target: readonly string[],
  status: Decision["status"] = "confirmed",
): Decision => ({ level, source, target, status, sourceDocument: "a", targetDocument: "b" })

/** Decisions between document a, revised, and document b, which stays. */
function carried(old: string, now: string, decisions: readonly Decision[]) {
  const [before, after] = [read(old), read(now)]
  const a = { id: "a", old: before, now: after, blocks: matchBlocks(before, after) }
  return carryDecisions([a, { id: "b", old: other, now: other, blocks: null }], decisions)
}

/** What became of one decision: its source pieces, or the reason. */
function after(old: string, now: string, one: Decision): string {
  const { held, lost } = carried(old, now, [one])
  expect(held.length + lost.length).toBe(1)
  return held[0] ? held[0].source.join() : lost[0]!.reason
}

describe("a decision about sections", () => {
  const second = decision("section", ["1"], ["0"])
  it.each([
    ["one more in front", `## New\n\nWords.\n\n${policy}`, "2"],
    ["moved to the end", [cookies, contact, rights].join("\n"), "2"],
    ["one sentence reworded", policy.replace("Ask us for your data", "Ask us for all your data"), "1"],
    ["rewritten under the same title", [cookies, "## Rights\n\nNothing here is as it was.\n", contact].join("\n"), "1"],
    ["gone", [cookies, contact].join("\n"), "gone"],
    ["another in its place", [cookies, "## Payment\n\nEvery month in advance.\n", contact].join("\n"), "gone"],
    ["under another title", policy.replace("## Rights", "## What is yours"), "1"],
    ["merged into the one before", policy.replace("## Rights\n\n", ""), "0"],
  ])("%s", (_, now, expected) => {
    expect(after(policy, now, second)).toBe(expected)
  })
  it("does not go with the little that is left of a section", () => {
    const long = "## Rights\n\nAsk us for all of your data whenever you like.\n\nWe answer.\n"
    expect(after(`${cookies}\n${long}`, `${cookies}\nWe answer.\n`, second)).toBe("changed")
  })
  it("holds for both parts of a section that was split", () => {
    const long = "## Rights\n\nAsk us for all of your data whenever you like.\n\nWe answer within 30 days, by letter.\n"
    const split = long.replace("\n\nWe answer", "\n\n## Time\n\nWe answer")
    expect(after(long, split, decision("section", ["0"], ["0"]))).toBe("0,1")
  })
  it("says nothing of a bigger section when it says what does not belong together", () => {
    const merged = policy.replace("## Contact\n\n", "")
    expect(after(policy, merged, decision("section", ["2"], ["0"], "rejected"))).toBe("merged")
    expect(after(policy, merged, decision("section", ["2"], []))).toBe("merged")
    expect(after(policy, merged, decision("section", ["2"], ["0"]))).toBe("1")
  })
  it("gives way to a confirmed link where two sections became one", () => {
    const yes = decision("section", ["2"], ["0"])
    const no = decision("section", ["1"], ["0"], "rejected")
    const none = decision("section", ["1"], [])
    const { held, lost } = carried(policy, policy.replace("## Contact\n\n", ""), [no, none, yes])
    expect(held).toEqual([{ ...yes, source: ["1"] }])
    expect(lost).toEqual([no, none].map((each) => ({ decision: each, reason: "contradicted" })))
  })
  it("is said once", () => {
    const both = [decision("section", ["1"], ["0"]), decision("section", ["2"], ["0"])]
    const { held, lost } = carried(policy, policy.replace("## Contact\n\n", ""), both)
    expect(held).toHaveLength(1)
    expect(lost).toEqual([{ decision: both[1], reason: "repeated" }])
  })
  it("that there is no counterpart holds until there is new text to be one", () => {
    const none = decision("section", [], ["2"])
    expect(carried(policy, policy.replace("30 days", "60 days"), [none]).held).toEqual([none])
    expect(carried(policy, `${policy}\n## New\n\nWords.\n`, [none]).lost).toEqual([{ decision: none, reason: "new" }])
  })
  it("needs both documents", () => {
    const one = { ...second, targetDocument: "c" }
    expect(carried(policy, policy, [one]).lost).toEqual([{ decision: one, reason: "document" }])
  })
  it("stays as it is between documents that stay as they are", () => {
    const doubtful = [second, second, { ...second, status: "rejected" as const }]
    const documents = ["a", "b"].map((id) => ({ id, old: other, now: other, blocks: null }))
    expect(carryDecisions(documents, doubtful)).toEqual({ held: doubtful, lost: [] })
  })
})

describe("a decision about sentences", () => {
  const asked = decision("segment", ["1/1"], ["0/1"])
  it.each([
    ["one more in front", `## New\n\nWords.\n\n${policy}`, "2/1"],
    ["one more before it", policy.replace("Ask us", "Be bold. Ask us"), "1/2"],
    ["in a paragraph of its own", policy.replace(" We answer soon.", "\n\nWe answer soon."), "1/1"],
    [
      "in another section",
      policy.replace("Ask us for your data. ", "").replace("Write", "Ask us for your data.\n\nWrite"),
      "2/1",
    ],
    ["reworded", policy.replace("Ask us for your data", "Ask us for all your data"), "changed"],
    ["gone from a paragraph that stays", policy.replace("Ask us for your data. ", ""), "changed"],
    ["gone with its section", [cookies, contact].join("\n"), "gone"],
  ])("%s", (_, now, expected) => {
    expect(after(policy, now, asked)).toBe(expected)
  })
  it("holds as a whole or not at all", () => {
    const three = decision("segment", ["1/1", "1/2", "1/3"], ["0/1"])
    expect(after(policy, `## New\n\nWords.\n\n${policy}`, three)).toBe("2/1,2/2,2/3")
    expect(after(policy, policy.replace(" We answer soon.", ""), three)).toBe("changed")
  })
  it("that there is no counterpart holds until there is a new sentence", () => {
    const none = decision("segment", [], ["0/2"])
    expect(carried(policy, [rights, cookies].join("\n"), [none]).held).toEqual([none])
    expect(carried(policy, `${policy} Or come.`, [none]).lost).toEqual([{ decision: none, reason: "new" }])
  })
})

describe("whatever is deleted, added and moved", () => {
  const sentence = fc.constantFrom("Yes.", "We keep data.", "Ask us soon.", "Write to us.")
  const section = fc.record({
    title: fc.constantFrom("General", "Rights", "Data"),
    paragraphs: fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }),
  })
  const markdown = ({ title, paragraphs }: { title: string; paragraphs: string[][] }) =>
    `## ${title}\n\n${paragraphs.map((each) => each.join(" ")).join("\n\n")}\n`
  const revision = fc
    .array(fc.record({ section, isKept: fc.boolean(), place: fc.nat(), isNew: fc.boolean() }), {
      minLength: 1,
      maxLength: 7,
    })
    .map((all) => {
      const fresh = all.flatMap(({ isNew, place }, at) =>
        isNew ? [{ place, text: `## Zzz${at}\n\nQqq${at} www${at}.\n` }] : [],
      )
      const kept = all.flatMap(({ section: each, isKept, place }) => (isKept ? [{ place, text: markdown(each) }] : []))
      const now = [...kept, ...fresh].sort((a, b) => a.place - b.place).map(({ text }) => text)
      return [all.map(({ section: each }) => markdown(each)).join("\n"), now.join("\n") || "Nothing.\n"] as const
    })
  const texts = {
    section: ({ text, sections }: Document) =>
      new Map(sections.map((each) => [each.id, text.slice(each.start, each.end).trim()])),
    segment: ({ sections }: Document) =>
      new Map(sections.flatMap(({ segments }) => segments.map(({ id, text }) => [id, text.trim()] as const))),
  }
  const count = (values: Iterable<string>) => {
    const counts = new Map<string, number>()
    for (const each of values) counts.set(each, (counts.get(each) ?? 0) + 1)
    return counts
  }

  it.each(["section", "segment"] as const)("a decision about a %s goes with its text, or is reported", (level) => {
    fc.assert(
      fc.property(revision, fc.constantFrom("confirmed" as const, "rejected" as const), ([old, now], status) => {
        const [before, next] = [texts[level](read(old)), texts[level](read(now))]
        const decisions = [...before.keys()].map((id) => decision(level, [id], ["0/1"], status))
        const { held, lost } = carried(old, now, decisions)
        expect(held.length + lost.length).toBe(decisions.length)
        expect(new Set(held.map(({ source }) => source.join())).size).toBe(held.length)
        const was = new Map(decisions.map((each) => [each, before.get(each.source[0]!)!]))
        // Of equal texts as many survive as there still are; none moves to a text that says something else.
        const [all, there] = [count(was.values()), count(next.values())]
        const left = new Map([...all].flatMap(([text, n]) => [[text, Math.min(n, there.get(text) ?? 0)]]))
        const survived = count(held.map(({ source }) => next.get(source[0]!)!))
        for (const [text, n] of left) expect([text, survived.get(text) ?? 0]).toEqual([text, n])
        for (const text of survived.keys()) expect([...all.keys()]).toContain(text)
        const reported = count(lost.map((each) => was.get(each.decision)!))
        for (const [text, n] of all) expect([text, reported.get(text) ?? 0]).toEqual([text, n - left.get(text)!])
      }),
      { numRuns: 300 },
    )
  })

  it("every sentence that is still somewhere keeps its decision, in whatever paragraph it stands", () => {
    const words = Array.from({ length: 12 }, (_, at) => `Word${at} stands here.`)
    const paragraphs = (breaks: readonly boolean[], sentences: readonly string[]) =>
      `## Title\n\n${sentences.map((each, at) => each + (breaks[at] ? "\n\n" : " ")).join("")}\n`
    const breaks = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(breaks, breaks, fc.shuffledSubarray(words, { minLength: 1 }), (first, second, kept) => {
        const [old, now] = [paragraphs(first, words), paragraphs(second, kept)]
        const [before, next] = [texts.segment(read(old)), texts.segment(read(now))]
        const { held, lost } = carried(
          old,
          now,
          [...before.keys()].map((id) => decision("segment", [id], ["0/1"])),
        )
        expect(held).toHaveLength(kept.length + 1)
        expect(new Set(held.map(({ source }) => next.get(source[0]!)))).toEqual(new Set([...kept, "Title"]))
        expect(lost).toHaveLength(words.length - kept.length)
      }),
      { numRuns: 200 },
    )
  })
})
