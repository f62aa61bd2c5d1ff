// The constraint checker on its own: every breach of the standard in a file, in reading order.
import { Problem } from "../errors.ts"
import { constraints } from "./constraints/index.ts"
import type { Constraints } from "./constraints/rule.ts"
import { xmlDecoder } from "./decode.ts"
import type { Violation } from "./document.ts"
import type { ReadOptions } from "./read.ts"
import { versionOfRoot } from "./root.ts"
import { xmlLimits, xmlParser } from "./xml.ts"

/** @throws Problem when it is not XML, not XLIFF, or past the limits */
export function checkXliff(bytes: Uint8Array, options: ReadOptions): Violation[] {
  const { name } = options
  const limits = { ...xmlLimits, ...options.limits }
  if (bytes.length > limits.bytes) throw new Problem("input/too-large", { name, limit: limits.bytes })
  const found: Violation[] = []
  let rules: Constraints | undefined
  let uri = ""
  let unitName = "unit"
  const parser = xmlParser(name, limits, {
    open(element) {
      if (!element.parent) {
        const version = versionOfRoot(element, name)
        uri = element.uri
        unitName = version === "1.2" ? "trans-unit" : "unit"
        rules = constraints(version, (violation) => found.push(violation))
      }
      rules!.open(element)
    },
    close(element) {
      if (element.uri === uri && element.local === unitName) {
        found.push(...rules!.unit(element))
        return true
      }
      rules!.close(element)
      return false
    },
  })
  const decoder = xmlDecoder(name)
  for (let at = 0; at < bytes.length; at += 65_536) parser.write(decoder.write(bytes.subarray(at, at + 65_536)))
  parser.write(decoder.end())
  parser.end()
  rules!.end()
  return found.toSorted((a, b) => a.line - b.line || a.column - b.column)
}
