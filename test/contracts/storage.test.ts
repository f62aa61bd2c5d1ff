// What storage promises, on every engine alike.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { plain } from "../../src/content.ts"
import { openStorage, type Storage } from "../../server/storage/storage.ts"
import type { StoredFinding, StoredUnit, UnitRevision } from "../../server/storage/types.ts"
import { engines, type TestedEngine } from "../server/engines.ts"

const at = "2026-11-22T10:00:00.000Z"
const later = "2026-11-22T11:00:00.000Z"

for (const engine of engines) {
  describe.skipIf(engine.skip)(`${engine.name} storage${engine.skip ? ` (skipped: ${engine.skip})` : ""}`, () => {
    contract(engine)
  })
}

function contract(engine: TestedEngine) {
  let database: { url: string; drop(): Promise<void> }
  let storage: Storage

  beforeAll(async () => {
    database = await engine.fresh()
    storage = await openStorage(database.url)
    await storage.projects.insert({ id: "p1", name: "main", createdAt: at })
    await storage.policies.insert({
      id: "privacy",
      project: "p1",
      name: "Privacy",
      sourceLanguage: "en",
      revision: 1,
      createdAt: at,
      updatedAt: at,
    })
    await storage.bitexts.insert({ id: "en-tk", policy: "privacy", from: "en", to: "tk", isPrimary: true }, at)
  })
  afterAll(async () => {
    await storage.close()
    await database.drop()
  })

  it("may be opened by several at once, and twice in a row", async () => {
    const other = await engine.fresh()
    const all = await Promise.all([1, 2, 3].map(() => openStorage(other.url)))
    for (const each of all) await each.ping()
    for (const each of all) await each.close()
    const again = await openStorage(other.url)
    await again.ping()
    await again.close()
    await other.drop()
  })

  it("gives a unit back as it was put in, codes and all five scripts", async () => {
    const units = [
      unit("u1", { source: ["Read ", code("1", "open"), "this", code("1", "close"), "."], target: ["بۇنى ئوقۇڭ؟"] }),
      unit("u2", { source: ["Муну окуңуз ң ө ү"], target: null, notes: [{ text: "§ 3", category: "section" }] }),
      unit("u3", {
        source: ["Ýörelge ž ň ş ý ä"],
        target: ["Ə ə Ğ ğ İ ı 🌍"],
        flag: "outdated",
        previousSource: ["old"],
      }),
    ]
    await storage.units.insert(units)
    const back = await storage.units.byIds(["u1", "u2", "u3", "nobody"])
    expect([...back.values()].sort((a, b) => a.id.localeCompare(b.id))).toEqual(units)
    expect((await storage.units.ofBitext("en-tk")).map(({ id }) => id)).toEqual(["u1", "u2", "u3"])
  })

  it("saves only over the revision that was named", async () => {
    await storage.units.insert([unit("s1", { position: 10 })])
    const first = await storage.units.byId("s1")
    const saved = await storage.units.save({ ...first, target: ["Salam"], state: "translated" })
    expect(saved.revision).toBe(2)
    await expect(storage.units.save({ ...first, target: ["Elbetde"] })).rejects.toMatchObject({
      code: "unit/stale",
      data: { unit: "s1", base: 1, current: 2 },
    })
    await expect(storage.units.save({ ...first, id: "never" })).rejects.toMatchObject({ code: "unit/unknown" })
    expect(plain((await storage.units.byId("s1")).target ?? [])).toBe("Salam")
  })

  it("loses no update when twenty people save the same unit", async () => {
    await storage.units.insert([unit("busy", { position: 20 })])
    const save = async (mark: string): Promise<void> => {
      for (;;) {
        try {
          await storage.transaction(async (inside) => {
            const now = await inside.units.byId("busy")
            const next = await inside.units.save({ ...now, target: [plain(now.target ?? []) + mark] })
            await inside.history.append([revision("busy", next.revision)])
          })
          return
        } catch (error) {
          if ((error as { code?: string }).code !== "unit/stale") throw error
        }
      }
    }
    await Promise.all(Array.from({ length: 20 }, () => save(".")))
    const end = await storage.units.byId("busy")
    expect([end.revision, plain(end.target ?? [])]).toEqual([21, ".".repeat(20)])
    expect(await storage.history.of("busy")).toHaveLength(20)
  })

  it("saves thousands at once, or none of them", async () => {
    const many = Array.from({ length: 2_500 }, (_, n) => unit(`m${n}`, { position: 1_000 + n }))
    await storage.units.insert(many)
    const next = many.map((each) => ({ ...each, target: ["Hawa"], state: "translated" as const, revision: 2 }))
    await storage.units.saveMany(next, 1)
    expect((await storage.units.byId("m2499")).target).toEqual(["Hawa"])
    const moved = next.map((each) => ({ ...each, position: each.position + 5_000 }))
    await storage.units.saveMany(moved, 0)
    expect((await storage.units.byId("m7")).position).toBe(6_007)
    const [one, ...rest] = moved.map((each) => ({ ...each, revision: 3 }))
    const work = storage.transaction((inside) => inside.units.saveMany([...rest, { ...one!, revision: 9 }], 1))
    await expect(work).rejects.toMatchObject({ code: "unit/stale" })
    expect((await storage.units.byId("m2499")).revision).toBe(2)
  })

  it("rolls back everything when a transaction fails, and joins transactions within transactions", async () => {
    const work = storage.transaction(async (inside) => {
      await inside.units.insert([unit("gone", { position: 30 })])
      await inside.transaction((deeper) => deeper.history.append([revision("gone", 1)]))
      throw new Error("stop")
    })
    await expect(work).rejects.toThrow("stop")
    await expect(storage.units.byId("gone")).rejects.toMatchObject({ code: "unit/unknown" })
    expect(await storage.history.of("gone")).toEqual([])
  })

  it("counts units by state and by section", async () => {
    const counts = await storage.units.counts(["privacy"])
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe((await storage.units.ofBitext("en-tk")).length)
    expect(counts.every(({ bitext }) => bitext === "en-tk")).toBe(true)
    const sections = await storage.units.sectionCounts("en-tk")
    expect(sections.map(({ section }) => section)).toContain(0)
  })

  it("keeps history and audit append-only, whoever asks", async () => {
    await storage.units.insert([unit("h1", { position: 40 })])
    await storage.history.append([revision("h1", 1), revision("h1", 2)])
    await expect(storage.history.append([revision("h1", 2)])).rejects.toThrow()
    expect((await storage.history.of("h1")).map((each) => each.revision)).toEqual([2, 1])
    expect(await storage.history.one("h1", 3)).toBeNull()
    const entry = { id: "a1", at, actorId: null, actor: "besh", action: "test", subject: "h1", data: { n: 1 } }
    await storage.audit.append(entry)
    expect(await storage.audit.list(10)).toEqual([entry])
    for (const table of ["audit", "unit_revision", "document_revision", "bundle_unit"]) {
      await expect(vandal(database.url, table), table).rejects.toThrow(/append-only/)
    }
  })

  it("pages through findings in reading order without gaps", async () => {
    const findings = Array.from({ length: 25 }, (_, n) => finding(`f${n}`, { position: n % 5, start: n, end: n + 1 }))
    await storage.findings.insert(findings)
    const seen: string[] = []
    for (let after: StoredFinding | undefined; ;) {
      const page = await storage.findings.page({ policies: ["privacy"], status: "open" }, 7, after)
      seen.push(...page.map(({ id }) => id))
      after = page.at(-1)
      if (page.length < 7) break
    }
    expect(new Set(seen).size).toBe(25)
    expect(await storage.findings.kinds({ policies: ["privacy"], text: "ABOVE_" })).toEqual([])
    expect(await storage.findings.kinds({ policies: ["privacy"], text: "aBove" })).toEqual([
      { check: "mixed-language", kind: "mixed", count: 25 },
    ])
    expect(await storage.findings.openCounts(["privacy"])).toEqual([
      { policy: "privacy", language: "tk", severity: "error", count: 25 },
    ])
  })

  it("lets a finding be decided once per revision", async () => {
    const [first] = await storage.findings.ofUnits(["u1"])
    const decided = { ...first!, status: "ignored" as const, reason: "a name", revision: first!.revision + 1 }
    await storage.findings.saveMany([decided])
    expect(await storage.findings.byId(first!.id)).toEqual(decided)
    await expect(storage.findings.saveMany([decided])).rejects.toMatchObject({ code: "unit/stale" })
  })

  it("keeps documents with all their revisions, bytes as they came", async () => {
    const bytes = new TextEncoder().encode("\uFEFF# Ýörelge\r\n")
    const document = {
      id: "d1",
      policy: "privacy",
      language: "tk",
      name: "a.md",
      format: "markdown",
      revision: 1,
      updatedAt: at,
    }
    const reading = {
      name: "a.md",
      format: "markdown",
      encoding: "utf-8" as const,
      bom: true,
      text: "# Ýörelge\r\n",
      blocks: [],
      sections: [],
    }
    const first = { number: 1, name: "a.md", format: "markdown", bytes, reading, createdAt: at, createdBy: null }
    await storage.documents.addRevision(document, first)
    const second = {
      ...first,
      number: 2,
      bytes: new TextEncoder().encode("# X"),
      reading: { ...reading, bom: false, text: "# X" },
    }
    await storage.documents.addRevision(document, second)
    await expect(storage.documents.addRevision(document, second)).rejects.toMatchObject({ code: "alignment/stale" })
    const [now] = await storage.documents.ofPolicies(["privacy"])
    expect(now).toMatchObject({ revision: 2, name: "a.md" })
    const old = await storage.documents.revision("d1", 1)
    expect([Buffer.from(old.bytes).equals(bytes), old.reading]).toEqual([true, reading])
    expect((await storage.documents.current(now!)).reading.text).toBe("# X")
  })

  it("keeps concepts by project, the latest word of each", async () => {
    await storage.projects.insert({ id: "p2", name: "other", createdAt: at })
    const concept = (id: string, text: string) => ({
      id,
      domain: "d",
      definition: "",
      topics: [["cookies", 6] as const],
      languages: { ug: { terms: [{ text, status: "preferred" as const }], stems: ["كۇكى"] } },
    })
    await storage.concepts.put("p1", [concept("b", "ساقلانما"), concept("Z", "x"), concept("a", "y")], at, null)
    await storage.concepts.put("p2", [concept("a", "elsewhere")], at, null)
    await storage.concepts.put("p1", [concept("a", "🌍 'new'")], later, null)
    await storage.concepts.put("p1", [], later, null)
    const kept = [concept("Z", "x"), concept("a", "🌍 'new'"), concept("b", "ساقلانما")]
    expect(await storage.concepts.ofProject("p1")).toEqual(kept)
    expect(await storage.concepts.ofProject("p2")).toEqual([concept("a", "elsewhere")])
    expect(await storage.concepts.ofProject("nobody")).toEqual([])
    const many = Array.from({ length: 3_000 }, (_, n) => concept(`m${n}`, String(n)))
    await storage.concepts.put("p2", many, at, null)
    expect(await storage.concepts.ofProject("p2")).toHaveLength(3_001)
  })

  it("refuses a second change of the same alignment", async () => {
    expect(await storage.policies.advance("privacy", 1, later)).toBe(2)
    await expect(storage.policies.advance("privacy", 1, later)).rejects.toMatchObject({ code: "alignment/stale" })
    expect((await storage.policies.find("Privacy"))?.revision).toBe(2)
  })
}

/** Somebody with a database shell. */
async function vandal(url: string, table: string): Promise<void> {
  if (url.startsWith("sqlite:")) {
    const { default: Database } = await import("better-sqlite3")
    const database = new Database(url.slice("sqlite:".length))
    try {
      const columns = database.prepare(`pragma table_info(${table})`).all() as { name: string }[]
      database.prepare(`update ${table} set ${columns[0]!.name} = 'x'`).run()
      database.prepare(`delete from ${table}`).run()
      // A table without rows fires no trigger; ask for the triggers themselves.
      const triggers = database
        .prepare("select count(*) from sqlite_master where type = 'trigger' and tbl_name = ?")
        .pluck()
        .get(table)
      if (Number(triggers) >= 2) throw new Error(`${table} is append-only`)
    } finally {
      database.close()
    }
    return
  }
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`delete from ${table}`)
    const { rowCount } = await client.query("select 1 from pg_trigger where tgname = $1", [`${table}_keeps`])
    if (rowCount) throw new Error(`${table} is append-only`)
  } finally {
    await client.end()
  }
}

function code(id: string, kind: "open" | "close") {
  return { id, kind, type: "bold" as const, data: "**" }
}

function unit(id: string, changes: Partial<StoredUnit> = {}): StoredUnit {
  return {
    id,
    policy: "privacy",
    bitext: "en-tk",
    from: "en",
    to: "tk",
    position: Number(id.replace(/\D/g, "")) || 0,
    sourceBlock: `b${id}`,
    sourceSection: 0,
    targetBlocks: [],
    targetSection: null,
    kind: "paragraph",
    relation: null,
    confidence: 0,
    source: ["Hello"],
    target: null,
    previousSource: null,
    state: "initial",
    flag: null,
    origin: "document",
    words: 1,
    translatable: true,
    notes: [],
    revision: 1,
    createdAt: at,
    updatedAt: at,
    updatedBy: null,
    removedAt: null,
    ...changes,
  }
}

function revision(id: string, number: number): UnitRevision {
  return {
    unit: id,
    revision: number,
    source: ["Hello"],
    target: ["Salam"],
    state: "translated",
    flag: null,
    origin: "human",
    author: null,
    import: null,
    comment: "",
    createdAt: at,
  }
}

function finding(id: string, changes: Partial<StoredFinding> = {}): StoredFinding {
  return {
    id,
    unit: "u1",
    block: "u1",
    policy: "privacy",
    textLanguage: "tk",
    position: 0,
    check: "mixed-language",
    kind: "mixed",
    start: 0,
    end: 5,
    text: "Above",
    language: "en",
    severity: "error",
    confidence: 0.98,
    message: { key: "check.mixed-language", data: { text: "Above" } },
    fix: { start: 0, end: 5, text: "Ýokarda" },
    fingerprint: id,
    status: "open",
    reason: "",
    decidedBy: null,
    revision: 1,
    createdAt: at,
    updatedAt: at,
    ...changes,
  }
}
