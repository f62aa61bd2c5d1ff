// Files arrive: kept in the database in parts as they come, so that whatever happens to this process, the work can be
// taken up again; never more than a part in memory. The disk is waited for beside the requests, and the sender waits too.
import { createHash } from "node:crypto"
import { Problem } from "../../../src/errors.ts"
import type { FilePart } from "../../storage/jobs.ts"
import { digest } from "../../storage/policies.ts"
import type { Import } from "../../storage/types.ts"
import type { Actor, House } from "../house.ts"
import { demand } from "../rights.ts"

export interface Arriving {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** Small enough to be written between two requests, large enough to be few. */
const partBytes = 256 * 1024

/**
 * Keeps the files of an import and what is to be done with them.
 *
 * @returns id of the import, to be planned
 * @throws Problem "input/empty" when there is no file at all, "session/forbidden"; nothing is kept then
 */
export async function receiveImport(
  house: House,
  arriving: AsyncIterable<Arriving> | Iterable<Arriving>,
  actor: Actor,
): Promise<string> {
  demand(actor, "import/plan")
  const { storage } = house
  const made = started(house, actor)
  await storage.transaction(async (inside) => {
    await inside.imports.insert(made, [], [])
    await inside.jobs.insert({
      import: made.id,
      status: "planning",
      phase: "receiving",
      done: 0,
      total: 0,
      units: 0,
      allUnits: 0,
      problem: null,
      beatAt: made.createdAt,
    })
  })
  try {
    const digests: string[] = []
    let name: string | undefined
    let total = 0
    const keep = (part: FilePart) => (house.beside ? house.beside.keepPart(part) : keepPart(house, part))
    for await (const file of arriving) {
      name ??= file.name
      const hash = createHash("sha256")
      let part = 0
      for await (const bytes of parts(file.chunks)) {
        hash.update(bytes)
        await keep({ import: made.id, file: digests.length, part, name: file.name, bytes })
        part += 1
        total += bytes.length
      }
      digests.push(hash.digest("hex"))
    }
    if (name === undefined) throw new Problem("input/empty", { name: "" })
    const known = digest(digests.toSorted().join())
    await storage.transaction(async (inside) => {
      await inside.imports.received(made.id, name, known)
      const tick = { phase: "reading", done: 0, total: 2 * total, units: 0, allUnits: 0 } as const
      await inside.jobs.tick(made.id, tick, house.now().toISOString())
    })
    return made.id
  } catch (error) {
    await storage.jobs.dropParts(made.id)
    await storage.imports.remove(made.id)
    throw error
  }
}

export async function keepPart({ storage, now }: House, part: FilePart): Promise<void> {
  await storage.transaction((inside) => inside.jobs.addPart(part, now().toISOString()))
}

function started(house: House, actor: Actor): Import {
  return {
    id: house.randomId(),
    name: "",
    digest: "",
    status: "planning",
    revision: 1,
    createdAt: house.now().toISOString(),
    createdBy: actor.id,
    appliedAt: null,
    undoneAt: null,
  }
}

/** The same bytes in parts of one size; a file of no bytes has one part. */
async function* parts(chunks: Arriving["chunks"]): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let size = 0
  let isBegun = false
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      const piece = chunk.subarray(at, at + partBytes - size)
      waiting.push(piece)
      size += piece.length
      at += piece.length
      if (size < partBytes) continue
      yield Buffer.concat(waiting)
      waiting = []
      size = 0
      isBegun = true
    }
  }
  if (size > 0 || !isBegun) yield Buffer.concat(waiting)
}
