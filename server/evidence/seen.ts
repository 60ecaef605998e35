import type { Actor } from '@/domain/permissions/policy'
import { seenAnnotation, seenClaim } from '../claims/seen'
import { sql, type Sql } from '../db'
import { visibleTo } from '../visible-to'

/*
 * What of evidence an actor can see: lists, counts and files share it, so that they always agree.
 */

/**
 * Evidence `e` of claims `c` that the actor can see; of a passage with its annotation `a` and document `d`, if these are
 * theirs to see too. What stands behind FROM.
 */
export const seenEvidence = (actor: Actor): Sql => sql`"Evidence" e
  LEFT JOIN ("Annotation" a JOIN "Document" d ON d.id = a."documentId") ON a.id = e."annotationId"
  JOIN "Claim" c ON c.id = e."claimId" AND e."removedAt" IS NULL AND ${seenClaim(actor, 'c')}
    AND (e."annotationId" IS NULL OR ${seenAnnotation(actor)} AND ${visibleTo.document(actor, 'd')})`

/** Whether attachment `t` is the actor's to see: their own, or one that is evidence which they can see. */
export const seenAttachment = (actor: Actor): Sql => sql`(
  ${visibleTo.members(actor, 't')} AND (t."authorId" = ${actor.id}::uuid
    OR EXISTS (SELECT FROM ${seenEvidence(actor)} WHERE e."attachmentId" = t.id)))`

/** How each person appraises a piece of evidence: of their appraisals the newest that the actor can see. */
export const newestAppraisals = (actor: Actor, evidenceId: Sql): Sql => sql`(
  SELECT DISTINCT ON (n."raterId") n.* FROM "Appraisal" n
  WHERE n."evidenceId" = ${evidenceId} AND ${visibleTo.held(actor, 'n', 'raterId')}
  ORDER BY n."raterId", n."createdAt" DESC, n.id DESC)`

/** How each person grades a source: the same. One that was taken back is there, with no grade. */
export const newestGrades = (actor: Actor, sourceId: Sql): Sql => sql`(
  SELECT DISTINCT ON (n."raterId") n.* FROM "SourceGrade" n
  WHERE n."sourceId" = ${sourceId} AND ${visibleTo.held(actor, 'n', 'raterId')}
  ORDER BY n."raterId", n."createdAt" DESC, n.id DESC)`
