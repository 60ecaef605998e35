import { z } from 'zod'
import type { Annotation } from '@/domain/annotations/annotation'
import type { AnnotationFilter } from '@/domain/annotations/endpoints'
import { Id, Moment } from '@/domain/endpoint'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { empty, sql, type Sql } from '../db'
import { findDocument } from '../documents/find-document'
import { among, matching } from './matching'
import { presentAnnotation, readAnnotations, type AnnotationRow } from './present'

export type AnnotationQuery = AnnotationFilter & {
  cursor?: string | undefined
  limit: number
  sort: 'position' | 'activity'
  ids?: string[] | undefined
}

/** An order: its sort keys in the cursor, in the condition for the next page, and in SQL. An index stands behind each. */
type Order = { by: Sql; after: (text: string | undefined) => Sql; cursorOf: (row: AnnotationRow) => string }

const position = cursor(z.tuple([z.int32(), z.int32(), Id]))
const activity = cursor(z.tuple([Moment, Id]))

const ORDERS: Readonly<Record<AnnotationQuery['sort'], Order>> = {
  position: {
    by: sql`a.start, a."end", a.id`,
    after: (text) => {
      const last = position.read(text)
      return last ? sql`AND (a.start, a."end", a.id) > (${last[0]}, ${last[1]}, ${last[2]}::uuid)` : empty
    },
    cursorOf: ({ start, end, id }) => position.write([start, end, id]),
  },
  activity: {
    by: sql`a."activeAt" DESC, a.id DESC`,
    after: (text) => {
      const last = activity.read(text)
      return last ? sql`AND (a."activeAt", a.id) < (${new Date(last[0])}, ${last[1]}::uuid)` : empty
    },
    cursorOf: ({ activeAt, id }) => activity.write([activeAt.toISOString(), id]),
  },
}

/**
 * The annotations of a document that the actor can see, by position or the latest activity first, each with its thread's
 * state and first comment. Those named by `ids` come on one page.
 */
export async function listAnnotations(
  actor: Actor,
  documentId: string,
  query: AnnotationQuery,
): Promise<{ items: Annotation[]; next: string | null }> {
  authorise(actor, 'document:read', await findDocument(documentId), 'document')
  const { by, after, cursorOf } = ORDERS[query.sort]
  const limit = Math.max(query.limit, query.ids?.length ?? 0)
  const rows = await readAnnotations(
    actor,
    sql`SELECT * FROM "Annotation" a WHERE ${matching(actor, documentId, query)} ${among(query.ids)} ${after(query.cursor)}
      ORDER BY ${by} LIMIT ${limit + 1}`,
    by,
  )
  return paged(rows, limit, presentAnnotation, cursorOf)
}
