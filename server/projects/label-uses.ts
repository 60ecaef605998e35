import { z } from 'zod'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import type { LabelUse } from '@/domain/projects/label'
import { cursor, paged } from '../cursor'
import { db, empty, sql } from '../db'
import { visibleTo } from '../visible-to'
import { findProject } from './find-project'

type Row = LabelUse & { position: number }

const place = cursor(z.strictObject({ position: z.int32(), id: z.uuid() }))

/** How many annotations that the actor can see have each label of a project; what is in the trash does not count. */
export async function listLabelUses(
  actor: Actor,
  projectId: string,
  { cursor: at, limit }: { cursor?: string | undefined; limit: number },
) {
  authorise(actor, 'project:read', await findProject(projectId), 'project')
  const after = place.read(at)
  const rows = await db.$queryRaw<Row[]>`
    SELECT l.id AS "labelId", l.position, used.annotations
    FROM "Label" l JOIN LATERAL (
      SELECT count(*)::int AS annotations
      FROM "Annotation" a JOIN "Document" d ON d.id = a."documentId"
      WHERE a."labelId" = l.id AND a."deletedAt" IS NULL AND d."trashedAt" IS NULL AND ${visibleTo.annotation(actor, 'a')}
    ) used ON true
    WHERE l."projectId" = ${projectId}::uuid
      ${after ? sql`AND (l.position, l.id) > (${after.position}::int, ${after.id}::uuid)` : empty}
    ORDER BY l.position, l.id LIMIT ${limit + 1}`
  const present = ({ labelId, annotations }: Row): LabelUse => ({ labelId, annotations })
  return paged(rows, limit, present, ({ position, labelId }) => place.write({ position, id: labelId }))
}
