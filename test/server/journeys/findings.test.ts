import { describe, expect, it } from "vitest"
import { check } from "../../../src/checks/index.ts"
import type { StoredFinding, StoredUnit } from "../../../server/storage/types.ts"
import { checkedText, diffFindings } from "../../../server/journeys/units/findings.ts"

const unit = (id: string, target: string) =>
  ({
    id,
    policy: "p",
    from: "en",
    to: "tk",
    kind: "paragraph",
    source: [],
    target: [target],
    position: 0,
  }) as unknown as StoredUnit
let made = 0
const look = (units: readonly StoredUnit[], before: readonly StoredFinding[], seen = units) =>
  diffFindings(units, before, check(checkedText(seen, "tk")), `2026-11-22T10:00:0${made % 10}Z`, () => `f${++made}`)

const [one, two] = [
  unit("u1", "Biz maglumatlary and more saklaýarys."),
  unit("u2", "Olar maglumatlary and more saklaýarlar."),
]

describe("findings over time", () => {
  it("are new once, and then the same however much of the text is looked at", () => {
    const { inserted, changed } = look([one, two], [])
    expect([inserted.map((each) => [each.unit, each.text]), changed]).toEqual([
      [
        ["u1", "and more"],
        ["u2", "and more"],
      ],
      [],
    ])
    expect(look([two], [inserted[1]!], [one, two])).toEqual({ inserted: [], changed: [] })
    expect(look([two], [inserted[1]!], [two])).toEqual({ inserted: [], changed: [] })
  })

  it("vanished is fixed, back is open, ignored stays ignored while other words change", () => {
    const [first] = look([one], []).inserted
    const mended = look([unit("u1", "Biz maglumatlary saklaýarys.")], [first!])
    expect(mended.changed).toMatchObject([{ id: first!.id, status: "fixed", revision: 2 }])
    expect(look([one], [mended.changed[0]!]).changed).toMatchObject([{ id: first!.id, status: "open", revision: 3 }])
    const ignored = { ...first!, status: "ignored" as const, reason: "a quotation" }
    const edited = look([unit("u1", "Häzir biz maglumatlary and more saklaýarys.")], [ignored])
    expect(edited.inserted).toEqual([])
    expect(edited.changed).toMatchObject([
      { id: first!.id, status: "ignored", reason: "a quotation", start: ignored.start + 6 },
    ])
  })
})
