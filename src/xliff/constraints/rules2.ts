// XLIFF 2.0, 2.1 and 2.2. The frame (xliff, file, group) is followed as it opens; each unit is looked at when it is
// whole and then forgotten; only ids stay.
import type { Violation } from "../document.ts"
import type { XliffVersion } from "../names.ts"
import { hasInline, partsOf } from "../parts.ts"
import { attribute, type XmlElement } from "../xml.ts"
import { grammar2 } from "./grammar2.ts"
import { extensionsOnce, idsOfUnit, notesOnce, once } from "./ids.ts"
import { checkInline } from "./inline.ts"
import { languagesOf, languagesOfUnit } from "./languages.ts"
import { unitMemo } from "./memo.ts"
import { checkModules } from "./modules.ts"
import { checkReferences, idsIn, subFlowsOf, type UnitIds } from "./references.ts"
import { checkRestrictions } from "./restrictions.ts"
import { teller, type Constraints, type Report, type Tell } from "./rule.ts"
import { checkAttributes, follower, kinds, type Follower } from "./schema.ts"
import { checkSegments, checkSkeleton } from "./segments.ts"
import { checkTree } from "./tree.ts"

const none: readonly Violation[] = []

interface Waiting {
  readonly id: string
  readonly tell: () => void
}

export function rules2(version: Exclude<XliffVersion, "1.2">, report: Report): Constraints {
  let told = 0
  const memo = unitMemo()
  const tell = teller((violation) => {
    told += 1
    report(violation)
  })
  const core = grammar2(version)
  const files = new Map<string, number>()
  let groups = new Map<string, number>()
  let units = new Map<string, number>()
  let flows: Waiting[] = []
  let root: XmlElement
  const frame: { element: XmlElement; follow: Follower }[] = []
  /** The child of the frame we are inside of. */
  let inside: XmlElement | null = null

  const enter = (element: XmlElement): void => {
    const shape = core.shapes.get(element.local)!
    frame.push({ element, follow: follower(element, shape, tell) })
    if (checkAttributes(element, shape, tell)) checkRestrictions(element, tell)
    languagesOf(element, tell)
  }

  return {
    open(element) {
      if (inside) return
      const parent = frame.at(-1)
      if (!parent) {
        root = element
        enter(element)
        return
      }
      parent.follow.next(element)
      const isFrame = element.uri === root.uri && (element.local === "file" || element.local === "group")
      if (!isFrame) {
        inside = element
        return
      }
      enter(element)
      if (element.local === "group") once(groups, element, tell)
      else {
        once(files, element, tell)
        groups = new Map()
        units = new Map()
        flows = []
      }
    },
    close(element) {
      if (inside) {
        if (element !== inside) return
        inside = null
        checkTree(element, core, tell)
        if (element.uri === root.uri && element.local === "skeleton") checkSkeleton(element, tell)
        return
      }
      const own = frame.pop()
      own?.follow.end()
      if (strayText(element)) tell("xliff/text", element)
      notesOnce(element, tell)
      extensionsOnce(element, root.uri, tell)
      checkModules(element, root, tell)
      if (element.local !== "file") return
      for (const flow of flows) if (!units.has(flow.id)) flow.tell()
    },
    unit(unit) {
      inside = null
      once(units, unit, tell)
      if (memo.isKnown(unit) && kinds.nmtoken(attribute(unit, "id") ?? "")) return none
      const before = told
      const own: Violation[] = []
      const tellUnit = teller((violation) => own.push(violation), "unit")
      checkTree(unit, core, tell)
      const parts = partsOf(unit)
      languagesOfUnit(unit, parts, root, tell)
      checkSegments(unit, parts, tell)
      idsOfUnit(unit, parts, tell, tellUnit)
      let ids: UnitIds | undefined
      const idsOf = () => (ids ??= idsIn(unit, attribute(fileOf(unit), "id") ?? ""))
      if (parts.some((part) => hasInline(part.source) || hasInline(part.target))) {
        checkInline(parts, tell, tellUnit)
        checkReferences(unit, parts, idsOf, tell)
        for (const { element, attribute: name, id } of subFlowsOf(parts))
          if (!units.has(id)) flows.push(later(element, name, id, tell))
      }
      checkModules(unit, root, tell, idsOf)
      extensionsOnce(unit, root.uri, tell)
      if (told === before && own.length === 0) memo.keep(unit)
      return own
    },
    end() {},
  }
}

/** Keeps the place, not the element: a unit that has been read is let go. */
function later({ name: element, line, column }: XmlElement, attribute: string, value: string, tell: Tell): Waiting {
  const place = { name: element, line, column } as XmlElement
  return { id: value, tell: () => tell("xliff/reference", place, { attribute, value }) }
}

function strayText(element: XmlElement): boolean {
  return element.children.some(
    (node) =>
      (typeof node === "string" && /[^ \t\r\n]/.test(node)) ||
      (typeof node !== "string" && node.kind === "cdata" && node.text.trim() !== ""),
  )
}

function fileOf(element: XmlElement): XmlElement {
  let at = element
  while (at.parent?.parent) at = at.parent
  return at
}
