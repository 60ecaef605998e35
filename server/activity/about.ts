import { addressOf, type Place } from '@/domain/activity/address'
import type { ActivityTopic } from '@/domain/activity/activity'
import type { Actor } from '@/domain/permissions/policy'
import { db, sql, type Sql } from '../db'
import { aboutJoins } from '../notifications/seen'
import { visibleTo } from '../visible-to'

/** So much of a passage or a statement is shown. */
const EXCERPT = 160

/** What something was done to: what it is called, where one looks at it, and the document that a passage is in. */
export type About = {
  topic: ActivityTopic
  text: string
  href: string | null
  document: { id: string; title: string } | null
}

/** Of each thing that an id can belong to, the columns of its id and of what it is called. The first that is there is it. */
const ABOUT = [
  ['annotation', 'annotationId', 'exact'],
  ['finding', 'findingId', 'finding'],
  ['relation', 'relationId', 'statement'],
  ['claim', 'claimId', 'statement'],
  ['document', 'subjectDocumentId', 'subjectTitle'],
  ['source', 'sourceId', 'source'],
  ['attachment', 'attachmentId', 'attachment'],
  ['label', 'labelId', 'label'],
  ['phase', 'phaseId', 'phase'],
  ['project', 'projectId', 'project'],
  ['workspace', 'workspaceId', 'workspace'],
  ['person', 'personId', 'person'],
] as const satisfies readonly (readonly [ActivityTopic, string, string])[]

type Column = (typeof ABOUT)[number][1 | 2] | 'documentId' | 'title' | 'within'
type Row = { subject: string } & Record<Column, string | null>

/**
 * What these ids of events and audit rows are, or belong to, as far as the actor may see it: what is private, held, gone or
 * in the trash for them is left out. Ids are unique over all tables, so whatever has one is it. Everything in a thread, a
 * review or a finding is shown by the thing that it is about.
 */
export async function readAbout(actor: Actor, ids: readonly string[]): Promise<Map<string, About>> {
  const subject = sql`h.subject`
  const rows = await db.$queryRaw<Row[]>`
    SELECT h.subject, ${COLUMNS} FROM unnest(${[...new Set(ids)]}::uuid[]) h (subject) ${joins(actor, subject)}`
  return new Map(rows.flatMap((row) => [aboutOf(row)].flatMap((about) => (about ? [[row.subject, about]] : []))))
}

function aboutOf(row: Row): About | null {
  const found = ABOUT.find(([, id, called]) => row[id] !== null && row[called] !== null)
  if (!found) return null
  const [topic, id, called] = found
  const place: Place = { id: row[id] ?? '', projectId: row.within ?? '' }
  return {
    ...{ topic, text: shortened(row[called] ?? ''), href: addressOf(topic, place) },
    document: row.documentId === null ? null : { id: row.documentId, title: row.title ?? '' },
  }
}

const shortened = (text: string): string =>
  [...text].length > EXCERPT ? `${[...text].slice(0, EXCERPT).join('')}…` : text

const joins = (actor: Actor, subject: Sql): Sql => sql`
  LEFT JOIN "Comment" c ON c.id = ${subject} AND ${visibleTo.held(actor, 'c')}
  LEFT JOIN "Thread" t ON t.id = coalesce(c."threadId", ${subject})
  LEFT JOIN "Claim" kc ON kc.id = ${subject}
  LEFT JOIN "Occurrence" oc ON oc.id = ${subject} AND ${visibleTo.held(actor, 'oc')}
  LEFT JOIN "Round" ro ON ro.id = ${subject}
  LEFT JOIN "Verdict" ve ON ve.id = ${subject} AND ${visibleTo.held(actor, 've')}
  LEFT JOIN "Evidence" ev ON ev.id = ${subject}
  LEFT JOIN "Question" qu ON qu.id = ${subject}
  LEFT JOIN "Dissent" di ON di.id = ${subject}
  LEFT JOIN "Correction" co ON co.id = ${subject}
  LEFT JOIN "ClearedSpan" cs ON cs.id = ${subject} AND ${visibleTo.held(actor, 'cs')}
  LEFT JOIN "Document" sd ON sd.id = coalesce(cs."documentId", ${subject}) AND ${visibleTo.document(actor, 'sd')}
  LEFT JOIN "Source" so ON so.id = ${subject} AND ${visibleTo.members(actor, 'so')}
  LEFT JOIN "Attachment" at ON at.id = ${subject} AND ${visibleTo.members(actor, 'at')}
  LEFT JOIN "Label" la ON la.id = ${subject} AND ${visibleTo.members(actor, 'la')}
  LEFT JOIN "Seal" se ON se.id = ${subject} AND se.kind = 'phase' AND ${visibleTo.members(actor, 'se')}
  LEFT JOIN "Project" sp ON sp.id = ${subject} AND ${visibleTo.members(actor, 'sp')}
  LEFT JOIN "Workspace" sw ON sw.id = ${subject} AND sw.id = ANY(${[...actor.roles.keys()]}::uuid[])
  LEFT JOIN "User" us ON us.id = ${subject}
  ${aboutJoins(actor, {
    annotation: sql`coalesce(t."annotationId", co."annotationId", ${subject})`,
    claim: sql`coalesce(t."claimId", oc."claimId", ro."claimId", ve."claimId", ev."claimId", qu."claimId", kc.id)`,
    relation: sql`coalesce(t."relationId", ${subject})`,
    finding: sql`coalesce(t."findingId", di."findingId", ${subject})`,
  })}`

/** A finding and a relation are called by what they are about, and shown where that can be seen. */
const COLUMNS: Sql = sql`
  a.id AS "annotationId", left(a.exact, ${EXCERPT + 1}) AS exact, d.id AS "documentId", d.title,
  f.id AS "findingId", left(coalesce(cl.statement, fd.title), ${EXCERPT + 1}) AS finding,
  r.id AS "relationId", cl.id AS "claimId", left(cl.statement, ${EXCERPT + 1}) AS statement,
  sd.id AS "subjectDocumentId", sd.title AS "subjectTitle", so.id AS "sourceId", so.name AS source,
  at.id AS "attachmentId", at.name AS attachment, la.id AS "labelId", la.name AS label,
  se.id AS "phaseId", nullif(se.name, '') AS phase, sp.id AS "projectId", sp.name AS project,
  sw.id AS "workspaceId", sw.name AS workspace, us.id AS "personId", us.name AS person,
  coalesce(r."projectId", so."projectId", at."projectId", la."projectId", se."projectId") AS within`
