// What the checks say of texts that would come in, before anybody takes them: for the changes of one page of a plan.
import { checkedBlock } from "./units/findings.ts"
import type { CheckedText } from "../../src/checks/index.ts"
import { plain } from "../../src/content.ts"
import type { Finding } from "../../src/model/finding.ts"
import type { ChangeKind } from "../storage/types.ts"
import type { House } from "./house.ts"
import type { PlannedChange } from "./plan-import.ts"
import { grouped } from "./views.ts"

/** Kinds whose text may end up in a unit. */
const entering: readonly ChangeKind[] = ["update", "conflict", "stale", "protected"]

/** Checks that compare all of a text would take one page for the whole of it. */
const comparing = ["duplicate", "residue"]

/** By number of the change; offsets are those of its plain text. */
export async function checkIncoming(
  house: House,
  changes: readonly PlannedChange[],
): Promise<ReadonlyMap<number, readonly Finding[]>> {
  const checked = changes.filter(({ change, after, unitView }) => entering.includes(change) && after && unitView)
  if (checked.length === 0) return new Map()
  const units = await house.storage.units.byIds(checked.map(({ unit }) => unit))
  const texts = [...grouped(checked, ({ unitView }) => `${unitView?.from} ${unitView?.to}`)].map(
    ([pair, own]): CheckedText => {
      const [from = "", to = ""] = pair.split(" ")
      const blocks = own.map(({ number, unit, after }) => ({
        ...checkedBlock({ id: String(number), kind: units.get(unit)?.kind ?? "paragraph", content: after ?? [] }),
        source: plain(units.get(unit)?.source ?? []),
      }))
      return { language: to, blocks, ...(from === to ? {} : { sourceLanguage: from }) }
    },
  )
  const found = (await house.analyse("check", { texts, off: comparing })).flat()
  return new Map(
    [...grouped(found, ({ block }) => block)].map(([number, own]) => [
      Number(number),
      own.toSorted((a, b) => a.start - b.start),
    ]),
  )
}
