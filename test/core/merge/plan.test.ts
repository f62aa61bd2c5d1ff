// The table of an import, row by row, and what must hold for every interleaving of edits.
import { describe, expect, it } from "vitest"
import type { State } from "../../../src/model/bitext.ts"
import type { Content } from "../../../src/model/document.ts"
import { plan, type KnownUnit, type ReturnedUnit } from "../../../src/merge/index.ts"
import { alone, close, open } from "../xliff/fixtures.ts"

const S: Content = ["Notify us within 30 days."]
const S2: Content = ["Notify us within 60 days."]
const A: Content = ["30 günüň içinde bize habar beriň."]
const B: Content = ["Bize 30 günde habar beriň."]
const C: Content = ["30 gün içinde bize duýduryň."]

function known(target: Content | null, more: Partial<KnownUnit> = {}): KnownUnit {
  return { source: S, target, state: target ? "translated" : "initial", flag: null, revision: 3, ...more }
}

function back(target: Content | null, more: Partial<ReturnedUnit> = {}): ReturnedUnit {
  return {
    id: "u1",
    source: S,
    target,
    state: target && target.length > 0 ? "translated" : "initial",
    flag: null,
    isClaimed: true,
    isSpacePreserved: true,
    copies: new Map(),
    segments: 1,
    warnings: [],
    violations: [],
    line: 7,
    column: 1,
    ...more,
  }
}

const left = back(null, { isClaimed: false })
type Row = [string, KnownUnit | null, KnownUnit | null, ReturnedUnit | null, string, string, string]

const rows: Row[] = [
  ["1 nothing changed", known(A), known(A), back(A), "unchanged", "same", "keep"],
  ["1 a higher state", known(A), known(A), back(A, { state: "final" }), "update", "state-raised", "take"],
  ["1 a lower state", known(A), known(A, { state: "reviewed" }), back(A), "unchanged", "same", "keep"],
  ["2 they translated", known(null), known(null), back(A), "update", "new", "take"],
  ["2 they changed", known(A), known(A), back(B), "update", "new", "take"],
  ["3 we changed", known(A), known(B), back(A), "unchanged", "ours", "keep"],
  ["4 both the same", known(A), known(B), back(B), "unchanged", "both", "keep"],
  ["4 both, theirs higher", known(A), known(B), back(B, { state: "reviewed" }), "update", "state-raised", "take"],
  ["5 both differ", known(A), known(B), back(C), "conflict", "both-changed", "suggest"],
  ["5 both translated", known(null), known(B), back(C), "conflict", "both-changed", "suggest"],
  ["6 final here", known(A), known(A, { state: "final" }), back(B), "protected", "final", "suggest"],
  ["6 locked here", known(A), known(A, { translatable: false }), back(B), "protected", "locked", "suggest"],
  ["7 not translated", known(null), known(null), left, "empty", "untranslated", "keep"],
  ["7 emptied", known(A), known(A), back([], { isClaimed: false }), "empty", "emptied", "keep"],
  ["7 empty but done", known(A), known(A), back([]), "refused", "empty-target", "keep"],
  ["7 left empty, ours since", known(null), known(A), left, "unchanged", "ours", "keep"],
  [
    "8 the source copied",
    known(null),
    known(null),
    back(S, { state: "initial", isClaimed: false }),
    "empty",
    "copy",
    "keep",
  ],
  ["8 the same by intent", known(null), known(null), back(S), "update", "copy-taken", "take"],
  ["9 stale, free", known(null), known(null, { source: S2 }), back(A), "stale", "stale", "take"],
  ["9 stale, ours stands", known(A), known(A, { source: S2 }), back(B), "stale", "stale", "suggest"],
  ["9 stale, nothing new", known(A), known(A, { source: S2 }), back(A), "unchanged", "same", "keep"],
  ["10 stale, done again", known(A), known(B, { source: S2 }), back(C), "stale", "stale-conflict", "suggest"],
  ["11 the new source", known(A), known(A, { source: S2 }), back(["60 gün."], { source: S2 }), "update", "new", "take"],
  [
    "12 another source",
    known(A),
    known(A),
    back(B, { source: ["Notify me."] }),
    "refused",
    "source-mismatch",
    "suggest",
  ],
  [
    "13 source reflowed",
    known(A),
    known(A),
    back(B, { source: ["Notify us\n   within 30 days."] }),
    "update",
    "new",
    "take",
  ],
  ["14 unit gone", known(A), null, back(B), "unknown", "unit-removed", "keep"],
  ["14 unit removed", known(A), known(A, { isRemoved: true }), back(B), "unknown", "unit-removed", "keep"],
  ["15 nobody's unit", null, null, back(B), "unknown", "unit-unknown", "keep"],
  ["16 other export, free", null, known(null), back(A), "update", "new", "take"],
  ["16 other export, taken", null, known(A), back(B), "conflict", "no-base", "suggest"],
  ["16 other export, same", null, known(A), back(A), "unchanged", "both", "keep"],
  ["17 missing", known(A), known(A), null, "missing", "unit-missing", "keep"],
  ["19 segments joined", known(null), known(null), back(A, { segments: 3 }), "update", "new", "take"],
  ["20 moved", known(null, { file: "f1" }), known(null), back(A, { file: { id: "f2" } }), "update", "new", "take"],
]

function run(
  base: KnownUnit | null,
  current: KnownUnit | null,
  returned: ReturnedUnit | ReturnedUnit[] | null,
  highest: State = "final",
) {
  const as = (each: KnownUnit | null) => new Map(each ? [["u1", each]] : [])
  const list = returned === null ? [] : Array.isArray(returned) ? returned : [returned]
  return plan({ base: as(base), current: as(current), returned: list, rights: { highest } })
}

describe("the table of an import", () => {
  it.each(rows)("%s", (_, base, current, returned, change, code, decision) => {
    const [found] = run(base, current, returned)
    expect([found!.change, found!.code, found!.decision]).toEqual([change, code, decision])
    expect(found!.before).toEqual(current && !current.isRemoved ? current.target : null)
  })

  const warned: [string, KnownUnit | null, ReturnedUnit, string][] = [
    ["8", known(null), back(S), "same-as-source"],
    ["11", known(null), back(A, { source: S2 }), "source-newer"],
    ["13", known(null), back(A, { source: ["Notify us  within 30 days. "] }), "source-whitespace"],
    ["19", known(null), back(A, { segments: 2 }), "segments"],
    ["20", known(null, { file: "f1" }), back(A, { file: { id: "f9" } }), "moved"],
    ["a number lost", known(null), back(["Bize habar beriň."]), "numbers"],
    ["direction controls", known(null), back(["\u202eabcd\u202c 30"]), "bidi"],
    ["an open isolate", known(null), back(["30 \u2067ok"]), "bidi"],
    ["a carriage return", known(null), back(["30\r"]), "control"],
    ["twenty times longer", known(null), back([`30 ${"gün ".repeat(200)}`]), "length"],
    ["markup as text", known(null), back(["30 <script>alert(1)</script>"]), "markup-text"],
  ]
  it.each(warned)("warns: %s", (_, base, returned, code) => {
    const current = returned.source === S2 ? known(null, { source: S2 }) : known(null)
    expect(run(base, current, returned)[0]!.warnings.map((each) => each.code)).toContain(code)
  })

  it("takes a deceptive text as a draft only", () => {
    const [change] = run(known(null), known(null), back(["\u202e30\u202c"], { state: "final" }))
    expect([change!.change, change!.stateAfter, change!.flagAfter]).toEqual(["update", "initial", "draft"])
  })

  it("gives no state the importing person may not give", () => {
    const [change] = run(known(null), known(null), back(A, { state: "final" }), "translated")
    expect([change!.stateAfter, change!.warnings.map((each) => each.code)]).toEqual(["translated", ["state-capped"]])
  })

  it("a stale text is never more than outdated", () => {
    const [change] = run(known(null), known(null, { source: S2 }), back(A, { state: "final" }))
    expect([change!.stateAfter, change!.flagAfter]).toEqual(["initial", "outdated"])
  })

  // In several files of one document. Inside one file both standards forbid it (2.x: "unique among all unit ids within
  // the file"; 1.2: a key of the schema), tools disagree about which one counts, and the reader refuses the file.
  it("18: the same unit twice is taken once, or refused twice", () => {
    const [once, ...more] = run(known(null), known(null), [back(A), back(A), back(A)])
    expect([once!.code, once!.warnings.map(({ code }) => code), more]).toEqual(["new", ["duplicate-same"], []])
    expect(run(known(null), known(null), [back(A), back(B)]).map((each) => each.code)).toEqual([
      "duplicate-unit",
      "duplicate-unit",
    ])
  })
})

describe("codes", () => {
  const source: Content = ["Call ", open("1"), "us", close("1"), " at ", alone("2", "variable", "{phone}"), "."]
  const said = (target: Content, more: Partial<ReturnedUnit> = {}) => {
    const unit = known(null, { source })
    const [change] = run(unit, unit, back(target, { source, ...more }))
    return change!
  }
  const codeRows: [string, Content, string, string][] = [
    ["all there, in another order", [alone("2"), " ", open("1"), "jaň ediň", close("1")], "update", "new"],
    ["one lost", [open("1"), "Jaň ediň", close("1")], "refused", "code-missing"],
    ["half a pair lost", [open("1"), "Jaň ediň ", alone("2")], "refused", "code-missing"],
    ["an unknown one", [open("1"), "Jaň", close("1"), alone("2"), alone("9")], "refused", "code-unknown"],
    ["one in place of another", [open("1"), "Jaň", close("1"), alone("9")], "refused", "code-missing"],
    ["one twice", [open("1"), "Jaň", close("1"), alone("2"), alone("2")], "refused", "code-duplicate"],
    ["end before start", [close("1"), "Jaň", open("1"), alone("2")], "refused", "code-order"],
    ["a variable as letters", [open("1"), "Jaň", close("1"), " {phone}"], "refused", "code-as-text"],
  ]
  it.each(codeRows)("%s", (_, target, change, code) => {
    const found = said(target)
    expect([found.change, found.code]).toEqual([change, code])
    if (change === "refused") expect(found.decision).toBe("suggest")
  })

  it("puts the source's own codes in place of what came back", () => {
    const fake = { ...alone("2", "variable", "{password}"), data: "" }
    const found = said([open("1"), "Jaň ediň", close("1"), " ", fake])
    expect(found.after?.at(-1)).toEqual(alone("2", "variable", "{phone}"))
    expect(found.warnings.map((each) => each.code)).toEqual(["code-changed"])
  })

  it("takes a declared copy", () => {
    const copy = { ...alone("7", "variable", "{phone}") }
    const found = said([open("1"), "Jaň", close("1"), alone("2"), copy], { copies: new Map([["7", "2"]]) })
    expect([found.change, found.after?.at(-1)]).toEqual(["update", { ...alone("2", "variable", "{phone}"), id: "7" }])
  })

  it("does not judge a text that was here before", () => {
    const unit = known(["Jaň ediň"], { source })
    expect(run(unit, unit, back(["Jaň ediň"], { source }))[0]!.change).toBe("unchanged")
  })
})
