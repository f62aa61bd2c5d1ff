// Styles, scripts, icons and fonts. Their addresses carry a digest of everything, so browsers keep them for a year and
// still see every change; modules import each other by relative paths and stay within one version.
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import express, { Router, type RequestHandler } from "express"
import { root } from "./root.ts"

const require = createRequire(import.meta.url)

/** The subsets the five languages need: Kyrgyz ң ө ү live in cyrillic-ext, Azerbaijani ə and Turkmen ň in latin-ext. */
const fonts: readonly (readonly [manifest: string, files: readonly string[]])[] = [
  [
    require.resolve("@fontsource-variable/noto-sans/package.json"),
    ["latin", "latin-ext", "cyrillic", "cyrillic-ext"].map((subset) => `noto-sans-${subset}-wght-normal.woff2`),
  ],
  [
    require.resolve("@fontsource/noto-naskh-arabic/package.json"),
    [400, 600, 700].map((weight) => `noto-naskh-arabic-arabic-${weight}-normal.woff2`),
  ],
]

export interface Assets {
  /** Address of a file in views/assets. */
  readonly path: (name: string) => string
  readonly serve: RequestHandler
}

export function loadAssets(): Assets {
  const folder = join(root, "views/assets")
  const names = readdirSync(folder).filter((name) => /\.(?:css|js|svg)$/.test(name))
  const digest = createHash("sha256")
  for (const name of names.sort()) digest.update(name).update(readFileSync(join(folder, name)))
  const version = digest.digest("base64url").slice(0, 12)

  const serve = Router()
  const forever = { immutable: true, maxAge: "1y", index: false, redirect: false } as const
  for (const [manifest, files] of fonts) {
    const place = join(dirname(manifest), "files")
    const kept = express.static(place, forever)
    serve.get(
      files.map((file) => `/assets/:version/fonts/${file}`),
      (request, response, next) => {
        request.url = `/${request.path.split("/").at(-1) ?? ""}`
        kept(request, response, next)
      },
    )
  }
  const kept = express.static(folder, forever)
  serve.get("/assets/:version/:name", (request, response, next) => {
    request.url = `/${request.params.name}`
    kept(request, response, next)
  })
  serve.get("/favicon.ico", (_request, response) => response.redirect(301, `/assets/${version}/besh.svg`))
  return { path: (name) => `/assets/${version}/${name}`, serve }
}
