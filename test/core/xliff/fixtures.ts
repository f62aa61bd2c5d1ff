// Units as besh makes them, written for these tests: every kind of code, note, state and flag, in five languages.
import type { ExportFile, ExportUnit } from "../../../src/xliff/index.ts"
import type { Code, Content } from "../../../src/model/document.ts"

export const open = (id: string, type: Code["type"] = "bold", data = "**"): Code => ({
  id,
  kind: "open",
  type,
  data,
  disp: data,
})
export const close = (id: string, type: Code["type"] = "bold", data = "**"): Code => ({
  id,
  kind: "close",
  type,
  data,
  disp: data,
})
export const alone = (id: string, type: Code["type"] = "variable", data = "{name}", equiv = ""): Code => ({
  id,
  kind: "alone",
  type,
  data,
  ...(equiv ? { equiv } : {}),
  disp: data,
})

export function unit(id: string, source: Content, target: Content | null, more: Partial<ExportUnit> = {}): ExportUnit {
  const state = target === null ? "initial" : "translated"
  return { id, source, target, state, flag: null, revision: 1, notes: [], translatable: true, ...more }
}

export const turkmen: ExportFile = {
  id: "saparnama-privacy",
  original: "saparnama-privacy/en.md",
  from: "en",
  to: "tk",
  datatype: "x-markdown",
  units: [
    unit("u1", ["Privacy policy"], ["Gizlinlik syýasaty"], { state: "final", revision: 4, digest: "a1b2" }),
    unit(
      "u2",
      ["We keep ", open("1"), "your data", close("1"), " for 30 days, ", alone("2"), "."],
      ["", open("1"), "Maglumatlaryňyzy", close("1"), " 30 gün saklaýarys, ", alone("2"), "."].filter(
        (part) => part !== "",
      ),
      { state: "reviewed", notes: [{ text: "What we keep", category: "section" }] },
    ),
    unit("u3", ["Ask us at any time."], null, {
      notes: [
        { text: "Contact & complaints <here>", category: "section" },
        { text: "Is “us” the company?", category: "comment", author: "Aýna" },
      ],
    }),
    unit(
      "u4",
      ["  Two blanks  and\ta tab\r\n", alone("1", "break", "<br>", "\n"), "end "],
      ["  Iki boşluk  ", alone("1", "break", "<br>", "\n"), "soň "],
      { flag: "draft", state: "initial" },
    ),
    unit(
      "u5",
      [
        "Read the ",
        open("1", "link", "["),
        "terms ",
        alone("2", "code", "`x & y`", "x & y"),
        close("1", "link", '](https://example.org/?a=1&b="2")'),
        " first.",
      ],
      null,
    ),
    unit("u6", ["Saparnama™"], ["Saparnama™"], { translatable: false, state: "final" }),
    unit("u7", ["Old text"], ["Köne tekst"], { flag: "outdated" }),
    unit("u8", ["Page\u000cbreak"], ["Sahypa\u000c"], {}),
    unit(
      "u9",
      [open("1", "bold"), "a ", open("2", "italic", "_"), "b", close("1", "bold"), " c", close("2", "italic", "_")],
      null,
    ),
    unit("u10", ["Lone ", open("1", "markup", "<u>"), "mark"], ["Ýalňyz bellik"]),
  ],
}

export const uyghur: ExportFile = {
  id: "bazarly-privacy",
  original: "bazarly-privacy/en.html",
  from: "en",
  to: "ug",
  datatype: "html",
  units: [
    unit(
      "b1",
      ["Call ", alone("1", "variable", "{{phone}}"), " or write."],
      ["", alone("1", "variable", "{{phone}}"), " غا تېلېفون قىلىڭ ياكى خەت يېزىڭ، \u2067تامام\u2069."].filter(
        (part) => part !== "",
      ),
    ),
    unit("b2", ["Your rights"], null),
  ],
}
