import type { Actor } from '@/domain/permissions/policy'
import { seenAnnotation, seenClaim } from '../claims/seen'
import { sql, type Sql } from '../db'
import { visibleTo } from '../visible-to'

type Kinds = 'annotation' | 'claim' | 'relation' | 'finding'

/**
 * What something leads to, joined as far as the actor may see it: an annotation `a` with its document `d`, a relation `r`,
 * a finding `f` about a document `fd`, the claim `cl` that any of these is about, and the project `p`. `ids` are their ids
 * in the query around it, null where it is no such thing.
 */
export const aboutJoins = (actor: Actor, ids: Readonly<Record<Kinds, Sql>>): Sql => sql`
  LEFT JOIN ("Annotation" a JOIN "Document" d ON d.id = a."documentId")
    ON a.id = ${ids.annotation} AND ${seenAnnotation(actor)} AND ${visibleTo.document(actor, 'd')}
  LEFT JOIN "ClaimRelation" r ON r.id = ${ids.relation} AND r."removedAt" IS NULL AND ${visibleTo.claim(actor, 'r')}
  LEFT JOIN "Finding" f ON f.id = ${ids.finding} AND ${visibleTo.members(actor, 'f')}
  LEFT JOIN "Document" fd ON fd.id = f."documentId" AND ${visibleTo.document(actor, 'fd')}
  LEFT JOIN "Claim" cl ON cl.id = coalesce(${ids.claim}, r."fromId", f."claimId") AND ${seenClaim(actor, 'cl')}
  LEFT JOIN "Project" p ON p.id = coalesce(a."projectId", cl."projectId", f."projectId")`

/** Whether the actor may see it. */
export const aboutSeen: Sql = sql`(a.id IS NOT NULL OR cl.id IS NOT NULL OR fd.id IS NOT NULL)`

/** By what it is called. */
export const aboutTitle: Sql = sql`coalesce(d.title, cl.statement, fd.title)`

const ofNotice = (kind: Kinds): Sql => sql`CASE n.topic::text WHEN ${kind} THEN n."topicId" END`

/**
 * The notifications `n` of an actor that they may read now, with what each is about: what stands behind FROM. It is the
 * policy that decides, each time anew, by what the notice leads to and by the comment that it is about; the list, the
 * count and what is mailed all read it.
 */
export const seenNotices = (actor: Actor): Sql => sql`"Notification" n
  JOIN "User" u ON u.id = n."actorId"
  LEFT JOIN "Comment" c ON n.kind IN ('mentioned', 'replied') AND c.id = n.subject AND c."deletedAt" IS NULL AND ${visibleTo.held(actor, 'c')}
  ${aboutJoins(actor, { annotation: ofNotice('annotation'), claim: ofNotice('claim'), relation: ofNotice('relation'), finding: ofNotice('finding') })}
  LEFT JOIN "Workspace" w ON n.topic = 'workspace' AND w.id = n."topicId"
  WHERE n."userId" = ${actor.id}::uuid AND ${visibleTo.members(actor, 'n')}
    AND (n.kind NOT IN ('mentioned', 'replied') OR c.id IS NOT NULL) AND (w.id IS NOT NULL OR ${aboutSeen})`
