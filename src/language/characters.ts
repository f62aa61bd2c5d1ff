// The class of a UTF-16 code unit, from a table filled as text asks for it: a regular expression a character would
// cost more than all the rest.

export const classes = {
  space: 1,
  digit: 2,
  other: 3,
  mark: 4,
  latin: 5,
  cyrillic: 6,
  arabic: 7,
  han: 8,
  letter: 9,
  /** Half of a character beyond the first plane. */
  surrogate: 10,
} as const

const tests: readonly (readonly [RegExp, number])[] = [
  [/\s/, classes.space],
  [/\p{Nd}/u, classes.digit],
  [/[\u0640\u0674]/, classes.arabic],
  // Apostrophes by another name: Uzbek oʻ, maʼlumot.
  [/[\u02bb\u02bc]/, classes.other],
  [/\p{M}|\u200c|\u200d|\u00ad/u, classes.mark],
  [/\p{Script=Latin}/u, classes.latin],
  [/\p{Script=Cyrillic}/u, classes.cyrillic],
  [/(?=\p{Script=Arabic})\p{L}/u, classes.arabic],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, classes.han],
  [/\p{L}/u, classes.letter],
]

const table = new Uint8Array(65536)

/** One of `classes`; letters are those from `latin` on, surrogates excepted. */
export function classOf(code: number): number {
  return table[code]! || fill(code)
}

function fill(code: number): number {
  const character = String.fromCharCode(code)
  const found =
    code >= 0xd800 && code <= 0xdfff
      ? classes.surrogate
      : (tests.find(([test]) => test.test(character))?.[1] ?? classes.other)
  table[code] = found
  return found
}
