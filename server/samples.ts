// The sample policies that come with besh: one folder a policy, one file a language.
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { addDocuments, type IncomingFile } from "./journeys/add-documents.ts"
import type { Actor, House } from "./journeys/house.ts"
import { root } from "./root.ts"

const folder = join(root, "server/samples")

/** Adds every sample policy; those that are there already stay as they are. */
export async function loadSamples(house: House, actor: Actor): Promise<{ readonly policies: number }> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name } of names) await addDocuments(house, { policy: name, files: filesOf(name) }, actor)
  return { policies: names.length }
}

function filesOf(policy: string): IncomingFile[] {
  return readdirSync(join(folder, policy)).flatMap((name) => {
    const [, language] = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.(?:md|html|txt)$/.exec(name) ?? []
    if (language === undefined) return []
    return [{ name: `${policy}.${name}`, bytes: readFileSync(join(folder, policy, name)), language }]
  })
}
