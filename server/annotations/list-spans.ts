import { LRUCache } from 'lru-cache'
import type { AnnotationFilter } from '@/domain/annotations/endpoints'
import type { Spans } from '@/domain/annotations/spans'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { db, sql } from '../db'
import { findDocument } from '../documents/find-document'
import { matching } from './matching'
import { people, readSpans } from './read-spans'

/** What was read, and when: `moved` says how far the streams had come that tell of every change to it. */
type Known = { moved: string; spans: Spans }

/** In rows; each takes some two hundred bytes. */
const MOST_KNOWN = 300_000

/** All spans of a document as one person sees them. A refresh that finds nothing new then reads no annotation at all. */
const known = new LRUCache<string, Known>({
  maxSize: MOST_KNOWN,
  sizeCalculation: ({ spans }) => spans.ids.length + 1,
})

/**
 * Where the annotations of a document's newest version lie: all that the actor can see and the filter admits, in columns.
 * It reads one table only, since there may be ten thousand of them. Answers the same object while nothing changes.
 */
export async function listSpans(actor: Actor, documentId: string, filter: AnnotationFilter): Promise<Spans> {
  const newest = { where: { documentId }, orderBy: { number: 'desc' }, select: { id: true } } as const
  const [document, version, moved] = await Promise.all([
    findDocument(documentId),
    db.documentVersion.findFirst(newest),
    movedFor(actor, documentId), // before what it speaks for, so that this is never older than it says
  ])
  authorise(actor, 'document:read', document, 'document')
  if (!version) throw notFound('document')
  const read = () =>
    readSpans(actor, sql`${matching(actor, documentId, filter)} AND a."versionId" = ${version.id}::uuid`)
  if (Object.values(filter).some((part) => part !== undefined)) return { versionId: version.id, ...(await read()) }
  const key = `${actor.id} ${documentId} ${version.id}`
  const before = known.get(key)
  if (before?.moved === moved && same(before.spans.authorTable, await people(before.spans.authorTable)))
    return before.spans
  const spans = { versionId: version.id, ...(await read()) }
  known.set(key, { moved, spans })
  return spans
}

/**
 * How far the streams have come that tell of changes to the spans which someone sees in a document: its own, its
 * project's (labels), and for what is private or held the reader's.
 */
async function movedFor(actor: Actor, documentId: string): Promise<string> {
  const rows = await db.$queryRaw<{ id: string; seq: number }[]>`
    SELECT id::text, seq FROM "Stream"
    WHERE id IN (${documentId}::uuid, ${actor.id}::uuid, (SELECT "projectId" FROM "Document" WHERE id = ${documentId}::uuid))
    ORDER BY id`
  return rows.map(({ id, seq }) => `${id} ${seq}`).join()
}

const same = (before: Spans['authorTable'], now: Spans['authorTable']): boolean =>
  before.every(({ name }, at) => name === now[at]?.name)
