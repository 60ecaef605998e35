import { z } from 'zod'
import { ACTIVITY_KINDS } from '@/domain/activity/words'
import { Id, Moment } from '@/domain/endpoint'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { db, empty, sql, type Sql } from '../db'
import { findDocument } from '../documents/find-document'
import { findProject } from '../projects/find-project'
import { about, aboutColumns } from './about'
import { presentActivity, type ActivityRow } from './present'
import { streamsOfDocument, streamsOfProject } from './streams'

const position = cursor(z.tuple([Moment, Id, z.enum(ACTIVITY_KINDS)]))

type Query = { cursor?: string | undefined; limit: number }

/** What happened in a project, its documents and its claims, newest first, as far as the actor can see them now. */
export async function listProjectActivity(actor: Actor, projectId: string, query: Query) {
  authorise(actor, 'project:read', await findProject(projectId), 'project')
  const made = sql`SELECT e.* FROM "Event" e JOIN "Project" p ON p."workspaceId" = e."streamId"
    WHERE p.id = ${projectId}::uuid AND e.kind = 'project.created' AND e.subject = ${projectId}::uuid`
  return list(actor, projectId, query, { streams: streamsOfProject(actor, projectId), besides: made })
}

/** What happened in a document and to the claims in it; how it came to be, changed and went is in its project's stream. */
export async function listDocumentActivity(actor: Actor, documentId: string, query: Query) {
  const document = await findDocument(documentId)
  authorise(actor, 'document:read', document, 'document')
  const { projectId } = document
  const told = sql`SELECT e.* FROM "Event" e WHERE e."streamId" = ${projectId}::uuid AND e.subject = ${documentId}::uuid`
  return list(actor, projectId, query, { streams: streamsOfDocument(actor, documentId), besides: told })
}

type Looked = { streams: Sql; besides: Sql }

/**
 * A page of it. Some events are in several of the streams, as one deed: the same moment, kind, subject and person. Of each
 * stream no more is read than could be shown.
 */
async function list(actor: Actor, projectId: string, { cursor: text, limit }: Query, { streams, besides }: Looked) {
  const last = position.read(text)
  const earlier = last
    ? sql`AND (e.at, e.subject, e.kind) < (${new Date(last[0])}, ${last[1]}::uuid, ${last[2]})`
    : empty
  const shown = sql`e.kind = ANY(${ACTIVITY_KINDS}) ${earlier}`
  const order = sql`e.at DESC, e.subject DESC, e.kind DESC LIMIT ${limit + 1}`
  const rows = await db.$queryRaw<ActivityRow[]>`
    WITH h AS MATERIALIZED (
      SELECT DISTINCT e.at, e.subject, e.kind, e."actorId"
      FROM (
        SELECT each.* FROM (${streams}) stream (id), LATERAL (
          SELECT e.* FROM "Event" e WHERE e."streamId" = stream.id AND ${shown} ORDER BY ${order}) each
        UNION ALL (SELECT e.* FROM (${besides}) e WHERE ${shown} ORDER BY ${order})
      ) e ORDER BY ${order}
    )
    SELECT h.*, u.name, ${aboutColumns} FROM h JOIN "User" u ON u.id = h."actorId" ${about(actor, sql`h.subject`)}
    ORDER BY h.at DESC, h.subject DESC, h.kind DESC`
  const cursorOf = ({ at, subject, kind }: ActivityRow) => position.write([at.toISOString(), subject, kind])
  return paged(rows, limit, (row) => presentActivity(row, projectId), cursorOf)
}
