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
