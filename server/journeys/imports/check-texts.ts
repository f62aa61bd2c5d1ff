// The checks read whole texts with the new targets in them, before anything is written. What they see of the units to be
// written is kept beside the changes: a plan may have any number of units, and the one transaction is to be short.
import type { CheckedText } from "../../../src/checks/index.ts"
import { plain } from "../../../src/content.ts"
import type { Content } from "../../../src/model/document.ts"
import type { Finding } from "../../../src/model/finding.ts"
import type { House } from "../house.ts"
import { checkedText } from "../units/findings.ts"
import { comparing } from "../units/save.ts"

/** Units checked at once; longer texts in pieces of this size. */
const pieceSize = 1_000

export interface Incoming {
  /** Number of the change. */
  readonly number: number
  readonly target: Content | null
}

/**
 * @param incoming bitext → unit → what it will say
 * @param onPiece told of so many incoming units checked; may throw to stop
 */
export async function checkTexts(
  house: House,
  id: string,
  incoming: ReadonlyMap<string, ReadonlyMap<string, Incoming>>,
  onPiece: (units: number) => Promise<void>,
): Promise<void> {
  await house.storage.imports.dropFindings(id)
  for (const [bitext, own] of incoming) await checkBitext(house, id, bitext, own, onPiece)
}

async function checkBitext(
  house: House,
  id: string,
  bitext: string,
  own: ReadonlyMap<string, Incoming>,
  onPiece: (units: number) => Promise<void>,
): Promise<void> {
  const { storage } = house
  const keep = (found: readonly Finding[]) => keepOwn(house, id, own, found)
  const whole: CheckedText["blocks"][number][] = []
  let language = ""
  for (let after = -1, isOne = true; ;) {
    const piece = await storage.units.ofBitext(bitext, { after, limit: pieceSize })
    const isLast = piece.length < pieceSize
    isOne &&= isLast
    const units = piece.map((unit) => ({ ...unit, target: own.has(unit.id) ? own.get(unit.id)!.target : unit.target }))
    language = units[0]?.to ?? language
    const [seen = []] = await house.analyse("check", {
      texts: [checkedText(units, language)],
      ...(isOne ? {} : { off: comparing }),
    })
    await keep(seen)
    await onPiece(units.filter((unit) => own.has(unit.id)).length)
    if (!isOne)
      for (const { id: unit, kind, target } of units)
        if (target !== null) whole.push({ id: unit, kind, text: plain(target) })
    if (isLast) break
    after = piece.at(-1)!.position
  }
  if (whole.length === 0) return
  const [seen = []] = await house.analyse("check", { texts: [{ language, blocks: whole }], only: comparing })
  await keep(seen)
}

async function keepOwn(
  { storage }: House,
  id: string,
  own: ReadonlyMap<string, Incoming>,
  found: readonly Finding[],
): Promise<void> {
  const seen = new Map<number, Finding[]>()
  for (const finding of found) {
    const number = own.get(finding.block)?.number
    if (number === undefined) continue
    const others = seen.get(number)
    if (others) others.push(finding)
    else seen.set(number, [finding])
  }
  if (seen.size === 0) return
  await storage.transaction(async (inside) => {
    const before = await inside.imports.keptFindings(id, [...seen.keys()])
    for (const [number, findings] of before) seen.set(number, [...findings, ...(seen.get(number) ?? [])])
    await inside.imports.keepFindings(id, seen)
  })
}
