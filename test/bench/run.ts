// `npm run bench [name…]`: speed and memory beside peers, in one run on one machine.

/** The register: name → what runs it. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  alignment: async () => (await import("./alignment.ts")).bench(),
  imports: async () => (await import("./imports.ts")).bench(),
  language: async () => (await import("./language.ts")).bench(),
  xliff: async () => (await import("./xliff.ts")).bench(),
}

const wanted = process.argv.slice(2).filter((each) => !each.startsWith("-"))
const unknown = wanted.filter((each) => !(each in benches))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}`)
  process.exit(2)
}
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) await benches[name]!()
