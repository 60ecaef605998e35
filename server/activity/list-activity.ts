import { z } from 'zod'
import type { Activity } from '@/domain/activity/activity'
import { ACTIVITY_KINDS, type ActivityKind } from '@/domain/activity/words'
import { Id, Moment } from '@/domain/endpoint'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { db, empty, sql, type Sql } from '../db'
import { findDocument } from '../documents/find-document'
import { findProject } from '../projects/find-project'
import { readAbout } from './about'
import { streamsOfDocument, streamsOfProject } from './streams'

const position = cursor(z.tuple([Moment, Id, z.enum(ACTIVITY_KINDS)]))

type Query = { cursor?: string | undefined; limit: number }

/** What happened in a project, its documents and its claims, newest first, as far as the actor can see them now. */
export async function listProjectActivity(actor: Actor, projectId: string, query: Query) {
  authorise(actor, 'project:read', await findProject(projectId), 'project')
  const made = sql`SELECT e.* FROM "Event" e JOIN "Project" p ON p."workspaceId" = e."streamId"
    WHERE p.id = ${projectId}::uuid AND e.kind = 'project.created' AND e.subject = ${projectId}::uuid`
  return list(actor, query, { streams: streamsOfProject(actor, projectId), besides: made })
}

/** What happened in a document and to the claims in it; how it came to be, changed and went is in its project's stream. */
export async function listDocumentActivity(actor: Actor, documentId: string, query: Query) {
  const document = await findDocument(documentId)
  authorise(actor, 'document:read', document, 'document')
  const told = sql`SELECT e.* FROM "Event" e WHERE e."streamId" = ${document.projectId}::uuid AND e.subject = ${documentId}::uuid`
  return list(actor, query, { streams: streamsOfDocument(actor, documentId), besides: told })
}

type Looked = { streams: Sql; besides: Sql }
type Row = { at: Date; subject: string; kind: ActivityKind; actorId: string; name: string }

/**
 * A page of it. Some events are in several of the streams, as one deed: the same moment, kind, subject and person. Of each
 * stream no more is read than could be shown.
 */
async function list(actor: Actor, { cursor: text, limit }: Query, { streams, besides }: Looked) {
  const last = position.read(text)
  const earlier = last
    ? sql`AND (e.at, e.subject, e.kind) < (${new Date(last[0])}, ${last[1]}::uuid, ${last[2]})`
    : empty
  const shown = sql`e.kind = ANY(${ACTIVITY_KINDS}) ${earlier}`
  const order = sql`e.at DESC, e.subject DESC, e.kind DESC LIMIT ${limit + 1}`
  const rows = await db.$queryRaw<Row[]>`
    SELECT DISTINCT e.at, e.subject, e.kind, e."actorId", u.name
    FROM (
      SELECT each.* FROM (${streams}) stream (id), LATERAL (
        SELECT e.* FROM "Event" e WHERE e."streamId" = stream.id AND ${shown} ORDER BY ${order}) each
      UNION ALL (SELECT e.* FROM (${besides}) e WHERE ${shown} ORDER BY ${order})
    ) e JOIN "User" u ON u.id = e."actorId" ORDER BY ${order}`
  const about = await readAbout(actor, rows.map(({ subject }) => subject)) // prettier-ignore
  const present = ({ at, kind, subject, actorId, name }: Row): Activity => {
    const it = about.get(subject) ?? null
    return {
      ...{ at: at.toISOString(), kind, by: { id: actorId, name }, document: it?.document ?? null },
      about: it && { topic: it.topic, text: it.text, href: it.href },
    }
  }
  return paged(rows, limit, present, ({ at, subject, kind }) => position.write([at.toISOString(), subject, kind]))
}
