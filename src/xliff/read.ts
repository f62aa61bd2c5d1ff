// Reading XLIFF of any version, unit by unit as the bytes come in: memory holds one unit and what the standard makes
// us remember (ids). The first thing that makes the file unusable is a Problem with line and column; what concerns one
// target only stays with its unit.
import { Problem } from "../errors.ts"
import { constraints } from "./constraints/index.ts"
import type { Constraints } from "./constraints/rule.ts"
import { xmlDecoder } from "./decode.ts"
import type { Violation, Warning, XliffDocument, XliffFile, XliffSummary, XliffUnit } from "./document.ts"
import { own, type XliffVersion } from "./names.ts"
import { readUnit12 } from "./read12.ts"
import { ownMetadata, readUnit2 } from "./read2.ts"
import { versionOfRoot } from "./root.ts"
import { attribute, child, children, textOf, xmlLimits, xmlParser, type XmlElement, type XmlLimits } from "./xml.ts"

export interface ReadOptions {
  /** File name, for messages. */
  readonly name: string
  readonly limits?: Partial<XmlLimits>
}

export interface XliffReader {
  write(bytes: Uint8Array): void
  end(): XliffSummary
}

/**
 * A reader to be fed. Units are handed over as they are complete, each with the file it stands in.
 *
 * @throws Problem "input/empty", "xliff/…" from `write` and `end`
 */
export function xliffReader(options: ReadOptions, onUnit: (unit: XliffUnit) => void): XliffReader {
  const { name } = options
  const limits = { ...xmlLimits, ...options.limits }
  const decoder = xmlDecoder(name)
  const files: XliffFile[] = []
  const warnings: Warning[] = []
  let version: XliffVersion | undefined
  let rules: Constraints | undefined
  let uri = ""
  let unitName = "unit"
  let file: XliffFile | undefined
  let hasUnits = false
  let units = 0
  let taken = 0
  let bytes = 0
  let lost: Violation | undefined

  const report = (violation: Violation): void => {
    if (violation.scope === "file") throw problemOf(violation, name)
  }
  const parser = xmlParser(name, limits, {
    open(element) {
      if (!element.parent) {
        version = versionOfRoot(element, name)
        uri = element.uri
        unitName = version === "1.2" ? "trans-unit" : "unit"
        rules = constraints(version, report)
      } else if (element.uri === uri && element.local === "file" && !element.parent.parent) {
        file = undefined
        hasUnits = false
      }
      rules!.open(element)
    },
    close(element) {
      if (element.uri !== uri) {
        rules!.close(element)
        return false
      }
      if (element.local === unitName) {
        const violations = rules!.unit(element)
        file ??= fileOf(fileElement(element), version!)
        if (!hasUnits) files.push(file)
        hasUnits = true
        units += 1
        const unit = version === "1.2" ? readUnit12(element, file) : readUnit2(element, file)
        if (violations.length === 0) taken += 1
        else lost ??= violations.find((each) => each.code === "xliff/code-missing" || each.code === "xliff/code-order")
        onUnit(violations.length === 0 ? unit : { ...unit, violations })
        return true
      }
      rules!.close(element)
      if (element.local === "file" && !hasUnits) files.push(fileOf(element, version!))
      return false
    },
  })

  return {
    write(chunk) {
      bytes += chunk.length
      if (bytes > limits.bytes) throw new Problem("input/too-large", { name, limit: limits.bytes })
      // Small pieces stay in the young generation of the memory.
      for (let at = 0; at < chunk.length; at += step) parser.write(decoder.write(chunk.subarray(at, at + step)))
    },
    end() {
      parser.write(decoder.end())
      parser.end()
      rules!.end()
      // What is left of a file whose every unit breaks its own rules about codes is no delivery.
      if (taken === 0 && lost) throw problemOf(lost, name)
      if (decoder.unusual) warnings.push({ code: "encoding", unit: null, data: { encoding: decoder.unusual } })
      return { name, version: version!, files, units, warnings }
    },
  }
}

const step = 16_384

/** All of a file at once. */
export function readXliff(bytes: Uint8Array, options: ReadOptions): XliffDocument {
  const units: XliffUnit[] = []
  const reader = xliffReader(options, (unit) => units.push(unit))
  for (let at = 0; at < bytes.length; at += 65_536) reader.write(bytes.subarray(at, at + 65_536))
  return { ...reader.end(), units }
}

/** A file as it arrives, in constant memory. `onUnit` may take its time: the next piece waits for it. */
export async function readXliffStream(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ReadOptions,
  onUnit: (unit: XliffUnit) => void | Promise<void>,
): Promise<XliffSummary> {
  const waiting: XliffUnit[] = []
  const reader = xliffReader(options, (unit) => waiting.push(unit))
  const deliver = async (): Promise<void> => {
    for (const unit of waiting) await onUnit(unit)
    waiting.length = 0
  }
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += 65_536) {
      reader.write(chunk.subarray(at, at + 65_536))
      if (waiting.length > 0) await deliver()
    }
  }
  const summary = reader.end()
  await deliver()
  return summary
}

export function problemOf(violation: Violation, name: string): Problem {
  const { line, column } = violation
  return new Problem(violation.code, { name, ...violation.data }, { file: name, line, column })
}

function fileElement(unit: XmlElement): XmlElement {
  let at = unit
  while (at.parent?.parent) at = at.parent
  return at
}

function fileOf(element: XmlElement, version: XliffVersion): XliffFile {
  const original = attribute(element, "original") ?? ""
  if (version === "1.2")
    return {
      id: original,
      original,
      from: attribute(element, "source-language") ?? "",
      to: attribute(element, "target-language") ?? "",
      exportId: exportId12(element),
      line: element.line,
    }
  const root = element.parent!
  return {
    id: attribute(element, "id") ?? "",
    original,
    from: attribute(root, "srcLang") ?? "",
    to: attribute(root, "trgLang") ?? "",
    exportId: ownMetadata(element).get("export") ?? null,
    line: element.line,
  }
}

/** In the header's note, else in build-num: tools drop the one or the other. */
function exportId12(file: XmlElement): string | null {
  const header = child(file, "header")
  const note = header && children(header, "note").find((each) => attribute(each, "from") === `${own}:export`)
  const number = attribute(file, "build-num")
  return note ? textOf(note).trim() : number?.startsWith(`${own}-`) ? number.slice(own.length + 1) : null
}
