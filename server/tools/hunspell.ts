// Word forms from a Hunspell dictionary: stems with the endings their flags allow. Only what the dictionaries of
// English, Turkmen and Turkish use: SFX and PFX with conditions, flags as letters or numbers.
import { readFileSync } from "node:fs"

interface Rule {
  readonly isPrefix: boolean
  readonly strip: string
  readonly add: string
  readonly condition: RegExp
}

/**
 * Stems and their forms, lower-case stems only (names are left out).
 *
 * @param choose which of a stem's endings to take, where there are thousands; all without it
 */
export function* forms(
  folder: string,
  choose?: (stem: string, endings: readonly string[]) => readonly string[],
): Generator<string> {
  const affixes = readFileSync(`${folder}/index.aff`, "utf8")
  const areNumbers = /^FLAG num/m.test(affixes)
  // "AF 1,2,3" lines number sets of flags; a stem then names a set.
  const sets = [...affixes.matchAll(/^AF (\d+(?:,\d+)*) #/gm)].map((match) => match[1]!.split(","))
  const rules = rulesOf(affixes)
  for (const line of readFileSync(`${folder}/index.dic`, "utf8").split("\n").slice(1)) {
    const [stem = "", flags = ""] = line
      .trim()
      .split(/[\s\t]/)[0]!
      .split("/")
    if (!/^\p{Ll}[\p{Ll}'-]*$/u.test(stem)) continue
    const named = sets.length > 0 ? (sets[Number(flags) - 1] ?? []) : areNumbers ? flags.split(",") : [...flags]
    const taken = choose ? choose(stem, named) : named
    const own = taken.flatMap((flag) => rules.get(flag) ?? [])
    const suffixed = own.flatMap((rule) => (rule.isPrefix ? [] : apply(rule, stem)))
    const prefixed = own.flatMap((rule) =>
      rule.isPrefix ? [stem, ...suffixed].flatMap((form) => apply(rule, form)) : [],
    )
    yield stem
    yield* suffixed
    yield* prefixed
  }
}

function rulesOf(affixes: string): Map<string, Rule[]> {
  const rules = new Map<string, Rule[]>()
  for (const line of affixes.split("\n")) {
    const [kind, flag, strip, add, condition] = line.trim().split(/\s+/)
    if ((kind !== "SFX" && kind !== "PFX") || add === undefined || /^[YN]$/.test(strip!)) continue
    const isPrefix = kind === "PFX"
    const list = rules.get(flag!) ?? []
    list.push({
      isPrefix,
      strip: strip === "0" ? "" : strip!,
      add: add!.split("/")[0]!.replace(/^0$/, ""),
      condition: new RegExp(isPrefix ? `^${condition ?? ""}` : `${condition ?? ""}$`, "u"),
    })
    rules.set(flag!, list)
  }
  return rules
}

function apply({ isPrefix, strip, add, condition }: Rule, word: string): string[] {
  if (!condition.test(word)) return []
  if (isPrefix) return word.startsWith(strip) ? [add + word.slice(strip.length)] : []
  return word.endsWith(strip) ? [word.slice(0, word.length - strip.length) + add] : []
}
