// A workbench for one test: an empty database on either engine, analysis inline, a clock that the test moves.
import { randomBytes } from "node:crypto"
import type { Actor, House } from "../../server/journeys/house.ts"
import { openStorage } from "../../server/storage/storage.ts"
import type { Role } from "../../server/storage/types.ts"
import { run } from "../../server/workers/run.ts"
import { engines, type TestedEngine } from "./engines.ts"

export interface TestHouse extends House {
  /** Moves the clock, in ms. */
  pass(time: number): void
  close(): Promise<void>
}

export async function openTestHouse(engine: TestedEngine = engines[0]!): Promise<TestHouse> {
  const database = await engine.fresh()
  const storage = await openStorage(database.url)
  let time = Date.parse("2026-11-22T10:00:00.000Z")
  return {
    storage,
    // Every look at the clock is a moment later, so that order in time is order of events.
    now: () => new Date((time += 1)),
    randomId: () => `t${randomBytes(9).toString("hex")}`,
    analyse: run,

    log: { info: () => {}, warn: () => {}, error: () => {} },
    sentence: async (_language, key, data) => `${key} ${JSON.stringify(data)}`,
    pass: (duration) => {
      time += duration
    },
    async close() {
      await storage.close()
      await database.drop()
    },
  }
}

/** Somebody with one role in a project. */
export function person(id: string, project: string, role: Role, language = ""): Actor {
  const memberships = role === "administrator" ? [] : [{ user: id, project, language, role }]
  return { id, name: id, isAdministrator: role === "administrator", memberships }
}

export function file(name: string, text: string, language?: string) {
  const bytes = new TextEncoder().encode(text)
  return language === undefined ? { name, bytes } : { name, bytes, language }
}

/** A policy in two languages, small enough to follow by eye. */
export const english = `---
title: Privacy policy
---

# Privacy policy

This policy explains what Saparnama does with your data.

## Data we collect

We collect your name, **e-mail address** and phone number.

We keep them for 30 days.

## Your rights

You can ask us to delete your data at any time.

## Contact

Write to [privacy@saparnama.example](mailto:privacy@saparnama.example).
`

export const turkmen = `---
title: Gizlinlik ýörelgesi
---

# Gizlinlik ýörelgesi

Bu ýörelge Saparnamanyň maglumatlaryňyz bilen näme edýändigini düşündirýär.

## Toplaýan maglumatlarymyz

Biz adyňyzy, **e-poçta salgyňyzy** we telefon belgiňizi toplaýarys.

Olary 30 günläp saklaýarys.

## Hukuklaryňyz

Islän wagtyňyz maglumatlaryňyzy pozmagymyzy sorap bilersiňiz.

## Habarlaşmak

[privacy@saparnama.example](mailto:privacy@saparnama.example) salgysyna ýazyň.
`
