// The house as it first stood.
import type { ColumnDataType, CreateTableBuilder, Kysely } from "kysely"
import type { Engine } from "../engine.ts"

type Columns = Readonly<Record<string, ColumnDataType>>

/** Tables whose rows nobody may change or remove, whatever the code says. */
const sealed = ["audit", "unit_revision", "bundle_unit", "document_revision"]

export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const table = tableMaker(db)

  await table("user", ["id"], {
    id: "text",
    email: "text",
    name: "text",
    password: "text?",
    locale: "text?",
    is_administrator: "integer",
    is_active: "integer",
    revision: "integer",
    created_at: "text",
  }).execute()
  await unique(db, "user", ["email"])

  await table("session", ["id"], {
    id: "text",
    user_id: "text",
    agent: "text",
    created_at: "text",
    seen_at: "text",
    expires_at: "text",
  })
    .addForeignKeyConstraint("session_user", ["user_id"], "user", ["id"])
    .execute()
  await index(db, "session", ["user_id"])
  await index(db, "session", ["expires_at"])

  await table("token", ["id"], {
    id: "text",
    purpose: "text",
    user_id: "text?",
    email: "text",
    name: "text",
    project_id: "text?",
    language: "text",
    role: "text",
    created_by: "text?",
    created_at: "text",
    expires_at: "text",
    used_at: "text?",
  }).execute()

  await table("project", ["id"], { id: "text", name: "text", created_at: "text" }).execute()
  await unique(db, "project", ["name"])

  await table("membership", ["user_id", "project_id", "language"], {
    user_id: "text",
    project_id: "text",
    language: "text",
    role: "text",
    created_at: "text",
  })
    .addForeignKeyConstraint("membership_user", ["user_id"], "user", ["id"])
    .addForeignKeyConstraint("membership_project", ["project_id"], "project", ["id"])
    .execute()

  await table("policy", ["id"], {
    id: "text",
    project_id: "text",
    name: "text",
    source_language: "text",
    revision: "integer",
    created_at: "text",
    updated_at: "text",
  })
    .addForeignKeyConstraint("policy_project", ["project_id"], "project", ["id"])
    .execute()
  await unique(db, "policy", ["project_id", "name"])

  await table("document", ["id"], {
    id: "text",
    policy_id: "text",
    language: "text",
    name: "text",
    format: "text",
    revision: "integer",
    updated_at: "text",
  })
    .addForeignKeyConstraint("document_policy", ["policy_id"], "policy", ["id"])
    .execute()
  await unique(db, "document", ["policy_id", "language"])

  await table("document_revision", ["document_id", "number"], {
    document_id: "text",
    number: "integer",
    name: "text",
    format: "text",
    bytes: engine.bytes as "bytea",
    digest: "text",
    reading: "text",
    created_at: "text",
    created_by: "text?",
  })
    .addForeignKeyConstraint("document_revision_document", ["document_id"], "document", ["id"])
    .execute()

  await table("section", ["document_id", "ordinal"], {
    document_id: "text",
    ordinal: "integer",
    heading: "text",
    level: "integer",
    topic: "text?",
    topic_confidence: "double precision",
    words: "integer",
  })
    .addForeignKeyConstraint("section_document", ["document_id"], "document", ["id"])
    .execute()

  await table("link", ["id"], {
    id: "text",
    policy_id: "text",
    level: "text",
    source_document: "text",
    target_document: "text",
    source: "text",
    target: "text",
    relation: "text",
    confidence: "double precision",
    status: "text",
    decided_by: "text?",
    revision: "integer",
    updated_at: "text",
  })
    .addForeignKeyConstraint("link_policy", ["policy_id"], "policy", ["id"])
    .execute()
  await index(db, "link", ["policy_id", "level"])

  await table("bitext", ["id"], {
    id: "text",
    policy_id: "text",
    source_language: "text",
    target_language: "text",
    is_primary: "integer",
    created_at: "text",
  })
    .addForeignKeyConstraint("bitext_policy", ["policy_id"], "policy", ["id"])
    .execute()
  await unique(db, "bitext", ["policy_id", "source_language", "target_language"])

  await table("unit", ["id"], {
    id: "text",
    policy_id: "text",
    bitext_id: "text",
    source_language: "text",
    target_language: "text",
    position: "integer",
    source_block: "text?",
    source_section: "integer?",
    target_blocks: "text",
    target_section: "integer?",
    kind: "text",
    relation: "text?",
    confidence: "double precision",
    source: "text",
    source_text: "text",
    target: "text?",
    target_text: "text?",
    previous_source: "text?",
    state: "text",
    flag: "text?",
    origin: "text",
    words: "integer",
    translatable: "integer",
    notes: "text",
    revision: "integer",
    created_at: "text",
    updated_at: "text",
    updated_by: "text?",
    removed_at: "text?",
  })
    .addForeignKeyConstraint("unit_bitext", ["bitext_id"], "bitext", ["id"])
    .execute()
  await index(db, "unit", ["bitext_id", "position"])
  await index(db, "unit", ["bitext_id", "source_section", "position"])
  await index(db, "unit", ["policy_id", "source_block"])
  await index(db, "unit", ["policy_id", "bitext_id", "removed_at", "state", "flag", "words"])

  await table("unit_revision", ["unit_id", "revision"], {
    unit_id: "text",
    revision: "integer",
    source: "text",
    target: "text?",
    state: "text",
    flag: "text?",
    origin: "text",
    author_id: "text?",
    import_id: "text?",
    comment: "text",
    created_at: "text",
  })
    .addForeignKeyConstraint("unit_revision_unit", ["unit_id"], "unit", ["id"])
    .execute()

  await table("suggestion", ["id"], {
    id: "text",
    unit_id: "text",
    target: "text",
    origin: "text",
    base_revision: "integer",
    author_id: "text?",
    import_id: "text?",
    created_at: "text",
    resolved_at: "text?",
  })
    .addForeignKeyConstraint("suggestion_unit", ["unit_id"], "unit", ["id"])
    .execute()
  await index(db, "suggestion", ["unit_id", "created_at"])

  await table("finding", ["id"], {
    id: "text",
    unit_id: "text",
    policy_id: "text",
    language: "text",
    position: "integer",
    check_id: "text",
    kind: "text",
    start_at: "integer",
    end_at: "integer",
    text: "text",
    found_language: "text?",
    severity: "text",
    confidence: "double precision",
    message: "text",
    fix: "text?",
    fingerprint: "text",
    status: "text",
    reason: "text",
    decided_by: "text?",
    revision: "integer",
    created_at: "text",
    updated_at: "text",
  })
    .addForeignKeyConstraint("finding_unit", ["unit_id"], "unit", ["id"])
    .execute()
  await index(db, "finding", ["unit_id"])
  await index(db, "finding", ["policy_id", "language", "position", "start_at", "id"])
  await index(db, "finding", ["policy_id", "status", "language", "severity"])

  await table("bundle", ["id"], {
    id: "text",
    project_id: "text",
    name: "text",
    version: "text",
    request: "text",
    units: "integer",
    words: "integer",
    bytes: engine.bytes as "bytea",
    digest: "text",
    created_at: "text",
    created_by: "text?",
  })
    .addForeignKeyConstraint("bundle_project", ["project_id"], "project", ["id"])
    .execute()
  await index(db, "bundle", ["project_id", "created_at"])

  await table("bundle_unit", ["bundle_id", "unit_id"], {
    bundle_id: "text",
    unit_id: "text",
    file: "text",
    source: "text",
    target: "text?",
    state: "text",
    flag: "text?",
    revision: "integer",
  })
    .addForeignKeyConstraint("bundle_unit_bundle", ["bundle_id"], "bundle", ["id"])
    .execute()

  await index(db, "bundle_unit", ["unit_id"])

  await table("import", ["id"], {
    id: "text",
    name: "text",
    digest: "text",
    status: "text",
    revision: "integer",
    created_at: "text",
    created_by: "text?",
    applied_at: "text?",
    undone_at: "text?",
  }).execute()
  await index(db, "import", ["digest"])
  await index(db, "import", ["created_at"])

  await table("import_file", ["import_id", "number"], {
    import_id: "text",
    number: "integer",
    path: "text",
    bundle_id: "text?",
    policy_id: "text?",
    source_language: "text",
    target_language: "text",
    accepted: "integer",
    problem: "text?",
    warnings: "text",
  })
    .addForeignKeyConstraint("import_file_import", ["import_id"], "import", ["id"])
    .execute()
  await index(db, "import_file", ["bundle_id"])

  await table("import_change", ["import_id", "number"], {
    import_id: "text",
    number: "integer",
    file: "integer",
    unit_id: "text",
    change: "text",
    code: "text",
    base: "text?",
    before: "text?",
    after: "text?",
    state_before: "text",
    state_after: "text",
    flag_after: "text?",
    revision: "integer",
    decision: "text",
    result: "text",
    result_code: "text",
    result_revision: "integer?",
  })
    .addForeignKeyConstraint("import_change_import", ["import_id"], "import", ["id"])
    .execute()

  await table("audit", ["id"], {
    id: "text",
    at: "text",
    actor_id: "text?",
    actor: "text",
    action: "text",
    subject: "text",
    data: "text",
  }).execute()
  await index(db, "audit", ["at", "id"])

  await table("setting", ["key"], { key: "text", value: "text", updated_at: "text" }).execute()
  await table("rate", ["key"], { key: "text", points: "integer", expires_at: "text" }).execute()

  for (const name of sealed) await engine.seal(db, name)
}

/** "text?" may be null, everything else may not. */
function tableMaker(db: Kysely<unknown>) {
  return (name: string, key: readonly string[], columns: Readonly<Record<string, string>>) => {
    let builder: CreateTableBuilder<string, string> = db.schema.createTable(name)
    for (const [column, type] of Object.entries(columns)) {
      const isNullable = type.endsWith("?")
      builder = builder.addColumn(column, type.replace("?", "") as Columns[string], (definition) =>
        isNullable ? definition : definition.notNull(),
      )
    }
    return builder.addPrimaryKeyConstraint(`${name}_key`, [...key])
  }
}

async function index(db: Kysely<unknown>, table: string, columns: readonly string[]): Promise<void> {
  await db.schema
    .createIndex(`${table}_by_${columns.join("_and_")}`.slice(0, 60))
    .on(table)
    .columns([...columns])
    .execute()
}

async function unique(db: Kysely<unknown>, table: string, columns: readonly string[]): Promise<void> {
  await db.schema
    .createIndex(`${table}_has_one_${columns.join("_and_")}`.slice(0, 60))
    .on(table)
    .columns([...columns])
    .unique()
    .execute()
}
