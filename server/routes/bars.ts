// Progress as pages show it: pieces of a stacked bar, and the same in figures.
import { states, type State } from "../../src/model/bitext.ts"
import type { Words } from "../i18n.ts"
import type { LanguageStatus } from "../journeys/list-policies.ts"

export interface Bar {
  /** In hundredths of the whole, furthest state first. */
  readonly pieces: readonly { readonly state: State; readonly x: number; readonly width: number }[]
  readonly caption: string
}

type Units = LanguageStatus["units"]

export function barOf(units: Units, words: Words): Bar {
  const pieces: { state: State; x: number; width: number }[] = []
  let x = 0
  for (const state of states.toReversed()) {
    const width = units.total === 0 ? 0 : Math.round((units[state] / units.total) * 10_000) / 100
    if (width > 0) pieces.push({ state, x, width })
    x = Math.round((x + width) * 100) / 100
  }
  return { pieces, caption: captionOf(units, words) }
}

function captionOf(units: Units, words: Words): string {
  if (units.total === 0) return words.t("progress.none")
  return words.t("progress.figures", {
    percent: words.percent(share(units)),
    done: doneOf(units),
    total: units.total,
  })
}

/** Units with a translation. */
export function doneOf(units: Units): number {
  return units.total - units.initial
}

export function share(units: Units): number {
  // 99.6 % is not done: only everything is 100 %.
  return units.total === 0 ? 0 : Math.floor((doneOf(units) / units.total) * 100) / 100
}

export function sumOf(all: readonly Units[]): Units {
  const sum = { total: 0, initial: 0, translated: 0, reviewed: 0, final: 0 }
  for (const units of all) for (const key of ["total", ...states] as const) sum[key] += units[key]
  return sum
}

export function openFindings({ findings }: LanguageStatus): number {
  return findings.error + findings.warning + findings.info
}
