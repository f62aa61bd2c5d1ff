// One more revision of a unit, as every journey writes it: checked first, then unit, history and findings in one
// transaction. Whoever comes second is refused with both texts, and theirs is kept as a suggestion.
import { isSameContent, plain, tagged } from "../../../src/content.ts"
import { Problem } from "../../../src/errors.ts"
import type { Flag, Origin, State } from "../../../src/model/bitext.ts"
import type { Content } from "../../../src/model/document.ts"
import type { Storage } from "../../storage/storage.ts"
import type { StoredUnit } from "../../storage/types.ts"
import type { Actor, House } from "../house.ts"
import { revisionOf } from "./carry.ts"
import { checkedText, diffFindings } from "./findings.ts"

export interface Edit {
  readonly target: Content | null
  readonly state: State
  readonly flag: Flag | null
  readonly origin: Origin
  readonly comment: string
  readonly import?: string
}

/**
 * @param unit as the edit was based on it
 * @throws Problem "unit/stale" when it moved on meanwhile; nothing is written then
 */
export async function writeRevision(house: House, unit: StoredUnit, edit: Edit, actor: Actor): Promise<StoredUnit> {
  const next = edited(unit, edit, actor, house.now().toISOString())
  const findings = await findingsOf(house, next)
  return house.storage.transaction(async (inside) => {
    const saved = await inside.units.save({ ...next, revision: unit.revision })
    await inside.history.append([revisionOf(saved, actor.id, edit.comment, edit.import ?? null)])
    await findings(inside)
    await settleSuggestions(inside, saved, next.updatedAt)
    return saved
  })
}

/** The unit with the edit, at its next revision. */
export function edited(unit: StoredUnit, edit: Edit, actor: Actor, now: string): StoredUnit {
  return {
    ...unit,
    target: edit.target,
    state: edit.state,
    flag: edit.flag,
    origin: edit.origin,
    previousSource: edit.flag === "outdated" ? unit.previousSource : null,
    revision: unit.revision + 1,
    updatedAt: now,
    updatedBy: actor.id,
  }
}

/** Checks that compare all of a text: on a section alone they would see ends and first times that are none. */
export const comparing = ["duplicate", "residue"]

/** Up to this many units they run at every save; in longer texts only when documents come in. */
const comparedAtOnce = 400

/**
 * Checks the unit in its section, and compares it with all of its text; returns what writes its findings. The other
 * units' own findings are left alone; they are looked at when they are saved, and all together when documents come in.
 */
async function findingsOf(house: House, unit: StoredUnit): Promise<(inside: Storage) => Promise<void>> {
  const { units } = house.storage
  const range =
    unit.sourceSection === null ? { targetSection: unit.targetSection ?? 0 } : { section: unit.sourceSection }
  const section = (await units.ofBitext(unit.bitext, range)).map((each) => (each.id === unit.id ? unit : each))
  const whole = await units.texts(unit.bitext, comparedAtOnce + 1)
  const isCompared = whole.length <= comparedAtOnce
  const mine = { id: unit.id, kind: unit.kind, text: plain(unit.target ?? []) }
  const isNew = !whole.some(({ id }) => id === unit.id)
  const others = [...whole.map((each) => (each.id === unit.id ? mine : each)), ...(isNew ? [mine] : [])]
  const [[near = []], [far = []]] = await Promise.all([
    house.analyse("check", { texts: [checkedText(section, unit.to)], off: comparing }),
    isCompared ? house.analyse("check", { texts: [{ language: unit.to, blocks: others }], only: comparing }) : [[]],
  ])
  const own = [...near, ...far].filter(({ block }) => block === unit.id)
  return async (inside) => {
    const known = await inside.findings.ofUnits([unit.id])
    const before = isCompared ? known : known.filter(({ check }) => !comparing.includes(check))
    const { inserted, changed } = diffFindings([unit], before, own, unit.updatedAt, house.randomId)
    await inside.findings.insert(inserted)
    await inside.findings.saveMany(changed)
  }
}

/** Suggestions that say what the unit now says are settled. */
async function settleSuggestions(inside: Storage, unit: StoredUnit, now: string): Promise<void> {
  const open = await inside.suggestions.openOf([unit.id])
  const settled = open.filter(({ target }) => isSameContent(target, unit.target))
  await inside.suggestions.resolve(
    settled.map(({ id }) => id),
    now,
  )
}

/** Keeps a text that came too late (once), and makes the refusal that shows all three. */
export async function refuseStale(
  house: House,
  current: StoredUnit,
  base: number,
  mine: Content,
  actor: Actor,
): Promise<Problem> {
  const former = await house.storage.history.one(current.id, base)
  await house.storage.transaction(async (inside) => {
    const open = await inside.suggestions.openOf([current.id])
    if (open.some(({ target }) => isSameContent(target, mine)) || isSameContent(mine, former?.target ?? null)) return
    await inside.suggestions.insert([
      {
        id: house.randomId(),
        unit: current.id,
        target: mine,
        origin: "stale",
        baseRevision: base,
        author: actor.id,
        import: null,
        createdAt: house.now().toISOString(),
        resolvedAt: null,
      },
    ])
  })
  return new Problem("unit/stale", {
    unit: current.id,
    base,
    current: current.revision,
    baseText: tagged(former?.target ?? []),
    mine: tagged(mine),
    theirs: tagged(current.target ?? []),
    theirState: current.state,
  })
}
