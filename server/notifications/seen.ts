import type { Actor } from '@/domain/permissions/policy'
import { seenAnnotation, seenClaim } from '../claims/seen'
import { sql, type Sql } from '../db'
import { visibleTo } from '../visible-to'

/**
 * The notifications `n` of an actor that they may read now, with what each is about: what stands behind FROM. It is the
 * policy that decides, each time anew, by what the notice leads to and by the comment that it is about; the list, the
 * count and what is mailed all read it.
 */
export const seenNotices = (actor: Actor): Sql => sql`"Notification" n
  JOIN "User" u ON u.id = n."actorId"
  LEFT JOIN "Comment" c ON n.kind IN ('mentioned', 'replied') AND c.id = n.subject AND c."deletedAt" IS NULL AND ${visibleTo.held(actor, 'c')}
  LEFT JOIN ("Annotation" a JOIN "Document" d ON d.id = a."documentId")
    ON n.topic = 'annotation' AND a.id = n."topicId" AND ${seenAnnotation(actor)} AND ${visibleTo.document(actor, 'd')}
  LEFT JOIN "ClaimRelation" r ON n.topic = 'relation' AND r.id = n."topicId" AND r."removedAt" IS NULL AND ${visibleTo.claim(actor, 'r')}
  LEFT JOIN "Finding" f ON n.topic = 'finding' AND f.id = n."topicId" AND ${visibleTo.members(actor, 'f')}
  LEFT JOIN "Document" fd ON fd.id = f."documentId" AND ${visibleTo.document(actor, 'fd')}
  LEFT JOIN "Claim" cl ON cl.id = CASE n.topic WHEN 'claim' THEN n."topicId" WHEN 'relation' THEN r."fromId" WHEN 'finding' THEN f."claimId" END
    AND ${seenClaim(actor, 'cl')}
  LEFT JOIN "Workspace" w ON n.topic = 'workspace' AND w.id = n."topicId"
  LEFT JOIN "Project" p ON p.id = coalesce(a."projectId", cl."projectId", f."projectId")
  WHERE n."userId" = ${actor.id}::uuid AND ${visibleTo.members(actor, 'n')}
    AND (n.kind NOT IN ('mentioned', 'replied') OR c.id IS NOT NULL)
    AND CASE n.topic WHEN 'annotation' THEN a.id IS NOT NULL WHEN 'claim' THEN cl.id IS NOT NULL
      WHEN 'relation' THEN r.id IS NOT NULL AND cl.id IS NOT NULL
      WHEN 'finding' THEN fd.id IS NOT NULL OR cl.id IS NOT NULL WHEN 'workspace' THEN w.id IS NOT NULL END`
