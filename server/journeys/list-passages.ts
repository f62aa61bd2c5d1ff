// The passage tracker: every finding with the text around it, filtered, page by page.
import type { StoredFinding, StoredUnit } from "../storage/types.ts"
import type { FindingStatus } from "../storage/types.ts"
import type { Severity } from "../../src/model/finding.ts"
import { plain } from "../../src/content.ts"
import { Problem } from "../../src/errors.ts"
import type { FindingFilter, FindingKey } from "../storage/findings.ts"
import type { Policy } from "../storage/types.ts"
import { findPolicy, readableProjects } from "./find.ts"
import type { Actor, House, Page } from "./house.ts"
import { demand } from "./rights.ts"

export interface ListPassagesInput {
  readonly project?: string
  readonly policy?: string
  /** Language of the text. */
  readonly language?: string
  readonly check?: string
  readonly kind?: string
  readonly severity?: Severity
  /** "open" when absent. */
  readonly status?: FindingStatus | "all"
  /** Part of the passage's text. */
  readonly text?: string
  /** 50 when absent, at most 500. */
  readonly limit?: number
  readonly after?: string
}

export interface Passage extends StoredFinding {
  readonly policyName: string
  readonly unitView: Pick<StoredUnit, "from" | "to" | "sourceSection" | "targetSection" | "state" | "flag" | "revision">
  /** Up to 80 characters each side, for the eye. */
  readonly before: string
  readonly after: string
}

export interface ListPassagesResult extends Page<Passage> {
  /** Of everything the filters let through except kind. */
  readonly counts: readonly { readonly check: string; readonly kind: string; readonly count: number }[]
  readonly total: number
}

export async function listPassages(house: House, input: ListPassagesInput, actor: Actor): Promise<ListPassagesResult> {
  const policies = new Map((await policiesOf(house, input, actor)).map((policy) => [policy.id, policy]))
  const filter = filterOf(input, [...policies.keys()])
  const limit = Math.min(500, Math.max(1, input.limit ?? 50))
  const page = await house.storage.findings.page(filter, limit + 1, input.after ? readKey(input.after) : undefined)
  const found = page.slice(0, limit)
  const units = await house.storage.units.byIds([...new Set(found.map(({ unit }) => unit))])
  const { kind, ...withoutKind } = filter
  const counts = await house.storage.findings.kinds(withoutKind)
  return {
    items: found.map((finding): Passage => {
      const unit = units.get(finding.unit)!
      const text = plain(unit.target ?? [])
      return {
        ...finding,
        policyName: policies.get(finding.policy)?.name ?? "",
        unitView: {
          from: unit.from,
          to: unit.to,
          sourceSection: unit.sourceSection,
          targetSection: unit.targetSection,
          state: unit.state,
          flag: unit.flag,
          revision: unit.revision,
        },
        before: text.slice(Math.max(0, finding.start - around), finding.start).toWellFormed(),
        after: text.slice(finding.end, finding.end + around).toWellFormed(),
      }
    }),
    next: page.length > limit ? writeKey(found.at(-1)!) : null,
    counts,
    total: counts.filter((each) => kind === undefined || each.kind === kind).reduce((sum, { count }) => sum + count, 0),
  }
}

/** Characters shown on each side of a passage. */
const around = 80

async function policiesOf(house: House, input: ListPassagesInput, actor: Actor): Promise<Policy[]> {
  if (input.policy !== undefined) return [await findPolicy(house.storage, { ...input, policy: input.policy }, actor)]
  demand(actor, "policy/read")
  const projects = await readableProjects(house.storage, actor, input.project)
  return house.storage.policies.list(projects.map(({ id }) => id))
}

function filterOf(input: ListPassagesInput, policies: readonly string[]): FindingFilter {
  const { language, check, kind, severity, text, status = "open" } = input
  return {
    policies,
    ...(language === undefined ? {} : { language }),
    ...(check === undefined ? {} : { check }),
    ...(kind === undefined ? {} : { kind }),
    ...(severity === undefined ? {} : { severity }),
    ...(status === "all" ? {} : { status }),
    ...(text === undefined ? {} : { text: text.slice(0, 200) }),
  }
}

function writeKey({ policy, textLanguage, position, start, id }: FindingKey): string {
  return Buffer.from(JSON.stringify([policy, textLanguage, position, start, id])).toString("base64url")
}

function readKey(text: string): FindingKey {
  try {
    const [policy, textLanguage, position, start, id] = JSON.parse(
      Buffer.from(text, "base64url").toString(),
    ) as unknown[]
    return {
      policy: String(policy),
      textLanguage: String(textLanguage),
      position: Number(position),
      start: Number(start),
      id: String(id),
    }
  } catch (error) {
    throw new Problem("input/invalid", { field: "after" }, {}, { cause: error })
  }
}
