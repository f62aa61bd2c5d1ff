// The interface itself is translated with besh: catalogues go out as XLIFF and come back unbroken.
import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { plain } from "../../../src/content.ts"
import {
  catalogueToXliff,
  checkXliff,
  openXliff,
  readXliff,
  textsOf,
  xliffToCatalogue,
} from "../../../src/xliff/index.ts"
import { protect, unprotect } from "../../../src/xliff/messages.ts"

const locales = resolve(import.meta.dirname, "../../../locales")
const load = (name: string) => JSON.parse(readFileSync(join(locales, `${name}.json`), "utf8")) as Record<string, string>

const words = (message: string) =>
  protect(message)
    ?.map((part) => (typeof part === "string" ? part : `[${part.data}]`))
    .join("") ?? null

describe("messages", () => {
  it.each([
    ["Save", "Save"],
    ["Hello {name}", "Hello [{name}]"],
    ["{n, number} of {{all}} $t(x)", "[{n, number}] of [{{all}}] [$t(x)]"],
    ["{n, plural, one {# unit} other {# units}}!", "[{n, plural, one {][#] unit[} other {][#] units[}}]!"],
    ["{g, select, f {she {n}} other {they}}", "[{g, select, f {]she [{n}][} other {]they[}}]"],
    ["Press <0>here</0>", "Press [<0>]here[</0>]"],
    ["It's '{'quoted'}'", "It's ['{']quoted['}']"],
    ["{broken", null],
    ["{n, plural, one {a}", null],
    ["a } b", null],
  ])("%s → %s", (message, shown) => {
    expect(words(message)).toBe(shown)
  })

  it.each([
    ["moved", (parts: readonly unknown[]) => [parts[1], parts[0]], "{name}Hello "],
    ["lost", (parts: readonly unknown[]) => [parts[0]], "code-missing"],
    ["typed by hand", (parts: readonly unknown[]) => [parts[0], "{name}"], "braces"],
    ["twice", (parts: readonly unknown[]) => [parts[1], parts[1]], "code-duplicate"],
    ["after an apostrophe", (parts: readonly unknown[]) => ["d'", parts[1]], "d''{name}"],
  ])("a code %s", (_, change, said) => {
    const source = protect("Hello {name}")!
    const answer = unprotect(change(source) as typeof source, source)
    expect("message" in answer ? answer.message : answer.fault).toBe(said)
  })
})

describe("catalogues", () => {
  const english = load("en")

  it.each(["en", "ug", "ky", "tk", "az"])("%s goes out and comes back the same", async (language) => {
    const target = load(language)
    const { text, units, refused } = await catalogueToXliff({
      name: "en.json",
      from: "en",
      to: language,
      source: english,
      target,
    })
    expect(refused).toEqual([])
    expect(units).toBe(Object.keys(english).length)
    const bytes = new TextEncoder().encode(text)
    expect(checkXliff(bytes, { name: "x" })).toEqual([])
    const back = await xliffToCatalogue(bytes, { name: "en.json", source: english })
    const expected = Object.entries(english).flatMap(([key]) => {
      const own = target[key]
      return own === undefined || own === "" || back.refused.some((each) => each.key.replace("~1", "/") === key)
        ? []
        : [[key, own]]
    })
    expect(Object.entries(back.catalogue as object)).toEqual(expected)
    // Only a translation whose codes differ from the source's may be refused here.
    for (const { code } of back.refused) expect(["code-unknown", "code-missing", "code-order"]).toContain(code)
  })

  it("nested keys keep their shape, and only what is translated is taken", async () => {
    const source = { menu: { "a/b": "Open {name}", deep: { c: "Close" } }, n_one: "{{count}} unit" }
    const { text } = await catalogueToXliff({ name: "m.json", from: "en", to: "tk", source })
    const file = openXliff(new TextEncoder().encode(text), { name: "x" })
    const [first] = readXliff(new TextEncoder().encode(text), { name: "x" }).units
    file.setTarget("m.json", "menu/a~1b", [first!.source[1]!, " aç"], { state: "translated", flag: null })
    const back = await xliffToCatalogue(new TextEncoder().encode(file.print()), { name: "m.json", source })
    expect(back).toMatchObject({ taken: 1, refused: [], catalogue: { menu: { "a/b": "{name} aç" } } })
    expect(plain(first!.source.filter((part) => typeof part === "string"))).toBe("Open ")
  })

  it("refuses what is no catalogue", () => {
    expect(() => textsOf(["a"], "x.json")).toThrow()
  })
})
