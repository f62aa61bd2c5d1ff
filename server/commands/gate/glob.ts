// Patterns of paths: ** (any folders), * and ? (within a name), {a,b} (one of), and {lang} (a language tag, which is
// handed back). Paths have forward slashes. Until Node ≥ 22, whose fs.glob could do most of this.

const language = "(?<lang>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3})"

/** Is this a pattern rather than a path? */
export function isPattern(text: string): boolean {
  return /[*?]|\{[^{}]*\}/.test(text)
}

/** A pattern as an expression over whole paths. Braces that do not close stand for themselves. Never throws. */
export function expression(pattern: string): RegExp {
  const clean = pattern
    .replace(/^\.\//, "")
    .replace(/\/$/, "/**")
    .replace(/(?:\*\*\/)+/g, "**/")
  let depth = 0
  let hasLanguage = false
  let source = ""
  for (let at = 0; at < clean.length; at++) {
    const rest = clean.slice(at)
    if (rest.startsWith("{lang}")) {
      source += hasLanguage ? "\\k<lang>" : language
      hasLanguage = true
      at += "{lang}".length - 1
    } else if (rest.startsWith("**/") && (at === 0 || clean[at - 1] === "/")) {
      source += "(?:[^/]+/)*"
      at += 2
    } else if (rest.startsWith("**")) {
      source += ".*"
      at += 1
    } else if (clean[at] === "*") source += "[^/]*"
    else if (clean[at] === "?") source += "[^/]"
    else if (clean[at] === "{" && closes(rest)) {
      depth++
      source += "(?:"
    } else if (clean[at] === "}" && depth > 0) {
      depth--
      source += ")"
    } else if (clean[at] === "," && depth > 0) source += "|"
    else source += clean[at]!.replace(/[\\^$.|?*+()[\]{}/-]/, "\\$&")
  }
  return new RegExp(`^${source}$`, "u")
}

/** Does any of the patterns fit? A pattern without a slash fits a name in any folder; one that fits a folder, all in it. */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  const expressions = patterns.flatMap((pattern) => {
    const anywhere = pattern.includes("/") ? pattern.replace(/^\//, "") : `**/${pattern}`
    return [expression(anywhere), expression(`${anywhere.replace(/\/+$/, "")}/**`)]
  })
  return (path) => expressions.some((each) => each.test(path))
}

/** The folders before the first pattern sign, and whether folders below the last named one count. */
export function baseOf(pattern: string): string {
  const parts = pattern.split("/")
  const first = parts.findIndex(isPattern)
  const base = parts.slice(0, first).join("/")
  return base === "" && pattern.startsWith("/") ? "/" : base
}

function closes(rest: string): boolean {
  let depth = 0
  for (const letter of rest) {
    if (letter === "{") depth++
    if (letter === "}" && --depth === 0) return true
  }
  return false
}
