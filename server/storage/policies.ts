// Projects, policies, their documents with every revision, and the sections the matrix shows.
import { createHash } from "node:crypto"
import type { Selectable } from "kysely"
import { Problem } from "../../src/errors.ts"
import type { Document } from "../../src/model/document.ts"
import { json, portions, type Context } from "./context.ts"
import type { DocumentTable, PolicyTable, ProjectTable, SectionTable } from "./schema.ts"
import type { DocumentRevision, Policy, Project, StoredDocument, StoredSection, Time } from "./types.ts"

export function projectRepository({ db }: Context) {
  return {
    async list(): Promise<Project[]> {
      return (await db.selectFrom("project").selectAll().orderBy("created_at").orderBy("id").execute()).map(project)
    },

    async find(reference: string): Promise<Project | null> {
      const rows = await db
        .selectFrom("project")
        .selectAll()
        .where((where) => where.or([where("id", "=", reference), where("name", "=", reference)]))
        .execute()
      const row = rows.find(({ id }) => id === reference) ?? rows[0]
      return row ? project(row) : null
    },

    /** Leaves a project of the same name alone. */
    async insert(each: Project): Promise<void> {
      await db
        .insertInto("project")
        .values({ id: each.id, name: each.name, created_at: each.createdAt })
        .onConflict((conflict) => conflict.column("name").doNothing())
        .execute()
    },
  }
}

export function policyRepository({ db }: Context) {
  return {
    async list(projects?: readonly string[]): Promise<Policy[]> {
      if (projects?.length === 0) return []
      let query = db.selectFrom("policy").selectAll()
      if (projects) query = query.where("project_id", "in", [...projects])
      const rows = await query.orderBy("name").orderBy("id").execute()
      return rows.map(policy)
    },

    /** By id, else by name. */
    async find(reference: string, projectId?: string): Promise<Policy | null> {
      let query = db
        .selectFrom("policy")
        .selectAll()
        .where((where) => where.or([where("id", "=", reference), where("name", "=", reference)]))
      if (projectId !== undefined) query = query.where("project_id", "=", projectId)
      const rows = await query.orderBy("created_at").execute()
      const row = rows.find(({ id }) => id === reference) ?? rows[0]
      return row ? policy(row) : null
    },

    /** @throws Problem "alignment/stale" when somebody made a policy of that name a moment ago */
    async insert(each: Policy): Promise<void> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("policy")
        .values({
          id: each.id,
          project_id: each.project,
          name: each.name,
          source_language: each.sourceLanguage,
          revision: each.revision,
          created_at: each.createdAt,
          updated_at: each.updatedAt,
        })
        .onConflict((conflict) => conflict.columns(["project_id", "name"]).doNothing())
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows !== 1n)
        throw new Problem("alignment/stale", { policy: each.name, base: 0, current: 1 })
    },

    /** One more revision of the alignment. @throws Problem "alignment/stale" */
    async advance(id: string, base: number, at: Time): Promise<number> {
      const { numUpdatedRows } = await db
        .updateTable("policy")
        .set({ revision: base + 1, updated_at: at })
        .where("id", "=", id)
        .where("revision", "=", base)
        .executeTakeFirst()
      if (numUpdatedRows === 1n) return base + 1
      const row = await db.selectFrom("policy").select("revision").where("id", "=", id).executeTakeFirst()
      throw new Problem("alignment/stale", { policy: id, base, current: row?.revision ?? 0 })
    },
  }
}

export function documentRepository({ db, engine }: Context) {
  return {
    async ofPolicies(policies: readonly string[]): Promise<StoredDocument[]> {
      if (policies.length === 0) return []
      const rows = await db
        .selectFrom("document")
        .selectAll()
        .where("policy_id", "in", [...policies])
        .orderBy("language")
        .execute()
      return rows.map(document)
    },

    /** Keeps the bytes as revision `number`; the document is made with its first. @throws Problem "alignment/stale" when it moved on */
    async addRevision(each: StoredDocument, revision: Omit<DocumentRevision, "document" | "digest">): Promise<void> {
      const { number, name, format } = revision
      if (number === 1) {
        await db
          .insertInto("document")
          .values({
            id: each.id,
            policy_id: each.policy,
            language: each.language,
            name,
            format,
            revision: 1,
            updated_at: revision.createdAt,
          })
          .execute()
      } else {
        const { numUpdatedRows } = await db
          .updateTable("document")
          .set({ name, format, revision: number, updated_at: revision.createdAt })
          .where("id", "=", each.id)
          .where("revision", "=", number - 1)
          .executeTakeFirst()
        if (numUpdatedRows !== 1n)
          throw new Problem("alignment/stale", { policy: each.policy, base: number - 1, current: 0 })
      }
      const { text: _text, ...reading } = revision.reading
      await db
        .insertInto("document_revision")
        .values({
          document_id: each.id,
          number,
          name,
          format,
          bytes: Buffer.from(revision.bytes),
          digest: digest(revision.bytes),
          reading: JSON.stringify(reading),
          created_at: revision.createdAt,
          created_by: revision.createdBy,
        })
        .execute()
    },

    /** The revision that counts, with its text. */
    async current(each: StoredDocument): Promise<DocumentRevision> {
      return this.revision(each.id, each.revision)
    },

    async revision(id: string, number: number): Promise<DocumentRevision> {
      const row = await db
        .selectFrom("document_revision")
        .selectAll()
        .where("document_id", "=", id)
        .where("number", "=", number)
        .executeTakeFirst()
      if (!row) throw new Problem("document/unknown", { document: id })
      const reading = json<Omit<Document, "text">>(row.reading)
      return {
        document: row.document_id,
        number: row.number,
        name: row.name,
        format: row.format,
        bytes: row.bytes,
        digest: row.digest,
        reading: { ...reading, text: new TextDecoder(reading.encoding).decode(row.bytes) },
        createdAt: row.created_at,
        createdBy: row.created_by,
      }
    },

    /** Digests of the current bytes by document id. */
    async digests(documents: readonly StoredDocument[]): Promise<Map<string, string>> {
      if (documents.length === 0) return new Map()
      const rows = await db
        .selectFrom("document_revision")
        .innerJoin("document", (join) =>
          join
            .onRef("document.id", "=", "document_revision.document_id")
            .onRef("document.revision", "=", "document_revision.number"),
        )
        .select(["document.id as id", "document_revision.digest as digest"])
        .where(
          "document.id",
          "in",
          documents.map(({ id }) => id),
        )
        .execute()
      return new Map(rows.map((row) => [row.id, row.digest]))
    },

    async sections(documents: readonly string[]): Promise<StoredSection[]> {
      if (documents.length === 0) return []
      const rows = await db
        .selectFrom("section")
        .selectAll()
        .where("document_id", "in", [...documents])
        .orderBy("document_id")
        .orderBy("ordinal")
        .execute()
      return rows.map(section)
    },

    async replaceSections(id: string, sections: readonly StoredSection[]): Promise<void> {
      await db.deleteFrom("section").where("document_id", "=", id).execute()
      const rows = sections.map((each) => ({
        document_id: id,
        ordinal: each.ordinal,
        heading: each.heading,
        level: each.level,
        topic: each.topic,
        topic_confidence: each.topicConfidence,
        words: each.words,
      }))
      for (const portion of portions(rows, engine)) await db.insertInto("section").values(portion).execute()
    },
  }
}

/** SHA-256, hexadecimal. */
export function digest(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex")
}

function project(row: Selectable<ProjectTable>): Project {
  return { id: row.id, name: row.name, createdAt: row.created_at }
}

function policy(row: Selectable<PolicyTable>): Policy {
  return {
    id: row.id,
    project: row.project_id,
    name: row.name,
    sourceLanguage: row.source_language,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function document(row: Selectable<DocumentTable>): StoredDocument {
  return {
    id: row.id,
    policy: row.policy_id,
    language: row.language,
    name: row.name,
    format: row.format,
    revision: row.revision,
    updatedAt: row.updated_at,
  }
}

function section(row: Selectable<SectionTable>): StoredSection {
  return {
    document: row.document_id,
    ordinal: row.ordinal,
    heading: row.heading,
    level: row.level,
    topic: row.topic,
    topicConfidence: row.topic_confidence,
    words: row.words,
  }
}
