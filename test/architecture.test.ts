// The law of the house: imports go down only, and the core touches nothing outside.
import { readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { describe, expect, it } from "vitest"

const root = resolve(import.meta.dirname, "..")

/** Lower layers first; a file may import from its own layer and from those before it. */
const layers: readonly (readonly RegExp[])[] = [
  [/^src\/model\//],
  [/^src\/(errors|content|xml)\.ts$/],
  [/^src\/language\//],
  [/^src\/segment\//],
  [/^src\/terms\//],
  [/^src\/formats\//, /^src\/align\//, /^src\/checks\//, /^src\/memory\//],
  [/^src\/xliff\//, /^src\/merge\//],
  [/^server\/(root|url|i18n|config|finding-words)\.ts$/],
  [/^server\/storage\//, /^server\/workers\//, /^server\/tools\//],
  [/^server\/journeys\//],
  [/^server\/(page|session|security|upload|samples|open-house)\.ts$/],
  [/^server\/routes\//],
  [/^server\/(app|assets|errors|metrics)\.ts$/],
  [/^server\/main\.ts$/],
  [/^server\/commands\//, /^server\/reports\//],
  [/^server\//],
]

const files = ["src", "server"].flatMap((folder) => walk(join(root, folder))).map((path) => relative(root, path))
const imports = files.flatMap((file) =>
  [
    ...readFileSync(join(root, file), "utf8").matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^"'\n]*(?:\{[^}]*\}[^"'\n]*)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g,
    ),
  ].map((match) => ({ file, specifier: (match[1] ?? match[2])! })),
)

describe("architecture", () => {
  it("saw the house", () => {
    expect(files.length).toBeGreaterThan(20)
    expect(imports.length).toBeGreaterThan(20)
  })

  it("imports go down only", () => {
    const wrong = imports.filter(({ file, specifier }) => {
      if (!specifier.startsWith(".")) return false
      const target = relative(root, resolve(root, dirname(file), specifier))
      return layerOf(target) > layerOf(file)
    })
    expect(wrong).toEqual([])
  })

  it("src touches nothing outside: no node modules, clock or randomness", () => {
    const core = files.filter((file) => file.startsWith("src/"))
    const reaching = core.filter((file) =>
      /["']node:|\bDate\.now\(|new Date\(\)|Math\.random\(|\bprocess\.|\bfetch\(/.test(code(file)),
    )
    expect(reaching).toEqual([])
  })

  it("no file past 400 lines", () => {
    const long = files.filter((file) => !/language\/model\//.test(file) && code(file).split("\n").length > 400)
    expect(long).toEqual([])
  })
})

function layerOf(file: string): number {
  const layer = layers.findIndex((patterns) => patterns.some((pattern) => pattern.test(file)))
  if (layer < 0) throw new Error(`${file} belongs to no layer; add it to the law`)
  return layer
}

function code(file: string): string {
  return readFileSync(join(root, file), "utf8")
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return walk(path)
    return path.endsWith(".ts") ? [path] : []
  })
}
