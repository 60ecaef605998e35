import type { Actor } from '@/domain/permissions/policy'
import { sql, type Sql } from '../db'
import { aboutJoins } from '../notifications/seen'
import { visibleTo } from '../visible-to'

/**
 * What an event's subject is, or what it belongs to, joined as far as the actor may see it. Ids are unique over all tables,
 * so that whatever has this one is it. Everything but comments and verdicts is shown by the thing that it is about.
 */
export const about = (actor: Actor, subject: Sql): Sql => sql`
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
  ${aboutJoins(actor, {
    annotation: sql`coalesce(t."annotationId", co."annotationId", ${subject})`,
    claim: sql`coalesce(t."claimId", oc."claimId", ro."claimId", ve."claimId", ev."claimId", qu."claimId", kc.id)`,
    relation: sql`coalesce(t."relationId", ${subject})`,
    finding: sql`coalesce(t."findingId", di."findingId", ${subject})`,
  })}`

/** So much of a passage or a statement is shown. */
const EXCERPT = 160

/** Of each of these its id and what it is called. A finding and a relation are called by their claim. */
export const aboutColumns: Sql = sql`
  a.id AS "annotationId", left(a.exact, ${EXCERPT}) AS exact, d.id AS "documentId", d.title,
  f.id AS "findingId", fd.title AS "findingTitle", r.id AS "relationId", cl.id AS "claimId", left(cl.statement, ${EXCERPT}) AS statement,
  sd.id AS "subjectDocumentId", sd.title AS "subjectTitle", so.id AS "sourceId", so.name AS source,
  at.id AS "attachmentId", at.name AS attachment, la.id AS "labelId", la.name AS label,
  se.id AS "phaseId", se.name AS phase, sp.id AS "projectId", sp.name AS project`
