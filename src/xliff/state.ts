// States both ways. Four of ours, four of XLIFF 2, ten of XLIFF 1.2 and `approved`. Tools disagree about what a
// missing state means; text that differs from its source and claims nothing is taken as translated.
import type { Flag, State } from "../model/bitext.ts"

export interface ReadState {
  readonly state: State
  readonly flag: Flag | null
  /** The file says it is done: an empty target is then an error, not an omission. */
  readonly isClaimed: boolean
  /** Code of a doubt: "state-unknown", "state-doubtful". */
  readonly doubt: string | null
}

export interface WrittenState {
  readonly state?: string
  readonly subState?: string
  readonly approved?: boolean
}

interface Stated {
  readonly state: State
  readonly flag: Flag | null
}

/** 2.x. An unfinished text is "initial" with a sub-state that says why. */
export function writeState2({ state, flag }: Stated, hasTarget: boolean): WrittenState {
  if (!hasTarget) return {}
  if (flag === "outdated") return { state: "initial", subState: "besh:stale" }
  if (flag === "draft" || flag === "mixed" || flag === "conflict") return { state: "initial", subState: `besh:${flag}` }
  return { state }
}

export function readState2(state: string | undefined, subState: string | undefined, isFilled: boolean): ReadState {
  const isClaimed = state === "translated" || state === "reviewed" || state === "final"
  if (isClaimed) return { state, flag: null, isClaimed, doubt: null }
  const reason = /^besh:(\w+)$/.exec(subState ?? "")?.[1]
  if (reason === "stale") return { state: "initial", flag: "outdated", isClaimed, doubt: null }
  if (reason === "mixed" || reason === "conflict") return { state: "initial", flag: reason, isClaimed, doubt: null }
  if (!isFilled) return { state: "initial", flag: null, isClaimed, doubt: null }
  if (state === undefined) return { state: "translated", flag: null, isClaimed, doubt: null }
  return { state: "initial", flag: "draft", isClaimed, doubt: null }
}

const written12: Readonly<Record<State, string>> = {
  initial: "needs-translation",
  translated: "translated",
  reviewed: "signed-off",
  final: "final",
}

export function writeState12({ state, flag }: Stated, hasTarget: boolean): WrittenState {
  if (!hasTarget) return {}
  if (flag === "outdated" || flag === "conflict") return { state: "needs-adaptation" }
  if (flag === "draft" || flag === "mixed") return { state: "needs-review-translation" }
  return { state: written12[state], approved: state === "final" }
}

/** @param isCopy the target says the same as the source */
export function readState12(
  state: string | undefined,
  approved: string | undefined,
  isFilled: boolean,
  isCopy: boolean,
): ReadState {
  const isApproved = approved === "yes"
  const isClaimed = isApproved || state === "translated" || state === "signed-off" || state === "final"
  const read = (to: State, flag: Flag | null = null, doubt: string | null = null): ReadState => ({
    state: isApproved && (to === "initial" || to === "translated") ? "reviewed" : to,
    flag: isApproved ? null : flag,
    isClaimed,
    doubt,
  })
  if (!isFilled) return { state: "initial", flag: null, isClaimed, doubt: null }
  switch (state) {
    case undefined:
    case "translated":
      return read("translated")
    case "signed-off":
      return read("reviewed")
    case "final":
      return approved === "no" ? read("reviewed", null, "state-doubtful") : read("final")
    case "new":
    case "needs-translation":
      return isCopy ? read("initial") : read("initial", "draft")
    case "needs-adaptation":
    case "needs-l10n":
    case "needs-review-adaptation":
    case "needs-review-l10n":
    case "needs-review-translation":
      return read("initial", "draft")
    default:
      return read("translated", "draft", "state-unknown")
  }
}
