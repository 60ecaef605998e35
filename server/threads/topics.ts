import { sql, type Sql } from '../db'
import type { StreamRef } from '../stream'
import type { TopicKind } from '../seals/seal-for'

/** What a thread moves at the thing that it is about. */
export type Moved = { at: Date; comments?: 1 | -1; resolved?: boolean }

type Kept = {
  table: Sql
  /** The column of a "Thread" that points to it. */
  column: Sql
  /** Rows `it` of the table, with the "Document" `d` where there is one; below, its facts in terms of these. */
  rows: Sql
  /** Whose stream tells of what is said about it. */
  stream: { kind: StreamRef['kind']; id: Sql }
  documentId: Sql
  private: Sql
  held: Sql
  trashed: Sql
  deleted: Sql
  closed: Sql
  /** What is copied there of the thread; null where nothing is. */
  copies: ((moved: Moved) => Sql) | null
}

const no = sql`false`
const PLAIN = { documentId: sql`NULL::uuid`, private: no, held: no, trashed: no, deleted: no, closed: no, copies: null }

const project = { kind: 'project', id: sql`it."projectId"` } as const
const inTrash = sql`(d."trashedAt" IS NOT NULL)`
const activeAt = (at: Date): Sql => sql`"activeAt" = GREATEST(it."activeAt", ${at})`

/** A claim is judged, and not in the open: then nothing is said about it until the reveal. */
const underReview = sql`(it.state = 'reviewing' AND NOT EXISTS (
  SELECT FROM "Round" r WHERE r."claimId" = it.id AND r.state = 'open' AND r."sealId" IS NULL))`

/** All that threads can be about, and how each is kept. */
export const TOPICS: Readonly<Record<TopicKind, Kept>> = {
  annotation: {
    ...PLAIN,
    table: sql`"Annotation"`,
    column: sql`"annotationId"`,
    rows: sql`"Annotation" it JOIN "Document" d ON d.id = it."documentId"`,
    stream: { kind: 'document', id: sql`it."documentId"` },
    documentId: sql`it."documentId"`,
    private: sql`(it.visibility = 'private')`,
    held: sql`it.held`,
    trashed: inTrash,
    deleted: sql`(it."deletedAt" IS NOT NULL)`,
    copies: ({ at, comments, resolved }) => sql`${activeAt(at)}, comments = it.comments + ${comments ?? 0}::int,
      resolved = COALESCE(${resolved ?? null}::boolean, it.resolved)`,
  },
  claim: {
    ...PLAIN,
    table: sql`"Claim"`,
    column: sql`"claimId"`,
    rows: sql`"Claim" it`,
    stream: { kind: 'claim', id: sql`it.id` },
    held: sql`it.held`,
    deleted: sql`(it."deletedAt" IS NOT NULL)`,
    closed: underReview,
    copies: ({ at }) => activeAt(at),
  },
  relation: {
    ...PLAIN,
    table: sql`"ClaimRelation"`,
    column: sql`"relationId"`,
    rows: sql`"ClaimRelation" it`,
    stream: project,
    held: sql`it.held`,
    deleted: sql`(it."removedAt" IS NOT NULL)`,
  },
  finding: {
    ...PLAIN,
    table: sql`"Finding"`,
    column: sql`"findingId"`,
    rows: sql`"Finding" it LEFT JOIN "Document" d ON d.id = it."documentId"`,
    stream: project,
    documentId: sql`it."documentId"`,
    trashed: inTrash,
  },
}

/** The kinds in the order in which they are looked for: what is asked for most comes first. */
export const TOPIC_KINDS = Object.keys(TOPICS) as TopicKind[]
