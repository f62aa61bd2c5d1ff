// The termbases of projects: concepts with their terms in every language.
import type { Selectable } from "kysely"
import type { Concept } from "../../src/terms/concept.ts"
import { json, portions, type Context } from "./context.ts"
import type { ConceptTable } from "./schema.ts"
import type { Time } from "./types.ts"

export function conceptRepository({ db, engine }: Context) {
  return {
    /** In order of their ids, whatever the engine takes for order. */
    async ofProject(project: string): Promise<Concept[]> {
      const rows = await db.selectFrom("concept").selectAll().where("project_id", "=", project).execute()
      return rows.map(concept).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    },

    /** Puts concepts in, in place of those of the same ids. */
    async put(project: string, concepts: readonly Concept[], at: Time, by: string | null): Promise<void> {
      const rows = concepts.map(({ id, domain, definition, topics, languages }) => ({
        project_id: project,
        id,
        domain,
        definition,
        topics: JSON.stringify(topics),
        languages: JSON.stringify(languages),
        updated_at: at,
        updated_by: by,
      }))
      for (const portion of portions(rows, engine))
        await db
          .insertInto("concept")
          .values(portion)
          .onConflict((conflict) =>
            conflict.columns(["project_id", "id"]).doUpdateSet(({ ref }) => ({
              domain: ref("excluded.domain"),
              definition: ref("excluded.definition"),
              topics: ref("excluded.topics"),
              languages: ref("excluded.languages"),
              updated_at: at,
              updated_by: by,
            })),
          )
          .execute()
    },
  }
}

function concept(row: Selectable<ConceptTable>): Concept {
  const { id, domain, definition } = row
  return { id, domain, definition, topics: json(row.topics), languages: json(row.languages) }
}
