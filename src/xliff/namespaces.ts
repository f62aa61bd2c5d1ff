// Prefixes and what they stand for, from the element that declares them inwards.
import { xml, xmlns } from "./names.ts"
import type { Tag } from "./tokens.ts"

export interface Scope {
  readonly prefixes: ReadonlyMap<string, string>
  /** Start tags met in this scope, by their spelling. */
  readonly tags: Map<string, Tag>
}

export function outerScope(): Scope {
  const prefixes = new Map([
    ["xml", xml],
    ["xmlns", xmlns],
  ])
  return { prefixes, tags: new Map() }
}

/** The scope inside an element with these attributes. */
export function declared(
  scope: Scope,
  attributes: readonly { readonly name: string; readonly local: string; readonly value: string }[],
  fail: (detail: string) => never,
): Scope {
  const prefixes = new Map(scope.prefixes)
  for (const { name, local, value } of attributes) {
    const isDefault = name === "xmlns"
    if (!isDefault && !name.startsWith("xmlns:")) continue
    const uri = value.trim()
    const prefix = isDefault ? "" : local
    if (!isDefault && uri === "") fail("invalid attempt to undefine a prefix")
    if (uri === xmlns || prefix === "xmlns") fail(`the namespace ${xmlns} is not to be declared`)
    if ((prefix === "xml") !== (uri === xml)) fail(`the prefix xml belongs to ${xml}`)
    prefixes.set(prefix, uri)
  }
  return { prefixes, tags: new Map() }
}

export function resolve(scope: Scope, prefix: string, fail: (detail: string) => never): string {
  const uri = scope.prefixes.get(prefix)
  return uri ?? (prefix === "" ? "" : fail(`unbound namespace prefix: ${prefix}`))
}
