// Letters of Latin and Cyrillic that look alike in print.

export const latinForCyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  [..."aаcсeеoоpрxхyуAАBВCСEЕHНKКMМOОPРTТXХiіIІÿӱ"].flatMap((letter, at, all) =>
    at % 2 === 0 ? [[letter, all[at + 1]!]] : [],
  ),
)

export const cyrillicForLatin: Readonly<Record<string, string>> = Object.fromEntries(
  [..."аaсcеeоoрpхxуyАAВBСCЕEНHКKМMОOРPТTХXіiІIәəӘƏһhҺH"].flatMap((letter, at, all) =>
    at % 2 === 0 ? [[letter, all[at + 1]!]] : [],
  ),
)

/** Those of a table that lead to a letter of an alphabet. */
export function leadingTo(table: Readonly<Record<string, string>>, letters: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(table).filter(([, own]) => letters.includes(own.toLowerCase())))
}
