import type { Actor } from '@/domain/permissions/policy'
import { seenAnnotation, seenClaim } from '../claims/seen'
import { db, sql } from '../db'
import { visibleTo } from '../visible-to'

/** So much of a passage or a claim tells which it is. */
const EXCERPT = 80

/** How a thing is called, and where its page is. */
export type AuditSubject = { title: string; href: string | null }

/**
 * What of these ids the actor can see in a workspace, by their ids: each through the policy's twin in SQL, so that what is
 * private, held, in the trash or gone has neither a title nor a page. Whatever belongs to a claim is called by it.
 */
export async function readSubjects(
  actor: Actor,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, AuditSubject>> {
  const wanted = sql`${[...new Set(ids)]}::uuid[]`
  const here = sql`${workspaceId}::uuid`
  const rows = await db.$queryRaw<{ id: string; title: string; href: string | null }[]>`
    WITH passages AS (
      SELECT a.id, '“' || left(a.exact, ${EXCERPT}) || CASE WHEN length(a.exact) > ${EXCERPT} THEN '…' ELSE '' END || '” in ' || d.title AS title,
        '/a/' || a.id AS href
      FROM "Annotation" a JOIN "Document" d ON d.id = a."documentId" AND ${visibleTo.document(actor, 'd')}
      WHERE a."workspaceId" = ${here} AND ${seenAnnotation(actor)} AND a.id IN (
        SELECT unnest(${wanted}) UNION SELECT c."threadId" FROM "Comment" c WHERE c.id = ANY(${wanted}) AND ${visibleTo.held(actor, 'c')}
        UNION SELECT k."annotationId" FROM "Correction" k WHERE k.id = ANY(${wanted}))
    ), about AS (
      SELECT o.id, o."claimId" FROM "Occurrence" o WHERE o.id = ANY(${wanted}) AND ${visibleTo.held(actor, 'o')}
      UNION ALL SELECT r.id, r."fromId" FROM "ClaimRelation" r WHERE r.id = ANY(${wanted}) AND ${visibleTo.held(actor, 'r')}
      UNION ALL SELECT r.id, r."claimId" FROM "Round" r WHERE r.id = ANY(${wanted})
      UNION ALL SELECT e.id, e."claimId" FROM "Evidence" e WHERE e.id = ANY(${wanted})
      UNION ALL SELECT q.id, q."claimId" FROM "Question" q WHERE q.id = ANY(${wanted})
      UNION ALL SELECT v.id, r."claimId" FROM "Verdict" v JOIN "Round" r ON r.id = v."roundId"
        WHERE v.id = ANY(${wanted}) AND ${visibleTo.held(actor, 'v')}
      UNION ALL SELECT c.id, coalesce(t."claimId", r."fromId") FROM "Comment" c JOIN "Thread" t ON t.id = c."threadId"
        LEFT JOIN "ClaimRelation" r ON r.id = t."relationId" AND ${visibleTo.held(actor, 'r')}
        WHERE c.id = ANY(${wanted}) AND ${visibleTo.held(actor, 'c')} AND coalesce(t."claimId", r."fromId") IS NOT NULL
      UNION ALL SELECT id, id FROM unnest(${wanted}) id
    ), founds AS (
      SELECT f.id AS about, f.id FROM "Finding" f WHERE f.id = ANY(${wanted})
      UNION ALL SELECT x.id, x."findingId" FROM "Dissent" x WHERE x.id = ANY(${wanted})
      UNION ALL SELECT c.id, t."findingId" FROM "Comment" c JOIN "Thread" t ON t.id = c."threadId"
        WHERE c.id = ANY(${wanted}) AND t."findingId" IS NOT NULL AND ${visibleTo.held(actor, 'c')}
    )
    SELECT u.id, u.name AS title, NULL AS href FROM "User" u WHERE u.id = ANY(${wanted})
    UNION ALL SELECT w.id, w.name, '/w/' || w.id FROM "Workspace" w WHERE w.id = ${here} AND w.id = ANY(${wanted})
    UNION ALL SELECT p.id, p.name, '/p/' || p.id FROM "Project" p WHERE p."workspaceId" = ${here} AND p.id = ANY(${wanted})
    UNION ALL SELECT l.id, l.name, '/p/' || l."projectId" || '/labels' FROM "Label" l
      WHERE l."workspaceId" = ${here} AND l.id = ANY(${wanted})
    UNION ALL SELECT d.id, d.title, CASE WHEN d."trashedAt" IS NULL THEN '/d/' || d.id ELSE '/p/' || d."projectId" || '/trash' END
      FROM "Document" d WHERE d."workspaceId" = ${here} AND d.id = ANY(${wanted}) AND ${visibleTo.document(actor, 'd')}
    UNION ALL SELECT s.id, d.title, '/d/' || d.id FROM "ClearedSpan" s JOIN "Document" d ON d.id = s."documentId"
      WHERE s.id = ANY(${wanted}) AND d."workspaceId" = ${here} AND ${visibleTo.held(actor, 's')} AND ${visibleTo.document(actor, 'd')}
    UNION ALL SELECT s.id, s.name, '/p/' || s."projectId" || '/phases' FROM "Seal" s
      WHERE s."workspaceId" = ${here} AND s.kind = 'phase' AND s.name <> '' AND s.id = ANY(${wanted})
    UNION ALL SELECT s.id, s.name, '/p/' || s."projectId" || '/sources' FROM "Source" s
      WHERE s."workspaceId" = ${here} AND s.id = ANY(${wanted})
    UNION ALL SELECT w.id, p.title, p.href FROM (
        SELECT p.id, p.id AS passage FROM passages p
        UNION ALL SELECT c.id, c."threadId" FROM "Comment" c WHERE c.id = ANY(${wanted})
        UNION ALL SELECT k.id, k."annotationId" FROM "Correction" k WHERE k.id = ANY(${wanted})
      ) w JOIN passages p ON p.id = w.passage
    UNION ALL SELECT b.id, '“' || left(c.statement, ${EXCERPT}) || CASE WHEN length(c.statement) > ${EXCERPT} THEN '…' ELSE '' END || '”', '/c/' || c.id
      FROM about b JOIN "Claim" c ON c.id = b."claimId" WHERE c."workspaceId" = ${here} AND ${seenClaim(actor, 'c')}
    UNION ALL SELECT x.about, coalesce('“' || left(c.statement, ${EXCERPT}) || '”', d.title), '/f/' || f.id
      FROM founds x JOIN "Finding" f ON f.id = x.id AND f."workspaceId" = ${here}
      LEFT JOIN "Claim" c ON c.id = f."claimId" AND ${seenClaim(actor, 'c')}
      LEFT JOIN "Document" d ON d.id = f."documentId" AND ${visibleTo.document(actor, 'd')}
      WHERE coalesce(c.id, d.id) IS NOT NULL`
  return new Map(rows.map(({ id, title, href }) => [id, { title, href }]))
}
