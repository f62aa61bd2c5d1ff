// What the figures should reach on the test part, printed beside what they are.
import type { Figures } from "./run.ts"

/** Beginning of a figure's name → bar; all figures of that name that end in /test/… count, the worst of them is shown. */
const bars: readonly (readonly [name: string, pattern: RegExp, bar: number])[] = [
  ["tk English sentence, clause, word", /^language\/tk\/en\/(?:sentence|clause|word)\/test/, 0.97],
  ["tk fused", /^language\/tk\/en\/fused\/test/, 0.97],
  ["az English sentence, clause, word", /^language\/az\/en\/(?:sentence|clause|word)\/test/, 0.97],
  ["az fused", /^language\/az\/en\/fused\/test/, 0.93],
  ["az Turkish sentence", /^language\/az\/tr\/sentence\/test/, 0.93],
  ["az Turkish clause", /^language\/az\/tr\/clause\/test/, 0.93],
  ["ug, ky English", /^language\/(?:ug|ky)\/en\/.*\/test/, 0.97],
  ["ky Russian sentence, clause", /^language\/ky\/ru\/(?:sentence|clause)\/test/, 0.95],
  ["ky Russian word", /^language\/ky\/ru\/word\/test/, 0.95],
  ["ug Arabic sentence, clause", /^language\/ug\/ar\/(?:sentence|clause)\/test/, 0.95],
  ["ug Arabic word", /^language\/ug\/ar\/word\/test/, 0.95],
  ["clean words left alone", /^language\/..\/clean\/test/, 0.999],
  ["identification, sentences", /^language\/identify\/sentence\/test/, 0.995],
  ["identification, 2–4 words", /^language\/identify\/words\/test/, 0.985],
  ["right above 0.9 confidence", /^language\/confidence\/above-0\.9/, 0.99],
  ["sections, undamaged", /^alignment\/sections\/test\/none\/f1/, 0.995],
  ["sections, one damage", /^alignment\/sections\/test\/(?:headings|dropped|moved|merged|english)\/f1/, 0.99],
  ["sections, all damages", /^alignment\/sections\/test\/all\/f1/, 0.97],
  ["sections, all damages, worst pair", /^alignment\/sections\/test\/all\/worst/, 0.94],
  ["sections, shuffled", /^alignment\/sections\/test\/shuffled\/f1/, 0.93],
  ["missing and untranslated, precision", /^alignment\/(?:missing|english)\/test\/.*\/precision/, 0.97],
  ["missing and untranslated, recall", /^alignment\/(?:missing|english)\/test\/.*\/recall/, 0.95],
  ["sentences, undamaged", /^alignment\/sentences\/test\/none\/f1/, 0.995],
  ["sentences, dropped, merged, English", /^alignment\/sentences\/test\/dropped\+merged\+english\/f1/, 0.965],
  ["sentences, and moved", /^alignment\/sentences\/test\/dropped\+merged\+english\+moved\/f1/, 0.95],
  ["comparable, topics", /^alignment\/comparable\/.*\/topics/, 0.9],
  ["comparable, precision", /^alignment\/comparable\/.*\/precision/, 0.93],
  ["comparable, F1", /^alignment\/comparable\/.*\/f1/, 0.85],
  ["links above 0.9 confidence", /^alignment\/confident\/right/, 0.99],
]

export function printBars(figures: Figures): void {
  const rows = bars.flatMap(([name, pattern, bar]) => {
    const own = Object.entries(figures).filter(([key]) => pattern.test(key))
    return own.length === 0 ? [] : [{ name, bar, worst: Math.min(...own.map(([, value]) => value)) }]
  })
  if (rows.length === 0) return
  console.log("\nBars, the worst figure of each")
  for (const { name, bar, worst } of rows)
    console.log(`  ${name.padEnd(36)} ${worst.toFixed(4)} ≥ ${bar}  ${worst >= bar ? "met" : "not met"}`)
}
