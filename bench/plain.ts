import pg from 'pg'
import { v7 } from 'uuid'
import type { AnnotationDraft } from '@/domain/annotations/annotation'
import type { World } from './world'

/** As many connections as the server keeps (DATABASE_POOL). */
const CONNECTIONS = 20

const ANNOTATION = `"Annotation" (id, "workspaceId", "projectId", "documentId", "versionId", start, "end", exact, prefix,
  suffix, "labelId", tags, visibility, "authorId")`
const AUDIT = `"AuditEntry" (id, "actorId", "workspaceId", action, subject, address)`
const EVENT = `"Event" ("streamId", seq, kind, subject, "actorId")`

/** The stream's next number, which locks its row until the end of the transaction. */
const LOCK = `INSERT INTO "Stream" AS s (id, kind, seq) VALUES ($1, 'document', 1)
  ON CONFLICT (id) DO UPDATE SET seq = s.seq + 1, "movedAt" = now() RETURNING seq`

const ROW = `INSERT INTO ${ANNOTATION} VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '{}', 'team', $12)`

/** The same in one statement, and so in one trip to the database: as fast as it can be done at all. */
const ALL = `WITH row AS (${ROW} RETURNING id), moved AS (
    INSERT INTO "Stream" AS s (id, kind, seq) SELECT $4, 'document', 1 FROM row
    ON CONFLICT (id) DO UPDATE SET seq = s.seq + 1, "movedAt" = now() RETURNING seq
  ), audited AS (
    INSERT INTO ${AUDIT} SELECT $13, $12, $2, 'annotation.created', $1, '127.0.0.1' FROM moved
  )
  INSERT INTO ${EVENT} SELECT $4, seq, 'annotation.created', $1, $12 FROM moved`

export type Writing = { documentId: string; authorId: string; draft: AnnotationDraft }

/**
 * What writing an annotation costs without an application: the same rows by plain `pg` with prepared statements.
 * `statements` is the transaction as one writes it (lock, row, event, audit, each a statement), `statement` the same in one.
 */
export function plainWriter(databaseUrl: string, { workspaceId, projectId }: World) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS })
  const valuesOf = ({ documentId, authorId, draft }: Writing) => {
    const { id, versionId, start, end, exact, labelId } = draft
    const context = exact.slice(0, 32)
    return [id, workspaceId, projectId, documentId, versionId, start, end, exact, context, context, labelId, authorId]
  }
  return {
    close: () => pool.end(),
    statement: async (writing: Writing) => {
      await pool.query({ name: 'all', text: ALL, values: [...valuesOf(writing), v7()] })
    },
    statements: async (writing: Writing) => {
      const { documentId, authorId, draft } = writing
      const client = await pool.connect()
      const run = (name: string, text: string, values: unknown[]) =>
        client.query<{ seq: number }>({ name, text, values })
      try {
        await client.query('BEGIN')
        const { rows } = await run('lock', LOCK, [documentId])
        await run('row', `${ROW}`, valuesOf(writing))
        await run('event', `INSERT INTO ${EVENT} VALUES ($1, $2, 'annotation.created', $3, $4)`, [
          ...[documentId, rows[0]?.seq, draft.id, authorId],
        ])
        await run('audit', `INSERT INTO ${AUDIT} VALUES ($1, $2, $3, 'annotation.created', $4, '127.0.0.1')`, [
          ...[v7(), authorId, workspaceId, draft.id],
        ])
        await client.query('COMMIT')
      } finally {
        client.release()
      }
    },
  }
}

/** What reading costs without an application: the same rows, in the same order, by plain `pg`. */
export function plainReader(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS })
  const rows = (name: string, text: string) => async (documentId: string) => {
    await pool.query({ name, text, values: [documentId] })
  }
  const where = `a."documentId" = $1 AND a."deletedAt" IS NULL AND a.visibility = 'team' ORDER BY a.start, a."end", a.id`
  return {
    close: () => pool.end(),
    spans: rows(
      'spans',
      `SELECT a.id, a.start, a."end", a."labelId", a."authorId", a.comments FROM "Annotation" a WHERE ${where}`,
    ),
    list: rows(
      'list',
      `SELECT a.*, u.name, t.status, t.reason FROM "Annotation" a JOIN "User" u ON u.id = a."authorId"
       LEFT JOIN "Thread" t ON t.id = a.id WHERE ${where} LIMIT 51`,
    ),
  }
}
