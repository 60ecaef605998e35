import { z } from 'zod'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { db, empty, sql } from '../db'
import { startingWith } from '../like'
import { findProject } from '../projects/find-project'
import { visibleTo } from '../visible-to'

const position = cursor(z.tuple([z.int32(), z.string()]))

type TagQuery = { cursor?: string | undefined; limit: number; prefix: string }

/**
 * Tags that start with `prefix`, whatever the case, the most used first: counted over the annotations that the actor can
 * see, each time, so that a tag used in private or in the trash alone is offered to nobody else.
 */
export async function listTags(
  actor: Actor,
  projectId: string,
  { cursor: text, limit, prefix }: TagQuery,
): Promise<{ items: string[]; next: string | null }> {
  authorise(actor, 'project:read', await findProject(projectId), 'project')
  const last = position.read(text)
  const rows = await db.$queryRaw<{ tag: string; uses: number }[]>`
    SELECT tag, count(*)::int AS uses
    FROM "Annotation" a JOIN "Document" d ON d.id = a."documentId" CROSS JOIN unnest(a.tags) tag
    WHERE a."projectId" = ${projectId}::uuid AND a."deletedAt" IS NULL AND cardinality(a.tags) > 0
      AND ${visibleTo.annotation(actor, 'a')} AND ${visibleTo.document(actor, 'd')}
      AND tag ILIKE ${startingWith(prefix.normalize('NFC'))}
    GROUP BY tag
    ${last ? sql`HAVING count(*) < ${last[0]} OR (count(*) = ${last[0]} AND tag > ${last[1]})` : empty}
    ORDER BY uses DESC, tag LIMIT ${limit + 1}`
  return paged(rows, limit, ({ tag }) => tag, ({ tag, uses }) => position.write([uses, tag])) // prettier-ignore
}
