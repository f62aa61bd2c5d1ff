// May a file with these languages come back for this bitext? Another region is asked about, another language refused.

export interface Languages {
  readonly from: string
  readonly to: string
}

export type LanguageAnswer = "same" | "region" | "source-differs" | "target-differs"

export function compareLanguages(file: Languages, expected: Languages): LanguageAnswer {
  if (nearness(file.from, expected.from) === "other") return "source-differs"
  switch (nearness(file.to, expected.to)) {
    case "other":
      return "target-differs"
    case "region":
      return "region"
    default:
      return "same"
  }
}

function nearness(a: string, b: string): "same" | "region" | "other" {
  if (a.toLowerCase() === b.toLowerCase()) return "same"
  const one = parsed(a)
  const two = parsed(b)
  return one && two && one.language === two.language && one.script === two.script ? "region" : "other"
}

function parsed(tag: string): { language: string; script: string | undefined } | undefined {
  try {
    const locale = new Intl.Locale(tag)
    return { language: locale.language, script: locale.maximize().script }
  } catch {
    return undefined
  }
}
