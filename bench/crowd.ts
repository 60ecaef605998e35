import pg from 'pg'
import { MANY_OTHERS, type World } from './world'

const NAME = 'assay_crowded'

const PROJECT = `INSERT INTO "Project" (id, "workspaceId", name, "createdById") VALUES ($1, $2, 'Others', $3)`

const LABELS = `INSERT INTO "Label" (id, "workspaceId", "projectId", name, color, position)
  SELECT uuidv7(), $2, $1, 'Label ' || n, 'teal', n FROM generate_series(1, 5) n`

const DOCUMENTS = `INSERT INTO "Document" (id, "workspaceId", "projectId", title, "createdById")
  SELECT uuidv7(), $2, $1, 'Report ' || n, $3 FROM generate_series(1, $4::int) n`

const VERSIONS = `INSERT INTO "DocumentVersion" (id, "workspaceId", "documentId", number, json, text, characters, sha256,
    format, encoding, "createdById")
  SELECT uuidv7(), d."workspaceId", d.id, 1, v.json, v.text, v.characters, v.sha256, v.format, v.encoding, $3
  FROM "Document" d, "DocumentVersion" v WHERE d."projectId" = $1 AND v.id = $2`

/** As many on each document, all over its text, a fifth of each label. */
const ANNOTATIONS = `WITH passage AS MATERIALIZED (
    SELECT n, n * 4 AS start, substr(text, n * 4 + 1, 60) AS exact, substr(text, n * 4 - 31, 32) AS prefix,
      substr(text, n * 4 + 61, 32) AS suffix
    FROM generate_series(9, 8 + $3::int) n, "DocumentVersion" WHERE id = $4
  ) INSERT INTO "Annotation" (id, "workspaceId", "projectId", "documentId", "versionId", start, "end", exact,
    prefix, suffix, "labelId", tags, visibility, "authorId")
  SELECT uuidv7(), v."workspaceId", $1, v."documentId", v.id, start, start + 60, exact, prefix, suffix,
    labels.ids[1 + n % 5], '{}', 'team', $2
  FROM passage
  CROSS JOIN "DocumentVersion" v JOIN "Document" d ON d.id = v."documentId" AND d."projectId" = $1
  CROSS JOIN (SELECT array_agg(id) AS ids FROM "Label" WHERE "projectId" = $1) labels`

/** What writing them would have left besides: their events and audit rows. */
const STREAMS = `INSERT INTO "Stream" (id, kind, seq)
  SELECT "documentId", 'document', count(*) FROM "Annotation" WHERE "projectId" = $1 GROUP BY "documentId"`
const EVENTS = `INSERT INTO "Event" ("streamId", seq, kind, subject, "actorId")
  SELECT "documentId", row_number() OVER (PARTITION BY "documentId" ORDER BY id), 'annotation.created', id, "authorId"
  FROM "Annotation" WHERE "projectId" = $1`
const AUDIT = `INSERT INTO "AuditEntry" (id, "actorId", "workspaceId", action, subject, address)
  SELECT uuidv7(), "authorId", "workspaceId", 'annotation.created', id, '127.0.0.1' FROM "Annotation" WHERE "projectId" = $1`

/**
 * Makes a copy of the database that holds a million annotations more, in the documents of another project of the same
 * workspace. Nothing else may be connected to the database meanwhile. Answers the copy's address.
 */
export async function makeCrowd(databaseUrl: string, { workspaceId, people, many }: World): Promise<string> {
  const at = (name: string) => Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href
  const original = new URL(databaseUrl).pathname.slice(1)
  await asking(at('postgres'), (run) => run(`CREATE DATABASE ${NAME} TEMPLATE ${pg.escapeIdentifier(original)}`))
  await asking(at(NAME), async (run) => {
    const [projectId, author] = [await run('SELECT uuidv7() AS id'), people[0]?.id]
    await run(PROJECT, [projectId, workspaceId, author])
    await run(LABELS, [projectId, workspaceId])
    await run(DOCUMENTS, [projectId, workspaceId, author, MANY_OTHERS.documents])
    await run(VERSIONS, [projectId, many[0]?.versionId, author])
    await run(ANNOTATIONS, [projectId, author, MANY_OTHERS.annotations, many[0]?.versionId])
    for (const left of [STREAMS, EVENTS, AUDIT]) await run(left, [projectId])
    await run('VACUUM ANALYZE')
  })
  return at(NAME)
}

type Run = (text: string, values?: unknown[]) => Promise<string | undefined>

/** `run` answers the id in the first row, if there is one. */
async function asking(url: string, work: (run: Run) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const run: Run = async (text, values) => (await client.query<{ id: string }>(text, values)).rows[0]?.id
  await work(run).finally(() => client.end())
}
