// Where the project lies on disk: locales, views and samples are read from there, from the sources and from dist/ alike.
import { existsSync } from "node:fs"
import { dirname, join } from "node:path"

export const root = folderWith("package.json", import.meta.dirname)

function folderWith(name: string, folder: string): string {
  if (existsSync(join(folder, name))) return folder
  if (dirname(folder) === folder) throw new Error(`No ${name} above ${import.meta.dirname}`)
  return folderWith(name, dirname(folder))
}
